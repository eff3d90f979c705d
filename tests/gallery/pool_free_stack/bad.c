/* Frees a variable on its stack. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    DECLSPEC_ALIGN(16) UCHAR Buffer[64] = {0};
    PUCHAR Block = Buffer;
    ExFreePoolWithTag(Block, GALLERY_TAG); /* VRF0008 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
