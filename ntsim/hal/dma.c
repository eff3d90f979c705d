/* DMA adapters: one for each IoGetDmaAdapter. */
#include "ntsim/hal/hal.h"
#include "ntsim/hal/halp.h"

#include "ntsim/verifier/notes.h"

enum { MOST_MAP_REGISTERS = 4096 };

static LIST_ENTRY adapters = {&adapters, &adapters};

/* What is left of the driver's, of either kind. */
static ULONG count(const struct halp_adapter *adapter, BOOLEAN lists)
{
    ULONG found = 0;
    for (const LIST_ENTRY *entry = adapter->Transfers.Flink; entry != &adapter->Transfers; entry = entry->Flink)
        found += CONTAINING_RECORD(entry, struct halp_transfer, Entry)->IsList == lists;
    return found;
}

static VOID PutDmaAdapter(PDMA_ADAPTER public)
{
    struct halp_adapter *adapter = halp_adapter(public);
    halp_require_at_most(PASSIVE_LEVEL);
    if (!IsListEmpty(&adapter->CommonBuffers))
        halp_violation(HALP_COMMON_BUFFERS_LEFT, (ULONG64) public, 1, 0,
                       "a DMA adapter is put with common buffers that were not freed");
    if (adapter->Busy)
        halp_violation(HALP_CHANNELS_LEFT, (ULONG64) public, 1, 0,
                       "a DMA adapter is put with a channel that was not freed");
    if (count(adapter, FALSE))
        halp_violation(HALP_REGISTERS_LEFT, (ULONG64) public, count(adapter, FALSE), 0,
                       "a DMA adapter is put with map registers that were not freed");
    if (count(adapter, TRUE))
        halp_violation(HALP_LISTS_LEFT, (ULONG64) public, count(adapter, TRUE), 0,
                       "a DMA adapter is put with scatter/gather lists that were not freed");
    RemoveEntryList(&adapter->Entry);
    ExFreePoolWithTag(adapter, HALP_TAG);
}

static ULONG GetDmaAlignment(PDMA_ADAPTER adapter)
{
    return 1;
}

static ULONG ReadDmaCounter(PDMA_ADAPTER adapter)
{
    return 0; /* a bus master has none */
}

static NTSTATUS GetDmaAdapterInfo(PDMA_ADAPTER adapter, PDMA_ADAPTER_INFO info)
{
    if (info->Version != DMA_ADAPTER_INFO_VERSION1)
        return STATUS_NOT_SUPPORTED;
    info->V1 =
        (DMA_ADAPTER_INFO_V1){.ScatterGatherLimit = halp_adapter(adapter)->Description.ScatterGather ? MAXULONG : 1,
                              .DmaAddressWidth = 64 - (ULONG)__builtin_clzll(halp_adapter(adapter)->Highest),
                              .Flags = ADAPTER_INFO_SYNCHRONOUS_CALLBACK,
                              .MinimumTransferUnit = 1};
    return STATUS_SUCCESS;
}

/* Each version's operations are the first of the next one's. */
static const DMA_OPERATIONS *operations_of(ULONG version)
{
    static DMA_OPERATIONS tables[] = {
        {.Size = FIELD_OFFSET(DMA_OPERATIONS, CalculateScatterGatherList)},
        {.Size = FIELD_OFFSET(DMA_OPERATIONS, CalculateScatterGatherList)},
        {.Size = FIELD_OFFSET(DMA_OPERATIONS, GetDmaAdapterInfo)},
        {.Size = FIELD_OFFSET(DMA_OPERATIONS, AllocateDomainCommonBuffer)},
    };
    static const DMA_OPERATIONS own = {.PutDmaAdapter = PutDmaAdapter,
                                       .GetDmaAlignment = GetDmaAlignment,
                                       .ReadDmaCounter = ReadDmaCounter,
                                       .GetDmaAdapterInfo = GetDmaAdapterInfo};
    const DMA_OPERATIONS *const parts[] = {&own, &halp_channel_operations, &halp_list_operations,
                                           &halp_buffer_operations};
    DMA_OPERATIONS *table = &tables[version];
    const ULONG first = FIELD_OFFSET(DMA_OPERATIONS, PutDmaAdapter);
    for (ULONG part = 0; part < ARRAYSIZE(parts); part++)
        for (ULONG at = first; at < table->Size; at += sizeof(PVOID)) {
            const PVOID function = *(const PVOID *)((const UCHAR *)parts[part] + at);
            if (function)
                *(PVOID *)((PUCHAR)table + at) = function;
        }
    return table;
}

static ULONG64 highest_address(const DEVICE_DESCRIPTION *description)
{
    enum { ISA_BITS = 24, PCI_BITS = 32 };
    ULONG bits = description->Version >= DEVICE_DESCRIPTION_VERSION3 ? description->DmaAddressWidth : 0;
    if (description->Dma64BitAddresses || bits >= 64)
        return MAXULONG64;
    if (bits == 0)
        bits = description->InterfaceType == Isa && !description->Dma32BitAddresses ? ISA_BITS : PCI_BITS;
    return (1ULL << bits) - 1;
}

PDMA_ADAPTER IoGetDmaAdapter(PDEVICE_OBJECT PhysicalDeviceObject, PDEVICE_DESCRIPTION DeviceDescription,
                             PULONG NumberOfMapRegisters)
{
    ULONG version = DeviceDescription->Version;
    if (version > DEVICE_DESCRIPTION_VERSION3 || !DeviceDescription->Master)
        return NULL; /* the computer has no DMA controller of its own */
    struct halp_adapter *adapter = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*adapter), HALP_TAG);
    if (!adapter)
        return NULL;
    ULONG64 pages = ((ULONG64)DeviceDescription->MaximumLength + PAGE_SIZE - 1) / PAGE_SIZE + 1;
    adapter->Public = (DMA_ADAPTER){.Version = (USHORT)max(version, 1),
                                    .Size = sizeof(DMA_ADAPTER),
                                    .DmaOperations = (PDMA_OPERATIONS)operations_of(version)};
    adapter->Pdo = PhysicalDeviceObject;
    adapter->Description = *DeviceDescription;
    adapter->MapRegisters = (ULONG)min(pages, MOST_MAP_REGISTERS);
    adapter->Highest = highest_address(DeviceDescription);
    InitializeListHead(&adapter->Waiting);
    InitializeListHead(&adapter->CommonBuffers);
    InitializeListHead(&adapter->Transfers);
    InsertTailList(&adapters, &adapter->Entry);
    vf_note_new(&adapter->Public, "the DMA adapter was made at");
    *NumberOfMapRegisters = adapter->MapRegisters;
    return &adapter->Public;
}

/* --- remapping --- */

static BOOLEAN reaches(const struct halp_adapter *adapter, ULONG64 logical, BOOLEAN write)
{
    if (halp_is_common(adapter, logical))
        return TRUE;
    for (const LIST_ENTRY *entry = adapter->Transfers.Flink; entry != &adapter->Transfers; entry = entry->Flink)
        if (halp_reaches(CONTAINING_RECORD(entry, struct halp_transfer, Entry), logical, write))
            return TRUE;
    return FALSE;
}

ULONG64 hal_find_unmapped(PDEVICE_OBJECT pdo, ULONG64 logical, ULONG64 size, BOOLEAN write)
{
    for (ULONG64 at = logical; at < logical + size; at = (at | (PAGE_SIZE - 1)) + 1) {
        const ULONG64 last = min(at | (PAGE_SIZE - 1), logical + size - 1);
        BOOLEAN found = FALSE;
        for (const LIST_ENTRY *entry = adapters.Flink; entry != &adapters && !found; entry = entry->Flink) {
            const struct halp_adapter *adapter = CONTAINING_RECORD(entry, struct halp_adapter, Entry);
            found = adapter->Pdo == pdo && reaches(adapter, at, write) && reaches(adapter, last, write);
        }
        if (!found)
            return at;
    }
    return logical + size;
}
