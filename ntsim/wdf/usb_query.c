/* What USB devices, their bus and their endpoints are; and requests that ask for it. */
#include "ntsim/wdf/fx_usb.h"

#include <initguid.h>
#include <usbbusif.h>

#include "ntsim/usb/capability.h"

static struct fx_usb_device *usb_from(WDFUSBDEVICE handle)
{
    return fx_object_of(handle, FX_USB_DEVICE);
}

/* A bus without the interface says nothing of speed: then it is what the device calls itself. */
void fx_usb_query_bus(struct fx_usb_device *usb)
{
    enum { USB_2_0 = 0x0200 };
    USB_BUS_INTERFACE_USBDI_V1 bus;
    const NTSTATUS status = fx_query_interface(usb->Target.TargetDevice, &USB_BUS_INTERFACE_USBDI_GUID,
                                               (PINTERFACE)&bus, sizeof(bus), USB_BUSIF_USBDI_VERSION_1, NULL);
    if (!NT_SUCCESS(status)) {
        usb->Version = (USBD_VERSION_INFORMATION){USBDI_VERSION, USB_2_0};
        usb->HighSpeed = usb->Descriptor.bcdUSB >= USB_2_0;
        return;
    }
    bus.GetUSBDIVersion(bus.BusContext, &usb->Version, &usb->HcdCapabilities);
    usb->HighSpeed = bus.IsDeviceHighSpeed(bus.BusContext);
    bus.InterfaceDereference(bus.BusContext);
}

NTSTATUS api_UsbTargetDeviceRetrieveInformation(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                                PWDF_USB_DEVICE_INFORMATION information)
{
    const struct fx_usb_device *usb = usb_from(handle);
    FX_REQUIRE(information);
    if (information->Size != sizeof(*information))
        return STATUS_INFO_LENGTH_MISMATCH;
    information->UsbdVersionInformation = usb->Version;
    information->HcdPortCapabilities = usb->HcdCapabilities;
    information->Traits = 0;
    if (usb->Configuration->bmAttributes & USB_CONFIG_SELF_POWERED)
        information->Traits |= WDF_USB_DEVICE_TRAIT_SELF_POWERED;
    if (usb->Configuration->bmAttributes & USB_CONFIG_REMOTE_WAKEUP)
        information->Traits |= WDF_USB_DEVICE_TRAIT_REMOTE_WAKE_CAPABLE;
    if (usb->HighSpeed)
        information->Traits |= WDF_USB_DEVICE_TRAIT_AT_HIGH_SPEED;
    return STATUS_SUCCESS;
}

/* Only our own stack is asked; the way to Microsoft's is not public. */
NTSTATUS api_UsbTargetDeviceQueryUsbCapability(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, const GUID *type,
                                               ULONG length, PVOID buffer, PULONG needed)
{
    const struct fx_usb_device *usb = usb_from(handle);
    struct sim_usb_capability stack;
    if (needed)
        *needed = 0;
    if (!type || (length == 0) != (buffer == NULL))
        return STATUS_INVALID_PARAMETER;
    if (!usb->Contract)
        return STATUS_INVALID_DEVICE_STATE;
    NTSTATUS status =
        fx_query_interface(usb->Target.TargetDevice, &sim_usb_capability_guid, &stack.Header, sizeof(stack), 0, NULL);
    if (!NT_SUCCESS(status))
        return STATUS_NOT_IMPLEMENTED;
    status = stack.Query(stack.Header.Context, type);
    stack.Header.InterfaceDereference(stack.Header.Context);
    return status;
}

/* --- endpoints of settings that are not selected --- */

static PUSB_ENDPOINT_DESCRIPTOR endpoint_of(const struct fx_usb_interface *interface, UCHAR setting, UCHAR index)
{
    const USB_CONFIGURATION_DESCRIPTOR *configuration = interface->Usb->Configuration;
    const PUCHAR end = (PUCHAR)configuration + configuration->wTotalLength;
    PUCHAR at = (PUCHAR)fx_usb_setting(interface->Usb, interface->Number, setting);
    if (!at)
        return NULL;
    for (at += at[0]; at + 2 <= end && at[0] >= 2 && at[1] != USB_INTERFACE_DESCRIPTOR_TYPE; at += at[0])
        if (at[1] == USB_ENDPOINT_DESCRIPTOR_TYPE && at + sizeof(USB_ENDPOINT_DESCRIPTOR) <= end && index-- == 0)
            return (PUSB_ENDPOINT_DESCRIPTOR)at;
    return NULL;
}

VOID api_UsbInterfaceGetEndpointInformation(PWDF_DRIVER_GLOBALS globals, WDFUSBINTERFACE handle, UCHAR setting,
                                            UCHAR index, PWDF_USB_PIPE_INFORMATION information)
{
    const struct fx_usb_interface *interface = fx_object_of(handle, FX_USB_INTERFACE);
    FX_REQUIRE(information);
    const USB_ENDPOINT_DESCRIPTOR *endpoint = endpoint_of(interface, setting, index);
    if (!endpoint)
        return;
    const USBD_PIPE_INFORMATION pipe = {
        .MaximumPacketSize = endpoint->wMaxPacketSize,
        .EndpointAddress = endpoint->bEndpointAddress,
        .Interval = endpoint->bInterval,
        .PipeType = (USBD_PIPE_TYPE)(endpoint->bmAttributes & USB_ENDPOINT_TYPE_MASK),
        .MaximumTransferSize = USBD_DEFAULT_MAXIMUM_TRANSFER_SIZE,
    };
    fx_usb_pipe_information(information, &pipe, setting);
}

/* --- formats --- */

NTSTATUS api_UsbTargetDeviceFormatRequestForString(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                                   WDFREQUEST request_handle, WDFMEMORY memory,
                                                   PWDFMEMORY_OFFSET offset, UCHAR index, USHORT language)
{
    struct fx_usb_device *usb = usb_from(handle);
    struct fx_request *request = fx_object_of(request_handle, FX_REQUEST);
    struct fx_buffer buffer;
    NTSTATUS status = fx_buffer_of_memory(memory, offset, &buffer);
    if (NT_SUCCESS(status) && buffer.Length < sizeof(USB_STRING_DESCRIPTOR))
        status = STATUS_BUFFER_TOO_SMALL;
    if (!NT_SUCCESS(status))
        return status;
    struct _URB_CONTROL_DESCRIPTOR_REQUEST *urb = fx_allocate(usb->Target.Object.Driver, sizeof(*urb));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    urb->Hdr.Length = sizeof(*urb);
    urb->Hdr.Function = URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE;
    urb->TransferBuffer = buffer.Address;
    urb->TransferBufferLength = buffer.Length;
    urb->Index = index;
    urb->DescriptorType = USB_STRING_DESCRIPTOR_TYPE;
    urb->LanguageId = language;
    status = fx_format_urb(&usb->Target, request, (PURB)urb, TRUE, WdfUsbRequestTypeDeviceString);
    if (NT_SUCCESS(status)) {
        fx_use_buffer(request->Send, 0, &buffer);
        request->Send->Usb.Parameters.DeviceString.Buffer = memory;
        request->Send->Usb.Parameters.DeviceString.LangID = language;
        request->Send->Usb.Parameters.DeviceString.StringIndex = index;
    }
    return status;
}

NTSTATUS api_UsbTargetDeviceFormatRequestForCyclePort(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                                      WDFREQUEST request)
{
    struct fx_send *send;
    PIO_STACK_LOCATION stack;
    const NTSTATUS status =
        fx_begin_format(fx_object_of(request, FX_REQUEST), &usb_from(handle)->Target, &send, &stack);
    if (!NT_SUCCESS(status))
        return status;
    stack->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
    stack->Parameters.DeviceIoControl.IoControlCode = IOCTL_INTERNAL_USB_CYCLE_PORT;
    send->Parameters.Type = WdfRequestTypeUsb;
    RtlZeroMemory(&send->Usb, sizeof(send->Usb));
    send->Usb.Type = WdfUsbRequestTypeNoFormat;
    send->Formatted = TRUE;
    return STATUS_SUCCESS;
}
