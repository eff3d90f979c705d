/* Power IRPs. Since Windows Vista PoCallDriver is IoCallDriver, and PoStartNextPowerIrp does nothing. */
#include "ntsim/po/pop.h"

struct power_request {
    WORK_QUEUE_ITEM Item;
    PIRP Irp;
    PDEVICE_OBJECT Top;    /* referenced */
    PDEVICE_OBJECT Device; /* the requester's; referenced */
    UCHAR Minor;
    POWER_STATE State;
    PREQUEST_POWER_COMPLETE Completion;
    PVOID Context;
};

NTSTATUS PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    return IofCallDriver(DeviceObject, Irp);
}

VOID PoStartNextPowerIrp(PIRP Irp)
{
}

POWER_STATE PoSetPowerState(PDEVICE_OBJECT DeviceObject, POWER_STATE_TYPE Type, POWER_STATE State)
{
    POWER_STATE *known =
        Type == SystemPowerState ? &iop_device(DeviceObject)->SystemPower : &iop_device(DeviceObject)->DevicePower;
    POWER_STATE previous = *known;
    *known = State;
    return previous;
}

/* Kept in the IRP itself, in a flag that is nobody else's. */
enum { WOKE_THE_SYSTEM = 0x40000000 };

BOOLEAN PoGetSystemWake(PIRP Irp)
{
    return (Irp->Flags & WOKE_THE_SYSTEM) != 0;
}

VOID PoSetSystemWake(PIRP Irp)
{
    Irp->Flags |= WOKE_THE_SYSTEM;
}

static PIRP build(PDEVICE_OBJECT top, UCHAR minor, POWER_STATE_TYPE type, POWER_STATE state, POWER_ACTION action)
{
    PIRP irp = iop_build_irp(top, IRP_MJ_POWER, minor);
    if (!irp)
        return NULL;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    if (minor == IRP_MN_WAIT_WAKE) {
        location->Parameters.WaitWake.PowerState = state.SystemState;
        return irp;
    }
    location->Parameters.Power.Type = type;
    location->Parameters.Power.State = state;
    location->Parameters.Power.ShutdownType = action;
    return irp;
}

NTSTATUS pop_send_system_irp(PDEVICE_OBJECT pdo, UCHAR minor, SYSTEM_POWER_STATE state, POWER_ACTION action)
{
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(pdo);
    PIRP irp = build(top, minor, SystemPowerState, (POWER_STATE){.SystemState = state}, action);
    NTSTATUS status = irp ? iop_call_and_wait(top, irp, NULL) : STATUS_INSUFFICIENT_RESOURCES;
    ObDereferenceObject(top);
    return status;
}

/* All drivers are done with the IRP: its requester hears of it, and it goes. */
static NTSTATUS finish(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct power_request *request = context;
    if (request->Completion)
        request->Completion(request->Device, request->Minor, request->State, request->Context, &irp->IoStatus);
    IoFreeIrp(irp);
    ObDereferenceObject(request->Device);
    ObDereferenceObject(request->Top);
    ExFreePoolWithTag(request, POP_TAG);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static VOID send(PVOID context)
{
    const struct power_request *request = context;
    IofCallDriver(request->Top, request->Irp);
}

static BOOLEAN is_at_passive_level_only(PDEVICE_OBJECT top)
{
    return (top->Flags & DO_POWER_PAGABLE) != 0;
}

NTSTATUS PoRequestPowerIrp(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState,
                           PREQUEST_POWER_COMPLETE CompletionFunction, PVOID Context, PIRP *Irp)
{
    if (MinorFunction != IRP_MN_SET_POWER && MinorFunction != IRP_MN_QUERY_POWER && MinorFunction != IRP_MN_WAIT_WAKE)
        return STATUS_INVALID_PARAMETER_2;
    struct power_request *request = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*request), POP_TAG);
    if (!request)
        return STATUS_INSUFFICIENT_RESOURCES;
    request->Top = IoGetAttachedDeviceReference(DeviceObject);
    request->Irp = build(request->Top, MinorFunction, DevicePowerState, PowerState, pop_action);
    if (!request->Irp) {
        ObDereferenceObject(request->Top);
        ExFreePoolWithTag(request, POP_TAG);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    request->Device = DeviceObject;
    ObReferenceObject(DeviceObject);
    request->Minor = MinorFunction;
    request->State = PowerState;
    request->Completion = CompletionFunction;
    request->Context = Context;
    IoSetCompletionRoutine(request->Irp, finish, request, TRUE, TRUE, TRUE);
    if (Irp)
        *Irp = request->Irp;
    if (is_at_passive_level_only(request->Top)) {
        ExInitializeWorkItem(&request->Item, send, request);
        ExQueueWorkItem(&request->Item, CriticalWorkQueue);
    } else {
        send(request);
    }
    return STATUS_PENDING;
}
