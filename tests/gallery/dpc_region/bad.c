/* A DPC enters a critical region. */
#include "../gallery.h"

static KDPC Dpc;
static KDEFERRED_ROUTINE Work;

static VOID Work(PKDPC Self, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    KeEnterCriticalRegion(); /* VRF0101 VRF0104 */
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeDpc(&Dpc, Work, NULL);
    KeInsertQueueDpc(&Dpc, NULL, NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
