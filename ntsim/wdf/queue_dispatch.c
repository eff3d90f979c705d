/* From a queue to the driver's callbacks, and back out of the driver's hands. */
#include "ntsim/wdf/fx_rules.h"
#include "ntsim/verifier/sim.h"

/* Of the system. */
__declspec(dllimport) void SimEnterCallback(struct sim_callback *callback);
__declspec(dllimport) void SimLeaveCallback(const struct sim_callback *callback, const char *what, void *routine);

BOOLEAN fx_queue_may_deliver(struct fx_queue *queue)
{
    return queue->Dispatching && !(queue->PowerManaged && queue->Device->QueuesHeld);
}

/* A power-managed queue with requests, waiting or with the driver, keeps its device in D0. */
static void set_busy(struct fx_queue *queue)
{
    if (queue->PowerManaged && !queue->PowerBusy) {
        queue->PowerBusy = TRUE;
        fx_power_reference(queue->Device, FALSE);
    }
}

static void clear_busy(struct fx_queue *queue)
{
    if (queue->PowerBusy && queue->WaitingCount == 0 && queue->DriverCount == 0) {
        queue->PowerBusy = FALSE;
        fx_power_release(queue->Device);
    }
}

void fx_queue_check_state(struct fx_queue *queue)
{
    if (queue->DriverCount == 0 && queue->Stopped) {
        const PFN_WDF_IO_QUEUE_STATE callback = queue->Stopped;
        queue->Stopped = NULL;
        callback((WDFQUEUE)queue, queue->StoppedContext);
    }
    if (queue->DriverCount == 0 && queue->WaitingCount == 0 && queue->Emptied) {
        const PFN_WDF_IO_QUEUE_STATE callback = queue->Emptied;
        queue->Emptied = NULL;
        callback((WDFQUEUE)queue, queue->EmptiedContext);
    }
    clear_busy(queue);
}

void fx_queue_left(struct fx_queue *queue, struct fx_request *request)
{
    RemoveEntryList(&request->Entry);
    request->Place = FX_NOWHERE;
    request->Queue = NULL;
    request->StopPending = request->StopAcknowledged = FALSE;
    queue->DriverCount--;
    if (queue->Device->QueuesHeld || queue->Removed)
        KeSetEvent(&queue->Settled, IO_NO_INCREMENT, FALSE);
    fx_dereference(&queue->Object);
}

/* The request becomes the driver's. */
static void give(struct fx_queue *queue, struct fx_request *request)
{
    request->Place = FX_WITH_DRIVER;
    request->Presented = TRUE;
    if (request->Queue != queue) {
        request->Queue = queue;
        fx_reference(&queue->Object);
    }
    InsertTailList(&queue->WithDriver, &request->Entry);
    queue->DriverCount++;
}

static void call_default(struct fx_queue *queue, struct fx_request *request)
{
    if (queue->Config.EvtIoDefault)
        queue->Config.EvtIoDefault((WDFQUEUE)queue, (WDFREQUEST)request);
    else
        fx_complete(request, STATUS_INVALID_DEVICE_REQUEST, IO_NO_INCREMENT);
}

static void call_driver(struct fx_queue *queue, struct fx_request *request)
{
    const WDF_IO_QUEUE_CONFIG *config = &queue->Config;
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(request->Irp);
    const WDFQUEUE handle = (WDFQUEUE)queue;
    const WDFREQUEST request_handle = (WDFREQUEST)request;
    switch (stack->MajorFunction) {
    case IRP_MJ_READ:
        if (stack->Parameters.Read.Length == 0 && !config->AllowZeroLengthRequests)
            fx_complete(request, STATUS_SUCCESS, IO_NO_INCREMENT);
        else if (config->EvtIoRead)
            config->EvtIoRead(handle, request_handle, stack->Parameters.Read.Length);
        else
            call_default(queue, request);
        break;
    case IRP_MJ_WRITE:
        if (stack->Parameters.Write.Length == 0 && !config->AllowZeroLengthRequests)
            fx_complete(request, STATUS_SUCCESS, IO_NO_INCREMENT);
        else if (config->EvtIoWrite)
            config->EvtIoWrite(handle, request_handle, stack->Parameters.Write.Length);
        else
            call_default(queue, request);
        break;
    case IRP_MJ_DEVICE_CONTROL:
        if (config->EvtIoDeviceControl)
            config->EvtIoDeviceControl(handle, request_handle, stack->Parameters.DeviceIoControl.OutputBufferLength,
                                       stack->Parameters.DeviceIoControl.InputBufferLength,
                                       stack->Parameters.DeviceIoControl.IoControlCode);
        else
            call_default(queue, request);
        break;
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        if (config->EvtIoInternalDeviceControl)
            config->EvtIoInternalDeviceControl(
                handle, request_handle, stack->Parameters.DeviceIoControl.OutputBufferLength,
                stack->Parameters.DeviceIoControl.InputBufferLength, stack->Parameters.DeviceIoControl.IoControlCode);
        else
            call_default(queue, request);
        break;
    default:
        call_default(queue, request);
        break;
    }
}

/* The driver's callback must return as it was called. */
static void call_checked(struct fx_queue *queue, struct fx_request *request)
{
    struct sim_callback callback;
    const KIRQL before = KeGetCurrentIrql();
    SimEnterCallback(&callback);
    call_driver(queue, request);
    const KIRQL after = KeGetCurrentIrql();
    SimLeaveCallback(&callback, "the queue's callback", NULL);
    if (before != after)
        fx_violation(WDF_VERIFIER_IRQL_MISMATCH, before, after, 0);
}

static void present(struct fx_queue *queue, struct fx_request *request)
{
    give(queue, request);
    if (!queue->Lock) {
        call_checked(queue, request);
        return;
    }
    fx_acquire(queue->Lock);
    call_checked(queue, request);
    fx_release(queue->Lock);
}

static VOID NTAPI dispatch_later(PVOID context)
{
    struct fx_queue *queue = context;
    queue->ItemQueued = FALSE;
    fx_queue_dispatch(queue);
    fx_dereference(&queue->Object);
}

/* Callbacks at PASSIVE_LEVEL cannot be called from here. */
static BOOLEAN defer(struct fx_queue *queue)
{
    if (!queue->PassiveLevel || KeGetCurrentIrql() == PASSIVE_LEVEL)
        return FALSE;
    if (!queue->ItemQueued) {
        queue->ItemQueued = TRUE;
        fx_reference(&queue->Object);
        ExInitializeWorkItem(&queue->Item, dispatch_later, queue);
        ExQueueWorkItem(&queue->Item, CriticalWorkQueue);
    }
    return TRUE;
}

/* A driver that completes a request within its callback must not be called for the next one from there: the loop that
 * called it goes on when it returns. */
static BOOLEAN within_callback(struct fx_queue *queue)
{
    if (queue->Dispatcher != KeGetCurrentThread())
        return FALSE;
    return queue->Lock || queue->Config.DispatchType == WdfIoQueueDispatchSequential;
}

static struct fx_request *remove_first(struct fx_queue *queue)
{
    while (queue->WaitingCount > 0) {
        struct fx_request *request = CONTAINING_RECORD(queue->Waiting.Flink, struct fx_request, Entry);
        if (fx_queue_take(queue, request))
            return request;
    }
    return NULL;
}

static void deliver(struct fx_queue *queue)
{
    const PKTHREAD outer = queue->Dispatcher;
    queue->Dispatcher = KeGetCurrentThread();
    queue->Dispatchers++;
    do {
        queue->Again = FALSE;
        while (queue->WaitingCount > 0 && queue->DriverCount < queue->Limit && fx_queue_may_deliver(queue)) {
            struct fx_request *request = remove_first(queue);
            if (request)
                present(queue, request);
        }
    } while (queue->Again);
    queue->Dispatchers--;
    queue->Dispatcher = outer;
}

void fx_queue_dispatch(struct fx_queue *queue)
{
    if (queue->WaitingCount > 0 && queue->Config.DispatchType != WdfIoQueueDispatchManual) {
        if (within_callback(queue)) {
            queue->Again = TRUE;
            return;
        }
        if (queue->DriverCount < queue->Limit && fx_queue_may_deliver(queue)) {
            if (defer(queue))
                return;
            fx_reference(&queue->Object);
            deliver(queue);
            fx_queue_check_state(queue);
            fx_dereference(&queue->Object);
            return;
        }
    }
    if (queue->WaitingCount == 0)
        fx_queue_check_state(queue);
    else if (queue->DriverCount == 0 && queue->Stopped)
        fx_queue_check_state(queue);
}

void fx_queue_go_on(struct fx_queue *queue)
{
    if (queue->Dispatchers > 0)
        queue->Again = TRUE;
    else
        fx_queue_dispatch(queue);
}

static VOID NTAPI canceled_on_queue(PDEVICE_OBJECT device_object, PIRP irp)
{
    IoReleaseCancelSpinLock(irp->CancelIrql);
    struct fx_request *request = irp->Tail.Overlay.DriverContext[0];
    struct fx_queue *queue = request->Queue;
    request->Canceled = TRUE;
    if (request->Place == FX_IN_QUEUE) {
        RemoveEntryList(&request->Entry);
        queue->WaitingCount--;
    }
    request->Place = FX_NOWHERE;
    /* A driver that has seen the request before is told, and completes it. */
    if (queue->Config.EvtIoCanceledOnQueue && request->Presented) {
        give(queue, request);
        if (queue->Lock)
            fx_acquire(queue->Lock);
        queue->Config.EvtIoCanceledOnQueue((WDFQUEUE)queue, (WDFREQUEST)request);
        if (queue->Lock)
            fx_release(queue->Lock);
        return;
    }
    fx_reference(&queue->Object);
    fx_complete(request, STATUS_CANCELLED, IO_NO_INCREMENT);
    fx_queue_dispatch(queue);
    fx_dereference(&queue->Object);
}

void fx_queue_insert(struct fx_queue *queue, struct fx_request *request, BOOLEAN at_head)
{
    if (request->Queue != queue) {
        request->Queue = queue;
        fx_reference(&queue->Object);
    }
    request->Place = FX_IN_QUEUE;
    request->Canceled = FALSE;
    if (at_head)
        InsertHeadList(&queue->Waiting, &request->Entry);
    else
        InsertTailList(&queue->Waiting, &request->Entry);
    queue->WaitingCount++;
    if (!NT_SUCCESS(fx_set_cancel(request, canceled_on_queue))) {
        KIRQL irql;
        IoAcquireCancelSpinLock(&irql);
        request->Irp->CancelIrql = irql;
        canceled_on_queue(request->Irp->Tail.Overlay.CurrentStackLocation->DeviceObject, request->Irp);
        return;
    }
    /* This may power the device up at once, and deliver the request. */
    set_busy(queue);
}

/* Out of Waiting: NULL where its cancel routine has it already. */
struct fx_request *fx_queue_take(struct fx_queue *queue, struct fx_request *request)
{
    RemoveEntryList(&request->Entry);
    queue->WaitingCount--;
    request->Place = FX_NOWHERE;
    return fx_clear_cancel(request) ? request : NULL;
}

static NTSTATUS refuse(struct fx_request *request, NTSTATUS status)
{
    fx_complete(request, status, IO_NO_INCREMENT);
    return status;
}

NTSTATUS fx_enqueue(struct fx_queue *queue, struct fx_request *request)
{
    if (!queue->Accepting)
        return refuse(request, queue->Removed ? STATUS_NO_SUCH_DEVICE : STATUS_INVALID_DEVICE_STATE);
    if (request->Irp->Cancel)
        return refuse(request, STATUS_CANCELLED);
    if (queue->WaitingCount == 0 && queue->DriverCount < queue->Limit &&
        queue->Config.DispatchType != WdfIoQueueDispatchManual && fx_queue_may_deliver(queue) &&
        !(queue->PassiveLevel && KeGetCurrentIrql() != PASSIVE_LEVEL) && !within_callback(queue)) {
        set_busy(queue);
        if (fx_queue_may_deliver(queue)) {
            fx_reference(&queue->Object);
            const PKTHREAD outer = queue->Dispatcher;
            queue->Dispatcher = KeGetCurrentThread();
            queue->Dispatchers++;
            present(queue, request);
            queue->Dispatchers--;
            queue->Dispatcher = outer;
            if (queue->WaitingCount > 0 || queue->Stopped || queue->Emptied || queue->PowerBusy)
                fx_queue_dispatch(queue);
            fx_dereference(&queue->Object);
            return STATUS_PENDING;
        }
    }
    const BOOLEAN was_empty = queue->WaitingCount == 0;
    fx_queue_insert(queue, request, FALSE);
    if (was_empty && queue->WaitingCount > 0 && queue->Ready && fx_queue_may_deliver(queue))
        queue->Ready((WDFQUEUE)queue, queue->ReadyContext);
    fx_queue_dispatch(queue);
    return STATUS_PENDING;
}

/* --- fetching --- */

static struct fx_request *find(struct fx_queue *queue, struct fx_request *after, PFILE_OBJECT file)
{
    PLIST_ENTRY entry = after ? after->Entry.Flink : queue->Waiting.Flink;
    for (; entry != &queue->Waiting; entry = entry->Flink) {
        struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
        if (!file || IoGetCurrentIrpStackLocation(request->Irp)->FileObject == file)
            return request;
    }
    return NULL;
}

static NTSTATUS fetch(struct fx_queue *queue, struct fx_request *request, WDFREQUEST *result)
{
    *result = NULL;
    if (!fx_queue_take(queue, request))
        return STATUS_NOT_FOUND;
    give(queue, request);
    request->FetchedAt = fx_here();
    *result = (WDFREQUEST)request;
    return STATUS_SUCCESS;
}

static NTSTATUS fetch_first(WDFQUEUE handle, PFILE_OBJECT file, WDFREQUEST *result)
{
    struct fx_queue *queue = fx_object_of(handle, FX_QUEUE);
    FX_REQUIRE(result);
    *result = NULL;
    if (queue->Config.DispatchType == WdfIoQueueDispatchParallel)
        return STATUS_INVALID_DEVICE_STATE;
    if (queue->PowerManaged && queue->Device->QueuesHeld)
        return STATUS_WDF_PAUSED;
    if (!queue->Dispatching)
        return STATUS_WDF_PAUSED;
    if (queue->Config.DispatchType == WdfIoQueueDispatchSequential && queue->DriverCount > 0)
        return STATUS_NO_MORE_ENTRIES;
    for (struct fx_request *request; (request = find(queue, NULL, file)) != NULL;)
        if (NT_SUCCESS(fetch(queue, request, result)))
            return STATUS_SUCCESS;
    return STATUS_NO_MORE_ENTRIES;
}

NTSTATUS api_IoQueueRetrieveNextRequest(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, WDFREQUEST *result)
{
    return fetch_first(handle, NULL, result);
}

NTSTATUS api_IoQueueRetrieveRequestByFileObject(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, WDFFILEOBJECT file,
                                                WDFREQUEST *result)
{
    return fetch_first(handle, ((struct fx_file *)fx_object_of(file, FX_FILE))->FileObject, result);
}

NTSTATUS api_IoQueueFindRequest(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, WDFREQUEST found, WDFFILEOBJECT file,
                                PWDF_REQUEST_PARAMETERS parameters, WDFREQUEST *result)
{
    struct fx_queue *queue = fx_object_of(handle, FX_QUEUE);
    struct fx_request *after = found ? fx_object_of(found, FX_REQUEST) : NULL;
    FX_REQUIRE(result);
    *result = NULL;
    /* The request that the search goes on from may have been canceled meanwhile. */
    if (after && (after->Place != FX_IN_QUEUE || after->Queue != queue))
        return STATUS_NOT_FOUND;
    struct fx_request *request =
        find(queue, after, file ? ((struct fx_file *)fx_object_of(file, FX_FILE))->FileObject : NULL);
    if (!request)
        return STATUS_NO_MORE_ENTRIES;
    if (parameters)
        fx_fill_parameters(request, parameters);
    fx_reference(&request->Object); /* the caller gives it back with WdfObjectDereference */
    *result = (WDFREQUEST)request;
    return STATUS_SUCCESS;
}

NTSTATUS api_IoQueueRetrieveFoundRequest(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, WDFREQUEST found,
                                         WDFREQUEST *result)
{
    struct fx_queue *queue = fx_object_of(handle, FX_QUEUE);
    struct fx_request *request = fx_object_of(found, FX_REQUEST);
    FX_REQUIRE(result);
    *result = NULL;
    if (queue->PowerManaged && queue->Device->QueuesHeld)
        return STATUS_WDF_PAUSED;
    if (request->Place != FX_IN_QUEUE || request->Queue != queue)
        return STATUS_NOT_FOUND;
    return fetch(queue, request, result);
}
