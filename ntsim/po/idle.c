/*
 * Idle detection: each registered device has a counter that a timer raises every second and its driver sets to zero. At
 * the time-out the device is sent to the state that its driver chose; from there it begins again once it is busy.
 */
#include "ntsim/po/pop.h"

enum { STANDARD_TIMEOUT = 20 * 60 }; /* seconds; what ~0 stands for */

struct idle_device {
    ULONG Counter; /* what drivers hold a pointer to */
    LONG Busy;
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Device; /* referenced */
    ULONG Conservation, Performance;
    DEVICE_POWER_STATE State;
    BOOLEAN Idle; /* was sent there, and has not been busy since */
};

static LIST_ENTRY devices = {&devices, &devices};
static KTIMER timer;
static KDPC dpc;

static struct idle_device *find(PDEVICE_OBJECT device)
{
    for (LIST_ENTRY *entry = devices.Flink; entry != &devices; entry = entry->Flink) {
        struct idle_device *idle = CONTAINING_RECORD(entry, struct idle_device, Entry);
        if (idle->Device == device)
            return idle;
    }
    return NULL;
}

static void count_second(struct idle_device *idle)
{
    ULONG timeout = pop_on_mains() ? idle->Performance : idle->Conservation;
    if (idle->Busy > 0) {
        idle->Counter = 0;
        idle->Idle = FALSE;
        return;
    }
    if (idle->Counter == 0)
        idle->Idle = FALSE;
    if (timeout == 0 || ++idle->Counter < timeout || idle->Idle)
        return;
    idle->Idle = TRUE;
    PoRequestPowerIrp(idle->Device, IRP_MN_SET_POWER, (POWER_STATE){.DeviceState = idle->State}, NULL, NULL, NULL);
}

static VOID tick(PKDPC unused, PVOID context, PVOID argument1, PVOID argument2)
{
    for (LIST_ENTRY *entry = devices.Flink, *next; entry != &devices; entry = next) {
        next = entry->Flink;
        count_second(CONTAINING_RECORD(entry, struct idle_device, Entry));
    }
}

static void start_timer(void)
{
    const LARGE_INTEGER second = {.QuadPart = -10 * 1000 * 1000};
    KeInitializeDpc(&dpc, tick, NULL);
    KeInitializeTimer(&timer);
    KeSetTimerEx(&timer, second, 1000, &dpc);
}

static void forget(struct idle_device *idle)
{
    RemoveEntryList(&idle->Entry);
    ObDereferenceObject(idle->Device);
    ExFreePoolWithTag(idle, POP_TAG);
    if (IsListEmpty(&devices))
        KeCancelTimer(&timer);
}

static BOOLEAN resolve(ULONG *timeout, PDEVICE_OBJECT device)
{
    if (*timeout != MAXULONG)
        return TRUE;
    *timeout = STANDARD_TIMEOUT;
    return device->DeviceType == FILE_DEVICE_DISK || device->DeviceType == FILE_DEVICE_MASS_STORAGE;
}

PULONG PoRegisterDeviceForIdleDetection(PDEVICE_OBJECT DeviceObject, ULONG ConservationIdleTime,
                                        ULONG PerformanceIdleTime, DEVICE_POWER_STATE State)
{
    struct idle_device *idle = find(DeviceObject);
    if (!resolve(&ConservationIdleTime, DeviceObject) || !resolve(&PerformanceIdleTime, DeviceObject))
        return NULL;
    if (ConservationIdleTime == 0 && PerformanceIdleTime == 0) {
        if (idle)
            forget(idle);
        return NULL;
    }
    if (!idle) {
        idle = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*idle), POP_TAG);
        if (!idle)
            return NULL;
        idle->Device = DeviceObject;
        ObReferenceObject(DeviceObject);
        if (IsListEmpty(&devices))
            start_timer();
        InsertTailList(&devices, &idle->Entry);
    }
    idle->Conservation = ConservationIdleTime;
    idle->Performance = PerformanceIdleTime;
    idle->State = State;
    idle->Counter = 0;
    return &idle->Counter;
}

VOID PoSetDeviceBusyEx(PULONG IdlePointer)
{
    *IdlePointer = 0;
}

VOID PoStartDeviceBusy(PULONG IdlePointer)
{
    struct idle_device *idle = CONTAINING_RECORD(IdlePointer, struct idle_device, Counter);
    idle->Busy++;
    idle->Counter = 0;
}

VOID PoEndDeviceBusy(PULONG IdlePointer)
{
    struct idle_device *idle = CONTAINING_RECORD(IdlePointer, struct idle_device, Counter);
    idle->Busy--;
    idle->Counter = 0;
}
