/* What drivers of functions ask of the device: each sees a device that has its own interfaces only. */
#include "ntsim/usbccgp/ccgp.h"

static BOOLEAN is_own(const struct ccgp_function *function, UCHAR number)
{
    return number >= function->First && number - function->First < function->Count;
}

static NTSTATUS complete_urb(PIRP irp, PURB urb, NTSTATUS status, USBD_STATUS usbd)
{
    urb->UrbHeader.Status = usbd;
    return ccgp_complete(irp, status, 0);
}

static PUSBD_INTERFACE_INFORMATION *kept(struct ccgp_parent *parent, UCHAR number)
{
    for (ULONG i = 0; i < parent->InterfaceCount; i++)
        if (parent->Interfaces[i]->InterfaceNumber == number)
            return &parent->Interfaces[i];
    return NULL;
}

/* Asks the hub for another setting, and keeps what that has. */
static NTSTATUS change_setting(struct ccgp_parent *parent, UCHAR number, UCHAR setting)
{
    const PUSB_INTERFACE_DESCRIPTOR descriptor =
        USBD_ParseConfigurationDescriptorEx(parent->Configuration, parent->Configuration, number, setting, -1, -1, -1);
    PUSBD_INTERFACE_INFORMATION *place = kept(parent, number);
    if (!descriptor || !place)
        return STATUS_INVALID_PARAMETER;
    const SIZE_T size =
        FIELD_OFFSET(struct _URB_SELECT_INTERFACE, Interface) + GET_USBD_INTERFACE_SIZE(descriptor->bNumEndpoints);
    struct _URB_SELECT_INTERFACE *urb = ExAllocatePool2(POOL_FLAG_NON_PAGED, size + sizeof(*urb), CCGP_TAG);
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    UsbBuildSelectInterfaceRequest((PURB)urb, (USHORT)size, parent->Handle, number, setting);
    NTSTATUS status = ccgp_submit(parent, urb);
    const PUSBD_INTERFACE_INFORMATION copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, urb->Interface.Length, CCGP_TAG);
    if (NT_SUCCESS(status) && !copy)
        status = STATUS_INSUFFICIENT_RESOURCES;
    if (NT_SUCCESS(status)) {
        RtlCopyMemory(copy, &urb->Interface, urb->Interface.Length);
        ExFreePoolWithTag(*place, CCGP_TAG);
        *place = copy;
    } else if (copy) {
        ExFreePoolWithTag(copy, CCGP_TAG);
    }
    ExFreePoolWithTag(urb, CCGP_TAG);
    return status;
}

static NTSTATUS give(struct ccgp_function *function, PUSBD_INTERFACE_INFORMATION to, const UCHAR *end)
{
    struct ccgp_parent *parent = function->Parent;
    if ((PUCHAR)to + FIELD_OFFSET(USBD_INTERFACE_INFORMATION, Pipes) > end || (PUCHAR)to + to->Length > end ||
        !is_own(function, to->InterfaceNumber) || !kept(parent, to->InterfaceNumber))
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = STATUS_SUCCESS;
    if ((*kept(parent, to->InterfaceNumber))->AlternateSetting != to->AlternateSetting)
        status = change_setting(parent, to->InterfaceNumber, to->AlternateSetting);
    if (!NT_SUCCESS(status))
        return status;
    const USBD_INTERFACE_INFORMATION *from = *kept(parent, to->InterfaceNumber);
    const USHORT length = to->Length;
    const SIZE_T needed =
        FIELD_OFFSET(USBD_INTERFACE_INFORMATION, Pipes) + from->NumberOfPipes * sizeof(USBD_PIPE_INFORMATION);
    if (length < needed)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(to, from, needed);
    to->Length = length;
    return STATUS_SUCCESS;
}

static NTSTATUS select_configuration(struct ccgp_function *function, PIRP irp, PURB urb)
{
    struct _URB_SELECT_CONFIGURATION *select = &urb->UrbSelectConfiguration;
    const PUCHAR end = (PUCHAR)urb + urb->UrbHeader.Length;
    NTSTATUS status = STATUS_SUCCESS;
    if (!select->ConfigurationDescriptor)
        return complete_urb(irp, urb, STATUS_SUCCESS, USBD_STATUS_SUCCESS);
    for (PUSBD_INTERFACE_INFORMATION at = &select->Interface; (PUCHAR)at < end && NT_SUCCESS(status);
         at = (PUSBD_INTERFACE_INFORMATION)((PUCHAR)at + at->Length))
        status = give(function, at, end);
    select->ConfigurationHandle = function->Parent->Handle;
    return complete_urb(irp, urb, status, NT_SUCCESS(status) ? USBD_STATUS_SUCCESS : USBD_STATUS_INVALID_PARAMETER);
}

static NTSTATUS select_interface(struct ccgp_function *function, PIRP irp, PURB urb)
{
    const NTSTATUS status = give(function, &urb->UrbSelectInterface.Interface, (PUCHAR)urb + urb->UrbHeader.Length);
    return complete_urb(irp, urb, status, NT_SUCCESS(status) ? USBD_STATUS_SUCCESS : USBD_STATUS_INVALID_PARAMETER);
}

/* The configuration without the interfaces of others. */
static NTSTATUS give_configuration(const struct ccgp_function *function, PIRP irp, PURB urb)
{
    const USB_CONFIGURATION_DESCRIPTOR *whole = function->Parent->Configuration;
    struct _URB_CONTROL_DESCRIPTOR_REQUEST *request = &urb->UrbControlDescriptorRequest;
    PUCHAR buffer = request->TransferBuffer;
    if (!buffer && request->TransferBufferMDL)
        buffer = MmGetSystemAddressForMdlSafe(request->TransferBufferMDL, NormalPagePriority | MdlMappingNoExecute);
    const PUSB_CONFIGURATION_DESCRIPTOR own = ExAllocatePool2(POOL_FLAG_NON_PAGED, whole->wTotalLength, CCGP_TAG);
    if (!own || !buffer) {
        if (own)
            ExFreePoolWithTag(own, CCGP_TAG);
        return complete_urb(irp, urb, STATUS_INSUFFICIENT_RESOURCES, USBD_STATUS_INSUFFICIENT_RESOURCES);
    }
    RtlCopyMemory(own, whole, whole->bLength);
    PUCHAR to = (PUCHAR)own + whole->bLength, from = (PUCHAR)whole + whole->bLength;
    BOOLEAN mine = FALSE;
    for (; from + 3 <= (PUCHAR)whole + whole->wTotalLength && from[0] >= 2; from += from[0]) {
        if (from[1] == USB_INTERFACE_DESCRIPTOR_TYPE || from[1] == USB_INTERFACE_ASSOCIATION_DESCRIPTOR_TYPE)
            mine = is_own(function, from[2]);
        if (!mine)
            continue;
        RtlCopyMemory(to, from, from[0]);
        to += from[0];
    }
    own->bNumInterfaces = function->Count;
    own->wTotalLength = (USHORT)(to - (PUCHAR)own);
    request->TransferBufferLength = min(request->TransferBufferLength, (ULONG)own->wTotalLength);
    RtlCopyMemory(buffer, own, request->TransferBufferLength);
    ExFreePoolWithTag(own, CCGP_TAG);
    return complete_urb(irp, urb, STATUS_SUCCESS, USBD_STATUS_SUCCESS);
}

NTSTATUS ccgp_function_internal(struct ccgp_function *function, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const ULONG code = stack->Parameters.DeviceIoControl.IoControlCode;
    const PURB urb = stack->Parameters.Others.Argument1;
    if (code == IOCTL_INTERNAL_USB_SUBMIT_IDLE_NOTIFICATION)
        return ccgp_complete(irp, STATUS_NOT_SUPPORTED, 0);
    if (code == IOCTL_INTERNAL_USB_SUBMIT_URB && urb) {
        if (urb->UrbHeader.Function == URB_FUNCTION_SELECT_CONFIGURATION)
            return select_configuration(function, irp, urb);
        if (urb->UrbHeader.Function == URB_FUNCTION_SELECT_INTERFACE)
            return select_interface(function, irp, urb);
        if (urb->UrbHeader.Function == URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE &&
            urb->UrbControlDescriptorRequest.DescriptorType == USB_CONFIGURATION_DESCRIPTOR_TYPE)
            return give_configuration(function, irp, urb);
    }
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(function->Parent->Lower, irp);
}
