/* Its DPC reads a table that lies in a pageable section. */
#include "../gallery.h"

#pragma data_seg("PAGEDATA")
static ULONG Table[4] = {1, 2, 3, 4};
#pragma data_seg()

static KDPC Dpc;
static volatile LONG Last;

static KDEFERRED_ROUTINE Later;

static VOID Later(PKDPC Self, PVOID Context, PVOID First, PVOID Second)
{
    Last = (LONG)Table[(ULONG_PTR)First % 4]; /* VRF0109 */
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeDpc(&Dpc, Later, NULL);
    Table[0] = Step;
    KeInsertQueueDpc(&Dpc, (PVOID)(ULONG_PTR)(Step + 1), NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    KeFlushQueuedDpcs();
}
