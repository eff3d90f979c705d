/* Buffers of the newer control codes: clusters, offloaded copies, BypassIO, WOF, ReFS, virtual storage. */
#ifndef WDK_FS_FSCTL_STORAGE_H
#define WDK_FS_FSCTL_STORAGE_H

#include "fsctl.h"
#include "info.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Clustered shared volumes. */
#define CSV_NAMESPACE_INFO_V1 (sizeof(CSV_NAMESPACE_INFO))
#define CSV_INVALID_DEVICE_NUMBER 0xFFFFFFFF
typedef struct _CSV_NAMESPACE_INFO {
    ULONG Version;
    ULONG DeviceNumber;
    LARGE_INTEGER StartingOffset;
    ULONG SectorSize;
} CSV_NAMESPACE_INFO, *PCSV_NAMESPACE_INFO;
typedef enum _CSV_CONTROL_OP {
    CsvControlStartRedirectFile = 0x02,
    CsvControlStopRedirectFile = 0x03,
    CsvControlQueryRedirectState = 0x04,
    CsvControlQueryFileRevision = 0x06,
    CsvControlQueryMdsPath = 0x08,
    CsvControlQueryFileRevisionFileId128 = 0x09,
    CsvControlQueryVolumeRedirectState = 0x0a,
    CsvControlEnableUSNRangeModificationTracking = 0x0d,
    CsvControlMarkHandleLocalVolumeMount = 0x0e,
    CsvControlUnmarkHandleLocalVolumeMount = 0x0f,
    CsvControlGetCsvFsMdsPathV2 = 0x12,
    CsvControlDisableCaching = 0x13,
    CsvControlEnableCaching = 0x14,
    CsvControlStartForceDFO = 0x15,
    CsvControlStopForceDFO = 0x16,
    CsvControlQueryMdsPathNoPause = 0x17,
    CsvControlSetVolumeId = 0x18,
    CsvControlQueryVolumeId = 0x19
} CSV_CONTROL_OP, *PCSV_CONTROL_OP;
typedef struct _CSV_CONTROL_PARAM {
    CSV_CONTROL_OP Operation;
    LONGLONG Unused;
} CSV_CONTROL_PARAM, *PCSV_CONTROL_PARAM;
typedef struct _CSV_QUERY_REDIRECT_STATE {
    ULONG MdsNodeId;
    ULONG DsNodeId;
    BOOLEAN FileRedirected;
} CSV_QUERY_REDIRECT_STATE, *PCSV_QUERY_REDIRECT_STATE;
typedef struct _CSV_QUERY_FILE_REVISION {
    LONGLONG FileId;
    LONGLONG FileRevision[3];
} CSV_QUERY_FILE_REVISION, *PCSV_QUERY_FILE_REVISION;
typedef struct _CSV_QUERY_FILE_REVISION_FILE_ID_128 {
    FILE_ID_128 FileId;
    LONGLONG FileRevision[3];
} CSV_QUERY_FILE_REVISION_FILE_ID_128, *PCSV_QUERY_FILE_REVISION_FILE_ID_128;
typedef struct _CSV_QUERY_MDS_PATH {
    ULONG MdsNodeId;
    ULONG DsNodeId;
    ULONG PathLength;
    WCHAR Path[1];
} CSV_QUERY_MDS_PATH, *PCSV_QUERY_MDS_PATH;

/* Copies that the storage makes itself. */
#define OFFLOAD_READ_FLAG_ALL_ZERO_BEYOND_CURRENT_RANGE 1
typedef struct _FSCTL_OFFLOAD_READ_INPUT {
    ULONG Size;
    ULONG Flags;
    ULONG TokenTimeToLive;
    ULONG Reserved;
    ULONGLONG FileOffset;
    ULONGLONG CopyLength;
} FSCTL_OFFLOAD_READ_INPUT, *PFSCTL_OFFLOAD_READ_INPUT;
typedef struct _FSCTL_OFFLOAD_READ_OUTPUT {
    ULONG Size;
    ULONG Flags;
    ULONGLONG TransferLength;
    UCHAR Token[512];
} FSCTL_OFFLOAD_READ_OUTPUT, *PFSCTL_OFFLOAD_READ_OUTPUT;
typedef struct _FSCTL_OFFLOAD_WRITE_INPUT {
    ULONG Size;
    ULONG Flags;
    ULONGLONG FileOffset;
    ULONGLONG CopyLength;
    ULONGLONG TransferOffset;
    UCHAR Token[512];
} FSCTL_OFFLOAD_WRITE_INPUT, *PFSCTL_OFFLOAD_WRITE_INPUT;
typedef struct _FSCTL_OFFLOAD_WRITE_OUTPUT {
    ULONG Size;
    ULONG Flags;
    ULONGLONG LengthWritten;
} FSCTL_OFFLOAD_WRITE_OUTPUT, *PFSCTL_OFFLOAD_WRITE_OUTPUT;

/* BypassIO. */
typedef enum _FS_BPIO_OPERATIONS {
    FS_BPIO_OP_ENABLE = 1,
    FS_BPIO_OP_DISABLE,
    FS_BPIO_OP_QUERY,
    FS_BPIO_OP_VOLUME_STACK_PAUSE,
    FS_BPIO_OP_VOLUME_STACK_RESUME,
    FS_BPIO_OP_STREAM_PAUSE,
    FS_BPIO_OP_STREAM_RESUME,
    FS_BPIO_OP_GET_INFO,
    FS_BPIO_OP_MAX_OPERATION
} FS_BPIO_OPERATIONS;
typedef enum _FS_BPIO_INFLAGS { FSBPIO_INFL_None = 0, FSBPIO_INFL_SKIP_STORAGE_STACK_QUERY = 0x00000001 } FS_BPIO_INFLAGS;
typedef enum _FS_BPIO_OUTFLAGS {
    FSBPIO_OUTFL_None = 0,
    FSBPIO_OUTFL_VOLUME_STACK_BYPASS_PAUSED = 0x00000001,
    FSBPIO_OUTFL_STREAM_BYPASS_PAUSED = 0x00000002,
    FSBPIO_OUTFL_FILTER_ATTACH_BLOCKED = 0x00000004,
    FSBPIO_OUTFL_COMPATIBLE_STORAGE_DRIVER = 0x00000008
} FS_BPIO_OUTFLAGS;
typedef struct _FS_BPIO_INPUT {
    FS_BPIO_OPERATIONS Operation;
    FS_BPIO_INFLAGS InFlags;
    ULONGLONG Reserved1;
    ULONGLONG Reserved2;
} FS_BPIO_INPUT, *PFS_BPIO_INPUT;
typedef struct _FS_BPIO_RESULTS {
    ULONG OpStatus;
    USHORT FailingDriverNameLen;
    WCHAR FailingDriverName[32];
    USHORT FailureReasonLen;
    WCHAR FailureReason[128];
} FS_BPIO_RESULTS, *PFS_BPIO_RESULTS;
typedef struct _FS_BPIO_INFO {
    ULONG ActiveBypassIoCount;
    USHORT StorageDriverNameLen;
    WCHAR StorageDriverName[32];
} FS_BPIO_INFO, *PFS_BPIO_INFO;
typedef struct _FS_BPIO_OUTPUT {
    FS_BPIO_OPERATIONS Operation;
    FS_BPIO_OUTFLAGS OutFlags;
    ULONGLONG Reserved1;
    ULONGLONG Reserved2;
    union {
        FS_BPIO_RESULTS Enable;
        FS_BPIO_RESULTS Query;
        FS_BPIO_RESULTS VolumeStackResume;
        FS_BPIO_RESULTS StreamResume;
        FS_BPIO_INFO GetInfo;
    };
} FS_BPIO_OUTPUT, *PFS_BPIO_OUTPUT;

/* Files whose data lie elsewhere (WOF). */
#define WOF_CURRENT_VERSION (0x00000001)
#define WOF_PROVIDER_WIM (0x00000001)
#define WOF_PROVIDER_FILE (0x00000002)
#define WOF_PROVIDER_CLOUD (0x00000003)
typedef struct _WOF_EXTERNAL_INFO {
    ULONG Version;
    ULONG Provider;
} WOF_EXTERNAL_INFO, *PWOF_EXTERNAL_INFO;
typedef struct _WOF_EXTERNAL_FILE_ID {
    FILE_ID_128 FileId;
} WOF_EXTERNAL_FILE_ID, *PWOF_EXTERNAL_FILE_ID;
typedef struct _WOF_VERSION_INFO {
    ULONG WofVersion;
} WOF_VERSION_INFO, *PWOF_VERSION_INFO;
#define WIM_PROVIDER_HASH_SIZE 20
#define WIM_PROVIDER_CURRENT_VERSION (0x00000001)
#define WIM_PROVIDER_EXTERNAL_FLAG_NOT_ACTIVE (0x00000001)
#define WIM_PROVIDER_EXTERNAL_FLAG_SUSPENDED (0x00000002)
typedef struct _WIM_PROVIDER_EXTERNAL_INFO {
    ULONG Version;
    ULONG Flags;
    LARGE_INTEGER DataSourceId;
    UCHAR ResourceHash[WIM_PROVIDER_HASH_SIZE];
} WIM_PROVIDER_EXTERNAL_INFO, *PWIM_PROVIDER_EXTERNAL_INFO;
#define FILE_PROVIDER_CURRENT_VERSION (0x00000001)
#define FILE_PROVIDER_SINGLE_FILE (0x00000001)
#define FILE_PROVIDER_COMPRESSION_XPRESS4K (0x00000000)
#define FILE_PROVIDER_COMPRESSION_LZX (0x00000001)
#define FILE_PROVIDER_COMPRESSION_XPRESS8K (0x00000002)
#define FILE_PROVIDER_COMPRESSION_XPRESS16K (0x00000003)
typedef struct _FILE_PROVIDER_EXTERNAL_INFO_V0 {
    ULONG Version;
    ULONG Algorithm;
} FILE_PROVIDER_EXTERNAL_INFO_V0, *PFILE_PROVIDER_EXTERNAL_INFO_V0;
typedef struct _FILE_PROVIDER_EXTERNAL_INFO_V1 {
    ULONG Version;
    ULONG Algorithm;
    ULONG Flags;
} FILE_PROVIDER_EXTERNAL_INFO_V1, *PFILE_PROVIDER_EXTERNAL_INFO_V1;
typedef FILE_PROVIDER_EXTERNAL_INFO_V1 FILE_PROVIDER_EXTERNAL_INFO, *PFILE_PROVIDER_EXTERNAL_INFO;

typedef struct _WIM_PROVIDER_OVERLAY_ENTRY {
    ULONG NextEntryOffset;
    LARGE_INTEGER DataSourceId;
    GUID WimGuid;
    ULONG WimFileNameOffset;
    ULONG WimType;
    ULONG WimIndex;
    ULONG Flags;
} WIM_PROVIDER_OVERLAY_ENTRY, *PWIM_PROVIDER_OVERLAY_ENTRY;
#define WIM_BOOT_OS_WIM (0x00000001)
#define WIM_BOOT_NOT_OS_WIM (0x00000000)
typedef struct _WIM_PROVIDER_ADD_OVERLAY_INPUT {
    ULONG WimType;
    ULONG WimIndex;
    ULONG WimFileNameOffset;
    ULONG WimFileNameLength;
} WIM_PROVIDER_ADD_OVERLAY_INPUT, *PWIM_PROVIDER_ADD_OVERLAY_INPUT;
typedef struct _WIM_PROVIDER_UPDATE_OVERLAY_INPUT {
    LARGE_INTEGER DataSourceId;
    ULONG WimFileNameOffset;
    ULONG WimFileNameLength;
} WIM_PROVIDER_UPDATE_OVERLAY_INPUT, *PWIM_PROVIDER_UPDATE_OVERLAY_INPUT;
typedef struct _WIM_PROVIDER_REMOVE_OVERLAY_INPUT {
    LARGE_INTEGER DataSourceId;
} WIM_PROVIDER_REMOVE_OVERLAY_INPUT, *PWIM_PROVIDER_REMOVE_OVERLAY_INPUT;
typedef struct _WIM_PROVIDER_SUSPEND_OVERLAY_INPUT {
    LARGE_INTEGER DataSourceId;
} WIM_PROVIDER_SUSPEND_OVERLAY_INPUT, *PWIM_PROVIDER_SUSPEND_OVERLAY_INPUT;

/* Where a volume's files lie. */
#define QUERY_FILE_LAYOUT_RESTART (0x00000001)
#define QUERY_FILE_LAYOUT_INCLUDE_NAMES (0x00000002)
#define QUERY_FILE_LAYOUT_INCLUDE_STREAMS (0x00000004)
#define QUERY_FILE_LAYOUT_INCLUDE_EXTENTS (0x00000008)
#define QUERY_FILE_LAYOUT_INCLUDE_EXTRA_INFO (0x00000010)
#define QUERY_FILE_LAYOUT_INCLUDE_STREAMS_WITH_NO_CLUSTERS_ALLOCATED (0x00000020)
typedef enum _QUERY_FILE_LAYOUT_FILTER_TYPE {
    QUERY_FILE_LAYOUT_FILTER_TYPE_NONE = 0,
    QUERY_FILE_LAYOUT_FILTER_TYPE_CLUSTERS = 1,
    QUERY_FILE_LAYOUT_FILTER_TYPE_FILEID = 2,
    QUERY_FILE_LAYOUT_FILTER_TYPE_STORAGE_RESERVE_ID = 3,
    QUERY_FILE_LAYOUT_NUM_FILTER_TYPES
} QUERY_FILE_LAYOUT_FILTER_TYPE;
typedef struct _CLUSTER_RANGE {
    LARGE_INTEGER StartingCluster;
    LARGE_INTEGER ClusterCount;
} CLUSTER_RANGE, *PCLUSTER_RANGE;
typedef struct _FILE_REFERENCE_RANGE {
    ULONGLONG StartingFileReferenceNumber;
    ULONGLONG EndingFileReferenceNumber;
} FILE_REFERENCE_RANGE, *PFILE_REFERENCE_RANGE;
typedef struct _QUERY_FILE_LAYOUT_INPUT {
    union {
        ULONG FilterEntryCount;
        ULONG NumberOfPairs;
    };
    ULONG Flags;
    QUERY_FILE_LAYOUT_FILTER_TYPE FilterType;
    ULONG Reserved;
    union {
        CLUSTER_RANGE ClusterRanges[1];
        FILE_REFERENCE_RANGE FileReferenceRanges[1];
        STORAGE_RESERVE_ID StorageReserveIds[1];
    } Filter;
} QUERY_FILE_LAYOUT_INPUT, *PQUERY_FILE_LAYOUT_INPUT;
#define QUERY_FILE_LAYOUT_SINGLE_INSTANCED (0x00000001)
typedef struct _QUERY_FILE_LAYOUT_OUTPUT {
    ULONG FileEntryCount;
    ULONG FirstFileOffset;
    ULONG Flags;
    ULONG Reserved;
} QUERY_FILE_LAYOUT_OUTPUT, *PQUERY_FILE_LAYOUT_OUTPUT;
typedef struct _FILE_LAYOUT_ENTRY {
    ULONG Version;
    ULONG NextFileOffset;
    ULONG Flags;
    ULONG FileAttributes;
    ULONGLONG FileReferenceNumber;
    ULONG FirstNameOffset;
    ULONG FirstStreamOffset;
    ULONG ExtraInfoOffset;
    ULONG ExtraInfoLength;
} FILE_LAYOUT_ENTRY, *PFILE_LAYOUT_ENTRY;
typedef struct _FILE_LAYOUT_NAME_ENTRY {
    ULONG NextNameOffset;
    ULONG Flags;
    ULONGLONG ParentFileReferenceNumber;
    ULONG FileNameLength;
    ULONG Reserved;
    WCHAR FileName[1];
} FILE_LAYOUT_NAME_ENTRY, *PFILE_LAYOUT_NAME_ENTRY;
typedef struct _REARRANGE_FILE_DATA {
    ULONGLONG SourceStartingOffset;
    ULONGLONG TargetOffset;
    HANDLE SourceFileHandle;
    ULONG Length;
    ULONG Flags;
} REARRANGE_FILE_DATA, *PREARRANGE_FILE_DATA;
#define SHUFFLE_FILE_FLAG_SKIP_INITIALIZING_NEW_CLUSTERS 0x00000001
typedef struct _SHUFFLE_FILE_DATA {
    LONGLONG StartingOffset;
    LONGLONG Length;
    ULONG Flags;
} SHUFFLE_FILE_DATA, *PSHUFFLE_FILE_DATA;
typedef struct _SET_CACHED_RUNS_STATE_INPUT_BUFFER {
    BOOLEAN Enable;
} SET_CACHED_RUNS_STATE_INPUT_BUFFER, *PSET_CACHED_RUNS_STATE_INPUT_BUFFER;
typedef struct _FSCTL_QUERY_VOLUME_NUMA_INFO_OUTPUT {
    ULONG NumaNode;
} FSCTL_QUERY_VOLUME_NUMA_INFO_OUTPUT, *PFSCTL_QUERY_VOLUME_NUMA_INFO_OUTPUT;
typedef struct _SET_DAX_ALLOC_ALIGNMENT_HINT_INPUT {
    ULONG Flags;
    ULONG AlignmentShift;
    ULONGLONG FileOffsetToAlign;
    ULONG FallbackAlignmentShift;
} SET_DAX_ALLOC_ALIGNMENT_HINT_INPUT, *PSET_DAX_ALLOC_ALIGNMENT_HINT_INPUT;

/* ReFS. */
typedef enum _REFS_DEALLOCATE_RANGES_ALLOCATOR {
    REFS_DEALLOCATE_RANGES_ALLOCATOR_NONE = 0,
    REFS_DEALLOCATE_RANGES_ALLOCATOR_SAA = 1,
    REFS_DEALLOCATE_RANGES_ALLOCATOR_CAA = 2,
    REFS_DEALLOCATE_RANGES_ALLOCATOR_MAA = 3
} REFS_DEALLOCATE_RANGES_ALLOCATOR, *PREFS_DEALLOCATE_RANGES_ALLOCATOR;
typedef struct _REFS_DEALLOCATE_RANGES_INPUT_BUFFER_EX {
    ULONG RangeCount;
    REFS_DEALLOCATE_RANGES_ALLOCATOR Allocator;
    LONGLONG StreamReserveUpdateCount;
    ULONG OffsetToRanges;
    ULONG OffsetToLeakCounts;
    ULONGLONG Reserved[2];
} REFS_DEALLOCATE_RANGES_INPUT_BUFFER_EX, *PREFS_DEALLOCATE_RANGES_INPUT_BUFFER_EX;
typedef enum _REFS_SMR_VOLUME_GC_STATE {
    SmrGcStateInactive = 0,
    SmrGcStatePaused = 1,
    SmrGcStateActive = 2,
    SmrGcStateActiveFullSpeed = 3
} REFS_SMR_VOLUME_GC_STATE, *PREFS_SMR_VOLUME_GC_STATE;
typedef enum _REFS_SMR_VOLUME_GC_ACTION {
    SmrGcActionStart = 1,
    SmrGcActionStartFullSpeed = 2,
    SmrGcActionPause = 3,
    SmrGcActionStop = 4
} REFS_SMR_VOLUME_GC_ACTION, *PREFS_SMR_VOLUME_GC_ACTION;
typedef enum _REFS_SMR_VOLUME_GC_METHOD {
    SmrGcMethodCompaction = 1,
    SmrGcMethodCompression = 2,
    SmrGcMethodRotation = 3
} REFS_SMR_VOLUME_GC_METHOD, *PREFS_SMR_VOLUME_GC_METHOD;
typedef struct _REFS_SMR_VOLUME_INFO_OUTPUT {
    ULONG Version;
    ULONG Flags;
    LARGE_INTEGER SizeOfRandomlyWritableTier;
    LARGE_INTEGER FreeSpaceInRandomlyWritableTier;
    LARGE_INTEGER SizeofSMRTier;
    LARGE_INTEGER FreeSpaceInSMRTier;
    LARGE_INTEGER UsableFreeSpaceInSMRTier;
    REFS_SMR_VOLUME_GC_STATE VolumeGcState;
    ULONG VolumeGcLastStatus;
    ULONG CurrentGcBandFillPercentage;
    ULONGLONG Unused[6];
} REFS_SMR_VOLUME_INFO_OUTPUT, *PREFS_SMR_VOLUME_INFO_OUTPUT;
typedef struct _REFS_SMR_VOLUME_GC_PARAMETERS {
    ULONG Version;
    ULONG Flags;
    REFS_SMR_VOLUME_GC_ACTION Action;
    REFS_SMR_VOLUME_GC_METHOD Method;
    ULONG IoGranularity;
    ULONG CompressionFormat;
    ULONGLONG Unused[8];
} REFS_SMR_VOLUME_GC_PARAMETERS, *PREFS_SMR_VOLUME_GC_PARAMETERS;

/* Virtual storage and projected files. */
typedef enum _VIRTUAL_STORAGE_BEHAVIOR_CODE {
    VirtualStorageBehaviorUndefined = 0,
    VirtualStorageBehaviorCacheWriteThrough = 1,
    VirtualStorageBehaviorCacheWriteBack = 2,
    VirtualStorageBehaviorStopIoProcessing = 3,
    VirtualStorageBehaviorRestartIoProcessing = 4
} VIRTUAL_STORAGE_BEHAVIOR_CODE, *PVIRTUAL_STORAGE_BEHAVIOR_CODE;
typedef struct _VIRTUAL_STORAGE_SET_BEHAVIOR_INPUT {
    ULONG Size;
    VIRTUAL_STORAGE_BEHAVIOR_CODE BehaviorCode;
} VIRTUAL_STORAGE_SET_BEHAVIOR_INPUT, *PVIRTUAL_STORAGE_SET_BEHAVIOR_INPUT;
typedef struct _ENCRYPTION_KEY_CTRL_INPUT {
    ULONG HeaderSize;
    ULONG StructureSize;
    USHORT KeyOffset;
    USHORT KeySize;
    ULONG DplLock;
    ULONGLONG DplUserId;
    ULONGLONG DplCredentialId;
} ENCRYPTION_KEY_CTRL_INPUT, *PENCRYPTION_KEY_CTRL_INPUT;
#define PROJFS_PROTOCOL_VERSION 3
typedef struct _VIRTUALIZATION_INSTANCE_INFO_INPUT_EX {
    USHORT HeaderSize;
    ULONG Flags;
    ULONG NotificationInfoSize;
    USHORT NotificationInfoOffset;
    USHORT ProviderMajorVersion;
} VIRTUALIZATION_INSTANCE_INFO_INPUT_EX, *PVIRTUALIZATION_INSTANCE_INFO_INPUT_EX;
typedef struct _VIRTUAL_STORAGE_TYPE {
    ULONG DeviceId;
    GUID VendorId;
} VIRTUAL_STORAGE_TYPE, *PVIRTUAL_STORAGE_TYPE;
typedef struct _STORAGE_QUERY_DEPENDENT_VOLUME_REQUEST {
    ULONG RequestLevel;
    ULONG RequestFlags;
} STORAGE_QUERY_DEPENDENT_VOLUME_REQUEST, *PSTORAGE_QUERY_DEPENDENT_VOLUME_REQUEST;
typedef struct _STORAGE_QUERY_DEPENDENT_VOLUME_LEV1_ENTRY {
    ULONG EntryLength;
    ULONG DependencyTypeFlags;
    ULONG ProviderSpecificFlags;
    VIRTUAL_STORAGE_TYPE VirtualStorageType;
} STORAGE_QUERY_DEPENDENT_VOLUME_LEV1_ENTRY, *PSTORAGE_QUERY_DEPENDENT_VOLUME_LEV1_ENTRY;
typedef struct _STORAGE_QUERY_DEPENDENT_VOLUME_LEV2_ENTRY {
    ULONG EntryLength;
    ULONG DependencyTypeFlags;
    ULONG ProviderSpecificFlags;
    VIRTUAL_STORAGE_TYPE VirtualStorageType;
    ULONG AncestorLevel;
    ULONG HostVolumeNameOffset;
    ULONG HostVolumeNameSize;
    ULONG DependentVolumeNameOffset;
    ULONG DependentVolumeNameSize;
    ULONG RelativePathOffset;
    ULONG RelativePathSize;
    ULONG DependentDeviceNameOffset;
    ULONG DependentDeviceNameSize;
} STORAGE_QUERY_DEPENDENT_VOLUME_LEV2_ENTRY, *PSTORAGE_QUERY_DEPENDENT_VOLUME_LEV2_ENTRY;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wextern-c-compat" /* nothing is of size 0 in both languages */
typedef struct _STORAGE_QUERY_DEPENDENT_VOLUME_RESPONSE {
    ULONG ResponseLevel;
    ULONG NumberEntries;
    union {
        STORAGE_QUERY_DEPENDENT_VOLUME_LEV1_ENTRY Lev1Depends[0];
        STORAGE_QUERY_DEPENDENT_VOLUME_LEV2_ENTRY Lev2Depends[0];
    };
} STORAGE_QUERY_DEPENDENT_VOLUME_RESPONSE, *PSTORAGE_QUERY_DEPENDENT_VOLUME_RESPONSE;
#pragma clang diagnostic pop
#define QUERY_DEPENDENT_VOLUME_REQUEST_FLAG_HOST_VOLUMES 0x1
#define QUERY_DEPENDENT_VOLUME_REQUEST_FLAG_GUEST_VOLUMES 0x2

#ifdef __cplusplus
}
#endif
#endif
