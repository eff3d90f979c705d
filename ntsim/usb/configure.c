/* Configurations and alternate settings: which endpoints a device has at present. */
#include "ntsim/usb/hub.h"

enum { HANDLE_TAG = 0x55, SPLIT = 16 };

/* Handles lead nowhere: they are numbers, and an old one is found out. */
static USBD_PIPE_HANDLE pipe_handle(const struct hub_endpoint *endpoint)
{
    return (USBD_PIPE_HANDLE)((ULONG_PTR)HANDLE_TAG << 40 | (ULONG_PTR)endpoint->Generation << 8 | endpoint->Address);
}

static struct hub_endpoint *endpoint_at(struct hub_device *device, UCHAR address)
{
    return &device->Endpoints[(address & USB_ENDPOINT_ADDRESS_MASK) + (USB_ENDPOINT_DIRECTION_IN(address) ? SPLIT : 0)];
}

struct hub_endpoint *hub_endpoint_of(struct hub_device *device, USBD_PIPE_HANDLE handle)
{
    struct hub_endpoint *endpoint = endpoint_at(device, (UCHAR)(ULONG_PTR)handle);
    return endpoint->Open && endpoint != &device->Endpoints[0] && pipe_handle(endpoint) == handle ? endpoint : NULL;
}

void hub_init_control(struct hub_device *device)
{
    for (ULONG i = 0; i < HUB_ENDPOINTS; i++) {
        device->Endpoints[i].Device = device;
        InitializeListHead(&device->Endpoints[i].Transfers);
    }
    device->Endpoints[0].Open = TRUE;
    device->Endpoints[0].Type = USB_ENDPOINT_TYPE_CONTROL;
    device->Endpoints[0].PacketsPerFrame = 1;
}

/* --- descriptors --- */

static PUSB_COMMON_DESCRIPTOR next(const USB_CONFIGURATION_DESCRIPTOR *configuration, PUSB_COMMON_DESCRIPTOR at)
{
    const PUCHAR end = (PUCHAR)configuration + configuration->wTotalLength;
    const PUSB_COMMON_DESCRIPTOR following = (PUSB_COMMON_DESCRIPTOR)((PUCHAR)at + at->bLength);
    return (PUCHAR)(following + 1) <= end && following->bLength >= sizeof(*following) &&
                   (PUCHAR)following + following->bLength <= end
               ? following
               : NULL;
}

static PUSB_INTERFACE_DESCRIPTOR find_interface(const USB_CONFIGURATION_DESCRIPTOR *configuration, UCHAR number,
                                                UCHAR setting)
{
    PUSB_COMMON_DESCRIPTOR at = (PUSB_COMMON_DESCRIPTOR)configuration;
    while ((at = next(configuration, at)) != NULL) {
        const PUSB_INTERFACE_DESCRIPTOR found = (PUSB_INTERFACE_DESCRIPTOR)at;
        if (at->bDescriptorType == USB_INTERFACE_DESCRIPTOR_TYPE && at->bLength >= sizeof(*found) &&
            found->bInterfaceNumber == number && found->bAlternateSetting == setting)
            return found;
    }
    return NULL;
}

/* The endpoint descriptor after `at`, which belongs to the same setting; NULL: there are no more. */
static PUSB_ENDPOINT_DESCRIPTOR next_endpoint(const USB_CONFIGURATION_DESCRIPTOR *configuration, PVOID at)
{
    PUSB_COMMON_DESCRIPTOR found = at;
    while ((found = next(configuration, found)) != NULL && found->bDescriptorType != USB_INTERFACE_DESCRIPTOR_TYPE)
        if (found->bDescriptorType == USB_ENDPOINT_DESCRIPTOR_TYPE && found->bLength >= 7)
            return (PUSB_ENDPOINT_DESCRIPTOR)found;
    return NULL;
}

/* --- endpoints --- */

static void close_interface(struct hub_device *device, UCHAR number)
{
    for (ULONG i = 1; i < HUB_ENDPOINTS; i++) {
        struct hub_endpoint *endpoint = &device->Endpoints[i];
        if (!endpoint->Open || endpoint->Interface != number)
            continue;
        hub_abort(endpoint, USBD_STATUS_CANCELED);
        endpoint->Open = FALSE;
    }
}

static void close_all(struct hub_device *device)
{
    for (ULONG i = 0; i < HUB_INTERFACES; i++) {
        if (device->Interfaces[i].Used)
            close_interface(device, device->Interfaces[i].Number);
        device->Interfaces[i].Used = FALSE;
    }
}

static ULONG period_of(const struct hub_device *device, const USB_ENDPOINT_DESCRIPTOR *descriptor)
{
    enum { LONGEST = 16, FRAME = 8 };
    const UCHAR type = descriptor->bmAttributes & USB_ENDPOINT_TYPE_MASK;
    const ULONG interval = max(1u, (ULONG)descriptor->bInterval);
    if (type != USB_ENDPOINT_TYPE_INTERRUPT && type != USB_ENDPOINT_TYPE_ISOCHRONOUS)
        return 0;
    if (device->Wire->speed >= SIM_USB_WIRE_HIGH)
        return 1u << (min(interval, (ULONG)LONGEST) - 1);
    return type == USB_ENDPOINT_TYPE_INTERRUPT ? interval * FRAME : FRAME << (min(interval, (ULONG)LONGEST) - 1);
}

static void open_endpoint(struct hub_device *device, UCHAR interface, const USB_ENDPOINT_DESCRIPTOR *descriptor,
                          PUSBD_PIPE_INFORMATION pipe)
{
    struct hub_endpoint *endpoint = endpoint_at(device, descriptor->bEndpointAddress);
    const USHORT size = descriptor->wMaxPacketSize & 0x7FF, more = descriptor->wMaxPacketSize >> 11 & 3;
    endpoint->Open = TRUE;
    endpoint->Halted = endpoint->Parked = FALSE;
    endpoint->Address = descriptor->bEndpointAddress;
    endpoint->Type = descriptor->bmAttributes & USB_ENDPOINT_TYPE_MASK;
    endpoint->Interface = interface;
    endpoint->MaximumPacket = pipe->PipeFlags & USBD_PF_CHANGE_MAX_PACKET ? pipe->MaximumPacketSize : size;
    endpoint->PacketsPerFrame = more + 1;
    endpoint->Interval = descriptor->bInterval;
    endpoint->Period = period_of(device, descriptor);
    endpoint->NotBefore = 0;
    endpoint->Generation = device->Generation;
    pipe->MaximumPacketSize = (USHORT)(endpoint->MaximumPacket * endpoint->PacketsPerFrame);
    pipe->EndpointAddress = endpoint->Address;
    pipe->Interval = endpoint->Interval;
    pipe->PipeType = (USBD_PIPE_TYPE)endpoint->Type;
    pipe->PipeHandle = pipe_handle(endpoint);
}

static USBD_STATUS check_information(const USB_CONFIGURATION_DESCRIPTOR *configuration,
                                     const USBD_INTERFACE_INFORMATION *information, const UCHAR *end)
{
    if ((const UCHAR *)information + FIELD_OFFSET(USBD_INTERFACE_INFORMATION, Pipes) > end ||
        (const UCHAR *)information + information->Length > end)
        return USBD_STATUS_INVALID_PARAMETER;
    const USB_INTERFACE_DESCRIPTOR *descriptor =
        find_interface(configuration, information->InterfaceNumber, information->AlternateSetting);
    if (!descriptor)
        return USBD_STATUS_INTERFACE_NOT_FOUND;
    return information->Length < FIELD_OFFSET(USBD_INTERFACE_INFORMATION, Pipes) +
                                     descriptor->bNumEndpoints * sizeof(USBD_PIPE_INFORMATION)
               ? USBD_STATUS_BUFFER_TOO_SMALL
               : USBD_STATUS_SUCCESS;
}

static void open_interface(struct hub_device *device, PUSBD_INTERFACE_INFORMATION information)
{
    const PUSB_CONFIGURATION_DESCRIPTOR configuration = device->Configuration;
    const PUSB_INTERFACE_DESCRIPTOR descriptor =
        find_interface(configuration, information->InterfaceNumber, information->AlternateSetting);
    struct hub_interface *interface = NULL;
    for (ULONG i = 0; i < HUB_INTERFACES && !interface; i++)
        if (!device->Interfaces[i].Used || device->Interfaces[i].Number == descriptor->bInterfaceNumber)
            interface = &device->Interfaces[i];
    if (interface)
        *interface = (struct hub_interface){TRUE, descriptor->bInterfaceNumber, descriptor->bAlternateSetting};
    information->Class = descriptor->bInterfaceClass;
    information->SubClass = descriptor->bInterfaceSubClass;
    information->Protocol = descriptor->bInterfaceProtocol;
    information->InterfaceHandle =
        (USBD_INTERFACE_HANDLE)((ULONG_PTR)HANDLE_TAG << 48 | (ULONG_PTR)descriptor->bInterfaceNumber << 8 | 1);
    information->NumberOfPipes = 0;
    PVOID at = descriptor;
    while (information->NumberOfPipes < descriptor->bNumEndpoints) {
        const PUSB_ENDPOINT_DESCRIPTOR endpoint = next_endpoint(configuration, at);
        if (!endpoint)
            break;
        open_endpoint(device, descriptor->bInterfaceNumber, endpoint,
                      &information->Pipes[information->NumberOfPipes++]);
        at = endpoint;
    }
}

/* --- requests --- */

static BOOLEAN set_configuration(struct hub_device *device, UCHAR value)
{
    return hub_control(device, 0x00, USB_REQUEST_SET_CONFIGURATION, value, 0, NULL, NULL) == SIM_USB_ANSWERED_ACK;
}

static BOOLEAN set_interface(struct hub_device *device, UCHAR number, UCHAR setting)
{
    return hub_control(device, 0x01, USB_REQUEST_SET_INTERFACE, setting, number, NULL, NULL) == SIM_USB_ANSWERED_ACK;
}

static PUSB_CONFIGURATION_DESCRIPTOR configuration_of(const struct hub_device *device, UCHAR value)
{
    for (UCHAR i = 0; i < device->Descriptor.bNumConfigurations; i++)
        if (device->Configurations[i]->bConfigurationValue == value)
            return device->Configurations[i];
    return NULL;
}

static PUSBD_INTERFACE_INFORMATION following(PUSBD_INTERFACE_INFORMATION information)
{
    return (PUSBD_INTERFACE_INFORMATION)((PUCHAR)information + information->Length);
}

USBD_STATUS hub_select_configuration(struct hub_device *device, struct _URB_SELECT_CONFIGURATION *urb)
{
    const PUCHAR end = (PUCHAR)urb + urb->Hdr.Length;
    if (!urb->ConfigurationDescriptor) {
        close_all(device);
        device->Configuration = NULL;
        if (!device->Gone)
            set_configuration(device, 0);
        return USBD_STATUS_SUCCESS;
    }
    const PUSB_CONFIGURATION_DESCRIPTOR configuration =
        configuration_of(device, urb->ConfigurationDescriptor->bConfigurationValue);
    if (!configuration)
        return USBD_STATUS_INAVLID_CONFIGURATION_DESCRIPTOR;
    PUSBD_INTERFACE_INFORMATION information = &urb->Interface;
    for (; (PUCHAR)information < end; information = following(information)) {
        const USBD_STATUS status = check_information(configuration, information, end);
        if (!USBD_SUCCESS(status))
            return status;
    }
    close_all(device);
    if (!set_configuration(device, configuration->bConfigurationValue))
        return USBD_STATUS_SET_CONFIG_FAILED;
    device->Configuration = configuration;
    device->Generation++;
    for (information = &urb->Interface; (PUCHAR)information < end; information = following(information)) {
        if (information->AlternateSetting &&
            !set_interface(device, information->InterfaceNumber, information->AlternateSetting))
            return USBD_STATUS_STALL_PID;
        open_interface(device, information);
    }
    urb->ConfigurationHandle =
        (USBD_CONFIGURATION_HANDLE)((ULONG_PTR)HANDLE_TAG << 56 >> 8 | (ULONG_PTR)device->Generation << 8 | 2);
    return USBD_STATUS_SUCCESS;
}

USBD_STATUS hub_select_interface(struct hub_device *device, struct _URB_SELECT_INTERFACE *urb)
{
    if (!device->Configuration)
        return USBD_STATUS_INVALID_PARAMETER;
    const USBD_STATUS status = check_information(device->Configuration, &urb->Interface, (PUCHAR)urb + urb->Hdr.Length);
    if (!USBD_SUCCESS(status))
        return status;
    close_interface(device, urb->Interface.InterfaceNumber);
    if (!set_interface(device, urb->Interface.InterfaceNumber, urb->Interface.AlternateSetting))
        return USBD_STATUS_STALL_PID;
    device->Generation++;
    open_interface(device, &urb->Interface);
    return USBD_STATUS_SUCCESS;
}

void hub_restore(struct hub_device *device)
{
    for (ULONG i = 0; i < HUB_ENDPOINTS; i++)
        device->Endpoints[i].Halted = device->Endpoints[i].Parked = FALSE;
    if (!device->Configuration || !set_configuration(device, device->Configuration->bConfigurationValue))
        return;
    for (ULONG i = 0; i < HUB_INTERFACES; i++)
        if (device->Interfaces[i].Used && device->Interfaces[i].Setting)
            set_interface(device, device->Interfaces[i].Number, device->Interfaces[i].Setting);
}
