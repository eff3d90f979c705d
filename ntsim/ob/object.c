/* Objects and their reference counts. */
#include "ntsim/ob/obp.h"

#include "ntsim/verifier/races.h"

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

static void delete_object(struct ob_header *header)
{
    VF_ACQUIRE(header);
    if (header->Type->Delete)
        header->Type->Delete(header->Body);
    header->Type->Objects--;
    if (header->Name.Buffer)
        ExFreePoolWithTag(header->Name.Buffer, TAG);
    if (header->SecurityDescriptor)
        ExFreePoolWithTag(header->SecurityDescriptor, TAG);
    ExFreePoolWithTag(header, TAG);
}

/* Deletion is for PASSIVE_LEVEL: above, a worker does it. Nobody refers to these any more, and no directory has them.
 */
static LIST_ENTRY deferred = {&deferred, &deferred};
static WORK_QUEUE_ITEM deferred_work;
static BOOLEAN deferred_queued;

static void delete_deferred(PVOID context)
{
    deferred_queued = FALSE;
    while (!IsListEmpty(&deferred))
        delete_object(CONTAINING_RECORD(RemoveHeadList(&deferred), struct ob_header, DirectoryEntry));
}

static void defer(struct ob_header *header)
{
    InsertTailList(&deferred, &header->DirectoryEntry);
    if (deferred_queued)
        return;
    deferred_queued = TRUE;
    ExInitializeWorkItem(&deferred_work, delete_deferred, NULL);
    ExQueueWorkItem(&deferred_work, CriticalWorkQueue);
}

static LONG_PTR dereference(PVOID object, BOOLEAN may_delete)
{
    struct ob_header *header = ob_header_of(object);
    check(header);
    VF_RELEASE(header);
    LONG_PTR left = --header->PointerCount;
    if (left == 0 && may_delete)
        delete_object(header);
    else if (left == 0)
        defer(header);
    return left;
}

LONG_PTR ObfDereferenceObject(PVOID Object)
{
    return dereference(Object, KeGetCurrentIrql() == PASSIVE_LEVEL);
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
    dereference(Object, FALSE);
}

VOID ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag)
{
    dereference(Object, FALSE);
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
