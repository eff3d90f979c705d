/* Queues: creation, their states, and what power and removal do to them. */
#include "ntsim/wdf/fx_rules.h"

static void dispose_queue(struct fx_object *object)
{
    struct fx_queue *queue = (struct fx_queue *)object;
    struct fx_device *device = queue->Device;
    queue->Accepting = FALSE;
    queue->Removed = TRUE;
    fx_dispose_progress(queue);
    fx_queue_cancel_waiting(queue, NULL);
    RemoveEntryList(&queue->DeviceEntry);
    if (device->DefaultQueue == queue)
        device->DefaultQueue = NULL;
    for (ULONG i = 0; i < FX_REQUEST_KINDS; i++)
        if (device->QueueOf[i] == queue)
            device->QueueOf[i] = NULL;
}

static const struct fx_class queue_class = {
    .Type = FX_QUEUE, .Size = sizeof(struct fx_queue), .Dispose = dispose_queue};

/* Where the callbacks of a queue get their lock from. */
static NTSTATUS choose_lock(struct fx_queue *queue)
{
    struct fx_device *device = queue->Device;
    queue->PassiveLevel = queue->Object.ExecutionLevel == WdfExecutionLevelPassive;
    fx_init_lock(&queue->OwnLock, queue->PassiveLevel);
    switch (queue->Object.SynchronizationScope) {
    case WdfSynchronizationScopeDevice:
        /* One lock cannot be a mutex to some and a spin lock to others. */
        if (queue->PassiveLevel != device->Lock.Passive)
            return STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
        queue->Lock = &device->Lock;
        break;
    case WdfSynchronizationScopeQueue:
        queue->Lock = &queue->OwnLock;
        break;
    default:
        break;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS check_config(struct fx_device *device, const WDF_IO_QUEUE_CONFIG *config)
{
    if (config->DispatchType <= WdfIoQueueDispatchInvalid || config->DispatchType >= WdfIoQueueDispatchMax)
        return STATUS_INVALID_PARAMETER;
    const BOOLEAN any = config->EvtIoDefault || config->EvtIoRead || config->EvtIoWrite || config->EvtIoDeviceControl ||
                        config->EvtIoInternalDeviceControl;
    if (config->DispatchType == WdfIoQueueDispatchManual ? any : !any)
        return config->DispatchType == WdfIoQueueDispatchManual ? STATUS_INVALID_PARAMETER : STATUS_WDF_NO_CALLBACK;
    if (config->DispatchType == WdfIoQueueDispatchParallel && config->Settings.Parallel.NumberOfPresentedRequests == 0)
        return STATUS_INVALID_PARAMETER;
    if (config->DefaultQueue && device->DefaultQueue)
        return STATUS_UNSUCCESSFUL;
    return STATUS_SUCCESS;
}

NTSTATUS api_IoQueueCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device_handle, PWDF_IO_QUEUE_CONFIG config,
                           PWDF_OBJECT_ATTRIBUTES attributes, WDFQUEUE *result)
{
    struct fx_device *device = fx_object_of(device_handle, FX_DEVICE);
    struct fx_queue *queue;
    WDF_IO_QUEUE_CONFIG settings;
    FX_REQUIRE(config);
    if (result)
        *result = NULL;
    /* The settings of parallel queues came with version 1.9, and the driver with it. */
    const ULONG before_1_9 = FIELD_OFFSET(WDF_IO_QUEUE_CONFIG, Settings);
    if (!fx_copy_sized(&settings, sizeof(settings), config, before_1_9))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (config->Size == before_1_9)
        settings.Settings.Parallel.NumberOfPresentedRequests = (ULONG)-1;
    NTSTATUS status = check_config(device, &settings);
    if (!NT_SUCCESS(status))
        return status;
    if (attributes && attributes->ParentObject &&
        fx_ancestor(fx_any_object(attributes->ParentObject), FX_DEVICE) != device)
        return STATUS_INVALID_DEVICE_REQUEST;
    status = fx_create(&queue_class, device->Object.Driver, attributes, &device->Object, &queue);
    if (!NT_SUCCESS(status))
        return status;
    queue->Device = device;
    queue->Object.Device = device;
    queue->Config = settings;
    InitializeListHead(&queue->Waiting);
    InitializeListHead(&queue->WithDriver);
    InitializeListHead(&queue->WaitingIrps);
    KeInitializeEvent(&queue->Settled, SynchronizationEvent, FALSE);
    InsertTailList(&device->Queues, &queue->DeviceEntry);
    status = choose_lock(queue);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&queue->Object);
        return status;
    }
    queue->Accepting = queue->Dispatching = TRUE;
    queue->PowerManaged = settings.PowerManaged == WdfUseDefault
                              ? !device->Init.Filter && (device->Init.Kind == FX_FDO || device->Init.Kind == FX_PDO)
                              : settings.PowerManaged == WdfTrue;
    queue->Limit = settings.DispatchType == WdfIoQueueDispatchSequential ? 1
                   : settings.DispatchType == WdfIoQueueDispatchParallel
                       ? settings.Settings.Parallel.NumberOfPresentedRequests
                       : (ULONG)-1;
    if (settings.DefaultQueue) {
        queue->Object.Protected = TRUE;
        device->DefaultQueue = queue;
    }
    if (result)
        *result = (WDFQUEUE)queue;
    return STATUS_SUCCESS;
}

static struct fx_queue *queue_from(WDFQUEUE handle)
{
    return fx_object_of(handle, FX_QUEUE);
}

WDFDEVICE api_IoQueueGetDevice(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle)
{
    return (WDFDEVICE)queue_from(handle)->Device;
}

WDF_IO_QUEUE_STATE api_IoQueueGetState(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PULONG waiting, PULONG with_driver)
{
    const struct fx_queue *queue = queue_from(handle);
    ULONG state = 0;
    if (waiting)
        *waiting = queue->WaitingCount;
    if (with_driver)
        *with_driver = queue->DriverCount;
    if (queue->Accepting)
        state |= WdfIoQueueAcceptRequests;
    if (queue->Dispatching)
        state |= WdfIoQueueDispatchRequests;
    if (queue->WaitingCount == 0)
        state |= WdfIoQueueNoRequests;
    if (queue->DriverCount == 0)
        state |= WdfIoQueueDriverNoRequests;
    if (queue->PowerManaged && queue->Device->QueuesHeld)
        state |= WdfIoQueuePnpHeld;
    return (WDF_IO_QUEUE_STATE)state;
}

VOID api_IoQueueStart(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle)
{
    struct fx_queue *queue = queue_from(handle);
    queue->Accepting = !queue->Removed;
    queue->Dispatching = TRUE;
    if (queue->WaitingCount > 0 && queue->Ready && fx_queue_may_deliver(queue))
        queue->Ready(handle, queue->ReadyContext);
    fx_queue_dispatch(queue);
}

/* Requests that wait, of one file or all, are completed as canceled. */
void fx_queue_cancel_waiting(struct fx_queue *queue, struct fx_file *file)
{
    fx_reference(&queue->Object);
    PLIST_ENTRY entry = queue->Waiting.Flink;
    while (entry != &queue->Waiting) {
        struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
        if (file && IoGetCurrentIrpStackLocation(request->Irp)->FileObject != file->FileObject) {
            entry = entry->Flink;
            continue;
        }
        IoCancelIrp(request->Irp);
        /* Others may have come and gone while that was completed. */
        entry = queue->Waiting.Flink;
    }
    fx_dereference(&queue->Object);
}

static void cancel_with_driver(struct fx_queue *queue)
{
    fx_reference(&queue->Object);
    for (PLIST_ENTRY entry = queue->WithDriver.Flink; entry != &queue->WithDriver;) {
        struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
        entry = entry->Flink;
        if (request->Irp && !request->Irp->Cancel) {
            IoCancelIrp(request->Irp);
            entry = queue->WithDriver.Flink;
        }
    }
    fx_dereference(&queue->Object);
}

VOID api_IoQueueStop(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PFN_WDF_IO_QUEUE_STATE callback, WDFCONTEXT context)
{
    struct fx_queue *queue = queue_from(handle);
    queue->Dispatching = FALSE;
    if (callback) {
        queue->Stopped = callback;
        queue->StoppedContext = context;
    }
    fx_queue_check_state(queue);
}

VOID api_IoQueueDrain(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PFN_WDF_IO_QUEUE_STATE callback, WDFCONTEXT context)
{
    struct fx_queue *queue = queue_from(handle);
    queue->Accepting = FALSE;
    if (callback) {
        queue->Emptied = callback;
        queue->EmptiedContext = context;
    }
    fx_queue_check_state(queue);
}

VOID api_IoQueuePurge(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PFN_WDF_IO_QUEUE_STATE callback, WDFCONTEXT context)
{
    struct fx_queue *queue = queue_from(handle);
    queue->Accepting = FALSE;
    if (callback) {
        queue->Emptied = callback;
        queue->EmptiedContext = context;
    }
    fx_queue_cancel_waiting(queue, NULL);
    cancel_with_driver(queue);
    fx_queue_check_state(queue);
}

VOID api_IoQueueStopAndPurge(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PFN_WDF_IO_QUEUE_STATE callback,
                             WDFCONTEXT context)
{
    struct fx_queue *queue = queue_from(handle);
    queue->Dispatching = FALSE;
    if (callback) {
        queue->Stopped = callback;
        queue->StoppedContext = context;
    }
    fx_queue_cancel_waiting(queue, NULL);
    cancel_with_driver(queue);
    fx_queue_check_state(queue);
}

static VOID NTAPI set_event(WDFQUEUE queue, WDFCONTEXT context)
{
    KeSetEvent(context, IO_NO_INCREMENT, FALSE);
}

typedef VOID change(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PFN_WDF_IO_QUEUE_STATE callback, WDFCONTEXT context);

static void change_and_wait(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, change *routine, const char *name)
{
    fx_find_wait_for_queue(queue_from(handle), name);
    KEVENT done;
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    routine(globals, handle, set_event, &done);
    KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
}

VOID api_IoQueueStopSynchronously(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle)
{
    change_and_wait(globals, handle, api_IoQueueStop, "WdfIoQueueStopSynchronously");
}

VOID api_IoQueueDrainSynchronously(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle)
{
    change_and_wait(globals, handle, api_IoQueueDrain, "WdfIoQueueDrainSynchronously");
}

VOID api_IoQueuePurgeSynchronously(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle)
{
    change_and_wait(globals, handle, api_IoQueuePurge, "WdfIoQueuePurgeSynchronously");
}

VOID api_IoQueueStopAndPurgeSynchronously(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle)
{
    change_and_wait(globals, handle, api_IoQueueStopAndPurge, "WdfIoQueueStopAndPurgeSynchronously");
}

NTSTATUS api_IoQueueReadyNotify(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle, PFN_WDF_IO_QUEUE_STATE callback,
                                WDFCONTEXT context)
{
    struct fx_queue *queue = queue_from(handle);
    if (queue->Config.DispatchType != WdfIoQueueDispatchManual)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (callback && queue->Ready)
        return STATUS_INVALID_DEVICE_REQUEST;
    /* Taking the callback back is for a stopped queue. */
    if (!callback && queue->Dispatching)
        return STATUS_INVALID_DEVICE_REQUEST;
    queue->Ready = callback;
    queue->ReadyContext = context;
    if (callback && queue->WaitingCount > 0 && fx_queue_may_deliver(queue))
        callback(handle, context);
    return STATUS_SUCCESS;
}

/* --- power and removal --- */

enum { PATIENCE = 1200000000 /* two minutes, in 100 ns */ };

/* Asks the driver for the requests that it has: suspend them, or let go of them for good. */
static void stop_requests(struct fx_queue *queue, ULONG action)
{
    if (queue->Config.EvtIoStop) {
        for (PLIST_ENTRY entry = queue->WithDriver.Flink; entry != &queue->WithDriver; entry = entry->Flink) {
            struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
            request->StopPending = TRUE;
            request->StopAcknowledged = FALSE; /* a suspension does not do for a purge */
        }
        for (PLIST_ENTRY entry = queue->WithDriver.Flink; entry != &queue->WithDriver;) {
            struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
            entry = entry->Flink;
            if (!request->StopPending || request->StopAcknowledged)
                continue;
            request->StopPending = FALSE;
            request->Stopping = TRUE;
            fx_reference(&request->Object); /* it may come back from a target meanwhile, and be completed */
            if (queue->Lock)
                fx_acquire(queue->Lock);
            queue->Config.EvtIoStop((WDFQUEUE)queue, (WDFREQUEST)request,
                                    action | (request->Cancel ? (ULONG)WdfRequestStopRequestCancelable : 0));
            if (queue->Lock)
                fx_release(queue->Lock);
            request->Stopping = FALSE;
            fx_dereference(&request->Object);
            entry = queue->WithDriver.Flink;
        }
    } else if (action == WdfRequestStopActionPurge) {
        cancel_with_driver(queue);
    }
    LARGE_INTEGER patience = {.QuadPart = -PATIENCE};
    BOOLEAN told = FALSE;
    /* Until each has been completed, forwarded, requeued or acknowledged. */
    for (;;) {
        BOOLEAN all = TRUE;
        for (PLIST_ENTRY entry = queue->WithDriver.Flink; entry != &queue->WithDriver && all; entry = entry->Flink)
            all = CONTAINING_RECORD(entry, struct fx_request, Entry)->StopAcknowledged;
        if (all)
            return;
        if (KeWaitForSingleObject(&queue->Settled, Executive, KernelMode, FALSE, told ? NULL : &patience) ==
            STATUS_TIMEOUT) {
            fx_find_unstopped(queue, action == WdfRequestStopActionPurge);
            told = TRUE;
        }
    }
}

typedef void each(struct fx_queue *queue);

static void for_each_queue(struct fx_device *device, BOOLEAN power_managed_only, each *routine)
{
    for (PLIST_ENTRY entry = device->Queues.Flink; entry != &device->Queues;) {
        struct fx_queue *queue = CONTAINING_RECORD(entry, struct fx_queue, DeviceEntry);
        fx_reference(&queue->Object);
        if (queue->PowerManaged || !power_managed_only)
            routine(queue);
        entry = entry->Flink;
        fx_dereference(&queue->Object);
    }
}

static void suspend(struct fx_queue *queue)
{
    stop_requests(queue, WdfRequestStopActionSuspend);
}

void fx_hold_queues(struct fx_device *device)
{
    device->QueuesHeld = TRUE;
    for_each_queue(device, TRUE, suspend);
}

static void resume(struct fx_queue *queue)
{
    for (PLIST_ENTRY entry = queue->WithDriver.Flink; entry != &queue->WithDriver;) {
        struct fx_request *request = CONTAINING_RECORD(entry, struct fx_request, Entry);
        entry = entry->Flink;
        if (!request->StopAcknowledged)
            continue;
        request->StopAcknowledged = FALSE;
        if (!queue->Config.EvtIoResume)
            continue;
        if (queue->Lock)
            fx_acquire(queue->Lock);
        queue->Config.EvtIoResume((WDFQUEUE)queue, (WDFREQUEST)request);
        if (queue->Lock)
            fx_release(queue->Lock);
        entry = queue->WithDriver.Flink;
    }
    if (queue->WaitingCount > 0 && queue->Ready && fx_queue_may_deliver(queue))
        queue->Ready((WDFQUEUE)queue, queue->ReadyContext);
    fx_queue_dispatch(queue);
}

void fx_release_queues(struct fx_device *device)
{
    device->QueuesHeld = FALSE;
    for_each_queue(device, TRUE, resume);
}

void fx_queue_purge_and_wait(struct fx_queue *queue)
{
    queue->Accepting = FALSE;
    queue->Removed = TRUE;
    fx_end_progress(queue);
    fx_queue_cancel_waiting(queue, NULL);
    stop_requests(queue, WdfRequestStopActionPurge);
    fx_queue_check_state(queue);
}

static void accept(struct fx_queue *queue)
{
    queue->Removed = FALSE;
    queue->Accepting = TRUE;
}

void fx_accept_requests(struct fx_device *device)
{
    for_each_queue(device, FALSE, accept);
}

void fx_purge_queues(struct fx_device *device, BOOLEAN power_managed_only)
{
    for_each_queue(device, power_managed_only, fx_queue_purge_and_wait);
}

/* --- requests move between queues --- */

static BOOLEAN with_driver(struct fx_request *request)
{
    return request->Place == FX_WITH_DRIVER && request->Queue;
}

NTSTATUS api_RequestForwardToIoQueue(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request_handle, WDFQUEUE handle)
{
    struct fx_queue *queue = queue_from(handle);
    struct fx_request *request = fx_request_of(request_handle);
    fx_irp_of(request);
    if (request->Cancel || request->Own)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (request->InCallerContext && request->Device == queue->Device)
        request->InCallerContext = FALSE;
    else if (!with_driver(request))
        return STATUS_INVALID_DEVICE_REQUEST;
    if (request->Queue && (request->Queue == queue || request->Queue->Device != queue->Device))
        return STATUS_INVALID_DEVICE_REQUEST;
    /* Neither a queue that is stopped for good takes it, nor is the request completed then: it stays the driver's. */
    if (!queue->Accepting)
        return STATUS_WDF_BUSY;
    struct fx_queue *from = request->Queue;
    if (from) {
        fx_reference(&from->Object);
        fx_queue_left(from, request);
    }
    fx_enqueue(queue, request);
    if (from) {
        fx_queue_go_on(from);
        fx_dereference(&from->Object);
    }
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestRequeue(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request_handle)
{
    struct fx_request *request = fx_request_of(request_handle);
    fx_irp_of(request);
    if (!with_driver(request) || request->Cancel)
        return STATUS_INVALID_DEVICE_REQUEST;
    struct fx_queue *queue = request->Queue;
    if (queue->Config.DispatchType != WdfIoQueueDispatchManual)
        return STATUS_INVALID_DEVICE_STATE;
    fx_reference(&queue->Object);
    fx_queue_left(queue, request);
    fx_queue_insert(queue, request, TRUE);
    fx_dereference(&queue->Object);
    return STATUS_SUCCESS;
}

VOID api_RequestStopAcknowledge(PWDF_DRIVER_GLOBALS globals, WDFREQUEST request_handle, BOOLEAN requeue)
{
    struct fx_request *request = fx_request_of(request_handle);
    if (request->Completed && request->Stopping)
        return; /* on another processor */
    fx_irp_of(request);
    struct fx_queue *queue = request->Queue;
    if (!queue)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_REQUEST_NOT_IN_QUEUE, (ULONG_PTR)request_handle,
                     0);
    if (requeue) {
        fx_reference(&queue->Object);
        fx_queue_left(queue, request);
        fx_queue_insert(queue, request, TRUE);
        fx_dereference(&queue->Object);
    } else {
        request->StopAcknowledged = TRUE;
    }
    KeSetEvent(&queue->Settled, IO_NO_INCREMENT, FALSE);
}
