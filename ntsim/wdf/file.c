/* Opens, cleanups and closes of a device, and the file objects that go with them. */
#include "ntsim/wdf/fx.h"

static void destroy_file(struct fx_object *object)
{
    fx_free(((struct fx_file *)object)->Name.Buffer);
}

static const struct fx_class file_class = {
    .Type = FX_FILE,
    .Size = sizeof(struct fx_file),
    .Destroy = destroy_file,
    .DriverMayNotDelete = TRUE,
};

static ULONG class_of(const struct fx_device *device)
{
    return (ULONG)device->Init.File.FileObjectClass & ~(ULONG)WdfFileObjectCanBeOptional;
}

struct fx_file *fx_file_of(struct fx_device *device, PFILE_OBJECT file_object)
{
    switch (file_object ? class_of(device) : WdfFileObjectNotRequired) {
    case WdfFileObjectWdfCanUseFsContext:
        return file_object->FsContext;
    case WdfFileObjectWdfCanUseFsContext2:
        return file_object->FsContext2;
    case WdfFileObjectWdfCannotUseFsContexts:
        for (PLIST_ENTRY entry = device->Files.Flink; entry != &device->Files; entry = entry->Flink) {
            struct fx_file *file = CONTAINING_RECORD(entry, struct fx_file, DeviceEntry);
            if (file->FileObject == file_object)
                return file;
        }
        return NULL;
    default:
        return NULL;
    }
}

static void remember(struct fx_device *device, struct fx_file *file, PFILE_OBJECT file_object)
{
    if (file_object && class_of(device) == WdfFileObjectWdfCanUseFsContext)
        file_object->FsContext = file;
    else if (file_object && class_of(device) == WdfFileObjectWdfCanUseFsContext2)
        file_object->FsContext2 = file;
}

static NTSTATUS create_file(struct fx_device *device, PFILE_OBJECT file_object, struct fx_file **result)
{
    *result = NULL;
    if (class_of(device) == WdfFileObjectNotRequired || class_of(device) == WdfFileObjectInvalid)
        return STATUS_SUCCESS;
    if (!file_object && !((ULONG)device->Init.File.FileObjectClass & (ULONG)WdfFileObjectCanBeOptional))
        return STATUS_INVALID_DEVICE_REQUEST;
    NTSTATUS status =
        fx_create(&file_class, device->Object.Driver,
                  device->Init.HasFileAttributes ? &device->Init.FileAttributes : NULL, &device->Object, result);
    if (!NT_SUCCESS(status))
        return status;
    struct fx_file *file = *result;
    file->Device = device;
    file->FileObject = file_object;
    InsertTailList(&device->Files, &file->DeviceEntry);
    if (file_object)
        status = fx_copy_string(device->Object.Driver, &file->Name, &file_object->FileName);
    remember(device, file, file_object);
    return STATUS_SUCCESS;
}

static void forget_file(struct fx_file *file)
{
    remember(file->Device, NULL, file->FileObject);
    RemoveEntryList(&file->DeviceEntry);
    fx_delete(&file->Object);
}

void fx_create_completed(struct fx_request *request, NTSTATUS status)
{
    struct fx_file *file = request->File;
    request->File = NULL;
    if (!NT_SUCCESS(status) && file) {
        remember(file->Device, NULL, file->FileObject);
        RemoveEntryList(&file->DeviceEntry);
        fx_abandon(&file->Object);
    }
}

/* Filters pass the three on unless told otherwise, function drivers the other way round. */
static BOOLEAN forwards(const struct fx_device *device)
{
    const WDF_TRI_STATE choice = device->Init.File.AutoForwardCleanupClose;
    return device->Attached && (choice == WdfUseDefault ? device->Init.Filter : choice == WdfTrue);
}

static NTSTATUS dispatch_create(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    struct fx_file *file;
    NTSTATUS status = create_file(device, stack->FileObject, &file);
    if (!NT_SUCCESS(status))
        return fx_complete_irp(irp, status, 0);
    const PFN_WDF_DEVICE_FILE_CREATE callback = device->Init.File.EvtDeviceFileCreate;
    struct fx_queue *queue = device->QueueOf[FX_CREATE];
    if (callback || queue) {
        struct fx_request *request = fx_take_request(device, irp);
        if (!request) {
            if (file)
                forget_file(file);
            return fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
        }
        request->File = file;
        IoMarkIrpPending(irp);
        if (queue) {
            fx_enqueue(queue, request);
        } else {
            struct fx_lock *lock =
                device->Object.SynchronizationScope == WdfSynchronizationScopeDevice && device->Lock.Passive
                    ? &device->Lock
                    : NULL;
            if (lock)
                fx_acquire(lock);
            callback((WDFDEVICE)device, (WDFREQUEST)request, (WDFFILEOBJECT)file);
            if (lock)
                fx_release(lock);
        }
        return STATUS_PENDING;
    }
    if (forwards(device)) {
        status = fx_forward_and_wait(device, irp);
        if (!NT_SUCCESS(status) && file)
            forget_file(file);
        IoCompleteRequest(irp, IO_NO_INCREMENT);
        return status;
    }
    return fx_complete_irp(irp, STATUS_SUCCESS, FILE_OPENED);
}

/* What is still queued of a file whose last handle is closed will not be fetched by anyone. */
static void cancel_queued(struct fx_device *device, PFILE_OBJECT file_object)
{
    struct fx_file wanted = {.FileObject = file_object};
    for (PLIST_ENTRY entry = device->Queues.Flink; entry != &device->Queues; entry = entry->Flink) {
        struct fx_queue *queue = CONTAINING_RECORD(entry, struct fx_queue, DeviceEntry);
        if (queue->WaitingCount > 0)
            fx_queue_cancel_waiting(queue, &wanted);
    }
}

static NTSTATUS dispatch_cleanup(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    struct fx_file *file = fx_file_of(device, stack->FileObject);
    if (file && device->Init.File.EvtFileCleanup)
        device->Init.File.EvtFileCleanup((WDFFILEOBJECT)file);
    cancel_queued(device, stack->FileObject);
    if (forwards(device))
        return fx_forward(device, irp);
    return fx_complete_irp(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS dispatch_close(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    struct fx_file *file = fx_file_of(device, stack->FileObject);
    if (file) {
        if (device->Init.File.EvtFileClose)
            device->Init.File.EvtFileClose((WDFFILEOBJECT)file);
        forget_file(file);
    }
    if (forwards(device))
        return fx_forward(device, irp);
    return fx_complete_irp(irp, STATUS_SUCCESS, 0);
}

NTSTATUS fx_dispatch_file(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack)
{
    switch (stack->MajorFunction) {
    case IRP_MJ_CREATE:
        return dispatch_create(device, irp, stack);
    case IRP_MJ_CLEANUP:
        return dispatch_cleanup(device, irp, stack);
    default:
        return dispatch_close(device, irp, stack);
    }
}

static struct fx_file *file_from(WDFFILEOBJECT handle)
{
    return fx_object_of(handle, FX_FILE);
}

PUNICODE_STRING api_FileObjectGetFileName(PWDF_DRIVER_GLOBALS globals, WDFFILEOBJECT handle)
{
    const struct fx_file *file = file_from(handle);
    return file->FileObject ? &file->FileObject->FileName : NULL;
}

ULONG api_FileObjectGetFlags(PWDF_DRIVER_GLOBALS globals, WDFFILEOBJECT handle)
{
    const struct fx_file *file = file_from(handle);
    return file->FileObject ? file->FileObject->Flags : 0;
}

WDFDEVICE api_FileObjectGetDevice(PWDF_DRIVER_GLOBALS globals, WDFFILEOBJECT handle)
{
    return (WDFDEVICE)file_from(handle)->Device;
}

PFILE_OBJECT api_FileObjectWdmGetFileObject(PWDF_DRIVER_GLOBALS globals, WDFFILEOBJECT handle)
{
    return file_from(handle)->FileObject;
}

WDFFILEOBJECT api_DeviceGetFileObject(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PFILE_OBJECT file_object)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    if (file_object)
        return (WDFFILEOBJECT)fx_file_of(device, file_object);
    /* That of the open without a file object. */
    for (PLIST_ENTRY entry = device->Files.Flink; entry != &device->Files; entry = entry->Flink) {
        struct fx_file *file = CONTAINING_RECORD(entry, struct fx_file, DeviceEntry);
        if (!file->FileObject)
            return (WDFFILEOBJECT)file;
    }
    return NULL;
}
