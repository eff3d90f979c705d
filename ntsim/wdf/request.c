/* Requests that come as IRPs: their objects, their parameters, their completion. */
#include "ntsim/machine/services.h"
#include "ntsim/wdf/fx.h"

/*
 * A device keeps the objects of completed requests for the next ones. Several take turns, so that a driver which uses a
 * request after completing it meets an object that is no longer one.
 */
enum { FREE_REQUESTS_KEPT = 64, FREE_REQUESTS_RESTING = 8 };

static BOOLEAN recycle(struct fx_object *object)
{
    struct fx_request *request = (struct fx_request *)object;
    struct fx_device *device = request->Device;
    if (request->Own || !device || device->FreeRequestCount == FREE_REQUESTS_KEPT || device->Gone)
        return FALSE;
    request->NextFree = NULL;
    if (device->LastFreeRequest)
        device->LastFreeRequest->NextFree = request;
    else
        device->FreeRequests = request;
    device->LastFreeRequest = request;
    device->FreeRequestCount++;
    return TRUE;
}

static void destroy_request(struct fx_object *object)
{
    struct fx_request *request = (struct fx_request *)object;
    if (request->Send)
        fx_forget_send(request);
    if (request->OwnsIrp && request->Irp)
        IoFreeIrp(request->Irp);
}

static const struct fx_class request_class = {
    .Type = FX_REQUEST,
    .Size = sizeof(struct fx_request),
    .Destroy = destroy_request,
    .Recycle = recycle,
};

void fx_free_requests(struct fx_device *device)
{
    while (device->FreeRequests) {
        struct fx_request *request = device->FreeRequests;
        device->FreeRequests = request->NextFree;
        fx_free(request);
    }
    device->FreeRequestCount = 0;
}

static void init_request(struct fx_request *request, struct fx_device *device, PIRP irp)
{
    PWDF_OBJECT_ATTRIBUTES attributes = device->Init.HasRequestAttributes ? &device->Init.RequestAttributes : NULL;
    fx_init_in_place(&request->Object, &request_class, device->Object.Driver, attributes, NULL);
    request->Object.Device = device;
    request->Object.ExecutionLevel = device->Object.ExecutionLevel;
    request->Object.Protected = TRUE;
    request->Irp = irp;
    request->Device = device;
    InitializeListHead(&request->LockedMemories);
}

struct fx_request *fx_new_request(struct fx_device *device, PIRP irp)
{
    struct fx_request *request = fx_allocate(device->Object.Driver, device->RequestSize);
    if (request)
        init_request(request, device, irp);
    return request;
}

struct fx_request *fx_take_request(struct fx_device *device, PIRP irp)
{
    struct fx_request *request;
    PWDF_OBJECT_ATTRIBUTES attributes = device->Init.HasRequestAttributes ? &device->Init.RequestAttributes : NULL;
    if (device->FreeRequestCount > FREE_REQUESTS_RESTING) {
        request = device->FreeRequests;
        device->FreeRequests = request->NextFree;
        device->FreeRequestCount--;
        RtlZeroMemory(request, FIELD_OFFSET(struct fx_request, Input));
        request->Input.Object.Signature = request->Output.Object.Signature = 0;
        const PUCHAR contexts = (PUCHAR)request + ROUND_UP_16(sizeof(*request));
        RtlZeroMemory(contexts, fx_context_room(attributes));
    } else {
        return fx_new_request(device, irp);
    }
    init_request(request, device, irp);
    return request;
}

/* --- the driver's own --- */

static NTSTATUS create(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, struct fx_target *target,
                       struct fx_request **request)
{
    const NTSTATUS status = fx_create(&request_class, fx_driver_of(globals), attributes,
                                      target && target->Device ? &target->Device->Object : NULL, request);
    if (NT_SUCCESS(status)) {
        (*request)->Own = TRUE;
        InitializeListHead(&(*request)->LockedMemories);
    }
    return status;
}

NTSTATUS api_RequestCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFIOTARGET target_handle,
                           WDFREQUEST *result)
{
    struct fx_request *request;
    FX_REQUIRE(result);
    *result = NULL;
    struct fx_target *target = target_handle ? fx_object_of(target_handle, FX_TARGET) : NULL;
    const NTSTATUS status = create(globals, attributes, target, &request);
    if (!NT_SUCCESS(status))
        return status;
    if (target && target->TargetDevice) {
        request->Irp = IoAllocateIrp(target->TargetDevice->StackSize, FALSE);
        if (!request->Irp) {
            fx_abandon(&request->Object);
            return STATUS_INSUFFICIENT_RESOURCES;
        }
        request->OwnsIrp = TRUE;
    }
    *result = (WDFREQUEST)request;
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestCreateFromIrp(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, PIRP irp,
                                  BOOLEAN frees, WDFREQUEST *result)
{
    struct fx_request *request;
    FX_REQUIRE(irp);
    FX_REQUIRE(result);
    *result = NULL;
    const NTSTATUS status = create(globals, attributes, NULL, &request);
    if (!NT_SUCCESS(status))
        return status;
    request->Irp = irp;
    request->OwnsIrp = frees;
    *result = (WDFREQUEST)request;
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestReuse(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PWDF_REQUEST_REUSE_PARAMS parameters)
{
    struct fx_request *request = fx_object_of(handle, FX_REQUEST);
    FX_REQUIRE(parameters);
    const BOOLEAN new_irp = (parameters->Flags & WDF_REQUEST_REUSE_SET_NEW_IRP) != 0;
    if (!request->Own || (new_irp && request->OwnsIrp && parameters->NewIrp))
        return STATUS_INVALID_DEVICE_REQUEST;
    if (request->Send)
        fx_forget_send(request);
    fx_release_buffers(request);
    request->Completed = request->Canceled = FALSE;
    request->SentStatus = parameters->Status;
    request->Input.Object.Signature = request->Output.Object.Signature = 0;
    if (new_irp)
        request->Irp = parameters->NewIrp;
    else if (request->Irp && request->OwnsIrp)
        IoReuseIrp(request->Irp, parameters->Status);
    if (request->Irp)
        request->Irp->IoStatus.Status = parameters->Status;
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestChangeTarget(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, WDFIOTARGET target_handle)
{
    struct fx_request *request = fx_object_of(handle, FX_REQUEST);
    struct fx_target *target = fx_object_of(target_handle, FX_TARGET);
    if (!target->TargetDevice)
        return STATUS_INVALID_DEVICE_STATE;
    if (request->Irp && request->Irp->StackCount >= target->TargetDevice->StackSize)
        return STATUS_SUCCESS;
    if (!request->Own || (request->Irp && !request->OwnsIrp))
        return STATUS_REQUEST_NOT_ACCEPTED;
    if (request->Send)
        fx_forget_send(request);
    if (request->Irp)
        IoFreeIrp(request->Irp);
    request->Irp = IoAllocateIrp(target->TargetDevice->StackSize, FALSE);
    request->OwnsIrp = request->Irp != NULL;
    return request->Irp ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

/* --- completion --- */

struct fx_request *fx_request_of(WDFREQUEST handle)
{
    return fx_object_of(handle, FX_REQUEST);
}

PIRP fx_irp_of(struct fx_request *request)
{
    if (request->Completed || !request->Irp)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_NULL_IRP, (ULONG_PTR)request, 0);
    return request->Irp;
}

/* Memory of a request must not be in use any more: its buffer goes with the IRP. */
static void check_memories(struct fx_request *request)
{
    ULONG references = 0;
    if (request->Input.Object.Signature == FX_SIGNATURE)
        references += (ULONG)request->Input.Object.References - 1;
    if (request->Output.Object.Signature == FX_SIGNATURE)
        references += (ULONG)request->Output.Object.References - 1;
    if (references > 0)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG_PTR)request, references, 0);
}

/*
 * Information may not be longer than the request, as the framework's own verifier sees it: what a program asks of a
 * device without room for output may give the length of the input; of internal requests nobody knows the length.
 */
static void check_information(struct fx_request *request, PIRP irp, PIO_STACK_LOCATION stack)
{
    ULONG length;
    if (!NT_SUCCESS(irp->IoStatus.Status))
        return;
    if (stack->MajorFunction == IRP_MJ_READ)
        length = stack->Parameters.Read.Length;
    else if (stack->MajorFunction == IRP_MJ_WRITE)
        length = stack->Parameters.Write.Length;
    else if (stack->MajorFunction == IRP_MJ_DEVICE_CONTROL && irp->RequestorMode == UserMode &&
             stack->Parameters.DeviceIoControl.OutputBufferLength > 0)
        length = stack->Parameters.DeviceIoControl.OutputBufferLength;
    else
        return;
    if (irp->IoStatus.Information <= length)
        return;
    static WDF_REQUEST_FATAL_ERROR_INFORMATION_LENGTH_MISMATCH_DATA data;
    data.Request = (WDFREQUEST)request;
    data.Irp = irp;
    data.OutputBufferLength = length;
    data.Information = irp->IoStatus.Information;
    data.MajorFunction = stack->MajorFunction;
    fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_INFORMATION_LENGTH_MISMATCH, (ULONG_PTR)&data, 0);
}

void fx_complete(struct fx_request *request, NTSTATUS status, CCHAR boost)
{
    const PIRP irp = fx_irp_of(request);
    struct fx_queue *queue = request->Place == FX_WITH_DRIVER ? request->Queue : NULL;
    struct fx_queue *waited = request->Place != FX_WITH_DRIVER ? request->Queue : NULL;
    if (request->Cancel)
        fx_clear_cancel(request);
    irp->IoStatus.Status = status;
    if (request->Device)
        check_information(request, irp, IoGetCurrentIrpStackLocation(irp));
    if (request->Send)
        fx_forget_send(request); /* lets go of the memory that it was sent with */
    if (!request->Reserved)
        fx_dispose(&request->Object); /* one of a queue's own lives on, with its context */
    check_memories(request);
    request->Completed = TRUE;
    fx_release_buffers(request);
    if (request->File)
        fx_create_completed(request, status);
    request->LastIrp = irp;
    request->Irp = NULL;
    IoCompleteRequest(irp, boost);
    if (queue) {
        fx_reference(&queue->Object);
        fx_queue_left(queue, request);
        fx_queue_go_on(queue);
        fx_dereference(&queue->Object);
    } else if (waited) {
        request->Queue = NULL;
        fx_dereference(&waited->Object);
    }
    if (request->Reserved)
        fx_return_reserved(request);
    else
        fx_delete(&request->Object);
}

VOID api_RequestComplete(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, NTSTATUS status)
{
    fx_complete(fx_request_of(handle), status, IO_NO_INCREMENT);
    FX_POINT(MACHINE_POINT_SIGNAL, handle);
}

VOID api_RequestCompleteWithPriorityBoost(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, NTSTATUS status, CCHAR boost)
{
    fx_complete(fx_request_of(handle), status, boost);
    FX_POINT(MACHINE_POINT_SIGNAL, handle);
}

VOID api_RequestCompleteWithInformation(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, NTSTATUS status,
                                        ULONG_PTR information)
{
    struct fx_request *request = fx_request_of(handle);
    fx_irp_of(request)->IoStatus.Information = information;
    fx_complete(request, status, IO_NO_INCREMENT);
    FX_POINT(MACHINE_POINT_SIGNAL, handle);
}

VOID api_RequestSetInformation(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, ULONG_PTR information)
{
    fx_irp_of(fx_request_of(handle))->IoStatus.Information = information;
}

ULONG_PTR api_RequestGetInformation(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    const struct fx_request *request = fx_request_of(handle);
    return request->Irp ? request->Irp->IoStatus.Information : request->Information;
}

NTSTATUS api_RequestGetStatus(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    const struct fx_request *request = fx_request_of(handle);
    return request->Send || !request->Irp ? request->SentStatus : request->Irp->IoStatus.Status;
}

/* --- what a request asks for --- */

void fx_fill_parameters(struct fx_request *request, PWDF_REQUEST_PARAMETERS parameters)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(fx_irp_of(request));
    parameters->MinorFunction = stack->MinorFunction;
    parameters->Type = (WDF_REQUEST_TYPE)stack->MajorFunction;
    switch (stack->MajorFunction) {
    case IRP_MJ_CREATE:
        parameters->Parameters.Create.SecurityContext = stack->Parameters.Create.SecurityContext;
        parameters->Parameters.Create.Options = stack->Parameters.Create.Options;
        parameters->Parameters.Create.FileAttributes = stack->Parameters.Create.FileAttributes;
        parameters->Parameters.Create.ShareAccess = stack->Parameters.Create.ShareAccess;
        parameters->Parameters.Create.EaLength = stack->Parameters.Create.EaLength;
        break;
    case IRP_MJ_READ:
    case IRP_MJ_WRITE: /* of the same form */
        parameters->Parameters.Read.Length = stack->Parameters.Read.Length;
        parameters->Parameters.Read.Key = stack->Parameters.Read.Key;
        parameters->Parameters.Read.DeviceOffset = stack->Parameters.Read.ByteOffset.QuadPart;
        break;
    case IRP_MJ_DEVICE_CONTROL:
        parameters->Parameters.DeviceIoControl.OutputBufferLength =
            stack->Parameters.DeviceIoControl.OutputBufferLength;
        parameters->Parameters.DeviceIoControl.InputBufferLength = stack->Parameters.DeviceIoControl.InputBufferLength;
        parameters->Parameters.DeviceIoControl.IoControlCode = stack->Parameters.DeviceIoControl.IoControlCode;
        parameters->Parameters.DeviceIoControl.Type3InputBuffer = stack->Parameters.DeviceIoControl.Type3InputBuffer;
        break;
    default:
        parameters->Parameters.Others.Arg1 = stack->Parameters.Others.Argument1;
        parameters->Parameters.Others.Arg2 = stack->Parameters.Others.Argument2;
        parameters->Parameters.Others.IoControlCode = stack->Parameters.DeviceIoControl.IoControlCode;
        parameters->Parameters.Others.Arg4 = stack->Parameters.Others.Argument4;
        break;
    }
}

VOID api_RequestGetParameters(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PWDF_REQUEST_PARAMETERS parameters)
{
    FX_REQUIRE(parameters);
    fx_fill_parameters(fx_request_of(handle), parameters);
}

WDFFILEOBJECT api_RequestGetFileObject(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    struct fx_request *request = fx_request_of(handle);
    const PIRP irp = fx_irp_of(request);
    if (!request->Device)
        return NULL;
    if (request->File)
        return (WDFFILEOBJECT)request->File;
    return (WDFFILEOBJECT)fx_file_of(request->Device, IoGetCurrentIrpStackLocation(irp)->FileObject);
}

WDFQUEUE api_RequestGetIoQueue(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return (WDFQUEUE)fx_request_of(handle)->Queue;
}

PIRP api_RequestWdmGetIrp(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return fx_request_of(handle)->Irp;
}

KPROCESSOR_MODE api_RequestGetRequestorMode(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return fx_irp_of(fx_request_of(handle))->RequestorMode;
}

BOOLEAN api_RequestIsFrom32BitProcess(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return IoIs32bitProcess(fx_irp_of(fx_request_of(handle)));
}

ULONG api_RequestGetRequestorProcessId(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return IoGetRequestorProcessId(fx_irp_of(fx_request_of(handle)));
}

BOOLEAN api_RequestIsReserved(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return fx_request_of(handle)->Reserved;
}

VOID api_RequestSetActivityId(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, LPGUID activity)
{
    struct fx_request *request = fx_request_of(handle);
    FX_REQUIRE(activity);
    request->Activity = *activity;
    request->HasActivity = TRUE;
}

NTSTATUS api_RequestRetrieveActivityId(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, LPGUID activity)
{
    const struct fx_request *request = fx_request_of(handle);
    FX_REQUIRE(activity);
    if (!request->HasActivity)
        return STATUS_NOT_FOUND;
    *activity = request->Activity;
    return STATUS_SUCCESS;
}
