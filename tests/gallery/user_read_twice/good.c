/* Copies as many bytes as the input says, and reads that once; looks at another byte of it twice, which changes
 * nothing. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    volatile ULONG *Input = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.Type3InputBuffer;
    UCHAR Copy[8];
    __try {
        ProbeForRead(Input, 16, 1);
        const ULONG Size = *Input;
        if (Size > sizeof(Copy) || Input[3] == 0)
            return STATUS_INVALID_PARAMETER;
        RtlCopyMemory(Copy, (const VOID *)(Input + 1), Size);
        Irp->IoStatus.Information = Size + Input[3];
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return Copy[0] ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

static VOID Unload(VOID)
{
}
