/* Objects and their reference counts. */
#include "ntsim/ob/obp.h"

enum { TAG = 'bOtN' };

PVOID ob_create(POBJECT_TYPE type, SIZE_T size)
{
    SIZE_T body_size = type->BodySize ? type->BodySize : size;
    struct ob_header *header = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*header) + body_size, TAG);
    if (!header)
        return NULL;
    header->PointerCount = 1;
    header->Type = type;
    InitializeListHead(&header->DirectoryEntry);
    type->Objects++;
    return header->Body;
}

static void check(struct ob_header *header)
{
    if (header->PointerCount <= 0)
        KeBugCheckEx(REFERENCE_BY_POINTER, (ULONG_PTR)header->Type, (ULONG_PTR)header->Body, 0,
                     (ULONG_PTR)header->PointerCount);
}

LONG_PTR ObfReferenceObject(PVOID Object)
{
    struct ob_header *header = ob_header_of(Object);
    check(header);
    return ++header->PointerCount;
}

LONG_PTR ObfDereferenceObject(PVOID Object)
{
    struct ob_header *header = ob_header_of(Object);
    check(header);
    LONG_PTR left = --header->PointerCount;
    if (left == 0) {
        if (header->Type->Delete)
            header->Type->Delete(Object);
        header->Type->Objects--;
        if (header->Name.Buffer)
            ExFreePoolWithTag(header->Name.Buffer, TAG);
        if (header->SecurityDescriptor)
            ExFreePoolWithTag(header->SecurityDescriptor, TAG);
        ExFreePoolWithTag(header, TAG);
    }
    return left;
}

LONG_PTR ObfReferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    return ObfReferenceObject(Object);
}

LONG_PTR ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    return ObfDereferenceObject(Object);
}

VOID ObDereferenceObjectDeferDelete(PVOID Object)
{
    ObfDereferenceObject(Object);
}

VOID ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag)
{
    ObfDereferenceObject(Object);
}

BOOLEAN ObReferenceObjectSafe(PVOID Object)
{
    struct ob_header *header = ob_header_of(Object);
    if (header->PointerCount <= 0)
        return FALSE;
    header->PointerCount++;
    return TRUE;
}

NTSTATUS ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                    KPROCESSOR_MODE AccessMode)
{
    POBJECT_TYPE type = ob_header_of(Object)->Type;
    if (type != ObjectType && (AccessMode != KernelMode || type == &ob_symbolic_link_type))
        return STATUS_OBJECT_TYPE_MISMATCH;
    ObfReferenceObject(Object);
    return STATUS_SUCCESS;
}

NTSTATUS ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                           KPROCESSOR_MODE AccessMode, ULONG Tag)
{
    return ObReferenceObjectByPointer(Object, DesiredAccess, ObjectType, AccessMode);
}

POBJECT_TYPE ObGetObjectType(PVOID Object)
{
    return ob_header_of(Object)->Type;
}
