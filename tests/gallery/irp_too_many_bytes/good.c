/* Returns as many bytes as it has, or as the caller has room for. */
#include "../gallery.h"

enum { HAS = 100 };

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const ULONG Room = IoGetCurrentIrpStackLocation(Irp)->Parameters.DeviceIoControl.OutputBufferLength;
    RtlZeroMemory(Irp->AssociatedIrp.SystemBuffer, min(Room, HAS));
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = min(Room, HAS);
    IoMarkIrpPending(Irp);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_PENDING;
}

static VOID Unload(VOID)
{
}
