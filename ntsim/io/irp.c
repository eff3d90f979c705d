/* Requests: from allocation to completion. */
#include "ntsim/io/iop.h"
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/faults.h"
#include "ntsim/verifier/irp_pages.h"
#include "ntsim/verifier/irps.h"
#include "ntsim/verifier/user.h"

/* IRPs that were freed wait here for the next of the same number of stack locations. */
enum { CACHED_SIZES = 16, FROM_CACHE = 0x80 };

static PIRP cache[CACHED_SIZES + 1];

VOID IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize)
{
    RtlZeroMemory(Irp, PacketSize);
    Irp->Type = IO_TYPE_IRP;
    Irp->Size = PacketSize;
    Irp->StackCount = StackSize;
    Irp->CurrentLocation = StackSize + 1;
    Irp->Tail.Overlay.CurrentStackLocation = (PIO_STACK_LOCATION)(Irp + 1) + StackSize;
    InitializeListHead(&Irp->ThreadListEntry);
}

PIRP iop_allocate_irp(CCHAR stack_size)
{
    PIRP irp = NULL;
    if (stack_size <= CACHED_SIZES && (irp = cache[(int)stack_size]) != NULL)
        cache[(int)stack_size] = *(PIRP *)(irp + 1);
    if (!irp)
        irp = ExAllocatePool2(POOL_FLAG_NON_PAGED, IoSizeOfIrp(stack_size), ' prI');
    if (!irp)
        return NULL;
    IoInitializeIrp(irp, IoSizeOfIrp(stack_size), stack_size);
    irp->AllocationFlags = FROM_CACHE;
    return irp;
}

PIRP iop_allocate_own_irp(CCHAR stack_size)
{
    PIRP irp = vf_irp_page(IoSizeOfIrp(stack_size));
    if (!irp)
        return iop_allocate_irp(stack_size);
    IoInitializeIrp(irp, IoSizeOfIrp(stack_size), stack_size);
    irp->AllocationFlags = FROM_CACHE;
    return irp;
}

PIRP IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota)
{
    return iop_allocate_irp(StackSize);
}

PIRP IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota)
{
    return iop_allocate_irp(StackSize);
}

/* A mistake with an IRP, which may have been completed before. */
static void find(const char *code, const IRP *irp, const char *claim)
{
    const struct vf_related related = {"it was completed before at", vf_completed_at(irp)};
    vf_find(code, vf_here(), &related, 1, "%s", claim);
}

VOID IoFreeIrp(PIRP Irp)
{
    if (Irp->Type != IO_TYPE_IRP) {
        find("VRF0304", Irp, "an IRP is freed that was freed before, or is none");
        ki_bug_check(MULTIPLE_IRP_COMPLETE_REQUESTS, (ULONG64)Irp, 0, 0, 0, NULL,
                     "an IRP is freed that was freed before, or is none");
    }
    if (!IsListEmpty(&Irp->ThreadListEntry)) {
        find("VRF0304", Irp, "an IRP is freed that is under way, and belongs to a thread");
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0xC9, (ULONG64)Irp, 0, 0, NULL,
                     "an IRP is freed that is still queued to its thread");
    }
    Irp->Type = 0;
    if (vf_irp_page_goes(Irp))
        return;
    if (Irp->StackCount > CACHED_SIZES) {
        ExFreePoolWithTag(Irp, ' prI');
        return;
    }
    *(PIRP *)(Irp + 1) = cache[(int)Irp->StackCount];
    cache[(int)Irp->StackCount] = Irp;
}

VOID IoReuseIrp(PIRP Irp, NTSTATUS Iostatus)
{
    UCHAR flags = Irp->AllocationFlags;
    IoInitializeIrp(Irp, Irp->Size, Irp->StackCount);
    Irp->AllocationFlags = flags;
    Irp->IoStatus.Status = Iostatus;
}

/* User mode gets bytes of it, by whatever buffer. */
static BOOLEAN gives_bytes(const IRP *irp)
{
    return irp->RequestorMode == UserMode &&
           (irp->Flags & IRP_INPUT_OPERATION || (irp->UserBuffer && !(irp->Flags & IRP_WRITE_OPERATION)));
}

NTSTATUS IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    if (Irp->Type != IO_TYPE_IRP) {
        find("VRF0305", Irp, "what is passed to a driver is no IRP, or one that was freed");
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0x209, (ULONG64)Irp, (ULONG64)DeviceObject, 0, NULL,
                     "IoCallDriver with what is no IRP");
    }
    if (--Irp->CurrentLocation <= 0) {
        find("VRF0306", Irp, "an IRP is passed to a driver, and has no stack location left for it");
        ki_bug_check(NO_MORE_IRP_STACK_LOCATIONS, (ULONG64)Irp, 0, 0, 0, NULL, NULL);
    }
    if (vf_refusing)
        DeviceObject = vf_refuser();
    PIO_STACK_LOCATION location = --Irp->Tail.Overlay.CurrentStackLocation;
    location->DeviceObject = DeviceObject;
    PDRIVER_DISPATCH routine = DeviceObject->DriverObject->MajorFunction[location->MajorFunction];
    ULONG64 thread = (ULONG64)ki_current_thread()->Id;
    ki_trace(MACHINE_TRACE_CALL, (ULONG64)Irp, (ULONG64)routine, location->MajorFunction, thread);
    struct vf_callback callback;
    struct vf_dispatch dispatch;
    vf_enter(&callback);
    vf_enter_dispatch(&dispatch, Irp, location);
    if (vf_on && gives_bytes(Irp)) {
        if (Irp->CurrentLocation == Irp->StackCount)
            vf_patterns_begin(Irp);
        vf_fill_stack();
    }
    NTSTATUS status = routine(DeviceObject, Irp);
    vf_leave_dispatch(&dispatch, status, (PVOID)routine);
    vf_leave_checked(&callback, "the dispatch routine", (PVOID)routine);
    ki_trace(MACHINE_TRACE_RETURN, (ULONG64)Irp, (ULONG)status, 0, thread);
    return status;
}

/* How much the caller's buffer holds. */
static SIZE_T room_of(PIRP irp)
{
    const IO_STACK_LOCATION *first = (PIO_STACK_LOCATION)(irp + 1) + irp->StackCount - 1;
    switch (first->MajorFunction) {
    case IRP_MJ_READ:
        return first->Parameters.Read.Length;
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_FILE_SYSTEM_CONTROL:
        return first->Parameters.DeviceIoControl.OutputBufferLength;
    default:
        return irp->IoStatus.Information;
    }
}

/* The buffers that the I/O manager made go back to who asked. */
static void return_buffer(PIRP irp)
{
    if (!(irp->Flags & IRP_BUFFERED_IO))
        return;
    if (irp->Flags & IRP_INPUT_OPERATION && irp->IoStatus.Information && irp->UserBuffer &&
        !NT_ERROR(irp->IoStatus.Status) && irp->IoStatus.Status != STATUS_VERIFY_REQUIRED)
        RtlCopyMemory(irp->UserBuffer, irp->AssociatedIrp.SystemBuffer, vf_check_returned(irp, room_of(irp)));
    if (irp->Flags & IRP_DEALLOCATE_BUFFER)
        ExFreePoolWithTag(irp->AssociatedIrp.SystemBuffer, IOP_TAG);
}

static void free_mdls(PIRP irp)
{
    for (PMDL mdl = irp->MdlAddress, next; mdl; mdl = next) {
        next = mdl->Next;
        if (mdl->MdlFlags & MDL_PAGES_LOCKED)
            MmUnlockPages(mdl);
        IoFreeMdl(mdl);
    }
    irp->MdlAddress = NULL;
}

static VOID free_with_apc(PKAPC apc, PKNORMAL_ROUTINE *routine, PVOID *context, PVOID *argument1, PVOID *argument2)
{
    IoFreeIrp(CONTAINING_RECORD(apc, IRP, Tail.Apc));
}

static VOID run_down_apc(PKAPC apc)
{
    IoFreeIrp(CONTAINING_RECORD(apc, IRP, Tail.Apc));
}

/* The routine that the caller named runs in his thread; the IRP's end is the APC's. */
static void queue_apc(PIRP irp)
{
    PKTHREAD thread = (PKTHREAD)irp->Tail.Overlay.Thread;
    KeInitializeApc(&irp->Tail.Apc, thread, OriginalApcEnvironment, free_with_apc, run_down_apc,
                    (PKNORMAL_ROUTINE)(PVOID)irp->Overlay.AsynchronousParameters.UserApcRoutine, irp->RequestorMode,
                    irp->Overlay.AsynchronousParameters.UserApcContext);
    if (!KeInsertQueueApc(&irp->Tail.Apc, irp->UserIosb, NULL, 2))
        IoFreeIrp(irp);
}

static void finish(PIRP irp)
{
    PFILE_OBJECT file = irp->Tail.Overlay.OriginalFileObject;
    if (vf_user_pieces)
        vf_user_done(irp, room_of(irp));
    if (vf_on)
        vf_patterns_done(irp, room_of(irp));
    return_buffer(irp);
    vf_check_direct(irp);
    free_mdls(irp);
    if (!IsListEmpty(&irp->ThreadListEntry)) {
        RemoveEntryList(&irp->ThreadListEntry);
        InitializeListHead(&irp->ThreadListEntry);
    }
    /* What failed without pending is told by the call's status alone. */
    BOOLEAN tell = irp->PendingReturned || !NT_ERROR(irp->IoStatus.Status) || irp->Flags & IRP_SYNCHRONOUS_API;
    if (tell && irp->UserIosb)
        *irp->UserIosb = irp->IoStatus;
    if (file)
        file->FinalStatus = irp->IoStatus.Status;
    PKEVENT event = irp->UserEvent;
    if (tell && event)
        KeSetEvent(event, 0, FALSE);
    if (file && tell && (!event || irp->Flags & IRP_SYNCHRONOUS_API))
        KeSetEvent(&file->Event, 0, FALSE);
    if (file && event) /* referenced by its handle; who builds an IRP keeps his own */
        ObDereferenceObject(event);
    if (file && tell && irp->Overlay.AsynchronousParameters.UserApcRoutine)
        queue_apc(irp);
    else
        IoFreeIrp(irp);
    if (file)
        ObDereferenceObject(file);
}

static void complete_master(PIRP irp)
{
    PIRP master = irp->AssociatedIrp.MasterIrp;
    free_mdls(irp);
    IoFreeIrp(irp);
    if (InterlockedDecrement(&master->AssociatedIrp.IrpCount) == 0)
        IoCompleteRequest(master, IO_NO_INCREMENT);
}

VOID IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost)
{
    if (Irp->Type != IO_TYPE_IRP || Irp->CurrentLocation > Irp->StackCount + 1) {
        find("VRF0301", Irp, "an IRP is completed that was completed before");
        ki_bug_check(MULTIPLE_IRP_COMPLETE_REQUESTS, (ULONG64)Irp, 0, 0, 0, NULL, NULL);
    }
    if (Irp->CancelRoutine) {
        find("VRF0302", Irp, "an IRP is completed, and its cancel routine is still set");
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0x15 /* as Driver Verifier numbers it */,
                     (ULONG64)Irp->CancelRoutine, (ULONG64)Irp, 0, NULL,
                     "an IRP is completed with its cancel routine still set");
    }
    if (Irp->IoStatus.Status == STATUS_PENDING) {
        find("VRF0303", Irp, "an IRP is completed with STATUS_PENDING");
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0x16, (ULONG64)Irp, 0, 0, NULL,
                     "an IRP is completed with STATUS_PENDING");
    }
    if (vf_is_driver(_ReturnAddress()))
        vf_completing(Irp, vf_here());
    ki_trace(MACHINE_TRACE_COMPLETE, (ULONG64)Irp, (ULONG)Irp->IoStatus.Status, 0, (ULONG64)ki_current_thread()->Id);
    while (Irp->CurrentLocation <= Irp->StackCount) {
        PIO_STACK_LOCATION location = Irp->Tail.Overlay.CurrentStackLocation++;
        Irp->CurrentLocation++;
        Irp->PendingReturned = (location->Control & SL_PENDING_RETURNED) != 0;
        PDEVICE_OBJECT device =
            Irp->CurrentLocation <= Irp->StackCount ? IoGetCurrentIrpStackLocation(Irp)->DeviceObject : NULL;
        UCHAR invoke = Irp->Cancel ? SL_INVOKE_ON_CANCEL : 0;
        invoke |= NT_SUCCESS(Irp->IoStatus.Status) ? SL_INVOKE_ON_SUCCESS : SL_INVOKE_ON_ERROR;
        if (location->Control & invoke) {
            PIO_COMPLETION_ROUTINE routine = location->CompletionRoutine;
            PVOID context = location->Context;
            location->Control = 0;
            struct vf_callback callback;
            vf_enter(&callback);
            const NTSTATUS status = routine(device, Irp, context);
            vf_leave_checked(&callback, "the completion routine", (PVOID)routine);
            if (status == STATUS_MORE_PROCESSING_REQUIRED)
                return;
        } else if (Irp->PendingReturned && Irp->CurrentLocation <= Irp->StackCount) {
            IoMarkIrpPending(Irp);
        }
    }
    if (Irp->Flags & IRP_ASSOCIATED_IRP)
        complete_master(Irp);
    else
        finish(Irp);
    KI_POINT(MACHINE_POINT_SIGNAL, Irp);
}

static NTSTATUS keep(PDEVICE_OBJECT device, PIRP irp, PVOID event)
{
    vf_irp_completed(irp);
    KeSetEvent(event, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static NTSTATUS give_back(PDEVICE_OBJECT device, PIRP irp, PVOID event)
{
    KeSetEvent(event, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

NTSTATUS iop_call_and_wait(PDEVICE_OBJECT device, PIRP irp, PIO_STATUS_BLOCK io_status)
{
    KEVENT event;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    IoSetCompletionRoutine(irp, keep, &event, TRUE, TRUE, TRUE);
    if (IofCallDriver(device, irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    if (!KeReadStateEvent(&event))
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, 0x23B, (ULONG64)irp, (ULONG64)device, 0, NULL,
                     "a dispatch routine returned another status than STATUS_PENDING, but did not complete its IRP");
    NTSTATUS status = irp->IoStatus.Status;
    if (io_status)
        *io_status = irp->IoStatus;
    IoFreeIrp(irp);
    return status;
}

BOOLEAN IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KEVENT event;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    if (Irp->StackCount < 1 || Irp->CurrentLocation <= 1)
        return FALSE;
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, give_back, &event, TRUE, TRUE, TRUE);
    if (IofCallDriver(DeviceObject, Irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    return TRUE;
}

PIRP iop_build_irp(PDEVICE_OBJECT device, UCHAR major, UCHAR minor)
{
    PIRP irp = iop_allocate_own_irp(device->StackSize + 1);
    if (!irp)
        return NULL;
    irp->RequestorMode = KernelMode;
    irp->Tail.Overlay.Thread = PsGetCurrentThread();
    irp->IoStatus.Status = major == IRP_MJ_PNP || major == IRP_MJ_POWER ? STATUS_NOT_SUPPORTED : STATUS_SUCCESS;
    PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
    location->MajorFunction = major;
    location->MinorFunction = minor;
    return irp;
}

VOID IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit)
{
    PKTHREAD thread = ki_current_thread();
    *LowLimit = (ULONG_PTR)thread->StackLimit;
    *HighLimit = (ULONG_PTR)thread->StackBase;
}

ULONG IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize)
{
    ULONG_PTR low, high;
    IoGetStackLimits(&low, &high);
    return RegionStart >= low && RegionStart <= high && RegionSize <= high - RegionStart;
}

PVOID IoGetInitialStack(VOID)
{
    return ki_current_thread()->StackBase;
}

BOOLEAN IoIs32bitProcess(PIRP Irp)
{
    return FALSE;
}

BOOLEAN IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion)
{
    return MajorVersion < WDM_MAJORVERSION || (MajorVersion == WDM_MAJORVERSION && MinorVersion <= WDM_MINORVERSION);
}

PEPROCESS IoGetRequestorProcess(PIRP Irp)
{
    return Irp->Tail.Overlay.Thread ? (PEPROCESS)((PKTHREAD)Irp->Tail.Overlay.Thread)->Process : NULL;
}

ULONG IoGetRequestorProcessId(PIRP Irp)
{
    return Irp->Tail.Overlay.Thread ? (ULONG)(ULONG_PTR)((PKTHREAD)Irp->Tail.Overlay.Thread)->Process->Id : 0;
}
