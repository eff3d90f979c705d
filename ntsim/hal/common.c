/* Common buffers: memory that driver and device see all the time. */
#include "ntsim/hal/halp.h"

#include "ntsim/verifier/notes.h"

struct buffer {
    LIST_ENTRY Entry; /* in its adapter */
    ULONG64 Logical;
    PVOID Address;
    ULONG Length;
};

static struct buffer *find(const struct halp_adapter *adapter, ULONG64 logical)
{
    for (const LIST_ENTRY *entry = adapter->CommonBuffers.Flink; entry != &adapter->CommonBuffers;
         entry = entry->Flink) {
        struct buffer *buffer = CONTAINING_RECORD(entry, struct buffer, Entry);
        if (logical - buffer->Logical < buffer->Length)
            return buffer;
    }
    return NULL;
}

BOOLEAN halp_is_common(const struct halp_adapter *adapter, ULONG64 logical)
{
    return find(adapter, logical) != NULL;
}

static PVOID allocate(PDMA_ADAPTER public, ULONG64 lowest, ULONG64 highest, ULONG64 boundary, ULONG length,
                      PPHYSICAL_ADDRESS logical)
{
    struct halp_adapter *adapter = halp_adapter(public);
    halp_require_at_most(PASSIVE_LEVEL);
    struct buffer *buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*buffer), HALP_TAG);
    if (!buffer)
        return NULL;
    buffer->Address = mi_allocate_contiguous(length, lowest, min(highest, adapter->Highest), boundary);
    if (!buffer->Address) {
        ExFreePoolWithTag(buffer, HALP_TAG);
        return NULL;
    }
    buffer->Logical = mi_physical_address((ULONG64)buffer->Address);
    buffer->Length = length;
    InsertTailList(&adapter->CommonBuffers, &buffer->Entry);
    vf_note_new(buffer->Address, "the common buffer was allocated at");
    vf_note(public, "a common buffer was allocated last at");
    logical->QuadPart = (LONG64)buffer->Logical;
    return buffer->Address;
}

static PVOID AllocateCommonBuffer(PDMA_ADAPTER adapter, ULONG length, PPHYSICAL_ADDRESS logical, BOOLEAN cached)
{
    return allocate(adapter, 0, MAXULONG64, 0, length, logical);
}

static PVOID AllocateCommonBufferEx(PDMA_ADAPTER adapter, PPHYSICAL_ADDRESS maximum, ULONG length,
                                    PPHYSICAL_ADDRESS logical, BOOLEAN cached, NODE_REQUIREMENT node)
{
    return allocate(adapter, 0, maximum ? (ULONG64)maximum->QuadPart : MAXULONG64, 0, length, logical);
}

static VOID FreeCommonBuffer(PDMA_ADAPTER adapter, ULONG length, PHYSICAL_ADDRESS logical, PVOID address,
                             BOOLEAN cached)
{
    halp_require_at_most(PASSIVE_LEVEL);
    struct buffer *buffer = find(halp_adapter(adapter), (ULONG64)logical.QuadPart);
    if (!buffer || buffer->Address != address || buffer->Length != length)
        halp_violation(HALP_COMMON_BUFFER_FREED_TWICE, 1, (ULONG64)address, length,
                       "a common buffer is freed that was not allocated so");
    RemoveEntryList(&buffer->Entry);
    mi_free_contiguous(buffer->Address);
    vf_note(address, "it was freed at");
    ExFreePoolWithTag(buffer, HALP_TAG);
}

const DMA_OPERATIONS halp_buffer_operations = {
    .AllocateCommonBuffer = AllocateCommonBuffer,
    .AllocateCommonBufferEx = AllocateCommonBufferEx,
    .FreeCommonBuffer = FreeCommonBuffer,
};
