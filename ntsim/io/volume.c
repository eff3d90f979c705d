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
