/* Security identifiers and descriptors, absolute (with pointers) and self-relative (with offsets). */
#include <ntifs.h>

ULONG RtlLengthRequiredSid(ULONG SubAuthorityCount)
{
    return FIELD_OFFSET(SID, SubAuthority) + SubAuthorityCount * sizeof(ULONG);
}

ULONG RtlLengthSid(PSID Sid)
{
    return RtlLengthRequiredSid(((PISID)Sid)->SubAuthorityCount);
}

BOOLEAN RtlValidSid(PSID Sid)
{
    return ((PISID)Sid)->Revision == SID_REVISION && ((PISID)Sid)->SubAuthorityCount <= SID_MAX_SUB_AUTHORITIES;
}

NTSTATUS RtlInitializeSid(PSID Sid, PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, UCHAR SubAuthorityCount)
{
    PISID sid = Sid;
    if (SubAuthorityCount > SID_MAX_SUB_AUTHORITIES)
        return STATUS_INVALID_PARAMETER;
    sid->Revision = SID_REVISION;
    sid->SubAuthorityCount = SubAuthorityCount;
    sid->IdentifierAuthority = *IdentifierAuthority;
    return STATUS_SUCCESS;
}

PULONG RtlSubAuthoritySid(PSID Sid, ULONG SubAuthority)
{
    return &((PISID)Sid)->SubAuthority[SubAuthority];
}

PUCHAR RtlSubAuthorityCountSid(PSID Sid)
{
    return &((PISID)Sid)->SubAuthorityCount;
}

BOOLEAN RtlEqualSid(PSID Sid1, PSID Sid2)
{
    ULONG length = RtlLengthSid(Sid1);
    return length == RtlLengthSid(Sid2) && RtlEqualMemory(Sid1, Sid2, length);
}

NTSTATUS RtlCopySid(ULONG DestinationSidLength, PSID DestinationSid, PSID SourceSid)
{
    ULONG length = RtlLengthSid(SourceSid);
    if (length > DestinationSidLength)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(DestinationSid, SourceSid, length);
    return STATUS_SUCCESS;
}

NTSTATUS RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision)
{
    if (Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    RtlZeroMemory(SecurityDescriptor, sizeof(SECURITY_DESCRIPTOR));
    ((PISECURITY_DESCRIPTOR)SecurityDescriptor)->Revision = SECURITY_DESCRIPTOR_REVISION;
    return STATUS_SUCCESS;
}

static BOOLEAN is_relative(PSECURITY_DESCRIPTOR descriptor)
{
    return (((PISECURITY_DESCRIPTOR)descriptor)->Control & SE_SELF_RELATIVE) != 0;
}

static PVOID part(PSECURITY_DESCRIPTOR descriptor, PVOID absolute, ULONG offset)
{
    if (!is_relative(descriptor))
        return absolute;
    return offset ? (PUCHAR)descriptor + offset : NULL;
}

#define PART(descriptor, Name)                                                                                         \
    part(descriptor, ((PISECURITY_DESCRIPTOR)(descriptor))->Name,                                                      \
         is_relative(descriptor) ? ((PISECURITY_DESCRIPTOR_RELATIVE)(descriptor))->Name : 0)

BOOLEAN RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    PSID owner = PART(SecurityDescriptor, Owner), group = PART(SecurityDescriptor, Group);
    return ((PISECURITY_DESCRIPTOR)SecurityDescriptor)->Revision == SECURITY_DESCRIPTOR_REVISION &&
           (!owner || RtlValidSid(owner)) && (!group || RtlValidSid(group));
}

/* Where each part would lie in self-relative form, and the length of the whole. */
static ULONG lay_out(PSECURITY_DESCRIPTOR descriptor, PISECURITY_DESCRIPTOR_RELATIVE to)
{
    PSID owner = PART(descriptor, Owner), group = PART(descriptor, Group);
    PACL sacl = PART(descriptor, Sacl), dacl = PART(descriptor, Dacl);
    ULONG at = sizeof(SECURITY_DESCRIPTOR_RELATIVE);
    const struct {
        PVOID From;
        ULONG Size;
        PULONG Offset;
    } parts[] = {{sacl, sacl ? sacl->AclSize : 0, &to->Sacl},
                 {dacl, dacl ? dacl->AclSize : 0, &to->Dacl},
                 {owner, owner ? RtlLengthSid(owner) : 0, &to->Owner},
                 {group, group ? RtlLengthSid(group) : 0, &to->Group}};
    for (ULONG i = 0; i < ARRAYSIZE(parts); i++) {
        *parts[i].Offset = parts[i].From ? at : 0;
        at += (parts[i].Size + 3) & ~3u;
    }
    return at;
}

ULONG RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    SECURITY_DESCRIPTOR_RELATIVE parts;
    ULONG relative = lay_out(SecurityDescriptor, &parts);
    return is_relative(SecurityDescriptor)
               ? relative
               : relative - sizeof(SECURITY_DESCRIPTOR_RELATIVE) + sizeof(SECURITY_DESCRIPTOR);
}

NTSTATUS RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
                                     PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor, PULONG BufferLength)
{
    SECURITY_DESCRIPTOR_RELATIVE header = {0};
    PISECURITY_DESCRIPTOR from = AbsoluteSecurityDescriptor;
    PUCHAR to = SelfRelativeSecurityDescriptor;
    if (is_relative(from))
        return STATUS_BAD_DESCRIPTOR_FORMAT;
    ULONG needed = lay_out(from, &header), room = *BufferLength;
    *BufferLength = needed;
    if (needed > room)
        return STATUS_BUFFER_TOO_SMALL;
    header.Revision = from->Revision;
    header.Sbz1 = from->Sbz1;
    header.Control = from->Control | SE_SELF_RELATIVE;
    RtlZeroMemory(to, needed);
    RtlCopyMemory(to, &header, sizeof(header));
    if (from->Sacl)
        RtlCopyMemory(to + header.Sacl, from->Sacl, from->Sacl->AclSize);
    if (from->Dacl)
        RtlCopyMemory(to + header.Dacl, from->Dacl, from->Dacl->AclSize);
    if (from->Owner)
        RtlCopyMemory(to + header.Owner, from->Owner, RtlLengthSid(from->Owner));
    if (from->Group)
        RtlCopyMemory(to + header.Group, from->Group, RtlLengthSid(from->Group));
    return STATUS_SUCCESS;
}

NTSTATUS RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN DaclPresent, PACL Dacl,
                                      BOOLEAN DaclDefaulted)
{
    PISECURITY_DESCRIPTOR descriptor = SecurityDescriptor;
    if (descriptor->Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    if (is_relative(descriptor))
        return STATUS_INVALID_SECURITY_DESCR;
    descriptor->Control &= ~(SE_DACL_PRESENT | SE_DACL_DEFAULTED);
    descriptor->Control |= (DaclPresent ? SE_DACL_PRESENT : 0) | (DaclPresent && DaclDefaulted ? SE_DACL_DEFAULTED : 0);
    descriptor->Dacl = DaclPresent ? Dacl : NULL;
    return STATUS_SUCCESS;
}

NTSTATUS RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Owner, BOOLEAN OwnerDefaulted)
{
    PISECURITY_DESCRIPTOR descriptor = SecurityDescriptor;
    if (is_relative(descriptor))
        return STATUS_INVALID_SECURITY_DESCR;
    descriptor->Owner = Owner;
    descriptor->Control = (descriptor->Control & ~SE_OWNER_DEFAULTED) | (OwnerDefaulted ? SE_OWNER_DEFAULTED : 0);
    return STATUS_SUCCESS;
}

NTSTATUS RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN DaclPresent, PACL *Dacl,
                                      PBOOLEAN DaclDefaulted)
{
    SECURITY_DESCRIPTOR_CONTROL control = ((PISECURITY_DESCRIPTOR)SecurityDescriptor)->Control;
    *DaclPresent = (control & SE_DACL_PRESENT) != 0;
    if (*DaclPresent) {
        *Dacl = PART(SecurityDescriptor, Dacl);
        *DaclDefaulted = (control & SE_DACL_DEFAULTED) != 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Owner, PBOOLEAN OwnerDefaulted)
{
    *Owner = PART(SecurityDescriptor, Owner);
    *OwnerDefaulted = (((PISECURITY_DESCRIPTOR)SecurityDescriptor)->Control & SE_OWNER_DEFAULTED) != 0;
    return STATUS_SUCCESS;
}
