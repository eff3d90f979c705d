/* Events as objects with handles and names, and waits for handles. */
#include "ntsim/ob/obp.h"

static OBJECT_TYPE event_type = {
    .Name = L"Event",
    .BodySize = sizeof(KEVENT),
    .Mapping = {STANDARD_RIGHTS_READ | EVENT_QUERY_STATE, STANDARD_RIGHTS_WRITE | EVENT_MODIFY_STATE,
                STANDARD_RIGHTS_EXECUTE | SYNCHRONIZE, EVENT_ALL_ACCESS},
};
POBJECT_TYPE event_object_type = &event_type;
POBJECT_TYPE *ExEventObjectType = &event_object_type;
#pragma comment(linker, "/EXPORT:ExEventObjectType=event_object_type,DATA")

__declspec(dllexport) NTSTATUS NtCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess,
                                             POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType,
                                             BOOLEAN InitialState)
{
    struct ob_open open = {.Type = &event_type, .DesiredAccess = DesiredAccess, .Mode = ExGetPreviousMode()};
    BOOLEAN named = ObjectAttributes && ObjectAttributes->ObjectName && ObjectAttributes->ObjectName->Length;
    ULONG attributes = ObjectAttributes ? ObjectAttributes->Attributes : 0;
    PVOID event = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    if (named && NT_SUCCESS(ob_open_by_attributes(ObjectAttributes, &open, &event))) {
        if (!(attributes & OBJ_OPENIF)) {
            ObDereferenceObject(event);
            return STATUS_OBJECT_NAME_COLLISION;
        }
        status = STATUS_OBJECT_NAME_EXISTS;
    } else {
        event = ob_create(&event_type, 0);
        if (!event)
            return STATUS_INSUFFICIENT_RESOURCES;
        KeInitializeEvent(event, EventType, InitialState);
        if (named)
            status = ob_insert_by_attributes(event, ObjectAttributes, open.Mode);
    }
    if (NT_SUCCESS(status)) {
        NTSTATUS made = ob_create_handle(event, DesiredAccess, attributes, EventHandle);
        if (!NT_SUCCESS(made))
            status = made;
    }
    ObDereferenceObject(event);
    return status;
}

__declspec(dllexport) NTSTATUS NtOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess,
                                           POBJECT_ATTRIBUTES ObjectAttributes)
{
    struct ob_open open = {.Type = &event_type, .DesiredAccess = DesiredAccess, .Mode = ExGetPreviousMode()};
    return ob_open_handle(ObjectAttributes, &open, EventHandle);
}

static NTSTATUS with_event(HANDLE handle, ACCESS_MASK access, LONG (*change)(PRKEVENT), PLONG previous)
{
    PVOID event;
    NTSTATUS status = ObReferenceObjectByHandle(handle, access, &event_type, ExGetPreviousMode(), &event, NULL);
    if (!NT_SUCCESS(status))
        return status;
    LONG old = change(event);
    if (previous)
        *previous = old;
    ObDereferenceObject(event);
    return STATUS_SUCCESS;
}

static LONG set(PRKEVENT event)
{
    return KeSetEvent(event, 0, FALSE);
}

__declspec(dllexport) NTSTATUS NtSetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    return with_event(EventHandle, EVENT_MODIFY_STATE, set, PreviousState);
}

__declspec(dllexport) NTSTATUS NtResetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    return with_event(EventHandle, EVENT_MODIFY_STATE, KeResetEvent, PreviousState);
}

/* What a handle's object is waited for by: itself, or the event within. NULL: it can't be waited for. */
static PVOID waitable(PVOID body)
{
    POBJECT_TYPE type = ob_header_of(body)->Type;
    if (type == *IoFileObjectType)
        return &((PFILE_OBJECT)body)->Event;
    return type->Waitable || type == &event_type ? body : NULL;
}

__declspec(dllexport) NTSTATUS NtWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout)
{
    PVOID body;
    KPROCESSOR_MODE mode = ExGetPreviousMode();
    NTSTATUS status = ObReferenceObjectByHandle(Handle, SYNCHRONIZE, NULL, mode, &body, NULL);
    if (!NT_SUCCESS(status))
        return status;
    PVOID object = waitable(body);
    status =
        object ? KeWaitForSingleObject(object, UserRequest, mode, Alertable, Timeout) : STATUS_OBJECT_TYPE_MISMATCH;
    ObDereferenceObject(body);
    return status;
}
