/* Leaves that to who has called it. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
