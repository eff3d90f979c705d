/*
 * The battery's device controls. Those that ask for its tag or status may wait: until the miniclass driver says that
 * something changed, or, where it cannot say so, until the class driver has found it out by asking now and then.
 */
#include "ntsim/battc/battc.h"

#define SECOND        10000000LL
#define POLL_INTERVAL (30 * SECOND)
#define FOREVER       MAXLONGLONG

/* What DriverContext holds while a request waits. */
enum { ROUND, DEADLINE };

/* What a wait for the status compares with: the union of all that wait. */
struct criteria {
    BATTERY_NOTIFY Notify;
    BOOLEAN Waiting;       /* for a change of the status */
    LONGLONG NextDeadline; /* of any request; FOREVER: none */
};

static struct battc_battery *battery_of(PIO_CSQ queue)
{
    return CONTAINING_RECORD(queue, struct battc_battery, Queue);
}

static ULONG_PTR *context_of(PIRP irp)
{
    return (ULONG_PTR *)irp->Tail.Overlay.DriverContext;
}

/* --- the queue --- */

static void insert(PIO_CSQ queue, PIRP irp)
{
    InsertTailList(&battery_of(queue)->Requests, &irp->Tail.Overlay.ListEntry);
}

static void remove(PIO_CSQ queue, PIRP irp)
{
    RemoveEntryList(&irp->Tail.Overlay.ListEntry);
}

/* `peek`: NULL for any request, else the round, for one that was not in it yet. */
static PIRP peek_next(PIO_CSQ queue, PIRP irp, PVOID peek)
{
    LIST_ENTRY *head = &battery_of(queue)->Requests;
    for (LIST_ENTRY *entry = irp ? irp->Tail.Overlay.ListEntry.Flink : head->Flink; entry != head;
         entry = entry->Flink) {
        PIRP next = CONTAINING_RECORD(entry, IRP, Tail.Overlay.ListEntry);
        if (!peek || context_of(next)[ROUND] != (ULONG_PTR)peek)
            return next;
    }
    return NULL;
}

static void acquire(PIO_CSQ queue, PKIRQL irql)
{
    KeAcquireSpinLock(&battery_of(queue)->Lock, irql);
}

static void release(PIO_CSQ queue, KIRQL irql)
{
    KeReleaseSpinLock(&battery_of(queue)->Lock, irql);
}

static void complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = NT_SUCCESS(status) ? information : 0;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

static void complete_canceled(PIO_CSQ queue, PIRP irp)
{
    complete(irp, STATUS_CANCELLED, 0);
}

/* --- single requests. STATUS_PENDING: the condition does not hold yet. --- */

static NTSTATUS query_tag(const struct battc_battery *battery, PIRP irp, ULONG_PTR *moved)
{
    if (battery->Tag == BATTERY_TAG_INVALID)
        return STATUS_PENDING;
    *(PULONG)irp->AssociatedIrp.SystemBuffer = battery->Tag;
    *moved = sizeof(ULONG);
    return STATUS_SUCCESS;
}

static NTSTATUS query_information(const struct battc_battery *battery, PIRP irp, ULONG_PTR *moved)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    const BATTERY_QUERY_INFORMATION query = *(const BATTERY_QUERY_INFORMATION *)irp->AssociatedIrp.SystemBuffer;
    ULONG returned = 0;
    NTSTATUS status = battery->Miniport.QueryInformation(
        battery->Miniport.Context, query.BatteryTag, query.InformationLevel, (LONG)query.AtRate,
        irp->AssociatedIrp.SystemBuffer, location->Parameters.DeviceIoControl.OutputBufferLength, &returned);
    *moved = returned;
    return status;
}

static NTSTATUS set_information(const struct battc_battery *battery, PIRP irp)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    BATTERY_SET_INFORMATION *set = irp->AssociatedIrp.SystemBuffer;
    BOOLEAN has_data =
        location->Parameters.DeviceIoControl.InputBufferLength > FIELD_OFFSET(BATTERY_SET_INFORMATION, Buffer);
    if (!battery->Miniport.SetInformation)
        return STATUS_NOT_SUPPORTED;
    return battery->Miniport.SetInformation(battery->Miniport.Context, set->BatteryTag, set->InformationLevel,
                                            has_data ? set->Buffer : NULL);
}

static BOOLEAN is_changed(const BATTERY_STATUS *status, const BATTERY_WAIT_STATUS *wait)
{
    if (status->PowerState != wait->PowerState)
        return TRUE;
    return status->Capacity != BATTERY_UNKNOWN_CAPACITY &&
           (status->Capacity < wait->LowCapacity || status->Capacity > wait->HighCapacity);
}

static void add_criteria(struct criteria *criteria, const BATTERY_WAIT_STATUS *wait)
{
    BATTERY_NOTIFY *notify = &criteria->Notify;
    if (!criteria->Waiting)
        *notify = (BATTERY_NOTIFY){wait->PowerState, wait->LowCapacity, wait->HighCapacity};
    notify->LowCapacity = max(notify->LowCapacity, wait->LowCapacity);
    notify->HighCapacity = min(notify->HighCapacity, wait->HighCapacity);
    criteria->Waiting = TRUE;
}

static NTSTATUS query_status(const struct battc_battery *battery, PIRP irp, BOOLEAN late, struct criteria *criteria,
                             ULONG_PTR *moved)
{
    const BATTERY_WAIT_STATUS *wait = irp->AssociatedIrp.SystemBuffer;
    BATTERY_STATUS now;
    if (wait->BatteryTag != battery->Tag)
        return STATUS_NO_SUCH_DEVICE;
    NTSTATUS status = battery->Miniport.QueryStatus(battery->Miniport.Context, wait->BatteryTag, &now);
    if (!NT_SUCCESS(status))
        return status;
    if (!late && !is_changed(&now, wait)) {
        add_criteria(criteria, wait);
        return STATUS_PENDING;
    }
    *(BATTERY_STATUS *)irp->AssociatedIrp.SystemBuffer = now;
    *moved = sizeof(now);
    return STATUS_SUCCESS;
}

static void serve(struct battc_battery *battery, PIRP irp, struct criteria *criteria)
{
    LONGLONG deadline = (LONGLONG)context_of(irp)[DEADLINE];
    BOOLEAN late = deadline <= (LONGLONG)KeQueryInterruptTime();
    ULONG_PTR moved = 0;
    NTSTATUS status;
    switch (IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_BATTERY_QUERY_TAG:
        status = query_tag(battery, irp, &moved);
        if (status == STATUS_PENDING && late)
            status = STATUS_NO_SUCH_DEVICE;
        break;
    case IOCTL_BATTERY_QUERY_INFORMATION:
        status = query_information(battery, irp, &moved);
        break;
    case IOCTL_BATTERY_SET_INFORMATION:
        status = set_information(battery, irp);
        break;
    default:
        status = query_status(battery, irp, late, criteria, &moved);
        break;
    }
    if (status != STATUS_PENDING) {
        complete(irp, status, moved);
        return;
    }
    criteria->NextDeadline = min(criteria->NextDeadline, deadline);
    IoCsqInsertIrp(&battery->Queue, irp, NULL);
}

/* --- all requests --- */

static void learn_tag(struct battc_battery *battery)
{
    ULONG tag = BATTERY_TAG_INVALID;
    if (!NT_SUCCESS(battery->Miniport.QueryTag(battery->Miniport.Context, &tag)))
        tag = BATTERY_TAG_INVALID;
    if (tag == battery->Tag)
        return;
    battery->Tag = tag;
    battc_tell_tag(battery);
}

static void learn_state(struct battc_battery *battery)
{
    BATTERY_STATUS now;
    if (battery->Tag == BATTERY_TAG_INVALID ||
        !NT_SUCCESS(battery->Miniport.QueryStatus(battery->Miniport.Context, battery->Tag, &now)) ||
        now.PowerState == battery->PowerState)
        return;
    battery->PowerState = now.PowerState;
    battc_tell_state(battery);
}

/* Asks to be told, and sets the timer for what nobody will tell. */
static void arrange_next_look(struct battc_battery *battery, struct criteria *criteria)
{
    LONGLONG now = (LONGLONG)KeQueryInterruptTime();
    if (criteria->Waiting && battery->Miniport.SetStatusNotify)
        battery->NotifySet =
            NT_SUCCESS(battery->Miniport.SetStatusNotify(battery->Miniport.Context, battery->Tag, &criteria->Notify));
    else if (battery->NotifySet && battery->Miniport.DisableStatusNotify)
        battery->Miniport.DisableStatusNotify(battery->Miniport.Context);
    battery->NotifySet = battery->NotifySet && criteria->Waiting;
    if (criteria->Waiting && !battery->NotifySet)
        criteria->NextDeadline = min(criteria->NextDeadline, now + POLL_INTERVAL);
    if (criteria->NextDeadline == FOREVER)
        KeCancelTimer(&battery->Timer);
    else
        KeSetTimer(&battery->Timer, (LARGE_INTEGER){.QuadPart = min(now - criteria->NextDeadline, -1)},
                   &battery->TimerDpc);
}

static void look_at_all(struct battc_battery *battery)
{
    struct criteria criteria = {.NextDeadline = FOREVER};
    PIRP irp;
    KeWaitForSingleObject(&battery->Calling, Executive, KernelMode, FALSE, NULL);
    battery->Round++;
    learn_tag(battery);
    learn_state(battery);
    while ((irp = IoCsqRemoveNextIrp(&battery->Queue, (PVOID)battery->Round)) != NULL) {
        context_of(irp)[ROUND] = battery->Round;
        serve(battery, irp, &criteria);
    }
    arrange_next_look(battery, &criteria);
    KeSetEvent(&battery->Calling, IO_NO_INCREMENT, FALSE);
}

static BOOLEAN is_done(struct battc_battery *battery)
{
    KIRQL irql;
    KeAcquireSpinLock(&battery->Lock, &irql);
    BOOLEAN done = battery->Closing || !battery->Again;
    battery->Again = FALSE;
    battery->Working = !done;
    if (done)
        KeSetEvent(&battery->Idle, IO_NO_INCREMENT, FALSE);
    KeReleaseSpinLock(&battery->Lock, irql);
    return done;
}

static void work(PVOID context)
{
    struct battc_battery *battery = context;
    do
        look_at_all(battery);
    while (!is_done(battery));
}

static void timer_expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    battc_look(context);
}

void battc_look(struct battc_battery *battery)
{
    KIRQL irql;
    KeAcquireSpinLock(&battery->Lock, &irql);
    if (battery->Working) {
        battery->Again = TRUE;
    } else if (!battery->Closing) {
        battery->Working = TRUE;
        KeClearEvent(&battery->Idle);
        ExQueueWorkItem(&battery->Work, DelayedWorkQueue);
    }
    KeReleaseSpinLock(&battery->Lock, irql);
}

NTSTATUS battc_init_queue(struct battc_battery *battery)
{
    KeInitializeSpinLock(&battery->Lock);
    InitializeListHead(&battery->Requests);
    ExInitializeWorkItem(&battery->Work, work, battery);
    KeInitializeEvent(&battery->Idle, NotificationEvent, TRUE);
    KeInitializeEvent(&battery->Calling, SynchronizationEvent, TRUE);
    KeInitializeTimer(&battery->Timer);
    KeInitializeDpc(&battery->TimerDpc, timer_expired, battery);
    return IoCsqInitialize(&battery->Queue, insert, remove, peek_next, acquire, release, complete_canceled);
}

void battc_close_queue(struct battc_battery *battery)
{
    PIRP irp;
    KIRQL irql;
    KeAcquireSpinLock(&battery->Lock, &irql);
    battery->Closing = TRUE;
    KeReleaseSpinLock(&battery->Lock, irql);
    KeWaitForSingleObject(&battery->Idle, Executive, KernelMode, FALSE, NULL);
    KeCancelTimer(&battery->Timer);
    KeFlushQueuedDpcs();
    if (battery->NotifySet && battery->Miniport.DisableStatusNotify)
        battery->Miniport.DisableStatusNotify(battery->Miniport.Context);
    while ((irp = IoCsqRemoveNextIrp(&battery->Queue, NULL)) != NULL)
        complete(irp, STATUS_NO_SUCH_DEVICE, 0);
}

/* --- what comes in --- */

/* Sizes, and how long it may wait. */
static NTSTATUS check_request(PIRP irp, ULONG *milliseconds)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    ULONG input = location->Parameters.DeviceIoControl.InputBufferLength;
    ULONG output = location->Parameters.DeviceIoControl.OutputBufferLength;
    *milliseconds = 0;
    switch (location->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_BATTERY_QUERY_TAG:
        if (input >= sizeof(ULONG))
            *milliseconds = *(const ULONG *)irp->AssociatedIrp.SystemBuffer;
        return output < sizeof(ULONG) ? STATUS_BUFFER_TOO_SMALL : STATUS_SUCCESS;
    case IOCTL_BATTERY_QUERY_INFORMATION:
        return input < sizeof(BATTERY_QUERY_INFORMATION) ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
    case IOCTL_BATTERY_SET_INFORMATION:
        return input < FIELD_OFFSET(BATTERY_SET_INFORMATION, Buffer) ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
    case IOCTL_BATTERY_QUERY_STATUS:
        if (input < sizeof(BATTERY_WAIT_STATUS))
            return STATUS_INVALID_PARAMETER;
        *milliseconds = ((const BATTERY_WAIT_STATUS *)irp->AssociatedIrp.SystemBuffer)->Timeout;
        return output < sizeof(BATTERY_STATUS) ? STATUS_BUFFER_TOO_SMALL : STATUS_SUCCESS;
    default:
        return STATUS_NOT_SUPPORTED;
    }
}

NTSTATUS BatteryClassIoctl(PVOID ClassData, PIRP Irp)
{
    struct battc_battery *battery = ClassData;
    ULONG milliseconds;
    if (IoGetCurrentIrpStackLocation(Irp)->MajorFunction != IRP_MJ_DEVICE_CONTROL)
        return STATUS_NOT_SUPPORTED;
    NTSTATUS status = check_request(Irp, &milliseconds);
    if (status == STATUS_NOT_SUPPORTED)
        return status;
    if (!NT_SUCCESS(status)) {
        complete(Irp, status, 0);
        return status;
    }
    context_of(Irp)[ROUND] = 0;
    context_of(Irp)[DEADLINE] =
        (ULONG_PTR)(milliseconds == MAXULONG ? FOREVER
                                             : (LONGLONG)KeQueryInterruptTime() + milliseconds * (SECOND / 1000));
    IoCsqInsertIrp(&battery->Queue, Irp, NULL); /* marks it pending */
    battc_look(battery);
    return STATUS_PENDING;
}
