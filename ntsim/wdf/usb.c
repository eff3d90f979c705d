/* USB devices: descriptors, control transfers, configuration. */
#include "ntsim/wdf/fx_usb.h"

/* --- URBs --- */

static void urb_back(struct fx_send *send, PIRP irp)
{
    const PURB urb = send->Parameters.Parameters.Others.Argument1.Ptr;
    send->Usb.UsbdStatus = urb->UrbHeader.Status;
    ULONG length = 0;
    switch (send->Usb.Type) {
    case WdfUsbRequestTypePipeRead:
    case WdfUsbRequestTypePipeWrite:
        length = urb->UrbBulkOrInterruptTransfer.TransferBufferLength;
        send->Usb.Parameters.PipeRead.Length = length;
        break;
    case WdfUsbRequestTypeDeviceControlTransfer:
        length = urb->UrbControlTransfer.TransferBufferLength;
        send->Usb.Parameters.DeviceControlTransfer.Length = length;
        break;
    case WdfUsbRequestTypeDeviceString:
        length = urb->UrbControlTransfer.TransferBufferLength;
        if (length && urb->UrbControlTransfer.TransferBuffer)
            send->Usb.Parameters.DeviceString.RequiredSize = *(PUCHAR)urb->UrbControlTransfer.TransferBuffer;
        break;
    default:
        return;
    }
    irp->IoStatus.Information = NT_SUCCESS(irp->IoStatus.Status) ? length : 0;
}

NTSTATUS fx_format_urb(struct fx_target *target, struct fx_request *request, PURB urb, BOOLEAN own,
                       WDF_USB_REQUEST_TYPE type)
{
    struct fx_send *send;
    PIO_STACK_LOCATION stack;
    const NTSTATUS status = fx_begin_format(request, target, &send, &stack);
    if (!NT_SUCCESS(status)) {
        if (own)
            fx_free(urb);
        return status;
    }
    if (own)
        send->Urb = urb;
    stack->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
    stack->Parameters.DeviceIoControl.IoControlCode = IOCTL_INTERNAL_USB_SUBMIT_URB;
    stack->Parameters.Others.Argument1 = urb;
    send->Parameters.Type = WdfRequestTypeUsb;
    send->Parameters.Parameters.Others.Argument1.Ptr = urb;
    RtlZeroMemory(&send->Usb, sizeof(send->Usb));
    send->Usb.Type = type;
    send->Completed = urb_back;
    send->Formatted = TRUE;
    return STATUS_SUCCESS;
}

NTSTATUS fx_submit_urb(struct fx_target *target, WDFREQUEST given, PWDF_REQUEST_SEND_OPTIONS options, PURB urb)
{
    struct fx_request *request;
    NTSTATUS status = fx_synchronous_request(target, given, &request);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_format_urb(target, request, urb, FALSE, WdfUsbRequestTypeDeviceUrb);
    if (NT_SUCCESS(status))
        return fx_send_and_wait(target, given, request, options, NULL);
    if (!given)
        fx_delete(&request->Object);
    return status;
}

NTSTATUS fx_submit_code(struct fx_target *target, ULONG code, PVOID argument)
{
    WDF_MEMORY_DESCRIPTOR descriptor;
    WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(&descriptor, argument, 0);
    return api_IoTargetSendInternalIoctlOthersSynchronously(target->Object.Driver->Globals, (WDFIOTARGET)target, NULL,
                                                            code, argument ? &descriptor : NULL, NULL, NULL, NULL,
                                                            NULL);
}

static NTSTATUS get_descriptor(struct fx_usb_device *usb, UCHAR type, UCHAR index, USHORT language, PVOID buffer,
                               ULONG *length)
{
    struct _URB_CONTROL_DESCRIPTOR_REQUEST urb = {
        .Hdr = {.Length = sizeof(urb), .Function = URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE},
        .TransferBufferLength = *length,
        .TransferBuffer = buffer,
        .Index = index,
        .DescriptorType = type,
        .LanguageId = language,
    };
    const NTSTATUS status = fx_submit_urb(&usb->Target, NULL, NULL, (PURB)&urb);
    *length = urb.TransferBufferLength;
    return status;
}

/* --- creation --- */

static struct fx_usb_device *usb_from(WDFUSBDEVICE handle)
{
    return fx_object_of(handle, FX_USB_DEVICE);
}

static void destroy_usb(struct fx_object *object)
{
    struct fx_usb_device *usb = (struct fx_usb_device *)object;
    fx_free(usb->Configuration);
    fx_free(usb->Interfaces);
    fx_target_destroy(object);
}

static const struct fx_class usb_class = {
    .Type = FX_USB_DEVICE,
    .Size = sizeof(struct fx_usb_device),
    .Dispose = fx_target_dispose,
    .Destroy = destroy_usb,
    .PassiveDispose = TRUE,
};

static void destroy_interface(struct fx_object *object)
{
    fx_free(((struct fx_usb_interface *)object)->Pipes);
}

static const struct fx_class interface_class = {
    .Type = FX_USB_INTERFACE,
    .Size = sizeof(struct fx_usb_interface),
    .Destroy = destroy_interface,
    .DriverMayNotDelete = TRUE,
};

/* The descriptors after `at` within the configuration; NULL at its end or where one is broken. */
static PUSB_COMMON_DESCRIPTOR next_descriptor(const struct fx_usb_device *usb, PUSB_COMMON_DESCRIPTOR at)
{
    const PUCHAR end = (PUCHAR)usb->Configuration + usb->Configuration->wTotalLength;
    const PUCHAR next = (PUCHAR)at + at->bLength;
    if (next + sizeof(*at) > end || ((PUSB_COMMON_DESCRIPTOR)next)->bLength < sizeof(*at) ||
        next + ((PUSB_COMMON_DESCRIPTOR)next)->bLength > end)
        return NULL;
    return (PUSB_COMMON_DESCRIPTOR)next;
}

static PUSB_INTERFACE_DESCRIPTOR next_interface(const struct fx_usb_device *usb, PUSB_COMMON_DESCRIPTOR at)
{
    while ((at = next_descriptor(usb, at)) != NULL)
        if (at->bDescriptorType == USB_INTERFACE_DESCRIPTOR_TYPE && at->bLength >= sizeof(USB_INTERFACE_DESCRIPTOR))
            return (PUSB_INTERFACE_DESCRIPTOR)at;
    return NULL;
}

PUSB_INTERFACE_DESCRIPTOR fx_usb_setting(const struct fx_usb_device *usb, UCHAR number, UCHAR setting)
{
    PUSB_INTERFACE_DESCRIPTOR found = next_interface(usb, (PUSB_COMMON_DESCRIPTOR)usb->Configuration);
    while (found && (found->bInterfaceNumber != number || found->bAlternateSetting != setting))
        found = next_interface(usb, (PUSB_COMMON_DESCRIPTOR)found);
    return found;
}

static NTSTATUS read_configuration(struct fx_usb_device *usb)
{
    USB_CONFIGURATION_DESCRIPTOR head = {0};
    ULONG length = sizeof(head);
    NTSTATUS status = get_descriptor(usb, USB_CONFIGURATION_DESCRIPTOR_TYPE, 0, 0, &head, &length);
    if (!NT_SUCCESS(status))
        return status;
    if (length < sizeof(head) || head.wTotalLength < sizeof(head))
        return STATUS_UNSUCCESSFUL;
    usb->Configuration = fx_allocate(usb->Target.Object.Driver, head.wTotalLength);
    if (!usb->Configuration)
        return STATUS_INSUFFICIENT_RESOURCES;
    length = head.wTotalLength;
    status = get_descriptor(usb, USB_CONFIGURATION_DESCRIPTOR_TYPE, 0, 0, usb->Configuration, &length);
    if (NT_SUCCESS(status) && (length < head.wTotalLength || usb->Configuration->wTotalLength != head.wTotalLength))
        status = STATUS_UNSUCCESSFUL;
    return status;
}

static struct fx_usb_interface *interface_of_number(const struct fx_usb_device *usb, UCHAR number)
{
    for (ULONG i = 0; i < usb->InterfaceCount; i++)
        if (usb->Interfaces[i]->Number == number)
            return usb->Interfaces[i];
    return NULL;
}

static NTSTATUS make_interfaces(struct fx_usb_device *usb)
{
    usb->Interfaces = fx_allocate(usb->Target.Object.Driver, (usb->Configuration->bNumInterfaces + 1u) * sizeof(PVOID));
    if (!usb->Interfaces)
        return STATUS_INSUFFICIENT_RESOURCES;
    PUSB_INTERFACE_DESCRIPTOR at = next_interface(usb, (PUSB_COMMON_DESCRIPTOR)usb->Configuration);
    for (; at; at = next_interface(usb, (PUSB_COMMON_DESCRIPTOR)at)) {
        struct fx_usb_interface *interface = interface_of_number(usb, at->bInterfaceNumber);
        if (!interface) {
            if (usb->InterfaceCount == usb->Configuration->bNumInterfaces)
                return STATUS_INVALID_PARAMETER;
            const NTSTATUS status =
                fx_create(&interface_class, usb->Target.Object.Driver, NULL, &usb->Target.Object, &interface);
            if (!NT_SUCCESS(status))
                return status;
            interface->Usb = usb;
            interface->Number = at->bInterfaceNumber;
            usb->Interfaces[usb->InterfaceCount++] = interface;
        }
        interface->SettingCount++;
    }
    return STATUS_SUCCESS;
}

NTSTATUS api_UsbTargetDeviceCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device_handle,
                                   PWDF_OBJECT_ATTRIBUTES attributes, WDFUSBDEVICE *result)
{
    struct fx_device *device = fx_object_of(device_handle, FX_DEVICE);
    struct fx_usb_device *usb;
    FX_REQUIRE(result);
    *result = NULL;
    NTSTATUS status = fx_create_target(&usb_class, device, attributes, &usb);
    if (!NT_SUCCESS(status))
        return status;
    usb->Target.Local = TRUE;
    usb->Target.TargetDevice = device->Attached;
    usb->Target.TargetPhysicalDevice = device->Init.PhysicalDevice;
    usb->Target.State = WdfIoTargetStarted;
    ULONG length = sizeof(usb->Descriptor);
    status = get_descriptor(usb, USB_DEVICE_DESCRIPTOR_TYPE, 0, 0, &usb->Descriptor, &length);
    if (NT_SUCCESS(status))
        status = read_configuration(usb);
    if (NT_SUCCESS(status))
        status = make_interfaces(usb);
    if (NT_SUCCESS(status))
        fx_usb_query_bus(usb);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&usb->Target.Object);
        return status;
    }
    *result = (WDFUSBDEVICE)usb;
    return STATUS_SUCCESS;
}

NTSTATUS api_UsbTargetDeviceCreateWithParameters(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device,
                                                 PWDF_USB_DEVICE_CREATE_CONFIG config,
                                                 PWDF_OBJECT_ATTRIBUTES attributes, WDFUSBDEVICE *result)
{
    FX_REQUIRE(config);
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    const NTSTATUS status = api_UsbTargetDeviceCreate(globals, device, attributes, result);
    if (NT_SUCCESS(status))
        usb_from(*result)->Contract = TRUE;
    return status;
}

/* --- what the device is --- */

VOID api_UsbTargetDeviceGetDeviceDescriptor(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                            PUSB_DEVICE_DESCRIPTOR descriptor)
{
    FX_REQUIRE(descriptor);
    *descriptor = usb_from(handle)->Descriptor;
}

NTSTATUS api_UsbTargetDeviceRetrieveConfigDescriptor(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, PVOID buffer,
                                                     PUSHORT length)
{
    const struct fx_usb_device *usb = usb_from(handle);
    FX_REQUIRE(length);
    const USHORT room = buffer ? *length : 0, total = usb->Configuration->wTotalLength;
    *length = total;
    if (buffer)
        RtlCopyMemory(buffer, usb->Configuration, min(room, total));
    return room < total ? STATUS_BUFFER_TOO_SMALL : STATUS_SUCCESS;
}

NTSTATUS api_UsbTargetDeviceQueryString(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, WDFREQUEST request,
                                        PWDF_REQUEST_SEND_OPTIONS options, PUSHORT string, PUSHORT count, UCHAR index,
                                        USHORT language)
{
    enum { HEAD = 2, LONGEST = 255 };
    UCHAR descriptor[LONGEST + 1] = {0};
    ULONG length = LONGEST;
    FX_REQUIRE(count);
    const NTSTATUS status =
        get_descriptor(usb_from(handle), USB_STRING_DESCRIPTOR_TYPE, index, language, descriptor, &length);
    if (!NT_SUCCESS(status))
        return status;
    if (length < HEAD || descriptor[0] < HEAD)
        return STATUS_DEVICE_DATA_ERROR;
    const USHORT found = (USHORT)((min((ULONG)descriptor[0], length) - HEAD) / sizeof(WCHAR));
    const USHORT room = string ? *count : found;
    *count = found;
    if (string)
        RtlCopyMemory(string, descriptor + HEAD, min(room, found) * sizeof(WCHAR));
    return room < found ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS api_UsbTargetDeviceAllocAndQueryString(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                                PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *result, PUSHORT count,
                                                UCHAR index, USHORT language)
{
    struct fx_memory *memory;
    USHORT length = 0;
    FX_REQUIRE(result);
    *result = NULL;
    NTSTATUS status = api_UsbTargetDeviceQueryString(globals, handle, NULL, NULL, NULL, &length, index, language);
    if (NT_SUCCESS(status))
        status = fx_create_memory(fx_driver_of(globals), attributes, NULL, (length + 1u) * sizeof(WCHAR), 0, &memory);
    if (!NT_SUCCESS(status))
        return status;
    RtlZeroMemory(memory->Buffer, memory->Size);
    status = api_UsbTargetDeviceQueryString(globals, handle, NULL, NULL, memory->Buffer, &length, index, language);
    if (!NT_SUCCESS(status)) {
        fx_abandon(&memory->Object);
        return status;
    }
    if (count)
        *count = length;
    *result = (WDFMEMORY)memory;
    return STATUS_SUCCESS;
}

UCHAR api_UsbTargetDeviceGetNumInterfaces(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle)
{
    return (UCHAR)usb_from(handle)->InterfaceCount;
}

WDFUSBINTERFACE api_UsbTargetDeviceGetInterface(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, UCHAR index)
{
    const struct fx_usb_device *usb = usb_from(handle);
    return index < usb->InterfaceCount ? (WDFUSBINTERFACE)usb->Interfaces[index] : NULL;
}

USBD_CONFIGURATION_HANDLE api_UsbTargetDeviceWdmGetConfigurationHandle(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle)
{
    return usb_from(handle)->ConfigurationHandle;
}

NTSTATUS api_UsbTargetDeviceRetrieveCurrentFrameNumber(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, PULONG frame)
{
    struct fx_usb_device *usb = usb_from(handle);
    struct _URB_GET_CURRENT_FRAME_NUMBER urb = {
        .Hdr = {.Length = sizeof(urb), .Function = URB_FUNCTION_GET_CURRENT_FRAME_NUMBER}};
    FX_REQUIRE(frame);
    const NTSTATUS status = fx_submit_urb(&usb->Target, NULL, NULL, (PURB)&urb);
    *frame = urb.FrameNumber;
    return status;
}

NTSTATUS api_UsbTargetDeviceIsConnectedSynchronous(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle)
{
    ULONG port = 0;
    const NTSTATUS status = fx_submit_code(&usb_from(handle)->Target, IOCTL_INTERNAL_USB_GET_PORT_STATUS, &port);
    if (!NT_SUCCESS(status))
        return status;
    return port & USBD_PORT_CONNECTED ? STATUS_SUCCESS : STATUS_DEVICE_DOES_NOT_EXIST;
}

NTSTATUS api_UsbTargetDeviceResetPortSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle)
{
    struct fx_usb_device *usb = usb_from(handle);
    fx_target_stop(&usb->Target, WdfIoTargetCancelSentIo, WdfIoTargetStopped);
    usb->Target.State = WdfIoTargetStarted;
    const NTSTATUS status = fx_submit_code(&usb->Target, IOCTL_INTERNAL_USB_RESET_PORT, NULL);
    fx_target_start(&usb->Target);
    return status;
}

NTSTATUS api_UsbTargetDeviceCyclePortSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle)
{
    return fx_submit_code(&usb_from(handle)->Target, IOCTL_INTERNAL_USB_CYCLE_PORT, NULL);
}

NTSTATUS api_UsbTargetDeviceSendUrbSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, WDFREQUEST request,
                                                 PWDF_REQUEST_SEND_OPTIONS options, PURB urb)
{
    FX_REQUIRE(urb);
    return fx_submit_urb(&usb_from(handle)->Target, request, options, urb);
}

/* --- URBs of the driver --- */

static NTSTATUS create_urb(struct fx_driver *driver, PWDF_OBJECT_ATTRIBUTES attributes, struct fx_object *parent,
                           SIZE_T size, WDFMEMORY *result, PURB *urb)
{
    struct fx_memory *memory;
    FX_REQUIRE(result);
    *result = NULL;
    const NTSTATUS status = fx_create_memory(driver, attributes, parent, size, 0, &memory);
    if (!NT_SUCCESS(status))
        return status;
    RtlZeroMemory(memory->Buffer, size);
    *result = (WDFMEMORY)memory;
    if (urb)
        *urb = memory->Buffer;
    return STATUS_SUCCESS;
}

NTSTATUS api_UsbTargetDeviceCreateUrb(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                      PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *memory, PURB *urb)
{
    struct fx_usb_device *usb = usb_from(handle);
    return create_urb(fx_driver_of(globals), attributes, &usb->Target.Object, sizeof(URB), memory, urb);
}

NTSTATUS api_UsbTargetDeviceCreateIsochUrb(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                           PWDF_OBJECT_ATTRIBUTES attributes, ULONG packets, WDFMEMORY *memory,
                                           PURB *urb)
{
    struct fx_usb_device *usb = usb_from(handle);
    return create_urb(fx_driver_of(globals), attributes, &usb->Target.Object, GET_ISO_URB_SIZE(packets), memory, urb);
}

NTSTATUS api_UsbTargetDeviceFormatRequestForUrb(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle, WDFREQUEST request,
                                                WDFMEMORY memory, PWDFMEMORY_OFFSET offset)
{
    struct fx_buffer buffer;
    NTSTATUS status = fx_buffer_of_memory(memory, offset, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    struct fx_request *sent = fx_object_of(request, FX_REQUEST);
    status = fx_format_urb(&usb_from(handle)->Target, sent, buffer.Address, FALSE, WdfUsbRequestTypeDeviceUrb);
    if (NT_SUCCESS(status)) {
        fx_use_buffer(sent->Send, 0, &buffer);
        sent->Send->Usb.Parameters.DeviceUrb.Buffer = memory;
    }
    return status;
}

/* --- control transfers --- */

static void fill_control(struct _URB_CONTROL_TRANSFER *urb, PWDF_USB_CONTROL_SETUP_PACKET setup,
                         const struct fx_buffer *buffer)
{
    setup->Packet.wLength = (USHORT)buffer->Length;
    urb->Hdr.Length = sizeof(*urb);
    urb->Hdr.Function = URB_FUNCTION_CONTROL_TRANSFER;
    urb->TransferFlags = USBD_DEFAULT_PIPE_TRANSFER | USBD_SHORT_TRANSFER_OK |
                         (setup->Packet.bm.Request.Dir == BMREQUEST_DEVICE_TO_HOST ? USBD_TRANSFER_DIRECTION_IN : 0u);
    urb->TransferBuffer = buffer->Address;
    urb->TransferBufferLength = buffer->Length;
    RtlCopyMemory(urb->SetupPacket, setup->Generic.Bytes, sizeof(urb->SetupPacket));
}

NTSTATUS api_UsbTargetDeviceSendControlTransferSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                                             WDFREQUEST request, PWDF_REQUEST_SEND_OPTIONS options,
                                                             PWDF_USB_CONTROL_SETUP_PACKET setup,
                                                             PWDF_MEMORY_DESCRIPTOR descriptor, PULONG transferred)
{
    struct fx_usb_device *usb = usb_from(handle);
    struct _URB_CONTROL_TRANSFER urb = {0};
    struct fx_buffer buffer;
    FX_REQUIRE(setup);
    NTSTATUS status = fx_buffer_of_descriptor(descriptor, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    fill_control(&urb, setup, &buffer);
    status = fx_submit_urb(&usb->Target, request, options, (PURB)&urb);
    if (transferred)
        *transferred = NT_SUCCESS(status) ? urb.TransferBufferLength : 0;
    return status;
}

NTSTATUS api_UsbTargetDeviceFormatRequestForControlTransfer(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE handle,
                                                            WDFREQUEST request_handle,
                                                            PWDF_USB_CONTROL_SETUP_PACKET setup, WDFMEMORY memory,
                                                            PWDFMEMORY_OFFSET offset)
{
    struct fx_usb_device *usb = usb_from(handle);
    struct fx_request *request = fx_object_of(request_handle, FX_REQUEST);
    struct fx_buffer buffer;
    FX_REQUIRE(setup);
    NTSTATUS status = fx_buffer_of_memory(memory, offset, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    struct _URB_CONTROL_TRANSFER *urb = fx_allocate(usb->Target.Object.Driver, sizeof(*urb));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    fill_control(urb, setup, &buffer);
    status = fx_format_urb(&usb->Target, request, (PURB)urb, TRUE, WdfUsbRequestTypeDeviceControlTransfer);
    if (NT_SUCCESS(status)) {
        fx_use_buffer(request->Send, 0, &buffer);
        request->Send->Usb.Parameters.DeviceControlTransfer.Buffer = memory;
        request->Send->Usb.Parameters.DeviceControlTransfer.SetupPacket = *setup;
    }
    return status;
}
