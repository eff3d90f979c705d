/*
 * spbcx.h: SpbCx, the framework extension of controllers of simple peripheral buses (SpbCxStubs.lib).
 *
 * Names, types and prototypes are those of the public reference; the order of the function table is that of ReactOS'
 * header in the public domain.
 */
#ifndef WDK_SPBCX_H
#define WDK_SPBCX_H
#include <wdm.h>
#include <wdf.h>
#include <spb.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A target is a file object and a request is a request of the framework: C casts them to those, C++ takes them as such. */
#ifdef __cplusplus
struct SPBTARGET__ : WDFFILEOBJECT__ {};
struct SPBREQUEST__ : WDFREQUEST__ {};
#endif
typedef struct SPBTARGET__ *SPBTARGET;
typedef struct SPBREQUEST__ *SPBREQUEST;

typedef struct _WDF_DRIVER_GLOBALS SPB_DRIVER_GLOBALS, *PSPB_DRIVER_GLOBALS;
typedef VOID (*SPBFUNC)(VOID);
extern SPBFUNC SpbFunctions[];
extern PSPB_DRIVER_GLOBALS SpbDriverGlobals;
#define SPB_CALL(pfn, name, ...) ((pfn)SpbFunctions[name##TableIndex])(SpbDriverGlobals, ##__VA_ARGS__)

typedef enum _SPBFUNCENUM {
    SpbDeviceInitConfigTableIndex = 0,
    SpbDeviceInitializeTableIndex = 1,
    SpbControllerSetIoOtherCallbackTableIndex = 2,
    SpbControllerSetRequestAttributesTableIndex = 3,
    SpbControllerSetTargetAttributesTableIndex = 4,
    SpbTargetGetConnectionParametersTableIndex = 5,
    SpbTargetGetFileObjectTableIndex = 6,
    SpbRequestGetTargetTableIndex = 7,
    SpbRequestGetControllerTableIndex = 8,
    SpbRequestGetParametersTableIndex = 9,
    SpbRequestGetTransferParametersTableIndex = 10,
    SpbRequestCompleteTableIndex = 11,
    SpbRequestCaptureIoOtherTransferListTableIndex = 12,
    SpbFunctionTableNumEntries = 13,
} SPBFUNCENUM;

typedef enum _SPB_REQUEST_TYPE {
    SpbRequestTypeUndefined = 0,
    SpbRequestTypeRead,
    SpbRequestTypeWrite,
    SpbRequestTypeSequence,
    SpbRequestTypeLockController,
    SpbRequestTypeUnlockController,
    SpbRequestTypeLockConnection,
    SpbRequestTypeUnlockConnection,
    SpbRequestTypeOther,
    SpbRequestTypeMax,
} SPB_REQUEST_TYPE, *PSPB_REQUEST_TYPE;

typedef enum _SPB_REQUEST_SEQUENCE_POSITION {
    SpbRequestSequencePositionInvalid = 0,
    SpbRequestSequencePositionSingle,
    SpbRequestSequencePositionFirst,
    SpbRequestSequencePositionContinue,
    SpbRequestSequencePositionLast,
    SpbRequestSequencePositionMax,
} SPB_REQUEST_SEQUENCE_POSITION, *PSPB_REQUEST_SEQUENCE_POSITION;

typedef _Function_class_(EVT_SPB_TARGET_CONNECT) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_SPB_TARGET_CONNECT(_In_ WDFDEVICE Controller, _In_ SPBTARGET Target);
typedef EVT_SPB_TARGET_CONNECT *PFN_SPB_TARGET_CONNECT;
typedef _Function_class_(EVT_SPB_TARGET_DISCONNECT) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID EVT_SPB_TARGET_DISCONNECT(_In_ WDFDEVICE Controller, _In_ SPBTARGET Target);
typedef EVT_SPB_TARGET_DISCONNECT *PFN_SPB_TARGET_DISCONNECT;
typedef _Function_class_(EVT_SPB_CONTROLLER_LOCK) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_SPB_CONTROLLER_LOCK(_In_ WDFDEVICE Controller, _In_ SPBTARGET Target, _In_ SPBREQUEST LockRequest);
typedef EVT_SPB_CONTROLLER_LOCK *PFN_SPB_CONTROLLER_LOCK;
typedef _Function_class_(EVT_SPB_CONTROLLER_UNLOCK) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_SPB_CONTROLLER_UNLOCK(_In_ WDFDEVICE Controller, _In_ SPBTARGET Target, _In_ SPBREQUEST UnlockRequest);
typedef EVT_SPB_CONTROLLER_UNLOCK *PFN_SPB_CONTROLLER_UNLOCK;
typedef _Function_class_(EVT_SPB_CONTROLLER_READ) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_SPB_CONTROLLER_READ(
    _In_ WDFDEVICE Controller, _In_ SPBTARGET Target, _In_ SPBREQUEST Request, _In_ size_t Length);
typedef EVT_SPB_CONTROLLER_READ *PFN_SPB_CONTROLLER_READ;
typedef _Function_class_(EVT_SPB_CONTROLLER_WRITE) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_SPB_CONTROLLER_WRITE(
    _In_ WDFDEVICE Controller, _In_ SPBTARGET Target, _In_ SPBREQUEST Request, _In_ size_t Length);
typedef EVT_SPB_CONTROLLER_WRITE *PFN_SPB_CONTROLLER_WRITE;
typedef _Function_class_(EVT_SPB_CONTROLLER_SEQUENCE) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_SPB_CONTROLLER_SEQUENCE(
    _In_ WDFDEVICE Controller, _In_ SPBTARGET Target, _In_ SPBREQUEST Request, _In_ ULONG TransferCount);
typedef EVT_SPB_CONTROLLER_SEQUENCE *PFN_SPB_CONTROLLER_SEQUENCE;
typedef _Function_class_(EVT_SPB_CONTROLLER_OTHER) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID EVT_SPB_CONTROLLER_OTHER(
    _In_ WDFDEVICE Controller, _In_ SPBTARGET Target, _In_ SPBREQUEST Request, _In_ size_t OutputBufferLength,
    _In_ size_t InputBufferLength, _In_ ULONG IoControlCode);
typedef EVT_SPB_CONTROLLER_OTHER *PFN_SPB_CONTROLLER_OTHER;

typedef struct _SPB_CONTROLLER_CONFIG {
    ULONG Size;
    WDF_IO_QUEUE_DISPATCH_TYPE ControllerDispatchType;
    WDF_TRI_STATE PowerManaged;
    PFN_SPB_TARGET_CONNECT EvtSpbTargetConnect;
    PFN_SPB_TARGET_DISCONNECT EvtSpbTargetDisconnect;
    PFN_SPB_CONTROLLER_LOCK EvtSpbControllerLock;
    PFN_SPB_CONTROLLER_UNLOCK EvtSpbControllerUnlock;
    PFN_SPB_CONTROLLER_READ EvtSpbIoRead;
    PFN_SPB_CONTROLLER_WRITE EvtSpbIoWrite;
    PFN_SPB_CONTROLLER_SEQUENCE EvtSpbIoSequence;
} SPB_CONTROLLER_CONFIG, *PSPB_CONTROLLER_CONFIG;

typedef struct _SPB_CONNECTION_PARAMETERS {
    USHORT Size;
    PCWSTR ConnectionTag;
    PVOID ConnectionParameters; /* an RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER */
} SPB_CONNECTION_PARAMETERS, *PSPB_CONNECTION_PARAMETERS;

typedef struct _SPB_REQUEST_PARAMETERS {
    USHORT Size;
    SPB_REQUEST_TYPE Type;
    SPB_REQUEST_SEQUENCE_POSITION Position;
    SPB_TRANSFER_DIRECTION PreviousTransferDirection;
    size_t Length;
    ULONG SequenceTransferCount;
} SPB_REQUEST_PARAMETERS, *PSPB_REQUEST_PARAMETERS;

typedef struct _SPB_TRANSFER_DESCRIPTOR {
    USHORT Size;
    SPB_TRANSFER_DIRECTION Direction;
    size_t TransferLength;
    ULONG DelayInUs;
} SPB_TRANSFER_DESCRIPTOR, *PSPB_TRANSFER_DESCRIPTOR;

FORCEINLINE VOID SPB_CONTROLLER_CONFIG_INIT(_Out_ SPB_CONTROLLER_CONFIG *Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->ControllerDispatchType = WdfIoQueueDispatchSequential;
    Config->PowerManaged = WdfUseDefault;
}

FORCEINLINE VOID SPB_CONNECTION_PARAMETERS_INIT(_Out_ SPB_CONNECTION_PARAMETERS *Parameters)
{
    RtlZeroMemory(Parameters, sizeof(*Parameters));
    Parameters->Size = sizeof(*Parameters);
}

FORCEINLINE VOID SPB_REQUEST_PARAMETERS_INIT(_Out_ SPB_REQUEST_PARAMETERS *Parameters)
{
    RtlZeroMemory(Parameters, sizeof(*Parameters));
    Parameters->Size = sizeof(*Parameters);
}

FORCEINLINE VOID SPB_TRANSFER_DESCRIPTOR_INIT(_Out_ SPB_TRANSFER_DESCRIPTOR *Descriptor)
{
    RtlZeroMemory(Descriptor, sizeof(*Descriptor));
    Descriptor->Size = sizeof(*Descriptor);
}

typedef NTSTATUS (NTAPI *PFN_SPBDEVICEINITCONFIG)(PSPB_DRIVER_GLOBALS, PWDFDEVICE_INIT);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_
WDF_INLINE NTSTATUS SpbDeviceInitConfig(_Inout_ PWDFDEVICE_INIT DeviceInit)
{
    return SPB_CALL(PFN_SPBDEVICEINITCONFIG, SpbDeviceInitConfig, DeviceInit);
}
typedef NTSTATUS (NTAPI *PFN_SPBDEVICEINITIALIZE)(PSPB_DRIVER_GLOBALS, WDFDEVICE, PSPB_CONTROLLER_CONFIG);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_
WDF_INLINE NTSTATUS SpbDeviceInitialize(_In_ WDFDEVICE FxDevice, _In_ PSPB_CONTROLLER_CONFIG Config)
{
    return SPB_CALL(PFN_SPBDEVICEINITIALIZE, SpbDeviceInitialize, FxDevice, Config);
}
typedef VOID (NTAPI *PFN_SPBCONTROLLERSETIOOTHERCALLBACK)(
    PSPB_DRIVER_GLOBALS, WDFDEVICE, PFN_SPB_CONTROLLER_OTHER, PFN_WDF_IO_IN_CALLER_CONTEXT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID SpbControllerSetIoOtherCallback(
    _In_ WDFDEVICE FxDevice, _In_ PFN_SPB_CONTROLLER_OTHER EvtSpbControllerIoOther,
    _In_opt_ PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext)
{
    SPB_CALL(PFN_SPBCONTROLLERSETIOOTHERCALLBACK, SpbControllerSetIoOtherCallback, FxDevice, EvtSpbControllerIoOther, EvtIoInCallerContext);
}
typedef VOID (NTAPI *PFN_SPBCONTROLLERSETREQUESTATTRIBUTES)(PSPB_DRIVER_GLOBALS, WDFDEVICE, PWDF_OBJECT_ATTRIBUTES);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID SpbControllerSetRequestAttributes(
    _In_ WDFDEVICE FxDevice, _In_ PWDF_OBJECT_ATTRIBUTES RequestAttributes)
{
    SPB_CALL(PFN_SPBCONTROLLERSETREQUESTATTRIBUTES, SpbControllerSetRequestAttributes, FxDevice, RequestAttributes);
}
typedef VOID (NTAPI *PFN_SPBCONTROLLERSETTARGETATTRIBUTES)(PSPB_DRIVER_GLOBALS, WDFDEVICE, PWDF_OBJECT_ATTRIBUTES);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID SpbControllerSetTargetAttributes(_In_ WDFDEVICE FxDevice, _In_ PWDF_OBJECT_ATTRIBUTES ObjectAttributes)
{
    SPB_CALL(PFN_SPBCONTROLLERSETTARGETATTRIBUTES, SpbControllerSetTargetAttributes, FxDevice, ObjectAttributes);
}
typedef VOID (NTAPI *PFN_SPBTARGETGETCONNECTIONPARAMETERS)(
    PSPB_DRIVER_GLOBALS, SPBTARGET, PSPB_CONNECTION_PARAMETERS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID SpbTargetGetConnectionParameters(
    _In_ SPBTARGET Target, _Inout_ PSPB_CONNECTION_PARAMETERS ConnectionParameters)
{
    SPB_CALL(PFN_SPBTARGETGETCONNECTIONPARAMETERS, SpbTargetGetConnectionParameters, Target, ConnectionParameters);
}
typedef WDFFILEOBJECT (NTAPI *PFN_SPBTARGETGETFILEOBJECT)(PSPB_DRIVER_GLOBALS, SPBTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFFILEOBJECT SpbTargetGetFileObject(_In_ SPBTARGET Target)
{
    return SPB_CALL(PFN_SPBTARGETGETFILEOBJECT, SpbTargetGetFileObject, Target);
}
typedef SPBTARGET (NTAPI *PFN_SPBREQUESTGETTARGET)(PSPB_DRIVER_GLOBALS, SPBREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE SPBTARGET SpbRequestGetTarget(_In_ SPBREQUEST SpbRequest)
{
    return SPB_CALL(PFN_SPBREQUESTGETTARGET, SpbRequestGetTarget, SpbRequest);
}
typedef WDFDEVICE (NTAPI *PFN_SPBREQUESTGETCONTROLLER)(PSPB_DRIVER_GLOBALS, SPBREQUEST);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE SpbRequestGetController(_In_ SPBREQUEST SpbRequest)
{
    return SPB_CALL(PFN_SPBREQUESTGETCONTROLLER, SpbRequestGetController, SpbRequest);
}
typedef VOID (NTAPI *PFN_SPBREQUESTGETPARAMETERS)(PSPB_DRIVER_GLOBALS, SPBREQUEST, PSPB_REQUEST_PARAMETERS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID SpbRequestGetParameters(_In_ SPBREQUEST SpbRequest, _Inout_ PSPB_REQUEST_PARAMETERS Parameters)
{
    SPB_CALL(PFN_SPBREQUESTGETPARAMETERS, SpbRequestGetParameters, SpbRequest, Parameters);
}
typedef VOID (NTAPI *PFN_SPBREQUESTGETTRANSFERPARAMETERS)(
    PSPB_DRIVER_GLOBALS, SPBREQUEST, ULONG, PSPB_TRANSFER_DESCRIPTOR, PMDL *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID SpbRequestGetTransferParameters(
    _In_ SPBREQUEST SpbRequest, _In_ ULONG Index, _Inout_opt_ PSPB_TRANSFER_DESCRIPTOR TransferDescriptor,
    _Out_opt_ PMDL *TransferBuffer)
{
    SPB_CALL(PFN_SPBREQUESTGETTRANSFERPARAMETERS, SpbRequestGetTransferParameters, SpbRequest, Index, TransferDescriptor, TransferBuffer);
}
typedef VOID (NTAPI *PFN_SPBREQUESTCOMPLETE)(PSPB_DRIVER_GLOBALS, SPBREQUEST, NTSTATUS);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID SpbRequestComplete(_In_ SPBREQUEST Request, _In_ NTSTATUS CompletionStatus)
{
    SPB_CALL(PFN_SPBREQUESTCOMPLETE, SpbRequestComplete, Request, CompletionStatus);
}
typedef NTSTATUS (NTAPI *PFN_SPBREQUESTCAPTUREIOOTHERTRANSFERLIST)(PSPB_DRIVER_GLOBALS, SPBREQUEST);
_Must_inspect_result_
WDF_INLINE NTSTATUS SpbRequestCaptureIoOtherTransferList(_In_ SPBREQUEST Request)
{
    return SPB_CALL(PFN_SPBREQUESTCAPTUREIOOTHERTRANSFERLIST, SpbRequestCaptureIoOtherTransferList, Request);
}

#ifdef __cplusplus
}
#endif
#endif
