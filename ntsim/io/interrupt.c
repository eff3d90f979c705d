/* Connecting interrupts: by what the driver says, or by what the PnP manager has given its device. */
#include "ntsim/ke/interrupt.h"
#include "ntsim/pnp/pip.h"

enum { TAG = 0x746E694B /* "Kint" */ };

NTSTATUS IoConnectInterrupt(PKINTERRUPT *InterruptObject, PKSERVICE_ROUTINE ServiceRoutine, PVOID ServiceContext,
                            PKSPIN_LOCK SpinLock, ULONG Vector, KIRQL Irql, KIRQL SynchronizeIrql,
                            KINTERRUPT_MODE InterruptMode, BOOLEAN ShareVector, KAFFINITY ProcessorEnableMask,
                            BOOLEAN FloatingSave)
{
    const struct ki_interrupt_wish wish = {.Routine = ServiceRoutine,
                                           .Processors = ProcessorEnableMask,
                                           .Context = ServiceContext,
                                           .Lock = SpinLock,
                                           .Vector = Vector,
                                           .Irql = Irql,
                                           .SynchronizeIrql = SynchronizeIrql,
                                           .Mode = InterruptMode,
                                           .Share = ShareVector};
    return ProcessorEnableMask ? ki_connect(&wish, InterruptObject) : STATUS_INVALID_PARAMETER;
}

VOID IoDisconnectInterrupt(PKINTERRUPT InterruptObject)
{
    ki_disconnect(InterruptObject);
}

/* One interrupt of a device. */
struct found {
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *Resource; /* translated */
    ULONG Message;                                  /* among those of the resource */
};

/* The device's interrupt number `index` of that kind; FALSE: it has no more. */
static BOOLEAN find(PDEVICE_OBJECT pdo, BOOLEAN message, ULONG index, struct found *found)
{
    const struct pip_node *node = iop_device(pdo)->Node;
    const CM_RESOURCE_LIST *list = node ? node->TranslatedResources : NULL;
    if (!list || list->Count == 0)
        return FALSE;
    const CM_PARTIAL_RESOURCE_LIST *partial = &list->List[0].PartialResourceList;
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *raw = node->Resources->List[0].PartialResourceList.PartialDescriptors;
    for (ULONG i = 0; i < partial->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource = &partial->PartialDescriptors[i];
        if (resource->Type != CmResourceTypeInterrupt ||
            ((resource->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) != 0) != message)
            continue;
        const ULONG count = message ? max(raw[i].u.MessageInterrupt.Raw.MessageCount, 1) : 1;
        *found = (struct found){resource, index};
        if (index < count)
            return TRUE;
        index -= count;
    }
    return FALSE;
}

static void take_resource(struct ki_interrupt_wish *wish, const struct found *found, BOOLEAN message, KIRQL synchronize)
{
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource = found->Resource;
    wish->Vector =
        message ? resource->u.MessageInterrupt.Translated.Vector + found->Message : resource->u.Interrupt.Vector;
    wish->Irql = (KIRQL)(message ? resource->u.MessageInterrupt.Translated.Level : resource->u.Interrupt.Level);
    wish->SynchronizeIrql = max(synchronize, wish->Irql);
    wish->Mode = (resource->Flags & CM_RESOURCE_INTERRUPT_LATCHED) ? Latched : LevelSensitive;
    wish->Share = resource->ShareDisposition == CmResourceShareShared;
}

static NTSTATUS connect_line(PDEVICE_OBJECT pdo, struct ki_interrupt_wish *wish, KIRQL synchronize, PKINTERRUPT *result)
{
    struct found found;
    if (!find(pdo, FALSE, 0, &found))
        return STATUS_NOT_FOUND;
    take_resource(wish, &found, FALSE, synchronize);
    return ki_connect(wish, result);
}

static void disconnect_messages(PIO_INTERRUPT_MESSAGE_INFO table)
{
    for (ULONG i = 0; i < table->MessageCount; i++)
        ki_disconnect(table->MessageInfo[i].InterruptObject);
    ExFreePoolWithTag(table, TAG);
}

/* All messages share one lock and one IRQL to synchronise at, so that their routines do not run into each other. */
static NTSTATUS connect_messages(const IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS *parameters)
{
    ULONG count = 0;
    KIRQL highest = parameters->SynchronizeIrql;
    struct found found;
    for (; find(parameters->PhysicalDeviceObject, TRUE, count, &found); count++)
        highest = max(highest, (KIRQL)found.Resource->u.MessageInterrupt.Translated.Level);
    SIZE_T size =
        FIELD_OFFSET(IO_INTERRUPT_MESSAGE_INFO, MessageInfo) + (count + 1) * sizeof(IO_INTERRUPT_MESSAGE_INFO_ENTRY);
    PIO_INTERRUPT_MESSAGE_INFO table = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, TAG);
    if (!table)
        return STATUS_INSUFFICIENT_RESOURCES;
    table->UnifiedIrql = highest;
    /* The last entry is not counted: there is the lock. */
    PKSPIN_LOCK lock = parameters->SpinLock ? parameters->SpinLock : (PKSPIN_LOCK)&table->MessageInfo[count];
    for (ULONG i = 0; i < count; i++) {
        find(parameters->PhysicalDeviceObject, TRUE, i, &found);
        struct ki_interrupt_wish wish = {.MessageRoutine = parameters->MessageServiceRoutine,
                                         .MessageId = i,
                                         .Context = parameters->ServiceContext,
                                         .Lock = lock};
        take_resource(&wish, &found, TRUE, highest);
        wish.Mode = Latched;
        PIO_INTERRUPT_MESSAGE_INFO_ENTRY entry = &table->MessageInfo[i];
        NTSTATUS status = ki_connect(&wish, &entry->InterruptObject);
        if (!NT_SUCCESS(status)) {
            disconnect_messages(table);
            return status;
        }
        entry->TargetProcessorSet = found.Resource->u.MessageInterrupt.Translated.Affinity;
        entry->MessageData = wish.Vector;
        entry->Vector = wish.Vector;
        entry->Irql = wish.Irql;
        entry->Mode = Latched;
        entry->Polarity = InterruptPolarityUnknown;
        table->MessageCount++;
    }
    *parameters->ConnectionContext.InterruptMessageTable = table;
    return STATUS_SUCCESS;
}

static NTSTATUS connect_message_based(PIO_CONNECT_INTERRUPT_PARAMETERS parameters)
{
    const IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS *wanted = &parameters->MessageBased;
    struct found first;
    if (find(wanted->PhysicalDeviceObject, TRUE, 0, &first))
        return connect_messages(wanted);
    if (!wanted->FallBackServiceRoutine)
        return STATUS_NOT_FOUND;
    struct ki_interrupt_wish wish = {
        .Routine = wanted->FallBackServiceRoutine, .Context = wanted->ServiceContext, .Lock = wanted->SpinLock};
    parameters->Version = CONNECT_LINE_BASED;
    return connect_line(wanted->PhysicalDeviceObject, &wish, wanted->SynchronizeIrql,
                        wanted->ConnectionContext.InterruptObject);
}

NTSTATUS IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters)
{
    switch (Parameters->Version) {
    case CONNECT_FULLY_SPECIFIED:
    case CONNECT_FULLY_SPECIFIED_GROUP: {
        const IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS *wanted = &Parameters->FullySpecified;
        return IoConnectInterrupt(wanted->InterruptObject, wanted->ServiceRoutine, wanted->ServiceContext,
                                  wanted->SpinLock, wanted->Vector, wanted->Irql, wanted->SynchronizeIrql,
                                  wanted->InterruptMode, wanted->ShareVector, wanted->ProcessorEnableMask,
                                  wanted->FloatingSave);
    }
    case CONNECT_LINE_BASED: {
        const IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS *wanted = &Parameters->LineBased;
        struct ki_interrupt_wish wish = {
            .Routine = wanted->ServiceRoutine, .Context = wanted->ServiceContext, .Lock = wanted->SpinLock};
        return connect_line(wanted->PhysicalDeviceObject, &wish, wanted->SynchronizeIrql, wanted->InterruptObject);
    }
    case CONNECT_MESSAGE_BASED:
    case CONNECT_MESSAGE_BASED_PASSIVE:
        return connect_message_based(Parameters);
    default:
        Parameters->Version = CONNECT_CURRENT_VERSION;
        return STATUS_NOT_SUPPORTED;
    }
}

VOID IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters)
{
    if (Parameters->Version == CONNECT_MESSAGE_BASED || Parameters->Version == CONNECT_MESSAGE_BASED_PASSIVE)
        disconnect_messages(Parameters->ConnectionContext.InterruptMessageTable);
    else
        ki_disconnect(Parameters->ConnectionContext.InterruptObject);
}

/* Interrupts are not masked for power's sake. */
VOID IoReportInterruptActive(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters)
{
}

VOID IoReportInterruptInactive(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters)
{
}

NTSTATUS IoGetAffinityInterrupt(PKINTERRUPT InterruptObject, PGROUP_AFFINITY GroupAffinity)
{
    *GroupAffinity = (GROUP_AFFINITY){.Mask = KeQueryActiveProcessors()};
    return STATUS_SUCCESS;
}
