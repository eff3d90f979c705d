/* Objects: creation, contexts, references, and deletion in the documented order. */
#include "ntsim/wdf/fx_rules.h"

/* The prefix of a bug check's meaning is the code itself: see wdfbugcodes.h. */
enum { WDF_VIOLATION_CODE = 0x10D };

DECLSPEC_NORETURN void fx_violation(ULONG_PTR p1, ULONG_PTR p2, ULONG_PTR p3, ULONG_PTR p4)
{
    KeBugCheckEx(WDF_VIOLATION_CODE, p1, p2, p3, p4);
    __builtin_unreachable();
}

DECLSPEC_NORETURN void fx_null_parameter(PVOID caller)
{
    fx_violation(WDF_REQUIRED_PARAMETER_IS_NULL, 0, (ULONG_PTR)caller, 0);
}

PVOID fx_allocate(struct fx_driver *driver, SIZE_T size)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, size, driver ? driver->Globals->DriverTag : FX_TAG);
}

void fx_free(PVOID memory)
{
    if (memory)
        ExFreePool(memory);
}

BOOLEAN fx_copy_sized(PVOID to, ULONG to_size, const void *from, ULONG shortest)
{
    const ULONG size = from ? *(const ULONG *)from : 0;
    RtlZeroMemory(to, to_size);
    if (size < shortest || size > to_size)
        return FALSE;
    RtlCopyMemory(to, from, size);
    return TRUE;
}

NTSTATUS fx_copy_string(struct fx_driver *driver, PUNICODE_STRING to, PCUNICODE_STRING from)
{
    to->Length = from->Length;
    to->MaximumLength = (USHORT)(from->Length + sizeof(WCHAR));
    to->Buffer = fx_allocate(driver, (SIZE_T)from->Length + sizeof(WCHAR));
    if (!to->Buffer) {
        to->Length = to->MaximumLength = 0;
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    RtlCopyMemory(to->Buffer, from->Buffer, from->Length);
    return STATUS_SUCCESS;
}

/* --- handles --- */

struct fx_object *fx_any_object(WDFOBJECT handle)
{
    struct fx_object *object = handle;
    if (!object)
        fx_null_parameter(__builtin_return_address(0));
    if ((ULONG_PTR)object % 16 != 0 || (LONG_PTR)object < 0x10000 || object->Signature != FX_SIGNATURE) {
        fx_find_handle(handle, 0);
        fx_violation(WDF_INVALID_HANDLE, (ULONG_PTR)handle, 0, 0);
    }
    return object;
}

static BOOLEAN is_a(enum fx_type found, enum fx_type wanted)
{
    return found == wanted || (wanted == FX_TARGET && (found == FX_USB_DEVICE || found == FX_USB_PIPE));
}

PVOID fx_object_of(WDFOBJECT handle, enum fx_type type)
{
    struct fx_object *object = fx_any_object(handle);
    if (!is_a(object->Type, type)) {
        fx_find_handle(handle, type);
        fx_violation(WDF_INVALID_HANDLE, (ULONG_PTR)handle, type, 0);
    }
    return object;
}

PVOID fx_ancestor(struct fx_object *object, enum fx_type type)
{
    while (object && !is_a(object->Type, type))
        object = object->Parent;
    return object;
}

/* --- creation --- */

static SIZE_T context_size(PWDF_OBJECT_ATTRIBUTES attributes)
{
    if (!attributes || !attributes->ContextTypeInfo)
        return 0;
    return attributes->ContextSizeOverride ? attributes->ContextSizeOverride : attributes->ContextTypeInfo->ContextSize;
}

NTSTATUS fx_check_attributes(PWDF_OBJECT_ATTRIBUTES attributes)
{
    if (!attributes)
        return STATUS_SUCCESS;
    if (attributes->Size != sizeof(*attributes))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (attributes->ExecutionLevel == WdfExecutionLevelInvalid ||
        attributes->ExecutionLevel > WdfExecutionLevelDispatch)
        return STATUS_INVALID_PARAMETER;
    if (attributes->SynchronizationScope == WdfSynchronizationScopeInvalid ||
        attributes->SynchronizationScope > WdfSynchronizationScopeNone)
        return STATUS_INVALID_PARAMETER;
    if (attributes->ContextSizeOverride &&
        (!attributes->ContextTypeInfo || attributes->ContextSizeOverride < attributes->ContextTypeInfo->ContextSize))
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

SIZE_T fx_context_room(PWDF_OBJECT_ATTRIBUTES attributes)
{
    if (!attributes ||
        (!attributes->ContextTypeInfo && !attributes->EvtCleanupCallback && !attributes->EvtDestroyCallback))
        return 0;
    return ROUND_UP_16(sizeof(struct fx_context) + context_size(attributes));
}

static void fill_context(struct fx_object *object, struct fx_context *context, PWDF_OBJECT_ATTRIBUTES attributes)
{
    context->Object = object;
    context->Type = attributes->ContextTypeInfo;
    context->Size = context_size(attributes);
    context->Cleanup = attributes->EvtCleanupCallback;
    context->Destroy = attributes->EvtDestroyCallback;
    context->Next = NULL;
}

static void need_passive(struct fx_object *object)
{
    for (; object && !object->NeedsPassive; object = object->Parent)
        object->NeedsPassive = TRUE;
}

void fx_set_parent(struct fx_object *object, struct fx_object *parent)
{
    if (object->Parent)
        RemoveEntryList(&object->Sibling);
    object->Parent = parent;
    InitializeListHead(&object->Sibling);
    if (!parent)
        return;
    InsertTailList(&parent->Children, &object->Sibling);
    if (object->NeedsPassive)
        need_passive(parent);
}

void fx_init_in_place(struct fx_object *object, const struct fx_class *class, struct fx_driver *driver,
                      PWDF_OBJECT_ATTRIBUTES attributes, struct fx_object *parent)
{
    object->Signature = FX_SIGNATURE;
    object->Type = (UCHAR) class->Type;
    object->State = FX_ALIVE;
    object->References = 1;
    object->Class = class;
    object->Driver = driver;
    object->Protected = class->DriverMayNotDelete;
    InitializeListHead(&object->Children);
    object->ExecutionLevel = parent ? parent->ExecutionLevel : WdfExecutionLevelDispatch;
    object->SynchronizationScope = parent ? parent->SynchronizationScope : WdfSynchronizationScopeNone;
    object->Device = parent ? (parent->Type == FX_DEVICE ? (struct fx_device *)parent : parent->Device) : NULL;
    object->NeedsPassive = class->PassiveDispose;
    if (fx_context_room(attributes)) {
        struct fx_context *context = (struct fx_context *)((PUCHAR)object + ROUND_UP_16(class->Size));
        fill_context(object, context, attributes);
        object->Contexts = context;
    }
    if (attributes) {
        if (attributes->ExecutionLevel != WdfExecutionLevelInheritFromParent)
            object->ExecutionLevel = (UCHAR)attributes->ExecutionLevel;
        if (attributes->SynchronizationScope != WdfSynchronizationScopeInheritFromParent)
            object->SynchronizationScope = (UCHAR)attributes->SynchronizationScope;
        if (attributes->ExecutionLevel == WdfExecutionLevelPassive)
            object->NeedsPassive = TRUE;
    }
    fx_set_parent(object, parent);
}

NTSTATUS fx_create(const struct fx_class *class, struct fx_driver *driver, PWDF_OBJECT_ATTRIBUTES attributes,
                   struct fx_object *parent, PVOID object)
{
    struct fx_object **result = object;
    *result = NULL;
    const NTSTATUS status = fx_check_attributes(attributes);
    if (!NT_SUCCESS(status))
        return status;
    if (attributes && attributes->ParentObject)
        parent = fx_any_object(attributes->ParentObject);
    else if (!parent && driver)
        parent = &driver->Object;
    if (parent && parent->State != FX_ALIVE)
        return STATUS_DELETE_PENDING;
    struct fx_object *created = fx_allocate(driver, ROUND_UP_16(class->Size) + fx_context_room(attributes));
    if (!created)
        return STATUS_INSUFFICIENT_RESOURCES;
    fx_init_in_place(created, class, driver, attributes, parent);
    *result = created;
    return STATUS_SUCCESS;
}

/* --- deletion --- */

static void run_cleanup(struct fx_object *object)
{
    for (struct fx_context *context = object->Contexts; context; context = context->Next) {
        const PFN_WDF_OBJECT_CONTEXT_CLEANUP cleanup = context->Cleanup;
        context->Cleanup = NULL;
        if (cleanup)
            cleanup(object);
    }
}

/* The child callbacks have all returned before its parent's run. */
static void dispose(struct fx_object *object)
{
    object->State = FX_DISPOSING;
    for (PLIST_ENTRY entry = object->Children.Flink; entry != &object->Children;) {
        struct fx_object *child = CONTAINING_RECORD(entry, struct fx_object, Sibling);
        fx_reference(child);
        if (child->State == FX_ALIVE)
            dispose(child);
        /* Its callbacks may have deleted it, or others. */
        entry = child->Parent == object ? entry->Flink : object->Children.Flink;
        fx_dereference(child);
    }
    if (object->Class->Dispose)
        object->Class->Dispose(object);
    run_cleanup(object);
    object->State = FX_DISPOSED;
}

/* Lets go of what has been disposed of, children first. */
static void let_go(struct fx_object *object)
{
    object->State = FX_DELETED;
    while (!IsListEmpty(&object->Children)) {
        struct fx_object *child = CONTAINING_RECORD(object->Children.Flink, struct fx_object, Sibling);
        fx_set_parent(child, NULL);
        child->DeletedAt = child->DeletedAt ? child->DeletedAt : object->DeletedAt;
        let_go(child);
    }
    if (!object->Embedded)
        fx_dereference(object);
}

static struct fx_object *deferred;
static WORK_QUEUE_ITEM deferred_item;
static BOOLEAN deferred_queued;

static VOID NTAPI delete_deferred(PVOID context)
{
    deferred_queued = FALSE;
    while (deferred) {
        struct fx_object *object = deferred;
        deferred = object->NextDeferred;
        if (object->State == FX_ALIVE)
            dispose(object);
        let_go(object);
    }
}

static BOOLEAN defer(struct fx_object *object)
{
    if (!object->NeedsPassive || KeGetCurrentIrql() == PASSIVE_LEVEL)
        return FALSE;
    struct fx_object **last = &deferred;
    while (*last)
        last = &(*last)->NextDeferred;
    *last = object;
    if (!deferred_queued) {
        deferred_queued = TRUE;
        ExInitializeWorkItem(&deferred_item, delete_deferred, NULL);
        ExQueueWorkItem(&deferred_item, DelayedWorkQueue);
    }
    return TRUE;
}

void fx_dispose(struct fx_object *object)
{
    if (object->State == FX_ALIVE)
        dispose(object);
}

void fx_delete(struct fx_object *object)
{
    if (object->State != FX_ALIVE && object->State != FX_DISPOSED)
        return;
    if (object->Parent && object->Parent->State == FX_DISPOSING && object->State == FX_DISPOSED)
        return; /* the parent is about to let go of it */
    if (object->Type != FX_REQUEST)
        object->DeletedAt = fx_here(); /* of requests it is known where they were completed */
    fx_set_parent(object, NULL);
    if (defer(object))
        return;
    if (object->State == FX_ALIVE)
        dispose(object);
    let_go(object);
}

void fx_abandon(struct fx_object *object)
{
    for (struct fx_context *context = object->Contexts; context; context = context->Next) {
        context->Cleanup = NULL;
        context->Destroy = NULL;
    }
    fx_delete(object);
}

void fx_reference(struct fx_object *object)
{
    object->References++;
}

static void destroy(struct fx_object *object)
{
    for (struct fx_context *context = object->Contexts; context; context = context->Next)
        if (context->Destroy)
            context->Destroy(object);
    if (object->Class->Destroy)
        object->Class->Destroy(object);
    const PUCHAR own = (PUCHAR)object + ROUND_UP_16(object->Class->Size);
    for (struct fx_context *context = object->Contexts, *next; context; context = next) {
        next = context->Next;
        if ((PUCHAR)context != own)
            fx_free(context);
    }
    object->Contexts = NULL;
    fx_remember_deleted(object);
    object->Signature = FX_FREED;
    if (!object->Embedded && !(object->Class->Recycle && object->Class->Recycle(object)))
        fx_free(object);
}

void fx_dereference(struct fx_object *object)
{
    if (--object->References > 0)
        return;
    destroy(object);
}

/* --- functions of the table --- */

PVOID FASTCALL api_ObjectGetTypedContextWorker(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle,
                                               PCWDF_OBJECT_CONTEXT_TYPE_INFO type)
{
    const struct fx_object *object = fx_any_object(handle);
    for (struct fx_context *context = object->Contexts; context; context = context->Next)
        if (context->Type == type)
            return context->Data;
    fx_note_context(object, type);
    return NULL;
}

NTSTATUS api_ObjectAllocateContext(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle, PWDF_OBJECT_ATTRIBUTES attributes,
                                   PVOID *result)
{
    struct fx_object *object = fx_any_object(handle);
    FX_REQUIRE(attributes);
    const NTSTATUS status = fx_check_attributes(attributes);
    if (!NT_SUCCESS(status))
        return status;
    if (!attributes->ContextTypeInfo || attributes->ParentObject)
        return STATUS_INVALID_PARAMETER;
    if (object->State != FX_ALIVE)
        return STATUS_DELETE_PENDING;
    struct fx_context **last = &object->Contexts;
    for (; *last; last = &(*last)->Next)
        if ((*last)->Type == attributes->ContextTypeInfo) {
            if (result)
                *result = (*last)->Data;
            return STATUS_OBJECT_NAME_EXISTS;
        }
    struct fx_context *context = fx_allocate(object->Driver, fx_context_room(attributes));
    if (!context)
        return STATUS_INSUFFICIENT_RESOURCES;
    fill_context(object, context, attributes);
    *last = context;
    if (result)
        *result = context->Data;
    return STATUS_SUCCESS;
}

WDFOBJECT FASTCALL api_ObjectContextGetObject(PWDF_DRIVER_GLOBALS globals, PVOID pointer)
{
    FX_REQUIRE(pointer);
    return CONTAINING_RECORD(pointer, struct fx_context, Data)->Object;
}

VOID api_ObjectReferenceActual(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle, PVOID tag, LONG line, PCCH file)
{
    fx_reference(fx_any_object(handle));
}

VOID api_ObjectDereferenceActual(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle, PVOID tag, LONG line, PCCH file)
{
    struct fx_object *object = fx_any_object(handle);
    /* The last reference goes with the object's deletion, not before. */
    if (object->References == 1 && object->State != FX_DELETED)
        fx_violation(WDF_OBJECT_ERROR, (ULONG_PTR)handle, 0, 0);
    fx_dereference(object);
}

static const struct fx_class general_class = {.Type = FX_GENERAL, .Size = sizeof(struct fx_object)};

NTSTATUS api_ObjectCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFOBJECT *result)
{
    struct fx_object *object;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_create(&general_class, fx_driver_of(globals), attributes, NULL, &object);
    *result = object;
    return status;
}

VOID api_ObjectDelete(PWDF_DRIVER_GLOBALS globals, WDFOBJECT handle)
{
    struct fx_object *object = fx_any_object(handle);
    if (object->Protected)
        fx_violation(WDF_OBJECT_ERROR, (ULONG_PTR)handle, 0, 0);
    if (object->Type == FX_DEVICE)
        fx_device_removed((struct fx_device *)object);
    else
        fx_delete(object);
}
