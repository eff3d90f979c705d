/* I/O, kernel and memory functions of ntddk.h. */
#ifndef WDK_NT_DDK_IO_H
#define WDK_NT_DDK_IO_H

#include "io.h"
#include "rtl.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _CONFIGURATION_INFORMATION {
    ULONG DiskCount;
    ULONG FloppyCount;
    ULONG CdRomCount;
    ULONG TapeCount;
    ULONG ScsiPortCount;
    ULONG SerialCount;
    ULONG ParallelCount;
    BOOLEAN AtDiskPrimaryAddressClaimed;
    BOOLEAN AtDiskSecondaryAddressClaimed;
    ULONG Version;
    ULONG MediumChangerCount;
} CONFIGURATION_INFORMATION, *PCONFIGURATION_INFORMATION;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
PCONFIGURATION_INFORMATION IoGetConfigurationInformation(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS IoAttachDeviceToDeviceStackSafe(
    _In_ PDEVICE_OBJECT SourceDevice, _In_ PDEVICE_OBJECT TargetDevice,
    _Outptr_ PDEVICE_OBJECT *AttachedToDeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PIRP IoMakeAssociatedIrp(_In_ PIRP Irp, _In_ CCHAR StackSize);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID IoRaiseHardError(_In_ PIRP Irp, _In_opt_ PVPB Vpb, _In_ PDEVICE_OBJECT RealDeviceObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN IoRaiseInformationalHardError(
    _In_ NTSTATUS ErrorStatus, _In_opt_ PUNICODE_STRING String, _In_opt_ PKTHREAD Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoSetHardErrorOrVerifyDevice(_In_ PIRP Irp, _In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN IoSetThreadHardErrorMode(_In_ BOOLEAN EnableHardErrors);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID IoRegisterDriverReinitialization(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PDRIVER_REINITIALIZE DriverReinitializationRoutine,
    _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID IoRegisterBootDriverReinitialization(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PDRIVER_REINITIALIZE DriverReinitializationRoutine,
    _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS IoVolumeDeviceToDosName(
    _In_ PVOID VolumeDeviceObject,
    _Out_ _When_(return == 0, _At_(DosName->Buffer, __drv_allocatesMem(Mem))) PUNICODE_STRING DosName);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoReportDetectedDevice(
    _In_ PDRIVER_OBJECT DriverObject, _In_ INTERFACE_TYPE LegacyBusType, _In_ ULONG BusNumber,
    _In_ ULONG SlotNumber, _In_opt_ PCM_RESOURCE_LIST ResourceList,
    _In_opt_ PIO_RESOURCE_REQUIREMENTS_LIST ResourceRequirements, _In_ BOOLEAN ResourceAssigned,
    _Inout_ PDEVICE_OBJECT *DeviceObject);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
NTSTATUS IoGetActivityIdIrp(_In_ PIRP Irp, _Out_ LPGUID Guid);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
NTSTATUS IoSetActivityIdIrp(_Inout_ PIRP Irp, _In_opt_ LPCGUID Guid);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS IoCreateFileSpecifyDeviceObjectHint(
    _Out_ PHANDLE FileHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_opt_ PLARGE_INTEGER AllocationSize, _In_ ULONG FileAttributes,
    _In_ ULONG ShareAccess, _In_ ULONG Disposition, _In_ ULONG CreateOptions,
    _In_reads_bytes_opt_(EaLength) PVOID EaBuffer, _In_ ULONG EaLength, _In_ CREATE_FILE_TYPE CreateFileType,
    _In_opt_ PVOID InternalParameters, _In_ ULONG Options, _In_opt_ PVOID DeviceObject);
/* The transaction that a file was opened in. */
#define TXF_MINIVERSION_DEFAULT_VIEW (0xFFFE)
typedef struct _TXN_PARAMETER_BLOCK {
    USHORT Length;
    USHORT TxFsContext;
    PVOID TransactionObject;
} TXN_PARAMETER_BLOCK;
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
PTXN_PARAMETER_BLOCK IoGetTransactionParameterBlock(_In_ PFILE_OBJECT FileObject);
/* What goes with a create that a driver starts itself: extra parameters, the device to send it to, a transaction, a silo. */
typedef PEJOB PESILO;
typedef struct _IO_DRIVER_CREATE_CONTEXT {
    CSHORT Size;
    struct _ECP_LIST *ExtraCreateParameter;
    PVOID DeviceObjectHint;
    PTXN_PARAMETER_BLOCK TxnParameters;
    PESILO SiloContext;
} IO_DRIVER_CREATE_CONTEXT, *PIO_DRIVER_CREATE_CONTEXT;
FORCEINLINE VOID IoInitializeDriverCreateContext(_Out_ PIO_DRIVER_CREATE_CONTEXT DriverContext)
{
    RtlZeroMemory(DriverContext, sizeof(IO_DRIVER_CREATE_CONTEXT));
    DriverContext->Size = sizeof(IO_DRIVER_CREATE_CONTEXT);
}
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS IoCreateFileEx(
    _Out_ PHANDLE FileHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_opt_ PLARGE_INTEGER AllocationSize, _In_ ULONG FileAttributes,
    _In_ ULONG ShareAccess, _In_ ULONG Disposition, _In_ ULONG CreateOptions,
    _In_reads_bytes_opt_(EaLength) PVOID EaBuffer, _In_ ULONG EaLength, _In_ CREATE_FILE_TYPE CreateFileType,
    _In_opt_ PVOID InternalParameters, _In_ ULONG Options, _In_opt_ PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.10240")
NTSTATUS IoQueryFullDriverPath(_In_ PDRIVER_OBJECT DriverObject, _Out_ PUNICODE_STRING FullPath);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
PGENERIC_MAPPING IoGetFileObjectGenericMapping(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN FsRtlIsTotalDeviceFailure(_In_ NTSTATUS Status);

/* Early launch of anti-malware: each boot driver is shown, and may be refused, before it is started. */
typedef enum _BDCB_CALLBACK_TYPE { BdCbStatusUpdate, BdCbInitializeImage } BDCB_CALLBACK_TYPE, *PBDCB_CALLBACK_TYPE;
typedef enum _BDCB_STATUS_UPDATE_TYPE {
    BdCbStatusPrepareForDependencyLoad,
    BdCbStatusPrepareForDriverLoad,
    BdCbStatusPrepareForUnload
} BDCB_STATUS_UPDATE_TYPE, *PBDCB_STATUS_UPDATE_TYPE;
typedef struct _BDCB_STATUS_UPDATE_CONTEXT {
    BDCB_STATUS_UPDATE_TYPE StatusType;
} BDCB_STATUS_UPDATE_CONTEXT, *PBDCB_STATUS_UPDATE_CONTEXT;
typedef enum _BDCB_CLASSIFICATION {
    BdCbClassificationUnknownImage,
    BdCbClassificationKnownGoodImage,
    BdCbClassificationKnownBadImage,
    BdCbClassificationKnownBadImageBootCritical,
    BdCbClassificationEnd
} BDCB_CLASSIFICATION, *PBDCB_CLASSIFICATION;
#define BDCB_IMAGEFLAGS_FAILED_CODE_INTEGRITY 0x00000001
typedef struct _BDCB_IMAGE_INFORMATION {
    BDCB_CLASSIFICATION Classification;
    ULONG ImageFlags;
    UNICODE_STRING ImageName;
    UNICODE_STRING RegistryPath;
    UNICODE_STRING CertificatePublisher;
    UNICODE_STRING CertificateIssuer;
    PVOID ImageHash;
    PVOID CertificateThumbprint;
    ULONG ImageHashAlgorithm;
    ULONG ThumbprintHashAlgorithm;
    ULONG ImageHashLength;
    ULONG CertificateThumbprintLength;
} BDCB_IMAGE_INFORMATION, *PBDCB_IMAGE_INFORMATION;
typedef _Function_class_(BOOT_DRIVER_CALLBACK_FUNCTION) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
VOID BOOT_DRIVER_CALLBACK_FUNCTION(
    _In_opt_ PVOID CallbackContext, _In_ BDCB_CALLBACK_TYPE Classification,
    _Inout_ PBDCB_IMAGE_INFORMATION ImageInformation);
typedef BOOT_DRIVER_CALLBACK_FUNCTION *PBOOT_DRIVER_CALLBACK_FUNCTION;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.2.9200")
PVOID IoRegisterBootDriverCallback(_In_ PBOOT_DRIVER_CALLBACK_FUNCTION CallbackFunction, _In_opt_ PVOID CallbackContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.2.9200")
VOID IoUnregisterBootDriverCallback(_In_ PVOID CallbackHandle);

/* Kernel. */
_IRQL_requires_max_(HIGH_LEVEL) DECLSPEC_NORETURN WDK_NTOS("5.0.2195")
VOID KeBugCheck(_In_ ULONG BugCheckCode);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
LONG KePulseEvent(_Inout_ PRKEVENT Event, _In_ KPRIORITY Increment, _In_ BOOLEAN Wait);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
LONG KeSetBasePriorityThread(_Inout_ PKTHREAD Thread, _In_ LONG Increment);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN KeInvalidateAllCaches(VOID);
typedef _Function_class_(EXPAND_STACK_CALLOUT) _IRQL_requires_same_
VOID EXPAND_STACK_CALLOUT(_In_opt_ PVOID Parameter);
typedef EXPAND_STACK_CALLOUT *PEXPAND_STACK_CALLOUT;
#define MAXIMUM_EXPANSION_SIZE (KERNEL_LARGE_STACK_SIZE - (PAGE_SIZE / 2))
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS KeExpandKernelStackAndCallout(
    _In_ PEXPAND_STACK_CALLOUT Callout, _In_opt_ PVOID Parameter, _In_ SIZE_T Size);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
NTSTATUS KeExpandKernelStackAndCalloutEx(
    _In_ PEXPAND_STACK_CALLOUT Callout, _In_opt_ PVOID Parameter, _In_ SIZE_T Size, _In_ BOOLEAN Wait,
    _In_opt_ PVOID Context);

/* Memory. */
typedef struct _MM_COPY_ADDRESS {
    union {
        PVOID VirtualAddress;
        PHYSICAL_ADDRESS PhysicalAddress;
    };
} MM_COPY_ADDRESS, *PMMCOPY_ADDRESS;
#define MM_COPY_MEMORY_PHYSICAL 0x1
#define MM_COPY_MEMORY_VIRTUAL 0x2
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.3.9600")
NTSTATUS MmCopyMemory(
    _In_ PVOID TargetAddress, _In_ MM_COPY_ADDRESS SourceAddress, _In_ SIZE_T NumberOfBytes, _In_ ULONG Flags,
    _Out_ PSIZE_T NumberOfBytesTransferred);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
PHYSICAL_ADDRESS MmGetPhysicalAddress(_In_ PVOID BaseAddress);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
BOOLEAN MmIsAddressValid(_In_ PVOID VirtualAddress);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmAllocateNonCachedMemory(_In_ SIZE_T NumberOfBytes);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID MmFreeNonCachedMemory(_In_reads_bytes_(NumberOfBytes) PVOID BaseAddress, _In_ SIZE_T NumberOfBytes);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS MmMapViewInSystemSpace(
    _In_ PVOID Section, _Outptr_result_bytebuffer_(*ViewSize) PVOID *MappedBase, _Inout_ PSIZE_T ViewSize);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS MmUnmapViewInSystemSpace(_In_ PVOID MappedBase);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
HANDLE MmSecureVirtualMemory(_In_reads_bytes_(Size) PVOID Address, _In_ SIZE_T Size, _In_ ULONG ProbeMode);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID MmUnsecureVirtualMemory(_In_ HANDLE SecureHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID MmLockPagableSectionByHandle(_In_ PVOID ImageSectionHandle);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.1.2600")
BOOLEAN MmIsThisAnNtAsSystem(VOID);

/* Volumes. */
typedef struct _FILE_FS_VOLUME_INFORMATION {
    LARGE_INTEGER VolumeCreationTime;
    ULONG VolumeSerialNumber;
    ULONG VolumeLabelLength;
    BOOLEAN SupportsObjects;
    _Field_size_bytes_(VolumeLabelLength) WCHAR VolumeLabel[1];
} FILE_FS_VOLUME_INFORMATION, *PFILE_FS_VOLUME_INFORMATION;
typedef struct _FILE_FS_LABEL_INFORMATION {
    ULONG VolumeLabelLength;
    _Field_size_bytes_(VolumeLabelLength) WCHAR VolumeLabel[1];
} FILE_FS_LABEL_INFORMATION, *PFILE_FS_LABEL_INFORMATION;
typedef struct _FILE_FS_SIZE_INFORMATION {
    LARGE_INTEGER TotalAllocationUnits;
    LARGE_INTEGER AvailableAllocationUnits;
    ULONG SectorsPerAllocationUnit;
    ULONG BytesPerSector;
} FILE_FS_SIZE_INFORMATION, *PFILE_FS_SIZE_INFORMATION;
typedef struct _FILE_FS_FULL_SIZE_INFORMATION {
    LARGE_INTEGER TotalAllocationUnits;
    LARGE_INTEGER CallerAvailableAllocationUnits;
    LARGE_INTEGER ActualAvailableAllocationUnits;
    ULONG SectorsPerAllocationUnit;
    ULONG BytesPerSector;
} FILE_FS_FULL_SIZE_INFORMATION, *PFILE_FS_FULL_SIZE_INFORMATION;
typedef struct _FILE_FS_OBJECTID_INFORMATION {
    UCHAR ObjectId[16];
    UCHAR ExtendedInfo[48];
} FILE_FS_OBJECTID_INFORMATION, *PFILE_FS_OBJECTID_INFORMATION;
#define SSINFO_FLAGS_ALIGNED_DEVICE 0x00000001
#define SSINFO_FLAGS_PARTITION_ALIGNED_ON_DEVICE 0x00000002
#define SSINFO_FLAGS_NO_SEEK_PENALTY 0x00000004
#define SSINFO_FLAGS_TRIM_ENABLED 0x00000008
#define SSINFO_FLAGS_BYTE_ADDRESSABLE 0x00000010
typedef struct _FILE_FS_SECTOR_SIZE_INFORMATION {
    ULONG LogicalBytesPerSector;
    ULONG PhysicalBytesPerSectorForAtomicity;
    ULONG PhysicalBytesPerSectorForPerformance;
    ULONG FileSystemEffectivePhysicalBytesPerSectorForAtomicity;
    ULONG Flags;
    ULONG ByteOffsetForSectorAlignment;
    ULONG ByteOffsetForPartitionAlignment;
} FILE_FS_SECTOR_SIZE_INFORMATION, *PFILE_FS_SECTOR_SIZE_INFORMATION;

/* Hardware, as the HAL sees it. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_HAL("5.0.2195")
ULONG HalGetBusDataByOffset(
    _In_ BUS_DATA_TYPE BusDataType, _In_ ULONG BusNumber, _In_ ULONG SlotNumber,
    _Out_writes_bytes_(Length) PVOID Buffer, _In_ ULONG Offset, _In_ ULONG Length);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_HAL("5.0.2195")
ULONG HalSetBusDataByOffset(
    _In_ BUS_DATA_TYPE BusDataType, _In_ ULONG BusNumber, _In_ ULONG SlotNumber,
    _In_reads_bytes_(Length) PVOID Buffer, _In_ ULONG Offset, _In_ ULONG Length);

#ifdef __cplusplus
}
#endif
#endif
