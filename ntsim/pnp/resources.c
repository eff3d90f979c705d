/*
 * Hardware resources of devices on buses that drivers enumerate: each requirement gets the lowest range that no other
 * device has. The first alternative list counts, and in it what is not marked as an alternative. Devices of the root
 * bus have what the host says.
 */
#include "ntsim/pnp/pip.h"

struct range {
    LIST_ENTRY Entry;
    const struct pip_node *Node;
    UCHAR Type;
    BOOLEAN Shared;
    ULONG64 Start, Length;
};

static LIST_ENTRY ranges = {&ranges, &ranges};

/* Takes the ranges of one device from it, or gives them up where there is no other. */
static void hand_on(const struct pip_node *from, const struct pip_node *to)
{
    for (LIST_ENTRY *entry = ranges.Flink, *next; entry != &ranges; entry = next) {
        struct range *range = CONTAINING_RECORD(entry, struct range, Entry);
        next = entry->Flink;
        if (range->Node != from)
            continue;
        range->Node = to;
        if (to)
            continue;
        RemoveEntryList(entry);
        ExFreePoolWithTag(range, PIP_TAG);
    }
}

void pip_release_resources(struct pip_node *node)
{
    hand_on(node, NULL);
    if (!node->OwnsResources)
        return;
    ExFreePoolWithTag(node->Resources, PIP_TAG);
    ExFreePoolWithTag(node->TranslatedResources, PIP_TAG);
    node->Resources = node->TranslatedResources = NULL;
    node->OwnsResources = FALSE;
}

static const struct range *taken(UCHAR type, BOOLEAN shared, ULONG64 start, ULONG64 length)
{
    for (LIST_ENTRY *entry = ranges.Flink; entry != &ranges; entry = entry->Flink) {
        const struct range *range = CONTAINING_RECORD(entry, struct range, Entry);
        if (range->Type == type && !(shared && range->Shared) && start < range->Start + range->Length &&
            range->Start < start + length)
            return range;
    }
    return NULL;
}

/* The lowest free start for `length` within minimum..maximum. */
static BOOLEAN choose(const struct pip_node *node, const IO_RESOURCE_DESCRIPTOR *wanted, ULONG64 minimum,
                      ULONG64 maximum, ULONG64 length, ULONG64 alignment, ULONG64 *start)
{
    BOOLEAN shared = wanted->ShareDisposition == CmResourceShareShared;
    const struct range *other;
    alignment = max(alignment, 1);
    *start = (minimum + alignment - 1) / alignment * alignment;
    while ((other = taken(wanted->Type, shared, *start, length)) != NULL)
        *start = (other->Start + other->Length + alignment - 1) / alignment * alignment;
    if (*start > maximum || maximum - *start < length - 1)
        return FALSE;
    struct range *range = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*range), PIP_TAG);
    if (!range)
        return FALSE;
    range->Node = node;
    range->Type = wanted->Type;
    range->Shared = shared;
    range->Start = *start;
    range->Length = length;
    InsertTailList(&ranges, &range->Entry);
    return TRUE;
}

enum { LOWEST_DIRQL = 3, DIRQLS = 9, FIRST_VECTOR = 0x30, FIRST_MESSAGE = 0x60, LAST_MESSAGE = 0xEF };

static KAFFINITY every_processor(void)
{
    return ki_processor_count < 64 ? ((KAFFINITY)1 << ki_processor_count) - 1 : ~(KAFFINITY)0;
}

/* As the processor sees it. */
static void translate_interrupt(PCM_PARTIAL_RESOURCE_DESCRIPTOR to, ULONG line)
{
    to->u.Interrupt.Level = LOWEST_DIRQL + line % DIRQLS;
    to->u.Interrupt.Vector = FIRST_VECTOR + line;
    to->u.Interrupt.Affinity = every_processor();
}

/* Vectors one after the other, the first a multiple of their number: the device puts the message's number into its low
 * bits. */
static BOOLEAN choose_messages(const struct pip_node *node, const IO_RESOURCE_DESCRIPTOR *wanted,
                               PCM_PARTIAL_RESOURCE_DESCRIPTOR raw)
{
    const ULONG count = wanted->u.Interrupt.MaximumVector - wanted->u.Interrupt.MinimumVector + 1;
    ULONG64 first;
    if (!choose(node, wanted, FIRST_MESSAGE, LAST_MESSAGE, count, count, &first))
        return FALSE;
    raw->u.MessageInterrupt.Raw.MessageCount = (USHORT)count;
    raw->u.MessageInterrupt.Raw.Vector = (ULONG)first;
    raw->u.MessageInterrupt.Raw.Affinity = every_processor();
    return TRUE;
}

static void translate_messages(PCM_PARTIAL_RESOURCE_DESCRIPTOR to, ULONG first)
{
    to->u.MessageInterrupt.Translated.Level = LOWEST_DIRQL + first / 16 % DIRQLS;
    to->u.MessageInterrupt.Translated.Vector = first;
    to->u.MessageInterrupt.Translated.Affinity = every_processor();
}

static NTSTATUS satisfy(const struct pip_node *node, const IO_RESOURCE_DESCRIPTOR *wanted,
                        PCM_PARTIAL_RESOURCE_DESCRIPTOR raw, PCM_PARTIAL_RESOURCE_DESCRIPTOR translated)
{
    ULONG64 start = 0;
    BOOLEAN found = TRUE;
    *raw = (CM_PARTIAL_RESOURCE_DESCRIPTOR){
        .Type = wanted->Type, .ShareDisposition = wanted->ShareDisposition, .Flags = wanted->Flags};
    switch (wanted->Type) {
    case CmResourceTypePort:
    case CmResourceTypeMemory:
        found =
            wanted->u.Generic.Length == 0 || choose(node, wanted, (ULONG64)wanted->u.Generic.MinimumAddress.QuadPart,
                                                    (ULONG64)wanted->u.Generic.MaximumAddress.QuadPart,
                                                    wanted->u.Generic.Length, wanted->u.Generic.Alignment, &start);
        raw->u.Generic.Start.QuadPart = (LONG64)start;
        raw->u.Generic.Length = wanted->u.Generic.Length;
        break;
    case CmResourceTypeInterrupt:
        if (wanted->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) {
            found = choose_messages(node, wanted, raw);
            break;
        }
        found =
            choose(node, wanted, wanted->u.Interrupt.MinimumVector, wanted->u.Interrupt.MaximumVector, 1, 1, &start);
        raw->u.Interrupt.Level = (USHORT)start;
        raw->u.Interrupt.Vector = (ULONG)start;
        raw->u.Interrupt.Affinity = every_processor();
        break;
    case CmResourceTypeDma:
        found = choose(node, wanted, wanted->u.Dma.MinimumChannel, wanted->u.Dma.MaximumChannel, 1, 1, &start);
        raw->u.Dma.Channel = (ULONG)start;
        break;
    case CmResourceTypeBusNumber:
        found = choose(node, wanted, wanted->u.BusNumber.MinBusNumber, wanted->u.BusNumber.MaxBusNumber,
                       wanted->u.BusNumber.Length, 1, &start);
        raw->u.BusNumber.Start = (ULONG)start;
        raw->u.BusNumber.Length = wanted->u.BusNumber.Length;
        break;
    default: /* private data and connections go through as they are */
        RtlCopyMemory(&raw->u, &wanted->u, min(sizeof(raw->u), sizeof(wanted->u)));
        break;
    }
    *translated = *raw;
    if (wanted->Type == CmResourceTypeInterrupt && wanted->Flags & CM_RESOURCE_INTERRUPT_MESSAGE)
        translate_messages(translated, raw->u.MessageInterrupt.Raw.Vector);
    else if (wanted->Type == CmResourceTypeInterrupt)
        translate_interrupt(translated, (ULONG)start);
    return found ? STATUS_SUCCESS : STATUS_CONFLICTING_ADDRESSES;
}

static PCM_RESOURCE_LIST make_list(const IO_RESOURCE_REQUIREMENTS_LIST *requirements)
{
    SIZE_T size = FIELD_OFFSET(CM_RESOURCE_LIST, List[0].PartialResourceList.PartialDescriptors) +
                  max(requirements->List[0].Count, 1) * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
    PCM_RESOURCE_LIST list = ExAllocatePool2(POOL_FLAG_PAGED, size, PIP_TAG);
    if (!list)
        return NULL;
    list->Count = 1;
    list->List[0].InterfaceType = requirements->InterfaceType;
    list->List[0].BusNumber = requirements->BusNumber;
    list->List[0].PartialResourceList.Version = 1;
    list->List[0].PartialResourceList.Revision = 1;
    return list;
}

static NTSTATUS assign(struct pip_node *node, const IO_RESOURCE_REQUIREMENTS_LIST *requirements)
{
    node->Resources = make_list(requirements);
    node->TranslatedResources = make_list(requirements);
    if (!node->Resources || !node->TranslatedResources)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->OwnsResources = TRUE;
    PCM_PARTIAL_RESOURCE_LIST raw = &node->Resources->List[0].PartialResourceList;
    PCM_PARTIAL_RESOURCE_LIST translated = &node->TranslatedResources->List[0].PartialResourceList;
    for (ULONG i = 0; i < requirements->List[0].Count; i++) {
        const IO_RESOURCE_DESCRIPTOR *wanted = &requirements->List[0].Descriptors[i];
        if (wanted->Option & IO_RESOURCE_ALTERNATIVE || wanted->Type == CmResourceTypeNull ||
            wanted->Type == CmResourceTypeConfigData)
            continue;
        NTSTATUS status = satisfy(node, wanted, &raw->PartialDescriptors[raw->Count],
                                  &translated->PartialDescriptors[translated->Count]);
        if (!NT_SUCCESS(status))
            return status;
        raw->Count++;
        translated->Count++;
    }
    return STATUS_SUCCESS;
}

/* What the device is configured to, where nobody requires anything. */
static NTSTATUS keep_boot_resources(struct pip_node *node)
{
    const CM_RESOURCE_LIST *boot = node->BootResources;
    if (boot->Count == 0)
        return STATUS_SUCCESS;
    const CM_PARTIAL_RESOURCE_LIST *partial = &boot->List[0].PartialResourceList;
    SIZE_T size = FIELD_OFFSET(CM_RESOURCE_LIST, List[0].PartialResourceList.PartialDescriptors) +
                  max(partial->Count, 1) * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR);
    node->Resources = pip_copy(boot, size);
    node->TranslatedResources = pip_copy(boot, size);
    if (!node->Resources || !node->TranslatedResources)
        return STATUS_INSUFFICIENT_RESOURCES;
    node->OwnsResources = TRUE;
    for (ULONG i = 0; i < partial->Count; i++)
        if (partial->PartialDescriptors[i].Type == CmResourceTypeInterrupt)
            translate_interrupt(&node->TranslatedResources->List[0].PartialResourceList.PartialDescriptors[i],
                                partial->PartialDescriptors[i].u.Interrupt.Vector);
    return STATUS_SUCCESS;
}

NTSTATUS pip_assign_resources(struct pip_node *node)
{
    ULONG_PTR information = 0;
    NTSTATUS status = STATUS_SUCCESS;
    if (node->Resources)
        return STATUS_SUCCESS;
    /* The drivers get a copy, which they may replace by another. */
    PVOID copy = NULL;
    if (node->Requirements && !(copy = pip_copy(node->Requirements, node->Requirements->ListSize)))
        return STATUS_INSUFFICIENT_RESOURCES;
    if (!NT_SUCCESS(pip_request(node->Pdo, IRP_MN_FILTER_RESOURCE_REQUIREMENTS, &copy, sizeof(copy), &information)))
        information = (ULONG_PTR)copy;
    if (information && ((PIO_RESOURCE_REQUIREMENTS_LIST)information)->AlternativeLists)
        status = assign(node, (PIO_RESOURCE_REQUIREMENTS_LIST)information);
    else if (node->BootResources)
        status = keep_boot_resources(node);
    if (information)
        ExFreePool((PVOID)information);
    return status;
}

/* Elsewhere, where there is room: what the device had stays taken until it has the new. */
NTSTATUS pip_move_resources(struct pip_node *node)
{
    static const struct pip_node before;
    hand_on(node, &before);
    pip_release_resources(node);
    NTSTATUS status = pip_assign_resources(node);
    hand_on(&before, NULL);
    if (NT_SUCCESS(status))
        return status;
    pip_release_resources(node);
    return pip_assign_resources(node);
}
