/*
 * Storport's logs: system events, trace events, telemetry, live dumps. Inline as those of extended.h. Facts: the public reference
 * (storport.h), layouts in public symbols.
 */
#ifndef WDK_STORPORT_TELEMETRY_H
#define WDK_STORPORT_TELEMETRY_H

#include "services.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The system's event log. */
typedef enum _STOR_EVENT_ASSOCIATION_ENUM {
    StorEventAdapterAssociation = 0,
    StorEventLunAssociation,
    StorEventTargetAssociation,
    StorEventInvalidAssociation
} STOR_EVENT_ASSOCIATION_ENUM, *PSTOR_EVENT_ASSOCIATION_ENUM;
#define STOR_CURRENT_LOG_INTERFACE_REVISION 1
typedef struct _STOR_LOG_EVENT_DETAILS {
    ULONG InterfaceRevision;
    ULONG Size;
    ULONG Flags;
    STOR_EVENT_ASSOCIATION_ENUM EventAssociation;
    ULONG PathId;
    ULONG TargetId;
    ULONG LunId;
    BOOLEAN StorportSpecificErrorCode;
    ULONG ErrorCode;
    ULONG UniqueId;
    ULONG DumpDataSize;
    PVOID DumpData;
    ULONG StringCount;
    PWSTR *StringList;
} STOR_LOG_EVENT_DETAILS, *PSTOR_LOG_EVENT_DETAILS;
FORCEINLINE ULONG StorPortLogSystemEvent(_In_ PVOID HwDeviceExtension, _Inout_ PSTOR_LOG_EVENT_DETAILS LogDetails,
    _Inout_ PULONG MaximumSize)
{
    return StorPortExtendedFunction(ExtFunctionLogSystemEvent, HwDeviceExtension, LogDetails, MaximumSize);
}

/* Trace events. Descriptions and names are no longer than the limits, without the terminator. */
#define STORPORT_ETW_MAX_DESCRIPTION_LENGTH 32
#define STORPORT_ETW_MAX_PARAM_NAME_LENGTH 16
#define STORPORT_ETW_EVENT_KEYWORD_IO 0x01
#define STORPORT_ETW_EVENT_KEYWORD_PERFORMANCE 0x02
#define STORPORT_ETW_EVENT_KEYWORD_POWER 0x04
#define STORPORT_ETW_EVENT_KEYWORD_ENUMERATION 0x08
#define STORPORT_ETW_EVENT_KEYWORD_COMMAND_TRACE 0x10
typedef enum _STORPORT_ETW_EVENT_CHANNEL {
    StorportEtwEventDiagnostic = 0,
    StorportEtwEventOperational = 1,
    StorportEtwEventHealth = 2
} STORPORT_ETW_EVENT_CHANNEL, *PSTORPORT_ETW_EVENT_CHANNEL;
typedef enum _STORPORT_ETW_LEVEL {
    StorportEtwLevelLogAlways = 0,
    StorportEtwLevelCritical = 1,
    StorportEtwLevelError = 2,
    StorportEtwLevelWarning = 3,
    StorportEtwLevelInformational = 4,
    StorportEtwLevelVerbose = 5,
    StorportEtwLevelMax = StorportEtwLevelVerbose
} STORPORT_ETW_LEVEL, *PSTORPORT_ETW_LEVEL;
typedef enum _STORPORT_ETW_EVENT_OPCODE {
    StorportEtwEventOpcodeInfo = 0,
    StorportEtwEventOpcodeStart = 1,
    StorportEtwEventOpcodeStop = 2,
    StorportEtwEventOpcodeDC_Start = 3,
    StorportEtwEventOpcodeDC_Stop = 4,
    StorportEtwEventOpcodeExtension = 5,
    StorportEtwEventOpcodeReply = 6,
    StorportEtwEventOpcodeResume = 7,
    StorportEtwEventOpcodeSuspend = 8,
    StorportEtwEventOpcodeSend = 9,
    StorportEtwEventOpcodeReceive = 240
} STORPORT_ETW_EVENT_OPCODE, *PSTORPORT_ETW_EVENT_OPCODE;
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortEtwEvent2(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address, _In_ ULONG EventId,
    _In_ PWSTR EventDescription, _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel,
    _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode, _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_opt_ PWSTR Parameter1Name,
    _In_ ULONGLONG Parameter1Value, _In_opt_ PWSTR Parameter2Name, _In_ ULONGLONG Parameter2Value)
{
    return StorPortExtendedFunction(ExtFunctionMiniportEtwEvent2, HwDeviceExtension, Address, EventId,
        EventDescription, EventKeywords, EventLevel, EventOpcode, Srb, Parameter1Name, Parameter1Value,
        Parameter2Name, Parameter2Value);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortEtwEvent4(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address, _In_ ULONG EventId,
    _In_ PWSTR EventDescription, _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel,
    _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode, _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_opt_ PWSTR Parameter1Name,
    _In_ ULONGLONG Parameter1Value, _In_opt_ PWSTR Parameter2Name, _In_ ULONGLONG Parameter2Value,
    _In_opt_ PWSTR Parameter3Name, _In_ ULONGLONG Parameter3Value, _In_opt_ PWSTR Parameter4Name,
    _In_ ULONGLONG Parameter4Value)
{
    return StorPortExtendedFunction(ExtFunctionMiniportEtwEvent4, HwDeviceExtension, Address, EventId,
        EventDescription, EventKeywords, EventLevel, EventOpcode, Srb, Parameter1Name, Parameter1Value,
        Parameter2Name, Parameter2Value, Parameter3Name, Parameter3Value, Parameter4Name, Parameter4Value);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortEtwEvent8(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address, _In_ ULONG EventId,
    _In_ PWSTR EventDescription, _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel,
    _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode, _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_opt_ PWSTR Parameter1Name,
    _In_ ULONGLONG Parameter1Value, _In_opt_ PWSTR Parameter2Name, _In_ ULONGLONG Parameter2Value,
    _In_opt_ PWSTR Parameter3Name, _In_ ULONGLONG Parameter3Value, _In_opt_ PWSTR Parameter4Name,
    _In_ ULONGLONG Parameter4Value, _In_opt_ PWSTR Parameter5Name, _In_ ULONGLONG Parameter5Value,
    _In_opt_ PWSTR Parameter6Name, _In_ ULONGLONG Parameter6Value, _In_opt_ PWSTR Parameter7Name,
    _In_ ULONGLONG Parameter7Value, _In_opt_ PWSTR Parameter8Name, _In_ ULONGLONG Parameter8Value)
{
    return StorPortExtendedFunction(ExtFunctionMiniportEtwEvent8, HwDeviceExtension, Address, EventId,
        EventDescription, EventKeywords, EventLevel, EventOpcode, Srb, Parameter1Name, Parameter1Value,
        Parameter2Name, Parameter2Value, Parameter3Name, Parameter3Value, Parameter4Name, Parameter4Value,
        Parameter5Name, Parameter5Value, Parameter6Name, Parameter6Value, Parameter7Name, Parameter7Value,
        Parameter8Name, Parameter8Value);
}
FORCEINLINE ULONG StorPortEtwChannelEvent2(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ STORPORT_ETW_EVENT_CHANNEL EventChannel, _In_ ULONG EventId, _In_ PWSTR EventDescription,
    _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel, _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode,
    _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_opt_ PWSTR Parameter1Name, _In_ ULONGLONG Parameter1Value,
    _In_opt_ PWSTR Parameter2Name, _In_ ULONGLONG Parameter2Value)
{
    return StorPortExtendedFunction(ExtFunctionMiniportChannelEtwEvent2, HwDeviceExtension, Address, EventChannel,
        EventId, EventDescription, EventKeywords, EventLevel, EventOpcode, Srb, Parameter1Name, Parameter1Value,
        Parameter2Name, Parameter2Value);
}
FORCEINLINE ULONG StorPortEtwChannelEvent4(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ STORPORT_ETW_EVENT_CHANNEL EventChannel, _In_ ULONG EventId, _In_ PWSTR EventDescription,
    _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel, _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode,
    _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_opt_ PWSTR Parameter1Name, _In_ ULONGLONG Parameter1Value,
    _In_opt_ PWSTR Parameter2Name, _In_ ULONGLONG Parameter2Value, _In_opt_ PWSTR Parameter3Name,
    _In_ ULONGLONG Parameter3Value, _In_opt_ PWSTR Parameter4Name, _In_ ULONGLONG Parameter4Value)
{
    return StorPortExtendedFunction(ExtFunctionMiniportChannelEtwEvent4, HwDeviceExtension, Address, EventChannel,
        EventId, EventDescription, EventKeywords, EventLevel, EventOpcode, Srb, Parameter1Name, Parameter1Value,
        Parameter2Name, Parameter2Value, Parameter3Name, Parameter3Value, Parameter4Name, Parameter4Value);
}
FORCEINLINE ULONG StorPortEtwChannelEvent8(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ STORPORT_ETW_EVENT_CHANNEL EventChannel, _In_ ULONG EventId, _In_ PWSTR EventDescription,
    _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel, _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode,
    _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_opt_ PWSTR Parameter1Name, _In_ ULONGLONG Parameter1Value,
    _In_opt_ PWSTR Parameter2Name, _In_ ULONGLONG Parameter2Value, _In_opt_ PWSTR Parameter3Name,
    _In_ ULONGLONG Parameter3Value, _In_opt_ PWSTR Parameter4Name, _In_ ULONGLONG Parameter4Value,
    _In_opt_ PWSTR Parameter5Name, _In_ ULONGLONG Parameter5Value, _In_opt_ PWSTR Parameter6Name,
    _In_ ULONGLONG Parameter6Value, _In_opt_ PWSTR Parameter7Name, _In_ ULONGLONG Parameter7Value,
    _In_opt_ PWSTR Parameter8Name, _In_ ULONGLONG Parameter8Value)
{
    return StorPortExtendedFunction(ExtFunctionMiniportChannelEtwEvent8, HwDeviceExtension, Address, EventChannel,
        EventId, EventDescription, EventKeywords, EventLevel, EventOpcode, Srb, Parameter1Name, Parameter1Value,
        Parameter2Name, Parameter2Value, Parameter3Name, Parameter3Value, Parameter4Name, Parameter4Value,
        Parameter5Name, Parameter5Value, Parameter6Name, Parameter6Value, Parameter7Name, Parameter7Value,
        Parameter8Name, Parameter8Value);
}
FORCEINLINE ULONG StorPortEtwLogByteStream(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ STORPORT_ETW_EVENT_CHANNEL EventChannel, _In_ ULONG EventId, _In_ PWSTR EventDescription,
    _In_ ULONGLONG EventKeywords, _In_ STORPORT_ETW_LEVEL EventLevel, _In_ STORPORT_ETW_EVENT_OPCODE EventOpcode,
    _In_ USHORT DataLength, _In_reads_bytes_(DataLength) PUCHAR Data)
{
    return StorPortExtendedFunction(ExtFunctionMiniportLogByteStream, HwDeviceExtension, Address, EventChannel,
        EventId, EventDescription, EventKeywords, EventLevel, EventOpcode, DataLength, Data);
}
FORCEINLINE ULONG StorPortEtwLogError(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address, _In_ ULONG Id,
    _In_ PWSTR Description, _In_ ULONG DataBufferLength, _In_reads_bytes_(DataBufferLength) PVOID DataBuffer)
{
    return StorPortExtendedFunction(ExtFunctionLogHardwareError, HwDeviceExtension, Address, Id, Description,
        DataBufferLength, DataBuffer);
}
typedef struct _STOR_SET_EVENT_LOGGING {
    STORPORT_ETW_EVENT_CHANNEL Channel;
    BOOLEAN Enabled;
} STOR_SET_EVENT_LOGGING, *PSTOR_SET_EVENT_LOGGING;

/* Telemetry. */
#define EVENT_NAME_MAX_LENGTH 32
#define EVENT_BUFFER_MAX_LENGTH 4096
#define EVENT_MAX_PARAM_NAME_LEN 32
typedef struct _STORPORT_TELEMETRY_EVENT {
    ULONG DriverVersion;
    ULONG EventId;
    UCHAR EventName[EVENT_NAME_MAX_LENGTH];
    ULONG EventVersion;
    ULONG Flags;
    _Field_range_(0, EVENT_BUFFER_MAX_LENGTH) ULONG EventBufferLength;
    _Field_size_bytes_(EventBufferLength) PUCHAR EventBuffer;
    UCHAR ParameterName0[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue0;
    UCHAR ParameterName1[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue1;
    UCHAR ParameterName2[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue2;
    UCHAR ParameterName3[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue3;
    UCHAR ParameterName4[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue4;
    UCHAR ParameterName5[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue5;
    UCHAR ParameterName6[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue6;
    UCHAR ParameterName7[EVENT_MAX_PARAM_NAME_LEN];
    ULONGLONG ParameterValue7;
} STORPORT_TELEMETRY_EVENT, *PSTORPORT_TELEMETRY_EVENT;
typedef enum _STOR_TELEMETRY_CATEGORY {
    StorTelemetryCategory = 0,
    StorMeasuresCategory
} STOR_TELEMETRY_CATEGORY, *PSTOR_TELEMETRY_CATEGORY;
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE ULONG StorPortLogTelemetry(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS StorAddress,
    _In_ PSTORPORT_TELEMETRY_EVENT Event)
{
    return StorPortExtendedFunction(ExtFunctionMiniportTelemetry, HwDeviceExtension, StorAddress, Event);
}
FORCEINLINE ULONG StorPortLogTelemetryEx(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS StorAddress,
    _In_ PSTORPORT_TELEMETRY_EVENT Event, _In_ STOR_TELEMETRY_CATEGORY Category)
{
    return StorPortExtendedFunction(ExtFunctionMiniportTelemetryEx, HwDeviceExtension, StorAddress, Event, Category);
}

/* Live dumps. */
typedef enum _STORPORT_CAPTURE_LIVEDUMP_TYPE {
    StorportCaptureLiveDumpTypeUndefined = 0,
    StorportCaptureLiveDumpTypeMini,
    StorportCaptureLiveDumpTypeFull
} STORPORT_CAPTURE_LIVEDUMP_TYPE, *PSTORPORT_CAPTURE_LIVEDUMP_TYPE;
typedef enum _STORPORT_LIVEDUMP_ISSUE_TYPE {
    StorportLivedumpIssueTypeUndefined = 0,
    StorportLivedumpIssueTypeDevicePanic
} STORPORT_LIVEDUMP_ISSUE_TYPE, *PSTORPORT_LIVEDUMP_ISSUE_TYPE;
typedef enum _STORPORT_LIVEDUMP_DATA_TYPE {
    StorportLivedumpDataTypeUndefined = 0,
    StorportLivedumpDataTypeDeviceTelemetryLog
} STORPORT_LIVEDUMP_DATA_TYPE, *PSTORPORT_LIVEDUMP_DATA_TYPE;
typedef struct _STORPORT_CAPTURE_LIVEDUMP {
    ULONG Version;
    ULONG Size;
    STORPORT_CAPTURE_LIVEDUMP_TYPE LiveDumpType;
    STORPORT_LIVEDUMP_ISSUE_TYPE IssueType;
    PWSTR ComponentName;
    STORPORT_LIVEDUMP_DATA_TYPE DataType;
    PVOID Data;
} STORPORT_CAPTURE_LIVEDUMP, *PSTORPORT_CAPTURE_LIVEDUMP;
_IRQL_requires_max_(PASSIVE_LEVEL)
FORCEINLINE ULONG StorPortCaptureLiveDump(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS StorAddress,
    _In_ PSTORPORT_CAPTURE_LIVEDUMP CaptureLivedump)
{
    return StorPortExtendedFunction(ExtFunctionCaptureLiveDump, HwDeviceExtension, StorAddress, CaptureLivedump);
}

#ifdef __cplusplus
}
#endif
#endif
