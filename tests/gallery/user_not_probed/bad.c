/* Writes to the output buffer, and has probed the input buffer only. */
#include "../gallery.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    PULONG Input = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.Type3InputBuffer;
    PULONG Output = Irp->UserBuffer;
    __try {
        ProbeForRead(Input, 2 * sizeof(*Input), 1);
        Output[0] = Input[1]; /* VRF1001 */
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    Irp->IoStatus.Information = sizeof(*Output);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
