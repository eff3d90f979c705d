/* Asks for one of them. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PEX_TIMER Timer = ExAllocateTimer(NULL, NULL, EX_TIMER_HIGH_RESOLUTION);
    if (Timer)
        ExDeleteTimer(Timer, TRUE, FALSE, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
