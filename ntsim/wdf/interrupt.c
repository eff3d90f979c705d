/* Interrupts: at device IRQL, or handled at PASSIVE_LEVEL. */
#include "ntsim/wdf/fx.h"

struct fx_interrupt {
    struct fx_object Object;
    struct fx_device *Device;
    LIST_ENTRY DeviceEntry;
    WDF_INTERRUPT_CONFIG Config;
    CM_PARTIAL_RESOURCE_DESCRIPTOR Raw, Translated;
    BOOLEAN HasResource, FixedResource, Up, Disabled, Queued;
    BOOLEAN Waits, Fired; /* armed while the device is in Dx; it has come meanwhile */
    ULONG Message;        /* number among the messages of its resource */
    PKINTERRUPT Interrupt;
    KDPC Dpc;
    WORK_QUEUE_ITEM Item;
    struct fx_lock *Lock; /* for the DPC or the work item */
    struct fx_lock OwnLock;
    KIRQL OldIrql;
    WDF_INTERRUPT_POLICY Policy;
    WDF_INTERRUPT_PRIORITY Priority;
    KAFFINITY Processors;
};

static void disconnect(struct fx_interrupt *interrupt)
{
    if (!interrupt->Interrupt)
        return;
    IO_DISCONNECT_INTERRUPT_PARAMETERS parameters = {.Version = CONNECT_FULLY_SPECIFIED};
    parameters.ConnectionContext.InterruptObject = interrupt->Interrupt;
    IoDisconnectInterruptEx(&parameters);
    interrupt->Interrupt = NULL;
}

static void dispose_interrupt(struct fx_object *object)
{
    struct fx_interrupt *interrupt = (struct fx_interrupt *)object;
    disconnect(interrupt);
    KeRemoveQueueDpc(&interrupt->Dpc);
    RemoveEntryList(&interrupt->DeviceEntry);
}

static const struct fx_class interrupt_class = {
    .Type = FX_INTERRUPT,
    .Size = sizeof(struct fx_interrupt),
    .Dispose = dispose_interrupt,
    .PassiveDispose = TRUE,
};

static struct fx_interrupt *interrupt_from(WDFINTERRUPT handle)
{
    return fx_object_of(handle, FX_INTERRUPT);
}

/* --- what runs later --- */

static VOID NTAPI run_dpc(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct fx_interrupt *interrupt = context;
    if (interrupt->Lock)
        fx_acquire(interrupt->Lock);
    interrupt->Config.EvtInterruptDpc((WDFINTERRUPT)interrupt, (WDFOBJECT)interrupt->Device);
    if (interrupt->Lock)
        fx_release(interrupt->Lock);
}

static VOID NTAPI run_work_item(PVOID context)
{
    struct fx_interrupt *interrupt = context;
    interrupt->Queued = FALSE;
    if (interrupt->Lock)
        fx_acquire(interrupt->Lock);
    interrupt->Config.EvtInterruptWorkItem((WDFINTERRUPT)interrupt, (WDFOBJECT)interrupt->Device);
    if (interrupt->Lock)
        fx_release(interrupt->Lock);
    fx_dereference(&interrupt->Object);
}

BOOLEAN api_InterruptQueueDpcForIsr(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    return interrupt->Config.EvtInterruptDpc && KeInsertQueueDpc(&interrupt->Dpc, NULL, NULL);
}

BOOLEAN api_InterruptQueueWorkItemForIsr(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    if (!interrupt->Config.EvtInterruptWorkItem || interrupt->Queued)
        return FALSE;
    /* A device IRQL is too high to queue a work item from: a DPC does. */
    interrupt->Queued = TRUE;
    fx_reference(&interrupt->Object);
    if (KeGetCurrentIrql() <= DISPATCH_LEVEL)
        ExQueueWorkItem(&interrupt->Item, DelayedWorkQueue);
    else
        KeInsertQueueDpc(&interrupt->Dpc, NULL, NULL);
    return TRUE;
}

static VOID NTAPI queue_work_item(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    ExQueueWorkItem(&((struct fx_interrupt *)context)->Item, DelayedWorkQueue);
}

/* --- creation --- */

static BOOLEAN service_passively(struct fx_interrupt *interrupt)
{
    const WDFINTERRUPT handle = (WDFINTERRUPT)interrupt;
    api_InterruptAcquireLock(NULL, handle);
    const BOOLEAN claimed = interrupt->Config.EvtInterruptIsr(handle, interrupt->Message);
    api_InterruptReleaseLock(NULL, handle);
    return claimed;
}

static BOOLEAN NTAPI service(PKINTERRUPT kernel_interrupt, PVOID context)
{
    struct fx_interrupt *interrupt = context;
    if (interrupt->Disabled)
        return FALSE;
    if (interrupt->Waits) {
        /* The device has to be in D0 before the driver can look at it. */
        interrupt->Fired = TRUE;
        interrupt->Device->WakeTriggered = TRUE;
        fx_policy_wake_up(interrupt->Device);
        return TRUE;
    }
    return interrupt->Config.PassiveHandling
               ? service_passively(interrupt)
               : interrupt->Config.EvtInterruptIsr((WDFINTERRUPT)interrupt, interrupt->Message);
}

/* Back in D0: what woke it is serviced now. */
static void run_delayed(struct fx_interrupt *interrupt)
{
    const BOOLEAN fired = interrupt->Fired;
    interrupt->Waits = interrupt->Fired = FALSE;
    if (fired)
        service_passively(interrupt);
}

NTSTATUS api_InterruptCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device_handle, PWDF_INTERRUPT_CONFIG config,
                             PWDF_OBJECT_ATTRIBUTES attributes, WDFINTERRUPT *result)
{
    struct fx_device *device = fx_object_of(device_handle, FX_DEVICE);
    struct fx_interrupt *interrupt;
    WDF_INTERRUPT_CONFIG settings;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    *result = NULL;
    /* Work items and resources came with version 1.11. */
    if (!fx_copy_sized(&settings, sizeof(settings), config, FIELD_OFFSET(WDF_INTERRUPT_CONFIG, EvtInterruptWorkItem)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!settings.EvtInterruptIsr || (settings.EvtInterruptDpc && settings.EvtInterruptWorkItem) ||
        (settings.SpinLock && settings.WaitLock) ||
        (settings.PassiveHandling ? settings.SpinLock != NULL : settings.WaitLock != NULL))
        return STATUS_INVALID_PARAMETER;
    /* Outside of EvtDevicePrepareHardware the framework finds the resource; within it the driver gives it. */
    if (settings.InterruptRaw == NULL && device->HardwarePrepared)
        return STATUS_INVALID_DEVICE_STATE;
    struct fx_lock *lock = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    if (settings.AutomaticSerialization) {
        status = fx_serializing_lock(&device->Object, settings.EvtInterruptDpc != NULL, &lock);
        if (NT_SUCCESS(status) && settings.EvtInterruptWorkItem && lock && !lock->Passive)
            status = STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
    }
    if (NT_SUCCESS(status))
        status = fx_create(&interrupt_class, device->Object.Driver, attributes, &device->Object, &interrupt);
    if (!NT_SUCCESS(status))
        return status;
    interrupt->Device = device;
    interrupt->Config = settings;
    interrupt->Lock = lock;
    fx_init_lock(&interrupt->OwnLock, TRUE);
    KeInitializeDpc(&interrupt->Dpc, settings.EvtInterruptDpc ? run_dpc : queue_work_item, interrupt);
    ExInitializeWorkItem(&interrupt->Item, run_work_item, interrupt);
    InsertTailList(&device->Interrupts, &interrupt->DeviceEntry);
    if (settings.InterruptRaw && settings.InterruptTranslated) {
        interrupt->Raw = *settings.InterruptRaw;
        interrupt->Translated = *settings.InterruptTranslated;
        interrupt->HasResource = interrupt->FixedResource = TRUE;
    }
    *result = (WDFINTERRUPT)interrupt;
    return STATUS_SUCCESS;
}

/* Each object gets the next interrupt of the resources, in the order in which they were made; a descriptor of several
 * messages serves as many objects. */
void fx_assign_interrupts(struct fx_device *device)
{
    PLIST_ENTRY entry = device->Interrupts.Flink;
    for (ULONG i = 0; i < device->TranslatedResources->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *raw = &device->RawResources->Descriptors[i];
        if (raw->Type != CmResourceTypeInterrupt)
            continue;
        const BOOLEAN messages = (raw->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) != 0;
        const ULONG count = messages ? raw->u.MessageInterrupt.Raw.MessageCount : 1;
        for (ULONG message = 0; message < count; message++) {
            struct fx_interrupt *interrupt = NULL;
            while (entry != &device->Interrupts && !interrupt) {
                interrupt = CONTAINING_RECORD(entry, struct fx_interrupt, DeviceEntry);
                entry = entry->Flink;
                if (interrupt->FixedResource)
                    interrupt = NULL;
            }
            if (!interrupt)
                return;
            interrupt->Raw = *raw;
            interrupt->Translated = device->TranslatedResources->Descriptors[i];
            interrupt->HasResource = TRUE;
            interrupt->Message = message;
        }
    }
}

/* --- up and down --- */

static NTSTATUS connect(struct fx_interrupt *interrupt)
{
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource = &interrupt->Translated;
    const BOOLEAN message = (resource->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) != 0;
    if (interrupt->Interrupt || !interrupt->HasResource)
        return STATUS_SUCCESS;
    IO_CONNECT_INTERRUPT_PARAMETERS parameters = {.Version = CONNECT_FULLY_SPECIFIED};
    parameters.FullySpecified.PhysicalDeviceObject = interrupt->Device->Init.PhysicalDevice;
    parameters.FullySpecified.InterruptObject = &interrupt->Interrupt;
    parameters.FullySpecified.ServiceRoutine = service;
    parameters.FullySpecified.ServiceContext = interrupt;
    parameters.FullySpecified.FloatingSave = interrupt->Config.FloatingSave;
    parameters.FullySpecified.ShareVector = interrupt->Config.ShareVector == WdfUseDefault
                                                ? resource->ShareDisposition == CmResourceShareShared
                                                : interrupt->Config.ShareVector == WdfTrue;
    parameters.FullySpecified.Vector =
        (message ? resource->u.MessageInterrupt.Translated.Vector : resource->u.Interrupt.Vector) + interrupt->Message;
    /* One that is handled passively is at PASSIVE_LEVEL all the way: the kernel's worker calls it. */
    parameters.FullySpecified.Irql =
        interrupt->Config.PassiveHandling
            ? PASSIVE_LEVEL
            : (KIRQL)(message ? resource->u.MessageInterrupt.Translated.Level : resource->u.Interrupt.Level);
    parameters.FullySpecified.SynchronizeIrql = parameters.FullySpecified.Irql;
    parameters.FullySpecified.InterruptMode =
        message || (resource->Flags & CM_RESOURCE_INTERRUPT_LATCHED) ? Latched : LevelSensitive;
    parameters.FullySpecified.ProcessorEnableMask =
        message ? resource->u.MessageInterrupt.Translated.Affinity : resource->u.Interrupt.Affinity;
    return IoConnectInterruptEx(&parameters);
}

struct change {
    struct fx_interrupt *Interrupt;
    PFN_WDF_INTERRUPT_ENABLE Routine;
    NTSTATUS Status;
};

static BOOLEAN NTAPI call_change(PVOID context)
{
    struct change *change = context;
    change->Status = change->Routine((WDFINTERRUPT)change->Interrupt, (WDFDEVICE)change->Interrupt->Device);
    return TRUE;
}

/* The driver touches its interrupt registers at the interrupt's IRQL, with its lock. */
static NTSTATUS call_at_interrupt(struct fx_interrupt *interrupt, PFN_WDF_INTERRUPT_ENABLE routine)
{
    struct change change = {interrupt, routine, STATUS_SUCCESS};
    if (!routine)
        return STATUS_SUCCESS;
    if (interrupt->Config.PassiveHandling || !interrupt->Interrupt) {
        fx_acquire(&interrupt->OwnLock);
        call_change(&change);
        fx_release(&interrupt->OwnLock);
    } else {
        KeSynchronizeExecution(interrupt->Interrupt, call_change, &change);
    }
    return change.Status;
}

NTSTATUS fx_interrupts_up(struct fx_device *device)
{
    for (PLIST_ENTRY entry = device->Interrupts.Flink; entry != &device->Interrupts; entry = entry->Flink) {
        struct fx_interrupt *interrupt = CONTAINING_RECORD(entry, struct fx_interrupt, DeviceEntry);
        if (interrupt->Waits) {
            run_delayed(interrupt);
            continue;
        }
        if (interrupt->Up || !interrupt->HasResource)
            continue;
        NTSTATUS status = connect(interrupt);
        if (NT_SUCCESS(status)) {
            interrupt->Up = TRUE;
            status = call_at_interrupt(interrupt, interrupt->Config.EvtInterruptEnable);
        }
        if (!NT_SUCCESS(status))
            return status;
    }
    return STATUS_SUCCESS;
}

NTSTATUS fx_interrupts_down(struct fx_device *device, BOOLEAN armed)
{
    NTSTATUS result = STATUS_SUCCESS;
    for (PLIST_ENTRY entry = device->Interrupts.Blink; entry != &device->Interrupts; entry = entry->Blink) {
        struct fx_interrupt *interrupt = CONTAINING_RECORD(entry, struct fx_interrupt, DeviceEntry);
        if (armed && interrupt->Config.CanWakeDevice && interrupt->Up) {
            interrupt->Waits = TRUE;
            continue;
        }
        interrupt->Waits = FALSE;
        if (!interrupt->Up)
            continue;
        const NTSTATUS status = call_at_interrupt(interrupt, interrupt->Config.EvtInterruptDisable);
        if (!NT_SUCCESS(status))
            result = status;
        interrupt->Up = FALSE;
        KeFlushQueuedDpcs(); /* a DPC may still synchronise with it */
        disconnect(interrupt);
        KeFlushQueuedDpcs();
    }
    return result;
}

void fx_interrupts_released(struct fx_device *device)
{
    for (PLIST_ENTRY entry = device->Interrupts.Flink; entry != &device->Interrupts;) {
        struct fx_interrupt *interrupt = CONTAINING_RECORD(entry, struct fx_interrupt, DeviceEntry);
        entry = entry->Flink;
        interrupt->HasResource = FALSE;
        if (interrupt->FixedResource)
            fx_delete(&interrupt->Object);
    }
}

/* --- functions of the table --- */

static BOOLEAN is_passive(const struct fx_interrupt *interrupt)
{
    return interrupt->Config.PassiveHandling || interrupt->Config.WaitLock;
}

/* Out of D0 an interrupt is not connected, and has no lock: who synchronises with it stops the system, as on Windows.
 */
BOOLEAN api_InterruptSynchronize(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle,
                                 PFN_WDF_INTERRUPT_SYNCHRONIZE routine, WDFCONTEXT context)
{
    FX_REQUIRE(routine);
    const struct fx_interrupt *interrupt = interrupt_from(handle);
    if (!is_passive(interrupt) && !interrupt->Interrupt)
        KeSynchronizeExecution(NULL, NULL, NULL);
    api_InterruptAcquireLock(globals, handle);
    const BOOLEAN result = routine(handle, context);
    api_InterruptReleaseLock(globals, handle);
    return result;
}

/* Without a connected interrupt this does nothing, as on Windows. */
VOID api_InterruptAcquireLock(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    if (interrupt->Config.WaitLock)
        api_WaitLockAcquire(globals, interrupt->Config.WaitLock, NULL);
    else if (interrupt->Config.PassiveHandling)
        fx_acquire(&interrupt->OwnLock);
    else if (interrupt->Interrupt)
        interrupt->OldIrql = KeAcquireInterruptSpinLock(interrupt->Interrupt);
}

VOID api_InterruptReleaseLock(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    if (interrupt->Config.WaitLock)
        api_WaitLockRelease(globals, interrupt->Config.WaitLock);
    else if (interrupt->Config.PassiveHandling)
        fx_release(&interrupt->OwnLock);
    else if (interrupt->Interrupt)
        KeReleaseInterruptSpinLock(interrupt->Interrupt, interrupt->OldIrql);
}

BOOLEAN api_InterruptTryToAcquireLock(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    LONGLONG now = 0;
    if (interrupt->Config.WaitLock)
        return api_WaitLockAcquire(globals, interrupt->Config.WaitLock, &now) == STATUS_SUCCESS;
    if (interrupt->OwnLock.Depth > 0 && interrupt->OwnLock.Owner != KeGetCurrentThread())
        return FALSE;
    fx_acquire(&interrupt->OwnLock);
    return TRUE;
}

VOID api_InterruptEnable(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    interrupt->Disabled = FALSE;
    call_at_interrupt(interrupt, interrupt->Config.EvtInterruptEnable);
}

VOID api_InterruptDisable(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    call_at_interrupt(interrupt, interrupt->Config.EvtInterruptDisable);
    interrupt->Disabled = TRUE;
}

VOID api_InterruptReportActive(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    if (interrupt->Interrupt)
        IoReportInterruptActive(&(IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS){
            .Version = CONNECT_FULLY_SPECIFIED, .ConnectionContext.InterruptObject = interrupt->Interrupt});
}

VOID api_InterruptReportInactive(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    if (interrupt->Interrupt)
        IoReportInterruptInactive(&(IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS){
            .Version = CONNECT_FULLY_SPECIFIED, .ConnectionContext.InterruptObject = interrupt->Interrupt});
}

PKINTERRUPT api_InterruptWdmGetInterrupt(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    return interrupt_from(handle)->Interrupt;
}

WDFDEVICE api_InterruptGetDevice(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle)
{
    return (WDFDEVICE)interrupt_from(handle)->Device;
}

VOID api_InterruptGetInfo(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle, PWDF_INTERRUPT_INFO info)
{
    const struct fx_interrupt *interrupt = interrupt_from(handle);
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource = &interrupt->Translated;
    FX_REQUIRE(info);
    WDF_INTERRUPT_INFO copy = {.Size = info->Size};
    if (info->Size > sizeof(copy) || info->Size < sizeof(ULONG))
        return;
    if (interrupt->HasResource) {
        copy.MessageSignaled = (resource->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) != 0;
        copy.MessageNumber = interrupt->Message;
        copy.TargetProcessorSet =
            copy.MessageSignaled ? resource->u.MessageInterrupt.Translated.Affinity : resource->u.Interrupt.Affinity;
        copy.Vector =
            copy.MessageSignaled ? resource->u.MessageInterrupt.Translated.Vector : resource->u.Interrupt.Vector;
        copy.Irql =
            (KIRQL)(copy.MessageSignaled ? resource->u.MessageInterrupt.Translated.Level : resource->u.Interrupt.Level);
        copy.Mode =
            copy.MessageSignaled || (resource->Flags & CM_RESOURCE_INTERRUPT_LATCHED) ? Latched : LevelSensitive;
        copy.ShareDisposition = resource->ShareDisposition;
    }
    RtlCopyMemory(info, &copy, info->Size);
}

VOID api_InterruptSetPolicy(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle, WDF_INTERRUPT_POLICY policy,
                            WDF_INTERRUPT_PRIORITY priority, KAFFINITY processors)
{
    struct fx_interrupt *interrupt = interrupt_from(handle);
    interrupt->Policy = policy;
    interrupt->Priority = priority;
    interrupt->Processors = processors;
}

VOID api_InterruptSetExtendedPolicy(PWDF_DRIVER_GLOBALS globals, WDFINTERRUPT handle,
                                    PWDF_INTERRUPT_EXTENDED_POLICY policy)
{
    FX_REQUIRE(policy);
    api_InterruptSetPolicy(globals, handle, policy->Policy, policy->Priority, policy->TargetProcessorSetAndGroup.Mask);
}
