/* Deletes it once. */
#include "../gallery.h"

static NPAGED_LOOKASIDE_LIST List;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ExInitializeNPagedLookasideList(&List, NULL, NULL, POOL_NX_ALLOCATION, 32, GALLERY_TAG, 0);
    ExDeleteNPagedLookasideList(&List);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
