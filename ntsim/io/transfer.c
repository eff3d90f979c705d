/* Read, write and control requests from handles. */
#include "ntsim/io/iop.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/user.h"

struct call {
    HANDLE Event;
    PIO_STATUS_BLOCK IoStatus;
    PIO_APC_ROUTINE Apc; /* called in this thread when the request has ended; or NULL */
    PVOID ApcContext;
    PFILE_OBJECT File;
    PKEVENT EventObject;
    PDEVICE_OBJECT Device;
    KPROCESSOR_MODE Mode;
};

/* Resolves the handles and checks what user mode gave. */
static NTSTATUS begin(struct call *call, HANDLE file, ACCESS_MASK access)
{
    call->Mode = ExGetPreviousMode();
    if (call->Mode == UserMode) {
        __try {
            ProbeForWrite(call->IoStatus, sizeof(*call->IoStatus), sizeof(PVOID));
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            return GetExceptionCode();
        }
    }
    PVOID object;
    NTSTATUS status = ObReferenceObjectByHandle(file, access, &iop_file_type, call->Mode, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    call->File = object;
    if (call->Event) {
        status =
            ObReferenceObjectByHandle(call->Event, EVENT_MODIFY_STATE, *ExEventObjectType, call->Mode, &object, NULL);
        if (!NT_SUCCESS(status)) {
            ObDereferenceObject(call->File);
            return status;
        }
        call->EventObject = object;
        KeClearEvent(call->EventObject);
    }
    KeClearEvent(&call->File->Event);
    call->Device = IoGetRelatedDeviceObject(call->File);
    return STATUS_SUCCESS;
}

static void abandon(struct call *call)
{
    if (call->EventObject)
        ObDereferenceObject(call->EventObject);
    ObDereferenceObject(call->File);
}

static PIRP make_irp(struct call *call, UCHAR major)
{
    PIRP irp = iop_allocate_own_irp(call->Device->StackSize);
    if (!irp)
        return NULL;
    irp->RequestorMode = call->Mode;
    irp->Tail.Overlay.Thread = PsGetCurrentThread();
    irp->Tail.Overlay.OriginalFileObject = call->File;
    irp->UserIosb = call->IoStatus;
    irp->UserEvent = call->EventObject;
    irp->Overlay.AsynchronousParameters.UserApcRoutine = call->Apc;
    irp->Overlay.AsynchronousParameters.UserApcContext = call->ApcContext;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->MajorFunction = major;
    location->FileObject = call->File;
    return irp;
}

/* Throws away an IRP that never was sent. */
static void discard(struct call *call, PIRP irp)
{
    if (irp->Flags & IRP_DEALLOCATE_BUFFER)
        ExFreePoolWithTag(irp->AssociatedIrp.SystemBuffer, IOP_TAG);
    if (irp->MdlAddress)
        IoFreeMdl(irp->MdlAddress);
    IoFreeIrp(irp);
    abandon(call);
}

static NTSTATUS send(struct call *call, PIRP irp)
{
    PFILE_OBJECT file = call->File;
    BOOLEAN synchronous = (file->Flags & FO_SYNCHRONOUS_IO) != 0;
    if (vf_user_pieces)
        vf_user_request(irp);
    InsertTailList(&file->IrpList, &irp->ThreadListEntry);
    if (synchronous)
        ObReferenceObject(file);
    NTSTATUS status = IofCallDriver(call->Device, irp);
    if (!synchronous)
        return status;
    if (status == STATUS_PENDING) {
        KeWaitForSingleObject(&file->Event, Executive, call->Mode, FALSE, NULL);
        status = file->FinalStatus;
    }
    ObDereferenceObject(file);
    return status;
}

static NTSTATUS system_buffer(PIRP irp, const void *input, ULONG input_length, ULONG length)
{
    irp->AssociatedIrp.SystemBuffer = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, length, IOP_TAG);
    if (!irp->AssociatedIrp.SystemBuffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    vf_fill((PUCHAR)irp->AssociatedIrp.SystemBuffer + input_length, length - input_length);
    irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
    __try {
        if (input_length)
            RtlCopyMemory(irp->AssociatedIrp.SystemBuffer, input, input_length);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

static NTSTATUS locked_mdl(PIRP irp, PVOID buffer, ULONG length, LOCK_OPERATION operation)
{
    PMDL mdl = IoAllocateMdl(buffer, length, FALSE, TRUE, irp);
    if (!mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    __try {
        MmProbeAndLockPages(mdl, irp->RequestorMode, operation);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

/* `operation`: what the device does to the caller's memory. */
static NTSTATUS transfer_buffer(struct call *call, PIRP irp, PVOID buffer, ULONG length, LOCK_OPERATION operation)
{
    ULONG flags = call->Device->Flags;
    irp->UserBuffer = buffer;
    if (length == 0)
        return STATUS_SUCCESS;
    if (flags & DO_BUFFERED_IO) {
        if (operation == IoWriteAccess)
            irp->Flags |= IRP_INPUT_OPERATION;
        return system_buffer(irp, buffer, operation == IoReadAccess ? length : 0, length);
    }
    if (flags & DO_DIRECT_IO)
        return locked_mdl(irp, buffer, length, operation);
    vf_user_buffer(irp, buffer, length, "buffer of the request");
    return STATUS_SUCCESS;
}

static NTSTATUS probe(struct call *call, PVOID buffer, ULONG length, LOCK_OPERATION operation)
{
    if (call->Mode != UserMode)
        return STATUS_SUCCESS;
    __try {
        if (operation == IoReadAccess)
            ProbeForRead(buffer, length, 1);
        else
            ProbeForWrite(buffer, length, 1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

static NTSTATUS transfer(struct call *call, UCHAR major, PVOID buffer, ULONG length, PLARGE_INTEGER offset, PULONG key)
{
    LOCK_OPERATION operation = major == IRP_MJ_READ ? IoWriteAccess : IoReadAccess;
    PIRP irp = make_irp(call, major);
    if (!irp) {
        abandon(call);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    NTSTATUS status = probe(call, buffer, length, operation);
    if (NT_SUCCESS(status))
        status = transfer_buffer(call, irp, buffer, length, operation);
    if (!NT_SUCCESS(status)) {
        discard(call, irp);
        return status;
    }
    irp->Flags |= major == IRP_MJ_READ ? IRP_READ_OPERATION : IRP_WRITE_OPERATION;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->Parameters.Read.Length = length;
    location->Parameters.Read.Key = key ? *key : 0;
    if (offset)
        location->Parameters.Read.ByteOffset = *offset;
    else if (call->File->Flags & FO_SYNCHRONOUS_IO)
        location->Parameters.Read.ByteOffset = call->File->CurrentByteOffset;
    return send(call, irp);
}

NTSTATUS NtReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                    PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key)
{
    struct call call = {.Event = Event, .IoStatus = IoStatusBlock, .Apc = ApcRoutine, .ApcContext = ApcContext};
    NTSTATUS status = begin(&call, FileHandle, FILE_READ_DATA);
    return NT_SUCCESS(status) ? transfer(&call, IRP_MJ_READ, Buffer, Length, ByteOffset, Key) : status;
}

NTSTATUS NtWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                     PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key)
{
    struct call call = {.Event = Event, .IoStatus = IoStatusBlock, .Apc = ApcRoutine, .ApcContext = ApcContext};
    NTSTATUS status = begin(&call, FileHandle, FILE_WRITE_DATA);
    return NT_SUCCESS(status) ? transfer(&call, IRP_MJ_WRITE, Buffer, Length, ByteOffset, Key) : status;
}

static NTSTATUS control_buffers(PIRP irp, ULONG code, PVOID input, ULONG input_length, PVOID output,
                                ULONG output_length)
{
    NTSTATUS status = STATUS_SUCCESS;
    ULONG larger = max(input_length, output_length);
    switch (METHOD_FROM_CTL_CODE(code)) {
    case METHOD_BUFFERED:
        irp->UserBuffer = output;
        if (output_length)
            irp->Flags |= IRP_INPUT_OPERATION;
        return larger ? system_buffer(irp, input, input_length, larger) : STATUS_SUCCESS;
    case METHOD_NEITHER:
        irp->UserBuffer = output;
        IoGetNextIrpStackLocation(irp)->Parameters.DeviceIoControl.Type3InputBuffer = input;
        vf_user_buffer(irp, input, input_length, "input buffer of the request");
        vf_user_buffer(irp, output, output_length, "output buffer of the request");
        return STATUS_SUCCESS;
    default:
        irp->UserBuffer = output;
        if (input_length)
            status = system_buffer(irp, input, input_length, input_length);
        irp->Flags &= ~IRP_INPUT_OPERATION;
        if (NT_SUCCESS(status) && output_length)
            status = locked_mdl(irp, output, output_length,
                                METHOD_FROM_CTL_CODE(code) == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
        return status;
    }
}

static NTSTATUS probe_control(struct call *call, ULONG code, PVOID input, ULONG input_length, PVOID output,
                              ULONG output_length)
{
    ULONG method = METHOD_FROM_CTL_CODE(code);
    if (method == METHOD_NEITHER)
        return STATUS_SUCCESS;
    NTSTATUS status = input_length ? probe(call, input, input_length, IoReadAccess) : STATUS_SUCCESS;
    if (NT_SUCCESS(status) && output_length)
        status = probe(call, output, output_length, method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
    return status;
}

static NTSTATUS control(UCHAR major, HANDLE file, const struct call *caller, ULONG code, PVOID input,
                        ULONG input_length, PVOID output, ULONG output_length)
{
    struct call call = *caller;
    ACCESS_MASK access = (code >> 14) & (FILE_READ_DATA | FILE_WRITE_DATA);
    NTSTATUS status = begin(&call, file, access);
    if (!NT_SUCCESS(status))
        return status;
    PIRP irp = make_irp(&call, major);
    if (!irp) {
        abandon(&call);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->Parameters.DeviceIoControl.IoControlCode = code;
    location->Parameters.DeviceIoControl.InputBufferLength = input_length;
    location->Parameters.DeviceIoControl.OutputBufferLength = output_length;
    status = probe_control(&call, code, input, input_length, output, output_length);
    if (NT_SUCCESS(status))
        status = control_buffers(irp, code, input, input_length, output, output_length);
    if (!NT_SUCCESS(status)) {
        discard(&call, irp);
        return status;
    }
    return send(&call, irp);
}

NTSTATUS NtDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                               PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer,
                               ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength)
{
    struct call call = {.Event = Event, .IoStatus = IoStatusBlock, .Apc = ApcRoutine, .ApcContext = ApcContext};
    return control(IRP_MJ_DEVICE_CONTROL, FileHandle, &call, IoControlCode, InputBuffer, InputBufferLength,
                   OutputBuffer, OutputBufferLength);
}

NTSTATUS NtFsControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                         PIO_STATUS_BLOCK IoStatusBlock, ULONG FsControlCode, PVOID InputBuffer,
                         ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength)
{
    struct call call = {.Event = Event, .IoStatus = IoStatusBlock, .Apc = ApcRoutine, .ApcContext = ApcContext};
    return control(IRP_MJ_FILE_SYSTEM_CONTROL, FileHandle, &call, FsControlCode, InputBuffer, InputBufferLength,
                   OutputBuffer, OutputBufferLength);
}
