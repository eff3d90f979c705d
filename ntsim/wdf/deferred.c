/* Code that runs later: timers, DPCs, work items. */
#include "ntsim/wdf/fx.h"

/* All three have a parent whose callbacks theirs may be serialised with, and which a device must be, or belong to. */
static NTSTATUS check_parent(PWDF_OBJECT_ATTRIBUTES attributes)
{
    if (!attributes || !attributes->ParentObject)
        return STATUS_WDF_PARENT_NOT_SPECIFIED;
    return fx_ancestor(fx_any_object(attributes->ParentObject), FX_DEVICE) ? STATUS_SUCCESS
                                                                           : STATUS_INVALID_DEVICE_REQUEST;
}

/* --- work items --- */

struct fx_work_item {
    struct fx_object Object;
    PFN_WDF_WORKITEM Routine;
    struct fx_lock *Lock;
    WORK_QUEUE_ITEM Item;
    BOOLEAN Queued;
    ULONG Running;
    KEVENT Idle;
};

static void wait_for_work(struct fx_work_item *item)
{
    if (item->Queued || item->Running > 0)
        KeWaitForSingleObject(&item->Idle, Executive, KernelMode, FALSE, NULL);
}

static void dispose_work_item(struct fx_object *object)
{
    wait_for_work((struct fx_work_item *)object);
}

static const struct fx_class work_item_class = {
    .Type = FX_WORK_ITEM,
    .Size = sizeof(struct fx_work_item),
    .Dispose = dispose_work_item,
    .PassiveDispose = TRUE,
};

static VOID NTAPI run_work_item(PVOID context)
{
    struct fx_work_item *item = context;
    item->Queued = FALSE;
    item->Running++;
    if (item->Lock)
        fx_acquire(item->Lock);
    item->Routine((WDFWORKITEM)item);
    if (item->Lock)
        fx_release(item->Lock);
    if (--item->Running == 0 && !item->Queued)
        KeSetEvent(&item->Idle, IO_NO_INCREMENT, FALSE);
    fx_dereference(&item->Object);
}

NTSTATUS api_WorkItemCreate(PWDF_DRIVER_GLOBALS globals, PWDF_WORKITEM_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes,
                            WDFWORKITEM *result)
{
    struct fx_work_item *item;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    *result = NULL;
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!config->EvtWorkItemFunc)
        return STATUS_INVALID_PARAMETER;
    struct fx_lock *lock = NULL;
    NTSTATUS status = check_parent(attributes);
    if (NT_SUCCESS(status) && config->AutomaticSerialization)
        status = fx_serializing_lock(fx_any_object(attributes->ParentObject), FALSE, &lock);
    /* A work item's callback runs at PASSIVE_LEVEL, which a spin lock would take it from. */
    if (NT_SUCCESS(status) && lock && !lock->Passive)
        status = STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
    if (NT_SUCCESS(status))
        status = fx_create(&work_item_class, fx_driver_of(globals), attributes, NULL, &item);
    if (!NT_SUCCESS(status))
        return status;
    item->Routine = config->EvtWorkItemFunc;
    item->Lock = lock;
    ExInitializeWorkItem(&item->Item, run_work_item, item);
    KeInitializeEvent(&item->Idle, NotificationEvent, TRUE);
    *result = (WDFWORKITEM)item;
    return STATUS_SUCCESS;
}

VOID api_WorkItemEnqueue(PWDF_DRIVER_GLOBALS globals, WDFWORKITEM handle)
{
    struct fx_work_item *item = fx_object_of(handle, FX_WORK_ITEM);
    if (item->Queued || item->Object.State != FX_ALIVE)
        return;
    item->Queued = TRUE;
    KeClearEvent(&item->Idle);
    fx_reference(&item->Object);
    ExQueueWorkItem(&item->Item, DelayedWorkQueue);
}

VOID api_WorkItemFlush(PWDF_DRIVER_GLOBALS globals, WDFWORKITEM handle)
{
    wait_for_work(fx_object_of(handle, FX_WORK_ITEM));
}

WDFOBJECT api_WorkItemGetParentObject(PWDF_DRIVER_GLOBALS globals, WDFWORKITEM handle)
{
    return ((struct fx_object *)fx_object_of(handle, FX_WORK_ITEM))->Parent;
}

/* --- DPCs --- */

struct fx_dpc {
    struct fx_object Object;
    PFN_WDF_DPC Routine;
    struct fx_lock *Lock;
    KDPC Dpc;
};

static void dispose_dpc(struct fx_object *object)
{
    struct fx_dpc *dpc = (struct fx_dpc *)object;
    KeRemoveQueueDpc(&dpc->Dpc);
    if (KeGetCurrentIrql() == PASSIVE_LEVEL)
        KeFlushQueuedDpcs();
}

static const struct fx_class dpc_class = {.Type = FX_DPC, .Size = sizeof(struct fx_dpc), .Dispose = dispose_dpc};

static VOID NTAPI run_dpc(PKDPC kernel_dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct fx_dpc *dpc = context;
    fx_reference(&dpc->Object);
    if (dpc->Lock)
        fx_acquire(dpc->Lock);
    dpc->Routine((WDFDPC)dpc);
    if (dpc->Lock)
        fx_release(dpc->Lock);
    fx_dereference(&dpc->Object);
}

NTSTATUS api_DpcCreate(PWDF_DRIVER_GLOBALS globals, PWDF_DPC_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes,
                       WDFDPC *result)
{
    struct fx_dpc *dpc;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    *result = NULL;
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!config->EvtDpcFunc)
        return STATUS_INVALID_PARAMETER;
    struct fx_lock *lock = NULL;
    NTSTATUS status = check_parent(attributes);
    if (NT_SUCCESS(status) && config->AutomaticSerialization)
        status = fx_serializing_lock(fx_any_object(attributes->ParentObject), TRUE, &lock);
    if (NT_SUCCESS(status))
        status = fx_create(&dpc_class, fx_driver_of(globals), attributes, NULL, &dpc);
    if (!NT_SUCCESS(status))
        return status;
    dpc->Routine = config->EvtDpcFunc;
    dpc->Lock = lock;
    KeInitializeDpc(&dpc->Dpc, run_dpc, dpc);
    *result = (WDFDPC)dpc;
    return STATUS_SUCCESS;
}

BOOLEAN api_DpcEnqueue(PWDF_DRIVER_GLOBALS globals, WDFDPC handle)
{
    struct fx_dpc *dpc = fx_object_of(handle, FX_DPC);
    return dpc->Object.State == FX_ALIVE && KeInsertQueueDpc(&dpc->Dpc, NULL, NULL);
}

BOOLEAN api_DpcCancel(PWDF_DRIVER_GLOBALS globals, WDFDPC handle, BOOLEAN wait)
{
    struct fx_dpc *dpc = fx_object_of(handle, FX_DPC);
    const BOOLEAN removed = KeRemoveQueueDpc(&dpc->Dpc);
    if (!removed && wait)
        KeFlushQueuedDpcs();
    return removed;
}

WDFOBJECT api_DpcGetParentObject(PWDF_DRIVER_GLOBALS globals, WDFDPC handle)
{
    return ((struct fx_object *)fx_object_of(handle, FX_DPC))->Parent;
}

PKDPC api_DpcWdmGetDpc(PWDF_DRIVER_GLOBALS globals, WDFDPC handle)
{
    return &((struct fx_dpc *)fx_object_of(handle, FX_DPC))->Dpc;
}

/* --- timers --- */

struct fx_timer {
    struct fx_object Object;
    WDF_TIMER_CONFIG Config;
    struct fx_lock *Lock;
    KTIMER Timer;
    KDPC Dpc;
    BOOLEAN Passive; /* its callback runs in a work item */
    BOOLEAN Queued;
    ULONG Running;
    PKTHREAD Runner;
    KEVENT Idle;
    WORK_QUEUE_ITEM Item;
};

static BOOLEAN stop_timer(struct fx_timer *timer, BOOLEAN wait)
{
    const BOOLEAN was_set = KeCancelTimer(&timer->Timer);
    if (!wait)
        return was_set;
    KeFlushQueuedDpcs();
    /* Its own callback may stop it, and does not wait for itself. */
    if ((timer->Queued || timer->Running > 0) && timer->Runner != KeGetCurrentThread())
        KeWaitForSingleObject(&timer->Idle, Executive, KernelMode, FALSE, NULL);
    return was_set;
}

static void dispose_timer(struct fx_object *object)
{
    stop_timer((struct fx_timer *)object, KeGetCurrentIrql() == PASSIVE_LEVEL);
}

static const struct fx_class timer_class = {
    .Type = FX_TIMER,
    .Size = sizeof(struct fx_timer),
    .Dispose = dispose_timer,
    .PassiveDispose = TRUE,
};

static void call_timer(struct fx_timer *timer)
{
    timer->Running++;
    timer->Runner = KeGetCurrentThread();
    if (timer->Lock)
        fx_acquire(timer->Lock);
    timer->Config.EvtTimerFunc((WDFTIMER)timer);
    if (timer->Lock)
        fx_release(timer->Lock);
    timer->Runner = NULL;
    if (--timer->Running == 0 && !timer->Queued)
        KeSetEvent(&timer->Idle, IO_NO_INCREMENT, FALSE);
}

static VOID NTAPI run_passive_timer(PVOID context)
{
    struct fx_timer *timer = context;
    timer->Queued = FALSE;
    call_timer(timer);
    fx_dereference(&timer->Object);
}

static VOID NTAPI run_timer(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct fx_timer *timer = context;
    if (timer->Object.State != FX_ALIVE || timer->Queued)
        return;
    fx_reference(&timer->Object);
    KeClearEvent(&timer->Idle);
    if (timer->Passive) {
        timer->Queued = TRUE;
        ExQueueWorkItem(&timer->Item, DelayedWorkQueue);
        return;
    }
    call_timer(timer);
    fx_dereference(&timer->Object);
}

NTSTATUS api_TimerCreate(PWDF_DRIVER_GLOBALS globals, PWDF_TIMER_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes,
                         WDFTIMER *result)
{
    struct fx_timer *timer;
    WDF_TIMER_CONFIG settings;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    *result = NULL;
    /* The tolerable delay came with version 1.9, the high resolution with 1.13. */
    if (!fx_copy_sized(&settings, sizeof(settings), config, FIELD_OFFSET(WDF_TIMER_CONFIG, TolerableDelay)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!settings.EvtTimerFunc || (settings.UseHighResolutionTimer && settings.TolerableDelay > 0))
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = check_parent(attributes);
    if (!NT_SUCCESS(status))
        return status;
    const BOOLEAN user_mode = fx_globals_of(globals)->UserMode;
    const BOOLEAN passive = user_mode || attributes->ExecutionLevel == WdfExecutionLevelPassive;
    struct fx_lock *lock = NULL;
    if (settings.AutomaticSerialization)
        status = fx_serializing_lock(fx_any_object(attributes->ParentObject), !passive, &lock);
    if (NT_SUCCESS(status) && lock && passive && !lock->Passive)
        status = STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
    if (NT_SUCCESS(status) && passive && settings.Period > 0 && !user_mode)
        status = STATUS_NOT_SUPPORTED;
    if (NT_SUCCESS(status))
        status = fx_create(&timer_class, fx_driver_of(globals), attributes, NULL, &timer);
    if (!NT_SUCCESS(status))
        return status;
    timer->Config = settings;
    timer->Lock = lock;
    timer->Passive = passive;
    KeInitializeTimerEx(&timer->Timer, NotificationTimer);
    KeInitializeDpc(&timer->Dpc, run_timer, timer);
    KeInitializeEvent(&timer->Idle, NotificationEvent, TRUE);
    ExInitializeWorkItem(&timer->Item, run_passive_timer, timer);
    *result = (WDFTIMER)timer;
    return STATUS_SUCCESS;
}

BOOLEAN api_TimerStart(PWDF_DRIVER_GLOBALS globals, WDFTIMER handle, LONGLONG due_time)
{
    struct fx_timer *timer = fx_object_of(handle, FX_TIMER);
    if (timer->Object.State != FX_ALIVE)
        return FALSE;
    const LARGE_INTEGER due = {.QuadPart = due_time};
    return KeSetTimerEx(&timer->Timer, due, (LONG)timer->Config.Period, &timer->Dpc);
}

BOOLEAN api_TimerStop(PWDF_DRIVER_GLOBALS globals, WDFTIMER handle, BOOLEAN wait)
{
    return stop_timer(fx_object_of(handle, FX_TIMER), wait);
}

WDFOBJECT api_TimerGetParentObject(PWDF_DRIVER_GLOBALS globals, WDFTIMER handle)
{
    return ((struct fx_object *)fx_object_of(handle, FX_TIMER))->Parent;
}
