/* Its thread waits to be told that it is to end, which nobody does. */
#include "../gallery.h"

static KEVENT Stop;
static HANDLE Thread;

static KSTART_ROUTINE Work;

static VOID Work(PVOID Context)
{
    KeWaitForSingleObject(&Stop, Executive, KernelMode, FALSE, NULL);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    OBJECT_ATTRIBUTES Attributes;
    KeInitializeEvent(&Stop, NotificationEvent, FALSE);
    InitializeObjectAttributes(&Attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    return PsCreateSystemThread(&Thread, THREAD_ALL_ACCESS, &Attributes, NULL, NULL, Work, NULL); /* VRF0410 */
}

static VOID Unload(VOID)
{
    if (!Thread)
        return;
    ZwClose(Thread);
}
