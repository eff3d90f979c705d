/* Objects and their reference counts. */
#include "ntsim/ob/obp.h"

PVOID ob_create(POBJECT_TYPE type, SIZE_T size)
{
    SIZE_T body_size = type->BodySize ? type->BodySize : size;
    struct ob_header *header = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*header) + body_size, 'bOtN');
    if (!header)
        return NULL;
    header->PointerCount = 1;
    header->Type = type;
    InitializeListHead(&header->DirectoryEntry);
    type->Objects++;
    return header->Body;
}

LONG_PTR ObfReferenceObject(PVOID Object)
{
    struct ob_header *header = ob_header_of(Object);
    if (header->PointerCount <= 0)
        KeBugCheckEx(REFERENCE_BY_POINTER, (ULONG_PTR)header->Type, (ULONG_PTR)Object, 0,
                     (ULONG_PTR)header->PointerCount);
    return ++header->PointerCount;
}

LONG_PTR ObfDereferenceObject(PVOID Object)
{
    struct ob_header *header = ob_header_of(Object);
    if (header->PointerCount <= 0)
        KeBugCheckEx(REFERENCE_BY_POINTER, (ULONG_PTR)header->Type, (ULONG_PTR)Object, 0,
                     (ULONG_PTR)header->PointerCount);
    LONG_PTR left = --header->PointerCount;
    if (left == 0) {
        if (header->Type->Delete)
            header->Type->Delete(Object);
        header->Type->Objects--;
        ExFreePoolWithTag(header, 'bOtN');
    }
    return left;
}
