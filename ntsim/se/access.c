/*
 * Security of objects: the one user of this system is an administrator, and drivers run as the system. Access checks
 * grant all that is asked for, whatever the descriptor says; descriptors are kept, and copied as they are.
 */
#include <ntifs.h>

enum { TAG = 'cSeS' };

VOID SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
    *SubjectContext = (SECURITY_SUBJECT_CONTEXT){.ImpersonationLevel = SecurityAnonymous};
}

VOID SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
}

VOID SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
}

VOID SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
}

BOOLEAN SePrivilegeCheck(PPRIVILEGE_SET RequiredPrivileges, PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
                         KPROCESSOR_MODE AccessMode)
{
    if (AccessMode != KernelMode)
        for (ULONG i = 0; i < RequiredPrivileges->PrivilegeCount; i++)
            RequiredPrivileges->Privilege[i].Attributes |= SE_PRIVILEGE_USED_FOR_ACCESS;
    return TRUE;
}

static ACCESS_MASK map(ACCESS_MASK access, const GENERIC_MAPPING *mapping)
{
    if (access & (GENERIC_ALL | MAXIMUM_ALLOWED))
        access |= mapping->GenericAll;
    if (access & GENERIC_READ)
        access |= mapping->GenericRead;
    if (access & GENERIC_WRITE)
        access |= mapping->GenericWrite;
    if (access & GENERIC_EXECUTE)
        access |= mapping->GenericExecute;
    return access & ~(ACCESS_MASK)(GENERIC_ALL | GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | MAXIMUM_ALLOWED);
}

BOOLEAN SeAccessCheck(PSECURITY_DESCRIPTOR SecurityDescriptor, PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext,
                      BOOLEAN SubjectContextLocked, ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess,
                      PPRIVILEGE_SET *Privileges, PGENERIC_MAPPING GenericMapping, KPROCESSOR_MODE AccessMode,
                      PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus)
{
    if (Privileges)
        *Privileges = NULL;
    if (!SecurityDescriptor && AccessMode != KernelMode) {
        *GrantedAccess = 0;
        *AccessStatus = STATUS_ACCESS_DENIED;
        return FALSE;
    }
    *GrantedAccess = map(DesiredAccess, GenericMapping) | PreviouslyGrantedAccess;
    *AccessStatus = STATUS_SUCCESS;
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
