/* Returns a block of pool by the memory list of the request, and has written the first word only. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    enum { SIZE = 4 * sizeof(ULONG) };
    PULONG To = MmGetSystemAddressForMdlSafe(Irp->MdlAddress, NormalPagePriority | MdlMappingNoExecute);
    PULONG Answer = ExAllocatePoolWithTag(NonPagedPoolNx, SIZE, GALLERY_TAG);
    if (!To || !Answer) {
        if (Answer)
            ExFreePoolWithTag(Answer, GALLERY_TAG);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Answer[0] = 1;
    RtlCopyMemory(To, Answer, SIZE);
    ExFreePoolWithTag(Answer, GALLERY_TAG);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = SIZE;
    IoMarkIrpPending(Irp);
    IoCompleteRequest(Irp, IO_NO_INCREMENT); /* VRF0311 */
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
