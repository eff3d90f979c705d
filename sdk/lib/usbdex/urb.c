/* Request blocks: allocation, freeing, and their place in an I/O request. */
#include "handle.h"

PVOID usbdex_allocate(ULONG tag, SIZE_T size)
{
    PVOID memory = ExAllocatePoolWithTag(NonPagedPoolNx, size, tag);
    if (memory)
        RtlZeroMemory(memory, size);
    return memory;
}

NTSTATUS USBD_UrbAllocate(USBD_HANDLE USBDHandle, PURB *Urb)
{
    *Urb = (PURB)usbdex_allocate(USBDHandle->tag, sizeof **Urb);
    return *Urb ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS USBD_IsochUrbAllocate(USBD_HANDLE USBDHandle, ULONG NumberOfIsochPackets, PURB *Urb)
{
    SIZE_T size = GET_ISO_URB_SIZE((SIZE_T)NumberOfIsochPackets);

    *Urb = NULL;
    /* The length of a block is a USHORT; the frames of one request stay far below it. */
    if (NumberOfIsochPackets == 0 || size > 0xFFFF)
        return STATUS_INVALID_PARAMETER;
    *Urb = (PURB)usbdex_allocate(USBDHandle->tag, size < sizeof **Urb ? sizeof **Urb : size);
    return *Urb ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

VOID USBD_UrbFree(USBD_HANDLE USBDHandle, PURB Urb)
{
    ExFreePoolWithTag(Urb, USBDHandle->tag);
}

VOID USBD_AssignUrbToIoStackLocation(USBD_HANDLE USBDHandle, PIO_STACK_LOCATION IoStackLocation, PURB Urb)
{
    (void)USBDHandle;
    IoStackLocation->Parameters.Others.Argument1 = Urb;
}
