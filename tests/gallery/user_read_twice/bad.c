/* Copies as many bytes as the input says, and looks before, in user memory, whether there is room for them. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    volatile ULONG *Input = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.Type3InputBuffer;
    UCHAR Copy[8];
    __try {
        ProbeForRead(Input, 16, 1);
        if (*Input > sizeof(Copy))
            return STATUS_INVALID_PARAMETER;
        const ULONG Size = *Input; /* VRF1003 */
        RtlCopyMemory(Copy, (const VOID *)(Input + 1), Size);
        Irp->IoStatus.Information = Size;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return Copy[0] ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

static VOID Unload(VOID)
{
}
