/*
 * acxstreams.h: streams of sound, bridges between streams, and rights of what is played.
 */
#ifndef WDK_ACXSTREAMS_H
#define WDK_ACXSTREAMS_H
#include <windef.h>
#include <acxelements.h>
#include <acxpin.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _ACX_STREAM_STATE {
    AcxStreamStateStop = 0,
    AcxStreamStateAcquire = 1,
    AcxStreamStatePause = 2,
    AcxStreamStateRun = 3,
    AcxStreamStateMaximum = 4,
} ACX_STREAM_STATE, *PACX_STREAM_STATE;

typedef enum _ACX_STREAM_BRIDGE_CONFIG_FLAGS {
    AcxStreamBridgeConfigNoFlags = 0,
    AcxStreamBridgeInvertChangeStateSequence = 0x01,
    AcxStreamBridgeForwardInStreamVarArguments = 0x02,
    AcxStreamBridgeConfigValidFlags = 0x03,
} ACX_STREAM_BRIDGE_CONFIG_FLAGS;

typedef enum _ACX_STREAM_BRIDGE_TYPE {
    AcxStreamBridgeInvalidType = 0,
    AcxStreamBridgeMux = 1,
    AcxStreamBridgeMaximumType = 2,
    AcxStreamBridgeDefaultType = AcxStreamBridgeMux,
} ACX_STREAM_BRIDGE_TYPE;

typedef struct _ACXDRMRIGHTS {
    BOOL CopyProtect;
    ULONG Reserved;
    BOOL DigitalOutputDisable;
} ACXDRMRIGHTS, *PACXDRMRIGHTS;
#define DEFINE_ACXDRMRIGHTS_DEFAULT(DrmRights) const ACXDRMRIGHTS DrmRights = {FALSE, 0, FALSE}

typedef struct _ACXDRMFORWARD {
    ULONG Flags;
    PDEVICE_OBJECT DeviceObject;
    PFILE_OBJECT FileObject;
    PVOID Context;
} ACXDRMFORWARD, *PACXDRMFORWARD;
typedef const ACXDRMFORWARD *PCACXDRMFORWARD;

typedef struct _ACX_RTPACKET {
    ULONG Size;
    WDF_MEMORY_DESCRIPTOR RtPacketBuffer;
    ULONG RtPacketOffset;
    ULONG RtPacketSize;
} ACX_RTPACKET, *PACX_RTPACKET;

typedef _Function_class_(EVT_ACX_STREAM_ALLOCATE_RTPACKETS) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_ALLOCATE_RTPACKETS(
    _In_ ACXSTREAM Stream, _In_ ULONG PacketCount, _In_ ULONG PacketSize, _Out_ PACX_RTPACKET *Packets);
typedef EVT_ACX_STREAM_ALLOCATE_RTPACKETS *PFN_ACX_STREAM_ALLOCATE_RTPACKETS;
typedef _Function_class_(EVT_ACX_STREAM_ASSIGN_DRM_CONTENT_ID) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_ASSIGN_DRM_CONTENT_ID(
    _In_ ACXSTREAM Stream, _In_ ULONG ContentId, _In_ PACXDRMRIGHTS DrmRights);
typedef EVT_ACX_STREAM_ASSIGN_DRM_CONTENT_ID *PFN_ACX_STREAM_ASSIGN_DRM_CONTENT_ID;
typedef _Function_class_(EVT_ACX_STREAM_FREE_RTPACKETS) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID EVT_ACX_STREAM_FREE_RTPACKETS(
    _In_ ACXSTREAM Stream, _In_reads_(PacketCount) PACX_RTPACKET Packets, _In_ ULONG PacketCount);
typedef EVT_ACX_STREAM_FREE_RTPACKETS *PFN_ACX_STREAM_FREE_RTPACKETS;
typedef _Function_class_(EVT_ACX_STREAM_GET_CAPTURE_PACKET) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_GET_CAPTURE_PACKET(
    _In_ ACXSTREAM Stream, _Out_ PULONG LastCapturePacket, _Out_ PULONGLONG QPCPacketStart, _Out_ PBOOLEAN MoreData);
typedef EVT_ACX_STREAM_GET_CAPTURE_PACKET *PFN_ACX_STREAM_GET_CAPTURE_PACKET;
typedef _Function_class_(EVT_ACX_STREAM_GET_CURRENT_PACKET) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_GET_CURRENT_PACKET(_In_ ACXSTREAM Stream, _Out_ PULONG CurrentPacket);
typedef EVT_ACX_STREAM_GET_CURRENT_PACKET *PFN_ACX_STREAM_GET_CURRENT_PACKET;
typedef _Function_class_(EVT_ACX_STREAM_GET_HW_LATENCY) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_GET_HW_LATENCY(_In_ ACXSTREAM Stream, _Out_ ULONG *FifoSize, _Out_ ULONG *Delay);
typedef EVT_ACX_STREAM_GET_HW_LATENCY *PFN_ACX_STREAM_GET_HW_LATENCY;
typedef _Function_class_(EVT_ACX_STREAM_GET_PRESENTATION_POSITION) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_GET_PRESENTATION_POSITION(
    _In_ ACXSTREAM Stream, _Out_ PULONGLONG PositionInBlocks, _Out_ PULONGLONG QPCPosition);
typedef EVT_ACX_STREAM_GET_PRESENTATION_POSITION *PFN_ACX_STREAM_GET_PRESENTATION_POSITION;
typedef _Function_class_(EVT_ACX_STREAM_PAUSE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_PAUSE(_In_ ACXSTREAM Stream);
typedef EVT_ACX_STREAM_PAUSE *PFN_ACX_STREAM_PAUSE;
typedef _Function_class_(EVT_ACX_STREAM_PREPARE_HARDWARE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_PREPARE_HARDWARE(_In_ ACXSTREAM Stream);
typedef EVT_ACX_STREAM_PREPARE_HARDWARE *PFN_ACX_STREAM_PREPARE_HARDWARE;
typedef _Function_class_(EVT_ACX_STREAM_RELEASE_HARDWARE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_RELEASE_HARDWARE(_In_ ACXSTREAM Stream);
typedef EVT_ACX_STREAM_RELEASE_HARDWARE *PFN_ACX_STREAM_RELEASE_HARDWARE;
typedef _Function_class_(EVT_ACX_STREAM_RUN) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_RUN(_In_ ACXSTREAM Stream);
typedef EVT_ACX_STREAM_RUN *PFN_ACX_STREAM_RUN;
typedef _Function_class_(EVT_ACX_STREAM_SET_RENDER_PACKET) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_STREAM_SET_RENDER_PACKET(
    _In_ ACXSTREAM Stream, _In_ ULONG Packet, _In_ ULONG Flags, _In_ ULONG EosPacketLength);
typedef EVT_ACX_STREAM_SET_RENDER_PACKET *PFN_ACX_STREAM_SET_RENDER_PACKET;

typedef struct _ACX_STREAM_CALLBACKS {
    ULONG Size;
    PFN_ACX_STREAM_PREPARE_HARDWARE EvtAcxStreamPrepareHardware;
    PFN_ACX_STREAM_RELEASE_HARDWARE EvtAcxStreamReleaseHardware;
    PFN_ACX_STREAM_RUN EvtAcxStreamRun;
    PFN_ACX_STREAM_PAUSE EvtAcxStreamPause;
    PFN_ACX_STREAM_ASSIGN_DRM_CONTENT_ID EvtAcxStreamAssignDrmContentId;
} ACX_STREAM_CALLBACKS, *PACX_STREAM_CALLBACKS;

typedef struct _ACX_RT_STREAM_CALLBACKS {
    ULONG Size;
    PFN_ACX_STREAM_GET_HW_LATENCY EvtAcxStreamGetHwLatency;
    PFN_ACX_STREAM_ALLOCATE_RTPACKETS EvtAcxStreamAllocateRtPackets;
    PFN_ACX_STREAM_FREE_RTPACKETS EvtAcxStreamFreeRtPackets;
    PFN_ACX_STREAM_SET_RENDER_PACKET EvtAcxStreamSetRenderPacket;
    PFN_ACX_STREAM_GET_CURRENT_PACKET EvtAcxStreamGetCurrentPacket;
    PFN_ACX_STREAM_GET_CAPTURE_PACKET EvtAcxStreamGetCapturePacket;
    PFN_ACX_STREAM_GET_PRESENTATION_POSITION EvtAcxStreamGetPresentationPosition;
} ACX_RT_STREAM_CALLBACKS, *PACX_RT_STREAM_CALLBACKS;

typedef struct _ACX_STREAM_BRIDGE_CONFIG {
    ULONG Size;
    ULONG Flags;
    ACX_STREAM_BRIDGE_TYPE Type;
    ULONG InModesCount;
    PCGUID *InModes;
    PCGUID OutMode;
    ACXOBJECTBAG OutStreamVarArguments;
    WDF_OBJECT_ATTRIBUTES TargetStreamAttributes;
} ACX_STREAM_BRIDGE_CONFIG, *PACX_STREAM_BRIDGE_CONFIG;

FORCEINLINE VOID ACX_STREAM_CALLBACKS_INIT(_Out_ PACX_STREAM_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(*Callbacks));
    Callbacks->Size = sizeof(*Callbacks);
}

FORCEINLINE VOID ACX_RT_STREAM_CALLBACKS_INIT(_Out_ PACX_RT_STREAM_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(*Callbacks));
    Callbacks->Size = sizeof(*Callbacks);
}

FORCEINLINE VOID ACX_RTPACKET_INIT(_Out_ PACX_RTPACKET RtPacket)
{
    RtlZeroMemory(RtPacket, sizeof(*RtPacket));
    RtPacket->Size = sizeof(*RtPacket);
}

FORCEINLINE VOID ACX_STREAM_BRIDGE_CONFIG_INIT(_Out_ PACX_STREAM_BRIDGE_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->Type = AcxStreamBridgeDefaultType;
    WDF_OBJECT_ATTRIBUTES_INIT(&Config->TargetStreamAttributes);
}

typedef NTSTATUS (NTAPI *PFN_ACXSTREAMINITASSIGNPROPERTIES)(
    PACX_DRIVER_GLOBALS, PACXSTREAM_INIT, PACX_PROPERTY_ITEM, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamInitAssignProperties(
    _Inout_ PACXSTREAM_INIT StreamInit, _In_reads_(PropertiesCount) PACX_PROPERTY_ITEM Properties,
    _In_ ULONG PropertiesCount)
{
    return ACX_CALL(
        PFN_ACXSTREAMINITASSIGNPROPERTIES, AcxStreamInitAssignProperties, StreamInit, Properties,
        PropertiesCount);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMINITASSIGNMETHODS)(PACX_DRIVER_GLOBALS, PACXSTREAM_INIT, PACX_METHOD_ITEM, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamInitAssignMethods(
    _Inout_ PACXSTREAM_INIT StreamInit, _In_reads_(MethodsCount) PACX_METHOD_ITEM Methods, _In_ ULONG MethodsCount)
{
    return ACX_CALL(PFN_ACXSTREAMINITASSIGNMETHODS, AcxStreamInitAssignMethods, StreamInit, Methods, MethodsCount);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMINITASSIGNACXREQUESTPREPROCESSCALLBACK)(
    PACX_DRIVER_GLOBALS, PACXSTREAM_INIT, PFN_ACX_OBJECT_PREPROCESS_REQUEST, ACXCONTEXT, ACX_REQUEST_TYPE, const GUID *,
    ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamInitAssignAcxRequestPreprocessCallback(
    _Inout_ PACXSTREAM_INIT StreamInit, _In_ PFN_ACX_OBJECT_PREPROCESS_REQUEST EvtObjectAcxRequestPreprocess,
    _In_opt_ ACXCONTEXT DriverContext, _In_ ACX_REQUEST_TYPE RequestType, _In_opt_ const GUID *Set, _In_ ULONG Id)
{
    return ACX_CALL(
        PFN_ACXSTREAMINITASSIGNACXREQUESTPREPROCESSCALLBACK,
        AcxStreamInitAssignAcxRequestPreprocessCallback, StreamInit, EvtObjectAcxRequestPreprocess,
        DriverContext, RequestType, Set, Id);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMINITASSIGNACXSTREAMCALLBACKS)(
    PACX_DRIVER_GLOBALS, PACXSTREAM_INIT, PACX_STREAM_CALLBACKS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamInitAssignAcxStreamCallbacks(
    _Inout_ PACXSTREAM_INIT StreamInit, _In_ PACX_STREAM_CALLBACKS StreamCallbacks)
{
    return ACX_CALL(
        PFN_ACXSTREAMINITASSIGNACXSTREAMCALLBACKS, AcxStreamInitAssignAcxStreamCallbacks, StreamInit,
        StreamCallbacks);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMINITASSIGNACXRTSTREAMCALLBACKS)(
    PACX_DRIVER_GLOBALS, PACXSTREAM_INIT, PACX_RT_STREAM_CALLBACKS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamInitAssignAcxRtStreamCallbacks(
    _Inout_ PACXSTREAM_INIT StreamInit, _In_ PACX_RT_STREAM_CALLBACKS RtStreamCallbacks)
{
    return ACX_CALL(
        PFN_ACXSTREAMINITASSIGNACXRTSTREAMCALLBACKS, AcxStreamInitAssignAcxRtStreamCallbacks, StreamInit,
        RtStreamCallbacks);
}
typedef VOID (NTAPI *PFN_ACXSTREAMINITSETACXRTSTREAMSUPPORTSNOTIFICATIONS)(PACX_DRIVER_GLOBALS, PACXSTREAM_INIT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID AcxStreamInitSetAcxRtStreamSupportsNotifications(_In_ PACXSTREAM_INIT StreamInit)
{
    ACX_CALL(
        PFN_ACXSTREAMINITSETACXRTSTREAMSUPPORTSNOTIFICATIONS,
        AcxStreamInitSetAcxRtStreamSupportsNotifications, StreamInit);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMCREATE)(
    PACX_DRIVER_GLOBALS, WDFDEVICE, ACXCIRCUIT, PWDF_OBJECT_ATTRIBUTES, PACXSTREAM_INIT *, ACXSTREAM *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamCreate(
    _In_ WDFDEVICE Device, _In_ ACXCIRCUIT Circuit, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Inout_ PACXSTREAM_INIT *Config, _Out_ ACXSTREAM *Stream)
{
    return ACX_CALL(PFN_ACXSTREAMCREATE, AcxStreamCreate, Device, Circuit, Attributes, Config, Stream);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMADDEVENTS)(PACX_DRIVER_GLOBALS, ACXSTREAM, ACXEVENT *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamAddEvents(
    _In_ ACXSTREAM Stream, _In_reads_(EventsCount) ACXEVENT *Events, _In_ ULONG EventsCount)
{
    return ACX_CALL(PFN_ACXSTREAMADDEVENTS, AcxStreamAddEvents, Stream, Events, EventsCount);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMADDELEMENTS)(PACX_DRIVER_GLOBALS, ACXSTREAM, ACXELEMENT *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamAddElements(
    _In_ ACXSTREAM Stream, _In_reads_(ElementsCount) ACXELEMENT *Elements, _In_ ULONG ElementsCount)
{
    return ACX_CALL(PFN_ACXSTREAMADDELEMENTS, AcxStreamAddElements, Stream, Elements, ElementsCount);
}
typedef ACXELEMENT (NTAPI *PFN_ACXSTREAMGETELEMENTBYID)(PACX_DRIVER_GLOBALS, ACXSTREAM, ULONG);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ACXELEMENT AcxStreamGetElementById(_In_ ACXSTREAM Stream, _In_ ULONG ElementId)
{
    return ACX_CALL(PFN_ACXSTREAMGETELEMENTBYID, AcxStreamGetElementById, Stream, ElementId);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMADDCONNECTIONS)(PACX_DRIVER_GLOBALS, ACXSTREAM, PACX_CONNECTION, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamAddConnections(
    _In_ ACXSTREAM Stream, _In_reads_(ConnectionsCount) PACX_CONNECTION Connections, _In_ ULONG ConnectionsCount)
{
    return ACX_CALL(PFN_ACXSTREAMADDCONNECTIONS, AcxStreamAddConnections, Stream, Connections, ConnectionsCount);
}
typedef ACXCIRCUIT (NTAPI *PFN_ACXSTREAMGETCIRCUIT)(PACX_DRIVER_GLOBALS, ACXSTREAM);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ACXCIRCUIT AcxStreamGetCircuit(_In_ ACXSTREAM Stream)
{
    return ACX_CALL(PFN_ACXSTREAMGETCIRCUIT, AcxStreamGetCircuit, Stream);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMDISPATCHACXREQUEST)(PACX_DRIVER_GLOBALS, ACXSTREAM, WDFREQUEST);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamDispatchAcxRequest(_In_ ACXSTREAM Stream, _In_ WDFREQUEST Request)
{
    return ACX_CALL(PFN_ACXSTREAMDISPATCHACXREQUEST, AcxStreamDispatchAcxRequest, Stream, Request);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMSTOPIOACTUAL)(PACX_DRIVER_GLOBALS, ACXSTREAM, ULONG, PVOID, LONG, PCCH);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamStopIoActual(
    _In_ ACXSTREAM Stream, _In_ ULONG Flags, _In_opt_ PVOID ObjectTag, _In_ LONG Line, _In_ PCCH File)
{
    return ACX_CALL(PFN_ACXSTREAMSTOPIOACTUAL, AcxStreamStopIoActual, Stream, Flags, ObjectTag, Line, File);
}
typedef VOID (NTAPI *PFN_ACXSTREAMRESUMEIOACTUAL)(PACX_DRIVER_GLOBALS, ACXSTREAM, PVOID, LONG, PCCH);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID AcxStreamResumeIoActual(_In_ ACXSTREAM Stream, _In_opt_ PVOID ObjectTag, _In_ LONG Line, _In_ PCCH File)
{
    ACX_CALL(PFN_ACXSTREAMRESUMEIOACTUAL, AcxStreamResumeIoActual, Stream, ObjectTag, Line, File);
}
typedef NTSTATUS (NTAPI *PFN_ACXRTSTREAMCREATE)(
    PACX_DRIVER_GLOBALS, WDFDEVICE, ACXCIRCUIT, PWDF_OBJECT_ATTRIBUTES, PACXSTREAM_INIT *, ACXSTREAM *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxRtStreamCreate(
    _In_ WDFDEVICE Device, _In_ ACXCIRCUIT Circuit, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Inout_ PACXSTREAM_INIT *Config, _Out_ ACXSTREAM *Stream)
{
    return ACX_CALL(PFN_ACXRTSTREAMCREATE, AcxRtStreamCreate, Device, Circuit, Attributes, Config, Stream);
}
typedef NTSTATUS (NTAPI *PFN_ACXRTSTREAMNOTIFYPACKETCOMPLETE)(PACX_DRIVER_GLOBALS, ACXSTREAM, ULONGLONG, ULONGLONG);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS AcxRtStreamNotifyPacketComplete(
    _In_ ACXSTREAM Stream, _In_ ULONGLONG CompletedPacket, _In_ ULONGLONG QPCCompletion)
{
    return ACX_CALL(
        PFN_ACXRTSTREAMNOTIFYPACKETCOMPLETE, AcxRtStreamNotifyPacketComplete, Stream, CompletedPacket,
        QPCCompletion);
}
typedef NTSTATUS (NTAPI *PFN_ACXDRMADDCONTENTHANDLERS)(PACX_DRIVER_GLOBALS, ULONG, PVOID *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDrmAddContentHandlers(
    _In_ ULONG ContentId, _In_reads_(NumHandlers) PVOID *paHandlers, _In_ ULONG NumHandlers)
{
    return ACX_CALL(PFN_ACXDRMADDCONTENTHANDLERS, AcxDrmAddContentHandlers, ContentId, paHandlers, NumHandlers);
}
typedef NTSTATUS (NTAPI *PFN_ACXDRMCREATECONTENTMIXED)(PACX_DRIVER_GLOBALS, PULONG, ULONG, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDrmCreateContentMixed(
    _In_reads_(cContentId) PULONG paContentId, _In_ ULONG cContentId, _Out_ PULONG pMixedContentId)
{
    return ACX_CALL(
        PFN_ACXDRMCREATECONTENTMIXED, AcxDrmCreateContentMixed, paContentId, cContentId,
        pMixedContentId);
}
typedef NTSTATUS (NTAPI *PFN_ACXDRMDESTROYCONTENT)(PACX_DRIVER_GLOBALS, ULONG);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDrmDestroyContent(_In_ ULONG ContentId)
{
    return ACX_CALL(PFN_ACXDRMDESTROYCONTENT, AcxDrmDestroyContent, ContentId);
}
typedef NTSTATUS (NTAPI *PFN_ACXDRMFORWARDCONTENTTODEVICEOBJECT)(PACX_DRIVER_GLOBALS, ULONG, PVOID, PCACXDRMFORWARD);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDrmForwardContentToDeviceObject(
    _In_ ULONG ContentId, _Reserved_ PVOID Reserved, _In_ PCACXDRMFORWARD DrmForward)
{
    return ACX_CALL(
        PFN_ACXDRMFORWARDCONTENTTODEVICEOBJECT, AcxDrmForwardContentToDeviceObject, ContentId, Reserved,
        DrmForward);
}
typedef NTSTATUS (NTAPI *PFN_ACXDRMRETRIEVECONTENTRIGHTS)(PACX_DRIVER_GLOBALS, ULONG, PACXDRMRIGHTS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDrmRetrieveContentRights(_In_ ULONG ContentId, _Out_ PACXDRMRIGHTS DrmRights)
{
    return ACX_CALL(PFN_ACXDRMRETRIEVECONTENTRIGHTS, AcxDrmRetrieveContentRights, ContentId, DrmRights);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMBRIDGECREATE)(
    PACX_DRIVER_GLOBALS, ACXCIRCUIT, PWDF_OBJECT_ATTRIBUTES, PACX_STREAM_BRIDGE_CONFIG, ACXSTREAMBRIDGE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamBridgeCreate(
    _In_ ACXCIRCUIT AcxCircuit, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_STREAM_BRIDGE_CONFIG Config,
    _Out_ ACXSTREAMBRIDGE *StreamBridge)
{
    return ACX_CALL(PFN_ACXSTREAMBRIDGECREATE, AcxStreamBridgeCreate, AcxCircuit, Attributes, Config, StreamBridge);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMBRIDGEADDSTREAM)(PACX_DRIVER_GLOBALS, ACXSTREAMBRIDGE, ACXSTREAM);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamBridgeAddStream(_In_ ACXSTREAMBRIDGE Bridge, _In_ ACXSTREAM Stream)
{
    return ACX_CALL(PFN_ACXSTREAMBRIDGEADDSTREAM, AcxStreamBridgeAddStream, Bridge, Stream);
}
typedef NTSTATUS (NTAPI *PFN_ACXSTREAMBRIDGEREMOVESTREAM)(PACX_DRIVER_GLOBALS, ACXSTREAMBRIDGE, ACXSTREAM);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxStreamBridgeRemoveStream(_In_ ACXSTREAMBRIDGE Bridge, _In_ ACXSTREAM Stream)
{
    return ACX_CALL(PFN_ACXSTREAMBRIDGEREMOVESTREAM, AcxStreamBridgeRemoveStream, Bridge, Stream);
}
typedef ACXTARGETSTREAM (NTAPI *PFN_ACXSTREAMBRIDGEGETTARGETSTREAM)(PACX_DRIVER_GLOBALS, ACXSTREAMBRIDGE, ACXSTREAM);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE ACXTARGETSTREAM AcxStreamBridgeGetTargetStream(_In_ ACXSTREAMBRIDGE Bridge, _In_ ACXSTREAM Stream)
{
    return ACX_CALL(PFN_ACXSTREAMBRIDGEGETTARGETSTREAM, AcxStreamBridgeGetTargetStream, Bridge, Stream);
}

#if ACX_AT_LEAST(1, 1)
typedef ULONG (NTAPI *PFN_ACXSTREAMGETELEMENTSCOUNT)(PACX_DRIVER_GLOBALS, ACXSTREAM);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ULONG AcxStreamGetElementsCount(_In_ ACXSTREAM Stream)
{
    return ACX_CALL(PFN_ACXSTREAMGETELEMENTSCOUNT, AcxStreamGetElementsCount, Stream);
}
typedef GUID (NTAPI *PFN_ACXSTREAMGETNOTIFICATIONID)(PACX_DRIVER_GLOBALS, ACXSTREAM);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE GUID AcxStreamGetNotificationId(_In_ ACXSTREAM Stream)
{
    return ACX_CALL(PFN_ACXSTREAMGETNOTIFICATIONID, AcxStreamGetNotificationId, Stream);
}
#endif

#define AcxStreamStopIo(Object, Flags)             AcxStreamStopIoActual(Object, Flags, NULL, __LINE__, __FILE__)
#define AcxStreamStopIoWithTag(Object, Flags, Tag) AcxStreamStopIoActual(Object, Flags, Tag, __LINE__, __FILE__)
#define AcxStreamResumeIo(Object)                  AcxStreamResumeIoActual(Object, NULL, __LINE__, __FILE__)
#define AcxStreamResumeIoWithTag(Object, Tag)      AcxStreamResumeIoActual(Object, Tag, __LINE__, __FILE__)

#ifdef __cplusplus
}
#endif

#endif
