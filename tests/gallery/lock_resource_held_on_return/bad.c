/* Returns with a resource held. */
#include "../gallery.h"

static ERESOURCE Resource;
static BOOLEAN Ready;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    if (!Ready)
        Ready = NT_SUCCESS(ExInitializeResourceLite(&Resource));
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Resource, TRUE); /* VRF0205 */
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Ready)
        ExDeleteResourceLite(&Resource);
}
