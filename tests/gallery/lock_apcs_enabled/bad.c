/* Acquires a resource with APCs enabled. */
#include "../gallery.h"

static ERESOURCE Resource;
static BOOLEAN Ready;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    if (!Ready)
        Ready = NT_SUCCESS(ExInitializeResourceLite(&Resource));
    ExAcquireResourceExclusiveLite(&Resource, TRUE); /* VRF0211 */
    ExReleaseResourceLite(&Resource);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    if (Ready)
        ExDeleteResourceLite(&Resource);
}
