/* Sending requests, and what happens when they come back. */
#include "ntsim/wdf/fx_send.h"

struct fx_send *fx_send_of(struct fx_request *request)
{
    if (!request->Send) {
        struct fx_send *send = fx_allocate(request->Object.Driver, sizeof(*send));
        if (!send)
            return NULL;
        send->Request = request;
        KeInitializeEvent(&send->Done, NotificationEvent, FALSE);
        request->Send = send;
    }
    return request->Send;
}

void fx_unformat(struct fx_send *send)
{
    const PIRP irp = send->Request->Irp;
    if (send->Saved && irp) {
        irp->AssociatedIrp.SystemBuffer = send->SavedSystemBuffer;
        irp->UserBuffer = send->SavedUserBuffer;
        irp->MdlAddress = send->SavedMdl;
    }
    send->Saved = FALSE;
    if (send->Mdl)
        IoFreeMdl(send->Mdl);
    fx_free(send->Copy);
    fx_free(send->Urb);
    send->Mdl = NULL;
    send->Copy = NULL;
    send->Urb = NULL;
    send->Completed = NULL;
    for (ULONG i = 0; i < FX_SEND_MEMORIES; i++) {
        struct fx_memory *memory = send->Memories[i];
        send->Memories[i] = NULL;
        if (memory)
            fx_dereference(&memory->Object);
    }
    send->Formatted = FALSE;
}

void fx_forget_send(struct fx_request *request)
{
    struct fx_send *send = request->Send;
    if (send->Sent)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_REQUEST_ALREADY_SENT, (ULONG_PTR)request, 0);
    fx_unformat(send);
    if (send->TimerSet)
        KeCancelTimer(&send->Timer);
    request->Send = NULL;
    fx_free(send);
}

static void leave_target(struct fx_send *send)
{
    struct fx_target *target = send->Target;
    RemoveEntryList(&send->Entry);
    send->Target = NULL;
    fx_dereference(&target->Object);
}

static void back(struct fx_send *send, PIRP irp)
{
    struct fx_request *request = send->Request;
    struct fx_target *target = send->Target;
    if (send->TimerSet) {
        send->TimerSet = FALSE;
        KeCancelTimer(&send->Timer);
    }
    if (send->TimedOut && irp->IoStatus.Status == STATUS_CANCELLED)
        irp->IoStatus.Status = STATUS_IO_TIMEOUT;
    if (send->CopyTo && NT_SUCCESS(irp->IoStatus.Status)) {
        const ULONG_PTR count = irp->IoStatus.Information;
        RtlCopyMemory(send->CopyTo, send->Copy, count < send->CopyLength ? count : send->CopyLength);
    }
    send->CopyTo = NULL;
    if (send->Completed)
        send->Completed(send, irp);
    request->SentStatus = irp->IoStatus.Status;
    send->Parameters.IoStatus = irp->IoStatus;
    if (send->Parameters.Type == WdfRequestTypeRead || send->Parameters.Type == WdfRequestTypeWrite)
        send->Parameters.Parameters.Read.Length = irp->IoStatus.Information;
    else if (send->Parameters.Type == WdfRequestTypeDeviceControl ||
             send->Parameters.Type == WdfRequestTypeDeviceControlInternal)
        send->Parameters.Parameters.Ioctl.Output.Length = irp->IoStatus.Information;
    send->Sent = FALSE;
    const WDFIOTARGET handle = (WDFIOTARGET)target;
    const PFN_WDF_REQUEST_COMPLETION_ROUTINE routine = send->Routine;
    fx_reference(&target->Object);
    leave_target(send);
    if (send->Synchronous) {
        KeSetEvent(&send->Done, IO_NO_INCREMENT, FALSE);
    } else if (routine) {
        /* The routine is for one time. */
        send->Routine = NULL;
        WDF_REQUEST_COMPLETION_PARAMS parameters = send->Parameters;
        WDF_USB_REQUEST_COMPLETION_PARAMS usb = send->Usb;
        if (parameters.Type == WdfRequestTypeUsb)
            parameters.Parameters.Usb.Completion = &usb;
        routine((WDFREQUEST)request, handle, &parameters, send->Context);
    }
    /* Who stops the target goes on when the last routine has returned. */
    if (IsListEmpty(&target->Sent))
        KeSetEvent(&target->Empty, IO_NO_INCREMENT, FALSE);
    fx_dereference(&target->Object);
}

static NTSTATUS NTAPI completed(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct fx_request *request = context;
    fx_reference(&request->Object);
    back(request->Send, irp);
    fx_dereference(&request->Object);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static VOID NTAPI timed_out(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct fx_send *send = context;
    send->TimerSet = FALSE;
    if (!send->Sent && !send->Waiting)
        return;
    send->TimedOut = TRUE;
    api_RequestCancelSentRequest(NULL, (WDFREQUEST)send->Request);
}

static void set_timer(struct fx_send *send, LONGLONG timeout)
{
    KeInitializeTimer(&send->Timer);
    KeInitializeDpc(&send->Dpc, timed_out, send);
    const LARGE_INTEGER due = {.QuadPart = timeout};
    send->TimerSet = TRUE;
    KeSetTimer(&send->Timer, due, &send->Dpc);
}

static void submit(struct fx_send *send)
{
    const PIRP irp = send->Request->Irp;
    struct fx_target *target = send->Target;
    KeClearEvent(&target->Empty);
    InsertTailList(&target->Sent, &send->Entry);
    send->Waiting = FALSE;
    send->Sent = TRUE;
    IoSetCompletionRoutine(irp, completed, send->Request, TRUE, TRUE, TRUE);
    IoCallDriver(target->TargetDevice, irp);
}

static void fail_waiting(struct fx_send *send, NTSTATUS status);

static VOID NTAPI canceled_waiting(PDEVICE_OBJECT device_object, PIRP irp)
{
    IoReleaseCancelSpinLock(irp->CancelIrql);
    fail_waiting(irp->Tail.Overlay.DriverContext[0], STATUS_CANCELLED);
}

/* It goes when the target is started again. */
static void wait_for_start(struct fx_send *send)
{
    const PIRP irp = send->Request->Irp;
    send->Waiting = TRUE;
    InsertTailList(&send->Target->Pending, &send->Entry);
    irp->Tail.Overlay.DriverContext[0] = send;
    IoSetCancelRoutine(irp, canceled_waiting);
    if (irp->Cancel && IoSetCancelRoutine(irp, NULL))
        fail_waiting(send, STATUS_CANCELLED);
}

static BOOLEAN refuse(struct fx_request *request, NTSTATUS status)
{
    request->SentStatus = status;
    if (request->Irp)
        request->Irp->IoStatus.Status = status;
    return FALSE;
}

/* The request is the lower driver's now; nobody here hears of it again. */
static BOOLEAN send_and_forget(struct fx_request *request, struct fx_target *target)
{
    if (request->Own || request->Cancel)
        return refuse(request, STATUS_INVALID_DEVICE_REQUEST);
    const PIRP irp = request->Irp;
    struct fx_queue *queue = request->Place == FX_WITH_DRIVER ? request->Queue : NULL;
    const BOOLEAN formatted = request->Send && request->Send->Formatted; /* with a stack location of the driver's */
    if (request->Send)
        fx_forget_send(request);
    if (!request->Reserved)
        fx_dispose(&request->Object);
    fx_release_buffers(request);
    if (request->File)
        fx_create_completed(request, STATUS_SUCCESS);
    request->Completed = TRUE;
    request->Irp = NULL;
    if (!formatted)
        IoSkipCurrentIrpStackLocation(irp);
    IoCallDriver(target->TargetDevice, irp);
    if (queue) {
        fx_reference(&queue->Object);
        fx_queue_left(queue, request);
        fx_queue_go_on(queue);
        fx_dereference(&queue->Object);
    }
    if (request->Reserved)
        fx_return_reserved(request);
    else
        fx_delete(&request->Object);
    return TRUE;
}

BOOLEAN fx_send_request(struct fx_request *request, struct fx_target *target, PWDF_REQUEST_SEND_OPTIONS options)
{
    const ULONG flags = options ? options->Flags : 0;
    if (!request->Irp)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_NULL_IRP, (ULONG_PTR)request, 0);
    if (request->Send && (request->Send->Sent || request->Send->Waiting))
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_REQUEST_ALREADY_SENT, (ULONG_PTR)request, 0);
    const BOOLEAN started =
        target->State == WdfIoTargetStarted || (flags & WDF_REQUEST_SEND_OPTION_IGNORE_TARGET_STATE);
    if (!target->TargetDevice || (!started && target->State != WdfIoTargetStopped))
        return refuse(request, STATUS_INVALID_DEVICE_STATE);
    if (flags & WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET)
        return started ? send_and_forget(request, target) : refuse(request, STATUS_INVALID_DEVICE_STATE);
    struct fx_send *send = fx_send_of(request);
    if (!send)
        return refuse(request, STATUS_INSUFFICIENT_RESOURCES);
    if (request->Irp->CurrentLocation <= 1)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_NO_MORE_STACK_LOCATIONS, (ULONG_PTR)request->Irp,
                     0);
    if (!send->Formatted) {
        if (request->Own)
            return refuse(request, STATUS_INVALID_DEVICE_REQUEST);
        IoCopyCurrentIrpStackLocationToNext(request->Irp);
    }
    send->Target = target;
    send->TimedOut = FALSE;
    send->Synchronous = (flags & WDF_REQUEST_SEND_OPTION_SYNCHRONOUS) != 0;
    KeClearEvent(&send->Done);
    fx_reference(&target->Object);
    fx_reference(&request->Object);
    if ((flags & WDF_REQUEST_SEND_OPTION_TIMEOUT) && options->Timeout != 0)
        set_timer(send, options->Timeout);
    if (started)
        submit(send);
    else
        wait_for_start(send);
    const BOOLEAN synchronous = (flags & WDF_REQUEST_SEND_OPTION_SYNCHRONOUS) != 0;
    if (synchronous)
        KeWaitForSingleObject(&send->Done, Executive, KernelMode, FALSE, NULL);
    fx_dereference(&request->Object);
    return TRUE;
}

/* --- what targets do with the requests that they have --- */

NTSTATUS fx_target_start(struct fx_target *target)
{
    target->State = WdfIoTargetStarted;
    while (!IsListEmpty(&target->Pending)) {
        struct fx_send *send = CONTAINING_RECORD(RemoveHeadList(&target->Pending), struct fx_send, Entry);
        IoSetCancelRoutine(send->Request->Irp, NULL);
        submit(send);
    }
    if (target->Start)
        target->Start(target);
    return STATUS_SUCCESS;
}

/* It has not been sent: the driver hears of it as if it had come back canceled. */
static void fail_waiting(struct fx_send *send, NTSTATUS status)
{
    struct fx_request *request = send->Request;
    struct fx_target *target = send->Target;
    send->Waiting = FALSE;
    IoSetCancelRoutine(request->Irp, NULL);
    RemoveEntryList(&send->Entry);
    InsertTailList(&target->Sent, &send->Entry);
    KeClearEvent(&target->Empty);
    request->Irp->IoStatus.Status = status;
    request->Irp->IoStatus.Information = 0;
    fx_reference(&request->Object);
    back(send, request->Irp);
    fx_dereference(&request->Object);
}

static void cancel_sent(struct fx_target *target)
{
    while (!IsListEmpty(&target->Pending))
        fail_waiting(CONTAINING_RECORD(target->Pending.Flink, struct fx_send, Entry), STATUS_CANCELLED);
    for (PLIST_ENTRY entry = target->Sent.Flink; entry != &target->Sent;) {
        struct fx_send *send = CONTAINING_RECORD(entry, struct fx_send, Entry);
        entry = entry->Flink;
        if (!send->Request->Irp->Cancel) {
            IoCancelIrp(send->Request->Irp);
            entry = target->Sent.Flink;
        }
    }
}

void fx_target_stop(struct fx_target *target, WDF_IO_TARGET_SENT_IO_ACTION action, WDF_IO_TARGET_STATE state)
{
    target->State = state;
    fx_reference(&target->Object);
    if (target->Stop)
        target->Stop(target);
    if (action == WdfIoTargetCancelSentIo)
        cancel_sent(target);
    if (action != WdfIoTargetLeaveSentIoPending && !IsListEmpty(&target->Sent) && KeGetCurrentIrql() == PASSIVE_LEVEL)
        KeWaitForSingleObject(&target->Empty, Executive, KernelMode, FALSE, NULL);
    fx_dereference(&target->Object);
}

/* --- functions of the table --- */

BOOLEAN api_RequestSend(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, WDFIOTARGET target,
                        PWDF_REQUEST_SEND_OPTIONS options)
{
    return fx_send_request(fx_object_of(handle, FX_REQUEST), fx_object_of(target, FX_TARGET), options);
}

BOOLEAN api_RequestCancelSentRequest(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    struct fx_request *request = fx_object_of(handle, FX_REQUEST);
    struct fx_send *send = request->Send;
    if (!send)
        return FALSE;
    if (send->Waiting) {
        fail_waiting(send, send->TimedOut ? STATUS_IO_TIMEOUT : STATUS_CANCELLED);
        return TRUE;
    }
    return send->Sent && IoCancelIrp(request->Irp);
}

VOID api_RequestSetCompletionRoutine(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle,
                                     PFN_WDF_REQUEST_COMPLETION_ROUTINE routine, WDFCONTEXT context)
{
    struct fx_send *send = fx_send_of(fx_object_of(handle, FX_REQUEST));
    if (send) {
        send->Routine = routine;
        send->Context = context;
    }
}

VOID api_RequestGetCompletionParams(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle,
                                    PWDF_REQUEST_COMPLETION_PARAMS parameters)
{
    const struct fx_request *request = fx_object_of(handle, FX_REQUEST);
    FX_REQUIRE(parameters);
    if (!request->Send)
        return;
    *parameters = request->Send->Parameters;
    if (parameters->Type == WdfRequestTypeUsb)
        parameters->Parameters.Usb.Completion = &request->Send->Usb;
}

NTSTATUS api_RequestAllocateTimer(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return fx_send_of(fx_object_of(handle, FX_REQUEST)) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

VOID api_RequestFormatRequestUsingCurrentType(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    struct fx_request *request = fx_object_of(handle, FX_REQUEST);
    const PIRP irp = fx_irp_of(request);
    struct fx_send *send = fx_send_of(request);
    if (!send)
        return;
    if (irp->CurrentLocation <= 1)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_NO_MORE_STACK_LOCATIONS, (ULONG_PTR)irp, 0);
    fx_unformat(send);
    IoCopyCurrentIrpStackLocationToNext(irp);
    RtlZeroMemory(&send->Parameters, sizeof(send->Parameters));
    send->Parameters.Size = sizeof(send->Parameters);
    send->Parameters.Type = (WDF_REQUEST_TYPE)IoGetCurrentIrpStackLocation(irp)->MajorFunction;
    send->Formatted = TRUE;
}

VOID api_RequestWdmFormatUsingStackLocation(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PIO_STACK_LOCATION stack)
{
    struct fx_request *request = fx_object_of(handle, FX_REQUEST);
    const PIRP irp = fx_irp_of(request);
    struct fx_send *send = fx_send_of(request);
    FX_REQUIRE(stack);
    if (!send)
        return;
    if (irp->CurrentLocation <= 1)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_NO_MORE_STACK_LOCATIONS, (ULONG_PTR)irp, 0);
    fx_unformat(send);
    *IoGetNextIrpStackLocation(irp) = *stack;
    RtlZeroMemory(&send->Parameters, sizeof(send->Parameters));
    send->Parameters.Size = sizeof(send->Parameters);
    send->Parameters.Type = WdfRequestTypeNoFormat;
    send->Formatted = TRUE;
}
