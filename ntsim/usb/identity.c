/* Names of devices: the IDs by which drivers are found, and what is shown to people. */
#include "ntsim/usb/hub.h"

#include "ntsim/pnp/ids.h"

static const USB_INTERFACE_DESCRIPTOR *first_interface(const struct hub_device *device)
{
    const PUSB_CONFIGURATION_DESCRIPTOR configuration = device->Configurations[0];
    const PUCHAR end = (PUCHAR)configuration + configuration->wTotalLength;
    PUCHAR at = (PUCHAR)configuration;
    for (; at + 2 <= end && at[0] >= 2; at += at[0])
        if (at[1] == USB_INTERFACE_DESCRIPTOR_TYPE && at + sizeof(USB_INTERFACE_DESCRIPTOR) <= end)
            return (const USB_INTERFACE_DESCRIPTOR *)at;
    return NULL;
}

/* A device whose class is that of its interfaces, and which has several, is composite. */
static BOOLEAN is_composite(const struct hub_device *device)
{
    enum { MISCELLANEOUS = 0xEF };
    const USB_DEVICE_DESCRIPTOR *descriptor = &device->Descriptor;
    const BOOLEAN by_interface =
        descriptor->bDeviceClass == 0 || (descriptor->bDeviceClass == MISCELLANEOUS &&
                                          descriptor->bDeviceSubClass == 2 && descriptor->bDeviceProtocol == 1);
    return by_interface && descriptor->bNumConfigurations == 1 && device->Configurations[0]->bNumInterfaces > 1;
}

static void add_class(struct id_list *list, PCWSTR prefix, UCHAR class, UCHAR sub_class, UCHAR protocol)
{
    id_list_add(list, L"USB\\%ws_%02X&SubClass_%02X&Prot_%02X", prefix, class, sub_class, protocol);
    id_list_add(list, L"USB\\%ws_%02X&SubClass_%02X", prefix, class, sub_class);
    id_list_add(list, L"USB\\%ws_%02X", prefix, class);
}

static void add_compatible(struct id_list *list, const struct hub_device *device)
{
    const USB_DEVICE_DESCRIPTOR *descriptor = &device->Descriptor;
    const USB_INTERFACE_DESCRIPTOR *interface = first_interface(device);
    if (device->CompatibleId[0])
        id_list_add(list, L"USB\\MS_COMP_%hs", device->CompatibleId);
    if (is_composite(device)) {
        add_class(list, L"DevClass", descriptor->bDeviceClass, descriptor->bDeviceSubClass,
                  descriptor->bDeviceProtocol);
        id_list_add(list, L"USB\\COMPOSITE");
    } else if (descriptor->bDeviceClass == 0 && interface) {
        add_class(list, L"Class", interface->bInterfaceClass, interface->bInterfaceSubClass,
                  interface->bInterfaceProtocol);
    } else {
        add_class(list, L"Class", descriptor->bDeviceClass, descriptor->bDeviceSubClass, descriptor->bDeviceProtocol);
    }
}

static void add_hardware(struct id_list *list, const struct hub_device *device)
{
    const USB_DEVICE_DESCRIPTOR *descriptor = &device->Descriptor;
    id_list_add(list, L"USB\\VID_%04X&PID_%04X&REV_%04X", descriptor->idVendor, descriptor->idProduct,
                descriptor->bcdDevice);
    id_list_add(list, L"USB\\VID_%04X&PID_%04X", descriptor->idVendor, descriptor->idProduct);
}

NTSTATUS hub_query_id(const struct hub_device *device, PIRP irp)
{
    const USB_DEVICE_DESCRIPTOR *descriptor = &device->Descriptor;
    const BUS_QUERY_ID_TYPE type = IoGetCurrentIrpStackLocation(irp)->Parameters.QueryId.IdType;
    if (type != BusQueryDeviceID && type != BusQueryHardwareIDs && type != BusQueryCompatibleIDs &&
        type != BusQueryInstanceID)
        return hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    struct id_list list = id_list_allocate(HUB_TAG);
    if (!list.Text)
        return hub_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    switch (type) {
    case BusQueryHardwareIDs:
        add_hardware(&list, device);
        break;
    case BusQueryDeviceID:
        id_list_add(&list, L"USB\\VID_%04X&PID_%04X", descriptor->idVendor, descriptor->idProduct);
        break;
    case BusQueryCompatibleIDs:
        add_compatible(&list, device);
        break;
    default:
        if (device->Serial)
            id_list_add(&list, L"%ws", device->Serial);
        else
            id_list_add(&list, L"%u", device->Port);
        break;
    }
    return hub_complete(irp, STATUS_SUCCESS, (ULONG_PTR)list.Text);
}

NTSTATUS hub_query_text(const struct hub_device *device, PIRP irp)
{
    const DEVICE_TEXT_TYPE type = IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceText.DeviceTextType;
    if (type != DeviceTextDescription && type != DeviceTextLocationInformation)
        return hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    struct id_list list = id_list_allocate(HUB_TAG);
    if (!list.Text)
        return hub_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    if (type == DeviceTextLocationInformation)
        id_list_add(&list, L"Port_#%04u.Hub_#0001", device->Port);
    else
        id_list_add(&list, L"%ws", device->Product ? device->Product : L"USB Device");
    return hub_complete(irp, STATUS_SUCCESS, (ULONG_PTR)list.Text);
}

__declspec(dllexport) bool SimUsbId(void *handle, uint32_t number, char *text, uint32_t room)
{
    const struct hub_device *device = handle;
    WCHAR texts[ID_LIST_ROOM] = {0};
    struct id_list list = {texts, 0};
    add_hardware(&list, device);
    add_compatible(&list, device);
    PCWSTR at = list.Text;
    for (uint32_t i = 0; i < number && *at; i++)
        at += wcslen(at) + 1;
    const bool found = *at && wcslen(at) < room;
    for (uint32_t i = 0; found && (i == 0 || at[i - 1]); i++)
        text[i] = (char)at[i];
    return found;
}
