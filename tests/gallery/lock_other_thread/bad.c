/* Releases a mutex that another thread has acquired. */
#include "../gallery.h"

static FAST_MUTEX Mutex;
static KSTART_ROUTINE Thread;

static VOID Thread(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    KeEnterCriticalRegion();
    ExReleaseFastMutexUnsafe(&Mutex); /* VRF0203 */
    KeLeaveCriticalRegion();
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS StartAndWait(VOID)
{
    HANDLE Handle;
    PVOID Object;
    NTSTATUS Status = PsCreateSystemThread(&Handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, Thread, NULL);
    if (!NT_SUCCESS(Status))
        return Status;
    Status = ObReferenceObjectByHandle(Handle, THREAD_ALL_ACCESS, *PsThreadType, KernelMode, &Object, NULL);
    ZwClose(Handle);
    if (!NT_SUCCESS(Status))
        return Status;
    KeWaitForSingleObject(Object, Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(Object);
    return STATUS_SUCCESS;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ExInitializeFastMutex(&Mutex);
    KeEnterCriticalRegion();
    ExAcquireFastMutexUnsafe(&Mutex);
    NTSTATUS Status = StartAndWait();
    KeLeaveCriticalRegion();
    return Status;
}

static VOID Unload(VOID)
{
}
