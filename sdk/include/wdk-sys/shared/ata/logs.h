/*
 * General purpose logs of ATA devices. Facts: ACS-4; names as in mingw-w64.
 */
#ifndef WDK_ATA_LOGS_H
#define WDK_ATA_LOGS_H

#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma pack(push, 1)
#pragma pack(push, 1)
typedef struct _IDENTIFY_DEVICE_DATA_LOG_PAGE_HEADER {
    ULONGLONG RevisionNumber : 16;
    ULONGLONG PageNumber : 8;
    ULONGLONG Reserved : 39;
    ULONGLONG Valid : 1;
} IDENTIFY_DEVICE_DATA_LOG_PAGE_HEADER, *PIDENTIFY_DEVICE_DATA_LOG_PAGE_HEADER;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _IDENTIFY_DEVICE_DATA_LOG_PAGE_SUPPORTED_CAPABILITIES {
    IDENTIFY_DEVICE_DATA_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG WRV : 1;
        ULONGLONG WriteUncorrectable : 1;
        ULONGLONG GplDma : 1;
        ULONGLONG DmMode3 : 1;
        ULONGLONG FreeFall : 1;
        ULONGLONG SenseData : 1;
        ULONGLONG EPC : 1;
        ULONGLONG SmartErrorLogging : 1;
        ULONGLONG SmartSelfTest : 1;
        ULONGLONG Reserved9 : 1;
        ULONGLONG Streaming : 1;
        ULONGLONG GPL : 1;
        ULONGLONG WriteFuaExt : 1;
        ULONGLONG Unload : 1;
        ULONGLONG DownloadMicrocode : 1;
        ULONGLONG Reserved15ForCFA : 1;
        ULONGLONG APM : 1;
        ULONGLONG PUIS : 1;
        ULONGLONG SpinUp : 1;
        ULONGLONG Reserved19 : 1;
        ULONGLONG Cmd48Bit : 1;
        ULONGLONG Reserved21 : 1;
        ULONGLONG FlushCacheExt : 1;
        ULONGLONG Smart : 1;
        ULONGLONG VolatileWriteCache : 1;
        ULONGLONG ReadLookahead : 1;
        ULONGLONG Reserved26 : 1;
        ULONGLONG WriteBuffer : 1;
        ULONGLONG ReadBuffer : 1;
        ULONGLONG NOP : 1;
        ULONGLONG Reserved30 : 1;
        ULONGLONG RZAT : 1;
        ULONGLONG Cmd28bit : 1;
        ULONGLONG DownloadMicrocodeDma : 1;
        ULONGLONG Reserved34 : 1;
        ULONGLONG WriteBufferDma : 1;
        ULONGLONG ReadBufferDma : 1;
        ULONGLONG Reserved37 : 1;
        ULONGLONG LpsMisalignmentReporting : 1;
        ULONGLONG DRAT : 1;
        ULONGLONG Reserved40ForCFA : 1;
        ULONGLONG AmaxAddr : 1;
        ULONGLONG SetEpcPowerSource : 1;
        ULONGLONG LowPowerStandby : 1;
        ULONGLONG DSN : 1;
        ULONGLONG RequestSenseDeviceFault : 1;
        ULONGLONG Reserved : 17;
        ULONGLONG Valid : 1;
    } SupportedCapabilities;
    struct {
        ULONGLONG DmMinTransferSize : 16;
        ULONGLONG DmMaxTransferSize : 16;
        ULONGLONG DmOffsetsImmediateSupported : 1;
        ULONGLONG DmImmediateSupported : 1;
        ULONGLONG DmOffsetsDeferredSupported : 1;
        ULONGLONG Reserved : 28;
        ULONGLONG Valid : 1;
    } DownloadMicrocodeCapabilities;
    struct {
        ULONGLONG Rate : 16;
        ULONGLONG Reserved : 47;
        ULONGLONG Valid : 1;
    } NominalMediaRotationRate;
    struct {
        ULONGLONG Factor : 4;
        ULONGLONG Reserved : 59;
        ULONGLONG Valid : 1;
    } NominalFormFactor;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 31;
        ULONGLONG Valid : 1;
    } WRVSectorCountMode3;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 31;
        ULONGLONG Valid : 1;
    } WRVSectorCountMode2;
    struct {
        ULONGLONG Name;
        ULONGLONG Reserved : 63;
        ULONGLONG Valid : 1;
    } WorldWideName;
    struct {
        ULONGLONG TrimSupported : 1;
        ULONGLONG Reserved : 62;
        ULONGLONG Valid : 1;
    } DataSetManagement;
    struct {
        ULONGLONG UtilizationA : 32;
        ULONGLONG UtilizationB : 32;
        ULONGLONG Reserved0 : 32;
        ULONGLONG UtilizationInterval : 8;
        ULONGLONG UtilizationUnit : 8;
        ULONGLONG UtilizationType : 8;
        ULONGLONG Reserved1 : 7;
        ULONGLONG Valid : 1;
    } UtilizationPerUnitTime;
    struct {
        ULONGLONG DateTimeRateBasisSupported : 1;
        ULONGLONG Reserved0 : 3;
        ULONGLONG PowerOnHoursRateBasisSupported : 1;
        ULONGLONG Reserved1 : 3;
        ULONGLONG SincePowerOnRateBasisSupported : 1;
        ULONGLONG Reserved2 : 14;
        ULONGLONG SettingRateBasisSupported : 1;
        ULONGLONG Reserved3 : 39;
        ULONGLONG Valid : 1;
    } UtilizationUsageRateSupport;
    struct {
        ULONGLONG Zoned : 2;
        ULONGLONG Reserved : 61;
        ULONGLONG Valid : 1;
    } ZonedCapabilities;
    struct {
        ULONGLONG ReportZonesExtSupported : 1;
        ULONGLONG NonDataOpenZoneExtSupported : 1;
        ULONGLONG NonDataCloseZoneExtSupported : 1;
        ULONGLONG NonDataFinishZoneExtSupported : 1;
        ULONGLONG NonDataResetWritePointersExtSupported : 1;
        ULONGLONG Reserved : 58;
        ULONGLONG Valid : 1;
    } SupportedZacCapabilities;
    UCHAR Reserved[392];
} IDENTIFY_DEVICE_DATA_LOG_PAGE_SUPPORTED_CAPABILITIES, *PIDENTIFY_DEVICE_DATA_LOG_PAGE_SUPPORTED_CAPABILITIES;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _IDENTIFY_DEVICE_DATA_LOG_PAGE_ZONED_DEVICE_INFO {
    IDENTIFY_DEVICE_DATA_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG URSWRZ : 1;
        ULONGLONG Reserved : 62;
        ULONGLONG Valid : 1;
    } ZonedDeviceCapabilities;
    struct {
        ULONGLONG Reserved : 63;
        ULONGLONG Valid : 1;
    } ZonedDeviceSettings;
    struct {
        ULONGLONG Number : 32;
        ULONGLONG Reserved : 31;
        ULONGLONG Valid : 1;
    } OptimalNumberOfOpenSequentialWritePreferredZones;
    struct {
        ULONGLONG Number : 32;
        ULONGLONG Reserved : 31;
        ULONGLONG Valid : 1;
    } OptimalNumberOfNonSequentiallyWrittenSequentialWritePreferredZones;
    struct {
        ULONGLONG Number : 32;
        ULONGLONG Reserved : 31;
        ULONGLONG Valid : 1;
    } MaxNumberOfOpenSequentialWriteRequiredZones;
    struct {
        ULONGLONG ZacMinorVersion : 16;
        ULONGLONG Reserved0 : 47;
        ULONGLONG Valid : 1;
    } Version;
    UCHAR Reserved[456];
} IDENTIFY_DEVICE_DATA_LOG_PAGE_ZONED_DEVICE_INFO, *PIDENTIFY_DEVICE_DATA_LOG_PAGE_ZONED_DEVICE_INFO;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _CURRENT_DEVICE_INTERNAL_STATUS_LOG {
    UCHAR LogAddress;
    UCHAR Reserved0[3];
    ULONG OrganizationID;
    USHORT Area1LastLogPage;
    USHORT Area2LastLogPage;
    USHORT Area3LastLogPage;
    UCHAR Reserved2[368];
    UCHAR SavedDataAvailable;
    UCHAR SavedDataGenerationNumber;
    UCHAR ReasonIdentifier[128];
} CURRENT_DEVICE_INTERNAL_STATUS_LOG, *PCURRENT_DEVICE_INTERNAL_STATUS_LOG;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _SAVED_DEVICE_INTERNAL_STATUS_LOG {
    UCHAR LogAddress;
    UCHAR Reserved0[3];
    ULONG OrganizationID;
    USHORT Area1LastLogPage;
    USHORT Area2LastLogPage;
    USHORT Area3LastLogPage;
    UCHAR Reserved2[368];
    UCHAR SavedDataAvailable;
    UCHAR GenerationNumber;
    UCHAR ReasonIdentifier[128];
} SAVED_DEVICE_INTERNAL_STATUS_LOG, *PSAVED_DEVICE_INTERNAL_STATUS_LOG;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _DEVICE_STATISTICS_LOG_PAGE_HEADER {
    ULONGLONG RevisionNumber : 16;
    ULONGLONG PageNumber : 8;
    ULONGLONG Reserved : 40;
} DEVICE_STATISTICS_LOG_PAGE_HEADER, *PDEVICE_STATISTICS_LOG_PAGE_HEADER;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_SUPPORTED_DEVICE_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    UCHAR NumberOfEntries;
    UCHAR LogPageNumbers[503];
} GP_LOG_SUPPORTED_DEVICE_STATISTICS, *PGP_LOG_SUPPORTED_DEVICE_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_GENERAL_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } LifeTimePoweronResets;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } PoweronHours;
    struct {
        ULONGLONG Count : 48;
        ULONGLONG Reserved : 8;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } LogicalSectorsWritten;
    struct {
        ULONGLONG Count : 48;
        ULONGLONG Reserved : 8;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } WriteCommandCount;
    struct {
        ULONGLONG Count : 48;
        ULONGLONG Reserved : 8;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } LogicalSectorsRead;
    struct {
        ULONGLONG Count : 48;
        ULONGLONG Reserved : 8;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } ReadCommandCount;
    struct {
        ULONGLONG TimeStamp : 48;
        ULONGLONG Reserved : 8;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } DateAndTime;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } PendingErrorCount;
    struct {
        ULONGLONG Value : 16;
        ULONGLONG Reserved : 40;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } WorkloadUtilizaton;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved0 : 28;
        ULONGLONG RateBasis : 4;
        ULONGLONG RateValidity : 8;
        ULONGLONG Reserved1 : 8;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } UtilizationUsageRate;
    UCHAR Reserved[424];
} GP_LOG_GENERAL_STATISTICS, *PGP_LOG_GENERAL_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_FREE_FALL_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberofFreeFallEventsDetected;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } OverlimitShockEvents;
    UCHAR Reserved[488];
} GP_LOG_FREE_FALL_STATISTICS, *PGP_LOG_FREE_FALL_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_ROTATING_MEDIA_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } SpindleMotorPoweronHours;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } HeadFlyingHours;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } HeadLoadEvents;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfReallocatedLogicalSectors;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } ReadRecoveryAttempts;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfMechanicalStartFailures;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfReallocationCandidateLogicalSectors;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfHighPriorityUnloadEvents;
    UCHAR Reserved[440];
} GP_LOG_ROTATING_MEDIA_STATISTICS, *PGP_LOG_ROTATING_MEDIA_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_GENERAL_ERROR_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfReportedUncorrectableErrors;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfResetsBetweenCommandAcceptanceAndCommandCompletion;
    UCHAR Reserved[488];
} GP_LOG_GENERAL_ERROR_STATISTICS, *PGP_LOG_GENERAL_ERROR_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_TEMPERATURE_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } CurrentTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } AverageShortTermTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } AverageLongTermTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } HighestTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } LowestTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } HighestAverageShortTermTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } LowestAverageShortTermTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } HighstAverageLongTermTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } LowestAverageLongTermTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } TimeInOverTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } SpecifiedMaximumOperatingTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } TimeInUnderTemperature;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } SpecifiedMinimumOperatingTemperature;
    UCHAR Reserved[400];
} GP_LOG_TEMPERATURE_STATISTICS, *PGP_LOG_TEMPERATURE_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_TRANSPORT_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Count : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfHardwareResets;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfAsrEvents;
    struct {
        ULONGLONG Count : 32;
        ULONGLONG Reserved : 24;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } NumberOfInterfaceCrcErrors;
    UCHAR Reserved[480];
} GP_LOG_TRANSPORT_STATISTICS, *PGP_LOG_TRANSPORT_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_SOLID_STATE_DEVICE_STATISTICS {
    DEVICE_STATISTICS_LOG_PAGE_HEADER Header;
    struct {
        ULONGLONG Value : 8;
        ULONGLONG Reserved : 48;
        ULONGLONG ReservedFlags : 3;
        ULONGLONG MonitoredConditionMet : 1;
        ULONGLONG StatisticsSupportsDsn : 1;
        ULONGLONG Normalized : 1;
        ULONGLONG ValidValue : 1;
        ULONGLONG Supported : 1;
    } PercentageUsedEnduranceIndicator;
    UCHAR Reserved[496];
} GP_LOG_SOLID_STATE_DEVICE_STATISTICS, *PGP_LOG_SOLID_STATE_DEVICE_STATISTICS;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_NCQ_COMMAND_ERROR {
    UCHAR NcqTag : 5;
    UCHAR Reserved0 : 1;
    UCHAR UNL : 1;
    UCHAR NonQueuedCmd : 1;
    UCHAR Reserved1;
    UCHAR Status;
    UCHAR Error;
    UCHAR LBA7_0;
    UCHAR LBA15_8;
    UCHAR LBA23_16;
    UCHAR Device;
    UCHAR LBA31_24;
    UCHAR LBA39_32;
    UCHAR LBA47_40;
    UCHAR Reserved2;
    UCHAR Count7_0;
    UCHAR Count15_8;
    UCHAR SenseKey;
    UCHAR ASC;
    UCHAR ASCQ;
    UCHAR Reserved3[239];
    UCHAR Vendor[255];
    UCHAR Checksum;
} GP_LOG_NCQ_COMMAND_ERROR, *PGP_LOG_NCQ_COMMAND_ERROR;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_NCQ_NON_DATA {
    struct {
        ULONG AbortNcq : 1;
        ULONG AbortAll : 1;
        ULONG AbortStreaming : 1;
        ULONG AbortNonStreaming : 1;
        ULONG AbortSelectedTTag : 1;
        ULONG Reserved : 27;
    } SubCmd0;
    struct {
        ULONG DeadlineHandling : 1;
        ULONG WriteDataNotContinue : 1;
        ULONG ReadDataNotContinue : 1;
        ULONG Reserved : 29;
    } SubCmd1;
    struct {
        ULONG HybridDemoteBySize : 1;
        ULONG Reserved : 31;
    } SubCmd2;
    struct {
        ULONG HybridChangeByLbaRange : 1;
        ULONG Reserved : 31;
    } SubCmd3;
    struct {
        ULONG HybridControl : 1;
        ULONG Reserved : 31;
    } SubCmd4;
    struct {
        ULONG Reserved : 32;
    } SubCmd5;
    struct {
        ULONG Reserved : 32;
    } SubCmd6;
    struct {
        ULONG Reserved : 32;
    } SubCmd7;
    struct {
        ULONG Reserved : 32;
    } SubCmd8;
    struct {
        ULONG Reserved : 32;
    } SubCmd9;
    struct {
        ULONG Reserved : 32;
    } SubCmdA;
    struct {
        ULONG Reserved : 32;
    } SubCmdB;
    struct {
        ULONG Reserved : 32;
    } SubCmdC;
    struct {
        ULONG Reserved : 32;
    } SubCmdD;
    struct {
        ULONG Reserved : 32;
    } SubCmdE;
    struct {
        ULONG Reserved : 32;
    } SubCmdF;
    ULONG Reserved[112];
} GP_LOG_NCQ_NON_DATA, *PGP_LOG_NCQ_NON_DATA;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_NCQ_SEND_RECEIVE {
    struct {
        ULONG DataSetManagement : 1;
        ULONG HybridEvict : 1;
        ULONG Reserved : 30;
    } SubCmd;
    struct {
        ULONG Trim : 1;
        ULONG Reserved : 31;
    } DataSetManagement;
    ULONG Reserved[126];
} GP_LOG_NCQ_SEND_RECEIVE, *PGP_LOG_NCQ_SEND_RECEIVE;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_HYBRID_INFORMATION_HEADER {
    USHORT HybridInfoDescrCount : 4;
    USHORT Reserved0 : 12;
    UCHAR Enabled;
    UCHAR HybridHealth;
    UCHAR DirtyLowThreshold;
    UCHAR DirtyHighThreshold;
    UCHAR OptimalWriteGranularity;
    UCHAR MaximumHybridPriorityLevel : 4;
    UCHAR Reserved1 : 4;
    UCHAR PowerCondidtion;
    UCHAR CachingMediumEnabled;
    struct {
        UCHAR MaximumPriorityBehavior : 1;
        UCHAR SupportCacheBehavior : 1;
        UCHAR Reserved : 6;
    } SupportedOptions;
    UCHAR Reserved2;
    ULONG TimeSinceEnabled;
    ULONGLONG NVMSize;
    ULONGLONG EnableCount;
    USHORT MaximumEvictionCommands : 5;
    USHORT Reserved3 : 11;
    USHORT MaximumEvictionDataBlocks;
    UCHAR Reserved[28];
} GP_LOG_HYBRID_INFORMATION_HEADER, *PGP_LOG_HYBRID_INFORMATION_HEADER;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_HYBRID_INFORMATION_DESCRIPTOR {
    UCHAR HybridPriority;
    UCHAR ConsumedNVMSizeFraction;
    UCHAR ConsumedMappingResourcesFraction;
    UCHAR ConsumedNVMSizeForDirtyDataFraction;
    UCHAR ConsumedMappingResourcesForDirtyDataFraction;
    UCHAR Reserved[11];
} GP_LOG_HYBRID_INFORMATION_DESCRIPTOR, *PGP_LOG_HYBRID_INFORMATION_DESCRIPTOR;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct _GP_LOG_HYBRID_INFORMATION {
    GP_LOG_HYBRID_INFORMATION_HEADER Header;
    GP_LOG_HYBRID_INFORMATION_DESCRIPTOR Descriptor[0];
} GP_LOG_HYBRID_INFORMATION, *PGP_LOG_HYBRID_INFORMATION;
#pragma pack(pop)
#define CURRENT_DEVICE_INTERNAL_STATUS_DATA_LOG_ADDRESS 0x24
#define SAVED_DEVICE_INTERNAL_STATUS_DATA_LOG_ADDRESS 0x25
#pragma pack(pop)

#ifdef __cplusplus
}
#endif
#endif
