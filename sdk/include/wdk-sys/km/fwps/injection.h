/* Cloning, changing and injecting packets and streams. */
#ifndef WDK_FWPS_INJECTION_H
#define WDK_FWPS_INJECTION_H
#include "records.h"

#ifdef __cplusplus
extern "C" {
#endif

#define FWPS_INJECTION_TYPE_STREAM 0x00000001
#define FWPS_INJECTION_TYPE_TRANSPORT 0x00000002
#define FWPS_INJECTION_TYPE_NETWORK 0x00000004
#define FWPS_INJECTION_TYPE_FORWARD 0x00000008
#define FWPS_INJECTION_TYPE_L2 0x00000010
#define FWPS_INJECTION_TYPE_VSWITCH_TRANSPORT 0x00000020

typedef enum FWPS_PACKET_INJECTION_STATE_ {
    FWPS_PACKET_NOT_INJECTED,
    FWPS_PACKET_INJECTED_BY_SELF,
    FWPS_PACKET_INJECTED_BY_OTHER,
    FWPS_PACKET_PREVIOUSLY_INJECTED_BY_SELF,
    FWPS_PACKET_INJECTION_STATE_MAX
} FWPS_PACKET_INJECTION_STATE;

typedef struct FWPS_TRANSPORT_SEND_PARAMS0_ {
    UCHAR *remoteAddress;
    SCOPE_ID remoteScopeId;
    WSACMSGHDR *controlData;
    ULONG controlDataLength;
} FWPS_TRANSPORT_SEND_PARAMS0;

typedef struct FWPS_TRANSPORT_SEND_PARAMS1_ {
    UCHAR *remoteAddress;
    SCOPE_ID remoteScopeId;
    WSACMSGHDR *controlData;
    ULONG controlDataLength;
    UCHAR *headerIncludeHeader;
    ULONG headerIncludeHeaderLength;
} FWPS_TRANSPORT_SEND_PARAMS1;

/* Called once an injection is over; netBufferList is the caller's again, with its Status. */
_IRQL_requires_max_(DISPATCH_LEVEL)
typedef void(NTAPI *FWPS_INJECT_COMPLETE0)(_In_ void *context, _Inout_ NET_BUFFER_LIST *netBufferList,
                                           _In_ BOOLEAN dispatchLevel);

_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectionHandleCreate0(_In_opt_ ADDRESS_FAMILY addressFamily, _In_ UINT32 flags,
                                          _Out_ HANDLE *injectionHandle);
/* Waits for injections that are under way. */
_IRQL_requires_(PASSIVE_LEVEL) WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectionHandleDestroy0(_In_ HANDLE injectionHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
FWPS_PACKET_INJECTION_STATE NTAPI FwpsQueryPacketInjectionState0(_In_ HANDLE injectionHandle,
                                                                 _In_ const NET_BUFFER_LIST *netBufferList,
                                                                 _Out_opt_ HANDLE *injectionContext);

_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectNetworkSendAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                           _In_ UINT32 flags, _In_ COMPARTMENT_ID compartmentId,
                                           _Inout_ NET_BUFFER_LIST *netBufferList,
                                           _In_ FWPS_INJECT_COMPLETE0 completionFn, _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectNetworkReceiveAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                              _In_ UINT32 flags, _In_ COMPARTMENT_ID compartmentId,
                                              _In_ IF_INDEX interfaceIndex, _In_ IF_INDEX subInterfaceIndex,
                                              _Inout_ NET_BUFFER_LIST *netBufferList,
                                              _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                              _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectForwardAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                       _In_ UINT32 flags, _In_ ADDRESS_FAMILY addressFamily,
                                       _In_ COMPARTMENT_ID compartmentId, _In_ IF_INDEX interfaceIndex,
                                       _Inout_ NET_BUFFER_LIST *netBufferList, _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                       _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectTransportSendAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                             _In_ UINT64 endpointHandle, _In_ UINT32 flags,
                                             _In_opt_ FWPS_TRANSPORT_SEND_PARAMS0 *sendArgs,
                                             _In_ ADDRESS_FAMILY addressFamily, _In_ COMPARTMENT_ID compartmentId,
                                             _Inout_ NET_BUFFER_LIST *netBufferList,
                                             _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                             _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.1.7600")
NTSTATUS NTAPI FwpsInjectTransportSendAsync1(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                             _In_ UINT64 endpointHandle, _In_ UINT32 flags,
                                             _In_opt_ FWPS_TRANSPORT_SEND_PARAMS1 *sendArgs,
                                             _In_ ADDRESS_FAMILY addressFamily, _In_ COMPARTMENT_ID compartmentId,
                                             _Inout_ NET_BUFFER_LIST *netBufferList,
                                             _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                             _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsInjectTransportReceiveAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                                _Reserved_ PVOID reserved, _In_ UINT32 flags,
                                                _In_ ADDRESS_FAMILY addressFamily, _In_ COMPARTMENT_ID compartmentId,
                                                _In_ IF_INDEX interfaceIndex, _In_ IF_INDEX subInterfaceIndex,
                                                _Inout_ NET_BUFFER_LIST *netBufferList,
                                                _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                                _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsStreamInjectAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext, _In_ UINT32 flags,
                                      _In_ UINT64 flowId, _In_ UINT32 calloutId, _In_ UINT16 layerId,
                                      _In_ UINT32 streamFlags, _Inout_ NET_BUFFER_LIST *netBufferList,
                                      _In_ SIZE_T dataLength, _In_ FWPS_INJECT_COMPLETE0 completionFn,
                                      _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsInjectMacReceiveAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext,
                                          _In_ UINT32 flags, _In_ UINT16 layerId, _In_ IF_INDEX interfaceIndex,
                                          _In_ NDIS_PORT_NUMBER NdisPortNumber, _Inout_ NET_BUFFER_LIST *netBufferLists,
                                          _In_ FWPS_INJECT_COMPLETE0 completionFn, _In_opt_ HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.2.9200")
NTSTATUS NTAPI FwpsInjectMacSendAsync0(_In_ HANDLE injectionHandle, _In_opt_ HANDLE injectionContext, _In_ UINT32 flags,
                                       _In_ UINT16 layerId, _In_ IF_INDEX interfaceIndex,
                                       _In_ NDIS_PORT_NUMBER NdisPortNumber, _Inout_ NET_BUFFER_LIST *netBufferLists,
                                       _In_ FWPS_INJECT_COMPLETE0 completionFn, _In_opt_ HANDLE completionContext);

/* NET_BUFFER_LISTs. */
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsAllocateNetBufferAndNetBufferList0(_In_ NDIS_HANDLE poolHandle, _In_ USHORT contextSize,
                                                      _In_ USHORT contextBackFill, _In_opt_ MDL *mdlChain,
                                                      _In_ ULONG dataOffset, _In_ SIZE_T dataLength,
                                                      _Outptr_ NET_BUFFER_LIST **netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsFreeNetBufferList0(_Inout_ NET_BUFFER_LIST *netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsAllocateCloneNetBufferList0(_Inout_ NET_BUFFER_LIST *originalNetBufferList,
                                               _In_opt_ NDIS_HANDLE netBufferListPoolHandle,
                                               _In_opt_ NDIS_HANDLE netBufferPoolHandle, _In_ ULONG allocateCloneFlags,
                                               _Outptr_ NET_BUFFER_LIST **netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsFreeCloneNetBufferList0(_Inout_ NET_BUFFER_LIST *netBufferList, _In_ ULONG freeCloneFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsReferenceNetBufferList0(_Inout_ NET_BUFFER_LIST *netBufferList, _In_ BOOLEAN intendToModify);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FWPS("6.0.6000")
void NTAPI FwpsDereferenceNetBufferList0(_Inout_ NET_BUFFER_LIST *netBufferList, _In_ BOOLEAN dispatchLevel);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6001")
NTSTATUS NTAPI FwpsConstructIpHeaderForTransportPacket0(
    _Inout_ NET_BUFFER_LIST *netBufferList, _In_ ULONG headerIncludeHeaderLength, _In_ ADDRESS_FAMILY addressFamily,
    _In_ const UCHAR *sourceAddress, _In_ const UCHAR *remoteAddress, _In_ IPPROTO nextProtocol,
    _In_opt_ UINT64 endpointHandle, _In_reads_bytes_opt_(controlDataLength) const WSACMSGHDR *controlData,
    _In_ ULONG controlDataLength, _In_ UINT32 flags, _Reserved_ PVOID reserved, _In_opt_ IF_INDEX interfaceIndex,
    _In_opt_ IF_INDEX subInterfaceIndex);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6001")
NTSTATUS NTAPI FwpsReassembleForwardFragmentGroup0(_In_ ADDRESS_FAMILY addressFamily,
                                                   _Inout_ NET_BUFFER_LIST *fragmentGroupNblChain,
                                                   _In_opt_ NDIS_HANDLE netBufferAndNetBufferListPoolHandle,
                                                   _In_ ULONG dataBackFill, _In_ UINT32 flags,
                                                   _Outptr_ NET_BUFFER_LIST **reassembledNbl);

/* The values are not documented: they are taken to follow the order of the reference. */
#define FWPS_PACKET_LIST_INFORMATION_QUERY_INBOUND 0x00000001
#define FWPS_PACKET_LIST_INFORMATION_QUERY_OUTBOUND 0x00000002
#define FWPS_PACKET_LIST_INFORMATION_QUERY_IPSEC 0x00000004
#define FWPS_PACKET_LIST_INFORMATION_QUERY_FWP 0x00000008
#define FWPS_PACKET_LIST_INFORMATION_QUERY_ALL_INBOUND                                                                 \
    (FWPS_PACKET_LIST_INFORMATION_QUERY_INBOUND | FWPS_PACKET_LIST_INFORMATION_QUERY_IPSEC |                           \
     FWPS_PACKET_LIST_INFORMATION_QUERY_FWP)
#define FWPS_PACKET_LIST_INFORMATION_QUERY_ALL_OUTBOUND                                                                \
    (FWPS_PACKET_LIST_INFORMATION_QUERY_OUTBOUND | FWPS_PACKET_LIST_INFORMATION_QUERY_IPSEC |                          \
     FWPS_PACKET_LIST_INFORMATION_QUERY_FWP)
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FWPS("6.0.6000")
NTSTATUS NTAPI FwpsGetPacketListSecurityInformation0(_In_ NET_BUFFER_LIST *packetList, _In_ UINT32 queryFlags,
                                                     _Inout_ FWPS_PACKET_LIST_INFORMATION0 *packetInformation);

#ifdef __cplusplus
}
#endif
#endif
