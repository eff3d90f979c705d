/* Memory objects and lookaside lists. */
#include "ntsim/wdf/fx.h"

struct fx_lookaside {
    struct fx_object Object;
    SIZE_T BufferSize;
    ULONG Tag;
    WDF_OBJECT_ATTRIBUTES MemoryAttributes;
    BOOLEAN HasMemoryAttributes;
};

static void destroy_memory(struct fx_object *object)
{
    struct fx_memory *memory = (struct fx_memory *)object;
    if (memory->OwnsMdl) {
        if (memory->Locked)
            MmUnlockPages(memory->Mdl);
        IoFreeMdl(memory->Mdl);
    }
    if (memory->Kind == FX_MEMORY_POOL || memory->Kind == FX_MEMORY_LOOKASIDE)
        fx_free(memory->Buffer);
    if (memory->Lookaside)
        fx_dereference(&memory->Lookaside->Object);
}

const struct fx_class fx_memory_class = {
    .Type = FX_MEMORY, .Size = sizeof(struct fx_memory), .Destroy = destroy_memory};

NTSTATUS fx_memory_mdl(struct fx_memory *memory, PMDL *mdl)
{
    if (!memory->Mdl) {
        memory->Mdl = IoAllocateMdl(memory->Buffer, (ULONG)memory->Size, FALSE, FALSE, NULL);
        if (!memory->Mdl)
            return STATUS_INSUFFICIENT_RESOURCES;
        memory->OwnsMdl = TRUE;
        MmBuildMdlForNonPagedPool(memory->Mdl);
    }
    *mdl = memory->Mdl;
    return STATUS_SUCCESS;
}

NTSTATUS fx_create_memory(struct fx_driver *driver, PWDF_OBJECT_ATTRIBUTES attributes, struct fx_object *parent,
                          SIZE_T size, ULONG tag, struct fx_memory **result)
{
    NTSTATUS status = fx_create(&fx_memory_class, driver, attributes, parent, result);
    if (!NT_SUCCESS(status))
        return status;
    (*result)->Buffer =
        ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, size, tag ? tag : driver->Globals->DriverTag);
    (*result)->Size = size;
    if ((*result)->Buffer)
        return STATUS_SUCCESS;
    fx_abandon(&(*result)->Object);
    *result = NULL;
    return STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS api_MemoryCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, POOL_TYPE type, ULONG tag,
                          size_t size, WDFMEMORY *result, PVOID *buffer)
{
    struct fx_memory *memory;
    FX_REQUIRE(result);
    *result = NULL;
    if (size == 0)
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status = fx_create_memory(fx_driver_of(globals), attributes, NULL, size, tag, &memory);
    if (!NT_SUCCESS(status))
        return status;
    *result = (WDFMEMORY)memory;
    if (buffer)
        *buffer = memory->Buffer;
    return STATUS_SUCCESS;
}

NTSTATUS api_MemoryCreatePreallocated(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, PVOID buffer,
                                      size_t size, WDFMEMORY *result)
{
    struct fx_memory *memory;
    FX_REQUIRE(buffer);
    FX_REQUIRE(result);
    *result = NULL;
    if (size == 0)
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status = fx_create(&fx_memory_class, fx_driver_of(globals), attributes, NULL, &memory);
    if (!NT_SUCCESS(status))
        return status;
    memory->Kind = FX_MEMORY_PREALLOCATED;
    memory->Buffer = buffer;
    memory->Size = size;
    *result = (WDFMEMORY)memory;
    return STATUS_SUCCESS;
}

PVOID api_MemoryGetBuffer(PWDF_DRIVER_GLOBALS globals, WDFMEMORY handle, size_t *size)
{
    const struct fx_memory *memory = fx_object_of(handle, FX_MEMORY);
    if (size)
        *size = memory->Size;
    return memory->Buffer;
}

NTSTATUS api_MemoryAssignBuffer(PWDF_DRIVER_GLOBALS globals, WDFMEMORY handle, PVOID buffer, size_t size)
{
    struct fx_memory *memory = fx_object_of(handle, FX_MEMORY);
    FX_REQUIRE(buffer);
    if (size == 0)
        return STATUS_INVALID_PARAMETER;
    if (memory->Kind != FX_MEMORY_PREALLOCATED || memory->Locked)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (memory->OwnsMdl)
        IoFreeMdl(memory->Mdl);
    memory->Mdl = NULL;
    memory->OwnsMdl = FALSE;
    memory->Buffer = buffer;
    memory->Size = size;
    return STATUS_SUCCESS;
}

static BOOLEAN within(const struct fx_memory *memory, size_t offset, size_t count)
{
    return offset <= memory->Size && count <= memory->Size - offset;
}

NTSTATUS api_MemoryCopyToBuffer(PWDF_DRIVER_GLOBALS globals, WDFMEMORY handle, size_t offset, PVOID buffer,
                                size_t count)
{
    const struct fx_memory *memory = fx_object_of(handle, FX_MEMORY);
    FX_REQUIRE(buffer);
    if (count == 0)
        return STATUS_INVALID_PARAMETER;
    if (!within(memory, offset, count))
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(buffer, (PUCHAR)memory->Buffer + offset, count);
    return STATUS_SUCCESS;
}

NTSTATUS api_MemoryCopyFromBuffer(PWDF_DRIVER_GLOBALS globals, WDFMEMORY handle, size_t offset, PVOID buffer,
                                  size_t count)
{
    struct fx_memory *memory = fx_object_of(handle, FX_MEMORY);
    FX_REQUIRE(buffer);
    if (count == 0)
        return STATUS_INVALID_PARAMETER;
    if (memory->ReadOnly)
        return STATUS_ACCESS_VIOLATION;
    if (!within(memory, offset, count))
        return STATUS_INVALID_BUFFER_SIZE;
    RtlCopyMemory((PUCHAR)memory->Buffer + offset, buffer, count);
    return STATUS_SUCCESS;
}

/* --- lookaside lists --- */

static const struct fx_class lookaside_class = {.Type = FX_LOOKASIDE, .Size = sizeof(struct fx_lookaside)};

NTSTATUS api_LookasideListCreate(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, size_t size,
                                 POOL_TYPE type, PWDF_OBJECT_ATTRIBUTES memory_attributes, ULONG tag,
                                 WDFLOOKASIDE *result)
{
    struct fx_lookaside *lookaside;
    FX_REQUIRE(result);
    *result = NULL;
    if (size == 0)
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = fx_check_attributes(memory_attributes);
    if (NT_SUCCESS(status))
        status = fx_create(&lookaside_class, fx_driver_of(globals), attributes, NULL, &lookaside);
    if (!NT_SUCCESS(status))
        return status;
    lookaside->BufferSize = size;
    lookaside->Tag = tag;
    lookaside->HasMemoryAttributes = memory_attributes != NULL;
    if (memory_attributes)
        lookaside->MemoryAttributes = *memory_attributes;
    *result = (WDFLOOKASIDE)lookaside;
    return STATUS_SUCCESS;
}

NTSTATUS api_MemoryCreateFromLookaside(PWDF_DRIVER_GLOBALS globals, WDFLOOKASIDE handle, WDFMEMORY *result)
{
    struct fx_lookaside *lookaside = fx_object_of(handle, FX_LOOKASIDE);
    struct fx_memory *memory;
    FX_REQUIRE(result);
    *result = NULL;
    const NTSTATUS status =
        fx_create_memory(fx_driver_of(globals), lookaside->HasMemoryAttributes ? &lookaside->MemoryAttributes : NULL,
                         NULL, lookaside->BufferSize, lookaside->Tag, &memory);
    if (!NT_SUCCESS(status))
        return status;
    memory->Kind = FX_MEMORY_LOOKASIDE;
    memory->Lookaside = lookaside;
    fx_reference(&lookaside->Object);
    *result = (WDFMEMORY)memory;
    return STATUS_SUCCESS;
}
