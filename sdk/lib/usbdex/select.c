/* Request blocks that select a configuration, or an interface's alternate setting. */
#include "handle.h"

/* Writes the interface and its pipes; returns the bytes taken. */
static USHORT build_interface(PUSBD_INTERFACE_INFORMATION interface, const USB_INTERFACE_DESCRIPTOR *descriptor)
{
    USHORT length = (USHORT)GET_USBD_INTERFACE_SIZE(descriptor->bNumEndpoints);

    interface->Length = length;
    interface->InterfaceNumber = descriptor->bInterfaceNumber;
    interface->AlternateSetting = descriptor->bAlternateSetting;
    interface->NumberOfPipes = descriptor->bNumEndpoints;
    for (UCHAR pipe = 0; pipe < descriptor->bNumEndpoints; pipe++)
        interface->Pipes[pipe].MaximumTransferSize = USBD_DEFAULT_MAXIMUM_TRANSFER_SIZE;
    return length;
}

NTSTATUS USBD_SelectConfigUrbAllocateAndBuild(USBD_HANDLE USBDHandle,
                                              PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor,
                                              PUSBD_INTERFACE_LIST_ENTRY InterfaceList, PURB *Urb)
{
    SIZE_T size = FIELD_OFFSET(struct _URB_SELECT_CONFIGURATION, Interface);
    PUSBD_INTERFACE_LIST_ENTRY entry;
    PUCHAR at;

    *Urb = NULL;
    for (entry = InterfaceList; entry->InterfaceDescriptor; entry++)
        size += GET_USBD_INTERFACE_SIZE(entry->InterfaceDescriptor->bNumEndpoints);
    if (entry == InterfaceList || size > 0xFFFF)
        return STATUS_INVALID_PARAMETER;
    *Urb = (PURB)usbdex_allocate(USBDHandle->tag, size < sizeof **Urb ? sizeof **Urb : size);
    if (!*Urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    (*Urb)->UrbHeader.Function = URB_FUNCTION_SELECT_CONFIGURATION;
    (*Urb)->UrbHeader.Length = (USHORT)size;
    (*Urb)->UrbSelectConfiguration.ConfigurationDescriptor = ConfigurationDescriptor;
    at = (PUCHAR)*Urb + FIELD_OFFSET(struct _URB_SELECT_CONFIGURATION, Interface);
    for (entry = InterfaceList; entry->InterfaceDescriptor; entry++) {
        entry->Interface = (PUSBD_INTERFACE_INFORMATION)at;
        at += build_interface(entry->Interface, entry->InterfaceDescriptor);
    }
    return STATUS_SUCCESS;
}

NTSTATUS USBD_SelectInterfaceUrbAllocateAndBuild(USBD_HANDLE USBDHandle, USBD_CONFIGURATION_HANDLE ConfigurationHandle,
                                                 PUSBD_INTERFACE_LIST_ENTRY InterfaceListEntry, PURB *Urb)
{
    SIZE_T size;

    *Urb = NULL;
    if (!InterfaceListEntry->InterfaceDescriptor)
        return STATUS_INVALID_PARAMETER;
    size = FIELD_OFFSET(struct _URB_SELECT_INTERFACE, Interface) +
           GET_USBD_INTERFACE_SIZE(InterfaceListEntry->InterfaceDescriptor->bNumEndpoints);
    *Urb = (PURB)usbdex_allocate(USBDHandle->tag, size < sizeof **Urb ? sizeof **Urb : size);
    if (!*Urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    (*Urb)->UrbHeader.Function = URB_FUNCTION_SELECT_INTERFACE;
    (*Urb)->UrbHeader.Length = (USHORT)size;
    (*Urb)->UrbSelectInterface.ConfigurationHandle = ConfigurationHandle;
    InterfaceListEntry->Interface = &(*Urb)->UrbSelectInterface.Interface;
    build_interface(InterfaceListEntry->Interface, InterfaceListEntry->InterfaceDescriptor);
    return STATUS_SUCCESS;
}
