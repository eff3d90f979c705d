/* USB pipes, and the continuous reader, which keeps reads at a pipe. */
#include "ntsim/wdf/fx_usb.h"

enum { DEFAULT_READS = 2, MOST_READS = 10 };

struct fx_usb_read {
    struct fx_usb_reader *Reader;
    struct fx_request *Request;
};

struct fx_usb_reader {
    struct fx_usb_pipe *Pipe;
    WDF_USB_CONTINUOUS_READER_CONFIG Config;
    WDF_OBJECT_ATTRIBUTES BufferAttributes;
    BOOLEAN HasBufferAttributes, Running;
    ULONG Count;
    LONG Outstanding;     /* reads that the target has, and what handles one */
    KEVENT Idle;          /* there is none */
    WORK_QUEUE_ITEM Item; /* after a failure */
    BOOLEAN Queued;
    PKTHREAD Thread; /* that carries it out */
    KEVENT Done;     /* it is not queued */
    NTSTATUS Failure;
    USBD_STATUS UsbdFailure;
    struct fx_usb_read Reads[MOST_READS];
};

static struct fx_usb_pipe *pipe_from(WDFUSBPIPE handle)
{
    return fx_object_of(handle, FX_USB_PIPE);
}

static void destroy_pipe(struct fx_object *object)
{
    fx_free(((struct fx_usb_pipe *)object)->Reader);
    fx_target_destroy(object);
}

static const struct fx_class pipe_class = {
    .Type = FX_USB_PIPE,
    .Size = sizeof(struct fx_usb_pipe),
    .Dispose = fx_target_dispose,
    .Destroy = destroy_pipe,
    .PassiveDispose = TRUE,
    .DriverMayNotDelete = TRUE,
};

NTSTATUS fx_usb_create_pipes(struct fx_usb_interface *interface, PUSBD_INTERFACE_INFORMATION information,
                             PWDF_OBJECT_ATTRIBUTES attributes)
{
    struct fx_usb_device *usb = interface->Usb;
    fx_usb_delete_pipes(interface);
    interface->Pipes = fx_allocate(usb->Target.Object.Driver, (information->NumberOfPipes + 1u) * sizeof(PVOID));
    if (!interface->Pipes)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (ULONG i = 0; i < information->NumberOfPipes; i++) {
        struct fx_usb_pipe *pipe;
        const NTSTATUS status =
            fx_create(&pipe_class, usb->Target.Object.Driver, attributes, &interface->Object, &pipe);
        if (!NT_SUCCESS(status))
            return status;
        fx_init_target(&pipe->Target, usb->Target.Device);
        pipe->Target.Local = TRUE;
        pipe->Target.TargetDevice = usb->Target.TargetDevice;
        pipe->Target.TargetPhysicalDevice = usb->Target.TargetPhysicalDevice;
        pipe->Target.State = WdfIoTargetStarted;
        pipe->Usb = usb;
        pipe->Interface = interface;
        pipe->Information = information->Pipes[i];
        pipe->Setting = information->AlternateSetting;
        interface->Pipes[interface->PipeCount++] = pipe;
    }
    interface->Setting = information->AlternateSetting;
    interface->Handle = information->InterfaceHandle;
    interface->Configured = TRUE;
    return STATUS_SUCCESS;
}

void fx_usb_delete_pipes(struct fx_usb_interface *interface)
{
    for (ULONG i = 0; i < interface->PipeCount; i++)
        fx_delete(&interface->Pipes[i]->Target.Object);
    fx_free(interface->Pipes);
    interface->Pipes = NULL;
    interface->PipeCount = 0;
    interface->Configured = FALSE;
}

void fx_usb_pipe_information(PWDF_USB_PIPE_INFORMATION to, const USBD_PIPE_INFORMATION *from, UCHAR setting)
{
    static const WDF_USB_PIPE_TYPE types[] = {WdfUsbPipeTypeControl, WdfUsbPipeTypeIsochronous, WdfUsbPipeTypeBulk,
                                              WdfUsbPipeTypeInterrupt};
    to->MaximumPacketSize = from->MaximumPacketSize;
    to->EndpointAddress = from->EndpointAddress;
    to->Interval = from->Interval;
    to->SettingIndex = setting;
    to->PipeType = (ULONG)from->PipeType < RTL_NUMBER_OF(types) ? types[from->PipeType] : WdfUsbPipeTypeInvalid;
    to->MaximumTransferSize = from->MaximumTransferSize;
}

VOID api_UsbTargetPipeGetInformation(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle,
                                     PWDF_USB_PIPE_INFORMATION information)
{
    const struct fx_usb_pipe *pipe = pipe_from(handle);
    FX_REQUIRE(information);
    fx_usb_pipe_information(information, &pipe->Information, pipe->Setting);
}

BOOLEAN api_UsbTargetPipeIsInEndpoint(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle)
{
    return USB_ENDPOINT_DIRECTION_IN(pipe_from(handle)->Information.EndpointAddress) != 0;
}

BOOLEAN api_UsbTargetPipeIsOutEndpoint(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle)
{
    return USB_ENDPOINT_DIRECTION_IN(pipe_from(handle)->Information.EndpointAddress) == 0;
}

WDF_USB_PIPE_TYPE api_UsbTargetPipeGetType(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle)
{
    WDF_USB_PIPE_INFORMATION information;
    fx_usb_pipe_information(&information, &pipe_from(handle)->Information, 0);
    return information.PipeType;
}

VOID api_UsbTargetPipeSetNoMaximumPacketSizeCheck(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle)
{
    pipe_from(handle)->NoPacketSizeCheck = TRUE;
}

USBD_PIPE_HANDLE api_UsbTargetPipeWdmGetPipeHandle(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle)
{
    return pipe_from(handle)->Information.PipeHandle;
}

/* --- transfers --- */

static NTSTATUS fill_transfer(struct fx_usb_pipe *pipe, const struct fx_buffer *buffer, BOOLEAN in,
                              struct _URB_BULK_OR_INTERRUPT_TRANSFER *urb)
{
    const BOOLEAN is_in = USB_ENDPOINT_DIRECTION_IN(pipe->Information.EndpointAddress) != 0;
    if (pipe->Information.PipeType != UsbdPipeTypeBulk && pipe->Information.PipeType != UsbdPipeTypeInterrupt)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (is_in != in)
        return STATUS_INVALID_DEVICE_REQUEST;
    /* A device may always send a whole packet. */
    if (in && !pipe->NoPacketSizeCheck && pipe->Information.MaximumPacketSize &&
        buffer->Length % pipe->Information.MaximumPacketSize != 0)
        return STATUS_INVALID_BUFFER_SIZE;
    urb->Hdr.Length = sizeof(*urb);
    urb->Hdr.Function = URB_FUNCTION_BULK_OR_INTERRUPT_TRANSFER;
    urb->PipeHandle = pipe->Information.PipeHandle;
    urb->TransferFlags = in ? USBD_TRANSFER_DIRECTION_IN | USBD_SHORT_TRANSFER_OK : USBD_TRANSFER_DIRECTION_OUT;
    urb->TransferBuffer = buffer->Address;
    urb->TransferBufferLength = buffer->Length;
    return STATUS_SUCCESS;
}

static NTSTATUS format_transfer(struct fx_usb_pipe *pipe, struct fx_request *request, WDFMEMORY memory,
                                PWDFMEMORY_OFFSET offset, BOOLEAN in)
{
    struct fx_buffer buffer;
    NTSTATUS status = fx_buffer_of_memory(memory, offset, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    struct _URB_BULK_OR_INTERRUPT_TRANSFER *urb = fx_allocate(pipe->Target.Object.Driver, sizeof(*urb));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = fill_transfer(pipe, &buffer, in, urb);
    if (!NT_SUCCESS(status)) {
        fx_free(urb);
        return status;
    }
    status = fx_format_urb(&pipe->Target, request, (PURB)urb, TRUE,
                           in ? WdfUsbRequestTypePipeRead : WdfUsbRequestTypePipeWrite);
    if (NT_SUCCESS(status)) {
        fx_use_buffer(request->Send, 0, &buffer);
        request->Send->Usb.Parameters.PipeRead.Buffer = memory;
        request->Send->Usb.Parameters.PipeRead.Offset = buffer.Offset;
    }
    return status;
}

NTSTATUS api_UsbTargetPipeFormatRequestForRead(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                               WDFMEMORY memory, PWDFMEMORY_OFFSET offset)
{
    return format_transfer(pipe_from(pipe), fx_object_of(request, FX_REQUEST), memory, offset, TRUE);
}

NTSTATUS api_UsbTargetPipeFormatRequestForWrite(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                                WDFMEMORY memory, PWDFMEMORY_OFFSET offset)
{
    return format_transfer(pipe_from(pipe), fx_object_of(request, FX_REQUEST), memory, offset, FALSE);
}

static NTSTATUS transfer(WDFUSBPIPE handle, WDFREQUEST request, PWDF_REQUEST_SEND_OPTIONS options,
                         PWDF_MEMORY_DESCRIPTOR descriptor, PULONG transferred, BOOLEAN in)
{
    struct fx_usb_pipe *pipe = pipe_from(handle);
    struct _URB_BULK_OR_INTERRUPT_TRANSFER urb = {0};
    struct fx_buffer buffer;
    NTSTATUS status = fx_buffer_of_descriptor(descriptor, &buffer);
    if (NT_SUCCESS(status))
        status = fill_transfer(pipe, &buffer, in, &urb);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_submit_urb(&pipe->Target, request, options, (PURB)&urb);
    if (transferred)
        *transferred = NT_SUCCESS(status) ? urb.TransferBufferLength : 0;
    return status;
}

NTSTATUS api_UsbTargetPipeReadSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                            PWDF_REQUEST_SEND_OPTIONS options, PWDF_MEMORY_DESCRIPTOR buffer,
                                            PULONG transferred)
{
    return transfer(pipe, request, options, buffer, transferred, TRUE);
}

NTSTATUS api_UsbTargetPipeWriteSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                             PWDF_REQUEST_SEND_OPTIONS options, PWDF_MEMORY_DESCRIPTOR buffer,
                                             PULONG transferred)
{
    return transfer(pipe, request, options, buffer, transferred, FALSE);
}

NTSTATUS api_UsbTargetPipeSendUrbSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                               PWDF_REQUEST_SEND_OPTIONS options, PURB urb)
{
    FX_REQUIRE(urb);
    return fx_submit_urb(&pipe_from(pipe)->Target, request, options, urb);
}

NTSTATUS api_UsbTargetPipeFormatRequestForUrb(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle, WDFREQUEST request,
                                              WDFMEMORY memory, PWDFMEMORY_OFFSET offset)
{
    struct fx_request *sent = fx_object_of(request, FX_REQUEST);
    struct fx_buffer buffer;
    NTSTATUS status = fx_buffer_of_memory(memory, offset, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_format_urb(&pipe_from(handle)->Target, sent, buffer.Address, FALSE, WdfUsbRequestTypePipeUrb);
    if (NT_SUCCESS(status)) {
        fx_use_buffer(sent->Send, 0, &buffer);
        sent->Send->Usb.Parameters.PipeUrb.Buffer = memory;
    }
    return status;
}

/* --- abort and reset --- */

static void fill_pipe_request(const struct fx_usb_pipe *pipe, USHORT function, struct _URB_PIPE_REQUEST *urb)
{
    urb->Hdr.Length = sizeof(*urb);
    urb->Hdr.Function = function;
    urb->PipeHandle = pipe->Information.PipeHandle;
}

static NTSTATUS pipe_request(WDFUSBPIPE handle, WDFREQUEST request, PWDF_REQUEST_SEND_OPTIONS options, USHORT function)
{
    struct fx_usb_pipe *pipe = pipe_from(handle);
    struct _URB_PIPE_REQUEST urb = {0};
    fill_pipe_request(pipe, function, &urb);
    /* The pipe may be stopped; the device is asked all the same. */
    return fx_submit_urb(&pipe->Usb->Target, request, options, (PURB)&urb);
}

NTSTATUS api_UsbTargetPipeAbortSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                             PWDF_REQUEST_SEND_OPTIONS options)
{
    return pipe_request(pipe, request, options, URB_FUNCTION_ABORT_PIPE);
}

NTSTATUS api_UsbTargetPipeResetSynchronously(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request,
                                             PWDF_REQUEST_SEND_OPTIONS options)
{
    return pipe_request(pipe, request, options, URB_FUNCTION_RESET_PIPE);
}

static NTSTATUS format_pipe_request(WDFUSBPIPE handle, WDFREQUEST request, USHORT function, WDF_USB_REQUEST_TYPE type)
{
    struct fx_usb_pipe *pipe = pipe_from(handle);
    struct _URB_PIPE_REQUEST *urb = fx_allocate(pipe->Target.Object.Driver, sizeof(*urb));
    if (!urb)
        return STATUS_INSUFFICIENT_RESOURCES;
    fill_pipe_request(pipe, function, urb);
    return fx_format_urb(&pipe->Target, fx_object_of(request, FX_REQUEST), (PURB)urb, TRUE, type);
}

NTSTATUS api_UsbTargetPipeFormatRequestForAbort(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request)
{
    return format_pipe_request(pipe, request, URB_FUNCTION_ABORT_PIPE, WdfUsbRequestTypePipeAbort);
}

NTSTATUS api_UsbTargetPipeFormatRequestForReset(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE pipe, WDFREQUEST request)
{
    return format_pipe_request(pipe, request, URB_FUNCTION_RESET_PIPE, WdfUsbRequestTypePipeReset);
}

/* --- the continuous reader --- */

static EVT_WDF_REQUEST_COMPLETION_ROUTINE read_completed;

static void begun(struct fx_usb_reader *reader)
{
    if (InterlockedIncrement(&reader->Outstanding) == 1)
        KeClearEvent(&reader->Idle);
}

static void ended(struct fx_usb_reader *reader)
{
    if (InterlockedDecrement(&reader->Outstanding) == 0)
        KeSetEvent(&reader->Idle, IO_NO_INCREMENT, FALSE);
}

/* One read with a buffer of its own, which the driver may keep. */
static NTSTATUS send_read(struct fx_usb_read *read)
{
    struct fx_usb_reader *reader = read->Reader;
    struct fx_usb_pipe *pipe = reader->Pipe;
    const WDF_USB_CONTINUOUS_READER_CONFIG *config = &reader->Config;
    struct fx_memory *memory;
    WDF_REQUEST_REUSE_PARAMS reuse;
    WDFMEMORY_OFFSET offset = {.BufferOffset = config->HeaderLength, .BufferLength = config->TransferLength};
    WDF_REQUEST_REUSE_PARAMS_INIT(&reuse, WDF_REQUEST_REUSE_NO_FLAGS, STATUS_SUCCESS);
    NTSTATUS status = api_RequestReuse(NULL, (WDFREQUEST)read->Request, &reuse);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_create_memory(pipe->Target.Object.Driver,
                              reader->HasBufferAttributes ? &reader->BufferAttributes : NULL, &pipe->Target.Object,
                              config->HeaderLength + config->TransferLength + config->TrailerLength, 0, &memory);
    if (!NT_SUCCESS(status))
        return status;
    status = format_transfer(pipe, read->Request, (WDFMEMORY)memory, &offset, TRUE);
    if (!NT_SUCCESS(status)) {
        fx_delete(&memory->Object);
        return status;
    }
    api_RequestSetCompletionRoutine(NULL, (WDFREQUEST)read->Request, read_completed, read);
    begun(reader);
    if (fx_send_request(read->Request, &pipe->Target, NULL))
        return STATUS_SUCCESS;
    ended(reader);
    fx_unformat(read->Request->Send);
    fx_delete(&memory->Object);
    return read->Request->SentStatus;
}

/* A reader that is stopped meanwhile has cancelled its reads before this one was sent. */
static void start_read(struct fx_usb_read *read)
{
    struct fx_usb_reader *reader = read->Reader;
    begun(reader);
    if (reader->Running)
        send_read(read);
    if (!reader->Running)
        api_RequestCancelSentRequest(NULL, (WDFREQUEST)read->Request);
    ended(reader);
}

/* No read is under way afterwards, and no callback of one. */
static void cancel_reads(struct fx_usb_reader *reader)
{
    reader->Running = FALSE;
    for (ULONG i = 0; i < reader->Count; i++)
        api_RequestCancelSentRequest(NULL, (WDFREQUEST)reader->Reads[i].Request);
    KeWaitForSingleObject(&reader->Idle, Executive, KernelMode, FALSE, NULL);
}

/* The pipe is reset where its port is in order, else the device, if it is still there. */
static NTSTATUS recover(struct fx_usb_pipe *pipe)
{
    ULONG port = 0;
    const NTSTATUS status = fx_submit_code(&pipe->Usb->Target, IOCTL_INTERNAL_USB_GET_PORT_STATUS, &port);
    if (!NT_SUCCESS(status))
        return status;
    if (!(port & USBD_PORT_CONNECTED))
        return STATUS_DEVICE_DOES_NOT_EXIST;
    if (!(port & USBD_PORT_ENABLED))
        return api_UsbTargetDeviceResetPortSynchronously(NULL, (WDFUSBDEVICE)pipe->Usb);
    pipe_request((WDFUSBPIPE)pipe, NULL, NULL, URB_FUNCTION_RESET_PIPE);
    return STATUS_SUCCESS;
}

static VOID NTAPI restart(PVOID context)
{
    struct fx_usb_reader *reader = context;
    struct fx_usb_pipe *pipe = reader->Pipe;
    const PFN_WDF_USB_READERS_FAILED failed = reader->Config.EvtUsbTargetPipeReadersFailed;
    reader->Thread = KeGetCurrentThread();
    /* Clearing a halt is a transfer of its own; who fails at once each time would not let time go by. */
    KeDelayExecutionThread(KernelMode, FALSE, &(LARGE_INTEGER){.QuadPart = -10000});
    cancel_reads(reader);
    /* Without a callback of the driver's, or where it wants that, the reads go on. */
    const BOOLEAN again = !failed || failed((WDFUSBPIPE)pipe, reader->Failure, reader->UsbdFailure);
    const NTSTATUS status = again ? recover(pipe) : STATUS_UNSUCCESSFUL;
    reader->Queued = FALSE;
    if (NT_SUCCESS(status) && pipe->Target.State == WdfIoTargetStarted)
        pipe->Target.Start(&pipe->Target);
    reader->Thread = NULL;
    KeSetEvent(&reader->Done, IO_NO_INCREMENT, FALSE);
    fx_dereference(&pipe->Target.Object);
}

static VOID NTAPI read_completed(WDFREQUEST request, WDFIOTARGET target, PWDF_REQUEST_COMPLETION_PARAMS parameters,
                                 WDFCONTEXT context)
{
    struct fx_usb_read *read = context;
    struct fx_usb_reader *reader = read->Reader;
    struct fx_usb_pipe *pipe = reader->Pipe;
    const NTSTATUS status = parameters->IoStatus.Status;
    const WDFMEMORY memory = parameters->Parameters.Usb.Completion->Parameters.PipeRead.Buffer;
    struct fx_memory *buffer = (struct fx_memory *)memory;
    fx_unformat(read->Request->Send);
    if (NT_SUCCESS(status)) {
        /* The driver keeps the buffer by a reference of its own. */
        reader->Config.EvtUsbTargetPipeReadComplete((WDFUSBPIPE)pipe, memory, parameters->IoStatus.Information,
                                                    reader->Config.EvtUsbTargetPipeReadCompleteContext);
        fx_delete(&buffer->Object);
        if (reader->Running && pipe->Target.State == WdfIoTargetStarted)
            start_read(read);
        ended(reader);
        return;
    }
    fx_delete(&buffer->Object);
    /* It may have been cancelled here, or by a driver that stops the pipe. */
    if (status != STATUS_CANCELLED && reader->Running && pipe->Target.State == WdfIoTargetStarted && !reader->Queued) {
        reader->Queued = TRUE;
        reader->Failure = status;
        reader->UsbdFailure = parameters->Parameters.Usb.Completion->UsbdStatus;
        KeClearEvent(&reader->Done);
        fx_reference(&pipe->Target.Object);
        ExInitializeWorkItem(&reader->Item, restart, reader);
        ExQueueWorkItem(&reader->Item, DelayedWorkQueue);
    }
    ended(reader);
}

static void start_reader(struct fx_target *target)
{
    struct fx_usb_reader *reader = ((struct fx_usb_pipe *)target)->Reader;
    if (reader->Running)
        return;
    reader->Running = TRUE;
    for (ULONG i = 0; i < reader->Count; i++) {
        const struct fx_send *send = reader->Reads[i].Request->Send;
        if (!send || (!send->Sent && !send->Waiting))
            start_read(&reader->Reads[i]);
    }
}

static void stop_reader(struct fx_target *target)
{
    struct fx_usb_reader *reader = ((struct fx_usb_pipe *)target)->Reader;
    reader->Running = FALSE;
    if (KeGetCurrentIrql() != PASSIVE_LEVEL || reader->Thread == KeGetCurrentThread())
        return;
    cancel_reads(reader);
    KeWaitForSingleObject(&reader->Done, Executive, KernelMode, FALSE, NULL);
}

NTSTATUS api_UsbTargetPipeConfigContinuousReader(PWDF_DRIVER_GLOBALS globals, WDFUSBPIPE handle,
                                                 PWDF_USB_CONTINUOUS_READER_CONFIG config)
{
    struct fx_usb_pipe *pipe = pipe_from(handle);
    FX_REQUIRE(config);
    if (config->Size != sizeof(*config))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (pipe->Reader ||
        (pipe->Information.PipeType != UsbdPipeTypeBulk && pipe->Information.PipeType != UsbdPipeTypeInterrupt) ||
        !api_UsbTargetPipeIsInEndpoint(globals, handle))
        return STATUS_INVALID_DEVICE_REQUEST;
    if (!config->EvtUsbTargetPipeReadComplete || config->TransferLength == 0)
        return STATUS_INVALID_PARAMETER;
    if (!pipe->NoPacketSizeCheck && pipe->Information.MaximumPacketSize &&
        config->TransferLength % pipe->Information.MaximumPacketSize != 0)
        return STATUS_INVALID_BUFFER_SIZE;
    struct fx_usb_reader *reader = fx_allocate(pipe->Target.Object.Driver, sizeof(*reader));
    if (!reader)
        return STATUS_INSUFFICIENT_RESOURCES;
    reader->Pipe = pipe;
    KeInitializeEvent(&reader->Idle, NotificationEvent, TRUE);
    KeInitializeEvent(&reader->Done, NotificationEvent, TRUE);
    reader->Config = *config;
    reader->HasBufferAttributes = config->BufferAttributes != NULL;
    if (config->BufferAttributes)
        reader->BufferAttributes = *config->BufferAttributes;
    reader->Count = config->NumPendingReads == 0           ? DEFAULT_READS
                    : config->NumPendingReads > MOST_READS ? MOST_READS
                                                           : config->NumPendingReads;
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < reader->Count && NT_SUCCESS(status); i++) {
        reader->Reads[i].Reader = reader;
        status = fx_synchronous_request(&pipe->Target, NULL, &reader->Reads[i].Request);
    }
    if (!NT_SUCCESS(status)) {
        fx_free(reader);
        return status;
    }
    pipe->Reader = reader;
    pipe->Target.Start = start_reader;
    pipe->Target.Stop = stop_reader;
    /* The driver starts it with WdfIoTargetStart, usually in EvtDeviceD0Entry. */
    pipe->Target.State = WdfIoTargetStopped;
    return STATUS_SUCCESS;
}
