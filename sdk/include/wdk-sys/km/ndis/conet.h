/* Connection-oriented NDIS: clients, call managers and miniports with virtual circuits. Facts: the public reference. */
#ifndef WDK_NDIS_CONET_H
#define WDK_NDIS_CONET_H
#include "indicate.h"
#include <qos.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Address families, calls, service access points. */
typedef ULONG NDIS_AF, *PNDIS_AF;
#define CO_ADDRESS_FAMILY_Q2931 ((NDIS_AF)0x1)
#define CO_ADDRESS_FAMILY_PSCHED ((NDIS_AF)0x2)
#define CO_ADDRESS_FAMILY_L2TP ((NDIS_AF)0x3)
#define CO_ADDRESS_FAMILY_IRDA ((NDIS_AF)0x4)
#define CO_ADDRESS_FAMILY_1394 ((NDIS_AF)0x5)
#define CO_ADDRESS_FAMILY_PPP ((NDIS_AF)0x6)
#define CO_ADDRESS_FAMILY_INFINIBAND ((NDIS_AF)0x7)
#define CO_ADDRESS_FAMILY_TAPI ((NDIS_AF)0x800)
#define CO_ADDRESS_FAMILY_TAPI_PROXY ((NDIS_AF)0x801)
#define CO_ADDRESS_FAMILY_PROXY 0x80000000

typedef struct _CO_ADDRESS_FAMILY {
    NDIS_AF AddressFamily;
    ULONG MajorVersion;
    ULONG MinorVersion;
} CO_ADDRESS_FAMILY, *PCO_ADDRESS_FAMILY;

typedef struct _CO_SPECIFIC_PARAMETERS {
    ULONG ParamType;
    ULONG Length;
    UCHAR Parameters[1];
} CO_SPECIFIC_PARAMETERS, *PCO_SPECIFIC_PARAMETERS;

typedef struct _CO_CALL_MANAGER_PARAMETERS {
    FLOWSPEC Transmit;
    FLOWSPEC Receive;
    CO_SPECIFIC_PARAMETERS CallMgrSpecific;
} CO_CALL_MANAGER_PARAMETERS, *PCO_CALL_MANAGER_PARAMETERS;

#define RECEIVE_TIME_INDICATION 0x00000001
#define USE_TIME_STAMPS 0x00000002
#define TRANSMIT_VC 0x00000004
#define RECEIVE_VC 0x00000008
#define INDICATE_ERRED_PACKETS 0x00000010
#define INDICATE_END_OF_TX 0x00000020
#define RESERVE_RESOURCES_VC 0x00000040
#define ROUND_DOWN_FLOW 0x00000080
#define ROUND_UP_FLOW 0x00000100
typedef struct _CO_MEDIA_PARAMETERS {
    ULONG Flags;
    ULONG ReceivePriority;
    ULONG ReceiveSizeHint;
    CO_SPECIFIC_PARAMETERS MediaSpecific;
} CO_MEDIA_PARAMETERS, *PCO_MEDIA_PARAMETERS;

#define PERMANENT_VC 0x00000001
#define CALL_PARAMETERS_CHANGED 0x00000002
#define QUERY_CALL_PARAMETERS 0x00000004
#define BROADCAST_VC 0x00000008
#define MULTIPOINT_VC 0x00000010
typedef struct _CO_CALL_PARAMETERS {
    ULONG Flags;
    PCO_CALL_MANAGER_PARAMETERS CallMgrParameters;
    PCO_MEDIA_PARAMETERS MediaParameters;
} CO_CALL_PARAMETERS, *PCO_CALL_PARAMETERS;

typedef struct _CO_SAP {
    ULONG SapType;
    ULONG SapLength;
    UCHAR Sap[1];
} CO_SAP, *PCO_SAP;

typedef struct _VAR_STRING VAR_STRING, *PVAR_STRING;
#define CO_SEND_FLAG_SET_DISCARD_ELIBILITY 0x00000001

/* Miniports with virtual circuits. */
typedef _Function_class_(MINIPORT_CO_CREATE_VC) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS MINIPORT_CO_CREATE_VC(
    _In_ NDIS_HANDLE MiniportAdapterContext, _In_ NDIS_HANDLE NdisVcHandle, _Out_ PNDIS_HANDLE MiniportVcContext);
typedef MINIPORT_CO_CREATE_VC *MINIPORT_CO_CREATE_VC_HANDLER;
typedef _Function_class_(MINIPORT_CO_DELETE_VC) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS MINIPORT_CO_DELETE_VC(_In_ NDIS_HANDLE MiniportVcContext);
typedef MINIPORT_CO_DELETE_VC *MINIPORT_CO_DELETE_VC_HANDLER;
typedef _Function_class_(MINIPORT_CO_ACTIVATE_VC) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS MINIPORT_CO_ACTIVATE_VC(_In_ NDIS_HANDLE MiniportVcContext, _Inout_ PCO_CALL_PARAMETERS CallParameters);
typedef MINIPORT_CO_ACTIVATE_VC *MINIPORT_CO_ACTIVATE_VC_HANDLER;
typedef _Function_class_(MINIPORT_CO_DEACTIVATE_VC) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS MINIPORT_CO_DEACTIVATE_VC(_In_ NDIS_HANDLE MiniportVcContext);
typedef MINIPORT_CO_DEACTIVATE_VC *MINIPORT_CO_DEACTIVATE_VC_HANDLER;
typedef _Function_class_(MINIPORT_CO_SEND_NET_BUFFER_LISTS) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID MINIPORT_CO_SEND_NET_BUFFER_LISTS(
    _In_ NDIS_HANDLE MiniportVcContext, _In_ PNET_BUFFER_LIST NetBufferLists, _In_ ULONG SendFlags);
typedef MINIPORT_CO_SEND_NET_BUFFER_LISTS *MINIPORT_CO_SEND_NET_BUFFER_LISTS_HANDLER;
typedef _Function_class_(MINIPORT_CO_OID_REQUEST) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS MINIPORT_CO_OID_REQUEST(
    _In_ NDIS_HANDLE MiniportAdapterContext, _In_ NDIS_HANDLE MiniportVcContext,
    _In_ PNDIS_OID_REQUEST NdisRequest);
typedef MINIPORT_CO_OID_REQUEST *MINIPORT_CO_OID_REQUEST_HANDLER;

typedef struct _NDIS_MINIPORT_CO_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    MINIPORT_CO_CREATE_VC_HANDLER CoCreateVcHandler;
    MINIPORT_CO_DELETE_VC_HANDLER CoDeleteVcHandler;
    MINIPORT_CO_ACTIVATE_VC_HANDLER CoActivateVcHandler;
    MINIPORT_CO_DEACTIVATE_VC_HANDLER CoDeactivateVcHandler;
    MINIPORT_CO_SEND_NET_BUFFER_LISTS_HANDLER CoSendNetBufferListsHandler;
    MINIPORT_CO_OID_REQUEST_HANDLER CoOidRequestHandler;
} NDIS_MINIPORT_CO_CHARACTERISTICS, *PNDIS_MINIPORT_CO_CHARACTERISTICS;
#define NDIS_MINIPORT_CO_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_MINIPORT_CO_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_CO_CHARACTERISTICS, CoOidRequestHandler)

/* Protocols: what clients and call managers share. */
typedef _Function_class_(PROTOCOL_CO_CREATE_VC) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CO_CREATE_VC(
    _In_ NDIS_HANDLE ProtocolAfContext, _In_ NDIS_HANDLE NdisVcHandle, _Out_ PNDIS_HANDLE ProtocolVcContext);
typedef PROTOCOL_CO_CREATE_VC *PROTOCOL_CO_CREATE_VC_HANDLER;
typedef _Function_class_(PROTOCOL_CO_DELETE_VC) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CO_DELETE_VC(_In_ NDIS_HANDLE ProtocolVcContext);
typedef PROTOCOL_CO_DELETE_VC *PROTOCOL_CO_DELETE_VC_HANDLER;
typedef _Function_class_(PROTOCOL_CO_OID_REQUEST) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CO_OID_REQUEST(
    _In_ NDIS_HANDLE ProtocolAfContext, _In_ NDIS_HANDLE ProtocolVcContext, _In_ NDIS_HANDLE ProtocolPartyContext,
    _Inout_ PNDIS_OID_REQUEST OidRequest);
typedef PROTOCOL_CO_OID_REQUEST *PROTOCOL_CO_OID_REQUEST_HANDLER;
typedef _Function_class_(PROTOCOL_CO_OID_REQUEST_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CO_OID_REQUEST_COMPLETE(
    _In_ NDIS_HANDLE ProtocolAfContext, _In_ NDIS_HANDLE ProtocolVcContext, _In_ NDIS_HANDLE ProtocolPartyContext,
    _Inout_ PNDIS_OID_REQUEST OidRequest, _In_ NDIS_STATUS Status);
typedef PROTOCOL_CO_OID_REQUEST_COMPLETE *PROTOCOL_CO_OID_REQUEST_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CO_STATUS_EX) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CO_STATUS_EX(
    _In_ NDIS_HANDLE ProtocolBindingContext, _In_ NDIS_HANDLE ProtocolVcContext,
    _In_ PNDIS_STATUS_INDICATION StatusIndication);
typedef PROTOCOL_CO_STATUS_EX *PROTOCOL_CO_STATUS_EX_HANDLER;
typedef _Function_class_(PROTOCOL_CO_AF_REGISTER_NOTIFY) _IRQL_requires_(PASSIVE_LEVEL)
VOID PROTOCOL_CO_AF_REGISTER_NOTIFY(_In_ NDIS_HANDLE ProtocolBindingContext, _In_ PCO_ADDRESS_FAMILY AddressFamily);
typedef PROTOCOL_CO_AF_REGISTER_NOTIFY *PROTOCOL_CO_AF_REGISTER_NOTIFY_HANDLER;
typedef _Function_class_(PROTOCOL_CO_RECEIVE_NET_BUFFER_LISTS) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CO_RECEIVE_NET_BUFFER_LISTS(
    _In_ NDIS_HANDLE ProtocolBindingContext, _In_ NDIS_HANDLE ProtocolVcContext,
    _In_ PNET_BUFFER_LIST NetBufferLists, _In_ ULONG NumberOfNetBufferLists, _In_ ULONG ReceiveFlags);
typedef PROTOCOL_CO_RECEIVE_NET_BUFFER_LISTS *PROTOCOL_CO_RECEIVE_NET_BUFFER_LISTS_HANDLER;
typedef _Function_class_(PROTOCOL_CO_SEND_NET_BUFFER_LISTS_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CO_SEND_NET_BUFFER_LISTS_COMPLETE(
    _In_ NDIS_HANDLE ProtocolVcContext, _In_ PNET_BUFFER_LIST NetBufferLists, _In_ ULONG SendCompleteFlags);
typedef PROTOCOL_CO_SEND_NET_BUFFER_LISTS_COMPLETE *PROTOCOL_CO_SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER;

typedef struct _NDIS_PROTOCOL_CO_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    PROTOCOL_CO_STATUS_EX_HANDLER CoStatusHandlerEx;
    PROTOCOL_CO_AF_REGISTER_NOTIFY_HANDLER CoAfRegisterNotifyHandler;
    PROTOCOL_CO_RECEIVE_NET_BUFFER_LISTS_HANDLER CoReceiveNetBufferListsHandler;
    PROTOCOL_CO_SEND_NET_BUFFER_LISTS_COMPLETE_HANDLER CoSendNetBufferListsCompleteHandler;
} NDIS_PROTOCOL_CO_CHARACTERISTICS, *PNDIS_PROTOCOL_CO_CHARACTERISTICS;
#define NDIS_PROTOCOL_CO_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_PROTOCOL_CO_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_PROTOCOL_CO_CHARACTERISTICS, CoSendNetBufferListsCompleteHandler)

/* Clients. */
typedef _Function_class_(PROTOCOL_CL_OPEN_AF_COMPLETE_EX) _IRQL_requires_(PASSIVE_LEVEL)
VOID PROTOCOL_CL_OPEN_AF_COMPLETE_EX(
    _In_ NDIS_HANDLE ProtocolAfContext, _In_ NDIS_HANDLE NdisAfHandle, _In_ NDIS_STATUS Status);
typedef PROTOCOL_CL_OPEN_AF_COMPLETE_EX *PROTOCOL_CL_OPEN_AF_COMPLETE_EX_HANDLER;
typedef _Function_class_(PROTOCOL_CL_CLOSE_AF_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_CLOSE_AF_COMPLETE(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolAfContext);
typedef PROTOCOL_CL_CLOSE_AF_COMPLETE *PROTOCOL_CL_CLOSE_AF_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_REGISTER_SAP_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_REGISTER_SAP_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolSapContext, _In_ PCO_SAP Sap, _In_ NDIS_HANDLE NdisSapHandle);
typedef PROTOCOL_CL_REGISTER_SAP_COMPLETE *PROTOCOL_CL_REGISTER_SAP_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_DEREGISTER_SAP_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_DEREGISTER_SAP_COMPLETE(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolSapContext);
typedef PROTOCOL_CL_DEREGISTER_SAP_COMPLETE *PROTOCOL_CL_DEREGISTER_SAP_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_MAKE_CALL_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_MAKE_CALL_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolVcContext, _In_opt_ NDIS_HANDLE NdisPartyHandle,
    _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CL_MAKE_CALL_COMPLETE *PROTOCOL_CL_MAKE_CALL_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_MODIFY_CALL_QOS_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_MODIFY_CALL_QOS_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolVcContext, _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CL_MODIFY_CALL_QOS_COMPLETE *PROTOCOL_CL_MODIFY_CALL_QOS_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_CLOSE_CALL_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_CLOSE_CALL_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolVcContext, _In_opt_ NDIS_HANDLE ProtocolPartyContext);
typedef PROTOCOL_CL_CLOSE_CALL_COMPLETE *PROTOCOL_CL_CLOSE_CALL_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_ADD_PARTY_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_ADD_PARTY_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolPartyContext, _In_ NDIS_HANDLE NdisPartyHandle,
    _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CL_ADD_PARTY_COMPLETE *PROTOCOL_CL_ADD_PARTY_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_DROP_PARTY_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_DROP_PARTY_COMPLETE(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE ProtocolPartyContext);
typedef PROTOCOL_CL_DROP_PARTY_COMPLETE *PROTOCOL_CL_DROP_PARTY_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_INCOMING_CALL) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CL_INCOMING_CALL(
    _In_ NDIS_HANDLE ProtocolSapContext, _In_ NDIS_HANDLE ProtocolVcContext,
    _Inout_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CL_INCOMING_CALL *PROTOCOL_CL_INCOMING_CALL_HANDLER;
typedef _Function_class_(PROTOCOL_CL_INCOMING_CALL_QOS_CHANGE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_INCOMING_CALL_QOS_CHANGE(
    _In_ NDIS_HANDLE ProtocolVcContext, _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CL_INCOMING_CALL_QOS_CHANGE *PROTOCOL_CL_INCOMING_CALL_QOS_CHANGE_HANDLER;
typedef _Function_class_(PROTOCOL_CL_INCOMING_CLOSE_CALL) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_INCOMING_CLOSE_CALL(
    _In_ NDIS_STATUS CloseStatus, _In_ NDIS_HANDLE ProtocolVcContext, _In_ PVOID CloseData, _In_ UINT Size);
typedef PROTOCOL_CL_INCOMING_CLOSE_CALL *PROTOCOL_CL_INCOMING_CLOSE_CALL_HANDLER;
typedef _Function_class_(PROTOCOL_CL_INCOMING_DROP_PARTY) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_INCOMING_DROP_PARTY(
    _In_ NDIS_STATUS DropStatus, _In_ NDIS_HANDLE ProtocolPartyContext, _In_ PVOID CloseData, _In_ UINT Size);
typedef PROTOCOL_CL_INCOMING_DROP_PARTY *PROTOCOL_CL_INCOMING_DROP_PARTY_HANDLER;
typedef _Function_class_(PROTOCOL_CL_CALL_CONNECTED) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CL_CALL_CONNECTED(_In_ NDIS_HANDLE ProtocolVcContext);
typedef PROTOCOL_CL_CALL_CONNECTED *PROTOCOL_CL_CALL_CONNECTED_HANDLER;
typedef _Function_class_(PROTOCOL_CL_NOTIFY_CLOSE_AF) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CL_NOTIFY_CLOSE_AF(_In_ NDIS_HANDLE ClientAfContext);
typedef PROTOCOL_CL_NOTIFY_CLOSE_AF *PROTOCOL_CL_NOTIFY_CLOSE_AF_HANDLER;

typedef struct _NDIS_CO_CLIENT_OPTIONAL_HANDLERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Reserved;
    PROTOCOL_CO_CREATE_VC_HANDLER ClCreateVcHandler;
    PROTOCOL_CO_DELETE_VC_HANDLER ClDeleteVcHandler;
    PROTOCOL_CO_OID_REQUEST_HANDLER ClOidRequestHandler;
    PROTOCOL_CO_OID_REQUEST_COMPLETE_HANDLER ClOidRequestCompleteHandler;
    PROTOCOL_CL_OPEN_AF_COMPLETE_EX_HANDLER ClOpenAfCompleteHandlerEx;
    PROTOCOL_CL_CLOSE_AF_COMPLETE_HANDLER ClCloseAfCompleteHandler;
    PROTOCOL_CL_REGISTER_SAP_COMPLETE_HANDLER ClRegisterSapCompleteHandler;
    PROTOCOL_CL_DEREGISTER_SAP_COMPLETE_HANDLER ClDeregisterSapCompleteHandler;
    PROTOCOL_CL_MAKE_CALL_COMPLETE_HANDLER ClMakeCallCompleteHandler;
    PROTOCOL_CL_MODIFY_CALL_QOS_COMPLETE_HANDLER ClModifyCallQoSCompleteHandler;
    PROTOCOL_CL_CLOSE_CALL_COMPLETE_HANDLER ClCloseCallCompleteHandler;
    PROTOCOL_CL_ADD_PARTY_COMPLETE_HANDLER ClAddPartyCompleteHandler;
    PROTOCOL_CL_DROP_PARTY_COMPLETE_HANDLER ClDropPartyCompleteHandler;
    PROTOCOL_CL_INCOMING_CALL_HANDLER ClIncomingCallHandler;
    PROTOCOL_CL_INCOMING_CALL_QOS_CHANGE_HANDLER ClIncomingCallQoSChangeHandler;
    PROTOCOL_CL_INCOMING_CLOSE_CALL_HANDLER ClIncomingCloseCallHandler;
    PROTOCOL_CL_INCOMING_DROP_PARTY_HANDLER ClIncomingDropPartyHandler;
    PROTOCOL_CL_CALL_CONNECTED_HANDLER ClCallConnectedHandler;
    PROTOCOL_CL_NOTIFY_CLOSE_AF_HANDLER ClNotifyCloseAfHandler;
} NDIS_CO_CLIENT_OPTIONAL_HANDLERS, *PNDIS_CO_CLIENT_OPTIONAL_HANDLERS;
#define NDIS_CO_CLIENT_OPTIONAL_HANDLERS_REVISION_1 1
#define NDIS_SIZEOF_CO_CLIENT_OPTIONAL_HANDLERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_CO_CLIENT_OPTIONAL_HANDLERS, ClNotifyCloseAfHandler)

/* Call managers. */
typedef _Function_class_(PROTOCOL_CM_OPEN_AF) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_OPEN_AF(
    _In_ NDIS_HANDLE CallMgrBindingContext, _In_ PCO_ADDRESS_FAMILY AddressFamily, _In_ NDIS_HANDLE NdisAfHandle,
    _Out_ PNDIS_HANDLE CallMgrAfContext);
typedef PROTOCOL_CM_OPEN_AF *PROTOCOL_CM_OPEN_AF_HANDLER;
typedef _Function_class_(PROTOCOL_CM_CLOSE_AF) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_CLOSE_AF(_In_ NDIS_HANDLE CallMgrAfContext);
typedef PROTOCOL_CM_CLOSE_AF *PROTOCOL_CM_CLOSE_AF_HANDLER;
typedef _Function_class_(PROTOCOL_CM_REG_SAP) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_REG_SAP(
    _In_ NDIS_HANDLE CallMgrAfContext, _In_ PCO_SAP Sap, _In_ NDIS_HANDLE NdisSapHandle,
    _Out_ PNDIS_HANDLE CallMgrSapContext);
typedef PROTOCOL_CM_REG_SAP *PROTOCOL_CM_REG_SAP_HANDLER;
typedef _Function_class_(PROTOCOL_CM_DEREGISTER_SAP) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_DEREGISTER_SAP(_In_ NDIS_HANDLE CallMgrSapContext);
typedef PROTOCOL_CM_DEREGISTER_SAP *PROTOCOL_CM_DEREGISTER_SAP_HANDLER;
typedef _Function_class_(PROTOCOL_CM_MAKE_CALL) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_MAKE_CALL(
    _In_ NDIS_HANDLE CallMgrVcContext, _Inout_ PCO_CALL_PARAMETERS CallParameters,
    _In_opt_ NDIS_HANDLE NdisPartyHandle, _Out_opt_ PNDIS_HANDLE CallMgrPartyContext);
typedef PROTOCOL_CM_MAKE_CALL *PROTOCOL_CM_MAKE_CALL_HANDLER;
typedef _Function_class_(PROTOCOL_CM_CLOSE_CALL) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_CLOSE_CALL(
    _In_ NDIS_HANDLE CallMgrVcContext, _In_opt_ NDIS_HANDLE CallMgrPartyContext, _In_opt_ PVOID CloseData,
    _In_opt_ UINT Size);
typedef PROTOCOL_CM_CLOSE_CALL *PROTOCOL_CM_CLOSE_CALL_HANDLER;
typedef _Function_class_(PROTOCOL_CM_INCOMING_CALL_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CM_INCOMING_CALL_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE CallMgrVcContext, _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CM_INCOMING_CALL_COMPLETE *PROTOCOL_CM_INCOMING_CALL_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CM_ADD_PARTY) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_ADD_PARTY(
    _In_ NDIS_HANDLE CallMgrVcContext, _Inout_ PCO_CALL_PARAMETERS CallParameters, _In_ NDIS_HANDLE NdisPartyHandle,
    _Out_ PNDIS_HANDLE CallMgrPartyContext);
typedef PROTOCOL_CM_ADD_PARTY *PROTOCOL_CM_ADD_PARTY_HANDLER;
typedef _Function_class_(PROTOCOL_CM_DROP_PARTY) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_DROP_PARTY(
    _In_ NDIS_HANDLE CallMgrPartyContext, _In_opt_ PVOID CloseData, _In_opt_ UINT Size);
typedef PROTOCOL_CM_DROP_PARTY *PROTOCOL_CM_DROP_PARTY_HANDLER;
typedef _Function_class_(PROTOCOL_CM_ACTIVATE_VC_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CM_ACTIVATE_VC_COMPLETE(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE CallMgrVcContext, _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CM_ACTIVATE_VC_COMPLETE *PROTOCOL_CM_ACTIVATE_VC_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CM_DEACTIVATE_VC_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CM_DEACTIVATE_VC_COMPLETE(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE CallMgrVcContext);
typedef PROTOCOL_CM_DEACTIVATE_VC_COMPLETE *PROTOCOL_CM_DEACTIVATE_VC_COMPLETE_HANDLER;
typedef _Function_class_(PROTOCOL_CM_MODIFY_QOS_CALL) _IRQL_requires_max_(DISPATCH_LEVEL)
NDIS_STATUS PROTOCOL_CM_MODIFY_QOS_CALL(_In_ NDIS_HANDLE CallMgrVcContext, _In_ PCO_CALL_PARAMETERS CallParameters);
typedef PROTOCOL_CM_MODIFY_QOS_CALL *PROTOCOL_CM_MODIFY_QOS_CALL_HANDLER;
typedef _Function_class_(PROTOCOL_CM_NOTIFY_CLOSE_AF_COMPLETE) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID PROTOCOL_CM_NOTIFY_CLOSE_AF_COMPLETE(_In_ NDIS_HANDLE CallMgrAfContext, _In_ NDIS_STATUS Status);
typedef PROTOCOL_CM_NOTIFY_CLOSE_AF_COMPLETE *PROTOCOL_CM_NOTIFY_CLOSE_AF_COMPLETE_HANDLER;

typedef struct _NDIS_CO_CALL_MANAGER_OPTIONAL_HANDLERS {
    NDIS_OBJECT_HEADER Header;
    ULONG Reserved;
    PROTOCOL_CO_CREATE_VC_HANDLER CmCreateVcHandler;
    PROTOCOL_CO_DELETE_VC_HANDLER CmDeleteVcHandler;
    PROTOCOL_CM_OPEN_AF_HANDLER CmOpenAfHandler;
    PROTOCOL_CM_CLOSE_AF_HANDLER CmCloseAfHandler;
    PROTOCOL_CM_REG_SAP_HANDLER CmRegisterSapHandler;
    PROTOCOL_CM_DEREGISTER_SAP_HANDLER CmDeregisterSapHandler;
    PROTOCOL_CM_MAKE_CALL_HANDLER CmMakeCallHandler;
    PROTOCOL_CM_CLOSE_CALL_HANDLER CmCloseCallHandler;
    PROTOCOL_CM_INCOMING_CALL_COMPLETE_HANDLER CmIncomingCallCompleteHandler;
    PROTOCOL_CM_ADD_PARTY_HANDLER CmAddPartyHandler;
    PROTOCOL_CM_DROP_PARTY_HANDLER CmDropPartyHandler;
    PROTOCOL_CM_ACTIVATE_VC_COMPLETE_HANDLER CmActivateVcCompleteHandler;
    PROTOCOL_CM_DEACTIVATE_VC_COMPLETE_HANDLER CmDeactivateVcCompleteHandler;
    PROTOCOL_CM_MODIFY_QOS_CALL_HANDLER CmModifyCallQoSHandler;
    PROTOCOL_CO_OID_REQUEST_HANDLER CmOidRequestHandler;
    PROTOCOL_CO_OID_REQUEST_COMPLETE_HANDLER CmOidRequestCompleteHandler;
    PROTOCOL_CM_NOTIFY_CLOSE_AF_COMPLETE_HANDLER CmNotifyCloseAfCompleteHandler;
} NDIS_CO_CALL_MANAGER_OPTIONAL_HANDLERS, *PNDIS_CO_CALL_MANAGER_OPTIONAL_HANDLERS;
#define NDIS_CO_CALL_MANAGER_OPTIONAL_HANDLERS_REVISION_1 1
#define NDIS_SIZEOF_CO_CALL_MANAGER_OPTIONAL_HANDLERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_CO_CALL_MANAGER_OPTIONAL_HANDLERS, CmNotifyCloseAfCompleteHandler)

/* Of clients. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClAddParty(
    _In_ NDIS_HANDLE NdisVcHandle, _In_ NDIS_HANDLE ProtocolPartyContext,
    _Inout_ PCO_CALL_PARAMETERS CallParameters, _Out_ PNDIS_HANDLE NdisPartyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClCloseAddressFamily(_In_ NDIS_HANDLE NdisAfHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClCloseCall(
    _In_ NDIS_HANDLE NdisVcHandle, _In_opt_ NDIS_HANDLE NdisPartyHandle, _In_opt_ PVOID Buffer, _In_ UINT Size);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClDeregisterSap(_In_ NDIS_HANDLE NdisSapHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClDropParty(_In_ NDIS_HANDLE NdisPartyHandle, _In_opt_ PVOID Buffer, _In_opt_ UINT Size);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClGetProtocolVcContextFromTapiCallId(
    _In_ UNICODE_STRING TapiCallId, _Out_ PNDIS_HANDLE ProtocolVcContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisClIncomingCallComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClMakeCall(
    _In_ NDIS_HANDLE NdisVcHandle, _Inout_ PCO_CALL_PARAMETERS CallParameters,
    _In_opt_ NDIS_HANDLE ProtocolPartyContext, _Out_opt_ PNDIS_HANDLE NdisPartyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClModifyCallQoS(_In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisClNotifyCloseAddressFamilyComplete(_In_ NDIS_HANDLE NdisAfHandle, _In_ NDIS_STATUS Status);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisClOpenAddressFamilyEx(
    _In_ NDIS_HANDLE NdisBindingHandle, _In_ PCO_ADDRESS_FAMILY AddressFamily, _In_ NDIS_HANDLE ClientAfContext,
    _Out_ PNDIS_HANDLE NdisAfHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisClRegisterSap(
    _In_ NDIS_HANDLE NdisAfHandle, _In_ NDIS_HANDLE ProtocolSapContext, _In_ PCO_SAP Sap,
    _Out_ PNDIS_HANDLE NdisSapHandle);

/* Of call managers. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCmActivateVc(_In_ NDIS_HANDLE NdisVcHandle, _Inout_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmAddPartyComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisPartyHandle, _In_opt_ NDIS_HANDLE CallMgrPartyContext,
    _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmCloseAddressFamilyComplete(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisAfHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmCloseCallComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisVcHandle, _In_opt_ NDIS_HANDLE NdisPartyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCmDeactivateVc(_In_ NDIS_HANDLE NdisVcHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmDeregisterSapComplete(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisSapHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmDispatchCallConnected(_In_ NDIS_HANDLE NdisVcHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCmDispatchIncomingCall(
    _In_ NDIS_HANDLE NdisSapHandle, _In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmDispatchIncomingCallQoSChange(_In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmDispatchIncomingCloseCall(
    _In_ NDIS_STATUS CloseStatus, _In_ NDIS_HANDLE NdisVcHandle, _In_opt_ PVOID Buffer, _In_ UINT Size);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmDispatchIncomingDropParty(
    _In_ NDIS_STATUS DropStatus, _In_ NDIS_HANDLE NdisPartyHandle, _In_opt_ PVOID Buffer, _In_ UINT Size);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmDropPartyComplete(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisPartyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmMakeCallComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisVcHandle, _In_opt_ NDIS_HANDLE NdisPartyHandle,
    _In_opt_ NDIS_HANDLE CallMgrPartyContext, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmModifyCallQoSComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisCmNotifyCloseAddressFamily(_In_ NDIS_HANDLE NdisAfHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmOpenAddressFamilyComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisAfHandle, _In_ NDIS_HANDLE CallMgrAfContext);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisCmRegisterAddressFamilyEx(_In_ NDIS_HANDLE NdisBindingHandle, _In_ PCO_ADDRESS_FAMILY AddressFamily);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisCmRegisterSapComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisSapHandle, _In_ NDIS_HANDLE CallMgrSapContext);

/* Of clients and call managers. */
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCoAssignInstanceName(
    _In_ NDIS_HANDLE NdisVcHandle, _In_ PNDIS_STRING BaseInstanceName, _Out_opt_ PNDIS_STRING VcInstanceName);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCoCreateVc(
    _In_ NDIS_HANDLE NdisBindingHandle, _In_opt_ NDIS_HANDLE NdisAfHandle, _In_ NDIS_HANDLE ProtocolVcContext,
    _Inout_ PNDIS_HANDLE NdisVcHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCoDeleteVc(_In_ NDIS_HANDLE NdisVcHandle);
_IRQL_requires_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisCoGetTapiCallId(_In_ NDIS_HANDLE NdisVcHandle, _Inout_ PVAR_STRING TapiCallId);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisCoOidRequest(
    _In_ NDIS_HANDLE NdisBindingHandle, _In_opt_ NDIS_HANDLE NdisAfHandle, _In_opt_ NDIS_HANDLE NdisVcHandle,
    _In_opt_ NDIS_HANDLE NdisPartyHandle, _Inout_ PNDIS_OID_REQUEST OidRequest);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisCoOidRequestComplete(
    _In_ NDIS_HANDLE NdisAfHandle, _In_opt_ NDIS_HANDLE NdisVcHandle, _In_opt_ NDIS_HANDLE NdisPartyHandle,
    _In_ PNDIS_OID_REQUEST OidRequest, _In_ NDIS_STATUS Status);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisCoSendNetBufferLists(
    _In_ NDIS_HANDLE NdisVcHandle, _In_ PNET_BUFFER_LIST NetBufferLists, _In_ ULONG SendFlags);

/* Of miniports. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMCoActivateVcComplete(
    _In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
VOID NdisMCoDeactivateVcComplete(_In_ NDIS_STATUS Status, _In_ NDIS_HANDLE NdisVcHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMCoIndicateReceiveNetBufferLists(
    _In_ NDIS_HANDLE NdisVcHandle, _In_ PNET_BUFFER_LIST NetBufferLists, _In_ ULONG NumberOfNetBufferLists,
    _In_ ULONG CoReceiveFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMCoIndicateStatusEx(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_opt_ NDIS_HANDLE NdisVcHandle,
    _In_ PNDIS_STATUS_INDICATION StatusIndication);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMCoOidRequestComplete(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ NDIS_HANDLE NdisMiniportVcHandle,
    _In_ PNDIS_OID_REQUEST Request, _In_ NDIS_STATUS Status);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisMCoSendNetBufferListsComplete(
    _In_ NDIS_HANDLE NdisVcHandle, _In_ PNET_BUFFER_LIST NetBufferLists, _In_ ULONG SendCompleteFlags);

/* Of miniports that are their own call managers. */
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMCmActivateVc(_In_ NDIS_HANDLE NdisVcHandle, _In_ PCO_CALL_PARAMETERS CallParameters);
#define NdisMCmAddPartyComplete(status, handle, context, parameters) \
    NdisCmAddPartyComplete(status, handle, context, parameters)
#define NdisMCmCloseAddressFamilyComplete(status, handle) NdisCmCloseAddressFamilyComplete(status, handle)
#define NdisMCmCloseCallComplete(status, vc, party) NdisCmCloseCallComplete(status, vc, party)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMCmCreateVc(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ NDIS_HANDLE NdisAfHandle, _In_ NDIS_HANDLE MiniportVcContext,
    _Out_ PNDIS_HANDLE NdisVcHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMCmDeactivateVc(_In_ NDIS_HANDLE NdisVcHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("5.0.2195")
NDIS_STATUS NdisMCmDeleteVc(_In_ NDIS_HANDLE NdisVcHandle);
#define NdisMCmDeregisterSapComplete(status, handle) NdisCmDeregisterSapComplete(status, handle)
#define NdisMCmDispatchCallConnected(handle) NdisCmDispatchCallConnected(handle)
#define NdisMCmDispatchIncomingCall(sap, vc, parameters) NdisCmDispatchIncomingCall(sap, vc, parameters)
#define NdisMCmDispatchIncomingCallQoSChange(handle, parameters) \
    NdisCmDispatchIncomingCallQoSChange(handle, parameters)
#define NdisMCmDispatchIncomingCloseCall(status, handle, buffer, size) \
    NdisCmDispatchIncomingCloseCall(status, handle, buffer, size)
#define NdisMCmDispatchIncomingDropParty(status, handle, buffer, size) \
    NdisCmDispatchIncomingDropParty(status, handle, buffer, size)
#define NdisMCmDropPartyComplete(status, handle) NdisCmDropPartyComplete(status, handle)
#define NdisMCmMakeCallComplete(status, vc, party, context, parameters) \
    NdisCmMakeCallComplete(status, vc, party, context, parameters)
#define NdisMCmModifyCallQoSComplete(status, handle, parameters) \
    NdisCmModifyCallQoSComplete(status, handle, parameters)
#define NdisMCmNotifyCloseAddressFamily(af) NdisCmNotifyCloseAddressFamily(af)
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMCmOidRequest(
    _In_ NDIS_HANDLE NdisAfHandle, _In_opt_ NDIS_HANDLE NdisVcHandle, _In_opt_ NDIS_HANDLE NdisPartyHandle,
    _In_ PNDIS_OID_REQUEST NdisOidRequest);
#define NdisMCmOidRequestComplete(af, vc, party, request, status) \
    NdisCoOidRequestComplete(af, vc, party, request, status)
#define NdisMCmOpenAddressFamilyComplete(status, handle, context) \
    NdisCmOpenAddressFamilyComplete(status, handle, context)
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisMCmRegisterAddressFamilyEx(
    _In_ NDIS_HANDLE MiniportAdapterHandle, _In_ PCO_ADDRESS_FAMILY AddressFamily);
#define NdisMCmRegisterSapComplete(status, handle, context) NdisCmRegisterSapComplete(status, handle, context)

#ifdef __cplusplus
}
#endif
#endif
