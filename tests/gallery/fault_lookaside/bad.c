/* Takes a block of a lookaside list for granted. */
#define GALLERY_OWN_ENTRY
#include "../gallery.h"

static NPAGED_LOOKASIDE_LIST List;

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    const NTSTATUS Status = GalleryStart(Driver);
    if (NT_SUCCESS(Status))
        ExInitializeNPagedLookasideList(&List, NULL, NULL, POOL_NX_ALLOCATION, 64, GALLERY_TAG, 0);
    return Status;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    ULONG *Block = ExAllocateFromNPagedLookasideList(&List);
    *Block = Step; /* VRF0701 */
    ExFreeToNPagedLookasideList(&List, Block);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
    ExDeleteNPagedLookasideList(&List);
}
