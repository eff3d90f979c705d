/* I/O targets: the next driver below, or another device that the driver opens. */
#include "ntsim/wdf/fx.h"

#include <initguid.h>
#include <wdmguid.h>

void fx_init_target(struct fx_target *target, struct fx_device *device)
{
    target->Device = device;
    target->Object.Device = device;
    InitializeListHead(&target->Sent);
    InitializeListHead(&target->Pending);
    KeInitializeEvent(&target->Empty, NotificationEvent, TRUE);
    InsertTailList(&device->Targets, &target->DeviceEntry);
}

static void free_parameters(struct fx_target *target)
{
    fx_free(target->OpenParameters.TargetDeviceName.Buffer);
    RtlZeroMemory(&target->OpenParameters, sizeof(target->OpenParameters));
}

static void let_go(struct fx_target *target)
{
    if (target->Notification)
        IoUnregisterPlugPlayNotificationEx(target->Notification);
    target->Notification = NULL;
    if (!target->Local) {
        if (target->FileHandle)
            ZwClose(target->FileHandle);
        if (target->FileObject && target->OwnsFile)
            ObDereferenceObject(target->FileObject);
        if (target->TargetDevice && !target->OwnsFile)
            ObDereferenceObject(target->TargetDevice);
        target->FileHandle = NULL;
        target->FileObject = NULL;
        target->TargetDevice = target->TargetPhysicalDevice = NULL;
    }
}

void fx_target_dispose(struct fx_object *object)
{
    struct fx_target *target = (struct fx_target *)object;
    fx_target_stop(target, WdfIoTargetCancelSentIo, WdfIoTargetDeleted);
    let_go(target);
    RemoveEntryList(&target->DeviceEntry);
}

void fx_target_destroy(struct fx_object *object)
{
    free_parameters((struct fx_target *)object);
}

static const struct fx_class target_class = {
    .Type = FX_TARGET,
    .Size = sizeof(struct fx_target),
    .Dispose = fx_target_dispose,
    .Destroy = fx_target_destroy,
    .PassiveDispose = TRUE,
};

NTSTATUS fx_create_target(const struct fx_class *class, struct fx_device *device, PWDF_OBJECT_ATTRIBUTES attributes,
                          PVOID result)
{
    const NTSTATUS status = fx_create(class, device->Object.Driver, attributes, &device->Object, result);
    if (NT_SUCCESS(status))
        fx_init_target(*(struct fx_target **)result, device);
    return status;
}

NTSTATUS fx_create_local_target(struct fx_device *device)
{
    struct fx_target *target;
    const NTSTATUS status = fx_create_target(&target_class, device, NULL, &target);
    if (!NT_SUCCESS(status))
        return status;
    target->Object.Protected = TRUE;
    target->Local = TRUE;
    target->TargetDevice = device->Attached;
    target->TargetPhysicalDevice = device->Init.PhysicalDevice;
    target->State = WdfIoTargetStarted;
    device->LocalTarget = target;
    return STATUS_SUCCESS;
}

NTSTATUS api_IoTargetCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PWDF_OBJECT_ATTRIBUTES attributes,
                            WDFIOTARGET *result)
{
    struct fx_target *target;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_create_target(&target_class, fx_object_of(device, FX_DEVICE), attributes, &target);
    if (NT_SUCCESS(status))
        target->State = WdfIoTargetClosed;
    *result = (WDFIOTARGET)target;
    return status;
}

static struct fx_target *target_from(WDFIOTARGET handle)
{
    return fx_object_of(handle, FX_TARGET);
}

/* --- opening --- */

static NTSTATUS NTAPI target_changed(PVOID notification, PVOID context)
{
    const TARGET_DEVICE_REMOVAL_NOTIFICATION *change = notification;
    struct fx_target *target = context;
    const WDFIOTARGET handle = (WDFIOTARGET)target;
    const WDF_IO_TARGET_OPEN_PARAMS *parameters = &target->OpenParameters;
    if (IsEqualGUID(&change->Event, &GUID_TARGET_DEVICE_QUERY_REMOVE)) {
        if (parameters->EvtIoTargetQueryRemove)
            return parameters->EvtIoTargetQueryRemove(handle);
        api_IoTargetCloseForQueryRemove(NULL, handle);
    } else if (IsEqualGUID(&change->Event, &GUID_TARGET_DEVICE_REMOVE_CANCELLED)) {
        /* One that has been opened again in the meantime has nothing to hear. */
        if (parameters->EvtIoTargetRemoveCanceled && target->State == WdfIoTargetClosedForQueryRemove)
            parameters->EvtIoTargetRemoveCanceled(handle);
    } else if (IsEqualGUID(&change->Event, &GUID_TARGET_DEVICE_REMOVE_COMPLETE)) {
        if (parameters->EvtIoTargetRemoveComplete)
            parameters->EvtIoTargetRemoveComplete(handle);
        else
            api_IoTargetClose(NULL, handle);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS open_by_name(struct fx_target *target)
{
    WDF_IO_TARGET_OPEN_PARAMS *parameters = &target->OpenParameters;
    OBJECT_ATTRIBUTES attributes;
    IO_STATUS_BLOCK io_status;
    LARGE_INTEGER allocation = {.QuadPart = parameters->AllocationSize ? *parameters->AllocationSize : 0};
    InitializeObjectAttributes(&attributes, &parameters->TargetDeviceName, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE,
                               NULL, NULL);
    NTSTATUS status = ZwCreateFile(&target->FileHandle, parameters->DesiredAccess, &attributes, &io_status,
                                   parameters->AllocationSize ? &allocation : NULL, parameters->FileAttributes,
                                   parameters->ShareAccess, parameters->CreateDisposition, parameters->CreateOptions,
                                   parameters->EaBuffer, parameters->EaBufferLength);
    parameters->FileInformation = (ULONG)io_status.Information;
    if (!NT_SUCCESS(status)) {
        target->FileHandle = NULL;
        return status;
    }
    PVOID object;
    status = ObReferenceObjectByHandle(target->FileHandle, parameters->DesiredAccess, *IoFileObjectType, KernelMode,
                                       &object, NULL);
    if (!NT_SUCCESS(status)) {
        ZwClose(target->FileHandle);
        target->FileHandle = NULL;
        return status;
    }
    target->FileObject = object;
    target->OwnsFile = TRUE;
    target->TargetDevice = IoGetRelatedDeviceObject(target->FileObject);
    return STATUS_SUCCESS;
}

static NTSTATUS open_device(struct fx_target *target)
{
    WDF_IO_TARGET_OPEN_PARAMS *parameters = &target->OpenParameters;
    target->TargetDevice = parameters->TargetDeviceObject;
    target->FileObject = parameters->TargetFileObject;
    target->OwnsFile = target->FileObject != NULL;
    if (!target->TargetDevice && target->FileObject)
        target->TargetDevice = IoGetRelatedDeviceObject(target->FileObject);
    if (!target->TargetDevice)
        return STATUS_INVALID_PARAMETER;
    if (target->OwnsFile)
        ObReferenceObject(target->FileObject);
    else
        ObReferenceObject(target->TargetDevice);
    return STATUS_SUCCESS;
}

/* The PDO below the target, if it is a device of plug and play at all. The target's file keeps it. */
static void find_physical_device(struct fx_target *target)
{
    PDEVICE_OBJECT base = IoGetDeviceAttachmentBaseRef(target->TargetDevice);
    if (!base)
        return;
    if (base->Flags & DO_BUS_ENUMERATED_DEVICE)
        target->TargetPhysicalDevice = base;
    ObDereferenceObject(base);
}

NTSTATUS api_IoTargetOpen(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle, PWDF_IO_TARGET_OPEN_PARAMS given)
{
    struct fx_target *target = target_from(handle);
    WDF_IO_TARGET_OPEN_PARAMS parameters;
    FX_REQUIRE(given);
    if (!FX_COPY(parameters, given))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (target->Local || target->TargetDevice)
        return STATUS_INVALID_DEVICE_STATE;
    const WDF_IO_TARGET_OPEN_TYPE type = parameters.Type;
    NTSTATUS status = STATUS_SUCCESS;
    if (type == WdfIoTargetOpenReopen) {
        if (target->OpenParameters.Type != WdfIoTargetOpenByName)
            return STATUS_INVALID_DEVICE_REQUEST;
    } else {
        const UNICODE_STRING name = parameters.TargetDeviceName;
        RtlZeroMemory(&parameters.TargetDeviceName, sizeof(parameters.TargetDeviceName));
        free_parameters(target);
        target->OpenParameters = parameters;
        if (type == WdfIoTargetOpenByName)
            status = fx_copy_string(target->Object.Driver, &target->OpenParameters.TargetDeviceName, &name);
    }
    if (!NT_SUCCESS(status))
        return status;
    switch (target->OpenParameters.Type) {
    case WdfIoTargetOpenByName:
        status = open_by_name(target);
        given->FileInformation = target->OpenParameters.FileInformation;
        break;
    case WdfIoTargetOpenUseExistingDevice:
        status = open_device(target);
        break;
    default:
        status = STATUS_NOT_SUPPORTED;
        break;
    }
    if (!NT_SUCCESS(status))
        return status;
    if (target->Notification)
        IoUnregisterPlugPlayNotificationEx(target->Notification); /* of the time before its query-remove */
    target->Notification = NULL;
    const WDF_IO_TARGET_OPEN_PARAMS *kept = &target->OpenParameters;
    if (target->FileObject &&
        (kept->EvtIoTargetQueryRemove || kept->EvtIoTargetRemoveCanceled || kept->EvtIoTargetRemoveComplete))
        status = IoRegisterPlugPlayNotification(EventCategoryTargetDeviceChange, 0, target->FileObject,
                                                target->Object.Driver->DriverObject, target_changed, target,
                                                &target->Notification);
    if (!NT_SUCCESS(status)) {
        let_go(target);
        return status;
    }
    find_physical_device(target);
    return fx_target_start(target);
}

static void close(struct fx_target *target, WDF_IO_TARGET_STATE state)
{
    if (target->Local || target->State == WdfIoTargetClosed)
        return;
    fx_target_stop(target, WdfIoTargetCancelSentIo, state);
    const PVOID notification = target->Notification;
    if (state == WdfIoTargetClosedForQueryRemove)
        target->Notification = NULL; /* it is still wanted */
    let_go(target);
    if (state == WdfIoTargetClosedForQueryRemove)
        target->Notification = notification;
}

VOID api_IoTargetClose(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    close(target_from(handle), WdfIoTargetClosed);
}

VOID api_IoTargetCloseForQueryRemove(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    close(target_from(handle), WdfIoTargetClosedForQueryRemove);
}

/* --- states --- */

NTSTATUS api_IoTargetStart(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    struct fx_target *target = target_from(handle);
    if (!target->TargetDevice)
        return STATUS_INVALID_DEVICE_STATE;
    return fx_target_start(target);
}

VOID api_IoTargetStop(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle, WDF_IO_TARGET_SENT_IO_ACTION action)
{
    struct fx_target *target = target_from(handle);
    if (target->State == WdfIoTargetStarted || target->State == WdfIoTargetPurged ||
        target->State == WdfIoTargetStopped)
        fx_target_stop(target, action, WdfIoTargetStopped);
}

VOID api_IoTargetPurge(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle, WDF_IO_TARGET_PURGE_IO_ACTION action)
{
    struct fx_target *target = target_from(handle);
    fx_target_stop(target, WdfIoTargetCancelSentIo, WdfIoTargetPurged);
}

WDF_IO_TARGET_STATE api_IoTargetGetState(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    return target_from(handle)->State;
}

WDFDEVICE api_IoTargetGetDevice(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    return (WDFDEVICE)target_from(handle)->Device;
}

PDEVICE_OBJECT api_IoTargetWdmGetTargetDeviceObject(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    return target_from(handle)->TargetDevice;
}

PDEVICE_OBJECT api_IoTargetWdmGetTargetPhysicalDevice(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    return target_from(handle)->TargetPhysicalDevice;
}

PFILE_OBJECT api_IoTargetWdmGetTargetFileObject(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    return target_from(handle)->FileObject;
}

HANDLE api_IoTargetWdmGetTargetFileHandle(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle)
{
    return target_from(handle)->FileHandle;
}

NTSTATUS api_IoTargetQueryForInterface(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle, LPCGUID type,
                                       PINTERFACE interface, USHORT size, USHORT version, PVOID data)
{
    const struct fx_target *target = target_from(handle);
    FX_REQUIRE(type);
    FX_REQUIRE(interface);
    if (!target->TargetDevice)
        return STATUS_INVALID_DEVICE_STATE;
    return fx_query_interface(target->TargetDevice, type, interface, size, version, data);
}
