/* The Hyper-V switch: injection into it, and its events. From NDIS 6.30 on. */
#ifndef WDK_FWPS_VSWITCH_H
#define WDK_FWPS_VSWITCH_H
#include "injection.h"

#if NDIS_SUPPORT_NDIS630

#ifdef __cplusplus
extern "C" {
#endif

typedef enum FWPS_VSWITCH_EVENT_TYPE_ {
    FWPS_VSWITCH_EVENT_VSWITCH_NONE,
    FWPS_VSWITCH_EVENT_VSWITCH_CREATE,
    FWPS_VSWITCH_EVENT_VSWITCH_DELETE,
    FWPS_VSWITCH_EVENT_PORT_CREATE,
    FWPS_VSWITCH_EVENT_PORT_DELETE,
    FWPS_VSWITCH_EVENT_INTERFACE_CREATE,
    FWPS_VSWITCH_EVENT_INTERFACE_DELETE,
    FWPS_VSWITCH_EVENT_INTERFACE_CONNECT,
    FWPS_VSWITCH_EVENT_INTERFACE_DISCONNECT,
    FWPS_VSWITCH_EVENT_POLICY_ADD,
    FWPS_VSWITCH_EVENT_POLICY_UPDATE,
    FWPS_VSWITCH_EVENT_POLICY_DELETE,
    FWPS_VSWITCH_EVENT_RUNTIME_STATE_SAVE,
    FWPS_VSWITCH_EVENT_RUNTIME_STATE_RESTORE
} FWPS_VSWITCH_EVENT_TYPE;

/* A callback that returns STATUS_PENDING is finished by FwpsvSwitchNotifyComplete0. */
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_LIFETIME_EVENT_CALLBACK0)(_In_opt_ void *notifyContext,
                                                               _In_ FWPS_VSWITCH_EVENT_TYPE eventType,
                                                               _In_ NDIS_SWITCH_PARAMETERS *vSwitch,
                                                               _In_opt_ NDIS_SWITCH_PORT_ARRAY *vSwitchPorts,
                                                               _In_opt_ NDIS_SWITCH_NIC_ARRAY *vSwitchInterfaces);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_PORT_EVENT_CALLBACK0)(_In_opt_ void *notifyContext, _In_ void *completionContext,
                                                           _In_ FWPS_VSWITCH_EVENT_TYPE eventType,
                                                           _In_ NDIS_SWITCH_PARAMETERS *vSwitch,
                                                           _In_ NDIS_SWITCH_PORT_PARAMETERS *vSwitchPort);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_INTERFACE_EVENT_CALLBACK0)(_In_opt_ void *notifyContext,
                                                                _In_ void *completionContext,
                                                                _In_ FWPS_VSWITCH_EVENT_TYPE eventType,
                                                                _In_ NDIS_SWITCH_PARAMETERS *vSwitch,
                                                                _In_ NDIS_SWITCH_NIC_PARAMETERS *vSwitchNic);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_POLICY_EVENT_CALLBACK0)(
    _In_opt_ void *notifyContext, _In_ void *completionContext, _In_ FWPS_VSWITCH_EVENT_TYPE eventType,
    _In_ NDIS_SWITCH_PARAMETERS *vSwitch, _In_opt_ NDIS_SWITCH_PORT_PROPERTY_PARAMETERS *vSwitchPortProperty,
    _In_opt_ NDIS_SWITCH_PORT_PROPERTY_DELETE_PARAMETERS *vSwitchPortPropertyDelete);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_FILTER_ENGINE_REORDER_CALLBACK0)(_In_opt_ void *notifyContext,
                                                                      _In_ void *completionContext,
                                                                      _In_ BOOLEAN isInRequiredPosition,
                                                                      _In_ const NDIS_STRING *vSwitchExtensionLwfList);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_RUNTIME_STATE_SAVE_CALLBACK0)(_In_opt_ void *notifyContext,
                                                                   _In_ void *completionContext,
                                                                   _In_ FWPS_VSWITCH_EVENT_TYPE eventType,
                                                                   _In_ NDIS_SWITCH_PARAMETERS *vSwitch,
                                                                   _In_ NDIS_SWITCH_PORT_ID portId,
                                                                   _Out_ UINT32 *runtimeStateLength,
                                                                   _Outptr_ void **runtimeState);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_VSWITCH_RUNTIME_STATE_RESTORE_CALLBACK0)(
    _In_opt_ void *notifyContext, _In_ void *completionContext, _In_ FWPS_VSWITCH_EVENT_TYPE eventType,
    _In_ NDIS_SWITCH_PARAMETERS *vSwitch, _In_ NDIS_SWITCH_PORT_ID portId,
    _In_reads_bytes_(runtimeStateLength) void *runtimeState, _In_ UINT32 runtimeStateLength);

typedef struct FWPS_VSWITCH_EVENT_DISPATCH_TABLE0_ {
    FWPS_VSWITCH_LIFETIME_EVENT_CALLBACK0 vSwitchLifetimeNotifyFn;
    FWPS_VSWITCH_PORT_EVENT_CALLBACK0 vSwitchPortEventNotifyFn;
    FWPS_VSWITCH_INTERFACE_EVENT_CALLBACK0 vSwitchInterfaceEventNotifyFn;
    FWPS_VSWITCH_FILTER_ENGINE_REORDER_CALLBACK0 vSwitchFilterEngineReorderNotifyRn;
    FWPS_VSWITCH_POLICY_EVENT_CALLBACK0 vSwitchPolicyEventNotifyFn;
    FWPS_VSWITCH_RUNTIME_STATE_SAVE_CALLBACK0 vSwitchRuntimeStateSaveNotifyFn;
    FWPS_VSWITCH_RUNTIME_STATE_RESTORE_CALLBACK0 vSwitchRuntimeStateRestoreNotifyFn;
} FWPS_VSWITCH_EVENT_DISPATCH_TABLE0;

_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsvSwitchEventsSubscribe0(_In_ const GUID *providerGuid, _In_opt_ void *notifyContext,
                                           _Reserved_ UINT32 flags, _Reserved_ void *reserved,
                                           _In_ const FWPS_VSWITCH_EVENT_DISPATCH_TABLE0 *eventDispatchTable,
                                           _Out_ HANDLE *subscriptionId);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsvSwitchEventsUnsubscribe0(_In_ HANDLE subscriptionId, _Reserved_ UINT32 flags,
                                             _Reserved_ void *reserved);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.2.9200")
void NTAPI FwpsvSwitchNotifyComplete0(_In_ void *completionContext, _In_ NTSTATUS status, _Reserved_ UINT32 flags,
                                      _Reserved_ void *reserved);

_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsInjectvSwitchEthernetIngressAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                                      _In_ UINT32 flags, _Reserved_ void *reserved,
                                                      _In_ const FWP_BYTE_BLOB *vSwitchId,
                                                      _In_ NDIS_SWITCH_PORT_ID vSwitchSourcePortId,
                                                      _In_ NDIS_SWITCH_NIC_INDEX vSwitchSourceNicIndex,
                                                      _Inout_ NET_BUFFER_LIST *netBufferLists,
                                                      _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                                      _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.2.9200")
void NTAPI FwpsReferencevSwitchPacketContext0(_In_ HANDLE packetContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.2.9200")
void NTAPI FwpsDereferencevSwitchPacketContext0(_In_ HANDLE packetContext);

#ifdef __cplusplus
}
#endif
#endif
#endif
