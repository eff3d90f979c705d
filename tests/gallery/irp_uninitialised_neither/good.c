/* Writes a structure to the user's buffer, all of which it has set. */
#include "../gallery.h"

struct Answer {
    ULONG Version;
    ULONG Reserved[3];
};

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    struct Answer Answer = {0};
    Answer.Version = 1;
    __try {
        ProbeForWrite(Irp->UserBuffer, sizeof(Answer), 1);
        RtlCopyMemory(Irp->UserBuffer, &Answer, sizeof(Answer));
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = sizeof(Answer);
    IoMarkIrpPending(Irp);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
