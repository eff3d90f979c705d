/* Each of two threads holds what the other waits for. Events are no locks, so their order is followed by nobody. */
#include "../gallery_threads.h"

static KSTART_ROUTINE Send, Receive;
static KEVENT First, Second;

static VOID Use(PKEVENT Outer, PKEVENT Inner)
{
    KeWaitForSingleObject(Outer, Executive, KernelMode, FALSE, NULL);
    KeWaitForSingleObject(Inner, Executive, KernelMode, FALSE, NULL); /* VRF0602 */
    KeSetEvent(Inner, IO_NO_INCREMENT, FALSE);
    KeSetEvent(Outer, IO_NO_INCREMENT, FALSE);
}

static VOID Send(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    Use(&First, &Second);
}

static VOID Receive(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    Use(&Second, &First);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeEvent(&First, SynchronizationEvent, TRUE);
    KeInitializeEvent(&Second, SynchronizationEvent, TRUE);
    GalleryThreads(Send, Receive);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
