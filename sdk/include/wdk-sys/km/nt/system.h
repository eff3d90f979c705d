/* Processors and their topology as the system tells them, callbacks of crash dumps, counters. Facts: the public reference, mingw-w64. */
#ifndef WDK_NT_SYSTEM_H
#define WDK_NT_SYSTEM_H

#include "io.h"
#include "etw.h"
#include "topology.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _KE_PROCESSOR_CHANGE_NOTIFY_STATE {
    KeProcessorAddStartNotify = 0,
    KeProcessorAddCompleteNotify,
    KeProcessorAddFailureNotify
} KE_PROCESSOR_CHANGE_NOTIFY_STATE;
typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT {
    KE_PROCESSOR_CHANGE_NOTIFY_STATE State;
    ULONG NtNumber;
    NTSTATUS Status;
    PROCESSOR_NUMBER ProcNumber;
} KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT, *PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;
typedef _Function_class_(PROCESSOR_CALLBACK_FUNCTION) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
VOID PROCESSOR_CALLBACK_FUNCTION(
    _In_ PVOID CallbackContext, _In_ PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT ChangeContext, _Inout_ PNTSTATUS OperationStatus);
typedef PROCESSOR_CALLBACK_FUNCTION *PPROCESSOR_CALLBACK_FUNCTION;
#define KE_PROCESSOR_CHANGE_ADD_EXISTING 1
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
PVOID KeRegisterProcessorChangeCallback(
    _In_ PPROCESSOR_CALLBACK_FUNCTION CallbackFunction, _In_opt_ PVOID CallbackContext, _In_ ULONG Flags);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.0.6001")
VOID KeDeregisterProcessorChangeCallback(_In_ PVOID CallbackHandle);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
VOID KeQueryNodeActiveAffinity(_In_ USHORT NodeNumber, _Out_opt_ PGROUP_AFFINITY Affinity, _Out_opt_ PUSHORT Count);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
USHORT KeQueryNodeMaximumProcessorCount(_In_ USHORT NodeNumber);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.1.7600")
ULONG64 RtlGetEnabledExtendedFeatures(_In_ ULONG64 FeatureMask);

typedef struct _KBUGCHECK_ADD_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_ADD_PAGES, *PKBUGCHECK_ADD_PAGES;
typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
} KBUGCHECK_SECONDARY_DUMP_DATA, *PKBUGCHECK_SECONDARY_DUMP_DATA;
typedef enum _KBUGCHECK_DUMP_IO_TYPE {
    KbDumpIoInvalid,
    KbDumpIoHeader,
    KbDumpIoBody,
    KbDumpIoSecondaryData,
    KbDumpIoComplete
} KBUGCHECK_DUMP_IO_TYPE;
typedef struct _KBUGCHECK_DUMP_IO {
    ULONG64 Offset;
    PVOID Buffer;
    ULONG BufferLength;
    KBUGCHECK_DUMP_IO_TYPE Type;
} KBUGCHECK_DUMP_IO, *PKBUGCHECK_DUMP_IO;
typedef enum _KD_OPTION {
    KD_OPTION_SET_BLOCK_ENABLE
} KD_OPTION;
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.2.3790")
NTSTATUS KdChangeOption(
    _In_ KD_OPTION Option, _In_opt_ ULONG InBufferBytes, _In_ PVOID InBuffer, _In_opt_ ULONG OutBufferBytes,
    _Out_ PVOID OutBuffer, _Out_opt_ PULONG OutBufferNeeded);

#pragma pack(push, 1)
typedef struct _CM_INT13_DRIVE_PARAMETER {
    USHORT DriveSelect;
    ULONG MaxCylinders;
    USHORT SectorsPerTrack;
    USHORT MaxHeads;
    USHORT NumberDrives;
} CM_INT13_DRIVE_PARAMETER, *PCM_INT13_DRIVE_PARAMETER;
typedef struct _CM_MCA_POS_DATA {
    USHORT AdapterId;
    UCHAR PosData1;
    UCHAR PosData2;
    UCHAR PosData3;
    UCHAR PosData4;
} CM_MCA_POS_DATA, *PCM_MCA_POS_DATA;
#pragma pack(pop)
typedef struct _CM_KEYBOARD_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    UCHAR Type;
    UCHAR Subtype;
    USHORT KeyboardFlags;
} CM_KEYBOARD_DEVICE_DATA, *PCM_KEYBOARD_DEVICE_DATA;
typedef struct _CM_SCSI_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    UCHAR HostIdentifier;
} CM_SCSI_DEVICE_DATA, *PCM_SCSI_DEVICE_DATA;
typedef struct _CM_SERIAL_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    ULONG BaudClock;
} CM_SERIAL_DEVICE_DATA, *PCM_SERIAL_DEVICE_DATA;
typedef struct _CM_FLOPPY_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    CHAR Size[8];
    ULONG MaxDensity;
    ULONG MountDensity;
    UCHAR StepRateHeadUnloadTime;
    UCHAR HeadLoadTime;
    UCHAR MotorOffTime;
    UCHAR SectorLengthCode;
    UCHAR SectorPerTrack;
    UCHAR ReadWriteGapLength;
    UCHAR DataTransferLength;
    UCHAR FormatGapLength;
    UCHAR FormatFillCharacter;
    UCHAR HeadSettleTime;
    UCHAR MotorSettleTime;
    UCHAR MaximumTrackValue;
    UCHAR DataTransferRate;
} CM_FLOPPY_DEVICE_DATA, *PCM_FLOPPY_DEVICE_DATA;
typedef struct _KEY_WRITE_TIME_INFORMATION {
    LARGE_INTEGER LastWriteTime;
} KEY_WRITE_TIME_INFORMATION, *PKEY_WRITE_TIME_INFORMATION;
#pragma pack(push, 1)
typedef struct _CM_EISA_SLOT_INFORMATION {
    UCHAR ReturnCode;
    UCHAR ReturnFlags;
    UCHAR MajorRevision;
    UCHAR MinorRevision;
    USHORT Checksum;
    UCHAR NumberFunctions;
    UCHAR FunctionInformation;
    ULONG CompressedId;
} CM_EISA_SLOT_INFORMATION, *PCM_EISA_SLOT_INFORMATION;
#pragma pack(pop)
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.0.6000")
ULONGLONG RtlCmDecodeMemIoResource(_In_ struct _CM_PARTIAL_RESOURCE_DESCRIPTOR *Descriptor, _Out_opt_ PULONGLONG Start);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS RtlCmEncodeMemIoResource(
    _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, _In_ UCHAR Type, _In_ ULONGLONG Length, _In_ ULONGLONG Start);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.0.6000")
ULONGLONG RtlIoDecodeMemIoResource(
    _In_ struct _IO_RESOURCE_DESCRIPTOR *Descriptor, _Out_opt_ PULONGLONG Alignment,
    _Out_opt_ PULONGLONG MinimumAddress, _Out_opt_ PULONGLONG MaximumAddress);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS RtlIoEncodeMemIoResource(
    _In_ struct _IO_RESOURCE_DESCRIPTOR *Descriptor, _In_ UCHAR Type, _In_ ULONGLONG Length, _In_ ULONGLONG Alignment,
    _In_ ULONGLONG MinimumAddress, _In_ ULONGLONG MaximumAddress);

typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION {
    IO_PRIORITY_HINT PriorityHint;
} FILE_IO_PRIORITY_HINT_INFORMATION, *PFILE_IO_PRIORITY_HINT_INFORMATION;
typedef struct _FILE_IS_REMOTE_DEVICE_INFORMATION {
    BOOLEAN IsRemote;
} FILE_IS_REMOTE_DEVICE_INFORMATION, *PFILE_IS_REMOTE_DEVICE_INFORMATION;
typedef struct _FILE_SFIO_RESERVE_INFORMATION {
    ULONG RequestsPerPeriod;
    ULONG Period;
    BOOLEAN RetryFailures;
    BOOLEAN Discardable;
    ULONG RequestSize;
    ULONG NumOutstandingRequests;
} FILE_SFIO_RESERVE_INFORMATION, *PFILE_SFIO_RESERVE_INFORMATION;
typedef struct _FILE_SFIO_VOLUME_INFORMATION {
    ULONG MaximumRequestsPerPeriod;
    ULONG MinimumPeriod;
    ULONG MinimumTransferSize;
} FILE_SFIO_VOLUME_INFORMATION, *PFILE_SFIO_VOLUME_INFORMATION;
typedef enum _IO_PAGING_PRIORITY {
    IoPagingPriorityInvalid,
    IoPagingPriorityNormal,
    IoPagingPriorityHigh,
    IoPagingPriorityReserved1,
    IoPagingPriorityReserved2
} IO_PAGING_PRIORITY;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.1.7600")
VOID ExSetResourceOwnerPointerEx(_Inout_ PERESOURCE Resource, _In_ PVOID OwnerPointer, _In_ ULONG Flags);
_Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS IoCheckShareAccessEx(
    _In_ ACCESS_MASK DesiredAccess, _In_ ULONG DesiredShareAccess, _Inout_ PFILE_OBJECT FileObject,
    _Inout_ PSHARE_ACCESS ShareAccess, _In_ BOOLEAN Update, _In_ PBOOLEAN WritePermission);
WDK_NTOS("6.1.7600")
VOID IoSetShareAccessEx(
    _In_ ACCESS_MASK DesiredAccess, _In_ ULONG DesiredShareAccess, _Inout_ PFILE_OBJECT FileObject,
    _Out_ PSHARE_ACCESS ShareAccess, _In_opt_ PBOOLEAN WritePermission);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS IoGetAffinityInterrupt(_In_ PKINTERRUPT InterruptObject, _Out_ PGROUP_AFFINITY GroupAffinity);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS IoGetDeviceNumaNode(_In_ PDEVICE_OBJECT Pdo, _Out_ PUSHORT NodeNumber);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoWMIQueryAllDataMultiple(
    _In_ PVOID *DataBlockObjectList, _In_ ULONG ObjectCount, _Inout_ ULONG *InOutBufferSize,
    _Out_opt_ PVOID OutBuffer);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoWMIQuerySingleInstanceMultiple(
    _In_ PVOID *DataBlockObjectList, _In_ PUNICODE_STRING InstanceNames, _In_ ULONG ObjectCount,
    _Inout_ ULONG *InOutBufferSize, _Out_opt_ PVOID OutBuffer);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoWMISetSingleInstance(
    _In_ PVOID DataBlockObject, _In_ PUNICODE_STRING InstanceName, _In_ ULONG Version, _In_ ULONG ValueBufferSize,
    _In_ PVOID ValueBuffer);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
NTSTATUS IoWMISetSingleItem(
    _In_ PVOID DataBlockObject, _In_ PUNICODE_STRING InstanceName, _In_ ULONG DataItemId, _In_ ULONG Version,
    _In_ ULONG ValueBufferSize, _In_ PVOID ValueBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
BOOLEAN PoQueryWatchdogTime(_In_ PDEVICE_OBJECT Pdo, _Out_ PULONG SecondsRemaining);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
NTSTATUS SeAssignSecurityEx(
    _In_opt_ PSECURITY_DESCRIPTOR ParentDescriptor, _In_opt_ PSECURITY_DESCRIPTOR ExplicitDescriptor,
    _Out_ PSECURITY_DESCRIPTOR *NewDescriptor, _In_opt_ GUID *ObjectType, _In_ BOOLEAN IsDirectoryObject,
    _In_ ULONG AutoInheritFlags, _In_ PSECURITY_SUBJECT_CONTEXT SubjectContext, _In_ PGENERIC_MAPPING GenericMapping,
    _In_ POOL_TYPE PoolType);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS ZwQueryFullAttributesFile(
    _In_ POBJECT_ATTRIBUTES ObjectAttributes, _Out_ PFILE_NETWORK_OPEN_INFORMATION FileInformation);

/* Newer routines. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.17134")
LOGICAL KeIsExecutingDpc(VOID);
typedef enum _BOUND_CALLBACK_STATUS {
    BoundExceptionContinueSearch,
    BoundExceptionHandled,
    BoundExceptionError,
    BoundExceptionMaximum
} BOUND_CALLBACK_STATUS, *PBOUND_CALLBACK_STATUS;
typedef _Function_class_(BOUND_CALLBACK) _IRQL_requires_same_
BOUND_CALLBACK_STATUS BOUND_CALLBACK(VOID);
typedef BOUND_CALLBACK *PBOUND_CALLBACK;
WDK_NTOS("10.0.10240")
PVOID KeRegisterBoundCallback(_In_ PBOUND_CALLBACK CallbackRoutine);
WDK_NTOS("10.0.10240")
NTSTATUS KeDeregisterBoundCallback(_In_ PVOID Handle);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("10.0.10240")
NTSTATUS KeQueryAuxiliaryCounterFrequency(_Out_opt_ PULONG64 AuxiliaryCounterFrequency);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("10.0.10240")
NTSTATUS KeConvertAuxiliaryCounterToPerformanceCounter(
    _In_ ULONG64 AuxiliaryCounterValue, _Out_ PULONG64 PerformanceCounterValue, _Out_opt_ PULONG64 ConversionError);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("10.0.10240")
NTSTATUS KeConvertPerformanceCounterToAuxiliaryCounter(
    _In_ ULONG64 PerformanceCounterValue, _Out_ PULONG64 AuxiliaryCounterValue, _Out_opt_ PULONG64 ConversionError);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("10.0.20348")
NTSTATUS KeQueryNodeActiveAffinity2(
    _In_ USHORT NodeNumber, _Out_writes_to_opt_(GroupAffinitiesCount, *GroupAffinitiesRequired) PGROUP_AFFINITY GroupAffinities,
    _In_ USHORT GroupAffinitiesCount, _Out_ PUSHORT GroupAffinitiesRequired);
WDK_NTOS("10.0.20348")
ULONG KeQueryNodeActiveProcessorCount(_In_ USHORT NodeNumber);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
NTSTATUS IoCreateSystemThread(
    _Inout_ PVOID IoObject, _Out_ PHANDLE ThreadHandle, _In_ ULONG DesiredAccess,
    _In_opt_ POBJECT_ATTRIBUTES ObjectAttributes, _In_opt_ HANDLE ProcessHandle, _Out_opt_ PCLIENT_ID ClientId,
    _In_ PKSTART_ROUTINE StartRoutine, _In_opt_ PVOID StartContext);
typedef struct _IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS {
    ULONG Version;
    union {
        PVOID Generic;
        PKINTERRUPT InterruptObject;
        PIO_INTERRUPT_MESSAGE_INFO InterruptMessageTable;
    } ConnectionContext;
} IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS, *PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS;
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.2.9200")
VOID IoReportInterruptActive(_In_ PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.2.9200")
VOID IoReportInterruptInactive(_In_ PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters);
typedef enum _DEVICE_DIRECTORY_TYPE { DeviceDirectoryData } DEVICE_DIRECTORY_TYPE, *PDEVICE_DIRECTORY_TYPE;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.17134")
NTSTATUS IoGetDeviceDirectory(
    _In_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ DEVICE_DIRECTORY_TYPE DirectoryType, _In_ ULONG Flags,
    _In_ PVOID Reserved, _Out_ PHANDLE DeviceDirectoryHandle);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.2.9200")
LOGICAL MmIsDriverSuspectForVerifier(_In_ struct _DRIVER_OBJECT *DriverObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.19041")
NTSTATUS MmProtectDriverSection(_In_ PVOID AddressWithinSection, _In_ SIZE_T Size, _In_ ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID MmProbeAndLockSelectedPages(
    _Inout_ PMDL MemoryDescriptorList, _In_ PFILE_SEGMENT_ELEMENT SegmentArray, _In_ KPROCESSOR_MODE AccessMode,
    _In_ LOCK_OPERATION Operation);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.2.9200")
ULONG64 PsQueryTotalCycleTimeProcess(_Inout_ PEPROCESS Process, _Out_ PULONG64 CycleTimeStamp);
WDK_NTOS("10.0.10240")
NTSTATUS SeEtwWriteKMCveEvent(_In_ PCUNICODE_STRING CveId, _In_opt_ PCUNICODE_STRING AdditionalDetails);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.15063")
NTSTATUS ZwQueryInformationByName(
    _In_ POBJECT_ATTRIBUTES ObjectAttributes, _Out_ PIO_STATUS_BLOCK IoStatusBlock,
    _Out_writes_bytes_(Length) PVOID FileInformation, _In_ ULONG Length, _In_ FILE_INFORMATION_CLASS FileInformationClass);

/* Share access of hard links. */
typedef struct _LINK_SHARE_ACCESS {
    ULONG OpenCount;
    ULONG Deleters;
    ULONG SharedDelete;
} LINK_SHARE_ACCESS, *PLINK_SHARE_ACCESS;
_Must_inspect_result_ WDK_NTOS("10.0.16299")
NTSTATUS IoCheckLinkShareAccess(
    _In_ ACCESS_MASK DesiredAccess, _In_ ULONG DesiredShareAccess, _Inout_opt_ PFILE_OBJECT FileObject,
    _Inout_opt_ PSHARE_ACCESS ShareAccess, _Inout_opt_ PLINK_SHARE_ACCESS LinkShareAccess, _In_ ULONG IoShareAccessFlags);
WDK_NTOS("10.0.16299")
VOID IoSetLinkShareAccess(
    _In_ ACCESS_MASK DesiredAccess, _In_ ULONG DesiredShareAccess, _Inout_ PFILE_OBJECT FileObject,
    _Inout_ PSHARE_ACCESS ShareAccess, _Inout_opt_ PLINK_SHARE_ACCESS LinkShareAccess, _In_ ULONG IoShareAccessFlags);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
VOID IoUpdateLinkShareAccess(
    _In_ PFILE_OBJECT FileObject, _Inout_ PSHARE_ACCESS ShareAccess, _Inout_opt_ PLINK_SHARE_ACCESS LinkShareAccess);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
VOID IoRemoveLinkShareAccess(
    _In_ PFILE_OBJECT FileObject, _Inout_ PSHARE_ACCESS ShareAccess, _Inout_opt_ PLINK_SHARE_ACCESS LinkShareAccess);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.18362")
VOID IoUpdateLinkShareAccessEx(
    _In_ PFILE_OBJECT FileObject, _Inout_ PSHARE_ACCESS ShareAccess, _Inout_opt_ PLINK_SHARE_ACCESS LinkShareAccess,
    _In_ ULONG IoShareAccessFlags);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.18362")
VOID IoRemoveLinkShareAccessEx(
    _In_ PFILE_OBJECT FileObject, _Inout_ PSHARE_ACCESS ShareAccess, _Inout_opt_ PLINK_SHARE_ACCESS LinkShareAccess,
    _In_ ULONG IoShareAccessFlags);

#ifdef __cplusplus
}
#endif
#endif
