/* Identifiers, in the forms that the documentation of PCI's has ("Identifiers for PCI devices"). */
#include "ntsim/pci/pcip.h"

#include <ntstrsafe.h>

enum { ROOM = 512 };

struct list {
    WCHAR Text[ROOM];
    SIZE_T Units;
};

static void add(struct list *list, PCWSTR form, ...)
{
    va_list arguments;
    size_t length = 0;
    va_start(arguments, form);
    RtlStringCchVPrintfW(list->Text + list->Units, ROOM - list->Units, form, arguments);
    va_end(arguments);
    RtlStringCchLengthW(list->Text + list->Units, ROOM - list->Units, &length);
    list->Units += length + 1;
}

static void add_hardware_ids(struct list *list, const PCI_COMMON_HEADER *header)
{
    const ULONG vendor = header->VendorID, device = header->DeviceID, revision = header->RevisionID;
    const ULONG class = (ULONG)header->BaseClass << 16 | (ULONG)header->SubClass << 8 | header->ProgIf;
    const ULONG subsystem = (ULONG)header->u.type0.SubSystemID << 16 | header->u.type0.SubVendorID;
    add(list, L"PCI\\VEN_%04X&DEV_%04X&SUBSYS_%08X&REV_%02X", vendor, device, subsystem, revision);
    add(list, L"PCI\\VEN_%04X&DEV_%04X&SUBSYS_%08X", vendor, device, subsystem);
    add(list, L"PCI\\VEN_%04X&DEV_%04X&REV_%02X", vendor, device, revision);
    add(list, L"PCI\\VEN_%04X&DEV_%04X", vendor, device);
    add(list, L"PCI\\VEN_%04X&DEV_%04X&CC_%06X", vendor, device, class);
    add(list, L"PCI\\VEN_%04X&DEV_%04X&CC_%04X", vendor, device, class >> 8);
}

static void add_compatible_ids(struct list *list, const PCI_COMMON_HEADER *header)
{
    const ULONG vendor = header->VendorID;
    const ULONG class = (ULONG)header->BaseClass << 16 | (ULONG)header->SubClass << 8 | header->ProgIf;
    add(list, L"PCI\\VEN_%04X&DEV_%04X&REV_%02X", vendor, header->DeviceID, header->RevisionID);
    add(list, L"PCI\\VEN_%04X&DEV_%04X", vendor, header->DeviceID);
    add(list, L"PCI\\VEN_%04X&CC_%06X", vendor, class);
    add(list, L"PCI\\VEN_%04X&CC_%04X", vendor, class >> 8);
    add(list, L"PCI\\VEN_%04X", vendor);
    add(list, L"PCI\\CC_%06X", class);
    add(list, L"PCI\\CC_%04X", class >> 8);
}

PWSTR pcip_id(const struct pcip_function *function, BUS_QUERY_ID_TYPE type)
{
    const PCI_COMMON_HEADER *header = &function->Header;
    struct list *list = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*list), PCIP_TAG);
    PWSTR result = NULL;
    if (!list)
        return NULL;
    switch (type) {
    case BusQueryDeviceID:
        add_hardware_ids(list, header);
        result = pip_copy(list->Text, pip_string_size(list->Text));
        break;
    case BusQueryInstanceID:
        add(list, L"%02X", function->Slot << 3);
        result = pip_copy(list->Text, pip_string_size(list->Text));
        break;
    case BusQueryHardwareIDs:
        add_hardware_ids(list, header);
        result = pip_copy(list->Text, pip_list_size(list->Text));
        break;
    case BusQueryCompatibleIDs:
        add_compatible_ids(list, header);
        result = pip_copy(list->Text, pip_list_size(list->Text));
        break;
    default:
        break;
    }
    ExFreePoolWithTag(list, PCIP_TAG);
    return result;
}

PWSTR pcip_text(const struct pcip_function *function, DEVICE_TEXT_TYPE type)
{
    WCHAR text[64] = L"";
    if (type == DeviceTextDescription)
        RtlStringCchCopyW(text, RTL_NUMBER_OF(text), L"PCI Device");
    else if (type == DeviceTextLocationInformation)
        RtlStringCchPrintfW(text, RTL_NUMBER_OF(text), L"PCI bus 0, device %u, function 0", function->Slot);
    else
        return NULL;
    return pip_copy(text, pip_string_size(text));
}
