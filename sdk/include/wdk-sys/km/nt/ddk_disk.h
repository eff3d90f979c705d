/* Disks, partitions and controllers of old: ntddk.h. Facts: the public reference, mingw-w64. */
#ifndef WDK_NT_DDK_DISK_H
#define WDK_NT_DDK_DISK_H

#include "ddk_io.h"
#include "system.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _BOOTDISK_INFORMATION {
    LONGLONG BootPartitionOffset;
    LONGLONG SystemPartitionOffset;
    ULONG BootDeviceSignature;
    ULONG SystemDeviceSignature;
} BOOTDISK_INFORMATION, *PBOOTDISK_INFORMATION;
typedef struct _BOOTDISK_INFORMATION_EX {
    LONGLONG BootPartitionOffset;
    LONGLONG SystemPartitionOffset;
    ULONG BootDeviceSignature;
    ULONG SystemDeviceSignature;
    GUID BootDeviceGuid;
    GUID SystemDeviceGuid;
    BOOLEAN BootDeviceIsGpt;
    BOOLEAN SystemDeviceIsGpt;
} BOOTDISK_INFORMATION_EX, *PBOOTDISK_INFORMATION_EX;
typedef struct _CONTROLLER_OBJECT {
    CSHORT Type;
    CSHORT Size;
    PVOID ControllerExtension;
    KDEVICE_QUEUE DeviceWaitQueue;
    ULONG Spare1;
    LARGE_INTEGER Spare2;
} CONTROLLER_OBJECT, *PCONTROLLER_OBJECT;
typedef struct _DISK_SIGNATURE {
    ULONG PartitionStyle;
    union {
        struct {
            ULONG Signature;
            ULONG CheckSum;
        } Mbr;
        struct {
            GUID DiskId;
        } Gpt;
    };
} DISK_SIGNATURE, *PDISK_SIGNATURE;
struct _CREATE_DISK;
struct _DRIVE_LAYOUT_INFORMATION;
struct _DRIVE_LAYOUT_INFORMATION_EX;
struct _SET_PARTITION_INFORMATION_EX;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoAllocateController(
    _In_ PCONTROLLER_OBJECT ControllerObject, _In_ PDEVICE_OBJECT DeviceObject, _In_ PDRIVER_CONTROL ExecutionRoutine,
    _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
PCONTROLLER_OBJECT IoCreateController(_In_ ULONG Size);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID IoDeleteController(_In_ PCONTROLLER_OBJECT ControllerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoFreeController(_In_ PCONTROLLER_OBJECT ControllerObject);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoGetBootDiskInformation(_Inout_ PBOOTDISK_INFORMATION BootDiskInformation, _In_ ULONG Size);
_Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoCreateDisk(_In_ PDEVICE_OBJECT DeviceObject, _In_opt_ struct _CREATE_DISK *Disk);
_Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoReadDiskSignature(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG BytesPerSector, _Out_ PDISK_SIGNATURE Signature);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoReadPartitionTable(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG SectorSize, _In_ BOOLEAN ReturnRecognizedPartitions,
    _Out_ struct _DRIVE_LAYOUT_INFORMATION **PartitionBuffer);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoReadPartitionTableEx(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ struct _DRIVE_LAYOUT_INFORMATION_EX **DriveLayout);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoSetPartitionInformation(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG SectorSize, _In_ ULONG PartitionNumber, _In_ ULONG PartitionType);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoSetPartitionInformationEx(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG PartitionNumber,
    _In_ struct _SET_PARTITION_INFORMATION_EX *PartitionInfo);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoSetSystemPartition(_In_ PUNICODE_STRING VolumeNameString);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoVerifyPartitionTable(_In_ PDEVICE_OBJECT DeviceObject, _In_ BOOLEAN FixErrors);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoWritePartitionTable(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG SectorSize, _In_ ULONG SectorsPerTrack, _In_ ULONG NumberOfHeads,
    _In_ struct _DRIVE_LAYOUT_INFORMATION *PartitionBuffer);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoWritePartitionTableEx(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ struct _DRIVE_LAYOUT_INFORMATION_EX *DriveLayout);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoReportResourceForDetection(
    _In_ PDRIVER_OBJECT DriverObject, _In_opt_ PCM_RESOURCE_LIST DriverList, _In_opt_ ULONG DriverListSize,
    _In_opt_ PDEVICE_OBJECT DeviceObject, _In_opt_ PCM_RESOURCE_LIST DeviceList, _In_opt_ ULONG DeviceListSize,
    _Out_ PBOOLEAN ConflictDetected);
/* *InitSafeBootMode is other than zero where Windows was started in safe mode. */
WDK_EXPORT_ADDRESS("ntoskrnl.exe", "5.0.2195") extern PULONG InitSafeBootMode;
/* *Buffer is what the entry of that type in the master boot record points at, or NULL; the caller frees it. */
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID FASTCALL HalExamineMBR(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG SectorSize, _In_ ULONG MBRTypeIdentifier, _Out_ PVOID *Buffer);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
IO_PAGING_PRIORITY IoGetPagingIoPriority(_In_ PIRP Irp);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN IoIsFileObjectIgnoringSharing(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoSetFileObjectIgnoreSharing(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN IoIsFileOriginRemote(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoSetFileOrigin(_In_ PFILE_OBJECT FileObject, _In_ BOOLEAN Remote);
_Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS RtlVolumeDeviceToDosName(_In_ PVOID VolumeDeviceObject, _Out_ PUNICODE_STRING DosName);

#ifdef __cplusplus
}
#endif
#endif
