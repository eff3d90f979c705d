/* Power of the input device, whose power policy the class driver owns: on with the system, off while it sleeps.
 * idle.c is about what it does while the system works. */
#include "ntsim/hid/class/hidc.h"

static VOID device_is_there(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, PVOID context,
                            PIO_STATUS_BLOCK io_status)
{
    PIRP irp = context;
    if (state.DeviceState == PowerDeviceD0)
        hidc_idle_resume(hidc_fdo(IoGetCurrentIrpStackLocation(irp)->DeviceObject));
    hidc_complete(irp, io_status->Status, irp->IoStatus.Information);
}

/* The drivers below know of the system's state: now the device's. */
static NTSTATUS system_state_is_known(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    const struct hidc_fdo *fdo = context;
    const SYSTEM_POWER_STATE system = IoGetCurrentIrpStackLocation(irp)->Parameters.Power.State.SystemState;
    const POWER_STATE state = {.DeviceState = system == PowerSystemWorking ? PowerDeviceD0 : PowerDeviceD3};
    if (!NT_SUCCESS(irp->IoStatus.Status))
        return STATUS_CONTINUE_COMPLETION;
    const NTSTATUS status =
        PoRequestPowerIrp(fdo->Common.Public.PhysicalDeviceObject, IRP_MN_SET_POWER, state, device_is_there, irp, NULL);
    if (NT_SUCCESS(status))
        return STATUS_MORE_PROCESSING_REQUIRED;
    irp->IoStatus.Status = status;
    return STATUS_CONTINUE_COMPLETION;
}

static NTSTATUS device_has_power(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct hidc_fdo *fdo = context;
    if (irp->PendingReturned)
        IoMarkIrpPending(irp);
    if (NT_SUCCESS(irp->IoStatus.Status) && fdo->Known && !fdo->Gone)
        hidc_start_reading(fdo);
    return STATUS_CONTINUE_COMPLETION;
}

static NTSTATUS set_device_power(struct hidc_fdo *fdo, PIRP irp, DEVICE_POWER_STATE state)
{
    PoSetPowerState(fdo->Common.Device, DevicePowerState, (POWER_STATE){.DeviceState = state});
    if (state == PowerDeviceD0)
        return hidc_to_minidriver_and(fdo, irp, device_has_power, fdo);
    hidc_stop_reading(fdo);
    return hidc_to_minidriver(fdo, irp);
}

NTSTATUS hidc_fdo_power(struct hidc_fdo *fdo, PIRP irp)
{
    const PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    switch (location->MinorFunction) {
    case IRP_MN_SET_POWER:
        irp->IoStatus.Status = STATUS_SUCCESS;
        if (location->Parameters.Power.Type == DevicePowerState)
            return set_device_power(fdo, irp, location->Parameters.Power.State.DeviceState);
        if (location->Parameters.Power.State.SystemState != PowerSystemWorking)
            hidc_idle_stop(fdo, FALSE);
        IoMarkIrpPending(irp);
        hidc_to_minidriver_and(fdo, irp, system_state_is_known, fdo);
        return STATUS_PENDING;
    case IRP_MN_QUERY_POWER:
        irp->IoStatus.Status = STATUS_SUCCESS;
        return hidc_to_minidriver(fdo, irp);
    default:
        return hidc_to_minidriver(fdo, irp);
    }
}
