/* usbd.sys: request blocks built, and what the bus is. */
#include <ntifs.h>

#include <usbdi.h>
#include <usbdlib.h>

VOID NTAPI USBD_GetUSBDIVersion(PUSBD_VERSION_INFORMATION information)
{
    enum { USB_2_0 = 0x0200 };
    information->USBDI_Version = USBDI_VERSION;
    information->Supported_USB_Version = USB_2_0;
}

/* The block belongs to the caller, who frees it with ExFreePool. */
PURB NTAPI USBD_CreateConfigurationRequestEx(PUSB_CONFIGURATION_DESCRIPTOR configuration,
                                             PUSBD_INTERFACE_LIST_ENTRY list)
{
    enum { TAG = 'dbsU' };
    SIZE_T size = FIELD_OFFSET(struct _URB_SELECT_CONFIGURATION, Interface);
    for (PUSBD_INTERFACE_LIST_ENTRY entry = list; entry->InterfaceDescriptor; entry++)
        size += GET_USBD_INTERFACE_SIZE(entry->InterfaceDescriptor->bNumEndpoints);
    struct _URB_SELECT_CONFIGURATION *urb =
        ExAllocatePool2(POOL_FLAG_NON_PAGED, max(size, sizeof(struct _URB_SELECT_CONFIGURATION)), TAG);
    if (!urb)
        return NULL;
    urb->Hdr.Function = URB_FUNCTION_SELECT_CONFIGURATION;
    urb->Hdr.Length = (USHORT)size;
    urb->ConfigurationDescriptor = configuration;
    PUCHAR at = (PUCHAR)&urb->Interface;
    for (PUSBD_INTERFACE_LIST_ENTRY entry = list; entry->InterfaceDescriptor; entry++) {
        const PUSBD_INTERFACE_INFORMATION information = (PUSBD_INTERFACE_INFORMATION)at;
        const USB_INTERFACE_DESCRIPTOR *descriptor = entry->InterfaceDescriptor;
        information->Length = (USHORT)GET_USBD_INTERFACE_SIZE(descriptor->bNumEndpoints);
        information->InterfaceNumber = descriptor->bInterfaceNumber;
        information->AlternateSetting = descriptor->bAlternateSetting;
        information->NumberOfPipes = descriptor->bNumEndpoints;
        for (ULONG i = 0; i < information->NumberOfPipes; i++)
            information->Pipes[i].MaximumTransferSize = USBD_DEFAULT_MAXIMUM_TRANSFER_SIZE;
        entry->Interface = information;
        at += information->Length;
    }
    return (PURB)urb;
}

/* For devices with interfaces numbered from 0, each in its first setting. */
PURB NTAPI USBD_CreateConfigurationRequest(PUSB_CONFIGURATION_DESCRIPTOR configuration, PUSHORT size)
{
    USBD_INTERFACE_LIST_ENTRY list[33] = {0};
    for (UCHAR i = 0; i < configuration->bNumInterfaces && i < RTL_NUMBER_OF(list) - 1; i++)
        list[i].InterfaceDescriptor = USBD_ParseConfigurationDescriptor(configuration, i, 0);
    const PURB urb = USBD_CreateConfigurationRequestEx(configuration, list);
    *size = urb ? urb->UrbHeader.Length : 0;
    return urb;
}

NTSTATUS NTAPI USBD_GetPdoRegistryParameter(PDEVICE_OBJECT pdo, PVOID parameter, ULONG length, PWSTR name,
                                            ULONG name_length)
{
    HANDLE key;
    const UNICODE_STRING value = {
        .Buffer = name, .Length = (USHORT)(name_length - sizeof(WCHAR)), .MaximumLength = (USHORT)name_length};
    NTSTATUS status = IoOpenDeviceRegistryKey(pdo, PLUGPLAY_REGKEY_DEVICE, KEY_READ, &key);
    if (!NT_SUCCESS(status))
        return status;
    enum { TAG = 'dbsU' };
    const ULONG size = (ULONG)sizeof(KEY_VALUE_PARTIAL_INFORMATION) + length;
    ULONG needed;
    const PKEY_VALUE_PARTIAL_INFORMATION information = ExAllocatePool2(POOL_FLAG_PAGED, size, TAG);
    status = information
                 ? ZwQueryValueKey(key, (PUNICODE_STRING)&value, KeyValuePartialInformation, information, size, &needed)
                 : STATUS_INSUFFICIENT_RESOURCES;
    if (NT_SUCCESS(status)) {
        if (information->DataLength > length)
            status = STATUS_INVALID_PARAMETER;
        else
            RtlCopyMemory(parameter, information->Data, information->DataLength);
    }
    if (information)
        ExFreePoolWithTag(information, TAG);
    ZwClose(key);
    return status;
}
