/*
 * Access checks: a descriptor's list is walked for a token, entry by entry. Integrity levels, restricted tokens,
 * object and conditional entries are not there. Descriptors are kept as they are; what children inherit is not worked
 * out.
 */
#include "ntsim/se/sep.h"

enum { TAG = 'cSeS' };

VOID SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
    *SubjectContext =
        (SECURITY_SUBJECT_CONTEXT){.ImpersonationLevel = SecurityAnonymous, .PrimaryToken = sep_current_token()};
    ObReferenceObject(SubjectContext->PrimaryToken);
}

VOID SeCaptureSubjectContextEx(PETHREAD Thread, PEPROCESS Process, PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
    *SubjectContext = (SECURITY_SUBJECT_CONTEXT){.ImpersonationLevel = SecurityAnonymous,
                                                 .PrimaryToken = PsReferencePrimaryToken(Process)};
}

VOID SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
}

VOID SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
}

VOID SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
    if (SubjectContext->PrimaryToken)
        ObDereferenceObject(SubjectContext->PrimaryToken);
    SubjectContext->PrimaryToken = NULL;
}

/* A context that a driver made up itself is the running thread's. */
static const struct sep_token *token_of(const SECURITY_SUBJECT_CONTEXT *context)
{
    if (context && context->ClientToken)
        return context->ClientToken;
    return context && context->PrimaryToken ? context->PrimaryToken : sep_current_token();
}

BOOLEAN SePrivilegeCheck(PPRIVILEGE_SET RequiredPrivileges, PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
                         KPROCESSOR_MODE AccessMode)
{
    const struct sep_token *token = token_of(SubjectSecurityContext);
    ULONG held = 0;
    if (AccessMode == KernelMode)
        return TRUE;
    for (ULONG i = 0; i < RequiredPrivileges->PrivilegeCount; i++) {
        PLUID_AND_ATTRIBUTES privilege = &RequiredPrivileges->Privilege[i];
        if (privilege->Luid.HighPart == 0 && privilege->Luid.LowPart <= SE_MAX_WELL_KNOWN_PRIVILEGE &&
            sep_has_privilege(token, (LONG)privilege->Luid.LowPart)) {
            privilege->Attributes |= SE_PRIVILEGE_USED_FOR_ACCESS;
            held++;
        }
    }
    return RequiredPrivileges->Control & PRIVILEGE_SET_ALL_NECESSARY ? held == RequiredPrivileges->PrivilegeCount
                                                                     : held > 0;
}

/* --- the walk --- */

struct check {
    const struct sep_token *Token;
    ACCESS_MASK Wanted, Granted, Denied; /* Wanted: what is still to be found */
    BOOLEAN Maximum;                     /* as much as there is */
};

static void allow(struct check *check, ACCESS_MASK mask)
{
    check->Granted |= mask & ~check->Denied;
    check->Wanted &= ~mask;
}

static void walk(struct check *check, PACL list, const GENERIC_MAPPING *mapping)
{
    for (ULONG i = 0; i < list->AceCount && (check->Wanted || check->Maximum); i++) {
        PACE_HEADER header;
        if (!NT_SUCCESS(RtlGetAce(list, i, (PVOID *)&header)))
            return;
        if (header->AceFlags & INHERIT_ONLY_ACE ||
            (header->AceType != ACCESS_ALLOWED_ACE_TYPE && header->AceType != ACCESS_DENIED_ACE_TYPE))
            continue;
        const ACCESS_ALLOWED_ACE *ace = (const ACCESS_ALLOWED_ACE *)header; /* both are alike */
        ACCESS_MASK mask = ace->Mask;
        if (!sep_has_sid(check->Token, (const SID *)&ace->SidStart))
            continue;
        RtlMapGenericMask(&mask, mapping);
        if (header->AceType == ACCESS_ALLOWED_ACE_TYPE)
            allow(check, mask);
        else if (check->Wanted & mask)
            return; /* one of them is denied before it was allowed */
        else
            check->Denied |= mask & ~check->Granted;
    }
}

/* What privileges give, whatever the list says. */
static BOOLEAN apply_privileges(struct check *check)
{
    if (check->Wanted & ACCESS_SYSTEM_SECURITY) {
        if (!sep_has_privilege(check->Token, SE_SECURITY_PRIVILEGE))
            return FALSE;
        allow(check, ACCESS_SYSTEM_SECURITY);
    }
    if (check->Wanted & WRITE_OWNER && sep_has_privilege(check->Token, SE_TAKE_OWNERSHIP_PRIVILEGE))
        allow(check, WRITE_OWNER);
    return TRUE;
}

static BOOLEAN is_granted(struct check *check, PSECURITY_DESCRIPTOR descriptor, const GENERIC_MAPPING *mapping,
                          NTSTATUS *status)
{
    PSID owner = NULL;
    PACL list = NULL;
    BOOLEAN present = FALSE, defaulted;
    *status = STATUS_PRIVILEGE_NOT_HELD;
    if (!apply_privileges(check))
        return FALSE;
    *status = STATUS_ACCESS_DENIED;
    RtlGetDaclSecurityDescriptor(descriptor, &present, &list, &defaulted);
    if (!present || !list) { /* without a list all is allowed */
        allow(check, check->Wanted | (check->Maximum ? mapping->GenericAll : 0));
        return TRUE;
    }
    RtlGetOwnerSecurityDescriptor(descriptor, &owner, &defaulted);
    if (owner && sep_has_sid(check->Token, owner)) {
        if (check->Maximum)
            check->Granted |= READ_CONTROL | WRITE_DAC;
        if (check->Wanted & (READ_CONTROL | WRITE_DAC))
            allow(check, check->Wanted & (READ_CONTROL | WRITE_DAC));
    }
    walk(check, list, mapping);
    return check->Wanted == 0 && (!check->Maximum || check->Granted != 0);
}

BOOLEAN SeAccessCheck(PSECURITY_DESCRIPTOR SecurityDescriptor, PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
                      BOOLEAN SubjectContextLocked, ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess,
                      PPRIVILEGE_SET *Privileges, PGENERIC_MAPPING GenericMapping, KPROCESSOR_MODE AccessMode,
                      PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus)
{
    BOOLEAN maximum = (DesiredAccess & MAXIMUM_ALLOWED) != 0;
    ACCESS_MASK wanted = DesiredAccess & ~(ACCESS_MASK)MAXIMUM_ALLOWED;
    RtlMapGenericMask(&wanted, GenericMapping);
    if (Privileges)
        *Privileges = NULL;
    *GrantedAccess = 0;
    *AccessStatus = STATUS_SUCCESS;
    if (AccessMode == KernelMode) {
        *GrantedAccess = wanted | PreviouslyGrantedAccess | (maximum ? GenericMapping->GenericAll : 0);
        return TRUE;
    }
    if (!SecurityDescriptor || (DesiredAccess == 0 && PreviouslyGrantedAccess == 0)) {
        *AccessStatus = STATUS_ACCESS_DENIED;
        return FALSE;
    }
    struct check check = {
        .Token = token_of(SubjectSecurityContext), .Wanted = wanted & ~PreviouslyGrantedAccess, .Maximum = maximum};
    if (check.Wanted == 0 && !maximum) {
        *GrantedAccess = wanted | PreviouslyGrantedAccess;
        return TRUE;
    }
    if (!is_granted(&check, SecurityDescriptor, GenericMapping, AccessStatus))
        return FALSE;
    *AccessStatus = STATUS_SUCCESS;
    *GrantedAccess = (maximum ? check.Granted : wanted) | wanted | PreviouslyGrantedAccess;
    return TRUE;
}

VOID SeFreePrivileges(PPRIVILEGE_SET Privileges)
{
    if (Privileges)
        ExFreePool(Privileges);
}
/* The explicit descriptor, or the parent's: what of the parent's children inherit is not worked out. */
NTSTATUS SeAssignSecurity(PSECURITY_DESCRIPTOR ParentDescriptor, PSECURITY_DESCRIPTOR ExplicitDescriptor,
                          PSECURITY_DESCRIPTOR *NewDescriptor, BOOLEAN IsDirectoryObject,
                          PSECURITY_SUBJECT_CONTEXT SubjectContext, PGENERIC_MAPPING GenericMapping, POOL_TYPE PoolType)
{
    PSECURITY_DESCRIPTOR from = ExplicitDescriptor ? ExplicitDescriptor : ParentDescriptor;
    *NewDescriptor = NULL;
    if (!from)
        return STATUS_NO_SECURITY_ON_OBJECT;
    ULONG size = RtlLengthSecurityDescriptor(from);
    PSECURITY_DESCRIPTOR to = ExAllocatePool2(POOL_FLAG_PAGED, size, TAG);
    if (!to)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (((PISECURITY_DESCRIPTOR)from)->Control & SE_SELF_RELATIVE) {
        RtlCopyMemory(to, from, size);
    } else {
        NTSTATUS status = RtlAbsoluteToSelfRelativeSD(from, to, &size);
        if (!NT_SUCCESS(status)) {
            ExFreePoolWithTag(to, TAG);
            return status;
        }
    }
    *NewDescriptor = to;
    return STATUS_SUCCESS;
}

NTSTATUS SeDeassignSecurity(PSECURITY_DESCRIPTOR *SecurityDescriptor)
{
    if (*SecurityDescriptor)
        ExFreePool(*SecurityDescriptor);
    *SecurityDescriptor = NULL;
    return STATUS_SUCCESS;
}

BOOLEAN SeValidSecurityDescriptor(ULONG Length, PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    return RtlValidRelativeSecurityDescriptor(SecurityDescriptor, Length, 0);
}
