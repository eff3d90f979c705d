/* Volumes: what their disks are like, and who hears of their locks and dismounts. And memory that is not refused. */
#include "ntsim/io/iop.h"

PVOID FsRtlAllocatePoolWithTag(POOL_TYPE PoolType, ULONG NumberOfBytes, ULONG Tag)
{
    PVOID memory = ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
    if (!memory)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    return memory;
}

PVOID FsRtlAllocatePoolWithQuotaTag(POOL_TYPE PoolType, ULONG NumberOfBytes, ULONG Tag)
{
    return FsRtlAllocatePoolWithTag((POOL_TYPE)(PoolType & ~POOL_QUOTA_FAIL_INSTEAD_OF_RAISE), NumberOfBytes, Tag);
}

/* Sectors of the device are all there is: no larger physical ones, aligned. */
NTSTATUS FsRtlGetSectorSizeInformation(PDEVICE_OBJECT DeviceObject, PFILE_FS_SECTOR_SIZE_INFORMATION SectorSizeInfo)
{
    ULONG size = DeviceObject->SectorSize;
    if (size == 0)
        return STATUS_INVALID_PARAMETER;
    *SectorSizeInfo = (FILE_FS_SECTOR_SIZE_INFORMATION){
        .LogicalBytesPerSector = size,
        .PhysicalBytesPerSectorForAtomicity = size,
        .PhysicalBytesPerSectorForPerformance = size,
        .FileSystemEffectivePhysicalBytesPerSectorForAtomicity = size,
        .Flags = SSINFO_FLAGS_ALIGNED_DEVICE | SSINFO_FLAGS_PARTITION_ALIGNED_ON_DEVICE,
    };
    return STATUS_SUCCESS;
}

/* --- events of the target device --- */

static const GUID *event_of(ULONG code)
{
    static const GUID events[] = {
        [FSRTL_VOLUME_DISMOUNT] = {0xd16a55e8, 0x1059, 0x11d2, {0x8f, 0xfd, 0x00, 0xa0, 0xc9, 0xa0, 0x6d, 0x32}},
        [FSRTL_VOLUME_DISMOUNT_FAILED] = {0xe3c5b178, 0x105d, 0x11d2, {0x8f, 0xfd, 0x00, 0xa0, 0xc9, 0xa0, 0x6d, 0x32}},
        [FSRTL_VOLUME_LOCK] = {0x50708874, 0xc9af, 0x11d1, {0x8f, 0xef, 0x00, 0xa0, 0xc9, 0xa0, 0x6d, 0x32}},
        [FSRTL_VOLUME_LOCK_FAILED] = {0xae2eed10, 0x0ba8, 0x11d2, {0x8f, 0xfb, 0x00, 0xa0, 0xc9, 0xa0, 0x6d, 0x32}},
        [FSRTL_VOLUME_UNLOCK] = {0x9a8c3d68, 0xd0cb, 0x11d1, {0x8f, 0xef, 0x00, 0xa0, 0xc9, 0xa0, 0x6d, 0x32}},
        [FSRTL_VOLUME_MOUNT] = {0xb5804878, 0x1a96, 0x11d2, {0x8f, 0xfd, 0x00, 0xa0, 0xc9, 0xa0, 0x6d, 0x32}},
    };
    return code >= FSRTL_VOLUME_DISMOUNT && code < RTL_NUMBER_OF(events) ? &events[code] : NULL;
}

/* The PDO of the device on which the file's volume is; NULL: it has none. */
static PDEVICE_OBJECT target_of(PFILE_OBJECT file)
{
    PDEVICE_OBJECT device = file->DeviceObject;
    if (file->Vpb && file->Vpb->RealDevice)
        device = file->Vpb->RealDevice;
    else if (device->Vpb && device->Vpb->RealDevice)
        device = device->Vpb->RealDevice;
    while (iop_device(device)->AttachedTo)
        device = iop_device(device)->AttachedTo;
    return iop_device(device)->Node ? device : NULL;
}

NTSTATUS FsRtlNotifyVolumeEventEx(PFILE_OBJECT FileObject, ULONG EventCode, PTARGET_DEVICE_CUSTOM_NOTIFICATION Event)
{
    PDEVICE_OBJECT target = target_of(FileObject);
    if (!target)
        return STATUS_INVALID_PARAMETER;
    return IoReportTargetDeviceChangeAsynchronous(target, Event, NULL, NULL);
}

NTSTATUS FsRtlNotifyVolumeEvent(PFILE_OBJECT FileObject, ULONG EventCode)
{
    const GUID *guid = event_of(EventCode);
    if (!guid)
        return STATUS_INVALID_PARAMETER;
    TARGET_DEVICE_CUSTOM_NOTIFICATION event = {
        .Version = 1,
        .Size = (USHORT)FIELD_OFFSET(TARGET_DEVICE_CUSTOM_NOTIFICATION, CustomDataBuffer),
        .Event = *guid,
        .FileObject = NULL,
        .NameBufferOffset = -1,
    };
    return FsRtlNotifyVolumeEventEx(FileObject, EventCode, &event);
}

/* Nobody but the file system itself took part in the dismount. */
VOID FsRtlDismountComplete(PDEVICE_OBJECT DeviceObject, NTSTATUS DismountStatus)
{
}
