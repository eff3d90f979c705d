/* Callback objects, by name. */
#include "ntsim/ex/exp.h"
#include "ntsim/ob/obp.h"
#include "ntsim/rtl/rtlp.h"
#include "ntsim/verifier/leftovers.h"

struct _CALLBACK_OBJECT {
    LIST_ENTRY Entry; /* in the list of all */
    LIST_ENTRY Registrations;
    UNICODE_STRING Name;
    BOOLEAN Multiple;
};

struct registration {
    LIST_ENTRY Entry;
    PCALLBACK_OBJECT Object;
    PCALLBACK_FUNCTION Function;
    PVOID Context;
    ULONG Busy; /* calls under way */
    BOOLEAN Removed;
};

enum { TAG = 0x6C6C6243 /* "Cbll" */ };

static void deleted(PVOID body);

static OBJECT_TYPE callback_type = {
    .Name = L"Callback", .BodySize = sizeof(struct _CALLBACK_OBJECT), .Delete = deleted};
static LIST_ENTRY objects = {&objects, &objects};

static void deleted(PVOID body)
{
    PCALLBACK_OBJECT object = body;
    RemoveEntryList(&object->Entry);
    ExFreePoolWithTag(object->Name.Buffer, TAG);
}

static PCALLBACK_OBJECT find(const UNICODE_STRING *name, BOOLEAN ignore_case)
{
    for (LIST_ENTRY *entry = objects.Flink; entry != &objects; entry = entry->Flink) {
        PCALLBACK_OBJECT object = CONTAINING_RECORD(entry, struct _CALLBACK_OBJECT, Entry);
        if (RtlEqualUnicodeString(&object->Name, name, ignore_case))
            return object;
    }
    return NULL;
}

static PCALLBACK_OBJECT create(const UNICODE_STRING *name, BOOLEAN multiple)
{
    UNICODE_STRING copy;
    if (!NT_SUCCESS(rtlp_copy_string(&copy, name, TAG)))
        return NULL;
    PCALLBACK_OBJECT object = ob_create(&callback_type, 0);
    if (!object) {
        ExFreePoolWithTag(copy.Buffer, TAG);
        return NULL;
    }
    object->Name = copy;
    object->Multiple = multiple;
    InitializeListHead(&object->Registrations);
    InsertTailList(&objects, &object->Entry);
    return object;
}

/* Those that Windows has from the start. */
static void create_known(void)
{
    static BOOLEAN done;
    static const UNICODE_STRING names[] = {
        RTL_CONSTANT_STRING(L"\\Callback\\SetSystemTime"),
        RTL_CONSTANT_STRING(L"\\Callback\\PowerState"),
        RTL_CONSTANT_STRING(L"\\Callback\\ProcessorAdd"),
    };
    for (ULONG i = 0; i < ARRAYSIZE(names) && !done; i++)
        create(&names[i], TRUE);
    done = TRUE;
}

NTSTATUS ExCreateCallback(PCALLBACK_OBJECT *CallbackObject, POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN Create,
                          BOOLEAN AllowMultipleCallbacks)
{
    if (!ObjectAttributes->ObjectName || ObjectAttributes->ObjectName->Length == 0)
        return STATUS_UNSUCCESSFUL;
    create_known();
    PCALLBACK_OBJECT object =
        find(ObjectAttributes->ObjectName, (ObjectAttributes->Attributes & OBJ_CASE_INSENSITIVE) != 0);
    if (object) {
        ObReferenceObject(object);
    } else {
        if (!Create)
            return STATUS_OBJECT_NAME_NOT_FOUND;
        object = create(ObjectAttributes->ObjectName, AllowMultipleCallbacks);
        if (!object)
            return STATUS_INSUFFICIENT_RESOURCES;
        if (ObjectAttributes->Attributes & OBJ_PERMANENT)
            ObReferenceObject(object);
    }
    *CallbackObject = object;
    return STATUS_SUCCESS;
}

PVOID ExRegisterCallback(PCALLBACK_OBJECT CallbackObject, PCALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext)
{
    if (!CallbackObject->Multiple && !IsListEmpty(&CallbackObject->Registrations))
        return NULL;
    struct registration *registration = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*registration), TAG);
    if (!registration)
        return NULL;
    ObReferenceObject(CallbackObject);
    registration->Object = CallbackObject;
    registration->Function = CallbackFunction;
    registration->Context = CallbackContext;
    InsertTailList(&CallbackObject->Registrations, &registration->Entry);
    vf_registered("the routine of a callback object", registration, CallbackFunction);
    return registration;
}

static void release(struct registration *registration)
{
    RemoveEntryList(&registration->Entry);
    ExFreePoolWithTag(registration, TAG);
}

VOID ExUnregisterCallback(PVOID CallbackRegistration)
{
    struct registration *registration = CallbackRegistration;
    PCALLBACK_OBJECT object = registration->Object;
    vf_unregistered(registration);
    registration->Removed = TRUE;
    if (registration->Busy == 0)
        release(registration);
    ObDereferenceObject(object);
}

VOID ExNotifyCallback(PVOID CallbackObject, PVOID Argument1, PVOID Argument2)
{
    PCALLBACK_OBJECT object = CallbackObject;
    ObReferenceObject(object);
    for (LIST_ENTRY *entry = object->Registrations.Flink, *next; entry != &object->Registrations; entry = next) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        registration->Busy++;
        if (!registration->Removed)
            registration->Function(registration->Context, Argument1, Argument2);
        next = entry->Flink;
        if (--registration->Busy == 0 && registration->Removed)
            release(registration);
    }
    ObDereferenceObject(object);
}
