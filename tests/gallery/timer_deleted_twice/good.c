/* Deletes its timer once. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PEX_TIMER Timer = ExAllocateTimer(NULL, NULL, 0);
    if (!Timer)
        return STATUS_INSUFFICIENT_RESOURCES;
    ExDeleteTimer(Timer, TRUE, FALSE, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
