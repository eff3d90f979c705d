/* usbd.sys: descriptors taken apart. */
#include <ntifs.h>

#include <usbdi.h>
#include <usbdlib.h>

PUSB_COMMON_DESCRIPTOR NTAPI USBD_ParseDescriptors(PVOID buffer, ULONG length, PVOID start, LONG type)
{
    const PUCHAR end = (PUCHAR)buffer + length;
    PUCHAR at = start;
    while (at >= (PUCHAR)buffer && at + sizeof(USB_COMMON_DESCRIPTOR) <= end) {
        const PUSB_COMMON_DESCRIPTOR descriptor = (PUSB_COMMON_DESCRIPTOR)at;
        if (descriptor->bLength < sizeof(*descriptor) || at + descriptor->bLength > end)
            return NULL;
        if (descriptor->bDescriptorType == type)
            return descriptor;
        at += descriptor->bLength;
    }
    return NULL;
}

static BOOLEAN fits(LONG wanted, UCHAR value)
{
    return wanted == -1 || wanted == value;
}

PUSB_INTERFACE_DESCRIPTOR NTAPI USBD_ParseConfigurationDescriptorEx(PUSB_CONFIGURATION_DESCRIPTOR configuration,
                                                                    PVOID start, LONG number, LONG setting, LONG class,
                                                                    LONG sub_class, LONG protocol)
{
    const ULONG length = configuration->wTotalLength;
    PUSB_COMMON_DESCRIPTOR at = start;
    while ((at = USBD_ParseDescriptors(configuration, length, at, USB_INTERFACE_DESCRIPTOR_TYPE)) != NULL) {
        const PUSB_INTERFACE_DESCRIPTOR found = (PUSB_INTERFACE_DESCRIPTOR)at;
        if (found->bLength >= sizeof(*found) && fits(number, found->bInterfaceNumber) &&
            fits(setting, found->bAlternateSetting) && fits(class, found->bInterfaceClass) &&
            fits(sub_class, found->bInterfaceSubClass) && fits(protocol, found->bInterfaceProtocol))
            return found;
        at = (PUSB_COMMON_DESCRIPTOR)((PUCHAR)at + at->bLength);
    }
    return NULL;
}

PUSB_INTERFACE_DESCRIPTOR NTAPI USBD_ParseConfigurationDescriptor(PUSB_CONFIGURATION_DESCRIPTOR configuration,
                                                                  UCHAR number, UCHAR setting)
{
    return USBD_ParseConfigurationDescriptorEx(configuration, configuration, number, setting, -1, -1, -1);
}

/* The interface's descriptor with those of its endpoints and of its class. */
ULONG NTAPI USBD_GetInterfaceLength(PUSB_INTERFACE_DESCRIPTOR interface, PUCHAR end)
{
    PUCHAR at = (PUCHAR)interface;
    do {
        at += ((PUSB_COMMON_DESCRIPTOR)at)->bLength;
    } while (at + sizeof(USB_COMMON_DESCRIPTOR) <= end && ((PUSB_COMMON_DESCRIPTOR)at)->bLength &&
             ((PUSB_COMMON_DESCRIPTOR)at)->bDescriptorType != USB_INTERFACE_DESCRIPTOR_TYPE);
    return (ULONG)(at - (PUCHAR)interface);
}

static USBD_STATUS bad(PUCHAR *offset, PVOID at, USBD_STATUS status)
{
    *offset = at;
    return status;
}

static USBD_STATUS check_descriptor(PUSB_COMMON_DESCRIPTOR at)
{
    switch (at->bDescriptorType) {
    case USB_INTERFACE_DESCRIPTOR_TYPE:
        return at->bLength < sizeof(USB_INTERFACE_DESCRIPTOR) ? USBD_STATUS_BAD_INTERFACE_DESCRIPTOR
                                                              : USBD_STATUS_SUCCESS;
    case USB_ENDPOINT_DESCRIPTOR_TYPE:
        return at->bLength < sizeof(USB_ENDPOINT_DESCRIPTOR) ? USBD_STATUS_BAD_ENDPOINT_DESCRIPTOR
                                                             : USBD_STATUS_SUCCESS;
    default:
        return USBD_STATUS_SUCCESS;
    }
}

/* Level 1 looks at the configuration's own descriptor, 2 at the others, 3 counts interfaces and endpoints. */
USBD_STATUS NTAPI USBD_ValidateConfigurationDescriptor(PUSB_CONFIGURATION_DESCRIPTOR configuration, ULONG length,
                                                       USHORT level, PUCHAR *offset, ULONG tag)
{
    UCHAR seen[256 / 8] = {0};
    ULONG interfaces = 0, endpoints = 0, announced = 0;
    PVOID last = configuration;
    *offset = NULL;
    if (level < 1 || level > 3)
        return bad(offset, configuration, USBD_STATUS_NOT_SUPPORTED);
    if (length < sizeof(*configuration) || configuration->bLength < sizeof(*configuration))
        return bad(offset, &configuration->bLength, USBD_STATUS_BAD_DESCRIPTOR_BLEN);
    if (configuration->bDescriptorType != USB_CONFIGURATION_DESCRIPTOR_TYPE)
        return bad(offset, &configuration->bDescriptorType, USBD_STATUS_BAD_DESCRIPTOR_TYPE);
    if (configuration->wTotalLength > length || configuration->wTotalLength < sizeof(*configuration))
        return bad(offset, &configuration->wTotalLength, USBD_STATUS_BAD_CONFIG_DESC_LENGTH);
    const PUCHAR end = (PUCHAR)configuration + configuration->wTotalLength;
    for (PUCHAR at = (PUCHAR)configuration + configuration->bLength; level >= 2 && at < end;) {
        const PUSB_COMMON_DESCRIPTOR descriptor = (PUSB_COMMON_DESCRIPTOR)at;
        if (at + sizeof(*descriptor) > end || descriptor->bLength < sizeof(*descriptor) ||
            at + descriptor->bLength > end)
            return bad(offset, at, USBD_STATUS_BAD_DESCRIPTOR_BLEN);
        const USBD_STATUS status = check_descriptor(descriptor);
        if (!USBD_SUCCESS(status))
            return bad(offset, at, status);
        if (descriptor->bDescriptorType == USB_INTERFACE_DESCRIPTOR_TYPE) {
            const PUSB_INTERFACE_DESCRIPTOR interface = (PUSB_INTERFACE_DESCRIPTOR)at;
            if (level == 3 && endpoints != announced)
                return bad(offset, last, USBD_STATUS_BAD_NUMBER_OF_ENDPOINTS);
            last = at;
            endpoints = 0;
            announced = interface->bNumEndpoints;
            if (!(seen[interface->bInterfaceNumber / 8] & 1 << interface->bInterfaceNumber % 8))
                interfaces++;
            seen[interface->bInterfaceNumber / 8] |= (UCHAR)(1 << interface->bInterfaceNumber % 8);
        } else if (descriptor->bDescriptorType == USB_ENDPOINT_DESCRIPTOR_TYPE) {
            endpoints++;
        }
        at += descriptor->bLength;
    }
    if (level == 3 && endpoints != announced)
        return bad(offset, last, USBD_STATUS_BAD_NUMBER_OF_ENDPOINTS);
    if (level == 3 && interfaces != configuration->bNumInterfaces)
        return bad(offset, &configuration->bNumInterfaces, USBD_STATUS_BAD_NUMBER_OF_INTERFACES);
    return USBD_STATUS_SUCCESS;
}
