/* Every IRP of a driver's devices comes in here. */
#include "ntsim/wdf/fx.h"

NTSTATUS fx_complete_irp(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

NTSTATUS fx_forward(struct fx_device *device, PIRP irp)
{
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(device->Attached, irp);
}

static NTSTATUS NTAPI forwarded(PDEVICE_OBJECT device_object, PIRP irp, PVOID context)
{
    if (irp->PendingReturned)
        KeSetEvent(context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

NTSTATUS fx_forward_and_wait(struct fx_device *device, PIRP irp)
{
    KEVENT done;
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, forwarded, &done, TRUE, TRUE, TRUE);
    const NTSTATUS status = IoCallDriver(device->Attached, irp);
    if (status == STATUS_PENDING) {
        KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
        return irp->IoStatus.Status;
    }
    return status;
}

static ULONG kind_of(UCHAR major)
{
    switch (major) {
    case IRP_MJ_CREATE:
        return FX_CREATE;
    case IRP_MJ_READ:
        return FX_READ;
    case IRP_MJ_WRITE:
        return FX_WRITE;
    case IRP_MJ_DEVICE_CONTROL:
        return FX_CONTROL_CODE;
    default:
        return FX_INTERNAL_CODE;
    }
}

static struct fx_queue *queue_for(struct fx_device *device, UCHAR major)
{
    struct fx_queue *queue = device->QueueOf[kind_of(major)];
    return queue || major == IRP_MJ_CREATE ? queue : device->DefaultQueue;
}

/* Whether a queue has a callback for this kind of request, or keeps it for the driver to fetch. */
static BOOLEAN handles(const struct fx_queue *queue, UCHAR major)
{
    const WDF_IO_QUEUE_CONFIG *config = &queue->Config;
    if (config->EvtIoDefault || config->DispatchType == WdfIoQueueDispatchManual)
        return TRUE;
    switch (major) {
    case IRP_MJ_READ:
        return config->EvtIoRead != NULL;
    case IRP_MJ_WRITE:
        return config->EvtIoWrite != NULL;
    case IRP_MJ_DEVICE_CONTROL:
        return config->EvtIoDeviceControl != NULL;
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        return config->EvtIoInternalDeviceControl != NULL;
    default:
        return FALSE;
    }
}

/* Nobody in this driver wants it. */
static NTSTATUS unwanted(struct fx_device *device, PIRP irp)
{
    if (device->Init.Filter && device->Attached)
        return fx_forward(device, irp);
    return fx_complete_irp(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static NTSTATUS dispatch_io(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack, struct fx_queue *queue)
{
    if (!device->Init.InCallerContext && (!queue || !handles(queue, stack->MajorFunction)))
        return unwanted(device, irp);
    const BOOLEAN progress = queue && queue->ForwardProgress.Size != 0;
    struct fx_request *request = progress ? fx_take_for_queue(queue, irp) : fx_take_request(device, irp);
    if (!request)
        return progress ? fx_progress(queue, irp) : fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    IoMarkIrpPending(irp);
    const NTSTATUS taken = fx_take_neither(request);
    if (!NT_SUCCESS(taken)) {
        fx_complete(request, taken, IO_NO_INCREMENT);
        return STATUS_PENDING;
    }
    if (device->Init.InCallerContext) {
        request->InCallerContext = TRUE;
        device->Init.InCallerContext((WDFDEVICE)device, (WDFREQUEST)request);
    } else {
        fx_enqueue(queue, request);
    }
    return STATUS_PENDING;
}

NTSTATUS api_DeviceEnqueueRequest(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, WDFREQUEST request_handle)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    struct fx_request *request = fx_request_of(request_handle);
    const PIRP irp = fx_irp_of(request);
    if (request->Device != device || !request->InCallerContext)
        return STATUS_INVALID_DEVICE_REQUEST;
    const UCHAR major = IoGetCurrentIrpStackLocation(irp)->MajorFunction;
    struct fx_queue *queue = queue_for(device, major);
    if (!queue || !handles(queue, major))
        return STATUS_INVALID_DEVICE_REQUEST;
    request->InCallerContext = FALSE;
    return fx_enqueue(queue, request);
}

static NTSTATUS dispatch(struct fx_device *device, PIRP irp, PIO_STACK_LOCATION stack, WDFCONTEXT context)
{
    switch (stack->MajorFunction) {
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        for (struct fx_irp_dispatch *d = device->IrpDispatch; d; d = d->Next)
            if (d->Major == stack->MajorFunction && !context)
                return d->Routine((WDFDEVICE)device, stack->MajorFunction, stack->MinorFunction,
                                  stack->MajorFunction == IRP_MJ_READ || stack->MajorFunction == IRP_MJ_WRITE
                                      ? 0
                                      : stack->Parameters.DeviceIoControl.IoControlCode,
                                  d->Context, irp, (WDFCONTEXT)device);
        return dispatch_io(device, irp, stack, queue_for(device, stack->MajorFunction));
    case IRP_MJ_CREATE:
    case IRP_MJ_CLEANUP:
    case IRP_MJ_CLOSE:
        return fx_dispatch_file(device, irp, stack);
    case IRP_MJ_PNP:
        if (device->Init.Kind != FX_CONTROL)
            return fx_dispatch_pnp(device, irp);
        break;
    case IRP_MJ_POWER:
        if (device->Init.Kind != FX_CONTROL)
            return fx_dispatch_power(device, irp);
        break;
    case IRP_MJ_SHUTDOWN:
        if (device->Init.Shutdown) {
            device->Init.Shutdown((WDFDEVICE)device);
            return fx_complete_irp(irp, STATUS_SUCCESS, 0);
        }
        break;
    case IRP_MJ_SYSTEM_CONTROL:
        if (device->Init.Kind != FX_CONTROL)
            return fx_dispatch_wmi(device, irp, stack);
        break;
    default:
        break;
    }
    /* What the framework knows nothing of goes on to the next driver, from function drivers too where there is one. */
    if (device->Attached && (device->Init.Filter || stack->MajorFunction == IRP_MJ_PNP))
        return fx_forward(device, irp);
    return fx_complete_irp(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

NTSTATUS NTAPI fx_dispatch(PDEVICE_OBJECT device_object, PIRP irp)
{
    struct fx_device *device = fx_device_of(device_object);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    if (!device || device->Gone) {
        const BOOLEAN closes = stack->MajorFunction == IRP_MJ_CLEANUP || stack->MajorFunction == IRP_MJ_CLOSE;
        return fx_complete_irp(irp, closes ? STATUS_SUCCESS : STATUS_NO_SUCH_DEVICE, 0);
    }
    const struct fx_preprocess *preprocess = device->Init.Preprocess[stack->MajorFunction];
    if (preprocess) {
        BOOLEAN wanted = preprocess->MinorCount == 0;
        for (ULONG i = 0; i < preprocess->MinorCount && !wanted; i++)
            wanted = preprocess->Minors[i] == stack->MinorFunction;
        if (wanted)
            return preprocess->Routine((WDFDEVICE)device, irp);
    }
    return dispatch(device, irp, stack, NULL);
}

NTSTATUS api_DeviceWdmDispatchPreprocessedIrp(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PIRP irp)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(irp);
    /* The driver has put the IRP into the state for the next driver: the framework takes that place. */
    IoSetNextIrpStackLocation(irp);
    IoGetCurrentIrpStackLocation(irp)->DeviceObject = device->DeviceObject;
    return dispatch(device, irp, IoGetCurrentIrpStackLocation(irp), NULL);
}

NTSTATUS api_DeviceWdmDispatchIrp(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PIRP irp, WDFCONTEXT context)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(irp);
    FX_REQUIRE(context);
    return dispatch(device, irp, IoGetCurrentIrpStackLocation(irp), context);
}

NTSTATUS api_DeviceWdmDispatchIrpToIoQueue(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, PIRP irp, WDFQUEUE queue,
                                           ULONG flags)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    FX_REQUIRE(irp);
    if (flags & WDF_DISPATCH_IRP_TO_IO_QUEUE_PREPROCESSED_IRP) {
        IoSetNextIrpStackLocation(irp);
        IoGetCurrentIrpStackLocation(irp)->DeviceObject = device->DeviceObject;
    }
    struct fx_request *request = fx_take_request(device, irp);
    if (!request)
        return fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    IoMarkIrpPending(irp);
    if ((flags & WDF_DISPATCH_IRP_TO_IO_QUEUE_INVOKE_INCALLERCTX_CALLBACK) && device->Init.InCallerContext) {
        request->InCallerContext = TRUE;
        device->Init.InCallerContext((WDFDEVICE)device, (WDFREQUEST)request);
    } else {
        fx_enqueue(fx_object_of(queue, FX_QUEUE), request);
    }
    return STATUS_PENDING;
}

NTSTATUS api_DeviceConfigureRequestDispatching(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, WDFQUEUE queue_handle,
                                               WDF_REQUEST_TYPE type)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    struct fx_queue *queue = fx_object_of(queue_handle, FX_QUEUE);
    ULONG kind;
    switch (type) {
    case WdfRequestTypeCreate:
        kind = FX_CREATE;
        break;
    case WdfRequestTypeRead:
        kind = FX_READ;
        break;
    case WdfRequestTypeWrite:
        kind = FX_WRITE;
        break;
    case WdfRequestTypeDeviceControl:
        kind = FX_CONTROL_CODE;
        break;
    case WdfRequestTypeDeviceControlInternal:
        kind = FX_INTERNAL_CODE;
        break;
    default:
        return STATUS_INVALID_PARAMETER;
    }
    if (queue->Device != device)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (device->QueueOf[kind])
        return STATUS_WDF_BUSY;
    device->QueueOf[kind] = queue;
    return STATUS_SUCCESS;
}
