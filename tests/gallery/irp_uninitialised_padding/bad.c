/* Returns a structure with a hole of three bytes between its members, which it has written. */
#include "../gallery.h"

struct Answer {
    UCHAR Version;
    ULONG Length;
};

static __attribute__((noinline)) VOID Fill(struct Answer *Answer)
{
    Answer->Version = 1;
    Answer->Length = sizeof(*Answer);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    struct Answer Answer;
    if (IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.OutputBufferLength < sizeof(Answer))
        return STATUS_BUFFER_TOO_SMALL;
    Fill(&Answer);
    RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, &Answer, sizeof(Answer));
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = sizeof(Answer);
    IoMarkIrpPending(Irp);
    IoCompleteRequest(Irp, IO_NO_INCREMENT); /* VRF0311 */
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
