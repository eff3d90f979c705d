/* Two threads count in the same variable, by an interlocked function. */
#include "../gallery_threads.h"

static KSTART_ROUTINE Count;
static volatile LONG Counter;

static VOID Count(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    InterlockedIncrement(&Counter);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GalleryThreads(Count, Count);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
