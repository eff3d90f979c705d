/*
 * acxpin.h: the pins of circuits, their jacks and microphones, and how pins and elements are connected.
 *
 * Members of kernel streaming's shape (jacks, microphone arrays) take kernel streaming's numbers.
 */
#ifndef WDK_ACXPIN_H
#define WDK_ACXPIN_H
#include <acxdataformat.h>
#include <acxevents.h>
#include <acxrequest.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Lets ACX number a pin or a jack. */
#define AcxPinIdDefault            ((ULONG)-1)
#define AcxJackPropertiesIdDefault ((ULONG)-1)

#define ACX_MAX_JACK_SINK_DESCRIPTION_NAME_LENGTH 32

typedef enum _ACX_PIN_CONFIG_FLAGS {
    AcxPinConfigNoFlags = 0,
    AcxPinConfigMicrophoneConfigSpecified = 0x01,
    AcxPinConfigNoDefaultDataFormatLists = 0x02,
    AcxPinConfigValidFlags = AcxPinConfigMicrophoneConfigSpecified | AcxPinConfigNoDefaultDataFormatLists,
} ACX_PIN_CONFIG_FLAGS;

typedef enum _ACX_PIN_TYPE {
    AcxPinTypeOther = 0,
    AcxPinTypeSink = 1,
    AcxPinTypeSource = 2,
    AcxPinTypeMaximum = 3,
} ACX_PIN_TYPE, *PACX_PIN_TYPE;

typedef enum _ACX_PIN_COMMUNICATION {
    AcxPinCommunicationNone = 0,
    AcxPinCommunicationSink = 1,
    AcxPinCommunicationSource = 2,
    AcxPinCommunicationMaximum = 3,
} ACX_PIN_COMMUNICATION, *PACX_PIN_COMMUNICATION;

typedef enum _ACX_PIN_QUALIFIER {
    AcxPinQualifierUnknown = 0,
    AcxPinQualifierBridgeA = 1,
    AcxPinQualifierBridgeB = 2,
    AcxPinQualifierBridgeDevice = 3,
    AcxPinQualifierMaximum = 4,
} ACX_PIN_QUALIFIER, *PACX_PIN_QUALIFIER;

typedef enum _ACX_CONNECTION_FLAGS {
    AcxConnectionNoFlags = 0,
    AcxConnectionFromPinId = 0x01,
    AcxConnectionFromPinObject = 0x02,
    AcxConnectionToPinId = 0x04,
    AcxConnectionToPinObject = 0x08,
    AcxConnectionValidFlags = 0x0F,
} ACX_CONNECTION_FLAGS;

typedef enum _ACX_PHYSICAL_CONNECTION_FLAGS {
    AcxPhysicalConnectionNoFlags = 0,
    AcxPhysicalConnectionFromPinId = 0x01,
    AcxPhysicalConnectionFromPinObject = 0x02,
    AcxPhysicalConnectionValidFlags = AcxPhysicalConnectionFromPinId | AcxPhysicalConnectionFromPinObject,
} ACX_PHYSICAL_CONNECTION_FLAGS;

typedef enum _ACX_JACK_CONFIG_FLAGS {
    AcxJackConfigNoFlags = 0,
    AcxJackConfigJackDetection = 0x01,
    AcxJackConfigValidFlags = AcxJackConfigJackDetection,
} ACX_JACK_CONFIG_FLAGS;

/* Jacks: the numbers are those of EPcxConnectionType, EPcxGeoLocation, EPcxGenLocation and EPxcPortConnection. */
typedef enum _ACX_JACK_CONNECTION_TYPE {
    AcxConnTypeUnknown = 0,
    AcxConnType3Point5mm = 1,
    AcxConnTypeQuarter = 2,
    AcxConnTypeAtapiInternal = 3,
    AcxConnTypeRCA = 4,
    AcxConnTypeOptical = 5,
    AcxConnTypeOtherDigital = 6,
    AcxConnTypeOtherAnalog = 7,
    AcxConnTypeMultichannelAnalogDIN = 8,
    AcxConnTypeXlrProfessional = 9,
    AcxConnTypeRJ11Modem = 10,
    AcxConnTypeCombination = 11,
} ACX_JACK_CONNECTION_TYPE, *PACX_JACK_CONNECTION_TYPE;

typedef enum _ACX_JACK_GEO_LOCATION {
    AcxGeoLocRear = 1,
    AcxGeoLocFront = 2,
    AcxGeoLocLeft = 3,
    AcxGeoLocRight = 4,
    AcxGeoLocTop = 5,
    AcxGeoLocBottom = 6,
    AcxGeoLocRearPanel = 7,
    AcxGeoLocRiser = 8,
    AcxGeoLocInsideMobileLid = 9,
    AcxGeoLocDrivebay = 10,
    AcxGeoLocHDMI = 11,
    AcxGeoLocOutsideMobileLid = 12,
    AcxGeoLocATAPI = 13,
    AcxGeoLocNotApplicable = 14,
    AcxGeoLocReserved6 = 15,
    AcxJackGeoLocationMaximum = 16,
} ACX_JACK_GEO_LOCATION, *PACX_JACK_GEO_LOCATION;

typedef enum _ACX_JACK_GEN_LOCATION {
    AcxGenLocPrimaryBox = 0,
    AcxGenLocInternal = 1,
    AcxGenLocSeparate = 2,
    AcxGenLocOther = 3,
    AcxJackGenLocationMaximum = 4,
} ACX_JACK_GEN_LOCATION, *PACX_JACK_GEN_LOCATION;

typedef enum _ACX_JACK_PORT_CONNECTION {
    AcxPortConnJack = 0,
    AcxPortConnIntegratedDevice = 1,
    AcxPortConnBothIntegratedAndJack = 2,
    AcxPortConnUnknown = 3,
} ACX_JACK_PORT_CONNECTION, *PACX_JACK_PORT_CONNECTION;

typedef enum _ACX_JACK_SINK_INFO_CONNECTION_TYPE {
    AcxJackSinkInfoConnectionTypeHdmi = 0,
    AcxJackSinkInfoConnectionTypeDisplayPort = 1,
} ACX_JACK_SINK_INFO_CONNECTION_TYPE, *PACX_JACK_SINK_INFO_CONNECTION_TYPE;

typedef enum _ACX_MICROPHONE_CONFIG_FLAGS {
    AcxMicrophoneConfigNoFlags = 0,
    AcxMicrophoneConfigValidFlags = 0,
} ACX_MICROPHONE_CONFIG_FLAGS;

typedef enum _ACX_MICARRAYGEOMETRY_CONFIG_FLAGS {
    AcxMicArrayGeometryConfigNoFlags = 0,
    AcxMicArrayGeometryConfigValidFlags = 0,
} ACX_MICARRAYGEOMETRY_CONFIG_FLAGS;

typedef enum _ACX_MIC_ARRAY_TYPE {
    AcxMicArrayTypeLinear = 0,
    AcxMicArrayTypePlanar = 1,
    AcxMicArrayType3d = 2,
    AcxMicArrayTypeMaximum = 3,
} ACX_MIC_ARRAY_TYPE;

typedef enum _ACX_MICROPHONE_TYPE {
    AcxMicrophoneTypeOmniDirectional = 0,
    AcxMicrophoneTypeSubCardioid = 1,
    AcxMicrophoneTypeCardioid = 2,
    AcxMicrophoneTypeSuperCardioid = 3,
    AcxMicrophoneTypeHyperCardioid = 4,
    AcxMicrophoneType8Shaped = 5,
    AcxMicrophoneTypeMaximum = 6,
    AcxMicrophoneTypeVendorDefined = 0x0F,
} ACX_MICROPHONE_TYPE;

typedef struct _ACX_JACK_SINK_INFORMATION {
    ACX_JACK_SINK_INFO_CONNECTION_TYPE ConnType;
    USHORT ManufacturerId;
    USHORT ProductId;
    USHORT AudioLatency;
    BOOLEAN HDCPCapable;
    BOOLEAN AICapable;
    UCHAR SinkDescriptionLength;
    WCHAR SinkDescription[ACX_MAX_JACK_SINK_DESCRIPTION_NAME_LENGTH];
    LUID PortId;
} ACX_JACK_SINK_INFORMATION, *PACX_JACK_SINK_INFORMATION;

typedef _Function_class_(EVT_ACX_JACK_RETRIEVE_PRESENCE_STATE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_JACK_RETRIEVE_PRESENCE_STATE(_In_ ACXJACK Jack, _Out_ PBOOLEAN IsConnected);
typedef EVT_ACX_JACK_RETRIEVE_PRESENCE_STATE *PFN_ACX_JACK_RETRIEVE_PRESENCE_STATE;
typedef _Function_class_(EVT_ACX_PIN_CONNECTED) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID EVT_ACX_PIN_CONNECTED(_In_ ACXPIN Pin, _In_ ACXTARGETCIRCUIT TargetCircuit, _In_ ULONG TargetPinId);
typedef EVT_ACX_PIN_CONNECTED *PFN_ACX_PIN_CONNECTED;
typedef _Function_class_(EVT_ACX_PIN_DATAFORMAT_CHANGE_NOTIFICATION) _IRQL_requires_same_
VOID EVT_ACX_PIN_DATAFORMAT_CHANGE_NOTIFICATION(
    _In_ ACXPIN Pin, _In_ ACXTARGETCIRCUIT TargetCircuit, _In_ ULONG TargetPinId);
typedef EVT_ACX_PIN_DATAFORMAT_CHANGE_NOTIFICATION *PFN_ACX_PIN_DATAFORMAT_CHANGE_NOTIFICATION;
typedef _Function_class_(EVT_ACX_PIN_DISCONNECTED) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID EVT_ACX_PIN_DISCONNECTED(_In_ ACXPIN Pin, _In_ ACXTARGETCIRCUIT TargetCircuit, _In_ ULONG TargetPinId);
typedef EVT_ACX_PIN_DISCONNECTED *PFN_ACX_PIN_DISCONNECTED;
typedef _Function_class_(EVT_ACX_PIN_RETRIEVE_JACK_SINK_INFO) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_PIN_RETRIEVE_JACK_SINK_INFO(_In_ ACXPIN Pin, _Out_ PACX_JACK_SINK_INFORMATION SinkInfo);
typedef EVT_ACX_PIN_RETRIEVE_JACK_SINK_INFO *PFN_ACX_PIN_RETRIEVE_JACK_SINK_INFO;
typedef _Function_class_(EVT_ACX_PIN_RETRIEVE_NAME) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_PIN_RETRIEVE_NAME(_In_ ACXPIN Pin, _Inout_ PUNICODE_STRING Name);
typedef EVT_ACX_PIN_RETRIEVE_NAME *PFN_ACX_PIN_RETRIEVE_NAME;
typedef _Function_class_(EVT_ACX_PIN_SET_DATAFORMAT) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_PIN_SET_DATAFORMAT(_In_ ACXPIN Pin, _In_ ACXDATAFORMAT DataFormat);
typedef EVT_ACX_PIN_SET_DATAFORMAT *PFN_ACX_PIN_SET_DATAFORMAT;

typedef struct _ACX_MIC_ARRAY_GEOMETRY {
    USHORT Version;
    USHORT MicArrayType;
    SHORT VerticalAngleBegin;
    SHORT VerticalAngleEnd;
    SHORT HorizontalAngleBegin;
    SHORT HorizontalAngleEnd;
    ULONG FrequencyBandLo;
    ULONG FrequencyBandHi;
} ACX_MIC_ARRAY_GEOMETRY, *PACX_MIC_ARRAY_GEOMETRY;

typedef struct _ACX_MICROPHONE_COORDINATES {
    USHORT Type;
    SHORT XCoord;
    SHORT YCoord;
    SHORT ZCoord;
    SHORT VerticalAngle;
    SHORT HorizontalAngle;
} ACX_MICROPHONE_COORDINATES, *PACX_MICROPHONE_COORDINATES;

typedef struct _ACX_MICARRAYGEOMETRY_CONFIG {
    ULONG Size;
    ULONG Flags;
    ACX_MIC_ARRAY_GEOMETRY Geometry;
} ACX_MICARRAYGEOMETRY_CONFIG, *PACX_MICARRAYGEOMETRY_CONFIG;

typedef struct _ACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION {
    ULONG Size;
    ULONG PrimaryChannelCount;
    ULONG PrimaryChannelStartPosition;
    ULONG PrimaryChannelMask;
    ULONG InterleavedChannelCount;
    ULONG InterleavedChannelStartPosition;
    ULONG InterleavedChannelMask;
} ACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION, *PACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION;

typedef struct _ACX_MICROPHONE_CONFIG {
    ULONG Size;
    ULONG Flags;
    LONG MicrophoneSnrDB;
    LONG MicrophoneSensitivityDB;
    ACXMICARRAYGEOMETRY MicArrayGeometry;
    PACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION InterleavedFormat;
} ACX_MICROPHONE_CONFIG, *PACX_MICROPHONE_CONFIG;

typedef struct _ACX_PIN_CALLBACKS {
    ULONG Size;
    PFN_ACX_PIN_SET_DATAFORMAT EvtAcxPinSetDataFormat;
    PFN_ACX_PIN_RETRIEVE_NAME EvtAcxPinRetrieveName;
    PFN_ACX_PIN_RETRIEVE_JACK_SINK_INFO EvtAcxPinRetrieveJackSinkInfo;
    PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxPinProcessJackRequest;
    PFN_ACX_PIN_CONNECTED EvtAcxPinConnected;
    PFN_ACX_PIN_DISCONNECTED EvtAcxPinDisconnected;
    PFN_ACX_PIN_DATAFORMAT_CHANGE_NOTIFICATION EvtAcxPinDataFormatChangeNotification;
} ACX_PIN_CALLBACKS, *PACX_PIN_CALLBACKS;

typedef struct _ACX_PIN_CONFIG {
    ULONG Size;
    ULONG Flags;
    ULONG Id;
    ACX_PIN_TYPE Type;
    ACX_PIN_COMMUNICATION Communication;
    ACX_PIN_QUALIFIER Qualifier;
    const GUID *Category;
    const GUID *Name;
    PACX_PIN_CALLBACKS PinCallbacks;
    ULONG PropertiesCount;
    ULONG MethodsCount;
    PACX_PROPERTY_ITEM Properties;
    PACX_METHOD_ITEM Methods;
    union {
        PACX_MICROPHONE_CONFIG MicrophoneConfig;
    } u;
#if ACX_AT_LEAST(1, 1)
    ULONG MaxStreams;
#endif
} ACX_PIN_CONFIG, *PACX_PIN_CONFIG;

typedef struct _ACX_JACK_CALLBACKS {
    ULONG Size;
    PFN_ACX_JACK_RETRIEVE_PRESENCE_STATE EvtAcxJackRetrievePresenceState;
} ACX_JACK_CALLBACKS, *PACX_JACK_CALLBACKS;

typedef struct _ACX_JACK_DESCRIPTION {
    ULONG ChannelMapping;
    ULONG Color;
    ACX_JACK_CONNECTION_TYPE ConnectionType;
    ACX_JACK_GEO_LOCATION GeoLocation;
    ACX_JACK_GEN_LOCATION GenLocation;
    ACX_JACK_PORT_CONNECTION PortConnection;
} ACX_JACK_DESCRIPTION, *PACX_JACK_DESCRIPTION;

typedef struct _ACX_JACK_CONFIG {
    ULONG Size;
    ULONG Id;
    ULONG Flags;
    PACX_JACK_CALLBACKS Callbacks;
    ACX_JACK_DESCRIPTION Description;
} ACX_JACK_CONFIG, *PACX_JACK_CONFIG;

typedef struct _ACX_CONNECTION {
    ULONG Size;
    ULONG Flags;
    ACXOBJECT FromObject;
    union {
        ACXPIN Object;
        ULONG Id;
    } FromPin;
    ACXOBJECT ToObject;
    union {
        ACXPIN Object;
        ULONG Id;
    } ToPin;
} ACX_CONNECTION, *PACX_CONNECTION;

typedef struct _ACX_PHYSICAL_CONNECTION {
    ULONG Size;
    ULONG Flags;
    union {
        ACXPIN Object;
        ULONG Id;
    } FromPin;
    WDFSTRING TargetName;
    ULONG TargetPinId;
} ACX_PHYSICAL_CONNECTION, *PACX_PHYSICAL_CONNECTION;

FORCEINLINE VOID ACX_PIN_CALLBACKS_INIT(_Out_ PACX_PIN_CALLBACKS PinCallbacks)
{
    RtlZeroMemory(PinCallbacks, sizeof(*PinCallbacks));
    PinCallbacks->Size = sizeof(*PinCallbacks);
}

FORCEINLINE VOID ACX_PIN_CONFIG_INIT_ID(_Out_ PACX_PIN_CONFIG Config, _In_ ULONG Id)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->Id = Id;
}
#define ACX_PIN_CONFIG_INIT(cfg) ACX_PIN_CONFIG_INIT_ID(cfg, AcxPinIdDefault)

FORCEINLINE VOID ACX_JACK_CALLBACKS_INIT(_Out_ PACX_JACK_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(*Callbacks));
    Callbacks->Size = sizeof(*Callbacks);
}

FORCEINLINE VOID ACX_JACK_CONFIG_INIT_ID(_Out_ PACX_JACK_CONFIG Config, _In_ ULONG Id)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->Id = Id;
}
#define ACX_JACK_CONFIG_INIT(cfg) ACX_JACK_CONFIG_INIT_ID(cfg, AcxJackPropertiesIdDefault)

FORCEINLINE VOID ACX_MICROPHONE_CONFIG_INIT(_Out_ PACX_MICROPHONE_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

FORCEINLINE VOID ACX_MICARRAYGEOMETRY_CONFIG_INIT(_Out_ PACX_MICARRAYGEOMETRY_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

FORCEINLINE VOID ACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION_INIT(_Out_ PACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION format)
{
    RtlZeroMemory(format, sizeof(*format));
    format->Size = sizeof(*format);
}

FORCEINLINE VOID ACX_CONNECTION_INIT(
    _Out_ PACX_CONNECTION Connection, _In_ ACXOBJECT FromObject, _In_ ACXOBJECT ToObject)
{
    RtlZeroMemory(Connection, sizeof(*Connection));
    Connection->Size = sizeof(*Connection);
    Connection->FromObject = FromObject;
    Connection->ToObject = ToObject;
}

FORCEINLINE VOID ACX_PHYSICAL_CONNECTION_INIT(_Out_ PACX_PHYSICAL_CONNECTION Connection)
{
    RtlZeroMemory(Connection, sizeof(*Connection));
    Connection->Size = sizeof(*Connection);
}

typedef NTSTATUS (NTAPI *PFN_ACXPINCREATE)(
    PACX_DRIVER_GLOBALS, ACXCIRCUIT, PWDF_OBJECT_ATTRIBUTES, PACX_PIN_CONFIG, ACXPIN *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPinCreate(
    _In_ ACXCIRCUIT Circuit, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_PIN_CONFIG Config, _Out_ ACXPIN *Pin)
{
    return ACX_CALL(PFN_ACXPINCREATE, AcxPinCreate, Circuit, Attributes, Config, Pin);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINADDEVENTS)(PACX_DRIVER_GLOBALS, ACXPIN, ACXEVENT *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPinAddEvents(_In_ ACXPIN Pin, _In_reads_(EventsCount) ACXEVENT *Events, _In_ ULONG EventsCount)
{
    return ACX_CALL(PFN_ACXPINADDEVENTS, AcxPinAddEvents, Pin, Events, EventsCount);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINADDJACKS)(PACX_DRIVER_GLOBALS, ACXPIN, ACXJACK *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPinAddJacks(_In_ ACXPIN Pin, _In_reads_(jackCount) ACXJACK *Jacks, _In_ ULONG jackCount)
{
    return ACX_CALL(PFN_ACXPINADDJACKS, AcxPinAddJacks, Pin, Jacks, jackCount);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINRETRIEVEMODEDATAFORMATLIST)(
    PACX_DRIVER_GLOBALS, ACXPIN, const GUID *, ACXDATAFORMATLIST *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS AcxPinRetrieveModeDataFormatList(
    _In_ ACXPIN AcxPin, _In_ const GUID *SignalProcessingMode, _Out_ ACXDATAFORMATLIST *DataFormatList)
{
    return ACX_CALL(
        PFN_ACXPINRETRIEVEMODEDATAFORMATLIST, AcxPinRetrieveModeDataFormatList, AcxPin,
        SignalProcessingMode, DataFormatList);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINASSIGNMODEDATAFORMATLIST)(
    PACX_DRIVER_GLOBALS, ACXPIN, const GUID *, ACXDATAFORMATLIST);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS AcxPinAssignModeDataFormatList(
    _In_ ACXPIN AcxPin, _In_ const GUID *SignalProcessingMode, _In_ ACXDATAFORMATLIST DataFormatList)
{
    return ACX_CALL(
        PFN_ACXPINASSIGNMODEDATAFORMATLIST, AcxPinAssignModeDataFormatList, AcxPin, SignalProcessingMode,
        DataFormatList);
}
typedef ACXDATAFORMATLIST (NTAPI *PFN_ACXPINGETRAWDATAFORMATLIST)(PACX_DRIVER_GLOBALS, ACXPIN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ACXDATAFORMATLIST AcxPinGetRawDataFormatList(_In_ ACXPIN AcxPin)
{
    return ACX_CALL(PFN_ACXPINGETRAWDATAFORMATLIST, AcxPinGetRawDataFormatList, AcxPin);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINNOTIFYDATAFORMATCHANGE)(PACX_DRIVER_GLOBALS, ACXPIN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS AcxPinNotifyDataFormatChange(_In_ ACXPIN Pin)
{
    return ACX_CALL(PFN_ACXPINNOTIFYDATAFORMATCHANGE, AcxPinNotifyDataFormatChange, Pin);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINADDSTREAMBRIDGES)(PACX_DRIVER_GLOBALS, ACXPIN, ACXSTREAMBRIDGE *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPinAddStreamBridges(
    _In_ ACXPIN Pin, _In_reads_(StreamBridgesCount) ACXSTREAMBRIDGE *StreamBridges, _In_ ULONG StreamBridgesCount)
{
    return ACX_CALL(PFN_ACXPINADDSTREAMBRIDGES, AcxPinAddStreamBridges, Pin, StreamBridges, StreamBridgesCount);
}
typedef NTSTATUS (NTAPI *PFN_ACXPINREMOVESTREAMBRIDGES)(PACX_DRIVER_GLOBALS, ACXPIN, ACXSTREAMBRIDGE *, ULONG);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPinRemoveStreamBridges(
    _In_ ACXPIN Pin, _In_reads_(StreamBridgesCount) ACXSTREAMBRIDGE *StreamBridges, _In_ ULONG StreamBridgesCount)
{
    return ACX_CALL(
        PFN_ACXPINREMOVESTREAMBRIDGES, AcxPinRemoveStreamBridges, Pin, StreamBridges,
        StreamBridgesCount);
}
typedef ACXCIRCUIT (NTAPI *PFN_ACXPINGETCIRCUIT)(PACX_DRIVER_GLOBALS, ACXPIN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ACXCIRCUIT AcxPinGetCircuit(_In_ ACXPIN AcxPin)
{
    return ACX_CALL(PFN_ACXPINGETCIRCUIT, AcxPinGetCircuit, AcxPin);
}
typedef ACX_PIN_TYPE (NTAPI *PFN_ACXPINGETTYPE)(PACX_DRIVER_GLOBALS, ACXPIN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ACX_PIN_TYPE AcxPinGetType(_In_ ACXPIN AcxPin)
{
    return ACX_CALL(PFN_ACXPINGETTYPE, AcxPinGetType, AcxPin);
}
typedef ULONG (NTAPI *PFN_ACXPINGETID)(PACX_DRIVER_GLOBALS, ACXPIN);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONG AcxPinGetId(_In_ ACXPIN AcxPin)
{
    return ACX_CALL(PFN_ACXPINGETID, AcxPinGetId, AcxPin);
}
typedef NTSTATUS (NTAPI *PFN_ACXJACKCREATE)(
    PACX_DRIVER_GLOBALS, ACXPIN, PWDF_OBJECT_ATTRIBUTES, PACX_JACK_CONFIG, ACXJACK *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxJackCreate(
    _In_ ACXPIN AcxPin, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_JACK_CONFIG Config, _Out_ ACXJACK *Jack)
{
    return ACX_CALL(PFN_ACXJACKCREATE, AcxJackCreate, AcxPin, Attributes, Config, Jack);
}
typedef VOID (NTAPI *PFN_ACXJACKCHANGESTATENOTIFICATION)(PACX_DRIVER_GLOBALS, ACXJACK);
WDF_INLINE VOID AcxJackChangeStateNotification(_In_ ACXJACK Jack)
{
    ACX_CALL(PFN_ACXJACKCHANGESTATENOTIFICATION, AcxJackChangeStateNotification, Jack);
}
typedef NTSTATUS (NTAPI *PFN_ACXMICARRAYGEOMETRYCREATE)(
    PACX_DRIVER_GLOBALS, ACXCIRCUIT, PWDF_OBJECT_ATTRIBUTES, PACX_MICARRAYGEOMETRY_CONFIG, ACXMICARRAYGEOMETRY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxMicArrayGeometryCreate(
    _In_ ACXCIRCUIT AcxCircuit, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_MICARRAYGEOMETRY_CONFIG Config,
    _Out_ ACXMICARRAYGEOMETRY *MicArrayGeometry)
{
    return ACX_CALL(
        PFN_ACXMICARRAYGEOMETRYCREATE, AcxMicArrayGeometryCreate, AcxCircuit, Attributes, Config,
        MicArrayGeometry);
}
typedef NTSTATUS (NTAPI *PFN_ACXMICARRAYGEOMETRYADDMICROPHONECOORDINATES)(
    PACX_DRIVER_GLOBALS, ACXMICARRAYGEOMETRY, PACX_MICROPHONE_COORDINATES, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxMicArrayGeometryAddMicrophoneCoordinates(
    _In_ ACXMICARRAYGEOMETRY MicArrayGeometry,
    _In_reads_(MicrophoneCoordinatesCount) PACX_MICROPHONE_COORDINATES MicrophoneCoordinates,
    _In_ ULONG MicrophoneCoordinatesCount)
{
    return ACX_CALL(
        PFN_ACXMICARRAYGEOMETRYADDMICROPHONECOORDINATES, AcxMicArrayGeometryAddMicrophoneCoordinates,
        MicArrayGeometry, MicrophoneCoordinates, MicrophoneCoordinatesCount);
}

#if ACX_AT_LEAST(1, 1)
typedef NTSTATUS (NTAPI *PFN_ACXPINREMOVEMODEDATAFORMATLIST)(
    PACX_DRIVER_GLOBALS, ACXPIN, const GUID *, ACXDATAFORMATLIST *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS AcxPinRemoveModeDataFormatList(
    _In_ ACXPIN AcxPin, _In_ const GUID *SignalProcessingMode, _Out_opt_ ACXDATAFORMATLIST *DataFormatList)
{
    return ACX_CALL(
        PFN_ACXPINREMOVEMODEDATAFORMATLIST, AcxPinRemoveModeDataFormatList, AcxPin, SignalProcessingMode,
        DataFormatList);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
