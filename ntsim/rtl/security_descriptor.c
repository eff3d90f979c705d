/*
 * Security descriptors: owner, group and two lists, as pointers (absolute) or as offsets into one block
 * (self-relative). A list that is said to be present may be NULL, which is not the same as an empty one.
 */
#include <ntifs.h>

/* A descriptor of either format, taken apart. */
struct parts {
    SECURITY_DESCRIPTOR_CONTROL Control;
    PSID Owner, Group;
    PACL Sacl, Dacl;
};

static PVOID at_offset(const VOID *base, ULONG offset)
{
    return offset ? (PUCHAR)base + offset : NULL;
}

static struct parts take_apart(PSECURITY_DESCRIPTOR descriptor)
{
    const SECURITY_DESCRIPTOR *absolute = descriptor;
    const SECURITY_DESCRIPTOR_RELATIVE *relative = descriptor;
    struct parts parts = {.Control = absolute->Control};
    if (parts.Control & SE_SELF_RELATIVE) {
        parts.Owner = at_offset(relative, relative->Owner);
        parts.Group = at_offset(relative, relative->Group);
        parts.Sacl = at_offset(relative, relative->Sacl);
        parts.Dacl = at_offset(relative, relative->Dacl);
    } else {
        parts.Owner = absolute->Owner;
        parts.Group = absolute->Group;
        parts.Sacl = absolute->Sacl;
        parts.Dacl = absolute->Dacl;
    }
    if (!(parts.Control & SE_SACL_PRESENT))
        parts.Sacl = NULL;
    if (!(parts.Control & SE_DACL_PRESENT))
        parts.Dacl = NULL;
    return parts;
}

static ULONG sid_size(PSID sid)
{
    return sid ? RtlLengthSid(sid) : 0;
}

/* Entries of whole words, as self-relative descriptors keep them. */
static ULONG acl_size(const ACL *acl)
{
    return acl ? (acl->AclSize + 3u) & ~3u : 0;
}

static BOOLEAN is_known(PSECURITY_DESCRIPTOR descriptor)
{
    return ((SECURITY_DESCRIPTOR *)descriptor)->Revision == SECURITY_DESCRIPTOR_REVISION;
}

/* --- making --- */

NTSTATUS RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision)
{
    if (Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    *(SECURITY_DESCRIPTOR *)SecurityDescriptor = (SECURITY_DESCRIPTOR){.Revision = SECURITY_DESCRIPTOR_REVISION};
    return STATUS_SUCCESS;
}

NTSTATUS RtlCreateSecurityDescriptorRelative(PISECURITY_DESCRIPTOR_RELATIVE SecurityDescriptor, ULONG Revision)
{
    if (Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    *SecurityDescriptor =
        (SECURITY_DESCRIPTOR_RELATIVE){.Revision = SECURITY_DESCRIPTOR_REVISION, .Control = SE_SELF_RELATIVE};
    return STATUS_SUCCESS;
}

/* Only absolute descriptors are changed. */
static NTSTATUS changeable(PSECURITY_DESCRIPTOR descriptor)
{
    if (!is_known(descriptor))
        return STATUS_UNKNOWN_REVISION;
    return ((SECURITY_DESCRIPTOR *)descriptor)->Control & SE_SELF_RELATIVE ? STATUS_INVALID_SECURITY_DESCR
                                                                           : STATUS_SUCCESS;
}

static void set_control(SECURITY_DESCRIPTOR *descriptor, SECURITY_DESCRIPTOR_CONTROL bit, BOOLEAN set)
{
    descriptor->Control = (SECURITY_DESCRIPTOR_CONTROL)((descriptor->Control & ~bit) | (set ? bit : 0));
}

NTSTATUS RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN DaclPresent, PACL Dacl,
                                      BOOLEAN DaclDefaulted)
{
    SECURITY_DESCRIPTOR *descriptor = SecurityDescriptor;
    const NTSTATUS status = changeable(descriptor);
    if (!NT_SUCCESS(status))
        return status;
    descriptor->Dacl = DaclPresent ? Dacl : NULL;
    set_control(descriptor, SE_DACL_PRESENT, DaclPresent);
    set_control(descriptor, SE_DACL_DEFAULTED, DaclPresent && DaclDefaulted);
    return STATUS_SUCCESS;
}

NTSTATUS RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Owner, BOOLEAN OwnerDefaulted)
{
    SECURITY_DESCRIPTOR *descriptor = SecurityDescriptor;
    const NTSTATUS status = changeable(descriptor);
    if (!NT_SUCCESS(status))
        return status;
    descriptor->Owner = Owner;
    set_control(descriptor, SE_OWNER_DEFAULTED, OwnerDefaulted);
    return STATUS_SUCCESS;
}

NTSTATUS RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Group, BOOLEAN GroupDefaulted)
{
    SECURITY_DESCRIPTOR *descriptor = SecurityDescriptor;
    const NTSTATUS status = changeable(descriptor);
    if (!NT_SUCCESS(status))
        return status;
    descriptor->Group = Group;
    set_control(descriptor, SE_GROUP_DEFAULTED, GroupDefaulted);
    return STATUS_SUCCESS;
}

/* --- reading --- */

NTSTATUS RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN DaclPresent, PACL *Dacl,
                                      PBOOLEAN DaclDefaulted)
{
    if (!is_known(SecurityDescriptor))
        return STATUS_UNKNOWN_REVISION;
    const struct parts parts = take_apart(SecurityDescriptor);
    *DaclPresent = (parts.Control & SE_DACL_PRESENT) != 0;
    if (*DaclPresent) {
        *Dacl = parts.Dacl;
        *DaclDefaulted = (parts.Control & SE_DACL_DEFAULTED) != 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS RtlGetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN SaclPresent, PACL *Sacl,
                                      PBOOLEAN SaclDefaulted)
{
    if (!is_known(SecurityDescriptor))
        return STATUS_UNKNOWN_REVISION;
    const struct parts parts = take_apart(SecurityDescriptor);
    *SaclPresent = (parts.Control & SE_SACL_PRESENT) != 0;
    if (*SaclPresent) {
        *Sacl = parts.Sacl;
        *SaclDefaulted = (parts.Control & SE_SACL_DEFAULTED) != 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Owner, PBOOLEAN OwnerDefaulted)
{
    if (!is_known(SecurityDescriptor))
        return STATUS_UNKNOWN_REVISION;
    const struct parts parts = take_apart(SecurityDescriptor);
    *Owner = parts.Owner;
    *OwnerDefaulted = parts.Owner && (parts.Control & SE_OWNER_DEFAULTED);
    return STATUS_SUCCESS;
}

NTSTATUS RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Group, PBOOLEAN GroupDefaulted)
{
    if (!is_known(SecurityDescriptor))
        return STATUS_UNKNOWN_REVISION;
    const struct parts parts = take_apart(SecurityDescriptor);
    *Group = parts.Group;
    *GroupDefaulted = parts.Group && (parts.Control & SE_GROUP_DEFAULTED);
    return STATUS_SUCCESS;
}

ULONG RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    const struct parts parts = take_apart(SecurityDescriptor);
    return (parts.Control & SE_SELF_RELATIVE ? sizeof(SECURITY_DESCRIPTOR_RELATIVE) : sizeof(SECURITY_DESCRIPTOR)) +
           sid_size(parts.Owner) + sid_size(parts.Group) + acl_size(parts.Sacl) + acl_size(parts.Dacl);
}

static BOOLEAN is_valid_acl(PACL acl)
{
    PVOID ace;
    if (!acl)
        return TRUE;
    return acl->AclRevision >= ACL_REVISION2 && acl->AclRevision <= ACL_REVISION4 && acl->AclSize >= sizeof(*acl) &&
           (acl->AceCount == 0 || NT_SUCCESS(RtlGetAce(acl, acl->AceCount - 1u, &ace)));
}

BOOLEAN RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    if (!is_known(SecurityDescriptor))
        return FALSE;
    const struct parts parts = take_apart(SecurityDescriptor);
    return (!parts.Owner || RtlValidSid(parts.Owner)) && (!parts.Group || RtlValidSid(parts.Group)) &&
           is_valid_acl(parts.Sacl) && is_valid_acl(parts.Dacl);
}

/* Whether `needed` bytes at the offset lie within the descriptor, behind its header, where there is an offset. */
static BOOLEAN fits(ULONG offset, ULONG length, ULONG needed)
{
    return offset == 0 || (offset >= sizeof(SECURITY_DESCRIPTOR_RELATIVE) && offset % sizeof(ULONG) == 0 &&
                           offset <= length && length - offset >= needed);
}

static BOOLEAN sid_fits(const VOID *base, ULONG offset, ULONG length)
{
    PSID sid = at_offset(base, offset);
    return fits(offset, length, SECURITY_SID_SIZE(0)) &&
           (!sid || (RtlValidSid(sid) && fits(offset, length, RtlLengthSid(sid))));
}

static BOOLEAN acl_fits(const VOID *base, ULONG offset, ULONG length)
{
    PACL acl = at_offset(base, offset);
    return fits(offset, length, sizeof(ACL)) && (!acl || (fits(offset, length, acl->AclSize) && is_valid_acl(acl)));
}

BOOLEAN RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptorInput, ULONG SecurityDescriptorLength,
                                           SECURITY_INFORMATION RequiredInformation)
{
    const SECURITY_DESCRIPTOR_RELATIVE *descriptor = SecurityDescriptorInput;
    const ULONG length = SecurityDescriptorLength;
    if (length < sizeof(*descriptor) || !is_known(SecurityDescriptorInput) || !(descriptor->Control & SE_SELF_RELATIVE))
        return FALSE;
    if ((RequiredInformation & OWNER_SECURITY_INFORMATION && !descriptor->Owner) ||
        (RequiredInformation & GROUP_SECURITY_INFORMATION && !descriptor->Group))
        return FALSE;
    return sid_fits(descriptor, descriptor->Owner, length) && sid_fits(descriptor, descriptor->Group, length) &&
           (!(descriptor->Control & SE_SACL_PRESENT) || acl_fits(descriptor, descriptor->Sacl, length)) &&
           (!(descriptor->Control & SE_DACL_PRESENT) || acl_fits(descriptor, descriptor->Dacl, length));
}

/* --- from one format to the other --- */

static ULONG append(PVOID base, PULONG at, const VOID *part, ULONG size, ULONG length)
{
    const ULONG offset = *at;
    if (!part)
        return 0;
    RtlZeroMemory((PUCHAR)base + offset, size);
    RtlCopyMemory((PUCHAR)base + offset, part, length);
    *at += size;
    return offset;
}

NTSTATUS RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
                                     PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor, PULONG BufferLength)
{
    const struct parts parts = take_apart(AbsoluteSecurityDescriptor);
    SECURITY_DESCRIPTOR_RELATIVE *to = SelfRelativeSecurityDescriptor;
    if (parts.Control & SE_SELF_RELATIVE)
        return STATUS_BAD_DESCRIPTOR_FORMAT;
    const ULONG needed = RtlLengthSecurityDescriptor(AbsoluteSecurityDescriptor) - sizeof(SECURITY_DESCRIPTOR) +
                         sizeof(SECURITY_DESCRIPTOR_RELATIVE);
    if (*BufferLength < needed) {
        *BufferLength = needed;
        return STATUS_BUFFER_TOO_SMALL;
    }
    ULONG at = sizeof(*to);
    RtlZeroMemory(to, sizeof(*to));
    to->Revision = SECURITY_DESCRIPTOR_REVISION;
    to->Sbz1 = ((SECURITY_DESCRIPTOR *)AbsoluteSecurityDescriptor)->Sbz1;
    to->Control = parts.Control | SE_SELF_RELATIVE;
    to->Sacl = append(to, &at, parts.Sacl, acl_size(parts.Sacl), parts.Sacl ? parts.Sacl->AclSize : 0);
    to->Dacl = append(to, &at, parts.Dacl, acl_size(parts.Dacl), parts.Dacl ? parts.Dacl->AclSize : 0);
    to->Owner = append(to, &at, parts.Owner, sid_size(parts.Owner), sid_size(parts.Owner));
    to->Group = append(to, &at, parts.Group, sid_size(parts.Group), sid_size(parts.Group));
    *BufferLength = needed;
    return STATUS_SUCCESS;
}

static PVOID copy_part(PVOID to, const VOID *from, ULONG size)
{
    if (!from)
        return NULL;
    RtlCopyMemory(to, from, size);
    return to;
}

NTSTATUS RtlSelfRelativeToAbsoluteSD(PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor,
                                     PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
                                     PULONG AbsoluteSecurityDescriptorSize, PACL Dacl, PULONG DaclSize, PACL Sacl,
                                     PULONG SaclSize, PSID Owner, PULONG OwnerSize, PSID PrimaryGroup,
                                     PULONG PrimaryGroupSize)
{
    const struct parts parts = take_apart(SelfRelativeSecurityDescriptor);
    SECURITY_DESCRIPTOR *to = AbsoluteSecurityDescriptor;
    if (!(parts.Control & SE_SELF_RELATIVE))
        return STATUS_BAD_DESCRIPTOR_FORMAT;
    const ULONG dacl = acl_size(parts.Dacl), sacl = acl_size(parts.Sacl), owner = sid_size(parts.Owner),
                group = sid_size(parts.Group);
    const BOOLEAN room = *AbsoluteSecurityDescriptorSize >= sizeof(*to) && *DaclSize >= dacl && *SaclSize >= sacl &&
                         *OwnerSize >= owner && *PrimaryGroupSize >= group;
    *AbsoluteSecurityDescriptorSize = sizeof(*to);
    *DaclSize = dacl;
    *SaclSize = sacl;
    *OwnerSize = owner;
    *PrimaryGroupSize = group;
    if (!room)
        return STATUS_BUFFER_TOO_SMALL;
    *to = (SECURITY_DESCRIPTOR){
        .Revision = SECURITY_DESCRIPTOR_REVISION,
        .Sbz1 = ((SECURITY_DESCRIPTOR *)SelfRelativeSecurityDescriptor)->Sbz1,
        .Control = parts.Control & (SECURITY_DESCRIPTOR_CONTROL)~SE_SELF_RELATIVE,
        .Owner = copy_part(Owner, parts.Owner, owner),
        .Group = copy_part(PrimaryGroup, parts.Group, group),
        .Sacl = copy_part(Sacl, parts.Sacl, parts.Sacl ? parts.Sacl->AclSize : 0),
        .Dacl = copy_part(Dacl, parts.Dacl, parts.Dacl ? parts.Dacl->AclSize : 0),
    };
    return STATUS_SUCCESS;
}
