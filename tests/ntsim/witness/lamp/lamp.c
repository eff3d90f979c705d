/* A mouse with a tail light: the light is a button of its feature report. */
#include <ntddk.h>

#include <hidport.h>
#include <wdf.h>

static const UCHAR Descriptor[] = {
    0x05, 0x01, 0x09, 0x02, 0xA1, 0x01,                         /* desktop: mouse, application */
    0x05, 0x09, 0x19, 0x01, 0x29, 0x03, 0x15, 0x00, 0x25, 0x01, /* buttons 1 to 3 */
    0x75, 0x01, 0x95, 0x03, 0x81, 0x02, 0x95, 0x05, 0x81, 0x01, /* input, and padding */
    0x05, 0x01, 0x09, 0x30, 0x09, 0x31, 0x15, 0x81, 0x25, 0x7F, /* X and Y */
    0x75, 0x08, 0x95, 0x02, 0x81, 0x06,                         /* input, relative */
    0x05, 0xFF, 0x09, 0x02, 0x15, 0x00, 0x25, 0x01,             /* page 0xFF: the tail light */
    0x75, 0x01, 0x95, 0x01, 0xB1, 0x02, 0x95, 0x07, 0xB1, 0x01, /* feature, and padding */
    0xC0,
};

typedef struct _LAMP {
    WDFQUEUE Reads;
    UCHAR Light;
} LAMP;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LAMP, LampOf)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD EvtDeviceAdd;
static EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL EvtControl;

static NTSTATUS Answer(WDFREQUEST Request, const VOID *Data, size_t Size)
{
    PVOID Buffer;
    NTSTATUS Status = WdfRequestRetrieveOutputBuffer(Request, Size, &Buffer, NULL);
    if (NT_SUCCESS(Status)) {
        RtlCopyMemory(Buffer, Data, Size);
        WdfRequestSetInformation(Request, Size);
    }
    return Status;
}

static NTSTATUS Feature(LAMP *Lamp, WDFREQUEST Request, BOOLEAN Set)
{
    HID_XFER_PACKET *Packet = WdfRequestWdmGetIrp(Request)->UserBuffer;
    if (Packet->reportId != 0 || Packet->reportBufferLen != 1)
        return STATUS_INVALID_PARAMETER;
    if (Set)
        Lamp->Light = Packet->reportBuffer[0];
    else
        Packet->reportBuffer[0] = Lamp->Light;
    WdfRequestSetInformation(Request, 1);
    return STATUS_SUCCESS;
}

static VOID EvtControl(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputLength, size_t InputLength, ULONG Code)
{
    LAMP *Lamp = LampOf(WdfIoQueueGetDevice(Queue));
    HID_DESCRIPTOR Hid = {
        sizeof(Hid), HID_HID_DESCRIPTOR_TYPE, 0x0100, 0, 1, {{HID_REPORT_DESCRIPTOR_TYPE, sizeof(Descriptor)}}};
    HID_DEVICE_ATTRIBUTES Attributes = {.Size = sizeof(Attributes), .VendorID = 0x045E, .ProductID = 0x001E};
    NTSTATUS Status = STATUS_NOT_SUPPORTED;
    UNREFERENCED_PARAMETER(OutputLength);
    UNREFERENCED_PARAMETER(InputLength);
    switch (Code) {
    case IOCTL_HID_GET_DEVICE_DESCRIPTOR:
        Status = Answer(Request, &Hid, sizeof(Hid));
        break;
    case IOCTL_HID_GET_DEVICE_ATTRIBUTES:
        Status = Answer(Request, &Attributes, sizeof(Attributes));
        break;
    case IOCTL_HID_GET_REPORT_DESCRIPTOR:
        Status = Answer(Request, Descriptor, sizeof(Descriptor));
        break;
    case IOCTL_HID_READ_REPORT: /* nobody moves it */
        Status = WdfRequestForwardToIoQueue(Request, Lamp->Reads);
        if (NT_SUCCESS(Status))
            return;
        break;
    case IOCTL_HID_GET_FEATURE:
        Status = Feature(Lamp, Request, FALSE);
        break;
    case IOCTL_HID_SET_FEATURE:
        Status = Feature(Lamp, Request, TRUE);
        break;
    default:
        break;
    }
    WdfRequestComplete(Request, Status);
}

static NTSTATUS EvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    WDF_OBJECT_ATTRIBUTES Attributes;
    WDF_IO_QUEUE_CONFIG Config;
    WDFDEVICE Device;
    UNREFERENCED_PARAMETER(Driver);
    WdfFdoInitSetFilter(Init);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&Attributes, LAMP);
    NTSTATUS Status = WdfDeviceCreate(&Init, &Attributes, &Device);
    if (!NT_SUCCESS(Status))
        return Status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&Config, WdfIoQueueDispatchParallel);
    Config.EvtIoInternalDeviceControl = EvtControl;
    Status = WdfIoQueueCreate(Device, &Config, WDF_NO_OBJECT_ATTRIBUTES, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    WDF_IO_QUEUE_CONFIG_INIT(&Config, WdfIoQueueDispatchManual);
    return WdfIoQueueCreate(Device, &Config, WDF_NO_OBJECT_ATTRIBUTES, &LampOf(Device)->Reads);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG Config;
    WDF_DRIVER_CONFIG_INIT(&Config, EvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &Config, WDF_NO_HANDLE);
}
