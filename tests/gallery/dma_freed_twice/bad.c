/* Frees a common buffer of its DMA adapter twice. */
#include "../gallery_pnp.h"

enum { SIZE = 256 };

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GALLERY *Gallery = Device->DeviceExtension;
    DEVICE_DESCRIPTION Description = {.Version = DEVICE_DESCRIPTION_VERSION,
                                      .Master = TRUE,
                                      .ScatterGather = TRUE,
                                      .Dma32BitAddresses = TRUE,
                                      .InterfaceType = PCIBus,
                                      .MaximumLength = SIZE};
    PHYSICAL_ADDRESS Logical;
    ULONG Registers;
    PDMA_ADAPTER Adapter = IoGetDmaAdapter(Gallery->Lower, &Description, &Registers);
    if (!Adapter)
        return STATUS_INSUFFICIENT_RESOURCES;
    PVOID Buffer = Adapter->DmaOperations->AllocateCommonBuffer(Adapter, SIZE, &Logical, TRUE);
    if (Buffer) {
        Adapter->DmaOperations->FreeCommonBuffer(Adapter, SIZE, Logical, Buffer, TRUE);
        Adapter->DmaOperations->FreeCommonBuffer(Adapter, SIZE, Logical, Buffer, TRUE); /* VRF0404 */
    }
    Adapter->DmaOperations->PutDmaAdapter(Adapter);
    return STATUS_SUCCESS;
}
