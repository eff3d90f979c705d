/* Returns a structure, all of which it has written. */
#include "../gallery.h"

struct Answer {
    ULONG Version;
    ULONG Reserved[3];
};

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    struct Answer Answer = {0};
    if (IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.OutputBufferLength < sizeof(Answer))
        return STATUS_BUFFER_TOO_SMALL;
    Answer.Version = 1;
    RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, &Answer, sizeof(Answer));
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = sizeof(Answer);
    IoMarkIrpPending(Irp);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
