/* Enters a critical region before. */
#include "../gallery.h"

static ERESOURCE Resource;
static BOOLEAN Ready;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    if (!Ready)
        Ready = NT_SUCCESS(ExInitializeResourceLite(&Resource));
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Resource, TRUE);
    ExReleaseResourceLite(&Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Ready)
        ExDeleteResourceLite(&Resource);
}
