/* Contexts of flows and of NET_BUFFER_LISTs, streams, and endpoints. */
#ifndef WDK_FWPS_FLOW_H
#define WDK_FWPS_FLOW_H
#include "records.h"

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsFlowAssociateContext0(_In_ UINT64 flowId, _In_ UINT16 layerId, _In_ UINT32 calloutId,
                                         _In_ UINT64 flowContext);
/* flowDeleteFn is called before this returns; STATUS_PENDING: once running classifications are done. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsFlowRemoveContext0(_In_ UINT64 flowId, _In_ UINT16 layerId, _In_ UINT32 calloutId);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsFlowAbort0(_In_ UINT64 flowId);

/* Data of streams. */
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsStreamContinue0(_In_ UINT64 flowId, _In_ UINT32 calloutId, _In_ UINT16 layerId,
                                   _In_ UINT32 streamFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsCopyStreamDataToBuffer0(_In_ const FWPS_STREAM_DATA0 *calloutStreamData,
                                       _Out_writes_bytes_to_(bytesToCopy, *bytesCopied) PVOID buffer,
                                       _In_ SIZE_T bytesToCopy, _Out_ SIZE_T *bytesCopied);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsCloneStreamData0(_Inout_ FWPS_STREAM_DATA0 *calloutStreamData,
                                    _In_opt_ NDIS_HANDLE netBufferListPoolHandle,
                                    _In_opt_ NDIS_HANDLE netBufferPoolHandle, _In_ ULONG allocateCloneFlags,
                                    _Outptr_ NET_BUFFER_LIST **netBufferListChain);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsDiscardClonedStreamData0(_Inout_ NET_BUFFER_LIST *netBufferListChain, _In_ ULONG allocateCloneFlags,
                                        _In_ BOOLEAN dispatchLevel);

/* Contexts of single packets, by a tag that stands for the caller. */
typedef enum FWPS_NET_BUFFER_LIST_EVENT_TYPE0_ {
    FWPS_NET_BUFFER_LIST_ENTERED_NETIO,
    FWPS_NET_BUFFER_LIST_CLONED_BY_NETIO,
    FWPS_NET_BUFFER_LIST_CLONED_VIA_WFP_API,
    FWPS_NET_BUFFER_LIST_DUPLICATED_BY_NETIO,
    FWPS_NET_BUFFER_LIST_EXIT_NETIO,
    FWPS_NET_BUFFER_LIST_CONTEXT_REMOVED,
    FWPS_NET_BUFFER_LIST_NDIS_SEND_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_RECV_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_ETHERNET_SEND_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_ETHERNET_RECV_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_NATIVE_SEND_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_NATIVE_RECV_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_VSWITCH_INGRESS_COMPLETE,
    FWPS_NET_BUFFER_LIST_NDIS_VSWITCH_EGRESS_COMPLETE,
    FWPS_NET_BUFFER_LIST_CLONED_BY_NDIS,
    FWPS_NET_BUFFER_LIST_REASSEMBLED_FRAGMENT,
    FWPS_NET_BUFFER_LIST_REASSEMBLY_COMPLETE
} FWPS_NET_BUFFER_LIST_EVENT_TYPE0;

_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_NET_BUFFER_LIST_NOTIFY_FN0)(_In_ FWPS_NET_BUFFER_LIST_EVENT_TYPE0 eventType,
                                                     _Inout_opt_ NET_BUFFER_LIST *netBufferList,
                                                     _Inout_opt_ NET_BUFFER_LIST *newNetBufferList, _In_ UINT16 layerId,
                                                     _In_ UINT64 context, _In_ UINT64 contextTag);
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_NET_BUFFER_LIST_NOTIFY_FN1)(_In_ FWPS_NET_BUFFER_LIST_EVENT_TYPE0 eventType,
                                                     _Inout_ NET_BUFFER_LIST *netBufferList,
                                                     _Inout_opt_ NET_BUFFER_LIST *newNetBufferList, _In_ UINT16 layerId,
                                                     _In_ UINT64 context, _In_ UINT64 contextTag);

_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.1.7600")
UINT64 NTAPI FwpsNetBufferListGetTagForContext0(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsNetBufferListAssociateContext0(_Inout_ NET_BUFFER_LIST *netBufferList, _In_ UINT16 layerId,
                                                  _In_ UINT64 context, _In_ UINT64 contextTag,
                                                  _In_ const GUID *providerGuid, _Inout_ void *deviceObject,
                                                  _In_ FWPS_NET_BUFFER_LIST_NOTIFY_FN0 notifyFn, _In_ UINT32 flags);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsNetBufferListAssociateContext1(_Inout_ NET_BUFFER_LIST *netBufferList, _In_ UINT16 layerId,
                                                  _In_ UINT64 context, _In_ UINT64 contextTag,
                                                  _In_ const GUID *providerGuid, _Inout_ void *deviceObject,
                                                  _In_ FWPS_NET_BUFFER_LIST_NOTIFY_FN1 notifyFn, _In_ UINT32 flags);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsNetBufferListRetrieveContext0(_Inout_ NET_BUFFER_LIST *netBufferList, _In_ UINT64 contextTag,
                                                 _In_ BOOLEAN removeContext, _In_ UINT32 flags, _Out_ UINT64 *context);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.1.7600")
void NTAPI FwpsNetBufferListRemoveContext0(_Inout_opt_ NET_BUFFER_LIST *netBufferList, _In_ UINT64 contextTag,
                                           _In_ UINT32 flags);

#ifdef __cplusplus
}
#endif
#endif
