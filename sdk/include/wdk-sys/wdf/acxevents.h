/*
 * acxevents.h: events of kernel streaming and of plug and play that objects raise.
 */
#ifndef WDK_ACXEVENTS_H
#define WDK_ACXEVENTS_H
#include <acxrequest.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _ACX_EVENT_CONFIG_FLAGS {
    AcxEventConfigNoFlags = 0,
    AcxEventConfigValidFlags = 0,
} ACX_EVENT_CONFIG_FLAGS;

typedef enum _ACX_PNPEVENT_CONFIG_FLAGS {
    AcxPnpEventConfigNoFlags = 0,
    AcxPnpEventConfigValidFlags = 0,
} ACX_PNPEVENT_CONFIG_FLAGS;

typedef _Function_class_(EVT_ACX_EVENT_DISABLE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID EVT_ACX_EVENT_DISABLE(_In_ ACXEVENT Event);
typedef EVT_ACX_EVENT_DISABLE *PFN_ACX_EVENT_DISABLE;
typedef _Function_class_(EVT_ACX_EVENT_ENABLE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS EVT_ACX_EVENT_ENABLE(_In_ ACXEVENT Event);
typedef EVT_ACX_EVENT_ENABLE *PFN_ACX_EVENT_ENABLE;

typedef struct _ACX_EVENT_CALLBACKS {
    ULONG Size;
    PFN_ACX_EVENT_ENABLE EvtAcxEventEnable;
    PFN_ACX_EVENT_DISABLE EvtAcxEventDisable;
    PFN_ACX_OBJECT_PROCESS_EVENT_REQUEST EvtAcxEventProcessRequest;
} ACX_EVENT_CALLBACKS, *PACX_EVENT_CALLBACKS;

typedef struct _ACX_EVENT_CONFIG {
    ULONG Size;
    ULONG Flags;
    const GUID *Set;
    ULONG Id;
    ULONG Type;
    PACX_EVENT_CALLBACKS Callbacks;
} ACX_EVENT_CONFIG, *PACX_EVENT_CONFIG;

typedef struct _ACX_PNPEVENT_CONFIG {
    ULONG Size;
    ULONG Flags;
    GUID Event;
} ACX_PNPEVENT_CONFIG, *PACX_PNPEVENT_CONFIG;

FORCEINLINE VOID ACX_EVENT_CALLBACKS_INIT(_Out_ PACX_EVENT_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(*Callbacks));
    Callbacks->Size = sizeof(*Callbacks);
}

FORCEINLINE VOID ACX_EVENT_CONFIG_INIT(_Out_ PACX_EVENT_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

FORCEINLINE VOID ACX_PNPEVENT_CONFIG_INIT(_Out_ PACX_PNPEVENT_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

typedef NTSTATUS (NTAPI *PFN_ACXEVENTCREATE)(
    PACX_DRIVER_GLOBALS, ACXOBJECT, PWDF_OBJECT_ATTRIBUTES, PACX_EVENT_CONFIG, ACXEVENT *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxEventCreate(
    _In_ ACXOBJECT Object, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_EVENT_CONFIG Config,
    _Out_ ACXEVENT *Event)
{
    return ACX_CALL(PFN_ACXEVENTCREATE, AcxEventCreate, Object, Attributes, Config, Event);
}
typedef VOID (NTAPI *PFN_ACXEVENTADDEVENTDATA)(PACX_DRIVER_GLOBALS, ACXEVENT, ACXEVENTDATA);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID AcxEventAddEventData(_In_ ACXEVENT Event, _In_ ACXEVENTDATA EventData)
{
    ACX_CALL(PFN_ACXEVENTADDEVENTDATA, AcxEventAddEventData, Event, EventData);
}
typedef VOID (NTAPI *PFN_ACXEVENTGENERATEEVENT)(PACX_DRIVER_GLOBALS, ACXEVENT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID AcxEventGenerateEvent(_In_ ACXEVENT Event)
{
    ACX_CALL(PFN_ACXEVENTGENERATEEVENT, AcxEventGenerateEvent, Event);
}
typedef NTSTATUS (NTAPI *PFN_ACXPNPEVENTCREATE)(
    PACX_DRIVER_GLOBALS, WDFDEVICE, ACXOBJECT, PWDF_OBJECT_ATTRIBUTES, PACX_PNPEVENT_CONFIG, ACXPNPEVENT *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPnpEventCreate(
    _In_ WDFDEVICE Device, _In_ ACXOBJECT Object, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _In_ PACX_PNPEVENT_CONFIG Config, _Out_ ACXPNPEVENT *Event)
{
    return ACX_CALL(PFN_ACXPNPEVENTCREATE, AcxPnpEventCreate, Device, Object, Attributes, Config, Event);
}
typedef NTSTATUS (NTAPI *PFN_ACXPNPEVENTGENERATEEVENT)(PACX_DRIVER_GLOBALS, ACXPNPEVENT, PVOID, USHORT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxPnpEventGenerateEvent(
    _In_ ACXPNPEVENT Event, _In_reads_bytes_opt_(Size) PVOID Payload, _In_ USHORT Size)
{
    return ACX_CALL(PFN_ACXPNPEVENTGENERATEEVENT, AcxPnpEventGenerateEvent, Event, Payload, Size);
}

#ifdef __cplusplus
}
#endif

#endif
