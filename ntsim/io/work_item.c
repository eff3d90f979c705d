/* Work items of devices and drivers; the object is referenced while the item is queued. */
#include "ntsim/io/iop.h"
#include "ntsim/verifier/vf.h"

enum { WORK_TAG = 'IWoI' };

struct _IO_WORKITEM {
    WORK_QUEUE_ITEM Item;
    PVOID Object; /* DEVICE_OBJECT or DRIVER_OBJECT */
    PIO_WORKITEM_ROUTINE Routine;
    PIO_WORKITEM_ROUTINE_EX RoutineEx;
    PVOID Context;
    BOOLEAN Queued;
    vf_stack QueuedAt;
};

static VOID run(PVOID parameter)
{
    PIO_WORKITEM item = parameter;
    PVOID object = item->Object, context = item->Context;
    PIO_WORKITEM_ROUTINE routine = item->Routine;
    PIO_WORKITEM_ROUTINE_EX routine_ex = item->RoutineEx;
    item->Queued = FALSE; /* from here on it may be queued again, or freed */
    struct vf_callback callback;
    vf_enter(&callback);
    if (routine)
        routine(object, context);
    else
        routine_ex(object, context, item);
    vf_leave(&callback, "the work item's routine", routine ? (PVOID)routine : (PVOID)routine_ex);
    ObDereferenceObject(object);
}

ULONG IoSizeofWorkItem(VOID)
{
    return sizeof(struct _IO_WORKITEM);
}

VOID IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem)
{
    RtlZeroMemory(IoWorkItem, sizeof(*IoWorkItem));
    IoWorkItem->Object = IoObject;
    ExInitializeWorkItem(&IoWorkItem->Item, run, IoWorkItem);
}

static void check_idle(PIO_WORKITEM item, const char *message)
{
    const struct vf_related related = {"it was queued at", item->QueuedAt};
    if (!item->Queued)
        return;
    vf_find("VRF0403", vf_here(), &related, 1, "%s", message);
    ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0xCA, (ULONG64)item, 0, 0, NULL, message);
}

VOID IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem)
{
    check_idle(IoWorkItem, "a work item is uninitialised while it is queued");
}

PIO_WORKITEM IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject)
{
    PIO_WORKITEM item = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*item), WORK_TAG);
    if (item)
        IoInitializeWorkItem(DeviceObject, item);
    return item;
}

VOID IoFreeWorkItem(PIO_WORKITEM IoWorkItem)
{
    check_idle(IoWorkItem, "a work item is freed while it is queued");
    ExFreePoolWithTag(IoWorkItem, WORK_TAG);
}

static void queue(PIO_WORKITEM item, PVOID context, WORK_QUEUE_TYPE type)
{
    check_idle(item, "a work item is queued that is queued already");
    item->Context = context;
    item->Queued = TRUE;
    item->QueuedAt = vf_here();
    ObReferenceObject(item->Object);
    ExQueueWorkItem(&item->Item, type);
}

VOID IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType,
                     PVOID Context)
{
    IoWorkItem->Routine = WorkerRoutine;
    queue(IoWorkItem, Context, QueueType);
}

VOID IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType,
                       PVOID Context)
{
    IoWorkItem->Routine = NULL;
    IoWorkItem->RoutineEx = WorkerRoutine;
    queue(IoWorkItem, Context, QueueType);
}
