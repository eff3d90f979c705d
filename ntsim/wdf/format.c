/* Requests of the driver's own making: what they ask of a target. */
#include "ntsim/wdf/fx_send.h"

NTSTATUS fx_buffer_of_memory(WDFMEMORY handle, PWDFMEMORY_OFFSET offset, struct fx_buffer *buffer)
{
    RtlZeroMemory(buffer, sizeof(*buffer));
    if (!handle)
        return STATUS_SUCCESS;
    struct fx_memory *memory = fx_object_of(handle, FX_MEMORY);
    const size_t begin = offset ? offset->BufferOffset : 0;
    if (begin > memory->Size)
        return STATUS_INTEGER_OVERFLOW;
    const size_t length = offset && offset->BufferLength ? offset->BufferLength : memory->Size - begin;
    if (length > memory->Size - begin)
        return STATUS_INTEGER_OVERFLOW;
    buffer->Address = (PUCHAR)memory->Buffer + begin;
    buffer->Length = (ULONG)length;
    buffer->Mdl = memory->Mdl;
    buffer->Memory = memory;
    buffer->Offset = begin;
    return STATUS_SUCCESS;
}

NTSTATUS fx_buffer_of_descriptor(PWDF_MEMORY_DESCRIPTOR descriptor, struct fx_buffer *buffer)
{
    RtlZeroMemory(buffer, sizeof(*buffer));
    if (!descriptor)
        return STATUS_SUCCESS;
    switch (descriptor->Type) {
    case WdfMemoryDescriptorTypeBuffer:
        buffer->Address = descriptor->u.BufferType.Buffer;
        buffer->Length = descriptor->u.BufferType.Length;
        return STATUS_SUCCESS;
    case WdfMemoryDescriptorTypeMdl:
        buffer->Mdl = descriptor->u.MdlType.Mdl;
        if (!buffer->Mdl)
            return STATUS_INVALID_PARAMETER;
        buffer->Address = MmGetSystemAddressForMdlSafe(buffer->Mdl, NormalPagePriority);
        buffer->Length =
            descriptor->u.MdlType.BufferLength ? descriptor->u.MdlType.BufferLength : MmGetMdlByteCount(buffer->Mdl);
        return buffer->Address ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
    case WdfMemoryDescriptorTypeHandle:
        return fx_buffer_of_memory(descriptor->u.HandleType.Memory, descriptor->u.HandleType.Offsets, buffer);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS fx_begin_format(struct fx_request *request, struct fx_target *target, struct fx_send **result,
                         PIO_STACK_LOCATION *stack)
{
    if (!target->TargetDevice)
        return STATUS_INVALID_DEVICE_STATE;
    if (!request->Irp && request->Own) {
        request->Irp = IoAllocateIrp(target->TargetDevice->StackSize, FALSE);
        if (!request->Irp)
            return STATUS_INSUFFICIENT_RESOURCES;
        request->OwnsIrp = TRUE;
    }
    const PIRP irp = fx_irp_of(request);
    if (irp->CurrentLocation <= target->TargetDevice->StackSize)
        return STATUS_REQUEST_NOT_ACCEPTED;
    struct fx_send *send = fx_send_of(request);
    if (!send)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (send->Sent || send->Waiting)
        fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_REQUEST_ALREADY_SENT, (ULONG_PTR)request, 0);
    fx_unformat(send);
    send->Saved = TRUE;
    send->SavedSystemBuffer = irp->AssociatedIrp.SystemBuffer;
    send->SavedUserBuffer = irp->UserBuffer;
    send->SavedMdl = irp->MdlAddress;
    RtlZeroMemory(&send->Parameters, sizeof(send->Parameters));
    send->Parameters.Size = sizeof(send->Parameters);
    *stack = IoGetNextIrpStackLocation(irp);
    RtlZeroMemory(*stack, FIELD_OFFSET(IO_STACK_LOCATION, CompletionRoutine));
    (*stack)->FileObject = target->FileObject;
    irp->IoStatus.Status = STATUS_SUCCESS;
    irp->IoStatus.Information = 0;
    *result = send;
    return STATUS_SUCCESS;
}

void fx_use_buffer(struct fx_send *send, ULONG slot, const struct fx_buffer *buffer)
{
    if (!buffer->Memory)
        return;
    fx_reference(&buffer->Memory->Object);
    send->Memories[slot] = buffer->Memory;
}

NTSTATUS fx_mdl_for(struct fx_send *send, const struct fx_buffer *buffer, PMDL *mdl)
{
    *mdl = NULL;
    if (buffer->Length == 0)
        return STATUS_SUCCESS;
    if (buffer->Mdl && buffer->Offset == 0 && MmGetMdlByteCount(buffer->Mdl) == buffer->Length) {
        *mdl = buffer->Mdl;
        return STATUS_SUCCESS;
    }
    send->Mdl = IoAllocateMdl(buffer->Address, buffer->Length, FALSE, FALSE, NULL);
    if (!send->Mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    MmBuildMdlForNonPagedPool(send->Mdl);
    *mdl = send->Mdl;
    return STATUS_SUCCESS;
}

/* --- read and write --- */

static NTSTATUS format_transfer(struct fx_target *target, struct fx_request *request, UCHAR major,
                                const struct fx_buffer *buffer, PLONGLONG offset)
{
    struct fx_send *send;
    PIO_STACK_LOCATION stack;
    NTSTATUS status = fx_begin_format(request, target, &send, &stack);
    if (!NT_SUCCESS(status))
        return status;
    const PIRP irp = request->Irp;
    stack->MajorFunction = major;
    stack->Parameters.Read.Length = buffer->Length; /* reads and writes are of one form */
    stack->Parameters.Read.ByteOffset.QuadPart = offset ? *offset : 0;
    fx_use_buffer(send, 0, buffer);
    if (target->TargetDevice->Flags & DO_BUFFERED_IO)
        irp->AssociatedIrp.SystemBuffer = buffer->Address;
    else if (target->TargetDevice->Flags & DO_DIRECT_IO)
        status = fx_mdl_for(send, buffer, &irp->MdlAddress);
    else
        irp->UserBuffer = buffer->Address;
    if (!NT_SUCCESS(status)) {
        fx_unformat(send);
        return status;
    }
    send->Parameters.Type = (WDF_REQUEST_TYPE)major;
    send->Parameters.Parameters.Read.Buffer = (WDFMEMORY)buffer->Memory;
    send->Parameters.Parameters.Read.Offset = buffer->Offset;
    send->Formatted = TRUE;
    return STATUS_SUCCESS;
}

static NTSTATUS format_transfer_memory(WDFIOTARGET target, WDFREQUEST request, UCHAR major, WDFMEMORY memory,
                                       PWDFMEMORY_OFFSET memory_offset, PLONGLONG offset)
{
    struct fx_buffer buffer;
    const NTSTATUS status = fx_buffer_of_memory(memory, memory_offset, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    return format_transfer(fx_object_of(target, FX_TARGET), fx_object_of(request, FX_REQUEST), major, &buffer, offset);
}

NTSTATUS api_IoTargetFormatRequestForRead(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                          WDFMEMORY memory, PWDFMEMORY_OFFSET memory_offset, PLONGLONG offset)
{
    return format_transfer_memory(target, request, IRP_MJ_READ, memory, memory_offset, offset);
}

NTSTATUS api_IoTargetFormatRequestForWrite(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                           WDFMEMORY memory, PWDFMEMORY_OFFSET memory_offset, PLONGLONG offset)
{
    return format_transfer_memory(target, request, IRP_MJ_WRITE, memory, memory_offset, offset);
}

/* --- device control --- */

/* METHOD_BUFFERED has one buffer for both ways: that of the caller where there is but one, else a copy. */
static NTSTATUS one_buffer(struct fx_send *send, PIRP irp, const struct fx_buffer *input,
                           const struct fx_buffer *output)
{
    if (input->Length == 0 || output->Length == 0 || input->Address == output->Address) {
        irp->AssociatedIrp.SystemBuffer = input->Length ? input->Address : output->Address;
        return STATUS_SUCCESS;
    }
    send->Copy = fx_allocate(send->Request->Object.Driver, max(input->Length, output->Length));
    if (!send->Copy)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlCopyMemory(send->Copy, input->Address, input->Length);
    send->CopyTo = output->Address;
    send->CopyLength = output->Length;
    irp->AssociatedIrp.SystemBuffer = send->Copy;
    return STATUS_SUCCESS;
}

NTSTATUS fx_format_control(struct fx_target *target, struct fx_request *request, UCHAR major, ULONG code,
                           const struct fx_buffer *input, const struct fx_buffer *output)
{
    struct fx_send *send;
    PIO_STACK_LOCATION stack;
    NTSTATUS status = fx_begin_format(request, target, &send, &stack);
    if (!NT_SUCCESS(status))
        return status;
    const PIRP irp = request->Irp;
    stack->MajorFunction = major;
    stack->Parameters.DeviceIoControl.IoControlCode = code;
    stack->Parameters.DeviceIoControl.InputBufferLength = input->Length;
    stack->Parameters.DeviceIoControl.OutputBufferLength = output->Length;
    fx_use_buffer(send, 0, input);
    fx_use_buffer(send, 1, output);
    switch (METHOD_FROM_CTL_CODE(code)) {
    case METHOD_BUFFERED:
        status = one_buffer(send, irp, input, output);
        break;
    case METHOD_NEITHER:
        stack->Parameters.DeviceIoControl.Type3InputBuffer = input->Address;
        irp->UserBuffer = output->Address;
        break;
    default:
        irp->AssociatedIrp.SystemBuffer = input->Address;
        status = fx_mdl_for(send, output, &irp->MdlAddress);
        break;
    }
    if (!NT_SUCCESS(status)) {
        fx_unformat(send);
        return status;
    }
    send->Parameters.Type = (WDF_REQUEST_TYPE)major;
    send->Parameters.Parameters.Ioctl.IoControlCode = code;
    send->Parameters.Parameters.Ioctl.Input.Buffer = (WDFMEMORY)input->Memory;
    send->Parameters.Parameters.Ioctl.Input.Offset = input->Offset;
    send->Parameters.Parameters.Ioctl.Output.Buffer = (WDFMEMORY)output->Memory;
    send->Parameters.Parameters.Ioctl.Output.Offset = output->Offset;
    send->Formatted = TRUE;
    return STATUS_SUCCESS;
}

static NTSTATUS format_control_memories(WDFIOTARGET target, WDFREQUEST request, UCHAR major, ULONG code,
                                        WDFMEMORY input, PWDFMEMORY_OFFSET input_offset, WDFMEMORY output,
                                        PWDFMEMORY_OFFSET output_offset)
{
    struct fx_buffer in, out;
    NTSTATUS status = fx_buffer_of_memory(input, input_offset, &in);
    if (NT_SUCCESS(status))
        status = fx_buffer_of_memory(output, output_offset, &out);
    if (!NT_SUCCESS(status))
        return status;
    return fx_format_control(fx_object_of(target, FX_TARGET), fx_object_of(request, FX_REQUEST), major, code, &in,
                             &out);
}

NTSTATUS api_IoTargetFormatRequestForIoctl(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                           ULONG code, WDFMEMORY input, PWDFMEMORY_OFFSET input_offset,
                                           WDFMEMORY output, PWDFMEMORY_OFFSET output_offset)
{
    return format_control_memories(target, request, IRP_MJ_DEVICE_CONTROL, code, input, input_offset, output,
                                   output_offset);
}

NTSTATUS api_IoTargetFormatRequestForInternalIoctl(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                                   ULONG code, WDFMEMORY input, PWDFMEMORY_OFFSET input_offset,
                                                   WDFMEMORY output, PWDFMEMORY_OFFSET output_offset)
{
    return format_control_memories(target, request, IRP_MJ_INTERNAL_DEVICE_CONTROL, code, input, input_offset, output,
                                   output_offset);
}

static NTSTATUS format_others(struct fx_target *target, struct fx_request *request, ULONG code,
                              const struct fx_buffer arguments[static FX_SEND_MEMORIES])
{
    struct fx_send *send;
    PIO_STACK_LOCATION stack;
    const NTSTATUS status = fx_begin_format(request, target, &send, &stack);
    if (!NT_SUCCESS(status))
        return status;
    stack->MajorFunction = IRP_MJ_INTERNAL_DEVICE_CONTROL;
    stack->Parameters.Others.Argument1 = arguments[0].Address;
    stack->Parameters.Others.Argument2 = arguments[1].Address;
    stack->Parameters.Others.Argument4 = arguments[2].Address;
    stack->Parameters.DeviceIoControl.IoControlCode = code;
    for (ULONG i = 0; i < FX_SEND_MEMORIES; i++)
        fx_use_buffer(send, i, &arguments[i]);
    send->Parameters.Type = WdfRequestTypeOther;
    send->Parameters.Parameters.Others.Argument1.Ptr = arguments[0].Memory;
    send->Parameters.Parameters.Others.Argument2.Ptr = arguments[1].Memory;
    send->Parameters.Parameters.Others.Argument3.Value = code;
    send->Parameters.Parameters.Others.Argument4.Ptr = arguments[2].Memory;
    send->Formatted = TRUE;
    return STATUS_SUCCESS;
}

NTSTATUS api_IoTargetFormatRequestForInternalIoctlOthers(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target,
                                                         WDFREQUEST request, ULONG code, WDFMEMORY argument1,
                                                         PWDFMEMORY_OFFSET offset1, WDFMEMORY argument2,
                                                         PWDFMEMORY_OFFSET offset2, WDFMEMORY argument4,
                                                         PWDFMEMORY_OFFSET offset4)
{
    struct fx_buffer arguments[FX_SEND_MEMORIES];
    NTSTATUS status = fx_buffer_of_memory(argument1, offset1, &arguments[0]);
    if (NT_SUCCESS(status))
        status = fx_buffer_of_memory(argument2, offset2, &arguments[1]);
    if (NT_SUCCESS(status))
        status = fx_buffer_of_memory(argument4, offset4, &arguments[2]);
    if (!NT_SUCCESS(status))
        return status;
    return format_others(fx_object_of(target, FX_TARGET), fx_object_of(request, FX_REQUEST), code, arguments);
}

/* --- and wait for it --- */

NTSTATUS fx_synchronous_request(struct fx_target *target, WDFREQUEST given, struct fx_request **request)
{
    if (given) {
        *request = fx_object_of(given, FX_REQUEST);
        return STATUS_SUCCESS;
    }
    WDFREQUEST created;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = target;
    const NTSTATUS status =
        api_RequestCreate(target->Object.Driver->Globals, &attributes, (WDFIOTARGET)target, &created);
    *request = (struct fx_request *)created;
    return status;
}

NTSTATUS fx_send_and_wait(struct fx_target *target, WDFREQUEST given, struct fx_request *request,
                          PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR information)
{
    WDF_REQUEST_SEND_OPTIONS with_wait = {.Size = sizeof(with_wait)};
    if (options)
        with_wait = *options;
    with_wait.Flags |= WDF_REQUEST_SEND_OPTION_SYNCHRONOUS;
    fx_send_request(request, target, &with_wait);
    const NTSTATUS status = request->SentStatus;
    if (information)
        *information = request->Irp ? request->Irp->IoStatus.Information : 0;
    if (request->Send)
        fx_unformat(request->Send);
    if (!given)
        fx_delete(&request->Object);
    return status;
}

static NTSTATUS abandon(WDFREQUEST given, struct fx_request *request, NTSTATUS status)
{
    if (!given)
        fx_delete(&request->Object);
    return status;
}

static NTSTATUS transfer(WDFIOTARGET handle, WDFREQUEST given, UCHAR major, PWDF_MEMORY_DESCRIPTOR descriptor,
                         PLONGLONG offset, PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR transferred)
{
    struct fx_target *target = fx_object_of(handle, FX_TARGET);
    struct fx_request *request;
    struct fx_buffer buffer;
    NTSTATUS status = fx_synchronous_request(target, given, &request);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_buffer_of_descriptor(descriptor, &buffer);
    if (NT_SUCCESS(status))
        status = format_transfer(target, request, major, &buffer, offset);
    if (!NT_SUCCESS(status))
        return abandon(given, request, status);
    return fx_send_and_wait(target, given, request, options, transferred);
}

NTSTATUS api_IoTargetSendReadSynchronously(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                           PWDF_MEMORY_DESCRIPTOR buffer, PLONGLONG offset,
                                           PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR transferred)
{
    return transfer(target, request, IRP_MJ_READ, buffer, offset, options, transferred);
}

NTSTATUS api_IoTargetSendWriteSynchronously(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                            PWDF_MEMORY_DESCRIPTOR buffer, PLONGLONG offset,
                                            PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR transferred)
{
    return transfer(target, request, IRP_MJ_WRITE, buffer, offset, options, transferred);
}

static NTSTATUS control(WDFIOTARGET handle, WDFREQUEST given, UCHAR major, ULONG code, PWDF_MEMORY_DESCRIPTOR input,
                        PWDF_MEMORY_DESCRIPTOR output, PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR transferred)
{
    struct fx_target *target = fx_object_of(handle, FX_TARGET);
    struct fx_request *request;
    struct fx_buffer in, out;
    NTSTATUS status = fx_synchronous_request(target, given, &request);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_buffer_of_descriptor(input, &in);
    if (NT_SUCCESS(status))
        status = fx_buffer_of_descriptor(output, &out);
    if (NT_SUCCESS(status))
        status = fx_format_control(target, request, major, code, &in, &out);
    if (!NT_SUCCESS(status))
        return abandon(given, request, status);
    return fx_send_and_wait(target, given, request, options, transferred);
}

NTSTATUS api_IoTargetSendIoctlSynchronously(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                            ULONG code, PWDF_MEMORY_DESCRIPTOR input, PWDF_MEMORY_DESCRIPTOR output,
                                            PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR transferred)
{
    return control(target, request, IRP_MJ_DEVICE_CONTROL, code, input, output, options, transferred);
}

NTSTATUS api_IoTargetSendInternalIoctlSynchronously(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET target, WDFREQUEST request,
                                                    ULONG code, PWDF_MEMORY_DESCRIPTOR input,
                                                    PWDF_MEMORY_DESCRIPTOR output, PWDF_REQUEST_SEND_OPTIONS options,
                                                    PULONG_PTR transferred)
{
    return control(target, request, IRP_MJ_INTERNAL_DEVICE_CONTROL, code, input, output, options, transferred);
}

NTSTATUS api_IoTargetSendInternalIoctlOthersSynchronously(PWDF_DRIVER_GLOBALS globals, WDFIOTARGET handle,
                                                          WDFREQUEST given, ULONG code,
                                                          PWDF_MEMORY_DESCRIPTOR argument1,
                                                          PWDF_MEMORY_DESCRIPTOR argument2,
                                                          PWDF_MEMORY_DESCRIPTOR argument4,
                                                          PWDF_REQUEST_SEND_OPTIONS options, PULONG_PTR transferred)
{
    struct fx_target *target = fx_object_of(handle, FX_TARGET);
    struct fx_request *request;
    struct fx_buffer arguments[FX_SEND_MEMORIES];
    NTSTATUS status = fx_synchronous_request(target, given, &request);
    if (!NT_SUCCESS(status))
        return status;
    status = fx_buffer_of_descriptor(argument1, &arguments[0]);
    if (NT_SUCCESS(status))
        status = fx_buffer_of_descriptor(argument2, &arguments[1]);
    if (NT_SUCCESS(status))
        status = fx_buffer_of_descriptor(argument4, &arguments[2]);
    if (NT_SUCCESS(status))
        status = format_others(target, request, code, arguments);
    if (!NT_SUCCESS(status))
        return abandon(given, request, status);
    return fx_send_and_wait(target, given, request, options, transferred);
}
