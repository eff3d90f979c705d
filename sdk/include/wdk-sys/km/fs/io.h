/* What the I/O manager does for file systems: mounting, streams, checks, file objects. */
#ifndef WDK_FS_IO_H
#define WDK_FS_IO_H

#include "base.h"
#include "info.h"
#include "reparse.h"

#ifdef __cplusplus
extern "C" {
#endif

#define IO_STOP_ON_SYMLINK 0x0008
#define IO_MM_PAGING_FILE 0x0010
#define IO_FILE_OBJECT_NON_PAGED_POOL_CHARGE 64
#define IO_FILE_OBJECT_PAGED_POOL_CHARGE 1024
#define SYSTEM_PAGE_PRIORITY_BITS 3
#define SYSTEM_PAGE_PRIORITY_LEVELS (1 << SYSTEM_PAGE_PRIORITY_BITS)
#define IO_IGNORE_READONLY_ATTRIBUTE 0x0040
#define IO_IGNORE_SHARE_ACCESS_CHECK 0x0800
#define VPB_DISMOUNTING 0x0040
/* What a reparse says in IoStatus.Information. */
#define IO_REPARSE 0x0
#define IO_REMOUNT 0x1
#define IO_REPARSE_GLOBAL 0x2
typedef _Function_class_(DRIVER_FS_NOTIFICATION) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
VOID DRIVER_FS_NOTIFICATION(_In_ struct _DEVICE_OBJECT *DeviceObject, _In_ BOOLEAN FsActive);
typedef DRIVER_FS_NOTIFICATION *PDRIVER_FS_NOTIFICATION;
/* File systems and volumes. */
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID IoRegisterFileSystem(_In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID IoUnregisterFileSystem(_In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoRegisterFsRegistrationChange(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PDRIVER_FS_NOTIFICATION DriverNotificationRoutine);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS IoRegisterFsRegistrationChangeMountAware(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PDRIVER_FS_NOTIFICATION DriverNotificationRoutine,
    _In_ BOOLEAN SynchronizeWithMounts);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID IoUnregisterFsRegistrationChange(
    _In_ PDRIVER_OBJECT DriverObject, _In_ PDRIVER_FS_NOTIFICATION DriverNotificationRoutine);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoAcquireVpbSpinLock(_Out_ PKIRQL Irql);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoReleaseVpbSpinLock(_In_ KIRQL Irql);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoVerifyVolume(_In_ PDEVICE_OBJECT DeviceObject, _In_ BOOLEAN AllowRawMount);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PDEVICE_OBJECT IoGetDeviceToVerify(_In_ PETHREAD Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID IoSetDeviceToVerify(_In_ PETHREAD Thread, _In_opt_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoGetDiskDeviceObject(_In_ PDEVICE_OBJECT FileSystemDeviceObject, _In_ PDEVICE_OBJECT *DiskDeviceObject);
WDK_NTOS("5.0.2195")
PDEVICE_OBJECT IoGetBaseFileSystemDeviceObject(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PDEVICE_OBJECT IoGetLowerDeviceObject(_In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PDEVICE_OBJECT IoGetDeviceAttachmentBaseRef(_In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PDEVICE_OBJECT IoGetAttachedDevice(_In_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoEnumerateDeviceObjectList(
    _In_ PDRIVER_OBJECT DriverObject, _Outptr_ PDEVICE_OBJECT *DeviceObjectList, _In_ ULONG DeviceObjectListSize,
    _Out_ PULONG ActualNumberDeviceObjects);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoEnumerateRegisteredFiltersList(
    _Outptr_ PDRIVER_OBJECT *DriverObjectList, _In_ ULONG DriverObjectListSize,
    _Out_ PULONG ActualNumberDriverObjects);
#define IoRegisterFsRegistrationChangeEx IoRegisterFsRegistrationChangeMountAware
/* Streams that file systems open for themselves. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PFILE_OBJECT IoCreateStreamFileObject(_In_opt_ PFILE_OBJECT FileObject, _In_opt_ PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
PFILE_OBJECT IoCreateStreamFileObjectEx(
    _In_opt_ PFILE_OBJECT FileObject, _In_opt_ PDEVICE_OBJECT DeviceObject, _Out_opt_ PHANDLE FileHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PFILE_OBJECT IoCreateStreamFileObjectLite(_In_opt_ PFILE_OBJECT FileObject, _In_opt_ PDEVICE_OBJECT DeviceObject);
#define IO_CREATE_STREAM_FILE_RAISE_ON_ERROR 0x00000001
#define IO_CREATE_STREAM_FILE_LITE 0x00000002
typedef struct _IO_CREATE_STREAM_FILE_OPTIONS {
    USHORT Size;
    USHORT Flags;
    PDEVICE_OBJECT TargetDeviceObject;
} IO_CREATE_STREAM_FILE_OPTIONS, *PIO_CREATE_STREAM_FILE_OPTIONS;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS IoCreateStreamFileObjectEx2(
    _In_ PIO_CREATE_STREAM_FILE_OPTIONS CreateOptions, _In_opt_ PFILE_OBJECT FileObject,
    _In_opt_ PDEVICE_OBJECT DeviceObject, _Outptr_ PFILE_OBJECT *StreamFileObject, _Out_opt_ PHANDLE FileHandle);
/* Checks on a request's arguments. */
WDK_NTOS("5.0.2195")
NTSTATUS IoCheckDesiredAccess(_In_ PACCESS_MASK DesiredAccess, _In_ ACCESS_MASK GrantedAccess);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoCheckEaBufferValidity(
    _In_ PFILE_FULL_EA_INFORMATION EaBuffer, _In_ ULONG EaLength, _Out_ PULONG ErrorOffset);
WDK_NTOS("5.0.2195")
NTSTATUS IoCheckFunctionAccess(
    _In_ ACCESS_MASK GrantedAccess, _In_ UCHAR MajorFunction, _In_ UCHAR MinorFunction, _In_ ULONG IoControlCode,
    _In_ PVOID Arg1, _In_ PVOID Arg2);
WDK_NTOS("5.0.2195")
NTSTATUS IoCheckQuerySetFileInformation(
    _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ ULONG Length, _In_ BOOLEAN SetOperation);
WDK_NTOS("5.0.2195")
NTSTATUS IoCheckQuerySetVolumeInformation(
    _In_ FS_INFORMATION_CLASS FsInformationClass, _In_ ULONG Length, _In_ BOOLEAN SetOperation);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoCheckQuotaBufferValidity(
    _In_ PFILE_QUOTA_INFORMATION QuotaBuffer, _In_ ULONG QuotaLength, _Out_ PULONG ErrorOffset);
WDK_NTOS("5.0.2195")
BOOLEAN IoIsValidNameGraftingBuffer(_In_ PIRP Irp, _In_ PREPARSE_DATA_BUFFER ReparseBuffer);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN IoIsOperationSynchronous(_In_ PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN IoIsSystemThread(_In_ PETHREAD Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PEPROCESS IoThreadToProcess(_In_ PETHREAD Thread);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
PEPROCESS IoGetRequestorProcess(_In_ PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
ULONG IoGetRequestorProcessId(_In_ PIRP Irp);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS IoGetRequestorSessionId(_In_ PIRP Irp, _Out_ PULONG pSessionId);
#define IoIsFileOpenedExclusively(FileObject)                                                                          \
    ((BOOLEAN)!((FileObject)->SharedRead || (FileObject)->SharedWrite || (FileObject)->SharedDelete))
/* Whole operations. */
WDK_NTOS("5.0.2195")
BOOLEAN IoFastQueryNetworkAttributes(
    _In_ POBJECT_ATTRIBUTES ObjectAttributes, _In_ ACCESS_MASK DesiredAccess, _In_ ULONG OpenOptions,
    _In_ PIO_STATUS_BLOCK IoStatus, _In_ PFILE_NETWORK_OPEN_INFORMATION Buffer);
WDK_NTOS("5.0.2195")
NTSTATUS IoPageRead(
    _In_ PFILE_OBJECT FileObject, _In_ PMDL MemoryDescriptorList, _In_ PLARGE_INTEGER StartingOffset,
    _In_ PKEVENT Event, _In_ PIO_STATUS_BLOCK IoStatusBlock);
WDK_NTOS("5.0.2195")
NTSTATUS IoSynchronousPageWrite(
    _In_ PFILE_OBJECT FileObject, _In_ PMDL MemoryDescriptorList, _In_ PLARGE_INTEGER StartingOffset,
    _In_ PKEVENT Event, _In_ PIO_STATUS_BLOCK IoStatusBlock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS IoQueryFileDosDeviceName(
    _In_ PFILE_OBJECT FileObject, _Outptr_ POBJECT_NAME_INFORMATION *ObjectNameInformation);
WDK_NTOS("5.0.2195")
NTSTATUS IoQueryFileInformation(
    _In_ PFILE_OBJECT FileObject, _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ ULONG Length,
    _In_ PVOID FileInformation, _In_ PULONG ReturnedLength);
WDK_NTOS("5.0.2195")
NTSTATUS IoQueryVolumeInformation(
    _In_ PFILE_OBJECT FileObject, _In_ FS_INFORMATION_CLASS FsInformationClass, _In_ ULONG Length,
    _In_ PVOID FsInformation, _In_ PULONG ReturnedLength);
WDK_NTOS("5.0.2195")
NTSTATUS IoSetInformation(
    _In_ PFILE_OBJECT FileObject, _In_ FILE_INFORMATION_CLASS FileInformationClass, _In_ ULONG Length,
    _In_ PVOID FileInformation);
WDK_NTOS("5.0.2195")
VOID IoQueueThreadIrp(_In_ PIRP Irp);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
NTSTATUS IoReplaceFileObjectName(
    _In_ PFILE_OBJECT FileObject, _In_ PWSTR NewFileName, _In_ USHORT FileNameLength);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.22621")
NTSTATUS IoCheckFileObjectOpenedAsCopySource(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.22621")
NTSTATUS IoCheckFileObjectOpenedAsCopyDestination(_In_ PFILE_OBJECT FileObject);

_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.0.2195")
VOID IoCancelFileOpen(_In_ PDEVICE_OBJECT DeviceObject, _In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS IoRetrievePriorityInfo(
    _In_opt_ PIRP Irp, _In_opt_ PFILE_OBJECT FileObject, _In_opt_ PETHREAD Thread,
    _Inout_ PIO_PRIORITY_INFO PriorityInfo);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
NTSTATUS IoApplyPriorityInfoThread(
    _In_ PIO_PRIORITY_INFO InputPriorityInfo, _Out_opt_ PIO_PRIORITY_INFO OutputPriorityInfo,
    _In_ PETHREAD Thread);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
NTSTATUS IoVolumeDeviceToGuid(_In_ PVOID VolumeDeviceObject, _Out_ GUID *Guid);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
NTSTATUS IoVolumeDeviceToGuidPath(_In_ PVOID VolumeDeviceObject, _Out_ PUNICODE_STRING GuidPath);
/* Memory manager. */
typedef enum _MMFLUSH_TYPE {
    MmFlushForDelete,
    MmFlushForWrite
} MMFLUSH_TYPE;
typedef struct _READ_LIST {
    PFILE_OBJECT FileObject;
    ULONG NumberOfEntries;
    LOGICAL IsImage;
    FILE_SEGMENT_ELEMENT List[ANYSIZE_ARRAY];
} READ_LIST, *PREAD_LIST;
typedef union _MM_PREFETCH_FLAGS {
    struct {
        ULONG Priority : SYSTEM_PAGE_PRIORITY_BITS;
        ULONG RepurposePriority : SYSTEM_PAGE_PRIORITY_BITS;
        ULONG PriorityProtection : 1;
    } Flags;
    ULONG AllFlags;
} MM_PREFETCH_FLAGS, *PMM_PREFETCH_FLAGS;
#define MM_PREFETCH_FLAGS_MASK ((1 << (2 * SYSTEM_PAGE_PRIORITY_BITS + 1)) - 1)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN MmIsRecursiveIoFault(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN MmForceSectionClosed(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_ BOOLEAN DelayClose);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN MmFlushImageSection(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_ MMFLUSH_TYPE FlushType);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
BOOLEAN MmCanFileBeTruncated(_In_ PSECTION_OBJECT_POINTERS SectionPointer, _In_opt_ PLARGE_INTEGER NewFileSize);
WDK_NTOS("5.0.2195")
BOOLEAN MmSetAddressRangeModified(_In_ PVOID Address, _In_ SIZE_T Length);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS MmPrefetchPages(_In_ ULONG NumberOfLists, _In_ PREAD_LIST *ReadLists);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
ULONG MmDoesFileHaveUserWritableReferences(_In_ PSECTION_OBJECT_POINTERS SectionPointer);
#define MM_IS_FILE_SECTION_ACTIVE_IMAGE 0x1
#define MM_IS_FILE_SECTION_ACTIVE_DATA 0x2
#define MM_IS_FILE_SECTION_ACTIVE_USER 0x4
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.17763")
ULONG MmIsFileSectionActive(
    _In_ PSECTION_OBJECT_POINTERS FsSectionPointer, _In_ ULONG Flags, _Out_ PULONG SectionIsActive);
#define MM_FORCE_CLOSED_DATA 0x1
#define MM_FORCE_CLOSED_IMAGE 0x2
#define MM_FORCE_CLOSED_LATER_OK 0x4
WDK_NTOS("10.0.17134")
BOOLEAN MmForceSectionClosedEx(_In_ PSECTION_OBJECT_POINTERS SectionObjectPointer, _In_ ULONG ForceCloseFlags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
ULONGLONG MmGetMaximumFileSectionSize(VOID);

#ifdef __cplusplus
}
#endif
#endif
