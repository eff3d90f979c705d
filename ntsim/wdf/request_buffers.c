/* The buffers of a request, as the driver's methods of I/O have them. */
#include "ntsim/wdf/fx.h"

struct buffers {
    BOOLEAN HasInput, HasOutput;
    ULONG InputLength, OutputLength;
    BOOLEAN InputInMdl, OutputInMdl;
    PVOID Input, Output; /* where neither is in an MDL */
};

/* STATUS_INVALID_DEVICE_REQUEST: the framework cannot vouch for the buffers of METHOD_NEITHER. */
static NTSTATUS describe(struct fx_request *request, struct buffers *buffers)
{
    const PIRP irp = fx_irp_of(request);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const ULONG flags = request->Device ? request->Device->DeviceObject->Flags : DO_BUFFERED_IO;
    RtlZeroMemory(buffers, sizeof(*buffers));
    switch (stack->MajorFunction) {
    case IRP_MJ_READ:
    case IRP_MJ_WRITE: {
        const BOOLEAN write = stack->MajorFunction == IRP_MJ_WRITE;
        const BOOLEAN direct = (flags & DO_DIRECT_IO) != 0;
        if (!direct && !(flags & DO_BUFFERED_IO))
            return STATUS_INVALID_DEVICE_REQUEST;
        if (write) {
            buffers->HasInput = TRUE;
            buffers->InputLength = stack->Parameters.Write.Length;
            buffers->InputInMdl = direct;
            buffers->Input = irp->AssociatedIrp.SystemBuffer;
        } else {
            buffers->HasOutput = TRUE;
            buffers->OutputLength = stack->Parameters.Read.Length;
            buffers->OutputInMdl = direct;
            buffers->Output = irp->AssociatedIrp.SystemBuffer;
        }
        return STATUS_SUCCESS;
    }
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        buffers->HasInput = buffers->HasOutput = TRUE;
        buffers->InputLength = stack->Parameters.DeviceIoControl.InputBufferLength;
        buffers->OutputLength = stack->Parameters.DeviceIoControl.OutputBufferLength;
        buffers->Input = irp->AssociatedIrp.SystemBuffer;
        switch (METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode)) {
        case METHOD_BUFFERED:
            buffers->Output = irp->AssociatedIrp.SystemBuffer;
            return STATUS_SUCCESS;
        case METHOD_IN_DIRECT:
        case METHOD_OUT_DIRECT:
            buffers->OutputInMdl = TRUE;
            return STATUS_SUCCESS;
        default:
            if (request->NeitherInput || request->NeitherOutput) {
                buffers->Input = request->NeitherInput ? request->NeitherInput->Buffer : NULL;
                buffers->Output = request->NeitherOutput ? request->NeitherOutput->Buffer : NULL;
                return STATUS_SUCCESS;
            }
            /* The reflector has copied the buffers for a user-mode driver that wants it: those of drivers, that is. */
            if (irp->RequestorMode != KernelMode || (stack->MajorFunction != IRP_MJ_INTERNAL_DEVICE_CONTROL &&
                                                     !(request->Device && request->Device->CopiesNeither)))
                return STATUS_INVALID_DEVICE_REQUEST;
            buffers->Input = stack->Parameters.DeviceIoControl.Type3InputBuffer;
            buffers->Output = irp->UserBuffer;
            return STATUS_SUCCESS;
        }
    default:
        return STATUS_INVALID_DEVICE_REQUEST;
    }
}

/* Length and, without an MDL, address of one of the two. */
static NTSTATUS find(struct fx_request *request, BOOLEAN output, ULONG *length, PVOID *buffer, PMDL *mdl)
{
    struct buffers buffers;
    const NTSTATUS status = describe(request, &buffers);
    if (!NT_SUCCESS(status))
        return status;
    if (!(output ? buffers.HasOutput : buffers.HasInput))
        return STATUS_INVALID_DEVICE_REQUEST;
    *length = output ? buffers.OutputLength : buffers.InputLength;
    if (*length == 0)
        return STATUS_BUFFER_TOO_SMALL;
    const BOOLEAN direct = output ? buffers.OutputInMdl : buffers.InputInMdl;
    *mdl = direct ? request->Irp->MdlAddress : NULL;
    *buffer = direct ? NULL : output ? buffers.Output : buffers.Input;
    if (direct && !*mdl)
        return STATUS_INVALID_DEVICE_REQUEST;
    return STATUS_SUCCESS;
}

static NTSTATUS retrieve_buffer(struct fx_request *request, BOOLEAN output, size_t minimum, PVOID *result,
                                size_t *result_length)
{
    ULONG length;
    PMDL mdl;
    if (result_length)
        *result_length = 0;
    NTSTATUS status = find(request, output, &length, result, &mdl);
    if (!NT_SUCCESS(status)) {
        *result = NULL;
        return status;
    }
    if (length < minimum) {
        *result = NULL;
        return STATUS_BUFFER_TOO_SMALL;
    }
    if (mdl) {
        *result = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
        if (!*result)
            return STATUS_INSUFFICIENT_RESOURCES;
    }
    if (result_length)
        *result_length = length;
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestRetrieveInputBuffer(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, size_t minimum, PVOID *buffer,
                                        size_t *length)
{
    FX_REQUIRE(buffer);
    return retrieve_buffer(fx_request_of(handle), FALSE, minimum, buffer, length);
}

NTSTATUS api_RequestRetrieveOutputBuffer(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, size_t minimum, PVOID *buffer,
                                         size_t *length)
{
    FX_REQUIRE(buffer);
    return retrieve_buffer(fx_request_of(handle), TRUE, minimum, buffer, length);
}

NTSTATUS fx_retrieve(struct fx_request *request, BOOLEAN output, struct fx_memory **result)
{
    struct fx_memory *memory = output ? &request->Output : &request->Input;
    ULONG length;
    PVOID buffer;
    PMDL mdl;
    *result = NULL;
    fx_irp_of(request);
    if (memory->Object.Signature == FX_SIGNATURE) {
        *result = memory;
        return STATUS_SUCCESS;
    }
    const NTSTATUS status = find(request, output, &length, &buffer, &mdl);
    if (!NT_SUCCESS(status))
        return status;
    if (mdl) {
        buffer = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
        if (!buffer)
            return STATUS_INSUFFICIENT_RESOURCES;
    }
    RtlZeroMemory(memory, sizeof(*memory));
    fx_init_in_place(&memory->Object, &fx_memory_class, request->Object.Driver, NULL, NULL);
    memory->Object.Embedded = TRUE;
    memory->Object.Protected = TRUE;
    memory->Object.Device = request->Device;
    memory->Kind = FX_MEMORY_REQUEST;
    memory->Buffer = buffer;
    memory->Size = length;
    memory->Mdl = mdl;
    /* What a write brings is not the driver's to change. */
    memory->ReadOnly = !output && IoGetCurrentIrpStackLocation(request->Irp)->MajorFunction == IRP_MJ_WRITE;
    *result = memory;
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestRetrieveInputMemory(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, WDFMEMORY *result)
{
    struct fx_memory *memory;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_retrieve(fx_request_of(handle), FALSE, &memory);
    *result = (WDFMEMORY)memory;
    return status;
}

NTSTATUS api_RequestRetrieveOutputMemory(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, WDFMEMORY *result)
{
    struct fx_memory *memory;
    FX_REQUIRE(result);
    const NTSTATUS status = fx_retrieve(fx_request_of(handle), TRUE, &memory);
    *result = (WDFMEMORY)memory;
    return status;
}

static NTSTATUS retrieve_mdl(struct fx_request *request, BOOLEAN output, PMDL *result)
{
    ULONG length;
    PVOID buffer;
    *result = NULL;
    const NTSTATUS status = find(request, output, &length, &buffer, result);
    if (!NT_SUCCESS(status) || *result)
        return status;
    struct fx_memory *memory;
    const NTSTATUS retrieved = fx_retrieve(request, output, &memory);
    return NT_SUCCESS(retrieved) ? fx_memory_mdl(memory, result) : retrieved;
}

NTSTATUS api_RequestRetrieveInputWdmMdl(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PMDL *mdl)
{
    FX_REQUIRE(mdl);
    return retrieve_mdl(fx_request_of(handle), FALSE, mdl);
}

NTSTATUS api_RequestRetrieveOutputWdmMdl(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PMDL *mdl)
{
    FX_REQUIRE(mdl);
    return retrieve_mdl(fx_request_of(handle), TRUE, mdl);
}

/* --- METHOD_NEITHER, in EvtIoInCallerContext --- */

static NTSTATUS unsafe(struct fx_request *request, BOOLEAN output, size_t minimum, PVOID *buffer, size_t *length)
{
    const PIRP irp = fx_irp_of(request);
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const ULONG flags = request->Device->DeviceObject->Flags;
    ULONG found;
    FX_REQUIRE(buffer);
    *buffer = NULL;
    if (length)
        *length = 0;
    if (!request->InCallerContext)
        return STATUS_INVALID_DEVICE_REQUEST;
    switch (stack->MajorFunction) {
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
        if ((stack->MajorFunction == IRP_MJ_READ) != output || (flags & (DO_BUFFERED_IO | DO_DIRECT_IO)))
            return STATUS_INVALID_DEVICE_REQUEST;
        found = stack->Parameters.Read.Length;
        *buffer = irp->UserBuffer;
        break;
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        if (METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode) != METHOD_NEITHER)
            return STATUS_INVALID_DEVICE_REQUEST;
        found = output ? stack->Parameters.DeviceIoControl.OutputBufferLength
                       : stack->Parameters.DeviceIoControl.InputBufferLength;
        *buffer = output ? irp->UserBuffer : stack->Parameters.DeviceIoControl.Type3InputBuffer;
        break;
    default:
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    if (found < minimum) {
        *buffer = NULL;
        return STATUS_BUFFER_TOO_SMALL;
    }
    if (length)
        *length = found;
    return STATUS_SUCCESS;
}

NTSTATUS api_RequestRetrieveUnsafeUserInputBuffer(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, size_t minimum,
                                                  PVOID *buffer, size_t *length)
{
    return unsafe(fx_request_of(handle), FALSE, minimum, buffer, length);
}

NTSTATUS api_RequestRetrieveUnsafeUserOutputBuffer(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, size_t minimum,
                                                   PVOID *buffer, size_t *length)
{
    return unsafe(fx_request_of(handle), TRUE, minimum, buffer, length);
}

static NTSTATUS lock_pages(PMDL mdl, KPROCESSOR_MODE mode, LOCK_OPERATION operation)
{
    __try {
        MmProbeAndLockPages(mdl, mode, operation);
        return STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
}

/* Memory over a user's buffer, which is the request's child and lasts until it is completed. */
static NTSTATUS probe_and_lock(struct fx_request *request, PVOID buffer, size_t length, LOCK_OPERATION operation,
                               WDFMEMORY *result)
{
    const PIRP irp = fx_irp_of(request);
    struct fx_memory *memory;
    FX_REQUIRE(result);
    *result = NULL;
    if (!buffer || length == 0)
        return STATUS_INVALID_USER_BUFFER;
    NTSTATUS status = fx_create(&fx_memory_class, request->Object.Driver, NULL, &request->Object, &memory);
    if (!NT_SUCCESS(status))
        return status;
    memory->Kind = FX_MEMORY_PREALLOCATED;
    memory->Size = length;
    memory->ReadOnly = operation == IoReadAccess;
    PMDL mdl = IoAllocateMdl(buffer, (ULONG)length, FALSE, FALSE, NULL);
    if (mdl) {
        status = lock_pages(mdl, irp->RequestorMode, operation);
        if (NT_SUCCESS(status)) {
            memory->Mdl = mdl;
            memory->OwnsMdl = memory->Locked = TRUE;
            memory->Buffer = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
        } else {
            IoFreeMdl(mdl);
        }
    }
    if (!memory->Buffer) {
        fx_abandon(&memory->Object);
        return NT_SUCCESS(status) ? STATUS_INSUFFICIENT_RESOURCES : status;
    }
    *result = (WDFMEMORY)memory;
    return STATUS_SUCCESS;
}

NTSTATUS fx_take_neither(struct fx_request *request)
{
    const PIRP irp = request->Irp;
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    if (!fx_globals_of(request->Object.Driver->Globals)->UserMode || irp->RequestorMode == KernelMode ||
        stack->MajorFunction != IRP_MJ_DEVICE_CONTROL ||
        METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode) != METHOD_NEITHER)
        return STATUS_SUCCESS;
    if (!request->Device->CopiesNeither)
        return STATUS_INVALID_DEVICE_REQUEST;
    NTSTATUS status = STATUS_SUCCESS;
    const ULONG input = stack->Parameters.DeviceIoControl.InputBufferLength;
    const ULONG output = stack->Parameters.DeviceIoControl.OutputBufferLength;
    if (input > 0)
        status = probe_and_lock(request, stack->Parameters.DeviceIoControl.Type3InputBuffer, input, IoReadAccess,
                                (WDFMEMORY *)&request->NeitherInput);
    if (NT_SUCCESS(status) && output > 0)
        status = probe_and_lock(request, irp->UserBuffer, output, IoWriteAccess, (WDFMEMORY *)&request->NeitherOutput);
    return status;
}

NTSTATUS api_RequestProbeAndLockUserBufferForRead(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PVOID buffer,
                                                  size_t length, WDFMEMORY *memory)
{
    return probe_and_lock(fx_request_of(handle), buffer, length, IoReadAccess, memory);
}

NTSTATUS api_RequestProbeAndLockUserBufferForWrite(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle, PVOID buffer,
                                                   size_t length, WDFMEMORY *memory)
{
    return probe_and_lock(fx_request_of(handle), buffer, length, IoWriteAccess, memory);
}

WDF_DEVICE_IO_TYPE api_RequestGetEffectiveIoType(PWDF_DRIVER_GLOBALS globals, WDFREQUEST handle)
{
    struct fx_request *request = fx_request_of(handle);
    struct buffers buffers;
    if (!NT_SUCCESS(describe(request, &buffers)))
        return WdfDeviceIoNeither;
    return buffers.InputInMdl || buffers.OutputInMdl ? WdfDeviceIoDirect : WdfDeviceIoBuffered;
}

void fx_release_buffers(struct fx_request *request)
{
    struct fx_memory *const memories[] = {&request->Input, &request->Output};
    for (ULONG i = 0; i < RTL_NUMBER_OF(memories); i++)
        if (memories[i]->Object.Signature == FX_SIGNATURE) {
            if (memories[i]->OwnsMdl)
                IoFreeMdl(memories[i]->Mdl);
            memories[i]->Object.Signature = FX_FREED;
        }
}
