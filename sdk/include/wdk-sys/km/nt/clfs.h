/* The common log file system, clfs.sys. Facts: the public reference, mingw-w64. */
#ifndef WDK_NT_CLFS_H
#define WDK_NT_CLFS_H

#include "io.h"

#ifdef __cplusplus
extern "C" {
#endif

#define CLFS_BASELOG_EXTENSION L".blf"
#define CLFS_CONTAINER_RELATIVE_PREFIX L"%BLF%\\"
#define CLFS_CONTAINER_STREAM_PREFIX L"%BLF%:"
#define CLFS_FLAG_FILTER_INTERMEDIATE_LEVEL CLFS_FLAG_NON_REENTRANT_FILTER
#define CLFS_FLAG_FILTER_TOP_LEVEL CLFS_FLAG_REENTRANT_FILTER
#define CLFS_FLAG_FORCE_APPEND 0x00000001
#define CLFS_FLAG_FORCE_FLUSH 0x00000002
#define CLFS_FLAG_HIDDEN_SYSTEM_LOG 0x00000200
#define CLFS_FLAG_IGNORE_SHARE_ACCESS 0x00000040
#define CLFS_FLAG_MINIFILTER_LEVEL 0x00000100
#define CLFS_FLAG_NON_REENTRANT_FILTER 0x00000010
#define CLFS_FLAG_NO_FLAGS 0x00000000
#define CLFS_FLAG_READ_IN_PROGRESS 0x00000080
#define CLFS_FLAG_REENTRANT_FILE_SYSTEM 0x00000008
#define CLFS_FLAG_REENTRANT_FILTER 0x00000020
#define CLFS_FLAG_USE_RESERVATION 0x00000004
#define CLFS_LOG_SIZE_MAXIMUM (ULONGLONG)-1
#define CLFS_LOG_SIZE_MINIMUM (ULONGLONG)0
#define CLFS_MARSHALLING_FLAG_DISABLE_BUFF_INIT 0x00000001
#define CLFS_MARSHALLING_FLAG_NONE 0x00000000
#define CLFS_MAX_CONTAINER_INFO 256
#define CLFS_MGMT_CLIENT_REGISTRATION_VERSION 1
#define CLFS_MGMT_NUM_POLICIES (ULONG)ClfsMgmtPolicyInvalid
#define CLFS_MGMT_POLICY_VERSION 1
#define CLFS_SCAN_BACKWARD 0x04
#define CLFS_SCAN_BUFFERED 0x20
#define CLFS_SCAN_CLOSE 0x08
#define CLFS_SCAN_FORWARD 0x02
#define CLFS_SCAN_INIT 0x01
#define CLFS_SCAN_INITIALIZED 0x10
#define ClfsClientRecord (ClfsDataRecord | ClfsRestartRecord)
#define ClfsContainerActive 0x04
#define ClfsContainerActivePendingDelete 0x08
#define ClfsContainerInactive 0x02
#define ClfsContainerInitializing 0x01
#define ClfsContainerPendingArchive 0x10
#define ClfsContainerPendingArchiveAndDelete 0x20
#define ClfsDataRecord 0x01
#define ClfsNullRecord 0x00
#define ClfsRestartRecord 0x02
#define ClsContainerActive 0x04
#define ClsContainerActivePendingDelete 0x08
#define ClsContainerInactive 0x02
#define ClsContainerInitializing 0x01
#define ClsContainerPendingArchive 0x10
#define ClsContainerPendingArchiveAndDelete 0x20

typedef ULONG CLFS_CONTAINER_ID;
typedef ULONG *PCLFS_CONTAINER_ID;
typedef struct _CLS_LSN {
    ULONGLONG Internal;
} CLS_LSN, CLFS_LSN, *PCLFS_LSN, *PCLS_LSN;
typedef UCHAR CLS_RECORD_TYPE;
typedef UCHAR *PCLS_RECORD_TYPE;
typedef CLS_RECORD_TYPE CLFS_RECORD_TYPE;
typedef CLS_RECORD_TYPE *PCLFS_RECORD_TYPE;
typedef enum _CLS_CONTEXT_MODE {
    ClsContextNone,
    ClsContextUndoNext,
    ClsContextPrevious,
    ClsContextForward
} CLS_CONTEXT_MODE, *PCLS_CONTEXT_MODE;
typedef enum _CLFS_CONTEXT_MODE {
    ClfsContextNone,
    ClfsContextUndoNext,
    ClfsContextPrevious,
    ClfsContextForward
} CLFS_CONTEXT_MODE, *PCLFS_CONTEXT_MODE;
typedef struct _CLFS_NODE_ID {
    ULONG cType;
    ULONG cbNode;
} CLFS_NODE_ID, *PCLFS_NODE_ID;
typedef struct _CLS_WRITE_ENTRY {
    PVOID Buffer;
    ULONG ByteLength;
} CLS_WRITE_ENTRY, CLFS_WRITE_ENTRY, *PCLFS_WRITE_ENTRY, *PCLS_WRITE_ENTRY;
typedef GUID CLFS_LOG_ID;
typedef struct _CLS_INFORMATION {
    LONGLONG TotalAvailable;
    LONGLONG CurrentAvailable;
    LONGLONG TotalReservation;
    ULONGLONG BaseFileSize;
    ULONGLONG ContainerSize;
    ULONG TotalContainers;
    ULONG FreeContainers;
    ULONG TotalClients;
    ULONG Attributes;
    ULONG FlushThreshold;
    ULONG SectorSize;
    CLS_LSN MinArchiveTailLsn;
    CLS_LSN BaseLsn;
    CLS_LSN LastFlushedLsn;
    CLS_LSN LastLsn;
    CLS_LSN RestartLsn;
    GUID Identity;
} CLS_INFORMATION, CLFS_INFORMATION, *PPCLS_INFORMATION, *PCLS_INFORMATION, *PPCLFS_INFORMATION, *PCLFS_INFORMATION;
typedef struct _CLFS_LOG_NAME_INFORMATION {
    USHORT NameLengthInBytes;
    WCHAR Name[1];
} CLFS_LOG_NAME_INFORMATION, *PCLFS_LOG_NAME_INFORMATION;
typedef struct _CLFS_STREAM_ID_INFORMATION {
    UCHAR StreamIdentifier;
} CLFS_STREAM_ID_INFORMATION, *PCLFS_STREAM_ID_INFORMATION;
typedef UINT32 CLS_CONTAINER_STATE;
typedef UINT32 *PCLS_CONTAINER_STATE;
typedef CLS_CONTAINER_STATE CLFS_CONTAINER_STATE;
typedef CLS_CONTAINER_STATE *PCLFS_CONTAINER_STATE;
typedef struct _CLS_CONTAINER_INFORMATION {
    ULONG FileAttributes;
    ULONGLONG CreationTime;
    ULONGLONG LastAccessTime;
    ULONGLONG LastWriteTime;
    LONGLONG ContainerSize;
    ULONG FileNameActualLength;
    ULONG FileNameLength;
    WCHAR FileName[256];
    CLFS_CONTAINER_STATE State;
    CLFS_CONTAINER_ID PhysicalContainerId;
    CLFS_CONTAINER_ID LogicalContainerId;
} CLS_CONTAINER_INFORMATION, CLFS_CONTAINER_INFORMATION, *PCLFS_CONTAINER_INFORMATION, *PCLS_CONTAINER_INFORMATION;
typedef enum _CLS_LOG_INFORMATION_CLASS {
    ClfsLogBasicInformation,
    ClfsLogBasicInformationPhysical,
    ClfsLogPhysicalNameInformation,
    ClfsLogStreamIdentifierInformation,
    ClfsLogSystemMarkingInformation,
    ClfsLogPhysicalLsnInformation
} CLS_LOG_INFORMATION_CLASS, CLFS_LOG_INFORMATION_CLASS, *PCLFS_LOG_INFORMATION_CLASS, *PCLS_LOG_INFORMATION_CLASS;
typedef enum _CLS_IOSTATS_CLASS {
    ClsIoStatsDefault = 0,
    ClsIoStatsMax = 65535
} CLS_IOSTATS_CLASS, *PCLS_IOSTATS_CLASS;
typedef enum _CLFS_IOSTATS_CLASS {
    ClfsIoStatsDefault = 0,
    ClfsIoStatsMax = 65535
} CLFS_IOSTATS_CLASS, *PCLFS_IOSTATS_CLASS;
typedef struct _CLS_IO_STATISTICS_HEADER {
    UCHAR ubMajorVersion;
    UCHAR ubMinorVersion;
    CLFS_IOSTATS_CLASS eStatsClass;
    USHORT cbLength;
    ULONG coffData;
} CLS_IO_STATISTICS_HEADER, CLFS_IO_STATISTICS_HEADER, *PCLFS_IO_STATISTICS_HEADER, *PCLS_IO_STATISTICS_HEADER;
typedef struct _CLS_IO_STATISTICS {
    CLS_IO_STATISTICS_HEADER hdrIoStats;
    ULONGLONG cFlush;
    ULONGLONG cbFlush;
    ULONGLONG cMetaFlush;
    ULONGLONG cbMetaFlush;
} CLS_IO_STATISTICS, CLFS_IO_STATISTICS, *PCLFS_IO_STATISTICS, *PCLS_IO_STATISTICS;
typedef UCHAR CLFS_SCAN_MODE;
typedef UCHAR *PCLFS_SCAN_MODE;
typedef FILE_OBJECT *PLOG_FILE_OBJECT;
typedef FILE_OBJECT **PPLOG_FILE_OBJECT;
typedef struct _CLS_SCAN_CONTEXT {
    CLFS_NODE_ID cidNode;
    PLOG_FILE_OBJECT plfoLog;
    DECLSPEC_ALIGN(8) ULONG cIndex;
    DECLSPEC_ALIGN(8) ULONG cContainers;
    DECLSPEC_ALIGN(8) ULONG cContainersReturned;
    DECLSPEC_ALIGN(8) CLFS_SCAN_MODE eScanMode;
    DECLSPEC_ALIGN(8) PCLS_CONTAINER_INFORMATION pinfoContainer;
} CLS_SCAN_CONTEXT, CLFS_SCAN_CONTEXT, *PCLFS_SCAN_CONTEXT, *PCLS_SCAN_CONTEXT;
typedef struct _CLS_ARCHIVE_DESCRIPTOR {
    ULONGLONG coffLow;
    ULONGLONG coffHigh;
    CLS_CONTAINER_INFORMATION infoContainer;
} CLS_ARCHIVE_DESCRIPTOR, CLFS_ARCHIVE_DESCRIPTOR, *PCLFS_ARCHIVE_DESCRIPTOR, *PCLS_ARCHIVE_DESCRIPTOR;
typedef PVOID (*CLFS_BLOCK_ALLOCATION)(ULONG, PVOID);
typedef void (*CLFS_BLOCK_DEALLOCATION)(PVOID, PVOID);
typedef enum _CLFS_LOG_ARCHIVE_MODE {
    ClfsLogArchiveEnabled = 1,
    ClfsLogArchiveDisabled = 2
} CLFS_LOG_ARCHIVE_MODE, *PCLFS_LOG_ARCHIVE_MODE;
typedef struct _CLFS_PHYSICAL_LSN_INFORMATION {
    UCHAR StreamIdentifier;
    CLFS_LSN VirtualLsn;
    CLFS_LSN PhysicalLsn;
} CLFS_PHYSICAL_LSN_INFORMATION, *PCLFS_PHYSICAL_LSN_INFORMATION;
typedef enum _CLFS_MGMT_POLICY_TYPE {
    ClfsMgmtPolicyMaximumSize,
    ClfsMgmtPolicyMinimumSize,
    ClfsMgmtPolicyNewContainerSize,
    ClfsMgmtPolicyGrowthRate,
    ClfsMgmtPolicyLogTail,
    ClfsMgmtPolicyAutoShrink,
    ClfsMgmtPolicyAutoGrow,
    ClfsMgmtPolicyNewContainerPrefix,
    ClfsMgmtPolicyNewContainerSuffix,
    ClfsMgmtPolicyNewContainerExtension,
    ClfsMgmtPolicyInvalid
} CLFS_MGMT_POLICY_TYPE, *PCLFS_MGMT_POLICY_TYPE;
typedef struct _CLFS_MGMT_POLICY {
    ULONG Version;
    ULONG LengthInBytes;
    ULONG PolicyFlags;
    CLFS_MGMT_POLICY_TYPE PolicyType;
    union {
        struct {
            ULONG Containers;
        } MaximumSize;
        struct {
            ULONG Containers;
        } MinimumSize;
        struct {
            ULONG SizeInBytes;
        } NewContainerSize;
        struct {
            ULONG AbsoluteGrowthInContainers;
            ULONG RelativeGrowthPercentage;
        } GrowthRate;
        struct {
            ULONG MinimumAvailablePercentage;
            ULONG MinimumAvailableContainers;
        } LogTail;
        struct {
            ULONG Percentage;
        } AutoShrink;
        struct {
            ULONG Enabled;
        } AutoGrow;
        struct {
            USHORT PrefixLengthInBytes;
            WCHAR PrefixString[1];
        } NewContainerPrefix;
        struct {
            ULONGLONG NextContainerSuffix;
        } NewContainerSuffix;
        struct {
            USHORT ExtensionLengthInBytes;
            WCHAR ExtensionString[1];
        } NewContainerExtension;
    } PolicyParameters;
} CLFS_MGMT_POLICY, *PCLFS_MGMT_POLICY;
typedef enum _CLFS_MGMT_NOTIFICATION_TYPE {
    ClfsMgmtAdvanceTailNotification,
    ClfsMgmtLogFullHandlerNotification,
    ClfsMgmtLogUnpinnedNotification,
    ClfsMgmtLogWriteNotification
} CLFS_MGMT_NOTIFICATION_TYPE, *PCLFS_MGMT_NOTIFICATION_TYPE;
typedef struct _CLFS_MGMT_NOTIFICATION {
    CLFS_MGMT_NOTIFICATION_TYPE Notification;
    CLFS_LSN Lsn;
    USHORT LogIsPinned;
} CLFS_MGMT_NOTIFICATION, *PCLFS_MGMT_NOTIFICATION;

typedef PVOID CLFS_MGMT_CLIENT, *PCLFS_MGMT_CLIENT;
typedef _Function_class_(CLFS_CLIENT_ADVANCE_TAIL_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(APC_LEVEL)
NTSTATUS CLFS_CLIENT_ADVANCE_TAIL_CALLBACK(
    _In_ PLOG_FILE_OBJECT LogFile, _In_ PCLFS_LSN TargetLsn, _In_ PVOID ClientData);
typedef CLFS_CLIENT_ADVANCE_TAIL_CALLBACK *PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK;
typedef _Function_class_(CLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(APC_LEVEL)
VOID CLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK(
    _In_ PLOG_FILE_OBJECT LogFile, _In_ NTSTATUS OperationStatus, _In_ BOOLEAN LogIsPinned, _In_ PVOID ClientData);
typedef CLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK *PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK;
typedef _Function_class_(CLFS_CLIENT_LOG_UNPINNED_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(APC_LEVEL)
VOID CLFS_CLIENT_LOG_UNPINNED_CALLBACK(_In_ PLOG_FILE_OBJECT LogFile, _In_ PVOID ClientData);
typedef CLFS_CLIENT_LOG_UNPINNED_CALLBACK *PCLFS_CLIENT_LOG_UNPINNED_CALLBACK;
typedef _Function_class_(CLFS_SET_LOG_SIZE_COMPLETE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(APC_LEVEL)
VOID CLFS_SET_LOG_SIZE_COMPLETE_CALLBACK(
    _In_ PLOG_FILE_OBJECT LogFile, _In_ NTSTATUS OperationStatus, _In_ PVOID ClientData);
typedef CLFS_SET_LOG_SIZE_COMPLETE_CALLBACK *PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK;
typedef struct _CLFS_MGMT_CLIENT_REGISTRATION {
    ULONG Version;
    PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK AdvanceTailCallback;
    PVOID AdvanceTailCallbackData;
    PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK LogGrowthCompleteCallback;
    PVOID LogGrowthCompleteCallbackData;
    PCLFS_CLIENT_LOG_UNPINNED_CALLBACK LogUnpinnedCallback;
    PVOID LogUnpinnedCallbackData;
} CLFS_MGMT_CLIENT_REGISTRATION, *PCLFS_MGMT_CLIENT_REGISTRATION;

_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.0.6000")
NTSTATUS ClfsAddLogContainer(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ PULONGLONG pcbContainer, _In_ PUNICODE_STRING puszContainerPath);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsAddLogContainerSet(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ USHORT cContainers, _In_opt_ PULONGLONG pcbContainer,
    _In_ PUNICODE_STRING rguszContainerPath);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsAdvanceLogBase(_Inout_ PVOID pvMarshalContext, _In_ PCLFS_LSN plsnBase, _In_ ULONG fFlags);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.0.6000")
NTSTATUS ClfsAlignReservedLog(
    _In_ PVOID pvMarshalContext, _In_ ULONG cRecords, _In_ LONGLONG rgcbReservation[],
    _Out_ PLONGLONG pcbAlignReservation);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsAllocReservedLog(_In_ PVOID pvMarshalContext, _In_ ULONG cRecords, _In_ PLONGLONG pcbAdjustment);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsCloseAndResetLogFile(_In_ PLOG_FILE_OBJECT plfoLog);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsCloseLogFileObject(_In_ PLOG_FILE_OBJECT plfoLog);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsCreateLogFile(
    _Out_ PPLOG_FILE_OBJECT pplfoLog, _In_ PUNICODE_STRING puszLogFileName, _In_ ACCESS_MASK fDesiredAccess,
    _In_ ULONG dwShareMode, _In_opt_ PSECURITY_DESCRIPTOR psdLogFile, _In_ ULONG fCreateDisposition,
    _In_ ULONG fCreateOptions, _In_ ULONG fFlagsAndAttributes, _In_ ULONG fLogOptionFlag, _In_opt_ PVOID pvContext,
    _In_ ULONG cbContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "")
NTSTATUS ClfsCreateMarshallingArea(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ POOL_TYPE ePoolType, _In_opt_ PALLOCATE_FUNCTION pfnAllocBuffer,
    _In_opt_ PFREE_FUNCTION pfnFreeBuffer, _In_ ULONG cbMarshallingBuffer, _In_ ULONG cMaxWriteBuffers,
    _In_ ULONG cMaxReadBuffers, _Out_ PVOID *ppvMarshalContext);
_Must_inspect_result_ WDK_NTOS("10.0.17134")
NTSTATUS ClfsCreateMarshallingAreaEx(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ POOL_TYPE ePoolType, _In_ PALLOCATE_FUNCTION pfnAllocBuffer,
    _In_ PFREE_FUNCTION pfnFreeBuffer, _In_ ULONG cbMarshallingBuffer, _In_ ULONG cMaxWriteBuffers,
    _In_ ULONG cMaxReadBuffers, _In_ ULONG cAlignmentSize, _In_ ULONGLONG fFlags, _In_ PVOID *ppvMarshalContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsCreateScanContext(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ ULONG cFromContainer, _In_ ULONG cContainers, _In_ CLFS_SCAN_MODE eScanMode,
    _Inout_ PCLFS_SCAN_CONTEXT pcxScan);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsDeleteLogByPointer(_In_ PLOG_FILE_OBJECT plfoLog);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsDeleteLogFile(
    _In_ PUNICODE_STRING puszLogFileName, _In_ PVOID pvReserved, _In_ ULONG fLogOptionFlag, _In_opt_ PVOID pvContext,
    _In_ ULONG cbContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsDeleteMarshallingArea(_In_ PVOID pvMarshalContext);
WDK_NTOS("")
CLFS_LSN ClfsEarlierLsn(_In_ PCLFS_LSN plsn);
WDK_NTOS("")
VOID ClfsFinalize(VOID);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsFlushBuffers(_In_ PVOID pvMarshalContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "")
NTSTATUS ClfsFlushToLsn(_In_ PVOID pvMarshalContext, _In_ PCLFS_LSN plsnFlush, _Out_opt_ PCLFS_LSN plsnLastFlushed);
_Must_inspect_result_ WDK_NTOS("")
NTSTATUS ClfsFreeReservedLog(_In_ PVOID pvMarshalContext, _In_ ULONG cRecords, _In_ PLONGLONG pcbAdjustment);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsGetContainerName(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ CLFS_CONTAINER_ID cidLogicalContainer, _Out_ PUNICODE_STRING puszContainerName,
    _Out_opt_ PULONG pcActualLenContainerName);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsGetIoStatistics(
    _In_ PLOG_FILE_OBJECT plfoLog, _Inout_ PVOID pvStatsBuffer, _In_ ULONG cbStatsBuffer,
    _In_ CLFS_IOSTATS_CLASS eStatsClass, _Out_opt_ PULONG pcbStatsWritten);
_Must_inspect_result_ WDK_NTOS("")
NTSTATUS ClfsGetLastLsn(_In_ PLOG_FILE_OBJECT plfoLog, _In_ PCLFS_LSN plsnLast);
_Must_inspect_result_ WDK_NTOS("")
NTSTATUS ClfsGetLogFileInformation(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ PCLFS_INFORMATION pinfoBuffer, _In_ PULONG pcbInfoBuffer);
_Must_inspect_result_ WDK_NTOS("")
NTSTATUS ClfsInitialize(VOID);
WDK_NTOS("")
CLFS_LSN ClfsLaterLsn(_In_ PCLFS_LSN plsn);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.0.6000")
NTSTATUS ClfsMgmtDeregisterManagedClient(_In_ CLFS_MGMT_CLIENT ClientCookie);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "")
NTSTATUS ClfsMgmtHandleLogFileFull(_In_ CLFS_MGMT_CLIENT Client);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsMgmtInstallPolicy(_In_ PLOG_FILE_OBJECT LogFile, _In_ PCLFS_MGMT_POLICY Policy, _In_ ULONG PolicyLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsMgmtQueryPolicy(
    _In_ PLOG_FILE_OBJECT LogFile, _In_ CLFS_MGMT_POLICY_TYPE PolicyType, _Out_ PCLFS_MGMT_POLICY Policy,
    _Out_ PULONG PolicyLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsMgmtRegisterManagedClient(
    _In_ PLOG_FILE_OBJECT LogFile, _In_ PCLFS_MGMT_CLIENT_REGISTRATION RegistrationData,
    _In_ PCLFS_MGMT_CLIENT ClientCookie);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsMgmtRemovePolicy(_In_ PLOG_FILE_OBJECT LogFile, _In_ CLFS_MGMT_POLICY_TYPE PolicyType);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.0.6000")
NTSTATUS ClfsMgmtSetLogFileSize(
    _In_ PLOG_FILE_OBJECT LogFile, _In_ PULONGLONG NewSizeInContainers, _Out_ PULONGLONG ResultingSizeInContainers,
    _In_opt_ PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine, _In_opt_ PVOID CompletionRoutineData);
_Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.1.7600")
NTSTATUS ClfsMgmtSetLogFileSizeAsClient(
    _In_ PLOG_FILE_OBJECT LogFile, _In_opt_ PCLFS_MGMT_CLIENT ClientCookie, _In_ PULONGLONG NewSizeInContainers,
    _Out_opt_ PULONGLONG ResultingSizeInContainers, _In_opt_ PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine,
    _In_opt_ PVOID CompletionRoutineData);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsMgmtTailAdvanceFailure(_In_ CLFS_MGMT_CLIENT Client, _In_ NTSTATUS Reason);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.0.6000")
NTSTATUS ClfsQueryLogFileInformation(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ CLFS_LOG_INFORMATION_CLASS eInformationClass, _In_ PVOID pinfoInputBuffer,
    _In_ ULONG cbinfoInputBuffer, _Out_ PVOID pinfoBuffer, _In_ PULONG pcbInfoBuffer);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsReadLogRecord(
    _In_ PVOID pvMarshalContext, _Inout_ PCLFS_LSN plsnFirst, _In_ CLFS_CONTEXT_MODE peContextMode,
    _Out_ PVOID *ppvReadBuffer, _Out_ PULONG pcbReadBuffer, _Out_ PCLFS_RECORD_TYPE peRecordType,
    _Out_ PCLFS_LSN plsnUndoNext, _Out_ PCLFS_LSN plsnPrevious, _Out_ PVOID *ppvReadContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsReadNextLogRecord(
    _Inout_ PVOID pvReadContext, _Out_ PVOID *ppvBuffer, _Out_ PULONG pcbBuffer,
    _Inout_ PCLFS_RECORD_TYPE peRecordType, _In_opt_ PCLFS_LSN plsnUser, _Out_ PCLFS_LSN plsnUndoNext,
    _Out_ PCLFS_LSN plsnPrevious, _Out_ PCLFS_LSN plsnRecord);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsReadPreviousRestartArea(
    _In_ PVOID pvReadContext, _Out_ PVOID *ppvRestartBuffer, _Out_ PULONG pcbRestartBuffer,
    _Out_ PCLFS_LSN plsnRestart);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsReadRestartArea(
    _Inout_ PVOID pvMarshalContext, _Out_ PVOID *ppvRestartBuffer, _Out_ PULONG pcbRestartBuffer, _Out_ PCLFS_LSN plsn,
    _Out_ PVOID *ppvReadContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsRemoveLogContainer(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ PUNICODE_STRING puszContainerPath, _In_ BOOLEAN fForce);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsRemoveLogContainerSet(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ USHORT cContainers, _In_ PUNICODE_STRING rgwszContainerPath,
    _In_ BOOLEAN fForce);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsReserveAndAppendLog(
    _In_ PVOID pvMarshalContext, _In_opt_ PCLFS_WRITE_ENTRY rgWriteEntries, _In_ ULONG cWriteEntries,
    _In_opt_ PCLFS_LSN plsnUndoNext, _In_opt_ PCLFS_LSN plsnPrevious, _In_ ULONG cReserveRecords,
    _Inout_ PLONGLONG rgcbReservation, _In_ ULONG fFlags, _Out_opt_ PCLFS_LSN plsn);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsReserveAndAppendLogAligned(
    _In_ PVOID pvMarshalContext, _In_opt_ PCLFS_WRITE_ENTRY rgWriteEntries, _In_ ULONG cWriteEntries,
    _In_ ULONG cbEntryAlignment, _In_opt_ PCLFS_LSN plsnUndoNext, _In_opt_ PCLFS_LSN plsnPrevious,
    _In_ ULONG cReserveRecords, _Inout_ PLONGLONG rgcbReservation, _In_ ULONG fFlags, _Out_opt_ PCLFS_LSN plsn);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "6.0.6000")
NTSTATUS ClfsScanLogContainers(_Inout_ PCLFS_SCAN_CONTEXT pcxScan, _In_ CLFS_SCAN_MODE eScanMode);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsSetArchiveTail(_In_ PLOG_FILE_OBJECT plfoLog, _In_ PCLFS_LSN plsnArchiveTail);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsSetEndOfLog(_In_ PLOG_FILE_OBJECT plfoLog, _In_ PCLFS_LSN plsnEnd);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsSetLogFileInformation(
    _In_ PLOG_FILE_OBJECT plfoLog, _In_ CLFS_LOG_INFORMATION_CLASS eInformationClass, _In_ PVOID pinfoBuffer,
    _In_ ULONG cbBuffer);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "")
NTSTATUS ClfsTerminateReadLog(_In_ PVOID pvCursorContext);
WDK_NTOS("")
BOOLEAN ClfsValidTopLevelContext(_In_ PIRP pirpTopLevelContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_EXPORT("clfs.sys", "5.2.3790")
NTSTATUS ClfsWriteRestartArea(
    _Inout_ PVOID pvMarshalContext, _In_ PVOID pvRestartBuffer, _In_ ULONG cbRestartBuffer,
    _In_opt_ PCLFS_LSN plsnBase, _In_ ULONG fFlags, _Out_opt_ PULONG pcbWritten, _Out_opt_ PCLFS_LSN plsnNext);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
ULONG ClfsLsnBlockOffset(_In_ const CLFS_LSN *plsn);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
CLFS_CONTAINER_ID ClfsLsnContainer(_In_ const CLFS_LSN *plsn);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
CLFS_LSN ClfsLsnCreate(_In_ CLFS_CONTAINER_ID cidContainer, _In_ ULONG offBlock, _In_ ULONG cRecord);
_Must_inspect_result_ WDK_NTOS("")
NTSTATUS ClfsLsnDifference(
    _In_ PCLFS_LSN plsnStart, _In_ PCLFS_LSN plsnFinish, _In_ ULONG cbContainer, _In_ ULONG cbMaxBlock,
    _In_ PLONGLONG pcbDifference);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
BOOLEAN ClfsLsnEqual(_In_ const CLFS_LSN *plsn1, _In_ const CLFS_LSN *plsn2);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
BOOLEAN ClfsLsnGreater(_In_ const CLFS_LSN *plsn1, _In_ const CLFS_LSN *plsn2);
WDK_NTOS("")
CLFS_LSN ClfsLsnIncrement(_In_ PCLFS_LSN plsn);
WDK_NTOS("")
BOOLEAN ClfsLsnInvalid(_In_ const CLFS_LSN *plsn);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
BOOLEAN ClfsLsnLess(_In_ const CLFS_LSN *plsn1, _In_ const CLFS_LSN *plsn2);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
BOOLEAN ClfsLsnNull(_In_ const CLFS_LSN *plsn);
_IRQL_requires_max_(HIGH_LEVEL) WDK_EXPORT("clfs.sys", "5.2.3790")
ULONG ClfsLsnRecordSequence(_In_ const CLFS_LSN *plsn);

#ifdef __cplusplus
}
#endif
#endif
