/* Requests to a device: URBs, and the codes that ask for its port. */
#include "ntsim/usb/hub.h"

enum {
    IN_BIT = 0x80,
    STANDARD = 0x00,
    CLASS = 0x20,
    VENDOR = 0x40,
    TO_DEVICE = 0,
    TO_INTERFACE = 1,
    TO_ENDPOINT = 2,
    TO_OTHER = 3,
};

NTSTATUS hub_status(USBD_STATUS status)
{
    switch (status) {
    case USBD_STATUS_SUCCESS:
        return STATUS_SUCCESS;
    case USBD_STATUS_CANCELED:
        return STATUS_CANCELLED;
    case USBD_STATUS_TIMEOUT:
        return STATUS_IO_TIMEOUT;
    case USBD_STATUS_DEVICE_GONE:
        return STATUS_NO_SUCH_DEVICE;
    case USBD_STATUS_INVALID_PARAMETER:
    case USBD_STATUS_INVALID_URB_FUNCTION:
    case USBD_STATUS_INVALID_PIPE_HANDLE:
    case USBD_STATUS_BAD_START_FRAME:
    case USBD_STATUS_INTERFACE_NOT_FOUND:
    case USBD_STATUS_INAVLID_CONFIGURATION_DESCRIPTOR:
        return STATUS_INVALID_PARAMETER;
    case USBD_STATUS_BUFFER_TOO_SMALL:
        return STATUS_BUFFER_TOO_SMALL;
    case USBD_STATUS_INSUFFICIENT_RESOURCES:
        return STATUS_INSUFFICIENT_RESOURCES;
    case USBD_STATUS_NOT_SUPPORTED:
        return STATUS_NOT_SUPPORTED;
    case USBD_STATUS_ERROR_BUSY:
        return STATUS_DEVICE_BUSY;
    default:
        return STATUS_UNSUCCESSFUL;
    }
}

NTSTATUS hub_complete_urb(PIRP irp, PURB urb, USBD_STATUS status)
{
    urb->UrbHeader.Status = status;
    return hub_complete(irp, hub_status(status), 0);
}

/* --- control transfers --- */

/* The request blocks of all control transfers have their buffer at the same place. */
static NTSTATUS submit_control(struct hub_device *device, PIRP irp, PURB urb, UCHAR type, UCHAR request, USHORT value,
                               USHORT index)
{
    const struct _URB_CONTROL_TRANSFER *transfer = &urb->UrbControlTransfer;
    const ULONG length = transfer->TransferBufferLength;
    if (length > MAXUSHORT)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PARAMETER);
    const struct hub_submission submission = {
        .Irp = irp,
        .Urb = urb,
        .In = (type & IN_BIT) != 0,
        .Buffer = transfer->TransferBuffer,
        .Mdl = transfer->TransferBufferMDL,
        .Length = length,
        .Setup = {type, request, (UCHAR)value, (UCHAR)(value >> 8), (UCHAR)index, (UCHAR)(index >> 8), (UCHAR)length,
                  (UCHAR)(length >> 8)},
    };
    return hub_submit(&device->Endpoints[0], &submission);
}

static NTSTATUS control_transfer(struct hub_device *device, PIRP irp, PURB urb, const UCHAR *setup, ULONG timeout)
{
    const struct _URB_CONTROL_TRANSFER *transfer = &urb->UrbControlTransfer;
    struct hub_endpoint *endpoint = &device->Endpoints[0];
    if (!(transfer->TransferFlags & USBD_DEFAULT_PIPE_TRANSFER) && transfer->PipeHandle)
        endpoint = hub_endpoint_of(device, transfer->PipeHandle);
    if (!endpoint || endpoint->Type != USB_ENDPOINT_TYPE_CONTROL)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PIPE_HANDLE);
    if (transfer->TransferBufferLength > MAXUSHORT)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PARAMETER);
    struct hub_submission submission = {
        .Irp = irp,
        .Urb = urb,
        .In = (setup[0] & IN_BIT) != 0,
        .Buffer = transfer->TransferBuffer,
        .Mdl = transfer->TransferBufferMDL,
        .Length = transfer->TransferBufferLength,
        .Timeout = timeout,
    };
    RtlCopyMemory(submission.Setup, setup, sizeof(submission.Setup));
    submission.Setup[6] = (UCHAR)submission.Length;
    submission.Setup[7] = (UCHAR)(submission.Length >> 8);
    return hub_submit(endpoint, &submission);
}

static NTSTATUS vendor_or_class(struct hub_device *device, PIRP irp, PURB urb, UCHAR type)
{
    const struct _URB_CONTROL_VENDOR_OR_CLASS_REQUEST *request = &urb->UrbControlVendorClassRequest;
    if (request->TransferFlags & USBD_TRANSFER_DIRECTION_IN)
        type |= IN_BIT;
    return submit_control(device, irp, urb, type, request->Request, request->Value, request->Index);
}

static NTSTATUS descriptor(struct hub_device *device, PIRP irp, PURB urb, UCHAR type)
{
    const struct _URB_CONTROL_DESCRIPTOR_REQUEST *request = &urb->UrbControlDescriptorRequest;
    return submit_control(
        device, irp, urb, type, type & IN_BIT ? USB_REQUEST_GET_DESCRIPTOR : USB_REQUEST_SET_DESCRIPTOR,
        USB_DESCRIPTOR_MAKE_TYPE_AND_INDEX(request->DescriptorType, request->Index), request->LanguageId);
}

static NTSTATUS feature(struct hub_device *device, PIRP irp, PURB urb, UCHAR recipient, UCHAR request)
{
    struct _URB_CONTROL_FEATURE_REQUEST *asked = &urb->UrbControlFeatureRequest;
    urb->UrbControlTransfer.TransferBufferLength = 0;
    return submit_control(device, irp, urb, recipient, request, asked->FeatureSelector, asked->Index);
}

static NTSTATUS get_status(struct hub_device *device, PIRP irp, PURB urb, UCHAR recipient)
{
    return submit_control(device, irp, urb, (UCHAR)(IN_BIT | recipient), USB_REQUEST_GET_STATUS, 0,
                          urb->UrbControlGetStatusRequest.Index);
}

static NTSTATUS os_feature(struct hub_device *device, PIRP irp, PURB urb)
{
    const struct _URB_OS_FEATURE_DESCRIPTOR_REQUEST *request = &urb->UrbOSFeatureDescriptorRequest;
    if (!device->VendorCode)
        return hub_complete_urb(irp, urb, USBD_STATUS_NOT_SUPPORTED);
    return submit_control(device, irp, urb, (UCHAR)(IN_BIT | VENDOR | request->Recipient), device->VendorCode,
                          (USHORT)(request->InterfaceNumber << 8 | request->MS_PageIndex),
                          request->MS_FeatureDescriptorIndex);
}

/* --- pipes --- */

static NTSTATUS bulk_or_interrupt(struct hub_device *device, PIRP irp, PURB urb)
{
    const struct _URB_BULK_OR_INTERRUPT_TRANSFER *transfer = &urb->UrbBulkOrInterruptTransfer;
    struct hub_endpoint *endpoint = hub_endpoint_of(device, transfer->PipeHandle);
    if (!endpoint)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PIPE_HANDLE);
    const BOOLEAN in = USB_ENDPOINT_DIRECTION_IN(endpoint->Address) != 0;
    if (endpoint->Type != USB_ENDPOINT_TYPE_BULK && endpoint->Type != USB_ENDPOINT_TYPE_INTERRUPT)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PARAMETER);
    const struct hub_submission submission = {
        .Irp = irp,
        .Urb = urb,
        .In = in,
        .Buffer = transfer->TransferBuffer,
        .Mdl = transfer->TransferBufferMDL,
        .Length = transfer->TransferBufferLength,
    };
    return hub_submit(endpoint, &submission);
}

static NTSTATUS isochronous(struct hub_device *device, PIRP irp, PURB urb)
{
    const struct _URB_ISOCH_TRANSFER *transfer = &urb->UrbIsochronousTransfer;
    struct hub_endpoint *endpoint = hub_endpoint_of(device, transfer->PipeHandle);
    if (!endpoint)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PIPE_HANDLE);
    if (endpoint->Type != USB_ENDPOINT_TYPE_ISOCHRONOUS || transfer->NumberOfPackets == 0 ||
        urb->UrbHeader.Length < (ULONG)FIELD_OFFSET(struct _URB_ISOCH_TRANSFER, IsoPacket) +
                                    transfer->NumberOfPackets * sizeof(USBD_ISO_PACKET_DESCRIPTOR))
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PARAMETER);
    const struct hub_submission submission = {
        .Irp = irp,
        .Urb = urb,
        .In = USB_ENDPOINT_DIRECTION_IN(endpoint->Address) != 0,
        .Buffer = transfer->TransferBuffer,
        .Mdl = transfer->TransferBufferMDL,
        .Length = transfer->TransferBufferLength,
    };
    return hub_submit(endpoint, &submission);
}

/* The device's half is cleared by a request to it, the controller's half here. */
static USBD_STATUS reset_pipe(struct hub_device *device, USBD_PIPE_HANDLE handle, BOOLEAN device_half, BOOLEAN own_half)
{
    struct hub_endpoint *endpoint = hub_endpoint_of(device, handle);
    if (!endpoint)
        return USBD_STATUS_INVALID_PIPE_HANDLE;
    if (device->Gone)
        return USBD_STATUS_DEVICE_GONE;
    if (device_half && endpoint->Type != USB_ENDPOINT_TYPE_ISOCHRONOUS &&
        hub_control(device, TO_ENDPOINT, USB_REQUEST_CLEAR_FEATURE, USB_FEATURE_ENDPOINT_STALL, endpoint->Address, NULL,
                    NULL) != SIM_USB_ANSWERED_ACK)
        return USBD_STATUS_STALL_PID;
    if (own_half)
        endpoint->Halted = FALSE;
    return USBD_STATUS_SUCCESS;
}

static USBD_STATUS abort_pipe(struct hub_device *device, USBD_PIPE_HANDLE handle)
{
    struct hub_endpoint *endpoint = hub_endpoint_of(device, handle);
    if (!endpoint)
        return USBD_STATUS_INVALID_PIPE_HANDLE;
    hub_abort(endpoint, USBD_STATUS_CANCELED);
    return USBD_STATUS_SUCCESS;
}

/* --- URBs --- */

/* How long the request block of a function must be at least; 0: there is no such function. */
static ULONG least_length(USHORT function)
{
    switch (function) {
    case URB_FUNCTION_SELECT_CONFIGURATION:
        return FIELD_OFFSET(struct _URB_SELECT_CONFIGURATION, Interface);
    case URB_FUNCTION_SELECT_INTERFACE:
        return FIELD_OFFSET(struct _URB_SELECT_INTERFACE, Interface.Pipes);
    case URB_FUNCTION_ABORT_PIPE:
    case URB_FUNCTION_SYNC_RESET_PIPE_AND_CLEAR_STALL:
    case URB_FUNCTION_SYNC_RESET_PIPE:
    case URB_FUNCTION_SYNC_CLEAR_STALL:
        return FIELD_OFFSET(struct _URB_PIPE_REQUEST, Reserved);
    case URB_FUNCTION_GET_CURRENT_FRAME_NUMBER:
        return sizeof(struct _URB_GET_CURRENT_FRAME_NUMBER);
    case URB_FUNCTION_CONTROL_TRANSFER_EX:
        return sizeof(struct _URB_CONTROL_TRANSFER_EX);
    case URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER:
    case URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER_USING_CHAINED_MDL:
        return sizeof(struct _URB_BULK_OR_INTERRUPT_TRANSFER);
    case URB_FUNCTION_ISOCH_TRANSFER:
    case URB_FUNCTION_ISOCH_TRANSFER_USING_CHAINED_MDL:
        return FIELD_OFFSET(struct _URB_ISOCH_TRANSFER, IsoPacket);
    default:
        return sizeof(struct _URB_HEADER);
    }
}

enum control_kind { DESCRIPTOR, SET_FEATURE, CLEAR_FEATURE, STATUS, OWN };

/* Functions that are control transfers to a recipient. */
static const struct control_function {
    USHORT Function;
    UCHAR Kind, Type;
} control_functions[] = {
    {URB_FUNCTION_GET_DESCRIPTOR_FROM_DEVICE, DESCRIPTOR, IN_BIT | TO_DEVICE},
    {URB_FUNCTION_GET_DESCRIPTOR_FROM_INTERFACE, DESCRIPTOR, IN_BIT | TO_INTERFACE},
    {URB_FUNCTION_GET_DESCRIPTOR_FROM_ENDPOINT, DESCRIPTOR, IN_BIT | TO_ENDPOINT},
    {URB_FUNCTION_SET_DESCRIPTOR_TO_DEVICE, DESCRIPTOR, TO_DEVICE},
    {URB_FUNCTION_SET_DESCRIPTOR_TO_INTERFACE, DESCRIPTOR, TO_INTERFACE},
    {URB_FUNCTION_SET_DESCRIPTOR_TO_ENDPOINT, DESCRIPTOR, TO_ENDPOINT},
    {URB_FUNCTION_SET_FEATURE_TO_DEVICE, SET_FEATURE, TO_DEVICE},
    {URB_FUNCTION_SET_FEATURE_TO_INTERFACE, SET_FEATURE, TO_INTERFACE},
    {URB_FUNCTION_SET_FEATURE_TO_ENDPOINT, SET_FEATURE, TO_ENDPOINT},
    {URB_FUNCTION_SET_FEATURE_TO_OTHER, SET_FEATURE, TO_OTHER},
    {URB_FUNCTION_CLEAR_FEATURE_TO_DEVICE, CLEAR_FEATURE, TO_DEVICE},
    {URB_FUNCTION_CLEAR_FEATURE_TO_INTERFACE, CLEAR_FEATURE, TO_INTERFACE},
    {URB_FUNCTION_CLEAR_FEATURE_TO_ENDPOINT, CLEAR_FEATURE, TO_ENDPOINT},
    {URB_FUNCTION_CLEAR_FEATURE_TO_OTHER, CLEAR_FEATURE, TO_OTHER},
    {URB_FUNCTION_GET_STATUS_FROM_DEVICE, STATUS, TO_DEVICE},
    {URB_FUNCTION_GET_STATUS_FROM_INTERFACE, STATUS, TO_INTERFACE},
    {URB_FUNCTION_GET_STATUS_FROM_ENDPOINT, STATUS, TO_ENDPOINT},
    {URB_FUNCTION_GET_STATUS_FROM_OTHER, STATUS, TO_OTHER},
    {URB_FUNCTION_VENDOR_DEVICE, OWN, VENDOR | TO_DEVICE},
    {URB_FUNCTION_VENDOR_INTERFACE, OWN, VENDOR | TO_INTERFACE},
    {URB_FUNCTION_VENDOR_ENDPOINT, OWN, VENDOR | TO_ENDPOINT},
    {URB_FUNCTION_VENDOR_OTHER, OWN, VENDOR | TO_OTHER},
    {URB_FUNCTION_CLASS_DEVICE, OWN, CLASS | TO_DEVICE},
    {URB_FUNCTION_CLASS_INTERFACE, OWN, CLASS | TO_INTERFACE},
    {URB_FUNCTION_CLASS_ENDPOINT, OWN, CLASS | TO_ENDPOINT},
    {URB_FUNCTION_CLASS_OTHER, OWN, CLASS | TO_OTHER},
};

static NTSTATUS control_by_function(struct hub_device *device, PIRP irp, PURB urb)
{
    const struct control_function *found = control_functions, *end = found + RTL_NUMBER_OF(control_functions);
    while (found < end && found->Function != urb->UrbHeader.Function)
        found++;
    if (found == end)
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_URB_FUNCTION);
    switch (found->Kind) {
    case DESCRIPTOR:
        return descriptor(device, irp, urb, found->Type);
    case SET_FEATURE:
        return feature(device, irp, urb, found->Type, USB_REQUEST_SET_FEATURE);
    case CLEAR_FEATURE:
        return feature(device, irp, urb, found->Type, USB_REQUEST_CLEAR_FEATURE);
    case STATUS:
        return get_status(device, irp, urb, found->Type);
    default:
        return vendor_or_class(device, irp, urb, found->Type);
    }
}

static BOOLEAN is_gone(const struct hub_pdo *pdo)
{
    return pdo->Missing || pdo->Device->Gone;
}

static NTSTATUS submit_urb(const struct hub_pdo *pdo, PIRP irp)
{
    struct hub_device *device = pdo->Device;
    const PURB urb = IoGetCurrentIrpStackLocation(irp)->Parameters.Others.Argument1;
    if (!urb)
        return hub_complete(irp, STATUS_INVALID_PARAMETER, 0);
    if (urb->UrbHeader.Length < least_length(urb->UrbHeader.Function))
        return hub_complete_urb(irp, urb, USBD_STATUS_INVALID_PARAMETER);
    if (is_gone(pdo) && urb->UrbHeader.Function != URB_FUNCTION_ABORT_PIPE)
        return hub_complete_urb(irp, urb, USBD_STATUS_DEVICE_GONE);
    switch (urb->UrbHeader.Function) {
    case URB_FUNCTION_SELECT_CONFIGURATION:
        return hub_complete_urb(irp, urb, hub_select_configuration(device, &urb->UrbSelectConfiguration));
    case URB_FUNCTION_SELECT_INTERFACE:
        return hub_complete_urb(irp, urb, hub_select_interface(device, &urb->UrbSelectInterface));
    case URB_FUNCTION_ABORT_PIPE:
        return hub_complete_urb(irp, urb, abort_pipe(device, urb->UrbPipeRequest.PipeHandle));
    case URB_FUNCTION_SYNC_RESET_PIPE_AND_CLEAR_STALL:
        return hub_complete_urb(irp, urb, reset_pipe(device, urb->UrbPipeRequest.PipeHandle, TRUE, TRUE));
    case URB_FUNCTION_SYNC_RESET_PIPE:
        return hub_complete_urb(irp, urb, reset_pipe(device, urb->UrbPipeRequest.PipeHandle, FALSE, TRUE));
    case URB_FUNCTION_SYNC_CLEAR_STALL:
        return hub_complete_urb(irp, urb, reset_pipe(device, urb->UrbPipeRequest.PipeHandle, TRUE, FALSE));
    case URB_FUNCTION_GET_CURRENT_FRAME_NUMBER:
        urb->UrbGetCurrentFrameNumber.FrameNumber = (ULONG)(hub_microframe() / 8);
        return hub_complete_urb(irp, urb, USBD_STATUS_SUCCESS);
    case URB_FUNCTION_CONTROL_TRANSFER:
        return control_transfer(device, irp, urb, urb->UrbControlTransfer.SetupPacket, 0);
    case URB_FUNCTION_CONTROL_TRANSFER_EX:
        return control_transfer(device, irp, urb, urb->UrbControlTransferEx.SetupPacket,
                                urb->UrbControlTransferEx.Timeout);
    case URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER:
    case URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER_USING_CHAINED_MDL:
        return bulk_or_interrupt(device, irp, urb);
    case URB_FUNCTION_ISOCH_TRANSFER:
    case URB_FUNCTION_ISOCH_TRANSFER_USING_CHAINED_MDL:
        return isochronous(device, irp, urb);
    case URB_FUNCTION_TAKE_FRAME_LENGTH_CONTROL:
    case URB_FUNCTION_RELEASE_FRAME_LENGTH_CONTROL:
    case URB_FUNCTION_GET_FRAME_LENGTH:
    case URB_FUNCTION_SET_FRAME_LENGTH:
    case URB_FUNCTION_OPEN_STATIC_STREAMS:
    case URB_FUNCTION_CLOSE_STATIC_STREAMS:
    case URB_FUNCTION_GET_ISOCH_PIPE_TRANSFER_PATH_DELAYS:
        return hub_complete_urb(irp, urb, USBD_STATUS_NOT_SUPPORTED);
    case URB_FUNCTION_GET_CONFIGURATION:
        return submit_control(device, irp, urb, IN_BIT | TO_DEVICE, USB_REQUEST_GET_CONFIGURATION, 0, 0);
    case URB_FUNCTION_GET_INTERFACE:
        return submit_control(device, irp, urb, IN_BIT | TO_INTERFACE, USB_REQUEST_GET_INTERFACE, 0,
                              urb->UrbControlGetInterfaceRequest.Interface);
    case URB_FUNCTION_GET_MS_FEATURE_DESCRIPTOR:
        return os_feature(device, irp, urb);
    default:
        return control_by_function(device, irp, urb);
    }
}

/* --- the port --- */

static NTSTATUS reset_port(const struct hub_pdo *pdo)
{
    struct hub_device *device = pdo->Device;
    if (is_gone(pdo))
        return STATUS_NO_SUCH_DEVICE;
    hub_abort_all(device, USBD_STATUS_CANCELED);
    device->Wire->reset(device->Wire->context);
    hub_restore(device);
    return STATUS_SUCCESS;
}

NTSTATUS hub_cycle_port(struct hub_pdo *pdo, USBD_STATUS ending)
{
    struct hub_device *device = pdo->Device;
    if (is_gone(pdo))
        return STATUS_NO_SUCH_DEVICE;
    hub_abort_all(device, ending);
    device->Wire->reset(device->Wire->context);
    device->Pdo = NULL; /* its successor follows when it is removed */
    pdo->Missing = TRUE;
    IoInvalidateDeviceRelations(hub.Fdo->Physical, BusRelations);
    return STATUS_SUCCESS;
}

NTSTATUS hub_pdo_internal(PDEVICE_OBJECT object, PIRP irp)
{
    struct hub_pdo *pdo = hub_pdo_of(object);
    struct hub_device *device = pdo->Device;
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const PVOID argument = stack->Parameters.Others.Argument1;
    switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_INTERNAL_USB_SUBMIT_URB:
        return submit_urb(pdo, irp);
    case IOCTL_INTERNAL_USB_GET_PORT_STATUS:
        *(PULONG)argument = is_gone(pdo) ? 0 : USBD_PORT_CONNECTED | USBD_PORT_ENABLED;
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IOCTL_INTERNAL_USB_RESET_PORT:
        return hub_complete(irp, reset_port(pdo), 0);
    case IOCTL_INTERNAL_USB_CYCLE_PORT:
        return hub_complete(irp, hub_cycle_port(pdo, USBD_STATUS_CANCELED), 0);
    case IOCTL_INTERNAL_USB_ENABLE_PORT:
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IOCTL_INTERNAL_USB_SUBMIT_IDLE_NOTIFICATION:
        return hub_submit_idle(pdo, irp);
    case IOCTL_INTERNAL_USB_GET_DEVICE_HANDLE:
        *(PVOID *)argument = device;
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IOCTL_INTERNAL_USB_GET_HUB_COUNT:
        ++*(PULONG)argument;
        return hub_complete(irp, STATUS_SUCCESS, 0);
    case IOCTL_INTERNAL_USB_GET_TOPOLOGY_ADDRESS: {
        const PUSB_TOPOLOGY_ADDRESS address = argument;
        RtlZeroMemory(address, sizeof(*address));
        address->RootHubPortNumber = (USHORT)device->Port;
        return hub_complete(irp, STATUS_SUCCESS, 0);
    }
    default:
        return hub_complete(irp, STATUS_NOT_SUPPORTED, 0);
    }
}
