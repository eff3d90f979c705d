/* Log pages. Facts: mingw-w64; sizes and places as NVM Express has them. */
#ifndef WDK_NVME_LOG_H
#define WDK_NVME_LOG_H

#include <ntdef.h>
#include <guiddef.h>

#include "completion.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    NVME_LOG_PAGE_WCS_DEVICE_SMART_ATTRIBUTES = 192,
    NVME_LOG_PAGE_WCS_DEVICE_ERROR_RECOVERY,
} NVME_VENDOR_LOG_PAGES;
#define GUID_WCS_DEVICE_SMART_ATTRIBUTESGuid { 0x2810AFC5, 0xBFEA, 0xA4F2, { 0x9C, 0x4F, 0x6F, 0x7C, 0xC9, \
    0x14, 0xD5, 0xAF} }
DEFINE_GUID(GUID_WCS_DEVICE_SMART_ATTRIBUTES, 0x2810AFC5, 0xBFEA, 0xA4F2, 0x9C, 0x4F, 0x6F, 0x7C, 0xC9, 0x14, 0xD5,
    0xAF);
#define GUID_WCS_DEVICE_ERROR_RECOVERYGuid { 0x2131D944, 0x30FE, 0xAE34, {0xAB, 0x4D, 0xFD, 0x3D, 0xBA, \
    0x83, 0x19, 0x5A} }
DEFINE_GUID(GUID_WCS_DEVICE_ERROR_RECOVERY, 0x2131D944, 0x30FE, 0xAE34, 0xAB, 0x4D, 0xFD, 0x3D, 0xBA, 0x83, 0x19, 0x5A);
typedef struct _NVME_WCS_DEVICE_RESET_ACTION {
    union {
        struct {
            UCHAR ControllerReset : 1;
            UCHAR NVMeSubsystemReset : 1;
            UCHAR PCIeFLR : 1;
            UCHAR PERST : 1;
            UCHAR PowerCycle : 1;
            UCHAR PCIeConventionalHotReset : 1;
            UCHAR Reserved : 2;
        };
        UCHAR AsUCHAR;
    };
} NVME_WCS_DEVICE_RESET_ACTION, *PNVME_WCS_DEVICE_RESET_ACTION;
typedef struct _NVME_WCS_DEVICE_CAPABILITIES {
    union {
        struct {
            ULONG PanicAEN : 1;
            ULONG PanicCFS : 1;
            ULONG Reserved : 30;
        };
        ULONG AsULONG;
    };
} NVME_WCS_DEVICE_CAPABILITIES, *PNVME_WCS_DEVICE_CAPABILITIES;
typedef enum _NVME_WCS_DEVICE_RECOVERY_ACTION {
    NVMeDeviceRecoveryNoAction = 0,
    NVMeDeviceRecoveryFormatNVM,
    NVMeDeviceRecoveryVendorSpecificCommand,
    NVMeDeviceRecoveryVendorAnalysis,
    NVMeDeviceRecoveryDeviceReplacement,
    NVMeDeviceRecoverySanitize,
    NVMeDeviceRecoveryMax = 15,
} NVME_WCS_DEVICE_RECOVERY_ACTION, *PNVME_WCS_DEVICE_RECOVERY_ACTION;
#pragma pack(push, 1)
typedef struct _NVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG {
    UCHAR VersionSpecificData[494];
    USHORT LogPageVersionNumber;
    GUID LogPageGUID;
} NVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG, *PNVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG;
#pragma pack(pop)
#define NVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG_VERSION_2 0x0002
#pragma pack(push, 1)
typedef struct _NVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG_V2 {
    UCHAR MediaUnitsWritten[16];
    UCHAR MediaUnitsRead[16];
    struct {
        UCHAR RawCount[6];
        UCHAR Normalized[2];
    } BadUserNANDBlockCount;
    struct {
        UCHAR RawCount[6];
        UCHAR Normalized[2];
    } BadSystemNANDBlockCount;
    ULONGLONG XORRecoveryCount;
    ULONGLONG UnrecoverableReadErrorCount;
    ULONGLONG SoftECCErrorCount;
    struct {
        ULONG DetectedCounts;
        ULONG CorrectedCounts;
    } EndToEndCorrectionCounts;
    UCHAR PercentageSystemDataUsed;
    UCHAR RefreshCount[7];
    struct {
        ULONG MaximumCount;
        ULONG MinimumCount;
    } UserDataEraseCounts;
    struct {
        UCHAR EventCount;
        UCHAR Status;
    } ThermalThrottling;
    UCHAR Reserved0[6];
    ULONGLONG PCIeCorrectableErrorCount;
    ULONG IncompleteShutdownCount;
    ULONG Reserved1;
    UCHAR PercentageFreeBlocks;
    UCHAR Reserved2[7];
    USHORT CapacitorHealth;
    UCHAR Reserved3[6];
    ULONGLONG UnalignedIOCount;
    ULONGLONG SecurityVersionNumber;
    ULONGLONG NUSE;
    UCHAR PLPStartCount[16];
    UCHAR EnduranceEstimate[16];
    UCHAR Reserved4[302];
    USHORT LogPageVersionNumber;
    GUID LogPageGUID;
} NVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG_V2, *PNVME_WCS_DEVICE_SMART_ATTRIBUTES_LOG_V2;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _NVME_WCS_DEVICE_ERROR_RECOVERY_LOG {
    USHORT PanicResetWaitTime;
    NVME_WCS_DEVICE_RESET_ACTION PanicResetAction;
    UCHAR DriveRecoveryAction;
    ULONGLONG PanicId;
    NVME_WCS_DEVICE_CAPABILITIES DeviceCapabilitiesA;
    UCHAR VendorSpecificRecoveryCode;
    UCHAR Reserved0[3];
    ULONG VendorSpecificCommandCDW12;
    ULONG VendorSpecificCommandCDW13;
    UCHAR Reserved1[466];
    USHORT LogPageVersionNumber;
    GUID LogPageGUID;
} NVME_WCS_DEVICE_ERROR_RECOVERY_LOG, *PNVME_WCS_DEVICE_ERROR_RECOVERY_LOG;
#pragma pack(pop)
#define NVME_MAX_LOG_SIZE 0x1000
typedef enum {
    NVME_LOG_PAGE_ERROR_INFO = 1,
    NVME_LOG_PAGE_HEALTH_INFO,
    NVME_LOG_PAGE_FIRMWARE_SLOT_INFO,
    NVME_LOG_PAGE_CHANGED_NAMESPACE_LIST,
    NVME_LOG_PAGE_COMMAND_EFFECTS,
    NVME_LOG_PAGE_DEVICE_SELF_TEST,
    NVME_LOG_PAGE_TELEMETRY_HOST_INITIATED,
    NVME_LOG_PAGE_TELEMETRY_CTLR_INITIATED,
    NVME_LOG_PAGE_ENDURANCE_GROUP_INFORMATION,
    NVME_LOG_PAGE_PREDICTABLE_LATENCY_NVM_SET,
    NVME_LOG_PAGE_PREDICTABLE_LATENCY_EVENT_AGGREGATE,
    NVME_LOG_PAGE_ASYMMETRIC_NAMESPACE_ACCESS,
    NVME_LOG_PAGE_PERSISTENT_EVENT_LOG,
    NVME_LOG_PAGE_LBA_STATUS_INFORMATION,
    NVME_LOG_PAGE_ENDURANCE_GROUP_EVENT_AGGREGATE,
    NVME_LOG_PAGE_RESERVATION_NOTIFICATION = 128,
    NVME_LOG_PAGE_SANITIZE_STATUS,
    NVME_LOG_PAGE_CHANGED_ZONE_LIST = 191,
} NVME_LOG_PAGES;
typedef union {
    struct {
        ULONG LID : 8;
        ULONG Reserved0 : 8;
        ULONG NUMD : 12;
        ULONG Reserved1 : 4;
    };
    ULONG AsUlong;
} NVME_CDW10_GET_LOG_PAGE, *PNVME_CDW10_GET_LOG_PAGE;
typedef union {
    struct {
        ULONG LID : 8;
        ULONG LSP : 4;
        ULONG Reserved0 : 3;
        ULONG RAE : 1;
        ULONG NUMDL : 16;
    };
    ULONG AsUlong;
} NVME_CDW10_GET_LOG_PAGE_V13, *PNVME_CDW10_GET_LOG_PAGE_V13;
typedef union {
    struct {
        ULONG NUMDU : 16;
        ULONG LogSpecificIdentifier : 16;
    };
    ULONG AsUlong;
} NVME_CDW11_GET_LOG_PAGE, *PNVME_CDW11_GET_LOG_PAGE;
typedef struct {
    ULONG LPOL;
} NVME_CDW12_GET_LOG_PAGE, *PNVME_CDW12_GET_LOG_PAGE;
typedef struct {
    ULONG LPOU;
} NVME_CDW13_GET_LOG_PAGE, *PNVME_CDW13_GET_LOG_PAGE;
typedef union {
    struct {
        ULONG UUIDIndex : 7;
        ULONG Reserved : 17;
        ULONG CommandSetIdentifier : 8;
    };
    ULONG AsUlong;
} NVME_CDW14_GET_LOG_PAGE, *PNVME_CDW14_GET_LOG_PAGE;
typedef struct {
    ULONGLONG ErrorCount;
    USHORT SQID;
    USHORT CMDID;
    NVME_COMMAND_STATUS Status;
    struct {
        USHORT Byte : 8;
        USHORT Bit : 3;
        USHORT Reserved : 5;
    } ParameterErrorLocation;
    ULONGLONG Lba;
    ULONG NameSpace;
    UCHAR VendorInfoAvailable;
    UCHAR Reserved0[3];
    ULONGLONG CommandSpecificInfo;
    UCHAR Reserved1[24];
} NVME_ERROR_INFO_LOG, *PNVME_ERROR_INFO_LOG;
typedef struct {
    union {
        struct {
            UCHAR AvailableSpaceLow : 1;
            UCHAR TemperatureThreshold : 1;
            UCHAR ReliabilityDegraded : 1;
            UCHAR ReadOnly : 1;
            UCHAR VolatileMemoryBackupDeviceFailed : 1;
            UCHAR Reserved : 3;
        };
        UCHAR AsUchar;
    } CriticalWarning;
    UCHAR Temperature[2];
    UCHAR AvailableSpare;
    UCHAR AvailableSpareThreshold;
    UCHAR PercentageUsed;
    UCHAR Reserved0[26];
    UCHAR DataUnitRead[16];
    UCHAR DataUnitWritten[16];
    UCHAR HostReadCommands[16];
    UCHAR HostWrittenCommands[16];
    UCHAR ControllerBusyTime[16];
    UCHAR PowerCycle[16];
    UCHAR PowerOnHours[16];
    UCHAR UnsafeShutdowns[16];
    UCHAR MediaErrors[16];
    UCHAR ErrorInfoLogEntryCount[16];
    ULONG WarningCompositeTemperatureTime;
    ULONG CriticalCompositeTemperatureTime;
    USHORT TemperatureSensor1;
    USHORT TemperatureSensor2;
    USHORT TemperatureSensor3;
    USHORT TemperatureSensor4;
    USHORT TemperatureSensor5;
    USHORT TemperatureSensor6;
    USHORT TemperatureSensor7;
    USHORT TemperatureSensor8;
    UCHAR Reserved1[296];
} NVME_HEALTH_INFO_LOG, *PNVME_HEALTH_INFO_LOG;
#define NVME_TELEMETRY_DATA_BLOCK_SIZE 0x200
typedef struct _NVME_TELEMETRY_HOST_INITIATED_LOG {
    UCHAR LogIdentifier;
    UCHAR Reserved0[4];
    UCHAR OrganizationID[3];
    USHORT Area1LastBlock;
    USHORT Area2LastBlock;
    USHORT Area3LastBlock;
    UCHAR Reserved1[2];
    ULONG Area4LastBlock;
    UCHAR Reserved2[361];
    UCHAR HostInitiatedDataGenerationNumber;
    UCHAR ControllerInitiatedDataAvailable;
    UCHAR ControllerInitiatedDataGenerationNumber;
    UCHAR ReasonIdentifier[128];
} NVME_TELEMETRY_HOST_INITIATED_LOG, *PNVME_TELEMETRY_HOST_INITIATED_LOG;
typedef struct _NVME_TELEMETRY_CONTROLLER_INITIATED_LOG {
    UCHAR LogIdentifier;
    UCHAR Reserved0[4];
    UCHAR OrganizationID[3];
    USHORT Area1LastBlock;
    USHORT Area2LastBlock;
    USHORT Area3LastBlock;
    UCHAR Reserved1[2];
    ULONG Area4LastBlock;
    UCHAR Reserved2[362];
    UCHAR ControllerInitiatedDataAvailable;
    UCHAR ControllerInitiatedDataGenerationNumber;
    UCHAR ReasonIdentifier[128];
} NVME_TELEMETRY_CONTROLLER_INITIATED_LOG, *PNVME_TELEMETRY_CONTROLLER_INITIATED_LOG;
typedef struct {
    struct {
        UCHAR ActiveSlot : 3;
        UCHAR Reserved0 : 1;
        UCHAR PendingActivateSlot : 3;
        UCHAR Reserved1 : 1;
    } AFI;
    UCHAR Reserved0[7];
    ULONGLONG FRS[7];
    UCHAR Reserved1[448];
} NVME_FIRMWARE_SLOT_INFO_LOG, *PNVME_FIRMWARE_SLOT_INFO_LOG;
typedef struct {
    ULONG NSID[1024];
} NVME_CHANGED_NAMESPACE_LIST_LOG, *PNVME_CHANGED_NAMESPACE_LIST_LOG;
typedef struct {
    USHORT ZoneIdentifiersCount;
    UCHAR Reserved[6];
    ULONGLONG ZoneIdentifier[511];
} NVME_CHANGED_ZONE_LIST_LOG, *PNVME_CHANGED_ZONE_LIST_LOG;
typedef enum {
    NVME_COMMAND_EFFECT_SBUMISSION_EXECUTION_LIMIT_NONE = 0,
    NVME_COMMAND_EFFECT_SBUMISSION_EXECUTION_LIMIT_SINGLE_PER_NAMESPACE,
    NVME_COMMAND_EFFECT_SBUMISSION_EXECUTION_LIMIT_SINGLE_PER_CONTROLLER,
} NVME_COMMAND_EFFECT_SBUMISSION_EXECUTION_LIMITS;
typedef union {
    struct {
        ULONG CSUPP : 1;
        ULONG LBCC : 1;
        ULONG NCC : 1;
        ULONG NIC : 1;
        ULONG CCC : 1;
        ULONG Reserved0 : 11;
        ULONG CSE : 3;
        ULONG Reserved1 : 13;
    };
    ULONG AsUlong;
} NVME_COMMAND_EFFECTS_DATA, *PNVME_COMMAND_EFFECTS_DATA;
typedef struct {
    NVME_COMMAND_EFFECTS_DATA ACS[256];
    NVME_COMMAND_EFFECTS_DATA IOCS[256];
    UCHAR Reserved[2048];
} NVME_COMMAND_EFFECTS_LOG, *PNVME_COMMAND_EFFECTS_LOG;
#pragma pack(push, 1)
typedef struct {
    struct {
        UCHAR Result : 4;
        UCHAR CodeValue : 4;
    } Status;
    UCHAR SegmentNumber;
    struct {
        UCHAR NSIDValid : 1;
        UCHAR FLBAValid : 1;
        UCHAR SCTValid : 1;
        UCHAR SCValid : 1;
        UCHAR Reserved : 4;
    } ValidDiagnostics;
    UCHAR Reserved;
    ULONGLONG POH;
    ULONG NSID;
    ULONGLONG FailingLBA;
    struct {
        UCHAR AdditionalInfo : 3;
        UCHAR Reserved : 5;
    } StatusCodeType;
    UCHAR StatusCode;
    USHORT VendorSpecific;
} NVME_DEVICE_SELF_TEST_RESULT_DATA, *PNVME_DEVICE_SELF_TEST_RESULT_DATA;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct {
    struct {
        UCHAR Status : 4;
        UCHAR Reserved : 4;
    } CurrentOperation;
    struct {
        UCHAR CompletePercent : 7;
        UCHAR Reserved : 1;
    } CurrentCompletion;
    UCHAR Reserved[2];
    NVME_DEVICE_SELF_TEST_RESULT_DATA ResultData[20];
} NVME_DEVICE_SELF_TEST_LOG, *PNVME_DEVICE_SELF_TEST_LOG;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct {
    ULONG Reserved0;
    UCHAR AvailableSpareThreshold;
    UCHAR PercentageUsed;
    UCHAR Reserved1[26];
    UCHAR EnduranceEstimate[16];
    UCHAR DataUnitsRead[16];
    UCHAR DataUnitsWritten[16];
    UCHAR MediaUnitsWritten[16];
    UCHAR Reserved2[416];
} NVME_ENDURANCE_GROUP_LOG, *PNVME_ENDURANCE_GROUP_LOG;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct {
    UCHAR LogIdentifier;
    UCHAR Reserved0[3];
    ULONG TotalNumberOfEvents;
    ULONGLONG TotalLogLength;
    UCHAR LogRevision;
    UCHAR Reserved1;
    USHORT LogHeaderLength;
    ULONGLONG Timestamp;
    UCHAR PowerOnHours[16];
    ULONGLONG PowerCycleCount;
    USHORT PciVendorId;
    USHORT PciSubsystemVendorId;
    UCHAR SerialNumber[20];
    UCHAR ModelNumber[40];
    UCHAR NVMSubsystemNVMeQualifiedName[256];
    UCHAR Reserved[108];
    UCHAR SupportedEventsBitmap[32];
} NVME_PERSISTENT_EVENT_LOG_HEADER, *PNVME_PERSISTENT_EVENT_LOG_HEADER;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct {
    UCHAR EventType;
    UCHAR EventTypeRevision;
    UCHAR EventHeaderLength;
    UCHAR Reserved0;
    USHORT ControllerIdentifier;
    ULONGLONG EventTimestamp;
    UCHAR Reserved1[6];
    USHORT VendorSpecificInformationLength;
    USHORT EventLength;
} NVME_PERSISTENT_EVENT_LOG_EVENT_HEADER, *PNVME_PERSISTENT_EVENT_LOG_EVENT_HEADER;
#pragma pack(pop)
typedef enum {
    NVME_PERSISTENT_EVENT_TYPE_RESERVED0 = 0,
    NVME_PERSISTENT_EVENT_TYPE_SMART_HEALTH_LOG_SNAPSHOT,
    NVME_PERSISTENT_EVENT_TYPE_FIRMWARE_COMMIT,
    NVME_PERSISTENT_EVENT_TYPE_TIMESTAMP_CHANGE,
    NVME_PERSISTENT_EVENT_TYPE_POWER_ON_OR_RESET,
    NVME_PERSISTENT_EVENT_TYPE_NVM_SUBSYSTEM_HARDWARE_ERROR,
    NVME_PERSISTENT_EVENT_TYPE_CHANGE_NAMESPACE,
    NVME_PERSISTENT_EVENT_TYPE_FORMAT_NVM_START,
    NVME_PERSISTENT_EVENT_TYPE_FORMAT_NVM_COMPLETION,
    NVME_PERSISTENT_EVENT_TYPE_SANITIZE_START,
    NVME_PERSISTENT_EVENT_TYPE_SANITIZE_COMPLETION,
    NVME_PERSISTENT_EVENT_TYPE_SET_FEATURE,
    NVME_PERSISTENT_EVENT_TYPE_TELEMETRY_LOG_CREATED,
    NVME_PERSISTENT_EVENT_TYPE_THERMAL_EXCURSION,
    NVME_PERSISTENT_EVENT_TYPE_RESERVED1_BEGIN,
    NVME_PERSISTENT_EVENT_TYPE_RESERVED1_END = 221,
    NVME_PERSISTENT_EVENT_TYPE_VENDOR_SPECIFIC_EVENT,
    NVME_PERSISTENT_EVENT_TYPE_TCG_DEFINED,
    NVME_PERSISTENT_EVENT_TYPE_RESERVED2_BEGIN,
    NVME_PERSISTENT_EVENT_TYPE_RESERVED2_END = 255,
    NVME_PERSISTENT_EVENT_TYPE_MAX = 255,
} NVME_PERSISTENT_EVENT_LOG_EVENT_TYPES;
typedef enum {
    NVME_RESERVATION_NOTIFICATION_TYPE_EMPTY_LOG_PAGE = 0,
    NVME_RESERVATION_NOTIFICATION_TYPE_REGISTRATION_PREEMPTED,
    NVME_RESERVATION_NOTIFICATION_TYPE_REGISTRATION_RELEASED,
    NVME_RESERVATION_NOTIFICATION_TYPE_RESERVATION_PREEPMPTED,
} NVME_RESERVATION_NOTIFICATION_TYPES;
typedef struct {
    ULONGLONG LogPageCount;
    UCHAR LogPageType;
    UCHAR AvailableLogPageCount;
    UCHAR Reserved0[2];
    ULONG NameSpaceId;
    UCHAR Reserved1[48];
} NVME_RESERVATION_NOTIFICATION_LOG, *PNVME_RESERVATION_NOTIFICATION_LOG;
typedef enum {
    NVME_SANITIZE_OPERATION_NONE = 0,
    NVME_SANITIZE_OPERATION_SUCCEEDED,
    NVME_SANITIZE_OPERATION_IN_PROGRESS,
    NVME_SANITIZE_OPERATION_FAILED,
    NVME_SANITIZE_OPERATION_SUCCEEDED_WITH_FORCED_DEALLOCATION,
} NVME_SANITIZE_OPERATION_STATUS, *PNVME_SANITIZE_OPERATION_STATUS;
typedef struct {
    USHORT MostRecentSanitizeOperationStatus : 3;
    USHORT NumberCompletedPassesOfOverwrite : 4;
    USHORT GlobalDataErased : 1;
    USHORT Reserved : 8;
} NVME_SANITIZE_STATUS, *PNVME_SANITIZE_STATUS;
typedef struct {
    USHORT SPROG;
    NVME_SANITIZE_STATUS SSTAT;
    ULONG SCDW10;
    ULONG EstimatedTimeForOverwrite;
    ULONG EstimatedTimeForBlockErase;
    ULONG EstimatedTimeForCryptoErase;
    ULONG EstimatedTimeForOverwriteWithNoDeallocateMediaModification;
    ULONG EstimatedTimeForBlockEraseWithNoDeallocateMediaModification;
    ULONG EstimatedTimeForCryptoEraseWithNoDeallocateMediaModification;
    UCHAR Reserved[480];
} NVME_SANITIZE_STATUS_LOG, *PNVME_SANITIZE_STATUS_LOG;

#ifdef __cplusplus
}
#endif
#endif
