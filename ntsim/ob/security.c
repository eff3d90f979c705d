/* Security descriptors of objects: kept as they are set, each whole. */
#include "ntsim/ob/obp.h"

enum { TAG = 'bOtN' };

/* A self-relative copy in pool. */
static NTSTATUS copy(PSECURITY_DESCRIPTOR from, PSECURITY_DESCRIPTOR *to)
{
    if (!RtlValidSecurityDescriptor(from))
        return STATUS_INVALID_SECURITY_DESCR;
    ULONG length = RtlLengthSecurityDescriptor(from);
    *to = ExAllocatePool2(POOL_FLAG_NON_PAGED, length, TAG);
    if (!*to)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (((PISECURITY_DESCRIPTOR)from)->Control & SE_SELF_RELATIVE) {
        RtlCopyMemory(*to, from, length);
        return STATUS_SUCCESS;
    }
    return RtlAbsoluteToSelfRelativeSD(from, *to, &length);
}

NTSTATUS ob_set_security(PVOID body, PSECURITY_DESCRIPTOR descriptor)
{
    struct ob_header *header = ob_header_of(body);
    PSECURITY_DESCRIPTOR own;
    NTSTATUS status = copy(descriptor, &own);
    if (!NT_SUCCESS(status))
        return status;
    if (header->SecurityDescriptor)
        ExFreePoolWithTag(header->SecurityDescriptor, TAG);
    header->SecurityDescriptor = own;
    return STATUS_SUCCESS;
}

NTSTATUS ZwSetSecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation,
                             PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    PVOID body;
    NTSTATUS status = ObReferenceObjectByHandle(Handle, 0, NULL, KernelMode, &body, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = ob_set_security(body, SecurityDescriptor);
    ObDereferenceObject(body);
    return status;
}

NTSTATUS ZwQuerySecurityObject(HANDLE Handle, SECURITY_INFORMATION SecurityInformation,
                               PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Length, PULONG LengthNeeded)
{
    PVOID body;
    NTSTATUS status = ObReferenceObjectByHandle(Handle, 0, NULL, KernelMode, &body, NULL);
    if (!NT_SUCCESS(status))
        return status;
    PSECURITY_DESCRIPTOR descriptor = ob_header_of(body)->SecurityDescriptor;
    *LengthNeeded = descriptor ? RtlLengthSecurityDescriptor(descriptor) : 0;
    if (!descriptor)
        status = STATUS_NO_SECURITY_ON_OBJECT;
    else if (*LengthNeeded > Length)
        status = STATUS_BUFFER_TOO_SMALL;
    else
        RtlCopyMemory(SecurityDescriptor, descriptor, *LengthNeeded);
    ObDereferenceObject(body);
    return status;
}

NTSTATUS ObGetObjectSecurity(PVOID Object, PSECURITY_DESCRIPTOR *SecurityDescriptor, PBOOLEAN MemoryAllocated)
{
    *SecurityDescriptor = ob_header_of(Object)->SecurityDescriptor;
    *MemoryAllocated = FALSE;
    return STATUS_SUCCESS;
}

VOID ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN MemoryAllocated)
{
    if (MemoryAllocated)
        ExFreePoolWithTag(SecurityDescriptor, TAG);
}
