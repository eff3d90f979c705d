/* Callouts: their functions, registration, and answers that come later. */
#ifndef WDK_FWPS_CALLOUT_H
#define WDK_FWPS_CALLOUT_H
#include "records.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum FWPS_CALLOUT_NOTIFY_TYPE_ {
    FWPS_CALLOUT_NOTIFY_ADD_FILTER,
    FWPS_CALLOUT_NOTIFY_DELETE_FILTER,
    FWPS_CALLOUT_NOTIFY_ADD_FILTER_POST_COMMIT,
    FWPS_CALLOUT_NOTIFY_TYPE_MAX
} FWPS_CALLOUT_NOTIFY_TYPE;

/* classifyFn: called for traffic that matches a filter which names the callout. */
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_CALLOUT_CLASSIFY_FN0)(_In_ const FWPS_INCOMING_VALUES0 *inFixedValues,
                                               _In_ const FWPS_INCOMING_METADATA_VALUES0 *inMetaValues,
                                               _Inout_opt_ void *layerData, _In_ const FWPS_FILTER0 *filter,
                                               _In_ UINT64 flowContext, _Inout_ FWPS_CLASSIFY_OUT0 *classifyOut);

_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_CALLOUT_CLASSIFY_FN1)(_In_ const FWPS_INCOMING_VALUES0 *inFixedValues,
                                               _In_ const FWPS_INCOMING_METADATA_VALUES0 *inMetaValues,
                                               _Inout_opt_ void *layerData, _In_opt_ const void *classifyContext,
                                               _In_ const FWPS_FILTER1 *filter, _In_ UINT64 flowContext,
                                               _Inout_ FWPS_CLASSIFY_OUT0 *classifyOut);

_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_CALLOUT_CLASSIFY_FN2)(_In_ const FWPS_INCOMING_VALUES0 *inFixedValues,
                                               _In_ const FWPS_INCOMING_METADATA_VALUES0 *inMetaValues,
                                               _Inout_opt_ void *layerData, _In_opt_ const void *classifyContext,
                                               _In_ const FWPS_FILTER2 *filter, _In_ UINT64 flowContext,
                                               _Inout_ FWPS_CLASSIFY_OUT0 *classifyOut);

_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_CALLOUT_CLASSIFY_FN3)(_In_ const FWPS_INCOMING_VALUES0 *inFixedValues,
                                               _In_ const FWPS_INCOMING_METADATA_VALUES0 *inMetaValues,
                                               _Inout_opt_ void *layerData, _In_opt_ const void *classifyContext,
                                               _In_ const FWPS_FILTER3 *filter, _In_ UINT64 flowContext,
                                               _Inout_ FWPS_CLASSIFY_OUT0 *classifyOut);

/* notifyFn: a filter that names the callout comes or goes. */
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN0)(_In_ FWPS_CALLOUT_NOTIFY_TYPE notifyType, _In_ const GUID *filterKey,
                                                 _In_ const FWPS_FILTER0 *filter);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN1)(_In_ FWPS_CALLOUT_NOTIFY_TYPE notifyType, _In_ const GUID *filterKey,
                                                 _Inout_ FWPS_FILTER1 *filter);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN2)(_In_ FWPS_CALLOUT_NOTIFY_TYPE notifyType, _In_ const GUID *filterKey,
                                                 _Inout_ FWPS_FILTER2 *filter);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN3)(_In_ FWPS_CALLOUT_NOTIFY_TYPE notifyType, _In_ const GUID *filterKey,
                                                 _Inout_ FWPS_FILTER3 *filter);

/* flowDeleteFn: a flow ends that a context was associated with. */
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0)(_In_ UINT16 layerId, _In_ UINT32 calloutId,
                                                         _In_ UINT64 flowContext);

#define WDK_FWPS_CALLOUT(version)                                                                                      \
    typedef struct FWPS_CALLOUT##version##_ {                                                                          \
        GUID calloutKey;                                                                                               \
        UINT32 flags;                                                                                                  \
        FWPS_CALLOUT_CLASSIFY_FN##version classifyFn;                                                                  \
        FWPS_CALLOUT_NOTIFY_FN##version notifyFn;                                                                      \
        FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0 flowDeleteFn;                                                              \
    } FWPS_CALLOUT##version
WDK_FWPS_CALLOUT(0);
WDK_FWPS_CALLOUT(1);
WDK_FWPS_CALLOUT(2);
WDK_FWPS_CALLOUT(3);
#undef WDK_FWPS_CALLOUT

_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsCalloutRegister0(_Inout_ void *deviceObject, _In_ const FWPS_CALLOUT0 *callout,
                                    _Out_opt_ UINT32 *calloutId);
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsCalloutRegister1(_Inout_ void *deviceObject, _In_ const FWPS_CALLOUT1 *callout,
                                    _Out_opt_ UINT32 *calloutId);
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsCalloutRegister2(_Inout_ void *deviceObject, _In_ const FWPS_CALLOUT2 *callout,
                                    _Out_opt_ UINT32 *calloutId);
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("10.0.16299")
NTSTATUS NTAPI FwpsCalloutRegister3(_Inout_ void *deviceObject, _In_ const FWPS_CALLOUT3 *callout,
                                    _Out_opt_ UINT32 *calloutId);

/* STATUS_DEVICE_BUSY: contexts of flows are still there; the callout goes when the last of them does. */
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsCalloutUnregisterById0(_In_ const UINT32 calloutId);
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsCalloutUnregisterByKey0(_In_ const GUID *calloutKey);

/* Pending an ALE classification: completionContext is completed once, and a packet that goes with it is cloned and injected again. */
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsPendOperation0(_In_ HANDLE completionHandle, _Out_ HANDLE *completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsCompleteOperation0(_In_ HANDLE completionContext, _In_opt_ NET_BUFFER_LIST *netBufferList);

/* Pending a classification at the layers of redirection, closure and others that take a classify handle. */
#define FWPS_CLASSIFY_FLAG_REAUTHORIZE_IF_MODIFIED_BY_OTHERS 0x00000001
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsAcquireClassifyHandle0(_In_ void *classifyContext, _In_ UINT32 flags, _Out_ UINT64 *classifyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.1.7600")
void NTAPI FwpsReleaseClassifyHandle0(_In_ UINT64 classifyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsPendClassify0(_In_ UINT64 classifyHandle, _In_ UINT64 filterId, _In_ UINT32 flags,
                                 _Inout_ FWPS_CLASSIFY_OUT0 *classifyOut);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.1.7600")
void NTAPI FwpsCompleteClassify0(_In_ UINT64 classifyHandle, _In_ UINT32 flags,
                                 _In_opt_ const FWPS_CLASSIFY_OUT0 *classifyOut);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsAcquireWritableLayerDataPointer0(_In_ UINT64 classifyHandle, _In_ UINT64 filterId,
                                                    _In_ UINT32 flags, _Out_ PVOID *writableLayerData,
                                                    _Inout_opt_ FWPS_CLASSIFY_OUT0 *classifyOut);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.1.7600")
void NTAPI FwpsApplyModifiedLayerData0(_In_ UINT64 classifyHandle, _In_ PVOID modifiedLayerData, _In_ UINT32 flags);

_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsClassifyOptionSet0(_In_ const FWPS_INCOMING_METADATA_VALUES0 *inMetadataValues,
                                      _In_ FWP_CLASSIFY_OPTION_TYPE option, _In_ const FWP_VALUE0 *newValue);

/* Redirection of connections to a local proxy. */
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsRedirectHandleCreate0(_In_ const GUID *providerGuid, _Reserved_ UINT32 flags,
                                         _Out_ HANDLE *redirectHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_FWPS("6.2.9200")
void NTAPI FwpsRedirectHandleDestroy0(_In_ HANDLE redirectHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
FWPS_CONNECTION_REDIRECT_STATE NTAPI FwpsQueryConnectionRedirectState0(_In_ HANDLE redirectRecords,
                                                                       _In_ HANDLE redirectHandle,
                                                                       _Outptr_opt_result_maybenull_ void **redirectContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsQueryConnectionSioFormatRedirectRecords0(_In_ HANDLE redirectRecords,
                                                            _Out_writes_bytes_opt_(outputBufferLength) void *outputBuffer,
                                                            _In_ SIZE_T outputBufferLength,
                                                            _Out_opt_ SIZE_T *bytesTransferred);

/* The token of a user or machine that a classification names. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsOpenToken0(_In_ HANDLE engineHandle, _In_ LUID modifiedId, _In_ ULONG desiredAccess,
                              _Out_ HANDLE *accessToken);

#ifdef __cplusplus
}
#endif
#endif
