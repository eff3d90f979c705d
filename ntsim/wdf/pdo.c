/* PDOs: what a bus driver says of a child before it is created, and relations between devices. */
#include "ntsim/wdf/fx.h"

PWDFDEVICE_INIT api_PdoInitAllocate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE parent)
{
    struct fx_device *device = fx_object_of(parent, FX_DEVICE);
    if (device->Init.Kind != FX_FDO)
        return NULL;
    struct WDFDEVICE_INIT *init = fx_new_init(device->Object.Driver, FX_PDO);
    if (init)
        init->Parent = device;
    return init;
}

VOID api_PdoInitSetEventCallbacks(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PWDF_PDO_EVENT_CALLBACKS callbacks)
{
    FX_REQUIRE(init);
    FX_REQUIRE(callbacks);
    FX_COPY(init->Pdo, callbacks);
}

static NTSTATUS assign(PWDFDEVICE_INIT init, PUNICODE_STRING to, PCUNICODE_STRING from)
{
    FX_REQUIRE(init);
    FX_REQUIRE(from);
    if (init->Kind != FX_PDO)
        return STATUS_INVALID_DEVICE_REQUEST;
    UNICODE_STRING copy;
    const NTSTATUS status = fx_copy_string(init->Driver, &copy, from);
    if (NT_SUCCESS(status)) {
        fx_free(to->Buffer);
        *to = copy;
    }
    return status;
}

NTSTATUS api_PdoInitAssignDeviceID(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING id)
{
    return assign(init, &init->DeviceId, id);
}

NTSTATUS api_PdoInitAssignInstanceID(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING id)
{
    return assign(init, &init->InstanceId, id);
}

NTSTATUS api_PdoInitAssignContainerID(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING id)
{
    return assign(init, &init->ContainerId, id);
}

NTSTATUS fx_append_multi(struct fx_driver *driver, struct fx_multi_string *list, PCUNICODE_STRING string)
{
    const ULONG old = list->Bytes ? list->Bytes - (ULONG)sizeof(WCHAR) : 0; /* without the last zero */
    const ULONG bytes = old + string->Length + 2 * (ULONG)sizeof(WCHAR);
    PWCHAR buffer = fx_allocate(driver, bytes);
    if (!buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (old)
        RtlCopyMemory(buffer, list->Buffer, old);
    RtlCopyMemory((PUCHAR)buffer + old, string->Buffer, string->Length);
    fx_free(list->Buffer);
    list->Buffer = buffer;
    list->Bytes = bytes;
    return STATUS_SUCCESS;
}

NTSTATUS api_PdoInitAddHardwareID(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING id)
{
    FX_REQUIRE(init);
    FX_REQUIRE(id);
    return fx_append_multi(init->Driver, &init->HardwareIds, id);
}

NTSTATUS api_PdoInitAddCompatibleID(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING id)
{
    FX_REQUIRE(init);
    FX_REQUIRE(id);
    return fx_append_multi(init->Driver, &init->CompatibleIds, id);
}

NTSTATUS api_PdoInitAddDeviceText(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, PCUNICODE_STRING description,
                                  PCUNICODE_STRING location, LCID locale)
{
    FX_REQUIRE(init);
    FX_REQUIRE(description);
    FX_REQUIRE(location);
    for (const struct fx_device_text *text = init->Texts; text; text = text->Next)
        if (text->Locale == locale)
            return STATUS_OBJECT_NAME_EXISTS;
    struct fx_device_text *text = fx_allocate(init->Driver, sizeof(*text));
    if (!text)
        return STATUS_INSUFFICIENT_RESOURCES;
    text->Locale = locale;
    NTSTATUS status = fx_copy_string(init->Driver, &text->Description, description);
    if (NT_SUCCESS(status))
        status = fx_copy_string(init->Driver, &text->Location, location);
    if (!NT_SUCCESS(status)) {
        fx_free(text->Description.Buffer);
        fx_free(text);
        return status;
    }
    text->Next = init->Texts;
    init->Texts = text;
    return STATUS_SUCCESS;
}

VOID api_PdoInitSetDefaultLocale(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, LCID locale)
{
    FX_REQUIRE(init);
    init->DefaultLocale = locale;
}

NTSTATUS api_PdoInitAssignRawDevice(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init, const GUID *class)
{
    FX_REQUIRE(init);
    FX_REQUIRE(class);
    if (init->Kind != FX_PDO)
        return STATUS_INVALID_DEVICE_REQUEST;
    init->Raw = TRUE;
    init->RawClass = *class;
    return STATUS_SUCCESS;
}

VOID api_PdoInitAllowForwardingRequestToParent(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    init->ForwardsToParent = TRUE;
}

VOID api_PdoInitRemovePowerDependencyOnParent(PWDF_DRIVER_GLOBALS globals, PWDFDEVICE_INIT init)
{
    FX_REQUIRE(init);
    init->NoPowerDependency = TRUE;
}

WDFDEVICE api_PdoGetParent(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    return (WDFDEVICE)((struct fx_device *)fx_object_of(handle, FX_DEVICE))->Init.Parent;
}

VOID api_PdoRequestEject(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    IoRequestDeviceEject(((struct fx_device *)fx_object_of(handle, FX_DEVICE))->DeviceObject);
}

/* A request of a child goes on in a queue of its parent, with the parent's stack location. */
NTSTATUS api_RequestForwardToParentDeviceIoQueue(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request_handle,
                                                 WDFQUEUE queue_handle, PWDF_REQUEST_FORWARD_OPTIONS options)
{
    struct fx_request *request = fx_request_of(request_handle);
    struct fx_queue *queue = fx_object_of(queue_handle, FX_QUEUE), *from = request->Queue;
    const PIRP irp = fx_irp_of(request);
    FX_REQUIRE(options);
    if (options->Size != sizeof(*options))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!(options->Flags & WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET))
        return STATUS_INVALID_PARAMETER;
    struct fx_device *child = request->Device;
    if (!from || !child || child->Init.Kind != FX_PDO || child->Init.Parent != queue->Device ||
        !child->Init.ForwardsToParent || request->Cancel)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (!queue->Accepting)
        return STATUS_WDF_BUSY;
    fx_reference(&from->Object);
    fx_queue_left(from, request);
    /* The request object is the child's: the parent gets one of its own for the IRP. */
    fx_dispose(&request->Object);
    fx_release_buffers(request);
    request->Completed = TRUE;
    request->Irp = NULL;
    fx_delete(&request->Object);
    struct fx_request *forwarded = fx_take_request(queue->Device, irp);
    if (forwarded)
        fx_enqueue(queue, forwarded);
    else
        fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    fx_queue_go_on(from);
    fx_dereference(&from->Object);
    return STATUS_SUCCESS;
}

/* --- relations --- */

NTSTATUS fx_add_device(struct fx_driver *driver, struct fx_device_list **list, PDEVICE_OBJECT device)
{
    enum { ROOM_STEP = 8 };
    if (!*list)
        *list = fx_allocate(driver, sizeof(**list));
    if (!*list)
        return STATUS_INSUFFICIENT_RESOURCES;
    struct fx_device_list *devices = *list;
    for (ULONG i = 0; i < devices->Count; i++)
        if (devices->Devices[i] == device)
            return STATUS_DUPLICATE_OBJECTID;
    if (devices->Count == devices->Room) {
        PDEVICE_OBJECT *larger = fx_allocate(driver, (devices->Room + ROOM_STEP) * sizeof(*larger));
        if (!larger)
            return STATUS_INSUFFICIENT_RESOURCES;
        if (devices->Devices)
            RtlCopyMemory(larger, devices->Devices, devices->Count * sizeof(*larger));
        fx_free(devices->Devices);
        devices->Devices = larger;
        devices->Room += ROOM_STEP;
    }
    ObReferenceObject(device);
    devices->Devices[devices->Count++] = device;
    return STATUS_SUCCESS;
}

void fx_remove_device(struct fx_device_list *list, PDEVICE_OBJECT device)
{
    for (ULONG i = 0; list && i < list->Count; i++)
        if (list->Devices[i] == device) {
            list->Devices[i] = list->Devices[--list->Count];
            ObDereferenceObject(device);
            return;
        }
}

void fx_clear_devices(struct fx_device_list *list)
{
    while (list && list->Count > 0)
        fx_remove_device(list, list->Devices[0]);
}

void fx_free_device_lists(struct fx_device *device)
{
    struct fx_device_list *const lists[] = {device->RemovalRelations, device->EjectionRelations,
                                            device->UsageDependents};
    for (ULONG i = 0; i < RTL_NUMBER_OF(lists); i++) {
        fx_clear_devices(lists[i]);
        if (lists[i])
            fx_free(lists[i]->Devices);
        fx_free(lists[i]);
    }
}

static struct fx_device *device_from(WDFDEVICE handle)
{
    return fx_object_of(handle, FX_DEVICE);
}

NTSTATUS api_DeviceAddRemovalRelationsPhysicalDevice(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PDEVICE_OBJECT pdo)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(pdo);
    return fx_add_device(device->Object.Driver, &device->RemovalRelations, pdo);
}

VOID api_DeviceRemoveRemovalRelationsPhysicalDevice(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PDEVICE_OBJECT pdo)
{
    fx_remove_device(device_from(handle)->RemovalRelations, pdo);
}

VOID api_DeviceClearRemovalRelationsDevices(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    fx_clear_devices(device_from(handle)->RemovalRelations);
}

NTSTATUS api_PdoAddEjectionRelationsPhysicalDevice(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PDEVICE_OBJECT pdo)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(pdo);
    return fx_add_device(device->Object.Driver, &device->EjectionRelations, pdo);
}

VOID api_PdoRemoveEjectionRelationsPhysicalDevice(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PDEVICE_OBJECT pdo)
{
    fx_remove_device(device_from(handle)->EjectionRelations, pdo);
}

VOID api_PdoClearEjectionRelationsDevices(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle)
{
    fx_clear_devices(device_from(handle)->EjectionRelations);
}

NTSTATUS api_DeviceAddDependentUsageDeviceObject(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PDEVICE_OBJECT other)
{
    struct fx_device *device = device_from(handle);
    FX_REQUIRE(other);
    return fx_add_device(device->Object.Driver, &device->UsageDependents, other);
}

VOID api_DeviceRemoveDependentUsageDeviceObject(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PDEVICE_OBJECT other)
{
    fx_remove_device(device_from(handle)->UsageDependents, other);
}
