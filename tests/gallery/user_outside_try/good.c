/* Probes and copies within a __try. */
#include "../gallery.h"

static VOID Copy(PULONG To, const VOID *From, SIZE_T Size)
{
    RtlCopyMemory(To, From, Size);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PVOID Input = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.Type3InputBuffer;
    ULONG Words[4];
    __try {
        ProbeForRead(Input, sizeof(Words), 1);
        Copy(Words, Input, sizeof(Words));
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    Irp->IoStatus.Information = Words[1];
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
