/* What drivers ask of the PnP manager: done one after the other, on a system worker. */
#include "ntsim/pnp/pip.h"

struct action {
    LIST_ENTRY Entry;
    PDEVICE_OBJECT Pdo; /* referenced */
    void (*Routine)(PDEVICE_OBJECT pdo, PVOID context);
    PVOID Context;
};

static LIST_ENTRY actions = {&actions, &actions};
static WORK_QUEUE_ITEM item;
static BOOLEAN at_work;
static KEVENT settled = {.Header = {.Type = KI_NOTIFICATION_EVENT,
                                    .SignalState = 1,
                                    .WaitListHead = {&settled.Header.WaitListHead, &settled.Header.WaitListHead}}};
static KEVENT unlocked = {.Header = {.Type = KI_SYNCHRONIZATION_EVENT,
                                     .SignalState = 1,
                                     .WaitListHead = {&unlocked.Header.WaitListHead, &unlocked.Header.WaitListHead}}};
static PKTHREAD owner;
static ULONG depth;

void pip_lock(void)
{
    if (owner != ki_current_thread())
        KeWaitForSingleObject(&unlocked, Executive, KernelMode, FALSE, NULL);
    owner = ki_current_thread();
    depth++;
}

void pip_unlock(void)
{
    if (--depth > 0)
        return;
    owner = NULL;
    KeSetEvent(&unlocked, 0, FALSE);
}

static VOID work(PVOID context)
{
    while (!IsListEmpty(&actions)) {
        struct action *action = CONTAINING_RECORD(RemoveHeadList(&actions), struct action, Entry);
        pip_lock();
        action->Routine(action->Pdo, action->Context);
        pip_unlock();
        if (action->Pdo)
            ObDereferenceObject(action->Pdo);
        ExFreePoolWithTag(action, PIP_TAG);
    }
    at_work = FALSE;
    KeSetEvent(&settled, 0, FALSE);
}

BOOLEAN pip_queue(PDEVICE_OBJECT pdo, void (*routine)(PDEVICE_OBJECT pdo, PVOID context), PVOID context)
{
    struct action *action = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*action), PIP_TAG);
    if (!action)
        return FALSE;
    action->Pdo = pdo;
    action->Routine = routine;
    action->Context = context;
    if (pdo)
        ObReferenceObject(pdo);
    InsertTailList(&actions, &action->Entry);
    if (at_work)
        return TRUE;
    at_work = TRUE;
    KeClearEvent(&settled);
    ExInitializeWorkItem(&item, work, NULL);
    ExQueueWorkItem(&item, DelayedWorkQueue);
    return TRUE;
}

void pip_settle(void)
{
    KeWaitForSingleObject(&settled, Executive, KernelMode, FALSE, NULL);
}

static void check_bus(PDEVICE_OBJECT pdo, PVOID context)
{
    struct pip_node *node = pip_node_of(pdo);
    if (node && node->State == PIP_STARTED)
        pip_enumerate(node);
}

VOID IoInvalidateDeviceRelations(PDEVICE_OBJECT DeviceObject, DEVICE_RELATION_TYPE Type)
{
    pip_check_pdo(DeviceObject);
    if (Type == BusRelations || Type == SingleBusRelations)
        pip_queue(DeviceObject, check_bus, NULL);
    /* Others are asked for when they matter, and kept nowhere. */
}

static void check_device(PDEVICE_OBJECT pdo, PVOID context)
{
    struct pip_node *node = pip_node_of(pdo);
    if (node)
        pip_check_state(node);
}

VOID IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDeviceObject)
{
    pip_check_pdo(PhysicalDeviceObject);
    pip_queue(PhysicalDeviceObject, check_device, NULL);
}

static void eject(PDEVICE_OBJECT pdo, PVOID context)
{
    struct pip_node *node = pip_node_of(pdo);
    if (node)
        pip_eject(node);
}

VOID IoRequestDeviceEject(PDEVICE_OBJECT PhysicalDeviceObject)
{
    pip_check_pdo(PhysicalDeviceObject);
    pip_queue(PhysicalDeviceObject, eject, NULL);
}

static void finish_removals(PDEVICE_OBJECT pdo, PVOID context)
{
    pip_finish_removals();
}

void pip_file_closed(PDEVICE_OBJECT device)
{
    while (iop_device(device)->AttachedTo)
        device = iop_device(device)->AttachedTo;
    const struct pip_node *node = pip_node_of(device);
    if (node && node->State == PIP_SURPRISED && pip_open_files(node) == 0)
        pip_queue(NULL, finish_removals, NULL);
}
