/* Its DPC waits for a millisecond. */
#include "../gallery.h"

static KDPC Dpc;

static KDEFERRED_ROUTINE Later;

static VOID Later(PKDPC Self, PVOID Context, PVOID First, PVOID Second)
{
    KeStallExecutionProcessor(1000); /* VRF0106 */
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeDpc(&Dpc, Later, NULL);
    KeInsertQueueDpc(&Dpc, NULL, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    KeFlushQueuedDpcs();
}
