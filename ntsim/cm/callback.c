/*
 * Those who see registry operations: before, from the highest altitude down, and after, from the lowest up. One that
 * refuses or bypasses an operation ends it there, and only those above are told of its end. What a callback does to
 * the registry itself is seen by those below it. For APC_LEVEL and below.
 */
#include "ntsim/cm/cmp.h"

#include "ntsim/ke/ki.h"
#include "ntsim/ob/altitude.h"
#include "ntsim/verifier/leftovers.h"

struct callback {
    LIST_ENTRY Entry;        /* the highest altitude first */
    UNICODE_STRING Altitude; /* behind this */
    PEX_CALLBACK_FUNCTION Function;
    PVOID Context;
    LONGLONG Cookie;
    ULONG Running; /* in it, or between before and after */
    KEVENT Idle;
    BOOLEAN Gone;
};

/* What a callback hangs onto a key's object. */
struct object_context {
    LIST_ENTRY Entry; /* the object's */
    LIST_ENTRY All;
    PVOID Object;
    LONGLONG Cookie;
    PVOID Context;
};

/* A thread in a callback. */
struct inside {
    struct inside *Next;
    PKTHREAD Thread;
    struct callback *Callback;
};

static LIST_ENTRY callbacks = {&callbacks, &callbacks}, contexts = {&contexts, &contexts};
static struct inside *insides;

static struct callback *find_callback(LONGLONG cookie)
{
    for (LIST_ENTRY *entry = callbacks.Flink; entry != &callbacks; entry = entry->Flink) {
        struct callback *callback = CONTAINING_RECORD(entry, struct callback, Entry);
        if (callback->Cookie == cookie)
            return callback;
    }
    return NULL;
}

static NTSTATUS call(struct callback *callback, REG_NOTIFY_CLASS class, PVOID information)
{
    struct inside inside = {insides, ki_current_thread(), callback};
    insides = &inside;
    NTSTATUS status = callback->Function(callback->Context, (PVOID)(ULONG_PTR) class, information);
    struct inside **at = &insides;
    while (*at != &inside)
        at = &(*at)->Next;
    *at = inside.Next;
    return status;
}

/* --- contexts of objects --- */

static struct object_context *find_context(PVOID object, LONGLONG cookie)
{
    LIST_ENTRY *head = object ? &((struct cm_key_object *)object)->Contexts : NULL;
    for (LIST_ENTRY *entry = head ? head->Flink : NULL; entry && entry != head; entry = entry->Flink) {
        struct object_context *context = CONTAINING_RECORD(entry, struct object_context, Entry);
        if (context->Cookie == cookie)
            return context;
    }
    return NULL;
}

static PVOID context_of(PVOID object, LONGLONG cookie)
{
    const struct object_context *context = find_context(object, cookie);
    return context ? context->Context : NULL;
}

static void clean_up(struct object_context *context)
{
    struct callback *callback = find_callback(context->Cookie);
    REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION information = {.Object = context->Object,
                                                            .ObjectContext = context->Context};
    RemoveEntryList(&context->Entry);
    RemoveEntryList(&context->All);
    ExFreePoolWithTag(context, CMP_TAG);
    if (callback)
        call(callback, RegNtCallbackObjectContextCleanup, &information);
}

void cm_clean_up_contexts(struct cm_key_object *object)
{
    while (object->Contexts.Flink && !IsListEmpty(&object->Contexts))
        clean_up(CONTAINING_RECORD(object->Contexts.Flink, struct object_context, Entry));
}

NTSTATUS CmSetCallbackObjectContext(PVOID Object, PLARGE_INTEGER Cookie, PVOID NewContext, PVOID *OldContext)
{
    struct cm_key_object *object = Object;
    struct object_context *context = find_context(Object, Cookie->QuadPart);
    if (!find_callback(Cookie->QuadPart))
        return STATUS_INVALID_PARAMETER;
    if (OldContext)
        *OldContext = context ? context->Context : NULL;
    if (!context) {
        context = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*context), CMP_TAG);
        if (!context)
            return STATUS_INSUFFICIENT_RESOURCES;
        if (!object->Contexts.Flink)
            InitializeListHead(&object->Contexts);
        context->Object = Object;
        context->Cookie = Cookie->QuadPart;
        InsertTailList(&object->Contexts, &context->Entry);
        InsertTailList(&contexts, &context->All);
    }
    context->Context = NewContext;
    return STATUS_SUCCESS;
}

/* --- registration --- */

NTSTATUS CmRegisterCallbackEx(PEX_CALLBACK_FUNCTION Function, PCUNICODE_STRING Altitude, PVOID Driver, PVOID Context,
                              PLARGE_INTEGER Cookie, PVOID Reserved)
{
    static LONGLONG next_cookie = 0x01D00000;
    LIST_ENTRY *below = callbacks.Flink;
    if (!ob_is_altitude(Altitude))
        return STATUS_INVALID_PARAMETER;
    for (; below != &callbacks; below = below->Flink) {
        int order = ob_compare_altitudes(&CONTAINING_RECORD(below, struct callback, Entry)->Altitude, Altitude);
        if (order == 0)
            return STATUS_FLT_INSTANCE_ALTITUDE_COLLISION;
        if (order < 0)
            break;
    }
    struct callback *callback = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*callback) + Altitude->Length, CMP_TAG);
    if (!callback)
        return STATUS_INSUFFICIENT_RESOURCES;
    callback->Altitude = (UNICODE_STRING){Altitude->Length, Altitude->Length, (PWSTR)(callback + 1)};
    RtlCopyMemory(callback->Altitude.Buffer, Altitude->Buffer, Altitude->Length);
    callback->Function = Function;
    callback->Context = Context;
    callback->Cookie = Cookie->QuadPart = ++next_cookie;
    KeInitializeEvent(&callback->Idle, SynchronizationEvent, FALSE);
    InsertTailList(below, &callback->Entry);
    vf_registered("the registry callback", callback, Function);
    return STATUS_SUCCESS;
}

/* Each gets an altitude of its own, above those before it, in the range of monitors. */
NTSTATUS CmRegisterCallback(PEX_CALLBACK_FUNCTION Function, PVOID Context, PLARGE_INTEGER Cookie)
{
    static ULONG count;
    WCHAR text[16];
    UNICODE_STRING digits = {0, sizeof(text) - 7 * sizeof(WCHAR), text + 7}, altitude = {0, sizeof(text), text};
    RtlCopyMemory(text, L"360000.", 7 * sizeof(WCHAR));
    RtlIntegerToUnicodeString(++count, 10, &digits);
    altitude.Length = (USHORT)(7 * sizeof(WCHAR) + digits.Length);
    return CmRegisterCallbackEx(Function, &altitude, NULL, Context, Cookie, NULL);
}

/* Returns when nobody is in the callback any more. */
NTSTATUS CmUnRegisterCallback(LARGE_INTEGER Cookie)
{
    struct callback *callback = find_callback(Cookie.QuadPart);
    if (!callback || callback->Gone)
        return STATUS_INVALID_PARAMETER;
    callback->Gone = TRUE;
    while (callback->Running)
        KeWaitForSingleObject(&callback->Idle, Executive, KernelMode, FALSE, NULL);
    for (LIST_ENTRY *entry = contexts.Flink, *next; entry != &contexts; entry = next) {
        struct object_context *context = CONTAINING_RECORD(entry, struct object_context, All);
        next = entry->Flink;
        if (context->Cookie == Cookie.QuadPart)
            clean_up(context);
    }
    vf_unregistered(callback);
    RemoveEntryList(&callback->Entry);
    ExFreePoolWithTag(callback, CMP_TAG);
    return STATUS_SUCCESS;
}

VOID CmGetCallbackVersion(PULONG Major, PULONG Minor)
{
    if (Major)
        *Major = 1;
    if (Minor)
        *Minor = 1;
}

/* --- questions of callbacks --- */

NTSTATUS CmCallbackGetKeyObjectIDEx(PLARGE_INTEGER Cookie, PVOID Object, PULONG_PTR ObjectID,
                                    PCUNICODE_STRING *ObjectName, ULONG Flags)
{
    const struct cm_key *key = ((struct cm_key_object *)Object)->Key;
    if (Flags || !find_callback(Cookie->QuadPart))
        return STATUS_INVALID_PARAMETER;
    if (ObjectID)
        *ObjectID = (ULONG_PTR)key;
    if (!ObjectName)
        return STATUS_SUCCESS;
    ULONG needed = 0, header = FIELD_OFFSET(KEY_NAME_INFORMATION, Name);
    cm_query_key(key, KeyNameInformation, NULL, 0, &needed);
    PUNICODE_STRING name = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*name) + needed, CMP_TAG);
    if (!name)
        return STATUS_INSUFFICIENT_RESOURCES;
    cm_query_key(key, KeyNameInformation, name + 1, needed, &needed);
    *name =
        (UNICODE_STRING){(USHORT)(needed - header), (USHORT)(needed - header), (PWSTR)((PUCHAR)(name + 1) + header)};
    *ObjectName = name;
    return STATUS_SUCCESS;
}

VOID CmCallbackReleaseKeyObjectIDEx(PCUNICODE_STRING ObjectName)
{
    if (ObjectName)
        ExFreePoolWithTag((PVOID)ObjectName, CMP_TAG);
}

/* There are no transactions. */
PVOID CmGetBoundTransaction(PLARGE_INTEGER Cookie, PVOID Object)
{
    return NULL;
}

/* --- operations --- */

/* Where those begin who are to see what this thread does: all, or those below the callback that it is in. */
static LIST_ENTRY *first_below(void)
{
    for (const struct inside *inside = insides; inside; inside = inside->Next)
        if (inside->Thread == ki_current_thread())
            return inside->Callback->Entry.Flink;
    return callbacks.Flink;
}

static void release(struct callback *callback)
{
    if (--callback->Running == 0)
        KeSetEvent(&callback->Idle, IO_NO_INCREMENT, FALSE);
}

BOOLEAN cm_begin(struct cm_operation *operation)
{
    operation->Status = STATUS_SUCCESS;
    operation->Count = 0;
    if (IsListEmpty(&callbacks))
        return TRUE;
    for (LIST_ENTRY *entry = first_below(); entry != &callbacks; entry = entry->Flink) {
        struct callback *callback = CONTAINING_RECORD(entry, struct callback, Entry);
        if (callback->Gone || operation->Count == CM_MOST_CALLBACKS)
            continue;
        callback->Running++;
        *operation->CallContext = NULL;
        *operation->ObjectContext = context_of(operation->Object, callback->Cookie);
        NTSTATUS status = call(callback, operation->Before, operation->Information);
        if (!NT_SUCCESS(status) || status == STATUS_CALLBACK_BYPASS) {
            release(callback);
            operation->Bypassed = status == STATUS_CALLBACK_BYPASS;
            operation->Status = operation->Bypassed ? STATUS_SUCCESS : status;
            return FALSE;
        }
        operation->Visits[operation->Count].Callback = callback;
        operation->Visits[operation->Count++].CallContext = *operation->CallContext;
    }
    return TRUE;
}

NTSTATUS cm_end(struct cm_operation *operation)
{
    while (operation->Count > 0) {
        struct callback *callback = operation->Visits[--operation->Count].Callback;
        PVOID object = operation->Result ? *operation->Result : operation->Object;
        REG_POST_OPERATION_INFORMATION information = {
            .Object = object,
            .Status = operation->Status,
            .PreInformation = operation->Information,
            .ReturnStatus = operation->Status,
            .CallContext = operation->Visits[operation->Count].CallContext,
            .ObjectContext = context_of(object, callback->Cookie),
        };
        if (call(callback, operation->After, &information) == STATUS_CALLBACK_BYPASS)
            operation->Status = information.ReturnStatus;
        release(callback);
    }
    return operation->Status;
}
