/* Probes within a __try, and copies behind it. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PVOID Input = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.Type3InputBuffer;
    ULONG Words[4];
    __try {
        ProbeForRead(Input, sizeof(Words), 1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    RtlCopyMemory(Words, Input, sizeof(Words)); /* VRF1002 */
    Irp->IoStatus.Information = Words[1];
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
