/* Goes through the bytes that it is given. */
#include "../gallery.h"

static ULONG Sum(const UCHAR *Bytes, ULONG Count)
{
    ULONG Total = 0;
    for (ULONG i = 0; i < Count; i++)
        Total += Bytes[i];
    return Total;
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
