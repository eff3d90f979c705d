/*
 * Data set management (IOCTL_STORAGE_MANAGE_DATA_SET_ATTRIBUTES): what a file system tells a disk about ranges of it, and asks.
 * A request is DEVICE_DSM_INPUT, a block of parameters, and ranges; an answer is DEVICE_DSM_OUTPUT and a block. Facts: the public
 * reference (ntddstor.h), mingw-w64, the ntapi crate.
 */
#ifndef WDK_STORAGE_DSM_H
#define WDK_STORAGE_DSM_H

#include "property.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef ULONG DEVICE_DATA_MANAGEMENT_SET_ACTION, DEVICE_DSM_ACTION;
#define DeviceDsmActionFlag_NonDestructive 0x80000000
#define IsDsmActionNonDestructive(_Action) ((BOOLEAN)(((_Action) & DeviceDsmActionFlag_NonDestructive) != 0))
#define DeviceDsmAction_None 0x00000000u
#define DeviceDsmAction_Trim 0x00000001u
#define DeviceDsmAction_Notification (0x00000002u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_OffloadRead (0x00000003u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_OffloadWrite 0x00000004u
#define DeviceDsmAction_Allocation (0x00000005u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_Repair (0x00000006u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_Scrub (0x00000007u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_DrtQuery (0x00000008u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_DrtClear (0x00000009u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_DrtDisable (0x0000000Au | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_TieringQuery (0x0000000Bu | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_Map (0x0000000Cu | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_RegenerateParity (0x0000000Du | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_NvCache_Change_Priority (0x0000000Eu | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_NvCache_Evict (0x0000000Fu | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_TopologyIdQuery (0x00000010u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_GetPhysicalAddresses (0x00000011u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_ScopeRegen (0x00000012u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_ReportZones (0x00000013u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_OpenZone (0x00000014u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_FinishZone (0x00000015u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_CloseZone (0x00000016u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_ResetWritePointer 0x00000017u
#define DeviceDsmAction_GetRangeErrorInfo (0x00000018u | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_WriteZeroes 0x00000019u
#define DeviceDsmAction_LostQuery (0x0000001Au | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_GetFreeSpace (0x0000001Bu | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_ConversionQuery (0x0000001Cu | DeviceDsmActionFlag_NonDestructive)
#define DeviceDsmAction_VdtSet (0x0000001Du | DeviceDsmActionFlag_NonDestructive)

/* Flags of all actions, then those of one. */
#define DEVICE_DSM_FLAG_ENTIRE_DATA_SET_RANGE 0x00000001
#define DEVICE_DSM_FLAG_TRIM_NOT_FS_ALLOCATED 0x80000000
#define DEVICE_DSM_FLAG_TRIM_BYPASS_RZAT 0x40000000
#define DEVICE_DSM_FLAG_ALLOCATION_CONSOLIDATEABLE_ONLY 0x40000000
#define DEVICE_DSM_FLAG_SCRUB_SKIP_IN_SYNC 0x10000000
#define DEVICE_DSM_FLAG_SCRUB_OUTPUT_PARITY_EXTENT 0x20000000
#define DEVICE_DSM_FLAG_REPAIR_OUTPUT_PARITY_EXTENT 0x20000000
#define DEVICE_DSM_FLAG_REPAIR_INPUT_TOPOLOGY_ID_PRESENT 0x40000000
#define DEVICE_DSM_FLAG_PHYSICAL_ADDRESSES_OMIT_TOTAL_RANGES 0x10000000

/* The request. Ranges lie at DataSetRangesOffset, parameters at ParameterBlockOffset, both from the record's beginning. */
typedef struct _DEVICE_DATA_SET_RANGE {
    LONGLONG StartingOffset;
    ULONGLONG LengthInBytes;
} DEVICE_DATA_SET_RANGE, *PDEVICE_DATA_SET_RANGE, DEVICE_DSM_RANGE, *PDEVICE_DSM_RANGE;
typedef struct _DEVICE_MANAGE_DATA_SET_ATTRIBUTES {
    ULONG Size;
    DEVICE_DSM_ACTION Action;
    ULONG Flags;
    ULONG ParameterBlockOffset;
    ULONG ParameterBlockLength;
    ULONG DataSetRangesOffset;
    ULONG DataSetRangesLength;
} DEVICE_MANAGE_DATA_SET_ATTRIBUTES, *PDEVICE_MANAGE_DATA_SET_ATTRIBUTES, DEVICE_DSM_INPUT, *PDEVICE_DSM_INPUT;
typedef struct _DEVICE_MANAGE_DATA_SET_ATTRIBUTES_OUTPUT {
    ULONG Size;
    DEVICE_DSM_ACTION Action;
    ULONG Flags;
    ULONG OperationStatus;
    ULONG ExtendedError;
    ULONG TargetDetailedError;
    ULONG ReservedStatus;
    ULONG OutputBlockOffset;
    ULONG OutputBlockLength;
} DEVICE_MANAGE_DATA_SET_ATTRIBUTES_OUTPUT, *PDEVICE_MANAGE_DATA_SET_ATTRIBUTES_OUTPUT, DEVICE_DSM_OUTPUT,
    *PDEVICE_DSM_OUTPUT;
typedef struct _DEVICE_DSM_DEFINITION {
    DEVICE_DSM_ACTION Action;
    BOOLEAN SingleRange;
    ULONG ParameterBlockAlignment;
    ULONG ParameterBlockLength;
    BOOLEAN HasOutput;
    ULONG OutputBlockAlignment;
    ULONG OutputBlockLength;
} DEVICE_DSM_DEFINITION, *PDEVICE_DSM_DEFINITION;

/* Notification, offloaded copies. */
#define DEVICE_DSM_NOTIFY_FLAG_BEGIN 0x00000001
#define DEVICE_DSM_NOTIFY_FLAG_END 0x00000002
typedef struct _DEVICE_DSM_NOTIFICATION_PARAMETERS {
    ULONG Size;
    ULONG Flags;
    ULONG NumFileTypeIDs;
    GUID FileTypeID[1];
} DEVICE_DSM_NOTIFICATION_PARAMETERS, *PDEVICE_DSM_NOTIFICATION_PARAMETERS;
typedef struct _DEVICE_DSM_NVCACHE_CHANGE_PRIORITY_PARAMETERS {
    ULONG Size;
    UCHAR TargetPriority;
    UCHAR Reserved[3];
} DEVICE_DSM_NVCACHE_CHANGE_PRIORITY_PARAMETERS, *PDEVICE_DSM_NVCACHE_CHANGE_PRIORITY_PARAMETERS;
#define STORAGE_OFFLOAD_MAX_TOKEN_LENGTH 512
#define STORAGE_OFFLOAD_TOKEN_ID_LENGTH 0x1F8
#define STORAGE_OFFLOAD_TOKEN_TYPE_ZERO_DATA 0xFFFF0001
typedef struct _STORAGE_OFFLOAD_TOKEN {
    UCHAR TokenType[4];
    UCHAR Reserved[2];
    UCHAR TokenIdLength[2];
    union {
        struct {
            UCHAR Reserved2[STORAGE_OFFLOAD_TOKEN_ID_LENGTH];
        } StorageOffloadZeroDataToken;
        UCHAR Token[STORAGE_OFFLOAD_TOKEN_ID_LENGTH];
    };
} STORAGE_OFFLOAD_TOKEN, *PSTORAGE_OFFLOAD_TOKEN;
/* The token of all zeros: type and length are big-endian. */
#define MAKE_ZERO_TOKEN(T)                                                                                             \
    ((T)->TokenType[0] = 0xFF, (T)->TokenType[1] = 0xFF, (T)->TokenType[2] = 0x00, (T)->TokenType[3] = 0x01,           \
        (T)->TokenIdLength[0] = 0x01, (T)->TokenIdLength[1] = 0xF8)
#define IS_ZERO_TOKEN(T)                                                                                               \
    ((T)->TokenType[0] == 0xFF && (T)->TokenType[1] == 0xFF && (T)->TokenType[2] == 0x00 &&                            \
        (T)->TokenType[3] == 0x01 && (T)->TokenIdLength[0] == 0x01 && (T)->TokenIdLength[1] == 0xF8)
typedef struct _DEVICE_DSM_OFFLOAD_READ_PARAMETERS {
    ULONG Flags;
    ULONG TimeToLive;
    ULONG Reserved[2];
} DEVICE_DSM_OFFLOAD_READ_PARAMETERS, *PDEVICE_DSM_OFFLOAD_READ_PARAMETERS;
typedef struct _STORAGE_OFFLOAD_READ_OUTPUT {
    ULONG OffloadReadFlags;
    ULONG Reserved;
    ULONGLONG LengthProtected;
    ULONG TokenLength;
    STORAGE_OFFLOAD_TOKEN Token;
} STORAGE_OFFLOAD_READ_OUTPUT, *PSTORAGE_OFFLOAD_READ_OUTPUT;
#define STORAGE_OFFLOAD_READ_RANGE_TRUNCATED 0x0001
typedef struct _DEVICE_DSM_OFFLOAD_WRITE_PARAMETERS {
    ULONG Flags;
    ULONG Reserved;
    ULONGLONG TokenOffset;
    STORAGE_OFFLOAD_TOKEN Token;
} DEVICE_DSM_OFFLOAD_WRITE_PARAMETERS, *PDEVICE_DSM_OFFLOAD_WRITE_PARAMETERS;
typedef struct _STORAGE_OFFLOAD_WRITE_OUTPUT {
    ULONG OffloadWriteFlags;
    ULONG Reserved;
    ULONGLONG LengthCopied;
} STORAGE_OFFLOAD_WRITE_OUTPUT, *PSTORAGE_OFFLOAD_WRITE_OUTPUT;
#define STORAGE_OFFLOAD_WRITE_RANGE_TRUNCATED 0x0001
#define STORAGE_OFFLOAD_TOKEN_INVALID 0x0002

/* Which slabs of a thinly provisioned disk are allocated. */
typedef struct _DEVICE_DATA_SET_LBP_STATE_PARAMETERS {
    ULONG Version;
    ULONG Size;
    ULONG Flags;
    ULONG OutputVersion;
} DEVICE_DATA_SET_LBP_STATE_PARAMETERS, *PDEVICE_DATA_SET_LBP_STATE_PARAMETERS, DEVICE_DSM_ALLOCATION_PARAMETERS,
    *PDEVICE_DSM_ALLOCATION_PARAMETERS;
#define DEVICE_DATA_SET_LBP_STATE_PARAMETERS_VERSION_V1 1
#define DEVICE_DSM_PARAMETERS_V1 1
typedef struct _DEVICE_DATA_SET_LB_PROVISIONING_STATE {
    ULONG Size;
    ULONG Version;
    ULONGLONG SlabSizeInBytes;
    ULONG SlabOffsetDeltaInBytes;
    ULONG SlabAllocationBitMapBitCount;
    ULONG SlabAllocationBitMapLength;
    ULONG SlabAllocationBitMap[ANYSIZE_ARRAY];
} DEVICE_DATA_SET_LB_PROVISIONING_STATE, *PDEVICE_DATA_SET_LB_PROVISIONING_STATE, DEVICE_DSM_ALLOCATION_OUTPUT,
    *PDEVICE_DSM_ALLOCATION_OUTPUT;
#define DEVICE_DATA_SET_LB_PROVISIONING_STATE_VERSION_V1 sizeof(DEVICE_DATA_SET_LB_PROVISIONING_STATE)
#define DEVICE_DSM_ALLOCATION_OUTPUT_V1 sizeof(DEVICE_DSM_ALLOCATION_OUTPUT)
typedef struct _DEVICE_DATA_SET_LB_PROVISIONING_STATE_V2 {
    ULONG Size;
    ULONG Version;
    ULONGLONG SlabSizeInBytes;
    ULONGLONG SlabOffsetDeltaInBytes;
    ULONG SlabAllocationBitMapBitCount;
    ULONG SlabAllocationBitMapLength;
    ULONG SlabAllocationBitMap[ANYSIZE_ARRAY];
} DEVICE_DATA_SET_LB_PROVISIONING_STATE_V2, *PDEVICE_DATA_SET_LB_PROVISIONING_STATE_V2, DEVICE_DSM_ALLOCATION_OUTPUT2,
    *PDEVICE_DSM_ALLOCATION_OUTPUT2;
#define DEVICE_DATA_SET_LB_PROVISIONING_STATE_VERSION_V2 sizeof(DEVICE_DATA_SET_LB_PROVISIONING_STATE_V2)
#define DEVICE_DSM_ALLOCATION_OUTPUT_V2 sizeof(DEVICE_DSM_ALLOCATION_OUTPUT2)

/* Repairing and scrubbing the copies of a storage space. */
typedef struct _DEVICE_DATA_SET_REPAIR_PARAMETERS {
    ULONG NumberOfRepairCopies;
    ULONG SourceCopy;
    ULONG RepairCopies[ANYSIZE_ARRAY];
} DEVICE_DATA_SET_REPAIR_PARAMETERS, *PDEVICE_DATA_SET_REPAIR_PARAMETERS, DEVICE_DSM_REPAIR_PARAMETERS,
    *PDEVICE_DSM_REPAIR_PARAMETERS;
typedef struct _DEVICE_DATA_SET_REPAIR_OUTPUT {
    DEVICE_DATA_SET_RANGE ParityExtent;
} DEVICE_DATA_SET_REPAIR_OUTPUT, *PDEVICE_DATA_SET_REPAIR_OUTPUT, DEVICE_DSM_REPAIR_OUTPUT, *PDEVICE_DSM_REPAIR_OUTPUT;
typedef struct _DEVICE_DATA_SET_SCRUB_OUTPUT {
    ULONGLONG BytesProcessed;
    ULONGLONG BytesRepaired;
    ULONGLONG BytesFailed;
} DEVICE_DATA_SET_SCRUB_OUTPUT, *PDEVICE_DATA_SET_SCRUB_OUTPUT, DEVICE_DSM_SCRUB_OUTPUT, *PDEVICE_DSM_SCRUB_OUTPUT;
typedef struct _DEVICE_DATA_SET_SCRUB_EX_OUTPUT {
    ULONGLONG BytesProcessed;
    ULONGLONG BytesRepaired;
    ULONGLONG BytesFailed;
    DEVICE_DATA_SET_RANGE ParityExtent;
} DEVICE_DATA_SET_SCRUB_EX_OUTPUT, *PDEVICE_DATA_SET_SCRUB_EX_OUTPUT, DEVICE_DSM_SCRUB_OUTPUT2,
    *PDEVICE_DSM_SCRUB_OUTPUT2;

/* Tiers, topology, addresses. */
typedef struct _DEVICE_DSM_TIERING_QUERY_INPUT {
    ULONG Version;
    ULONG Size;
    ULONG Flags;
    ULONG NumberOfTierIds;
    GUID TierIds[ANYSIZE_ARRAY];
} DEVICE_DSM_TIERING_QUERY_INPUT, *PDEVICE_DSM_TIERING_QUERY_INPUT, DEVICE_DSM_TIERING_QUERY_PARAMETERS,
    *PDEVICE_DSM_TIERING_QUERY_PARAMETERS;
typedef struct _STORAGE_TIER_REGION {
    GUID TierId;
    ULONGLONG Offset;
    ULONGLONG Length;
} STORAGE_TIER_REGION, *PSTORAGE_TIER_REGION;
typedef struct _DEVICE_DSM_TIERING_QUERY_OUTPUT {
    ULONG Version;
    ULONG Size;
    ULONG Flags;
    ULONG Reserved;
    ULONGLONG Alignment;
    ULONG TotalNumberOfRegions;
    ULONG NumberOfRegionsReturned;
    STORAGE_TIER_REGION Regions[ANYSIZE_ARRAY];
} DEVICE_DSM_TIERING_QUERY_OUTPUT, *PDEVICE_DSM_TIERING_QUERY_OUTPUT;
typedef struct _DEVICE_DATA_SET_TOPOLOGY_ID_QUERY_OUTPUT {
    ULONGLONG TopologyRangeBytes;
    UCHAR TopologyId[16];
} DEVICE_DATA_SET_TOPOLOGY_ID_QUERY_OUTPUT, *PDEVICE_DATA_SET_TOPOLOGY_ID_QUERY_OUTPUT, DEVICE_DSM_TOPOLOGY_ID_QUERY_OUTPUT,
    *PDEVICE_DSM_TOPOLOGY_ID_QUERY_OUTPUT;
typedef struct _DEVICE_STORAGE_ADDRESS_RANGE {
    LONGLONG StartAddress;
    ULONGLONG LengthInBytes;
} DEVICE_STORAGE_ADDRESS_RANGE, *PDEVICE_STORAGE_ADDRESS_RANGE;
#define DEVICE_DSM_PHYSICAL_ADDRESSES_OUTPUT_VERSION_V1 1
typedef struct _DEVICE_DSM_PHYSICAL_ADDRESSES_OUTPUT {
    ULONG Version;
    ULONG Flags;
    ULONG TotalNumberOfRanges;
    ULONG NumberOfRangesReturned;
    DEVICE_STORAGE_ADDRESS_RANGE Ranges[ANYSIZE_ARRAY];
} DEVICE_DSM_PHYSICAL_ADDRESSES_OUTPUT, *PDEVICE_DSM_PHYSICAL_ADDRESSES_OUTPUT;
typedef struct _DEVICE_STORAGE_RANGE_ATTRIBUTES {
    ULONGLONG LengthInBytes;
    union {
        ULONG AllFlags;
        struct {
            ULONG IsRangeBad : 1;
        };
    };
    ULONG Reserved;
} DEVICE_STORAGE_RANGE_ATTRIBUTES, *PDEVICE_STORAGE_RANGE_ATTRIBUTES;
#define DEVICE_DSM_RANGE_ERROR_INFO_VERSION_V1 1
#define DEVICE_DSM_RANGE_ERROR_OUTPUT_V1 1
typedef struct _DEVICE_DSM_RANGE_ERROR_INFO {
    ULONG Version;
    ULONG Flags;
    ULONG TotalNumberOfRanges;
    ULONG NumberOfRangesReturned;
    DEVICE_STORAGE_RANGE_ATTRIBUTES Ranges[ANYSIZE_ARRAY];
} DEVICE_DSM_RANGE_ERROR_INFO, *PDEVICE_DSM_RANGE_ERROR_INFO, DEVICE_DSM_RANGE_ERROR_OUTPUT,
    *PDEVICE_DSM_RANGE_ERROR_OUTPUT;

/* Zones. */
typedef enum _STORAGE_ZONES_ATTRIBUTES {
    ZonesAttributeTypeAndLengthMayDifferent = 0,
    ZonesAttributeTypeSameLengthSame = 1,
    ZonesAttributeTypeSameLastZoneLengthDifferent = 2,
    ZonesAttributeTypeMayDifferentLengthSame = 3
} STORAGE_ZONES_ATTRIBUTES, *PSTORAGE_ZONES_ATTRIBUTES;
typedef enum _STORAGE_ZONE_CONDITION {
    ZoneConditionConventional = 0x00,
    ZoneConditionEmpty = 0x01,
    ZoneConditionImplicitlyOpened = 0x02,
    ZoneConditionExplicitlyOpened = 0x03,
    ZoneConditionClosed = 0x04,
    ZoneConditionReadOnly = 0x0D,
    ZoneConditionFull = 0x0E,
    ZoneConditionOffline = 0x0F
} STORAGE_ZONE_CONDITION, *PSTORAGE_ZONE_CONDITION;
typedef struct _STORAGE_ZONE_DESCRIPTOR {
    ULONG Size;
    STORAGE_ZONE_TYPES ZoneType;
    STORAGE_ZONE_CONDITION ZoneCondition;
    BOOLEAN ResetWritePointerRecommend;
    UCHAR Reserved0[3];
    ULONGLONG ZoneSize;
    ULONGLONG WritePointerOffset;
} STORAGE_ZONE_DESCRIPTOR, *PSTORAGE_ZONE_DESCRIPTOR;
typedef struct _DEVICE_DSM_REPORT_ZONES_PARAMETERS {
    ULONG Size;
    UCHAR ReportOption;
    UCHAR Partial;
    UCHAR Reserved[2];
} DEVICE_DSM_REPORT_ZONES_PARAMETERS, *PDEVICE_DSM_REPORT_ZONES_PARAMETERS;
typedef struct _DEVICE_DSM_REPORT_ZONES_DATA {
    ULONG Size;
    ULONG ZoneCount;
    STORAGE_ZONES_ATTRIBUTES Attributes;
    ULONG Reserved0;
    STORAGE_ZONE_DESCRIPTOR ZoneDescriptors[ANYSIZE_ARRAY];
} DEVICE_DSM_REPORT_ZONES_DATA, *PDEVICE_DSM_REPORT_ZONES_DATA, DEVICE_DSM_REPORT_ZONES_OUTPUT,
    *PDEVICE_DSM_REPORT_ZONES_OUTPUT;

/* Lost ranges, free space, conversion. */
#define DEVICE_DSM_LOST_QUERY_PARAMETERS_V1 1
typedef struct _DEVICE_DSM_LOST_QUERY_PARAMETERS {
    ULONG Version;
    ULONGLONG Granularity;
} DEVICE_DSM_LOST_QUERY_PARAMETERS, *PDEVICE_DSM_LOST_QUERY_PARAMETERS;
#define DEVICE_DSM_LOST_QUERY_OUTPUT_V1 1
typedef struct _DEVICE_DSM_LOST_QUERY_OUTPUT {
    ULONG Version;
    ULONG Size;
    ULONGLONG Alignment;
    ULONG NumberOfBits;
    ULONG BitMap[ANYSIZE_ARRAY];
} DEVICE_DSM_LOST_QUERY_OUTPUT, *PDEVICE_DSM_LOST_QUERY_OUTPUT;
#define DEVICE_DSM_FREE_SPACE_OUTPUT_V1 1
typedef struct _DEVICE_DSM_FREE_SPACE_OUTPUT {
    ULONG Version;
    ULONGLONG FreeSpace;
} DEVICE_DSM_FREE_SPACE_OUTPUT, *PDEVICE_DSM_FREE_SPACE_OUTPUT;
#define DEVICE_DSM_CONVERSION_OUTPUT_V1 1
typedef struct _DEVICE_DSM_CONVERSION_OUTPUT {
    ULONG Version;
    GUID Source;
} DEVICE_DSM_CONVERSION_OUTPUT, *PDEVICE_DSM_CONVERSION_OUTPUT;

/* Building a request: the parameters follow the record, aligned; the ranges follow the parameters, aligned to a range. */
#define DEVICE_DSM_ROUND_UP(_a, _b) ((((_a) + ((_b)-1)) / (_b)) * (_b))
#define DEVICE_DSM_ROUND_DN(_a, _b) (((_a) / (_b)) * (_b))

FORCEINLINE PVOID DeviceDsmParameterBlock(_In_ PDEVICE_DSM_INPUT Input)
{
    return (PVOID)((ULONG_PTR)Input + Input->ParameterBlockOffset);
}
FORCEINLINE PDEVICE_DSM_RANGE DeviceDsmDataSetRanges(_In_ PDEVICE_DSM_INPUT Input)
{
    return (PDEVICE_DSM_RANGE)((ULONG_PTR)Input + Input->DataSetRangesOffset);
}
FORCEINLINE ULONG DeviceDsmNumberOfDataSetRanges(_In_ PDEVICE_DSM_INPUT Input)
{
    return Input->DataSetRangesLength / sizeof(DEVICE_DSM_RANGE);
}
FORCEINLINE PVOID DeviceDsmOutputBlock(_In_ PDEVICE_DSM_OUTPUT Output)
{
    return (PVOID)((ULONG_PTR)Output + Output->OutputBlockOffset);
}
FORCEINLINE ULONG DeviceDsmGetInputLength(_In_ PDEVICE_DSM_DEFINITION Definition, _In_ ULONG ParameterBlockLength,
    _In_ ULONG NumberOfDataSetRanges)
{
    ULONG length = sizeof(DEVICE_DSM_INPUT);
    if (ParameterBlockLength != 0) {
        length = DEVICE_DSM_ROUND_UP(length, Definition->ParameterBlockAlignment) + ParameterBlockLength;
    }
    if (NumberOfDataSetRanges != 0) {
        length = DEVICE_DSM_ROUND_UP(length, (ULONG)sizeof(LONGLONG));
        length += NumberOfDataSetRanges * (ULONG)sizeof(DEVICE_DSM_RANGE);
    }
    return length;
}
/* 0 where InputLength has no room for a range. */
FORCEINLINE ULONG DeviceDsmGetNumberOfDataSetRanges(_In_ PDEVICE_DSM_DEFINITION Definition, _In_ ULONG InputLength,
    _In_ ULONG ParameterBlockLength)
{
    ULONG taken = sizeof(DEVICE_DSM_INPUT);
    if (ParameterBlockLength != 0) {
        taken = DEVICE_DSM_ROUND_UP(taken, Definition->ParameterBlockAlignment) + ParameterBlockLength;
    }
    taken = DEVICE_DSM_ROUND_UP(taken, (ULONG)sizeof(LONGLONG));
    return InputLength > taken ? (InputLength - taken) / (ULONG)sizeof(DEVICE_DSM_RANGE) : 0;
}
FORCEINLINE VOID DeviceDsmInitializeInput(_In_ PDEVICE_DSM_DEFINITION Definition,
    _Out_writes_bytes_(InputLength) PDEVICE_DSM_INPUT Input, _In_ ULONG InputLength, _In_ ULONG Flags,
    _In_reads_bytes_opt_(ParameterBlockLength) PVOID Parameters, _In_ ULONG ParameterBlockLength)
{
    ULONG i;
    for (i = 0; i < InputLength; i++) {
        ((PUCHAR)Input)[i] = 0;
    }
    Input->Size = sizeof(*Input);
    Input->Action = Definition->Action;
    Input->Flags = Flags;
    if (ParameterBlockLength != 0) {
        Input->ParameterBlockOffset = DEVICE_DSM_ROUND_UP((ULONG)sizeof(*Input), Definition->ParameterBlockAlignment);
        Input->ParameterBlockLength = ParameterBlockLength;
        for (i = 0; Parameters != NULL && i < ParameterBlockLength; i++) {
            ((PUCHAR)DeviceDsmParameterBlock(Input))[i] = ((const UCHAR *)Parameters)[i];
        }
    }
}
/* FALSE where the request covers everything, takes one range only, or has no room for another. */
FORCEINLINE BOOLEAN DeviceDsmAddDataSetRange(_In_ PDEVICE_DSM_DEFINITION Definition, _Inout_ PDEVICE_DSM_INPUT Input,
    _In_ ULONG InputLength, _In_ LONGLONG Offset, _In_ ULONGLONG Length)
{
    ULONG begin, index;
    PDEVICE_DSM_RANGE range;
    if ((Input->Flags & DEVICE_DSM_FLAG_ENTIRE_DATA_SET_RANGE) != 0) {
        return FALSE;
    }
    if (Input->DataSetRangesLength == 0) {
        begin = Input->ParameterBlockLength == 0 ? (ULONG)sizeof(*Input)
                                                 : Input->ParameterBlockOffset + Input->ParameterBlockLength;
        Input->DataSetRangesOffset = DEVICE_DSM_ROUND_UP(begin, (ULONG)sizeof(LONGLONG));
    } else if (Definition->SingleRange) {
        return FALSE;
    }
    if (InputLength < Input->DataSetRangesOffset ||
        InputLength - Input->DataSetRangesOffset < Input->DataSetRangesLength ||
        InputLength - Input->DataSetRangesOffset - Input->DataSetRangesLength < sizeof(DEVICE_DSM_RANGE)) {
        return FALSE;
    }
    index = DeviceDsmNumberOfDataSetRanges(Input);
    range = DeviceDsmDataSetRanges(Input) + index;
    range->StartingOffset = Offset;
    range->LengthInBytes = Length;
    Input->DataSetRangesLength += sizeof(DEVICE_DSM_RANGE);
    return TRUE;
}
FORCEINLINE BOOLEAN DeviceDsmValidateInput(_In_ PDEVICE_DSM_DEFINITION Definition,
    _In_reads_bytes_(InputLength) PDEVICE_DSM_INPUT Input, _In_ ULONG InputLength)
{
    if (InputLength < sizeof(*Input) || Input->Size != sizeof(*Input) || Definition->Action != Input->Action) {
        return FALSE;
    }
    if (Definition->ParameterBlockLength != 0) {
        if (Input->ParameterBlockOffset == 0 || Input->ParameterBlockLength < Definition->ParameterBlockLength ||
            Input->ParameterBlockOffset % Definition->ParameterBlockAlignment != 0 ||
            Input->ParameterBlockOffset > InputLength ||
            InputLength - Input->ParameterBlockOffset < Input->ParameterBlockLength) {
            return FALSE;
        }
    }
    if ((Input->Flags & DEVICE_DSM_FLAG_ENTIRE_DATA_SET_RANGE) == 0) {
        if (Input->DataSetRangesOffset == 0 || Input->DataSetRangesLength == 0 ||
            Input->DataSetRangesOffset % sizeof(LONGLONG) != 0 ||
            Input->DataSetRangesLength % sizeof(DEVICE_DSM_RANGE) != 0 || Input->DataSetRangesOffset > InputLength ||
            InputLength - Input->DataSetRangesOffset < Input->DataSetRangesLength ||
            (Definition->SingleRange && Input->DataSetRangesLength != sizeof(DEVICE_DSM_RANGE))) {
            return FALSE;
        }
    } else if (Input->DataSetRangesOffset != 0 || Input->DataSetRangesLength != 0) {
        return FALSE;
    }
    return TRUE;
}

/* Reading an answer. */
FORCEINLINE ULONG DeviceDsmGetOutputLength(_In_ PDEVICE_DSM_DEFINITION Definition, _In_ ULONG OutputBlockLength)
{
    ULONG length = sizeof(DEVICE_DSM_OUTPUT);
    if (OutputBlockLength != 0) {
        length = DEVICE_DSM_ROUND_UP(length, Definition->OutputBlockAlignment) + OutputBlockLength;
    }
    return length;
}
FORCEINLINE ULONG DeviceDsmGetOutputBlockLength(_In_ PDEVICE_DSM_DEFINITION Definition, _In_ ULONG OutputLength)
{
    ULONG taken = sizeof(DEVICE_DSM_OUTPUT);
    if (Definition->OutputBlockAlignment != 0) {
        taken = DEVICE_DSM_ROUND_UP(taken, Definition->OutputBlockAlignment);
    }
    return OutputLength > taken ? OutputLength - taken : 0;
}
FORCEINLINE BOOLEAN DeviceDsmValidateOutputLength(_In_ PDEVICE_DSM_DEFINITION Definition, _In_ ULONG OutputLength)
{
    return OutputLength >= DeviceDsmGetOutputLength(Definition, Definition->OutputBlockLength);
}
FORCEINLINE VOID DeviceDsmInitializeOutput(_In_ PDEVICE_DSM_DEFINITION Definition,
    _Out_writes_bytes_(OutputLength) PDEVICE_DSM_OUTPUT Output, _In_ ULONG OutputLength, _In_ ULONG Flags)
{
    ULONG i;
    for (i = 0; i < OutputLength; i++) {
        ((PUCHAR)Output)[i] = 0;
    }
    Output->Size = sizeof(*Output);
    Output->Action = Definition->Action;
    Output->Flags = Flags;
    if (Definition->HasOutput) {
        Output->OutputBlockOffset = DEVICE_DSM_ROUND_UP((ULONG)sizeof(*Output), Definition->OutputBlockAlignment);
        Output->OutputBlockLength = DeviceDsmGetOutputBlockLength(Definition, OutputLength);
    }
}
FORCEINLINE BOOLEAN DeviceDsmValidateOutput(_In_ PDEVICE_DSM_DEFINITION Definition,
    _In_reads_bytes_(OutputLength) PDEVICE_DSM_OUTPUT Output, _In_ ULONG OutputLength)
{
    if (OutputLength < sizeof(*Output) || Output->Size != sizeof(*Output) || Output->Action != Definition->Action) {
        return FALSE;
    }
    if (Definition->HasOutput) {
        return Output->OutputBlockOffset != 0 && Output->OutputBlockLength >= Definition->OutputBlockLength &&
               Output->OutputBlockOffset % Definition->OutputBlockAlignment == 0 &&
               Output->OutputBlockOffset <= OutputLength &&
               OutputLength - Output->OutputBlockOffset >= Output->OutputBlockLength;
    }
    return TRUE;
}

#ifdef __cplusplus
}
#endif
#endif
