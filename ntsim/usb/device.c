/* What a device is, as it tells itself when it is plugged in. */
#include "ntsim/usb/hub.h"

enum { FROM_DEVICE = 0x80, FROM_VENDOR = 0xC0 };

enum sim_usb_answered hub_control(struct hub_device *device, UCHAR type, UCHAR request, USHORT value, USHORT index,
                                  PVOID data, ULONG *length)
{
    const ULONG size = length ? *length : 0;
    const UCHAR setup[8] = {
        type,        request,           (UCHAR)value, (UCHAR)(value >> 8), (UCHAR)index, (UCHAR)(index >> 8),
        (UCHAR)size, (UCHAR)(size >> 8)};
    uint32_t moved = size;
    const enum sim_usb_answered answer = device->Wire->control(device->Wire->context, setup, data, &moved);
    if (length)
        *length = moved;
    return answer;
}

static PVOID allocate(SIZE_T size)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, size, HUB_TAG);
}

static void release(PVOID memory)
{
    if (memory)
        ExFreePoolWithTag(memory, HUB_TAG);
}

static BOOLEAN get_descriptor(struct hub_device *device, UCHAR type, UCHAR index, USHORT language, PVOID buffer,
                              ULONG *length)
{
    return hub_control(device, FROM_DEVICE, USB_REQUEST_GET_DESCRIPTOR, USB_DESCRIPTOR_MAKE_TYPE_AND_INDEX(type, index),
                       language, buffer, length) == SIM_USB_ANSWERED_ACK;
}

static NTSTATUS read_configuration(struct hub_device *device, UCHAR index)
{
    USB_CONFIGURATION_DESCRIPTOR head = {0};
    ULONG length = sizeof(head);
    if (!get_descriptor(device, USB_CONFIGURATION_DESCRIPTOR_TYPE, index, 0, &head, &length) || length < sizeof(head) ||
        head.wTotalLength < sizeof(head))
        return STATUS_DEVICE_DATA_ERROR;
    const PUSB_CONFIGURATION_DESCRIPTOR whole = allocate(head.wTotalLength);
    if (!whole)
        return STATUS_INSUFFICIENT_RESOURCES;
    device->Configurations[index] = whole;
    length = head.wTotalLength;
    if (!get_descriptor(device, USB_CONFIGURATION_DESCRIPTOR_TYPE, index, 0, whole, &length) ||
        length != head.wTotalLength || whole->wTotalLength != head.wTotalLength)
        return STATUS_DEVICE_DATA_ERROR;
    return STATUS_SUCCESS;
}

/* A text in the first language, in pool; NULL where there is none. */
static PWSTR read_string(struct hub_device *device, UCHAR index)
{
    enum { HEAD = 2, LONGEST = 255 };
    UCHAR buffer[LONGEST + 1] = {0};
    ULONG length = LONGEST;
    if (index == 0 || !get_descriptor(device, USB_STRING_DESCRIPTOR_TYPE, 0, 0, buffer, &length) || length < 4)
        return NULL;
    const USHORT language = (USHORT)(buffer[2] | buffer[3] << 8);
    length = LONGEST;
    if (!get_descriptor(device, USB_STRING_DESCRIPTOR_TYPE, index, language, buffer, &length) || length <= HEAD)
        return NULL;
    const PWSTR text = allocate(length - HEAD + sizeof(WCHAR));
    if (text)
        RtlCopyMemory(text, buffer + HEAD, length - HEAD);
    return text;
}

/* Microsoft's OS descriptors 1.0: the compatible id of the first function. */
static void read_compatible_id(struct hub_device *device)
{
    enum { ID_INDEX = 4, SIZE = 40, COMPATIBLE = 18, SIGNATURE = 14 };
    OS_STRING string = {0};
    UCHAR id[SIZE] = {0};
    ULONG length = sizeof(string);
    if (!get_descriptor(device, USB_STRING_DESCRIPTOR_TYPE, OS_STRING_DESCRIPTOR_INDEX, 0, &string, &length) ||
        length < sizeof(string) ||
        RtlCompareMemory(string.MicrosoftString, MS_OS_STRING_SIGNATURE, SIGNATURE) != SIGNATURE)
        return;
    device->VendorCode = string.bVendorCode;
    length = sizeof(id);
    if (hub_control(device, FROM_VENDOR, string.bVendorCode, 0, ID_INDEX, id, &length) == SIM_USB_ANSWERED_ACK &&
        length == sizeof(id))
        RtlCopyMemory(device->CompatibleId, id + COMPATIBLE, sizeof(device->CompatibleId) - 1);
}

NTSTATUS hub_read_device(struct hub_device *device)
{
    ULONG length = sizeof(device->Descriptor);
    if (!get_descriptor(device, USB_DEVICE_DESCRIPTOR_TYPE, 0, 0, &device->Descriptor, &length) ||
        length != sizeof(device->Descriptor) || device->Descriptor.bNumConfigurations == 0)
        return STATUS_DEVICE_DATA_ERROR;
    device->Configurations = allocate(device->Descriptor.bNumConfigurations * sizeof(PVOID));
    if (!device->Configurations)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (UCHAR i = 0; i < device->Descriptor.bNumConfigurations; i++) {
        const NTSTATUS status = read_configuration(device, i);
        if (!NT_SUCCESS(status))
            return status;
    }
    device->Product = read_string(device, device->Descriptor.iProduct);
    device->Serial = read_string(device, device->Descriptor.iSerialNumber);
    read_compatible_id(device);
    return STATUS_SUCCESS;
}

void hub_dereference_device(struct hub_device *device)
{
    if (InterlockedDecrement(&device->References) > 0)
        return;
    for (ULONG i = 0; device->Configurations && i < device->Descriptor.bNumConfigurations; i++)
        release(device->Configurations[i]);
    release(device->Configurations);
    release(device->Product);
    release(device->Serial);
    release(device);
}

NTSTATUS hub_create_pdo(struct hub_device *device)
{
    PDEVICE_OBJECT pdo;
    const NTSTATUS status = IoCreateDevice(hub.Driver, sizeof(struct hub_pdo), NULL, FILE_DEVICE_USB,
                                           FILE_AUTOGENERATED_DEVICE_NAME, FALSE, &pdo);
    if (!NT_SUCCESS(status))
        return status;
    struct hub_pdo *extension = pdo->DeviceExtension;
    extension->IsPdo = TRUE;
    extension->Self = pdo;
    extension->Device = device;
    extension->Power = PowerDeviceD0;
    InterlockedIncrement(&device->References);
    device->Pdo = pdo;
    pdo->Flags |= DO_POWER_PAGABLE;
    pdo->Flags &= ~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}
