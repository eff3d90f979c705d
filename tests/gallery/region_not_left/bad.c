/* Returns within a critical region. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeEnterCriticalRegion(); /* VRF0104 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
