/* Initialises a DMA transaction and executes it. */
#include "../gallery_kmdf_pnp.h"

enum { SIZE = 256 };

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL Control;
static EVT_WDF_PROGRAM_DMA Program;

/* There is no device: all is transferred at once. */
static BOOLEAN Program(WDFDMATRANSACTION Transaction, WDFDEVICE Device, WDFCONTEXT Context, WDF_DMA_DIRECTION Direction,
                       PSCATTER_GATHER_LIST List)
{
    NTSTATUS Status;
    return WdfDmaTransactionDmaCompletedFinal(Transaction, SIZE, &Status);
}

static NTSTATUS Transfer(WDFDMATRANSACTION Transaction, PMDL Mdl)
{
    NTSTATUS Status = WdfDmaTransactionInitialize(Transaction, Program, WdfDmaDirectionWriteToDevice, Mdl,
                                                  MmGetMdlVirtualAddress(Mdl), SIZE);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = WdfDmaTransactionExecute(Transaction, NULL);
    WdfDmaTransactionRelease(Transaction);
    return Status;
}

static NTSTATUS Use(WDFDEVICE Device, PMDL Mdl)
{
    WDF_DMA_ENABLER_CONFIG Config;
    WDFDMAENABLER Enabler;
    WDFDMATRANSACTION Transaction;
    WDF_DMA_ENABLER_CONFIG_INIT(&Config, WdfDmaProfileScatterGather, SIZE);
    NTSTATUS Status = WdfDmaEnablerCreate(Device, &Config, WDF_NO_OBJECT_ATTRIBUTES, &Enabler);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = WdfDmaTransactionCreate(Enabler, WDF_NO_OBJECT_ATTRIBUTES, &Transaction);
    if (NT_SUCCESS(Status)) {
        Status = Transfer(Transaction, Mdl);
        WdfObjectDelete(Transaction);
    }
    WdfObjectDelete(Enabler);
    return Status;
}

static VOID Control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    NTSTATUS Status = STATUS_INSUFFICIENT_RESOURCES;
    PVOID Memory = ExAllocatePool2(POOL_FLAG_NON_PAGED, SIZE, GALLERY_TAG);
    PMDL Mdl = Memory ? IoAllocateMdl(Memory, SIZE, FALSE, FALSE, NULL) : NULL;
    if (Mdl) {
        MmBuildMdlForNonPagedPool(Mdl);
        Status = Use(WdfIoQueueGetDevice(Queue), Mdl);
        IoFreeMdl(Mdl);
    }
    if (Memory)
        ExFreePoolWithTag(Memory, GALLERY_TAG);
    WdfRequestComplete(Request, Status);
}

static VOID Configure(WDF_IO_QUEUE_CONFIG *Config)
{
    Config->EvtIoDeviceControl = Control;
}
