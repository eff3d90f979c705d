/* A PCI card that adds up bytes, by WDF's own functions. ../safe is the same in the safe layer. */
#define INITGUID
#include <ntddk.h>
#include <wdf.h>

#include "../public.h"

typedef struct _PIECE {
    ULONGLONG Address;
    ULONG Length;
    ULONG Nothing;
} PIECE, *PPIECE;
C_ASSERT(sizeof(PIECE) == SUMMER_PIECE);

typedef struct _DEVICE_CONTEXT {
    PUCHAR Registers;
    SIZE_T RegistersLength;
    WDFINTERRUPT Interrupt;
    WDFCOMMONBUFFER List;
    WDFDMATRANSACTION Transfer;
    WDFREQUEST Current; /* with the card, from its start to its last interrupt */
    ULONG Sum;
    ULONG Status; /* what the card said with its interrupt, under its lock */
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD EvtDeviceAdd;
static EVT_WDF_DEVICE_PREPARE_HARDWARE EvtPrepareHardware;
static EVT_WDF_DEVICE_RELEASE_HARDWARE EvtReleaseHardware;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
static EVT_WDF_INTERRUPT_ISR EvtInterruptIsr;
static EVT_WDF_INTERRUPT_DPC EvtInterruptDpc;
static EVT_WDF_PROGRAM_DMA EvtProgramDma;

static ULONG ReadRegister(PDEVICE_CONTEXT Device, ULONG Offset)
{
    return READ_REGISTER_ULONG((PULONG)(Device->Registers + Offset));
}

static VOID WriteRegister(PDEVICE_CONTEXT Device, ULONG Offset, ULONG Value)
{
    WRITE_REGISTER_ULONG((PULONG)(Device->Registers + Offset), Value);
}

/* Writes the list and tells the card of it. It has room for SUMMER_PIECES, and WDF brings no more. */
static BOOLEAN EvtProgramDma(WDFDMATRANSACTION Transaction, WDFDEVICE Device, WDFCONTEXT Context,
                             WDF_DMA_DIRECTION Direction, PSCATTER_GATHER_LIST SgList)
{
    PDEVICE_CONTEXT device = DeviceGetContext(Device);
    PPIECE list = WdfCommonBufferGetAlignedVirtualAddress(device->List);
    PHYSICAL_ADDRESS address = WdfCommonBufferGetAlignedLogicalAddress(device->List);

    UNREFERENCED_PARAMETER(Transaction);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Direction);
    for (ULONG i = 0; i < SgList->NumberOfElements; i++) {
        list[i].Address = (ULONGLONG)SgList->Elements[i].Address.QuadPart;
        list[i].Length = SgList->Elements[i].Length;
    }
    WriteRegister(device, SUMMER_ADDRESS, address.LowPart);
    WriteRegister(device, SUMMER_ADDRESS + 4, (ULONG)address.HighPart);
    WriteRegister(device, SUMMER_COUNT, SgList->NumberOfElements);
    return TRUE;
}

static VOID EvtIoDeviceControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                               ULONG IoControlCode)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfIoQueueGetDevice(Queue));
    PVOID buffer;
    NTSTATUS status = STATUS_SUCCESS;

    if (IoControlCode != IOCTL_SUMMER_SUM)
        status = STATUS_INVALID_DEVICE_REQUEST;
    else if (OutputBufferLength < sizeof(ULONG) || InputBufferLength > SUMMER_MOST)
        status = STATUS_BUFFER_TOO_SMALL;
    else
        status = WdfRequestRetrieveInputBuffer(Request, 1, &buffer, NULL);
    if (NT_SUCCESS(status))
        status = WdfDmaTransactionInitializeUsingRequest(device->Transfer, Request, EvtProgramDma,
                                                         WdfDmaDirectionWriteToDevice);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    device->Sum = 0;
    device->Current = Request; /* before the card can interrupt */
    status = WdfDmaTransactionExecute(device->Transfer, NULL);
    if (!NT_SUCCESS(status)) {
        device->Current = NULL;
        WdfDmaTransactionRelease(device->Transfer);
        WdfRequestComplete(Request, status);
    }
}

static BOOLEAN EvtInterruptIsr(WDFINTERRUPT Interrupt, ULONG MessageID)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfInterruptGetDevice(Interrupt));
    ULONG status = ReadRegister(device, SUMMER_STATUS);

    UNREFERENCED_PARAMETER(MessageID);
    if (status == 0)
        return FALSE; /* of another device on the line */
    device->Status = status;
    WriteRegister(device, SUMMER_STATUS, 0);
    WdfInterruptQueueDpcForIsr(Interrupt);
    return TRUE;
}

static VOID Finish(WDFREQUEST Request, NTSTATUS Status, ULONG Sum)
{
    PULONG output;

    if (NT_SUCCESS(Status))
        Status = WdfRequestRetrieveOutputBuffer(Request, sizeof *output, (PVOID *)&output, NULL);
    if (!NT_SUCCESS(Status)) {
        WdfRequestComplete(Request, Status);
        return;
    }
    *output = Sum;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, sizeof *output);
}

static VOID EvtInterruptDpc(WDFINTERRUPT Interrupt, WDFOBJECT AssociatedObject)
{
    PDEVICE_CONTEXT device = DeviceGetContext(WdfInterruptGetDevice(Interrupt));
    WDFREQUEST request = device->Current;
    ULONG said;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(AssociatedObject);
    WdfInterruptAcquireLock(Interrupt);
    said = device->Status;
    WdfInterruptReleaseLock(Interrupt);
    if (!request)
        return; /* the card interrupts without having been asked for anything */
    if (said == 1) {
        device->Sum += ReadRegister(device, SUMMER_RESULT);
        if (!WdfDmaTransactionDmaCompleted(device->Transfer, &status))
            return; /* the next part is with the card */
    } else {
        WdfDmaTransactionDmaCompletedFinal(device->Transfer, 0, &status);
        status = STATUS_IO_DEVICE_ERROR;
    }
    WdfDmaTransactionRelease(device->Transfer);
    device->Current = NULL;
    Finish(request, status, device->Sum);
}

static NTSTATUS EvtPrepareHardware(WDFDEVICE Device, WDFCMRESLIST ResourcesRaw, WDFCMRESLIST ResourcesTranslated)
{
    PDEVICE_CONTEXT device = DeviceGetContext(Device);

    UNREFERENCED_PARAMETER(ResourcesRaw);
    for (ULONG i = 0; i < WdfCmResourceListGetCount(ResourcesTranslated); i++) {
        PCM_PARTIAL_RESOURCE_DESCRIPTOR resource = WdfCmResourceListGetDescriptor(ResourcesTranslated, i);
        if (!resource || resource->Type != CmResourceTypeMemory)
            continue;
        if (resource->u.Memory.Length < SUMMER_BYTES)
            return STATUS_DEVICE_CONFIGURATION_ERROR;
        device->Registers =
            MmMapIoSpaceEx(resource->u.Memory.Start, resource->u.Memory.Length, PAGE_READWRITE | PAGE_NOCACHE);
        device->RegistersLength = resource->u.Memory.Length;
        return device->Registers ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
    }
    return STATUS_DEVICE_CONFIGURATION_ERROR;
}

static NTSTATUS EvtReleaseHardware(WDFDEVICE Device, WDFCMRESLIST ResourcesTranslated)
{
    PDEVICE_CONTEXT device = DeviceGetContext(Device);

    UNREFERENCED_PARAMETER(ResourcesTranslated);
    if (device->Registers)
        MmUnmapIoSpace(device->Registers, device->RegistersLength);
    device->Registers = NULL;
    return STATUS_SUCCESS;
}

static NTSTATUS CreateDma(WDFDEVICE Device)
{
    PDEVICE_CONTEXT device = DeviceGetContext(Device);
    WDF_DMA_ENABLER_CONFIG config;
    WDFDMAENABLER enabler;
    NTSTATUS status;

    WdfDeviceSetAlignmentRequirement(Device, FILE_LONG_ALIGNMENT);
    WDF_DMA_ENABLER_CONFIG_INIT(&config, WdfDmaProfileScatterGather64, SUMMER_PART);
    status = WdfDmaEnablerCreate(Device, &config, WDF_NO_OBJECT_ATTRIBUTES, &enabler);
    if (!NT_SUCCESS(status))
        return status;
    WdfDmaEnablerSetMaximumScatterGatherElements(enabler, SUMMER_PIECES);
    status = WdfCommonBufferCreate(enabler, SUMMER_PIECES * sizeof(PIECE), WDF_NO_OBJECT_ATTRIBUTES, &device->List);
    if (!NT_SUCCESS(status))
        return status;
    RtlZeroMemory(WdfCommonBufferGetAlignedVirtualAddress(device->List), SUMMER_PIECES * sizeof(PIECE));
    return WdfDmaTransactionCreate(enabler, WDF_NO_OBJECT_ATTRIBUTES, &device->Transfer);
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_PNPPOWER_EVENT_CALLBACKS power;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_INTERRUPT_CONFIG interrupt;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
    power.EvtDevicePrepareHardware = EvtPrepareHardware;
    power.EvtDeviceReleaseHardware = EvtReleaseHardware;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &power);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = CreateDma(device);
    if (!NT_SUCCESS(status))
        return status;
    WDF_INTERRUPT_CONFIG_INIT(&interrupt, EvtInterruptIsr, EvtInterruptDpc);
    status = WdfInterruptCreate(device, &interrupt, WDF_NO_OBJECT_ATTRIBUTES, &DeviceGetContext(device)->Interrupt);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoDeviceControl = EvtIoDeviceControl;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_SUMMER, NULL);
}

_Use_decl_annotations_
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
