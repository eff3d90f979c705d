/* DMA enablers and common buffers, on the adapters of the HAL. */
#include "ntsim/wdf/fx_dma.h"

static void dispose_enabler(struct fx_object *object)
{
    struct fx_dma_enabler *enabler = (struct fx_dma_enabler *)object;
    RemoveEntryList(&enabler->DeviceEntry);
    if (enabler->Adapter)
        enabler->Adapter->DmaOperations->PutDmaAdapter(enabler->Adapter);
    enabler->Adapter = NULL;
}

static const struct fx_class enabler_class = {
    .Type = FX_DMA_ENABLER,
    .Size = sizeof(struct fx_dma_enabler),
    .Dispose = dispose_enabler,
    .PassiveDispose = TRUE,
};

static BOOLEAN is_scatter_gather(WDF_DMA_PROFILE profile)
{
    return profile == WdfDmaProfileScatterGather || profile == WdfDmaProfileScatterGather64 ||
           profile == WdfDmaProfileScatterGatherDuplex || profile == WdfDmaProfileScatterGather64Duplex;
}

static BOOLEAN is_64_bit(WDF_DMA_PROFILE profile)
{
    return profile == WdfDmaProfilePacket64 || profile == WdfDmaProfileScatterGather64 ||
           profile == WdfDmaProfileScatterGather64Duplex;
}

NTSTATUS api_DmaEnablerCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device_handle, PWDF_DMA_ENABLER_CONFIG config,
                              PWDF_OBJECT_ATTRIBUTES attributes, WDFDMAENABLER *result)
{
    struct fx_device *device = fx_object_of(device_handle, FX_DEVICE);
    struct fx_dma_enabler *enabler;
    WDF_DMA_ENABLER_CONFIG settings;
    FX_REQUIRE(config);
    FX_REQUIRE(result);
    *result = NULL;
    /* The address width came with version 1.15. */
    if (!fx_copy_sized(&settings, sizeof(settings), config, FIELD_OFFSET(WDF_DMA_ENABLER_CONFIG, AddressWidthOverride)))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (settings.Profile == WdfDmaProfileSystem || settings.Profile == WdfDmaProfileSystemDuplex)
        return STATUS_NOT_SUPPORTED; /* no DMA controller serves devices here */
    if (settings.Profile <= WdfDmaProfileInvalid || settings.Profile > WdfDmaProfileSystemDuplex ||
        settings.MaximumLength == 0 || settings.AddressWidthOverride > 64)
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = fx_create(&enabler_class, device->Object.Driver, attributes, &device->Object, &enabler);
    if (!NT_SUCCESS(status))
        return status;
    enabler->Device = device;
    enabler->Config = settings;
    enabler->MaximumFragments = WDF_DMA_ENABLER_UNLIMITED_FRAGMENTS;
    InsertTailList(&device->DmaEnablers, &enabler->DeviceEntry);
    DEVICE_DESCRIPTION description = {
        .Version = DEVICE_DESCRIPTION_VERSION2,
        .Master = TRUE,
        .ScatterGather = is_scatter_gather(settings.Profile),
        .Dma32BitAddresses = TRUE,
        .Dma64BitAddresses = is_64_bit(settings.Profile),
        .InterfaceType = PCIBus,
        .MaximumLength = (ULONG)settings.MaximumLength,
    };
    enabler->Adapter = IoGetDmaAdapter(device->Init.PhysicalDevice, &description, &enabler->MapRegisters);
    if (!enabler->Adapter) {
        fx_abandon(&enabler->Object);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    /* What is made while the device works is started at once. */
    if (device->DmaUp)
        status = fx_enable_dma(enabler);
    *result = (WDFDMAENABLER)enabler;
    return status;
}

static struct fx_dma_enabler *enabler_from(WDFDMAENABLER handle)
{
    return fx_object_of(handle, FX_DMA_ENABLER);
}

size_t api_DmaEnablerGetMaximumLength(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER handle)
{
    return enabler_from(handle)->Config.MaximumLength;
}

size_t api_DmaEnablerGetMaximumScatterGatherElements(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER handle)
{
    return enabler_from(handle)->MaximumFragments;
}

VOID api_DmaEnablerSetMaximumScatterGatherElements(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER handle, size_t fragments)
{
    enabler_from(handle)->MaximumFragments = fragments;
}

size_t api_DmaEnablerGetFragmentLength(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER handle, WDF_DMA_DIRECTION direction)
{
    return fx_dma_fragment(enabler_from(handle));
}

PDMA_ADAPTER api_DmaEnablerWdmGetDmaAdapter(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER handle,
                                            WDF_DMA_DIRECTION direction)
{
    return enabler_from(handle)->Adapter;
}

size_t fx_dma_fragment(const struct fx_dma_enabler *enabler)
{
    size_t most = enabler->Config.MaximumLength;
    /* A buffer that does not begin at a page spans one page more. */
    if (enabler->MapRegisters > 1 && most > (size_t)(enabler->MapRegisters - 1) * PAGE_SIZE)
        most = (size_t)(enabler->MapRegisters - 1) * PAGE_SIZE;
    return most;
}

/* --- with power --- */

NTSTATUS fx_enable_dma(struct fx_dma_enabler *enabler)
{
    const WDF_DMA_ENABLER_CONFIG *config = &enabler->Config;
    const WDFDMAENABLER handle = (WDFDMAENABLER)enabler;
    NTSTATUS status = STATUS_SUCCESS;
    if (config->EvtDmaEnablerFill)
        status = config->EvtDmaEnablerFill(handle);
    if (NT_SUCCESS(status) && config->EvtDmaEnablerEnable)
        status = config->EvtDmaEnablerEnable(handle);
    if (NT_SUCCESS(status) && config->EvtDmaEnablerSelfManagedIoStart)
        status = config->EvtDmaEnablerSelfManagedIoStart(handle);
    return status;
}

NTSTATUS fx_dma_up(struct fx_device *device)
{
    device->DmaUp = TRUE;
    for (PLIST_ENTRY entry = device->DmaEnablers.Flink; entry != &device->DmaEnablers; entry = entry->Flink) {
        const NTSTATUS status = fx_enable_dma(CONTAINING_RECORD(entry, struct fx_dma_enabler, DeviceEntry));
        if (!NT_SUCCESS(status))
            return status;
    }
    return STATUS_SUCCESS;
}

void fx_dma_down(struct fx_device *device)
{
    device->DmaUp = FALSE;
    for (PLIST_ENTRY entry = device->DmaEnablers.Flink; entry != &device->DmaEnablers; entry = entry->Flink) {
        struct fx_dma_enabler *enabler = CONTAINING_RECORD(entry, struct fx_dma_enabler, DeviceEntry);
        const WDFDMAENABLER handle = (WDFDMAENABLER)enabler;
        if (enabler->Config.EvtDmaEnablerSelfManagedIoStop)
            enabler->Config.EvtDmaEnablerSelfManagedIoStop(handle);
        if (enabler->Config.EvtDmaEnablerFlush)
            enabler->Config.EvtDmaEnablerFlush(handle);
        if (enabler->Config.EvtDmaEnablerDisable)
            enabler->Config.EvtDmaEnablerDisable(handle);
    }
}

/* --- common buffers --- */

struct fx_common_buffer {
    struct fx_object Object;
    struct fx_dma_enabler *Enabler;
    SIZE_T Length, AllocatedLength;
    PVOID Allocated;
    PHYSICAL_ADDRESS AllocatedLogical;
    PVOID Address;
    PHYSICAL_ADDRESS Logical;
};

static void dispose_common_buffer(struct fx_object *object)
{
    struct fx_common_buffer *buffer = (struct fx_common_buffer *)object;
    const PDMA_ADAPTER adapter = buffer->Enabler->Adapter;
    if (buffer->Allocated && adapter)
        adapter->DmaOperations->FreeCommonBuffer(adapter, (ULONG)buffer->AllocatedLength, buffer->AllocatedLogical,
                                                 buffer->Allocated, FALSE);
    buffer->Allocated = NULL;
}

static const struct fx_class common_buffer_class = {
    .Type = FX_COMMON_BUFFER,
    .Size = sizeof(struct fx_common_buffer),
    .Dispose = dispose_common_buffer,
    .PassiveDispose = TRUE,
};

static NTSTATUS create_common_buffer(WDFDMAENABLER handle, size_t length, ULONG alignment,
                                     PWDF_OBJECT_ATTRIBUTES attributes, WDFCOMMONBUFFER *result)
{
    struct fx_dma_enabler *enabler = enabler_from(handle);
    struct fx_common_buffer *buffer;
    FX_REQUIRE(result);
    *result = NULL;
    if (length == 0 || length + alignment < length || length + alignment > MAXULONG)
        return STATUS_INVALID_PARAMETER;
    const NTSTATUS status =
        fx_create(&common_buffer_class, enabler->Object.Driver, attributes, &enabler->Object, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    buffer->Enabler = enabler;
    buffer->Length = length;
    buffer->AllocatedLength = length + alignment;
    buffer->Allocated = enabler->Adapter->DmaOperations->AllocateCommonBuffer(
        enabler->Adapter, (ULONG)buffer->AllocatedLength, &buffer->AllocatedLogical, FALSE);
    if (!buffer->Allocated) {
        fx_abandon(&buffer->Object);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    /* What the device sees is what has to be aligned. */
    const ULONG64 logical = (ULONG64)buffer->AllocatedLogical.QuadPart;
    const ULONG64 aligned = (logical + alignment) & ~(ULONG64)alignment;
    buffer->Logical.QuadPart = (LONGLONG)aligned;
    buffer->Address = (PUCHAR)buffer->Allocated + (aligned - logical);
    RtlZeroMemory(buffer->Address, length);
    *result = (WDFCOMMONBUFFER)buffer;
    return STATUS_SUCCESS;
}

NTSTATUS api_CommonBufferCreate(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER enabler, size_t length,
                                PWDF_OBJECT_ATTRIBUTES attributes, WDFCOMMONBUFFER *result)
{
    return create_common_buffer(enabler, length, enabler_from(enabler)->Device->DeviceObject->AlignmentRequirement,
                                attributes, result);
}

NTSTATUS api_CommonBufferCreateWithConfig(PWDF_DRIVER_GLOBALS globals, WDFDMAENABLER enabler, size_t length,
                                          PWDF_COMMON_BUFFER_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes,
                                          WDFCOMMONBUFFER *result)
{
    FX_REQUIRE(config);
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    return create_common_buffer(enabler, length, config->AlignmentRequirement, attributes, result);
}

PVOID api_CommonBufferGetAlignedVirtualAddress(PWDF_DRIVER_GLOBALS globals, WDFCOMMONBUFFER handle)
{
    return ((struct fx_common_buffer *)fx_object_of(handle, FX_COMMON_BUFFER))->Address;
}

PHYSICAL_ADDRESS api_CommonBufferGetAlignedLogicalAddress(PWDF_DRIVER_GLOBALS globals, WDFCOMMONBUFFER handle)
{
    return ((struct fx_common_buffer *)fx_object_of(handle, FX_COMMON_BUFFER))->Logical;
}

size_t api_CommonBufferGetLength(PWDF_DRIVER_GLOBALS globals, WDFCOMMONBUFFER handle)
{
    return ((struct fx_common_buffer *)fx_object_of(handle, FX_COMMON_BUFFER))->Length;
}
