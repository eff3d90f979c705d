/* Power states by the power management capability, and waking by PME#. */
#include "ntsim/ke/interrupt.h"
#include "ntsim/pci/pcip.h"

enum { PMC = FIELD_OFFSET(PCI_PM_CAPABILITY, PMC), PMCSR = FIELD_OFFSET(PCI_PM_CAPABILITY, PMCSR) };

static USHORT read_control(const struct pcip_function *function)
{
    return (USHORT)pcip_read_value(function->Slot, function->PowerOffset + PMCSR, sizeof(USHORT));
}

static void write_control(const struct pcip_function *function, PCI_PMCSR control)
{
    USHORT value;
    RtlCopyMemory(&value, &control, sizeof(value));
    pcip_write_value(function->Slot, function->PowerOffset + PMCSR, sizeof(USHORT), value);
}

static PCI_PMCSR control_of(const struct pcip_function *function)
{
    const USHORT value = read_control(function);
    PCI_PMCSR control;
    RtlCopyMemory(&control, &value, sizeof(control));
    control.PMEStatus = 0; /* a one that is written back would clear it */
    return control;
}

void pcip_capabilities(const struct pcip_function *function, PDEVICE_CAPABILITIES capabilities)
{
    capabilities->Address = function->Slot << 16;
    capabilities->UINumber = MAXULONG;
    capabilities->SilentInstall = FALSE;
    capabilities->DeviceState[PowerSystemWorking] = PowerDeviceD0;
    for (int state = PowerSystemSleeping1; state < PowerSystemMaximum; state++)
        capabilities->DeviceState[state] = PowerDeviceD3;
    if (!function->PowerOffset)
        return;
    const USHORT value = (USHORT)pcip_read_value(function->Slot, function->PowerOffset + PMC, sizeof(USHORT));
    PCI_PMC able;
    RtlCopyMemory(&able, &value, sizeof(able));
    capabilities->DeviceD1 = able.Support.D1;
    capabilities->DeviceD2 = able.Support.D2;
    capabilities->WakeFromD0 = able.Support.PMED0;
    capabilities->WakeFromD1 = able.Support.PMED1;
    capabilities->WakeFromD2 = able.Support.PMED2;
    capabilities->WakeFromD3 = able.Support.PMED3Hot;
    if (able.Support.PMED3Hot) {
        capabilities->DeviceWake = PowerDeviceD3;
        capabilities->SystemWake = PowerSystemSleeping3;
    }
}

/* --- states --- */

static void set_state(struct pcip_function *function, DEVICE_POWER_STATE state)
{
    if (function->PowerOffset && state >= PowerDeviceD0 && state <= PowerDeviceD3 && state != function->Power) {
        PCI_PMCSR control = control_of(function);
        control.PowerState = (USHORT)(state - PowerDeviceD0);
        write_control(function, control);
        if (state == PowerDeviceD0 && function->Configured)
            pcip_restore(function);
    }
    function->Power = state;
    PoSetPowerState(function->Pdo, DevicePowerState, (POWER_STATE){.DeviceState = state});
}

/* --- waking --- */

static void enable_wake(struct pcip_function *function, BOOLEAN enable)
{
    PCI_PMCSR control = control_of(function);
    control.PMEEnable = enable;
    control.PMEStatus = 1;
    write_control(function, control);
}

void pcip_end_wake(struct pcip_function *function, NTSTATUS status)
{
    PIRP irp = InterlockedExchangePointer((PVOID *)&function->Waking, NULL);
    if (!irp)
        return;
    enable_wake(function, FALSE);
    if (IoSetCancelRoutine(irp, NULL))
        pcip_complete(irp, status, 0);
}

static VOID cancel_wake(PDEVICE_OBJECT pdo, PIRP irp)
{
    struct pcip_function *function = pdo->DeviceExtension;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    if (InterlockedCompareExchangePointer((PVOID *)&function->Waking, NULL, irp) == irp)
        enable_wake(function, FALSE);
    pcip_complete(irp, STATUS_CANCELLED, 0);
}

static NTSTATUS wait_wake(struct pcip_function *function, PIRP irp)
{
    if (!function->PowerOffset)
        return pcip_complete(irp, STATUS_NOT_SUPPORTED, 0);
    if (function->Waking)
        return pcip_complete(irp, STATUS_DEVICE_BUSY, 0);
    IoMarkIrpPending(irp);
    function->Waking = irp;
    IoSetCancelRoutine(irp, cancel_wake);
    if (irp->Cancel && IoSetCancelRoutine(irp, NULL)) {
        function->Waking = NULL;
        pcip_complete(irp, STATUS_CANCELLED, 0);
        return STATUS_PENDING;
    }
    enable_wake(function, TRUE);
    return STATUS_PENDING;
}

static VOID look_for_wakers(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    for (LIST_ENTRY *entry = pcip_functions.Flink; entry != &pcip_functions; entry = entry->Flink) {
        struct pcip_function *function = CONTAINING_RECORD(entry, struct pcip_function, Entry);
        const USHORT pme = 0x8000;
        if (function->Waking && read_control(function) & pme)
            pcip_end_wake(function, STATUS_SUCCESS);
    }
}

static KDPC wake_dpc;

static BOOLEAN serve_wake(PKINTERRUPT interrupt, PVOID context)
{
    KeInsertQueueDpc(&wake_dpc, NULL, NULL);
    return TRUE;
}

void pcip_init_wake(void)
{
    enum { IRQL = 5 };
    const struct ki_interrupt_wish wish = {
        .Routine = serve_wake, .Vector = SIM_PCI_WAKE_VECTOR, .Irql = IRQL, .SynchronizeIrql = IRQL, .Mode = Latched};
    PKINTERRUPT interrupt;
    KeInitializeDpc(&wake_dpc, look_for_wakers, NULL);
    if (!NT_SUCCESS(ki_connect(&wish, &interrupt)))
        ki_bug_check(PHASE1_INITIALIZATION_FAILED, 0, 0, 0, 0, NULL, "no interrupt for the PCI bus");
}

/* --- requests --- */

NTSTATUS pcip_power(PDEVICE_OBJECT pdo, PIRP irp)
{
    struct pcip_function *function = pdo->DeviceExtension;
    PIO_STACK_LOCATION location = IoGetCurrentIrpStackLocation(irp);
    switch (location->MinorFunction) {
    case IRP_MN_SET_POWER:
        if (location->Parameters.Power.Type == DevicePowerState)
            set_state(function, location->Parameters.Power.State.DeviceState);
        return pcip_complete(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_QUERY_POWER:
        return pcip_complete(irp, STATUS_SUCCESS, irp->IoStatus.Information);
    case IRP_MN_WAIT_WAKE:
        return wait_wake(function, irp);
    default:
        return pcip_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    }
}
