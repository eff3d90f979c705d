/* Cancellation of requests that the driver has. */
#include "ntsim/wdf/fx.h"

NTSTATUS fx_set_cancel(struct fx_request *request, PDRIVER_CANCEL routine)
{
    const PIRP irp = request->Irp;
    irp->Tail.Overlay.DriverContext[0] = request;
    IoSetCancelRoutine(irp, routine);
    /* Canceled before there was a routine: it must be taken back, unless the canceler has it by now. */
    if (irp->Cancel && IoSetCancelRoutine(irp, NULL))
        return STATUS_CANCELLED;
    return STATUS_SUCCESS;
}

BOOLEAN fx_clear_cancel(struct fx_request *request)
{
    request->Cancel = NULL;
    return IoSetCancelRoutine(request->Irp, NULL) != NULL;
}

static void call_cancel(struct fx_request *request, PFN_WDF_REQUEST_CANCEL routine)
{
    struct fx_queue *queue = request->Queue;
    struct fx_lock *lock = queue ? queue->Lock : NULL;
    request->Canceled = TRUE;
    request->Cancel = NULL;
    if (queue)
        fx_reference(&queue->Object);
    if (lock) {
        fx_acquire(lock);
        queue->Dispatchers++; /* what it completes makes room for the next request, which waits for the lock */
    }
    routine((WDFREQUEST)request);
    if (lock) {
        queue->Dispatchers--;
        fx_release(lock);
    }
    if (queue) {
        fx_queue_go_on(queue);
        fx_dereference(&queue->Object);
    }
}

static VOID NTAPI canceled(PDEVICE_OBJECT device_object, PIRP irp)
{
    IoReleaseCancelSpinLock(irp->CancelIrql);
    struct fx_request *request = irp->Tail.Overlay.DriverContext[0];
    call_cancel(request, request->Cancel);
}

static NTSTATUS mark(struct fx_request *request, PFN_WDF_REQUEST_CANCEL routine)
{
    fx_irp_of(request);
    if (request->Place != FX_WITH_DRIVER || request->Cancel)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_REQUEST_NOT_IN_QUEUE, (ULONG_PTR)request, 0);
    request->Cancel = routine;
    const NTSTATUS status = fx_set_cancel(request, canceled);
    if (!NT_SUCCESS(status))
        request->Cancel = NULL;
    return status;
}

VOID api_RequestMarkCancelable(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PFN_WDF_REQUEST_CANCEL routine)
{
    struct fx_request *request = fx_request_of(handle);
    FX_REQUIRE(routine);
    if (!NT_SUCCESS(mark(request, routine)))
        call_cancel(request, routine);
}

NTSTATUS api_RequestMarkCancelableEx(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PFN_WDF_REQUEST_CANCEL routine)
{
    FX_REQUIRE(routine);
    return mark(fx_request_of(handle), routine);
}

NTSTATUS api_RequestUnmarkCancelable(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    struct fx_request *request = fx_request_of(handle);
    if (request->Canceled || request->Completed)
        return STATUS_CANCELLED;
    fx_irp_of(request);
    if (!request->Cancel)
        return STATUS_INVALID_PARAMETER;
    return fx_clear_cancel(request) ? STATUS_SUCCESS : STATUS_CANCELLED;
}

BOOLEAN api_RequestIsCanceled(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    return fx_irp_of(fx_request_of(handle))->Cancel;
}
