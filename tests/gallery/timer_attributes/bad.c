/* Asks for a timer with attributes that exclude each other. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PEX_TIMER Timer = ExAllocateTimer(NULL, NULL, EX_TIMER_HIGH_RESOLUTION | EX_TIMER_NO_WAKE); /* VRF0405 */
    if (Timer)
        ExDeleteTimer(Timer, TRUE, FALSE, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
