/* Requests that drivers build. */
#include "ntsim/io/iop.h"

static PIRP build(ULONG major, PDEVICE_OBJECT device, PIO_STATUS_BLOCK io_status)
{
    PIRP irp = iop_allocate_irp(device->StackSize);
    if (!irp)
        return NULL;
    irp->UserIosb = io_status;
    irp->Tail.Overlay.Thread = PsGetCurrentThread();
    irp->RequestorMode = KernelMode;
    IoGetNextIrpStackLocation(irp)->MajorFunction = (UCHAR)major;
    return irp;
}

static NTSTATUS lock_pages(PIRP irp, PVOID buffer, ULONG length, LOCK_OPERATION operation)
{
    PMDL mdl = IoAllocateMdl(buffer, length, FALSE, TRUE, irp);
    if (!mdl)
        return STATUS_INSUFFICIENT_RESOURCES;
    __try {
        MmProbeAndLockPages(mdl, KernelMode, operation);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

static BOOLEAN own_buffer(PIRP irp, const void *input, ULONG input_length, ULONG length)
{
    irp->AssociatedIrp.SystemBuffer = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, length, IOP_TAG);
    if (!irp->AssociatedIrp.SystemBuffer)
        return FALSE;
    RtlCopyMemory(irp->AssociatedIrp.SystemBuffer, input, input_length);
    irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
    return TRUE;
}

static PIRP give_up(PIRP irp)
{
    if (irp->Flags & IRP_DEALLOCATE_BUFFER)
        ExFreePoolWithTag(irp->AssociatedIrp.SystemBuffer, IOP_TAG);
    if (irp->MdlAddress)
        IoFreeMdl(irp->MdlAddress);
    IoFreeIrp(irp);
    return NULL;
}

PIRP IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
                                   PLARGE_INTEGER StartingOffset, PIO_STATUS_BLOCK IoStatusBlock)
{
    PIRP irp = build(MajorFunction, DeviceObject, IoStatusBlock);
    if (!irp)
        return NULL;
    if (MajorFunction != IRP_MJ_READ && MajorFunction != IRP_MJ_WRITE)
        return irp;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->Parameters.Read.Length = Length;
    if (StartingOffset)
        location->Parameters.Read.ByteOffset = *StartingOffset;
    irp->UserBuffer = Buffer;
    if (DeviceObject->Flags & DO_BUFFERED_IO) {
        if (Length && !own_buffer(irp, Buffer, MajorFunction == IRP_MJ_WRITE ? Length : 0, Length))
            return give_up(irp);
        if (MajorFunction == IRP_MJ_READ)
            irp->Flags |= IRP_INPUT_OPERATION;
    } else if (DeviceObject->Flags & DO_DIRECT_IO && Length) {
        if (!NT_SUCCESS(lock_pages(irp, Buffer, Length, MajorFunction == IRP_MJ_READ ? IoWriteAccess : IoReadAccess)))
            return give_up(irp);
    }
    return irp;
}

PIRP IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
                                  PLARGE_INTEGER StartingOffset, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
    PIRP irp =
        IoBuildAsynchronousFsdRequest(MajorFunction, DeviceObject, Buffer, Length, StartingOffset, IoStatusBlock);
    if (irp)
        irp->UserEvent = Event;
    return irp;
}

PIRP IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject, PVOID InputBuffer,
                                   ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
                                   BOOLEAN InternalDeviceIoControl, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
    PIRP irp = build(InternalDeviceIoControl ? IRP_MJ_INTERNAL_DEVICE_CONTROL : IRP_MJ_DEVICE_CONTROL, DeviceObject,
                     IoStatusBlock);
    if (!irp)
        return NULL;
    irp->UserEvent = Event;
    irp->UserBuffer = OutputBuffer;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->Parameters.DeviceIoControl.IoControlCode = IoControlCode;
    location->Parameters.DeviceIoControl.InputBufferLength = InputBufferLength;
    location->Parameters.DeviceIoControl.OutputBufferLength = OutputBufferLength;
    ULONG method = METHOD_FROM_CTL_CODE(IoControlCode), larger = max(InputBufferLength, OutputBufferLength);
    if (method == METHOD_NEITHER) {
        location->Parameters.DeviceIoControl.Type3InputBuffer = InputBuffer;
    } else if (method == METHOD_BUFFERED) {
        if (larger && !own_buffer(irp, InputBuffer, InputBuffer ? InputBufferLength : 0, larger))
            return give_up(irp);
        if (OutputBuffer)
            irp->Flags |= IRP_INPUT_OPERATION;
    } else {
        if (InputBuffer && InputBufferLength && !own_buffer(irp, InputBuffer, InputBufferLength, InputBufferLength))
            return give_up(irp);
        if (OutputBuffer && OutputBufferLength &&
            !NT_SUCCESS(lock_pages(irp, OutputBuffer, OutputBufferLength,
                                   method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess)))
            return give_up(irp);
    }
    return irp;
}

PIRP IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize)
{
    PIRP irp = iop_allocate_irp(StackSize);
    if (!irp)
        return NULL;
    irp->Flags |= IRP_ASSOCIATED_IRP;
    irp->Tail.Overlay.Thread = Irp->Tail.Overlay.Thread;
    irp->AssociatedIrp.MasterIrp = Irp;
    return irp;
}

/* The context that the Ex form keeps its routine in, for as long as the request is on its way. */
struct completion {
    PIO_COMPLETION_ROUTINE Routine;
    PVOID Context;
    PDEVICE_OBJECT Device;
};

static NTSTATUS complete_ex(PDEVICE_OBJECT device, PIRP irp, PVOID context)
{
    struct completion completion = *(struct completion *)context;
    ExFreePoolWithTag(context, IOP_TAG);
    NTSTATUS status = completion.Routine(device, irp, completion.Context);
    ObDereferenceObject(completion.Device);
    return status;
}

NTSTATUS IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine,
                                  PVOID Context, BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel)
{
    struct completion *completion = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*completion), IOP_TAG);
    if (!completion)
        return STATUS_INSUFFICIENT_RESOURCES;
    *completion = (struct completion){CompletionRoutine, Context, DeviceObject};
    ObReferenceObject(DeviceObject);
    IoSetCompletionRoutine(Irp, complete_ex, completion, InvokeOnSuccess, InvokeOnError, InvokeOnCancel);
    return STATUS_SUCCESS;
}
