/*
 * The Windows Filtering Platform for programs: management of the filter engine's objects, and subscriptions to their changes.
 * Facts: the public metadata of Win32 (MIT), the public reference.
 */
#ifndef WDK_FWPMU_H
#define WDK_FWPMU_H
#include <windows.h>
#include <rpc.h>

#include "../shared/fwp/management.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef void (CALLBACK *FWPM_PROVIDER_CHANGE_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_PROVIDER_CHANGE0 *change);

typedef void (CALLBACK *FWPM_PROVIDER_CONTEXT_CHANGE_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_PROVIDER_CONTEXT_CHANGE0 *change);

typedef void (CALLBACK *FWPM_SUBLAYER_CHANGE_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_SUBLAYER_CHANGE0 *change);

typedef void (CALLBACK *FWPM_CALLOUT_CHANGE_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_CALLOUT_CHANGE0 *change);

typedef void (CALLBACK *FWPM_FILTER_CHANGE_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_FILTER_CHANGE0 *change);

typedef void (CALLBACK *IPSEC_SA_CONTEXT_CALLBACK0)(_Inout_ void *context, _In_ const IPSEC_SA_CONTEXT_CHANGE0 *change);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_NET_EVENT1 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK1)(_Inout_ void *context, _In_ const FWPM_NET_EVENT2 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK2)(_Inout_ void *context, _In_ const FWPM_NET_EVENT3 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK3)(_Inout_ void *context, _In_ const FWPM_NET_EVENT4 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK4)(_Inout_ void *context, _In_ const FWPM_NET_EVENT5 *event);

typedef void (CALLBACK *FWPM_DYNAMIC_KEYWORD_CALLBACK0)(_Inout_ void *notification, _Inout_ void *context);

typedef void (CALLBACK *FWPM_SYSTEM_PORTS_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_SYSTEM_PORTS0 *sysPorts);

typedef void (CALLBACK *FWPM_CONNECTION_CALLBACK0)(_Inout_ void *context, _In_ FWPM_CONNECTION_EVENT_TYPE eventType, _In_ const FWPM_CONNECTION0 *connection);

typedef UINT32 (CALLBACK *FWPM_VSWITCH_EVENT_CALLBACK0)(_Inout_ void *context, _In_ const FWPM_VSWITCH_EVENT0 *vSwitchEvent);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderSubscribeChanges0(_In_ HANDLE engineHandle,
    _In_ const FWPM_PROVIDER_SUBSCRIPTION0 *subscription, _In_ FWPM_PROVIDER_CHANGE_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderUnsubscribeChanges0(_In_ HANDLE engineHandle, _In_ HANDLE changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) FWPM_PROVIDER_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextSubscribeChanges0(_In_ HANDLE engineHandle,
    _In_ const FWPM_PROVIDER_CONTEXT_SUBSCRIPTION0 *subscription, _In_ FWPM_PROVIDER_CONTEXT_CHANGE_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextUnsubscribeChanges0(_In_ HANDLE engineHandle, _In_ HANDLE changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) FWPM_PROVIDER_CONTEXT_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerSubscribeChanges0(_In_ HANDLE engineHandle,
    _In_ const FWPM_SUBLAYER_SUBSCRIPTION0 *subscription, _In_ FWPM_SUBLAYER_CHANGE_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerUnsubscribeChanges0(_In_ HANDLE engineHandle, _In_ HANDLE changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) FWPM_SUBLAYER_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutSubscribeChanges0(_In_ HANDLE engineHandle,
    _In_ const FWPM_CALLOUT_SUBSCRIPTION0 *subscription, _In_ FWPM_CALLOUT_CHANGE_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutUnsubscribeChanges0(_In_ HANDLE engineHandle, _In_ HANDLE changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) FWPM_CALLOUT_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterSubscribeChanges0(_In_ HANDLE engineHandle,
    _In_ const FWPM_FILTER_SUBSCRIPTION0 *subscription, _In_ FWPM_FILTER_CHANGE_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterUnsubscribeChanges0(_In_ HANDLE engineHandle, _In_ HANDLE changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) FWPM_FILTER_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmGetAppIdFromFileName0(_In_opt_ const wchar_t *fileName, _Outptr_ FWP_BYTE_BLOB **appId);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecSaContextSubscribe0(_In_ HANDLE engineHandle,
    _In_ const IPSEC_SA_CONTEXT_SUBSCRIPTION0 *subscription, _In_ IPSEC_SA_CONTEXT_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecSaContextUnsubscribe0(_In_ HANDLE engineHandle, _In_ HANDLE eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecSaContextSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) IPSEC_SA_CONTEXT_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecKeyManagerAddAndRegister0(_In_ HANDLE engineHandle,
    _In_ const IPSEC_KEY_MANAGER0 *keyManager, _In_ const IPSEC_KEY_MANAGER_CALLBACKS0 *keyManagerCallbacks,
    _Out_ HANDLE *keyMgmtHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecKeyManagerUnregisterAndDelete0(_In_ HANDLE engineHandle, _In_ HANDLE keyMgmtHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecKeyManagersGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) IPSEC_KEY_MANAGER0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecKeyManagerGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const void *reserved,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IPsecKeyManagerSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const void *reserved,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmNetEventSubscribe0(_In_ HANDLE engineHandle,
    _In_ const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription, _In_ FWPM_NET_EVENT_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmNetEventUnsubscribe0(_In_ HANDLE engineHandle, _In_ HANDLE eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmNetEventSubscriptionsGet0(_In_ HANDLE engineHandle,
    _Outptr_result_buffer_(*numEntries) FWPM_NET_EVENT_SUBSCRIPTION0 ***entries, _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmNetEventSubscribe1(_In_ HANDLE engineHandle,
    _In_ const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription, _In_ FWPM_NET_EVENT_CALLBACK1 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("10.0.14393")
FWPM_RESULT FWPM_CALL FwpmNetEventSubscribe2(_In_ HANDLE engineHandle,
    _In_ const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription, _In_ FWPM_NET_EVENT_CALLBACK2 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmNetEventSubscribe3(_In_ HANDLE engineHandle,
    _In_ const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription, _In_ FWPM_NET_EVENT_CALLBACK3 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmNetEventSubscribe4(_In_ HANDLE engineHandle,
    _In_ const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription, _In_ FWPM_NET_EVENT_CALLBACK4 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmDynamicKeywordSubscribe0(_In_ UINT32 flags, _In_ FWPM_DYNAMIC_KEYWORD_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *subscriptionHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmDynamicKeywordUnsubscribe0(_In_ HANDLE subscriptionHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmSystemPortsGet0(_In_ HANDLE engineHandle, _Outptr_ FWPM_SYSTEM_PORTS0 **sysPorts);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmSystemPortsSubscribe0(_In_ HANDLE engineHandle, _Reserved_ void *reserved,
    _In_ FWPM_SYSTEM_PORTS_CALLBACK0 callback, _In_opt_ void *context, _Out_ HANDLE *sysPortsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmSystemPortsUnsubscribe0(_In_ HANDLE engineHandle, _In_ HANDLE sysPortsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionSubscribe0(_In_ HANDLE engineHandle,
    _In_ const FWPM_CONNECTION_SUBSCRIPTION0 *subscription, _In_ FWPM_CONNECTION_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionUnsubscribe0(_In_ HANDLE engineHandle, _In_ HANDLE eventsHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmvSwitchEventSubscribe0(_In_ HANDLE engineHandle,
    _In_ const FWPM_VSWITCH_EVENT_SUBSCRIPTION0 *subscription, _In_ FWPM_VSWITCH_EVENT_CALLBACK0 callback,
    _In_opt_ void *context, _Out_ HANDLE *subscriptionHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmvSwitchEventUnsubscribe0(_In_ HANDLE engineHandle, _In_ HANDLE subscriptionHandle);

#ifdef __cplusplus
}
#endif
#endif
