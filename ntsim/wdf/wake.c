/* Waking: wait-wake requests, which the power policy owner sends and a bus driver's PDO keeps, and what a PDO's power
 * has to do with its parent's. */
#include "ntsim/wdf/fx_child.h"

/* --- the owner's end --- */

ULONG fx_wake_reasons(const struct fx_device *device)
{
    return (device->WakeEnabled ? FX_WAKE_DEVICE : 0) |
           (device->Wake.ArmForWakeIfChildrenAreArmedForWake && device->ArmedChildren > 0 ? FX_WAKE_CHILDREN : 0);
}

/* A bus that knows nothing of waking is no reason to come back at once: the device stays armed, and nothing wakes it.
 */
static VOID NTAPI wait_wake_done(PDEVICE_OBJECT device_object, UCHAR minor, POWER_STATE state, PVOID context,
                                 PIO_STATUS_BLOCK io_status)
{
    struct fx_device *device = context;
    device->WakeStatus = io_status->Status;
    if (NT_SUCCESS(io_status->Status))
        device->WakeTriggered = TRUE;
    else if (io_status->Status != STATUS_CANCELLED && io_status->Status != STATUS_NOT_SUPPORTED)
        device->WakeFailed = TRUE;
    KeSetEvent(&device->WakeArrived, IO_NO_INCREMENT, FALSE);
    KeSetEvent(&device->WakeDone, IO_NO_INCREMENT, FALSE);
    if (device->WakeTriggered || device->WakeFailed)
        fx_policy_wake_up(device);
    fx_dereference(&device->Object);
}

BOOLEAN fx_send_wait_wake(struct fx_device *device, SYSTEM_POWER_STATE from)
{
    const POWER_STATE state = {.SystemState = from};
    device->WakeTriggered = device->WakeFailed = FALSE;
    KeClearEvent(&device->WakeArrived);
    KeClearEvent(&device->WakeDone);
    fx_reference(&device->Object);
    if (!NT_SUCCESS(PoRequestPowerIrp(device->DeviceObject, IRP_MN_WAIT_WAKE, state, wait_wake_done, device, NULL))) {
        fx_dereference(&device->Object);
        return FALSE;
    }
    KeWaitForSingleObject(&device->WakeArrived, Executive, KernelMode, FALSE, NULL);
    return TRUE;
}

void fx_cancel_wait_wake(struct fx_device *device)
{
    if (!device->WaitWakeIrp)
        return;
    IoCancelIrp(device->WaitWakeIrp);
    KeWaitForSingleObject(&device->WakeDone, Executive, KernelMode, FALSE, NULL);
}

static NTSTATUS NTAPI forwarded(PDEVICE_OBJECT device_object, PIRP irp, PVOID context)
{
    struct fx_device *device = context;
    if (irp->PendingReturned)
        IoMarkIrpPending(irp);
    device->WaitWakeIrp = NULL;
    return STATUS_CONTINUE_COMPLETION;
}

NTSTATUS fx_forward_wait_wake(struct fx_device *device, PIRP irp)
{
    if (!device->Init.PolicyOwner)
        return fx_pass_power_on(device, irp);
    PoStartNextPowerIrp(irp);
    device->WaitWakeIrp = irp;
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, forwarded, device, TRUE, TRUE, TRUE);
    const NTSTATUS status = PoCallDriver(device->Attached, irp);
    KeSetEvent(&device->WakeArrived, IO_NO_INCREMENT, FALSE);
    return status;
}

/* --- the bus driver's end --- */

NTSTATUS fx_enable_wake_at_bus(struct fx_device *device)
{
    NTSTATUS status = STATUS_SUCCESS;
    if (device->WakeAtBus)
        return STATUS_SUCCESS;
    if (device->Init.Pdo.EvtDeviceEnableWakeAtBus)
        status = device->Init.Pdo.EvtDeviceEnableWakeAtBus((WDFDEVICE)device, device->SystemState);
    if (NT_SUCCESS(status)) {
        device->WakeAtBus = TRUE;
        if (device->Init.Parent)
            device->Init.Parent->ArmedChildren++;
    }
    return status;
}

void fx_disable_wake_at_bus(struct fx_device *device)
{
    if (!device->WakeAtBus)
        return;
    device->WakeAtBus = FALSE;
    if (device->Init.Parent)
        device->Init.Parent->ArmedChildren--;
    if (device->Init.Pdo.EvtDeviceDisableWakeAtBus)
        device->Init.Pdo.EvtDeviceDisableWakeAtBus((WDFDEVICE)device);
}

static void complete_wake(struct fx_device *device, PIRP irp, NTSTATUS status)
{
    PoStartNextPowerIrp(irp);
    fx_complete_irp(irp, status, 0);
}

/* In D0 the bus is told at once, in Dx when the device comes back. */
static void end_wait_wake(struct fx_device *device, PIRP irp, NTSTATUS status)
{
    if (device->Init.PolicyOwner) {
        complete_wake(device, irp, status);
        return;
    }
    fx_enter_machine(device, FX_POWER_MACHINE);
    if (device->Machines[FX_POWER_MACHINE].State == WdfDevStatePowerD0ArmedForWake) {
        fx_to(device, FX_POWER_MACHINE, WdfDevStatePowerD0DisarmingWakeAtBus);
        fx_disable_wake_at_bus(device);
        complete_wake(device, irp, status);
        fx_to(device, FX_POWER_MACHINE, WdfDevStatePowerD0BusWakeOwner);
    } else {
        if (device->Machines[FX_POWER_MACHINE].State == WdfDevStatePowerDxArmedForWake)
            fx_to(device, FX_POWER_MACHINE, WdfDevStatePowerWakePending);
        complete_wake(device, irp, status);
    }
    fx_leave_machine(device, FX_POWER_MACHINE);
}

static VOID NTAPI end_later(PVOID context)
{
    struct fx_device *device = context;
    const PIRP irp = device->EndedWaitWakeIrp;
    device->EndedWaitWakeIrp = NULL;
    end_wait_wake(device, irp, irp->IoStatus.Status);
    fx_dereference(&device->Object);
}

/* The IRP is nobody else's any more. */
static void end_wherever(struct fx_device *device, PIRP irp, NTSTATUS status)
{
    device->WaitWakeIrp = NULL;
    if (KeGetCurrentIrql() == PASSIVE_LEVEL) {
        end_wait_wake(device, irp, status);
        return;
    }
    irp->IoStatus.Status = status;
    device->EndedWaitWakeIrp = irp;
    fx_reference(&device->Object);
    ExInitializeWorkItem(&device->WakeItem, end_later, device);
    ExQueueWorkItem(&device->WakeItem, DelayedWorkQueue);
}

static VOID NTAPI canceled(PDEVICE_OBJECT device_object, PIRP irp)
{
    IoReleaseCancelSpinLock(irp->CancelIrql);
    end_wherever(fx_device_of(device_object), irp, STATUS_CANCELLED);
}

NTSTATUS fx_pdo_wait_wake(struct fx_device *device, PIRP irp)
{
    NTSTATUS status = STATUS_SUCCESS;
    const BOOLEAN owner = device->Init.PolicyOwner;
    if (device->WaitWakeIrp) {
        status = STATUS_DEVICE_BUSY;
    } else if (!owner) {
        fx_enter_machine(device, FX_POWER_MACHINE);
        if (device->Machines[FX_POWER_MACHINE].State != WdfDevStatePowerD0BusWakeOwner) {
            status = STATUS_INVALID_DEVICE_STATE;
        } else {
            fx_to(device, FX_POWER_MACHINE, WdfDevStatePowerEnablingWakeAtBus);
            status = fx_enable_wake_at_bus(device);
            fx_to(device, FX_POWER_MACHINE,
                  NT_SUCCESS(status) ? WdfDevStatePowerD0ArmedForWake : WdfDevStatePowerD0BusWakeOwner);
        }
        fx_leave_machine(device, FX_POWER_MACHINE);
    }
    if (!NT_SUCCESS(status)) {
        PoStartNextPowerIrp(irp);
        return fx_complete_irp(irp, status, 0);
    }
    IoMarkIrpPending(irp);
    device->WaitWakeIrp = irp;
    IoSetCancelRoutine(irp, canceled);
    if (owner)
        KeSetEvent(&device->WakeArrived, IO_NO_INCREMENT, FALSE);
    if (irp->Cancel && IoSetCancelRoutine(irp, NULL))
        end_wherever(device, irp, STATUS_CANCELLED);
    return STATUS_PENDING;
}

static BOOLEAN indicate(struct fx_device *device, NTSTATUS status)
{
    const PIRP irp = device->WaitWakeIrp;
    if (device->Init.Kind != FX_PDO || !irp || !IoSetCancelRoutine(irp, NULL))
        return FALSE;
    end_wherever(device, irp, status);
    return TRUE;
}

NTSTATUS api_DeviceIndicateWakeStatus(PWDF_DRIVER_GLOBALS globals, WDFDEVICE handle, NTSTATUS status)
{
    struct fx_device *device = fx_object_of(handle, FX_DEVICE);
    /* These two would say that nothing has happened. */
    if (status == STATUS_PENDING || status == STATUS_CANCELLED)
        return STATUS_INVALID_PARAMETER;
    return indicate(device, status) ? STATUS_SUCCESS : STATUS_INVALID_DEVICE_REQUEST;
}

void fx_indicate_wake_to_children(struct fx_device *device, NTSTATUS status)
{
    if (status == STATUS_CANCELLED)
        return;
    for (PLIST_ENTRY l = device->ChildLists.Flink; l != &device->ChildLists; l = l->Flink) {
        const struct fx_child_list *list = CONTAINING_RECORD(l, struct fx_child_list, DeviceEntry);
        for (PLIST_ENTRY c = list->Children.Flink; c != &list->Children; c = c->Flink) {
            struct fx_device *pdo = CONTAINING_RECORD(c, struct fx_child, Entry)->Pdo;
            if (pdo)
                indicate(pdo, status);
        }
    }
}

/* --- a child in D0 keeps its parent there --- */

NTSTATUS fx_hold_parent(struct fx_device *device)
{
    struct fx_device *parent = device->Init.Parent;
    if (device->Init.Kind != FX_PDO || !parent || device->Init.NoPowerDependency || device->HoldsParent)
        return STATUS_SUCCESS;
    const NTSTATUS status = fx_power_reference(parent, parent->SystemState == PowerSystemWorking);
    if (NT_SUCCESS(status))
        device->HoldsParent = TRUE;
    else
        fx_power_release(parent);
    return status;
}

void fx_release_parent(struct fx_device *device)
{
    if (!device->HoldsParent)
        return;
    device->HoldsParent = FALSE;
    fx_power_release(device->Init.Parent);
}
