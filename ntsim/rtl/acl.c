/* Access control lists: a header, then entries one behind another. */
#include <ntifs.h>

static BOOLEAN is_acl(const ACL *acl)
{
    return acl && acl->AclRevision >= ACL_REVISION2 && acl->AclRevision <= ACL_REVISION4 &&
           acl->AclSize >= sizeof(*acl);
}

static ACE_HEADER *first(ACL *acl)
{
    return (ACE_HEADER *)(acl + 1);
}

static ACE_HEADER *next(ACE_HEADER *ace)
{
    return (ACE_HEADER *)((PUCHAR)ace + ace->AceSize);
}

/* Entry `index`, or the end of the entries where it is their number; NULL where there is no such, or the list is
 * broken. */
static ACE_HEADER *entry(ACL *acl, ULONG index)
{
    const PUCHAR end = (PUCHAR)acl + acl->AclSize;
    ACE_HEADER *ace = first(acl);
    if (index > acl->AceCount)
        return NULL;
    for (ULONG i = 0; i < index; i++) {
        if (end - (PUCHAR)ace < (LONG64)sizeof(*ace) || ace->AceSize < sizeof(*ace) || end - (PUCHAR)ace < ace->AceSize)
            return NULL;
        ace = next(ace);
    }
    return ace;
}

NTSTATUS RtlCreateAcl(PACL Acl, ULONG AclLength, ULONG AclRevision)
{
    if (AclLength < sizeof(*Acl))
        return STATUS_BUFFER_TOO_SMALL;
    if (AclRevision < ACL_REVISION2 || AclRevision > ACL_REVISION4 || AclLength > MAXUSHORT)
        return STATUS_INVALID_PARAMETER;
    *Acl = (ACL){.AclRevision = (UCHAR)AclRevision, .AclSize = (USHORT)(AclLength & ~3u)};
    return STATUS_SUCCESS;
}

NTSTATUS RtlGetAce(PACL Acl, ULONG AceIndex, PVOID *Ace)
{
    ACE_HEADER *ace = is_acl(Acl) && AceIndex < Acl->AceCount ? entry(Acl, AceIndex) : NULL;
    if (!ace || (PUCHAR)ace + sizeof(*ace) > (PUCHAR)Acl + Acl->AclSize)
        return STATUS_INVALID_PARAMETER;
    *Ace = ace;
    return STATUS_SUCCESS;
}

/* How many entries the bytes are; 0 where they are none. */
static USHORT count_entries(const VOID *list, ULONG length)
{
    USHORT count = 0;
    for (ULONG at = 0; at < length; count++) {
        const ACE_HEADER *ace = (const ACE_HEADER *)((const UCHAR *)list + at);
        if (length - at < sizeof(*ace) || ace->AceSize < sizeof(*ace) || ace->AceSize > length - at)
            return 0;
        at += ace->AceSize;
    }
    return count;
}

NTSTATUS RtlAddAce(PACL Acl, ULONG AceRevision, ULONG StartingAceIndex, PVOID AceList, ULONG AceListLength)
{
    ACE_HEADER *end = is_acl(Acl) ? entry(Acl, Acl->AceCount) : NULL;
    const USHORT count = count_entries(AceList, AceListLength);
    if (!end || count == 0 || AceRevision < ACL_REVISION2 || AceRevision > ACL_REVISION4)
        return STATUS_INVALID_PARAMETER;
    if ((PUCHAR)end + AceListLength > (PUCHAR)Acl + Acl->AclSize)
        return STATUS_BUFFER_TOO_SMALL;
    ACE_HEADER *at = entry(Acl, min(StartingAceIndex, (ULONG)Acl->AceCount));
    RtlMoveMemory((PUCHAR)at + AceListLength, at, (SIZE_T)((PUCHAR)end - (PUCHAR)at));
    RtlCopyMemory(at, AceList, AceListLength);
    Acl->AceCount += count;
    if (AceRevision > Acl->AclRevision)
        Acl->AclRevision = (UCHAR)AceRevision;
    return STATUS_SUCCESS;
}

NTSTATUS RtlDeleteAce(PACL Acl, ULONG AceIndex)
{
    ACE_HEADER *end = is_acl(Acl) ? entry(Acl, Acl->AceCount) : NULL;
    if (!end || AceIndex >= Acl->AceCount)
        return STATUS_INVALID_PARAMETER;
    ACE_HEADER *at = entry(Acl, AceIndex), *after = next(at);
    RtlMoveMemory(at, after, (SIZE_T)((PUCHAR)end - (PUCHAR)after));
    Acl->AceCount--;
    return STATUS_SUCCESS;
}

NTSTATUS RtlAddAccessAllowedAceEx(PACL Acl, ULONG AceRevision, ULONG AceFlags, ACCESS_MASK AccessMask, PSID Sid)
{
    if (!RtlValidSid(Sid))
        return STATUS_INVALID_SID;
    if (!is_acl(Acl) || AceRevision < ACL_REVISION2)
        return STATUS_INVALID_ACL;
    if (AceRevision > ACL_REVISION4 || AceRevision > Acl->AclRevision)
        return STATUS_REVISION_MISMATCH;
    ACCESS_ALLOWED_ACE *ace = (ACCESS_ALLOWED_ACE *)entry(Acl, Acl->AceCount);
    const ULONG sid_length = RtlLengthSid(Sid), size = FIELD_OFFSET(ACCESS_ALLOWED_ACE, SidStart) + sid_length;
    if (!ace)
        return STATUS_INVALID_ACL;
    if ((PUCHAR)ace + size > (PUCHAR)Acl + Acl->AclSize)
        return STATUS_ALLOTTED_SPACE_EXCEEDED;
    ace->Header =
        (ACE_HEADER){.AceType = ACCESS_ALLOWED_ACE_TYPE, .AceFlags = (UCHAR)AceFlags, .AceSize = (USHORT)size};
    ace->Mask = AccessMask;
    RtlCopySid(sid_length, &ace->SidStart, Sid);
    Acl->AceCount++;
    return STATUS_SUCCESS;
}

NTSTATUS RtlAddAccessAllowedAce(PACL Acl, ULONG AceRevision, ACCESS_MASK AccessMask, PSID Sid)
{
    return RtlAddAccessAllowedAceEx(Acl, AceRevision, 0, AccessMask, Sid);
}

VOID RtlMapGenericMask(PACCESS_MASK AccessMask, const GENERIC_MAPPING *GenericMapping)
{
    const ACCESS_MASK asked = *AccessMask;
    ACCESS_MASK mask = asked & ~(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL);
    if (asked & GENERIC_READ)
        mask |= GenericMapping->GenericRead;
    if (asked & GENERIC_WRITE)
        mask |= GenericMapping->GenericWrite;
    if (asked & GENERIC_EXECUTE)
        mask |= GenericMapping->GenericExecute;
    if (asked & GENERIC_ALL)
        mask |= GenericMapping->GenericAll;
    *AccessMask = mask;
}

VOID RtlCopyLuid(PLUID DestinationLuid, PLUID SourceLuid)
{
    *DestinationLuid = *SourceLuid;
}
