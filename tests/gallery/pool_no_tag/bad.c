/* Allocates a block with the tag 0. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PVOID Block = ExAllocatePoolWithTag(NonPagedPoolNx, 16, 0); /* VRF0010 */
    if (Block)
        ExFreePool(Block);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
