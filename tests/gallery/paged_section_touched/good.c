/* Its DPC gets what it needs of a table that lies in a pageable section. */
#include "../gallery.h"

#pragma data_seg("PAGEDATA")
static ULONG Table[4] = {1, 2, 3, 4};
#pragma data_seg()

static KDPC Dpc;
static volatile LONG Last;

static KDEFERRED_ROUTINE Later;

static VOID Later(PKDPC Self, PVOID Context, PVOID First, PVOID Second)
{
    Last = (LONG)(ULONG_PTR)First;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    KeInitializeDpc(&Dpc, Later, NULL);
    Table[0] = Step;
    KeInsertQueueDpc(&Dpc, (PVOID)(ULONG_PTR)Table[(Step + 1) % 4], NULL);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    KeFlushQueuedDpcs();
}
