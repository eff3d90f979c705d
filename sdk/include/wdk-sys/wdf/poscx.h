/*
 * poscx.h: PosCx, the class extension of point-of-service devices (UMDF 2, PosCxStub.lib): who has claimed the device, and
 * events for those who read.
 *
 * Names, prototypes, values and the order of the functions are those of the public reference.
 */
#ifndef WDK_POSCX_H
#define WDK_POSCX_H
#include <windows.h>
#include <wdf.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _POSCX_DRIVER_GLOBALS POSCX_DRIVER_GLOBALS, *PPOSCX_DRIVER_GLOBALS;
typedef VOID (*POSCXFUNC)(VOID);
extern POSCXFUNC PoscxFunctions[];
extern PPOSCX_DRIVER_GLOBALS PoscxDriverGlobals;
#define POSCX_CALL(pfn, name, ...) ((pfn)PoscxFunctions[name##TableIndex])(PoscxDriverGlobals, ##__VA_ARGS__)

typedef enum _POSCXFUNCENUM {
    PosCxClaimDeviceTableIndex = 0,
    PosCxInitTableIndex = 1,
    PosCxRetainDeviceTableIndex = 2,
    PosCxRemoteRequestReleaseTableIndex = 3,
    PosCxReleaseDeviceTableIndex = 4,
    PosCxIsDeviceOwnerTableIndex = 5,
    PosCxGetDeviceInterfaceTagTableIndex = 6,
    PosCxPutPendingEventTableIndex = 7,
    PosCxPutPendingEventMemoryTableIndex = 8,
    PosCxGetPendingEventTableIndex = 9,
    PosCxCleanupEventsTableIndex = 10,
    PosCxCleanPendingRequestsTableIndex = 11,
    PosCxIsPosAppTableIndex = 12,
    PosCxMarkPosAppTableIndex = 13,
    PosCxOpenTableIndex = 14,
    PosCxCloseTableIndex = 15,
    PoscxFunctionTableNumEntries = 16,
} POSCXFUNCENUM;

typedef enum _POS_CX_EVENT_DEST {
    POS_CX_EVENT_DEST_INVALID = 0,
    POS_CX_EVENT_DEST_DEVICE_OWNER,
    POS_CX_EVENT_DEST_ALL,
    POS_CX_EVENT_DEST__MAX,
} POS_CX_EVENT_DEST;

typedef enum _POS_CX_EVENT_PRIORITY {
    POS_CX_EVENT_PRIORITY_INVALID = 0,
    POS_CX_EVENT_PRIORITY_DATA,
    POS_CX_EVENT_PRIORITY_CONTROL,
    POS_CX_EVENT_PRIORITY__MAX,
} POS_CX_EVENT_PRIORITY;

/* Who gets an event, and before which others. */
typedef enum _POS_CX_EVENT_ATTRIBUTES {
    POS_CX_EVENT_ATTR_DATA = POS_CX_EVENT_DEST_DEVICE_OWNER << 8 | POS_CX_EVENT_PRIORITY_DATA,
    POS_CX_EVENT_ATTR_CONTROL = POS_CX_EVENT_DEST_DEVICE_OWNER << 8 | POS_CX_EVENT_PRIORITY_CONTROL,
    POS_CX_EVENT_ATTR_BCAST_CONTROL = POS_CX_EVENT_DEST_ALL << 8 | POS_CX_EVENT_PRIORITY_CONTROL,
} POS_CX_EVENT_ATTRIBUTES;

typedef _Function_class_(EVT_POS_CX_DEVICE_OWNERSHIP_CHANGE) _IRQL_requires_same_
VOID EVT_POS_CX_DEVICE_OWNERSHIP_CHANGE(
    _In_ WDFDEVICE device, _In_opt_ WDFFILEOBJECT oldOwnerFileObj, _In_opt_ WDFFILEOBJECT newOwnerFileObj);
typedef EVT_POS_CX_DEVICE_OWNERSHIP_CHANGE *PFN_POS_CX_DEVICE_OWNERSHIP_CHANGE;
typedef _Function_class_(EVT_POS_CX_DEVICE_REMOTE_CLAIM) _IRQL_requires_same_
NTSTATUS EVT_POS_CX_DEVICE_REMOTE_CLAIM(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
typedef EVT_POS_CX_DEVICE_REMOTE_CLAIM *PFN_POS_CX_DEVICE_REMOTE_CLAIM;
typedef _Function_class_(EVT_POS_CX_DEVICE_REMOTE_RELEASE) _IRQL_requires_same_
NTSTATUS EVT_POS_CX_DEVICE_REMOTE_RELEASE(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
typedef EVT_POS_CX_DEVICE_REMOTE_RELEASE *PFN_POS_CX_DEVICE_REMOTE_RELEASE;
typedef _Function_class_(EVT_POS_CX_DEVICE_REMOTE_RETAIN) _IRQL_requires_same_
NTSTATUS EVT_POS_CX_DEVICE_REMOTE_RETAIN(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
typedef EVT_POS_CX_DEVICE_REMOTE_RETAIN *PFN_POS_CX_DEVICE_REMOTE_RETAIN;

typedef struct _POS_CX_ATTRIBUTES {
    PFN_POS_CX_DEVICE_OWNERSHIP_CHANGE EvtDeviceOwnershipChange;
    PFN_POS_CX_DEVICE_REMOTE_CLAIM EvtDeviceRemoteClaim;
    PFN_POS_CX_DEVICE_REMOTE_RELEASE EvtDeviceRemoteRelease;
    PFN_POS_CX_DEVICE_REMOTE_RETAIN EvtDeviceRemoteRetain;
} POS_CX_ATTRIBUTES, *PPOS_CX_ATTRIBUTES;

FORCEINLINE VOID POS_CX_ATTRIBUTES_INIT(_Out_ POS_CX_ATTRIBUTES *PosCxAttrPtr)
{
    RtlZeroMemory(PosCxAttrPtr, sizeof(*PosCxAttrPtr));
}

typedef NTSTATUS (NTAPI *PFN_POSCXINIT)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, POS_CX_ATTRIBUTES *);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxInit(_In_ WDFDEVICE device, _In_ POS_CX_ATTRIBUTES *posCxAttrPtr)
{
    return POSCX_CALL(PFN_POSCXINIT, PosCxInit, device, posCxAttrPtr);
}
typedef NTSTATUS (NTAPI *PFN_POSCXOPEN)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT, ULONG);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxOpen(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject, _In_ ULONG deviceInterfaceTag)
{
    return POSCX_CALL(PFN_POSCXOPEN, PosCxOpen, device, fileObject, deviceInterfaceTag);
}
typedef NTSTATUS (NTAPI *PFN_POSCXCLOSE)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT);
WDF_INLINE NTSTATUS PosCxClose(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject)
{
    return POSCX_CALL(PFN_POSCXCLOSE, PosCxClose, device, fileObject);
}
typedef NTSTATUS (NTAPI *PFN_POSCXCLAIMDEVICE)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFREQUEST);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxClaimDevice(_In_ WDFDEVICE device, _In_ WDFREQUEST request)
{
    return POSCX_CALL(PFN_POSCXCLAIMDEVICE, PosCxClaimDevice, device, request);
}
typedef NTSTATUS (NTAPI *PFN_POSCXRETAINDEVICE)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFREQUEST);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxRetainDevice(_In_ WDFDEVICE device, _In_ WDFREQUEST request)
{
    return POSCX_CALL(PFN_POSCXRETAINDEVICE, PosCxRetainDevice, device, request);
}
typedef NTSTATUS (NTAPI *PFN_POSCXRELEASEDEVICE)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxReleaseDevice(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject)
{
    return POSCX_CALL(PFN_POSCXRELEASEDEVICE, PosCxReleaseDevice, device, fileObject);
}
typedef NTSTATUS (NTAPI *PFN_POSCXREMOTEREQUESTRELEASE)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, ULONG);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxRemoteRequestRelease(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag)
{
    return POSCX_CALL(PFN_POSCXREMOTEREQUESTRELEASE, PosCxRemoteRequestRelease, device, deviceInterfaceTag);
}
typedef BOOLEAN (NTAPI *PFN_POSCXISDEVICEOWNER)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT);
WDF_INLINE BOOLEAN PosCxIsDeviceOwner(_In_ WDFDEVICE device, _In_opt_ WDFFILEOBJECT fileObject)
{
    return POSCX_CALL(PFN_POSCXISDEVICEOWNER, PosCxIsDeviceOwner, device, fileObject);
}
typedef ULONG (NTAPI *PFN_POSCXGETDEVICEINTERFACETAG)(PPOSCX_DRIVER_GLOBALS, WDFFILEOBJECT);
WDF_INLINE ULONG PosCxGetDeviceInterfaceTag(_In_ WDFFILEOBJECT fileObject)
{
    return POSCX_CALL(PFN_POSCXGETDEVICEINTERFACETAG, PosCxGetDeviceInterfaceTag, fileObject);
}
/* The memory becomes the extension's if this succeeds. */
typedef NTSTATUS (NTAPI *PFN_POSCXPUTPENDINGEVENTMEMORY)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, ULONG, WDFMEMORY, POS_CX_EVENT_ATTRIBUTES);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxPutPendingEventMemory(
    _In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag, _In_ WDFMEMORY eventMemory,
    _In_ POS_CX_EVENT_ATTRIBUTES eventAttr)
{
    return POSCX_CALL(PFN_POSCXPUTPENDINGEVENTMEMORY, PosCxPutPendingEventMemory, device, deviceInterfaceTag, eventMemory, eventAttr);
}
typedef NTSTATUS (NTAPI *PFN_POSCXPUTPENDINGEVENT)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, ULONG, ULONG, size_t, PVOID, POS_CX_EVENT_ATTRIBUTES);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxPutPendingEvent(
    _In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag, _In_ ULONG eventType, _In_ size_t rawEventDataSize,
    _In_reads_bytes_opt_(rawEventDataSize) PVOID rawEventDataPtr, _In_ POS_CX_EVENT_ATTRIBUTES eventAttr)
{
    return POSCX_CALL(PFN_POSCXPUTPENDINGEVENT, PosCxPutPendingEvent, device, deviceInterfaceTag, eventType, rawEventDataSize, rawEventDataPtr, eventAttr);
}
typedef NTSTATUS (NTAPI *PFN_POSCXGETPENDINGEVENT)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFREQUEST);
_Must_inspect_result_
WDF_INLINE NTSTATUS PosCxGetPendingEvent(_In_ WDFDEVICE device, _In_ WDFREQUEST request)
{
    return POSCX_CALL(PFN_POSCXGETPENDINGEVENT, PosCxGetPendingEvent, device, request);
}
typedef VOID (NTAPI *PFN_POSCXCLEANUPEVENTS)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT);
WDF_INLINE VOID PosCxCleanupEvents(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject)
{
    POSCX_CALL(PFN_POSCXCLEANUPEVENTS, PosCxCleanupEvents, device, fileObject);
}
typedef VOID (NTAPI *PFN_POSCXCLEANPENDINGREQUESTS)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT, NTSTATUS);
WDF_INLINE VOID PosCxCleanPendingRequests(
    _In_ WDFDEVICE device, _In_opt_ WDFFILEOBJECT callerFileObj, _In_ NTSTATUS completionStatus)
{
    POSCX_CALL(PFN_POSCXCLEANPENDINGREQUESTS, PosCxCleanPendingRequests, device, callerFileObj, completionStatus);
}
typedef BOOLEAN (NTAPI *PFN_POSCXISPOSAPP)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT);
WDF_INLINE BOOLEAN PosCxIsPosApp(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject)
{
    return POSCX_CALL(PFN_POSCXISPOSAPP, PosCxIsPosApp, device, fileObject);
}
typedef NTSTATUS (NTAPI *PFN_POSCXMARKPOSAPP)(PPOSCX_DRIVER_GLOBALS, WDFDEVICE, WDFFILEOBJECT, BOOLEAN);
WDF_INLINE NTSTATUS PosCxMarkPosApp(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject, _In_ BOOLEAN isPosApp)
{
    return POSCX_CALL(PFN_POSCXMARKPOSAPP, PosCxMarkPosApp, device, fileObject, isPosApp);
}

#ifdef __cplusplus
}
#endif
#endif
