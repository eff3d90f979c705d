/* What removable media and file systems ask of the I/O manager, and hard errors. */
#include "ntsim/io/iop.h"

static KSPIN_LOCK vpb_lock;

VOID IoAcquireVpbSpinLock(PKIRQL Irql)
{
    *Irql = KeAcquireSpinLockRaiseToDpc(&vpb_lock);
}

VOID IoReleaseVpbSpinLock(KIRQL Irql)
{
    KeReleaseSpinLock(&vpb_lock, Irql);
}

PIRP IoGetTopLevelIrp(VOID)
{
    return ki_current_thread()->TopLevelIrp;
}

VOID IoSetTopLevelIrp(PIRP Irp)
{
    ki_current_thread()->TopLevelIrp = Irp;
}

PDEVICE_OBJECT IoGetDeviceToVerify(PETHREAD Thread)
{
    return ((PKTHREAD)Thread)->DeviceToVerify;
}

VOID IoSetDeviceToVerify(PETHREAD Thread, PDEVICE_OBJECT DeviceObject)
{
    ((PKTHREAD)Thread)->DeviceToVerify = DeviceObject;
}

VOID IoSetHardErrorOrVerifyDevice(PIRP Irp, PDEVICE_OBJECT DeviceObject)
{
    if (Irp->Tail.Overlay.Thread)
        IoSetDeviceToVerify(Irp->Tail.Overlay.Thread, DeviceObject);
}

/* Nobody sits at the machine: the request fails as it would when the user gives up. */
VOID IoRaiseHardError(PIRP Irp, PVPB Vpb, PDEVICE_OBJECT RealDeviceObject)
{
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}

BOOLEAN IoRaiseInformationalHardError(NTSTATUS ErrorStatus, PUNICODE_STRING String, PKTHREAD Thread)
{
    DbgPrint("hard error 0x%08x %wZ\n", ErrorStatus, String);
    return TRUE;
}

PCONFIGURATION_INFORMATION IoGetConfigurationInformation(VOID)
{
    static CONFIGURATION_INFORMATION configuration = {.Version = 1};
    return &configuration;
}

/* No activity is traced. */
NTSTATUS IoGetActivityIdIrp(PIRP Irp, LPGUID Guid)
{
    return STATUS_NOT_FOUND;
}

/* --- the volume on a device. Nothing here mounts one: what is mounted a file system has said in the VPB. --- */

/* What the volume's driver says that it is called for ever; there is no mount manager to ask. */
NTSTATUS IoVolumeDeviceToGuid(PVOID VolumeDeviceObject, GUID *Guid)
{
    enum { MOUNTDEV = 'M' };
    const ULONG query_stable_guid = CTL_CODE(MOUNTDEV, 6, METHOD_BUFFERED, FILE_ANY_ACCESS);
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(VolumeDeviceObject);
    KEVENT done;
    IO_STATUS_BLOCK io_status;
    KeInitializeEvent(&done, NotificationEvent, FALSE);
    PIRP irp =
        IoBuildDeviceIoControlRequest(query_stable_guid, top, NULL, 0, Guid, sizeof(*Guid), FALSE, &done, &io_status);
    NTSTATUS status = irp ? IofCallDriver(top, irp) : STATUS_INSUFFICIENT_RESOURCES;
    if (status == STATUS_PENDING) {
        KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
        status = io_status.Status;
    }
    ObDereferenceObject(top);
    return status;
}

NTSTATUS IoVerifyVolume(PDEVICE_OBJECT DeviceObject, BOOLEAN AllowRawMount)
{
    const VPB *vpb = DeviceObject->Vpb;
    if (!vpb || !(vpb->Flags & VPB_MOUNTED) || !vpb->DeviceObject)
        return STATUS_UNRECOGNIZED_VOLUME;
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(vpb->DeviceObject);
    PIRP irp = iop_build_irp(top, IRP_MJ_FILE_SYSTEM_CONTROL, IRP_MN_VERIFY_VOLUME);
    NTSTATUS status = STATUS_INSUFFICIENT_RESOURCES;
    if (irp) {
        PIO_STACK_LOCATION location = IoGetNextIrpStackLocation(irp);
        location->Flags = AllowRawMount ? SL_ALLOW_RAW_MOUNT : 0;
        location->Parameters.VerifyVolume.Vpb = DeviceObject->Vpb;
        location->Parameters.VerifyVolume.DeviceObject = vpb->DeviceObject;
        status = iop_call_and_wait(top, irp, NULL);
    }
    ObDereferenceObject(top);
    return status;
}
