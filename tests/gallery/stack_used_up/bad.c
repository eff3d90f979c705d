/* Calls itself for each of the bytes that it is given. */
#include "../gallery.h"

static ULONG Sum(const UCHAR *Bytes, ULONG Count)
{ /* VRF0108 */
    volatile UCHAR Scratch[1024];
    Scratch[Count % sizeof(Scratch)] = Bytes[0];
    return Count ? Sum(Bytes, Count - 1) + Scratch[Count % sizeof(Scratch)] : 0;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    if (IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.InputBufferLength < 64)
        return STATUS_INVALID_PARAMETER;
    Irp->IoStatus.Information = Sum(Irp->AssociatedIrp.SystemBuffer, 64);
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
