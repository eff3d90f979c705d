/* NDK, remote direct memory access between kernels: what an adapter's driver offers. Facts: the public reference. */
#ifndef WDK_NDKPI_H
#define WDK_NDKPI_H
#include <ntddk.h>
#include <ws2def.h>
#include <ndkinfo.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _NDK_OBJECT_TYPE {
    NdkObjectTypeUndefined = 0,
    NdkObjectTypeAdapter = 1,
    NdkObjectTypeQp = 2,
    NdkObjectTypeCq = 3,
    NdkObjectTypeMr = 4,
    NdkObjectTypeMw = 5,
    NdkObjectTypePd = 6,
    NdkObjectTypeSharedEndpoint = 7,
    NdkObjectTypeConnector = 8,
    NdkObjectTypeListener = 9,
    NdkObjectTypeSrq = 10,
    NdkObjectTypeMax = 11
} NDK_OBJECT_TYPE;

typedef enum _NDK_OPERATION_TYPE {
    NdkOperationTypeReceive = 1,
    NdkOperationTypeReceiveAndInvalidate = 0x8001,
    NdkOperationTypeSend = 2,
    NdkOperationTypeFastRegister = 4,
    NdkOperationTypeBind = 8,
    NdkOperationTypeInvalidate = 16,
    NdkOperationTypeRead = 32,
    NdkOperationTypeWrite = 64
} NDK_OPERATION_TYPE;

typedef PHYSICAL_ADDRESS NDK_LOGICAL_ADDRESS;

typedef struct _NDK_OBJECT_HEADER_RESERVED_BLOCK {
    PVOID rf[4];
} NDK_OBJECT_HEADER_RESERVED_BLOCK, *PNDK_OBJECT_HEADER_RESERVED_BLOCK;

typedef struct _NDK_OBJECT_HEADER {
    NDK_VERSION Version;
    NDK_OBJECT_TYPE ObjectType;
    NDK_OBJECT_HEADER_RESERVED_BLOCK NdkReserved;
} NDK_OBJECT_HEADER, *PNDK_OBJECT_HEADER;

typedef struct _NDK_LOGICAL_ADDRESS_MAPPING {
    PVOID AdapterContext;
    ULONG AdapterPageCount;
    NDK_LOGICAL_ADDRESS AdapterPageArray[1];
} NDK_LOGICAL_ADDRESS_MAPPING, *PNDK_LOGICAL_ADDRESS_MAPPING;

typedef struct _NDK_SGE {
    union {
        PVOID VirtualAddress;
        NDK_LOGICAL_ADDRESS LogicalAddress;
    };
    ULONG Length;
    UINT32 MemoryRegionToken;
} NDK_SGE;

typedef struct _NDK_RESULT {
    NTSTATUS Status;
    ULONG BytesTransferred;
    PVOID QPContext;
    PVOID RequestContext;
} NDK_RESULT;

typedef struct _NDK_RESULT_EX {
    NTSTATUS Status;
    ULONG BytesTransferred;
    PVOID QPContext;
    PVOID RequestContext;
    NDK_OPERATION_TYPE Type;
    ULONG ProviderErrorCode; /* its place follows from the neighbours; the reference does not tell its type */
    ULONG_PTR TypeSpecificCompletionOutput;
} NDK_RESULT_EX, *PNDK_RESULT_EX;

typedef struct _NDK_EXTENSION_INTERFACE {
    const void *Dispatch;
} NDK_EXTENSION_INTERFACE, *PNDK_EXTENSION_INTERFACE;

/* What a memory region allows. */
#define NDK_MR_FLAG_ALLOW_LOCAL_READ 0x00000000
#define NDK_MR_FLAG_ALLOW_LOCAL_WRITE 0x00000001
#define NDK_MR_FLAG_ALLOW_REMOTE_READ 0x00000002
#define NDK_MR_FLAG_ALLOW_REMOTE_WRITE 0x00000005
#define NDK_MR_FLAG_RDMA_READ_SINK 0x00000008

/* Of requests. The reference gives NDK_OP_FLAG_RDMA_READ_LOCAL_INVALIDATE the value of another, so it is left out. */
#define NDK_OP_FLAG_SILENT_SUCCESS 0x00000001
#define NDK_OP_FLAG_READ_FENCE 0x00000002
#define NDK_OP_FLAG_SEND_AND_SOLICIT_EVENT 0x00000004
#define NDK_OP_FLAG_ALLOW_REMOTE_READ 0x00000008
#define NDK_OP_FLAG_ALLOW_LOCAL_WRITE 0x00000010
#define NDK_OP_FLAG_ALLOW_REMOTE_WRITE 0x00000030
#define NDK_OP_FLAG_INLINE 0x00000040
#define NDK_OP_FLAG_DEFER 0x00000200

/* Objects: a header and the functions of the provider. */
struct _NDK_ADAPTER_DISPATCH;
struct _NDK_QP_DISPATCH;
struct _NDK_CQ_DISPATCH;
struct _NDK_MR_DISPATCH;
struct _NDK_MW_DISPATCH;
struct _NDK_PD_DISPATCH;
struct _NDK_SHARED_ENDPOINT_DISPATCH;
struct _NDK_CONNECTOR_DISPATCH;
struct _NDK_LISTENER_DISPATCH;
struct _NDK_SRQ_DISPATCH;

typedef struct _NDK_ADAPTER {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_ADAPTER_DISPATCH *Dispatch;
} NDK_ADAPTER, *PNDK_ADAPTER;
typedef struct _NDK_QP {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_QP_DISPATCH *Dispatch;
} NDK_QP, *PNDK_QP;
typedef struct _NDK_CQ {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_CQ_DISPATCH *Dispatch;
} NDK_CQ, *PNDK_CQ;
typedef struct _NDK_MR {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_MR_DISPATCH *Dispatch;
} NDK_MR, *PNDK_MR;
typedef struct _NDK_MW {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_MW_DISPATCH *Dispatch;
} NDK_MW, *PNDK_MW;
typedef struct _NDK_PD {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_PD_DISPATCH *Dispatch;
} NDK_PD, *PNDK_PD;
typedef struct _NDK_SHARED_ENDPOINT {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_SHARED_ENDPOINT_DISPATCH *Dispatch;
} NDK_SHARED_ENDPOINT, *PNDK_SHARED_ENDPOINT;
typedef struct _NDK_CONNECTOR {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_CONNECTOR_DISPATCH *Dispatch;
} NDK_CONNECTOR, *PNDK_CONNECTOR;
typedef struct _NDK_LISTENER {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_LISTENER_DISPATCH *Dispatch;
} NDK_LISTENER, *PNDK_LISTENER;
typedef struct _NDK_SRQ {
    NDK_OBJECT_HEADER Header;
    const struct _NDK_SRQ_DISPATCH *Dispatch;
} NDK_SRQ, *PNDK_SRQ;

/* Callbacks of the consumer. */
typedef _Function_class_(NDK_FN_CREATE_COMPLETION) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_CREATE_COMPLETION)(
    _In_opt_ PVOID Context, _In_ NTSTATUS Status, _In_ NDK_OBJECT_HEADER *pNdkObject);
typedef _Function_class_(NDK_FN_CLOSE_COMPLETION) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_CLOSE_COMPLETION)(
    _In_opt_ PVOID Context);
typedef _Function_class_(NDK_FN_REQUEST_COMPLETION) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_REQUEST_COMPLETION)(
    _In_opt_ PVOID Context, _In_ NTSTATUS Status);
typedef _Function_class_(NDK_FN_CQ_NOTIFICATION_CALLBACK) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_CQ_NOTIFICATION_CALLBACK)(
    _In_opt_ PVOID CqNotificationContext, _In_ NTSTATUS CqStatus);
typedef _Function_class_(NDK_FN_SRQ_NOTIFICATION_CALLBACK) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_SRQ_NOTIFICATION_CALLBACK)(
    _In_opt_ PVOID SrqNotificationContext, _In_ NTSTATUS SrqStatus);
typedef _Function_class_(NDK_FN_CONNECT_EVENT_CALLBACK) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_CONNECT_EVENT_CALLBACK)(
    _In_opt_ PVOID ConnectEventContext, _In_ NDK_CONNECTOR *pNdkConnector);
typedef _Function_class_(NDK_FN_DISCONNECT_EVENT_CALLBACK) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_DISCONNECT_EVENT_CALLBACK)(
    _In_opt_ PVOID DisconnectEventContext);
typedef _Function_class_(NDK_FN_DISCONNECT_EVENT_CALLBACK_EX) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_DISCONNECT_EVENT_CALLBACK_EX)(
    _In_opt_ PVOID DisconnectEventContext, _In_ ULONG ProviderDisconnectReason);

/* Every object. */
typedef _Function_class_(NDK_FN_CLOSE_OBJECT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CLOSE_OBJECT)(
    _In_ NDK_OBJECT_HEADER *pNdkObject, _In_ NDK_FN_CLOSE_COMPLETION CloseCompletion,
    _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_QUERY_EXTENSION_INTERFACE) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_QUERY_EXTENSION_INTERFACE)(
    _In_ NDK_OBJECT_HEADER *pNdkObject, _In_ GUID *ExtensionInterfaceID,
    _In_ NDK_VERSION ExtensionInterfaceVersion, _Out_ NDK_EXTENSION_INTERFACE *pExtensionInterface);

typedef _Function_class_(NDK_FN_QUERY_ADAPTER_INFO) _Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*NDK_FN_QUERY_ADAPTER_INFO)(
    _In_ NDK_ADAPTER *pNdkAdapter,
    _Out_writes_bytes_to_opt_(*pBufferSize, *pBufferSize) NDK_ADAPTER_INFO *pInfo, _Inout_ ULONG *pBufferSize);
typedef _Function_class_(NDK_FN_CREATE_CQ) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_CQ)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_ ULONG CqDepth, _In_ NDK_FN_CQ_NOTIFICATION_CALLBACK CqNotification,
    _In_opt_ PVOID CqNotificationContext, _In_opt_ GROUP_AFFINITY *Affinity,
    _In_ NDK_FN_CREATE_COMPLETION CreateCompletion, _In_opt_ PVOID RequestContext, _Outptr_ NDK_CQ **ppNdkCq);
typedef _Function_class_(NDK_FN_CREATE_PD) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_PD)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion,
    _In_opt_ PVOID RequestContext, _Outptr_ NDK_PD **ppNdkPd);
typedef _Function_class_(NDK_FN_CREATE_SHARED_ENDPOINT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_SHARED_ENDPOINT)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_reads_bytes_(AddressLength) const PSOCKADDR pAddress,
    _In_ ULONG AddressLength, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion, _In_opt_ PVOID RequestContext,
    _Outptr_ NDK_SHARED_ENDPOINT **ppNdkSharedEndpoint);
typedef _Function_class_(NDK_FN_CREATE_CONNECTOR) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_CONNECTOR)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion,
    _In_opt_ PVOID RequestContext, _Outptr_ NDK_CONNECTOR **ppNdkConnector);
typedef _Function_class_(NDK_FN_CREATE_LISTENER) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_LISTENER)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_ NDK_FN_CONNECT_EVENT_CALLBACK ConnectEvent,
    _In_opt_ PVOID ConnectEventContext, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion,
    _In_opt_ PVOID RequestContext, _Outptr_ NDK_LISTENER **ppNdkListener);
typedef _Function_class_(NDK_FN_BUILD_LAM) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_BUILD_LAM)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_ MDL *Mdl, _In_ SIZE_T Length,
    _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext,
    _Out_writes_bytes_to_opt_(*pLAMSize, *pLAMSize) NDK_LOGICAL_ADDRESS_MAPPING *pNdkLAM,
    _Inout_ ULONG *pLAMSize, _Out_ ULONG *pFBO);
typedef _Function_class_(NDK_FN_RELEASE_LAM) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_RELEASE_LAM)(
    _In_ NDK_ADAPTER *pNdkAdapter, _In_ NDK_LOGICAL_ADDRESS_MAPPING *pNdkLAM);
typedef struct _NDK_ADAPTER_DISPATCH {
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_QUERY_ADAPTER_INFO NdkQueryAdapterInfo;
    NDK_FN_CREATE_CQ NdkCreateCq;
    NDK_FN_CREATE_PD NdkCreatePd;
    NDK_FN_CREATE_SHARED_ENDPOINT NdkCreateSharedEndpoint;
    NDK_FN_CREATE_CONNECTOR NdkCreateConnector;
    NDK_FN_CREATE_LISTENER NdkCreateListener;
    NDK_FN_BUILD_LAM NdkBuildLAM;
    NDK_FN_RELEASE_LAM NdkReleaseLAM;
} NDK_ADAPTER_DISPATCH, *PNDK_ADAPTER_DISPATCH;

typedef _Function_class_(NDK_FN_FLUSH) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_FLUSH)(
    _In_ NDK_QP *pNdkQp);
typedef _Function_class_(NDK_FN_SEND) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_SEND)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_reads_(nSge) const NDK_SGE *pSgl, _In_ ULONG nSge,
    _In_ ULONG Flags);
typedef _Function_class_(NDK_FN_RECEIVE) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_RECEIVE)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_reads_(nSge) const NDK_SGE *pSgl, _In_ ULONG nSge);
typedef _Function_class_(NDK_FN_BIND) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_BIND)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_ NDK_MR *pMr, _In_ NDK_MW *pMw,
    _In_ PVOID VirtualAddress, _In_ SIZE_T Length, _In_ ULONG Flags);
typedef _Function_class_(NDK_FN_FAST_REGISTER) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_FAST_REGISTER)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_ NDK_MR *pMr, _In_ ULONG AdapterPageCount,
    _In_reads_(AdapterPageCount) const NDK_LOGICAL_ADDRESS *AdapterPageArray, _In_ ULONG FBO,
    _In_ SIZE_T Length, _In_ PVOID BaseVirtualAddress, _In_ ULONG Flags);
typedef _Function_class_(NDK_FN_INVALIDATE) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_INVALIDATE)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_ NDK_OBJECT_HEADER *pNdkMrOrMw, _In_ ULONG Flags);
typedef _Function_class_(NDK_FN_READ) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_READ)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_reads_(nSge) const NDK_SGE *pSgl, _In_ ULONG nSge,
    _In_ UINT64 RemoteAddress, _In_ UINT32 RemoteToken, _In_ ULONG Flags);
typedef _Function_class_(NDK_FN_WRITE) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_WRITE)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_reads_(nSge) const NDK_SGE *pSgl, _In_ ULONG nSge,
    _In_ UINT64 RemoteAddress, _In_ UINT32 RemoteToken, _In_ ULONG Flags);
typedef _Function_class_(NDK_FN_SEND_AND_INVALIDATE) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_SEND_AND_INVALIDATE)(
    _In_ NDK_QP *pNdkQp, _In_opt_ PVOID RequestContext, _In_reads_(nSge) const NDK_SGE *pSgl, _In_ ULONG nSge,
    _In_ ULONG Flags, _In_ UINT32 RemoteToken);
typedef struct _NDK_QP_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseQp;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_FLUSH NdkFlush;
    NDK_FN_SEND NdkSend;
    NDK_FN_RECEIVE NdkReceive;
    NDK_FN_BIND NdkBind;
    NDK_FN_FAST_REGISTER NdkFastRegister;
    NDK_FN_INVALIDATE NdkInvalidate;
    NDK_FN_READ NdkRead;
    NDK_FN_WRITE NdkWrite;
    NDK_FN_SEND_AND_INVALIDATE NdkSendAndInvalidate;
} NDK_QP_DISPATCH, *PNDK_QP_DISPATCH;

typedef _Function_class_(NDK_FN_RESIZE_CQ) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_RESIZE_CQ)(
    _In_ NDK_CQ *pNdkCq, _In_ ULONG CqDepth, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion,
    _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_ARM_CQ) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_ARM_CQ)(
    _In_ NDK_CQ *pNdkCq, _In_ ULONG Type);
typedef _Function_class_(NDK_FN_GET_CQ_RESULTS) _IRQL_requires_max_(DISPATCH_LEVEL)
ULONG (*NDK_FN_GET_CQ_RESULTS)(
    _In_ NDK_CQ *pNdkCq, _Out_writes_to_(nResults, return) NDK_RESULT Results[], _In_ ULONG nResults);
typedef _Function_class_(NDK_FN_CONTROL_CQ_INTERRUPT_MODERATION) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CONTROL_CQ_INTERRUPT_MODERATION)(
    _In_ NDK_CQ *pNdkCq, _In_ ULONG ModerationInterval, _In_ ULONG ModerationCount);
typedef _Function_class_(NDK_FN_GET_CQ_RESULTS_EX) _IRQL_requires_max_(DISPATCH_LEVEL)
ULONG (*NDK_FN_GET_CQ_RESULTS_EX)(
    _In_ NDK_CQ *pNdkCq, _Out_writes_to_(nResults, return) NDK_RESULT_EX Results[], _In_ ULONG nResults);
typedef struct _NDK_CQ_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseCq;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_RESIZE_CQ NdkResizeCq;
    NDK_FN_ARM_CQ NdkArmCq;
    NDK_FN_GET_CQ_RESULTS NdkGetCqResults;
    NDK_FN_CONTROL_CQ_INTERRUPT_MODERATION NdkControlCqInterruptModeration;
    NDK_FN_GET_CQ_RESULTS_EX NdkGetCqResultsEx;
} NDK_CQ_DISPATCH, *PNDK_CQ_DISPATCH;

typedef _Function_class_(NDK_FN_REGISTER_MR) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_REGISTER_MR)(
    _In_ NDK_MR *pNdkMr, _In_ MDL *Mdl, _In_ SIZE_T Length, _In_ ULONG Flags,
    _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_DEREGISTER_MR) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_DEREGISTER_MR)(
    _In_ NDK_MR *pNdkMr, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_INITIALIZE_FAST_REGISTER_MR) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_INITIALIZE_FAST_REGISTER_MR)(
    _In_ NDK_MR *pNdkMr, _In_ ULONG AdapterPageCount, _In_ BOOLEAN RemoteAccess,
    _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_GET_REMOTE_TOKEN_FROM_MR) _IRQL_requires_max_(DISPATCH_LEVEL)
UINT32 (*NDK_FN_GET_REMOTE_TOKEN_FROM_MR)(
    _In_ NDK_MR *pNdkMr);
typedef _Function_class_(NDK_FN_GET_LOCAL_TOKEN_FROM_MR) _IRQL_requires_max_(DISPATCH_LEVEL)
UINT32 (*NDK_FN_GET_LOCAL_TOKEN_FROM_MR)(
    _In_ NDK_MR *pNdkMr);
typedef struct _NDK_MR_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseMr;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_REGISTER_MR NdkRegisterMr;
    NDK_FN_DEREGISTER_MR NdkDeregisterMr;
    NDK_FN_INITIALIZE_FAST_REGISTER_MR NdkInitializeFastRegisterMr;
    NDK_FN_GET_REMOTE_TOKEN_FROM_MR NdkGetRemoteTokenFromMr;
    NDK_FN_GET_LOCAL_TOKEN_FROM_MR NdkGetLocalTokenFromMr;
} NDK_MR_DISPATCH, *PNDK_MR_DISPATCH;

typedef _Function_class_(NDK_FN_GET_REMOTE_TOKEN_FROM_MW) _IRQL_requires_max_(DISPATCH_LEVEL)
UINT32 (*NDK_FN_GET_REMOTE_TOKEN_FROM_MW)(
    _In_ NDK_MW *pNdkMw);
typedef struct _NDK_MW_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseMw;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_GET_REMOTE_TOKEN_FROM_MW NdkGetRemoteTokenFromMw;
} NDK_MW_DISPATCH, *PNDK_MW_DISPATCH;

typedef _Function_class_(NDK_FN_CREATE_MR) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_MR)(
    _In_ NDK_PD *pNdkPd, _In_ BOOLEAN FastRegister, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion,
    _In_opt_ PVOID RequestContext, _Outptr_ NDK_MR **ppNdkMr);
typedef _Function_class_(NDK_FN_CREATE_MW) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_MW)(
    _In_ NDK_PD *pNdkPd, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion, _In_opt_ PVOID RequestContext,
    _Outptr_ NDK_MW **ppNdkMw);
typedef _Function_class_(NDK_FN_CREATE_SRQ) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_SRQ)(
    _In_ NDK_PD *pNdkPd, _In_ ULONG SrqDepth, _In_ ULONG MaxReceiveRequestSge, _In_ ULONG NotifyThreshold,
    _In_opt_ NDK_FN_SRQ_NOTIFICATION_CALLBACK SrqNotification, _In_opt_ PVOID SrqNotificationContext,
    _In_opt_ GROUP_AFFINITY *Affinity, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion,
    _In_opt_ PVOID RequestContext, _Outptr_ NDK_SRQ **ppNdkSrq);
typedef _Function_class_(NDK_FN_CREATE_QP) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_QP)(
    _In_ NDK_PD *pNdkPd, _In_ NDK_CQ *pReceiveCq, _In_ NDK_CQ *pInitiatorCq, _In_opt_ PVOID QPContext,
    _In_ ULONG ReceiveQueueDepth, _In_ ULONG InitiatorQueueDepth, _In_ ULONG MaxReceiveRequestSge,
    _In_ ULONG MaxInitiatorRequestSge, _In_ ULONG InlineDataSize,
    _In_ NDK_FN_CREATE_COMPLETION CreateCompletion, _In_opt_ PVOID RequestContext, _Outptr_ NDK_QP **ppNdkQp);
typedef _Function_class_(NDK_FN_CREATE_QP_WITH_SRQ) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CREATE_QP_WITH_SRQ)(
    _In_ NDK_PD *pNdkPd, _In_ NDK_CQ *pReceiveCq, _In_ NDK_CQ *pInitiatorCq, _In_ NDK_SRQ *pSrq,
    _In_opt_ PVOID QPContext, _In_ ULONG InitiatorQueueDepth, _In_ ULONG MaxInitiatorRequestSge,
    _In_ ULONG InlineDataSize, _In_ NDK_FN_CREATE_COMPLETION CreateCompletion, _In_opt_ PVOID RequestContext,
    _Outptr_ NDK_QP **ppNdkQp);
typedef _Function_class_(NDK_FN_GET_PRIVILEGED_MEMORY_REGION_TOKEN) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_GET_PRIVILEGED_MEMORY_REGION_TOKEN)(
    _In_ NDK_PD *pNdkPd, _Out_ UINT32 *pToken);
typedef struct _NDK_PD_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkClosePd;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_CREATE_MR NdkCreateMr;
    NDK_FN_CREATE_MW NdkCreateMw;
    NDK_FN_CREATE_SRQ NdkCreateSrq;
    NDK_FN_CREATE_QP NdkCreateQp;
    NDK_FN_CREATE_QP_WITH_SRQ NdkCreateQpWithSrq;
    NDK_FN_GET_PRIVILEGED_MEMORY_REGION_TOKEN NdkGetPrivilegedMemoryRegionToken;
} NDK_PD_DISPATCH, *PNDK_PD_DISPATCH;

typedef _Function_class_(NDK_FN_GET_SHARED_ENDPOINT_LOCAL_ADDRESS) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_GET_SHARED_ENDPOINT_LOCAL_ADDRESS)(
    _In_ NDK_SHARED_ENDPOINT *pNdkSharedEndpoint,
    _Out_writes_bytes_to_opt_(*pAddressLength, *pAddressLength) PSOCKADDR pAddress,
    _Inout_ ULONG *pAddressLength);
typedef struct _NDK_SHARED_ENDPOINT_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseSharedEndpoint;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_GET_SHARED_ENDPOINT_LOCAL_ADDRESS NdkGetLocalAddress;
} NDK_SHARED_ENDPOINT_DISPATCH, *PNDK_SHARED_ENDPOINT_DISPATCH;

typedef _Function_class_(NDK_FN_CONNECT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CONNECT)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_ NDK_QP *pNdkQp,
    _In_reads_bytes_(SrcAddressLength) const PSOCKADDR pSrcAddress, _In_ ULONG SrcAddressLength,
    _In_reads_bytes_(DestAddressLength) const PSOCKADDR pDestAddress, _In_ ULONG DestAddressLength,
    _In_ ULONG InboundReadLimit, _In_ ULONG OutboundReadLimit,
    _In_reads_bytes_opt_(PrivateDataLength) const PVOID pPrivateData, _In_ ULONG PrivateDataLength,
    _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_CONNECT_WITH_SHARED_ENDPOINT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_CONNECT_WITH_SHARED_ENDPOINT)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_ NDK_QP *pNdkQp, _In_ NDK_SHARED_ENDPOINT *pNdkSharedEndpoint,
    _In_reads_bytes_(DestAddressLength) const PSOCKADDR pDestAddress, _In_ ULONG DestAddressLength,
    _In_ ULONG InboundReadLimit, _In_ ULONG OutboundReadLimit,
    _In_reads_bytes_opt_(PrivateDataLength) const PVOID pPrivateData, _In_ ULONG PrivateDataLength,
    _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_COMPLETE_CONNECT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_COMPLETE_CONNECT)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_opt_ NDK_FN_DISCONNECT_EVENT_CALLBACK DisconnectEvent,
    _In_opt_ PVOID DisconnectEventContext, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion,
    _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_ACCEPT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_ACCEPT)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_ NDK_QP *pNdkQp, _In_ ULONG InboundReadLimit,
    _In_ ULONG OutboundReadLimit, _In_reads_bytes_opt_(PrivateDataLength) const PVOID pPrivateData,
    _In_ ULONG PrivateDataLength, _In_opt_ NDK_FN_DISCONNECT_EVENT_CALLBACK DisconnectEvent,
    _In_opt_ PVOID DisconnectEventContext, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion,
    _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_REJECT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_REJECT)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_reads_bytes_opt_(PrivateDataLength) const PVOID pPrivateData,
    _In_ ULONG PrivateDataLength);
typedef _Function_class_(NDK_FN_GET_CONNECTION_DATA) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_GET_CONNECTION_DATA)(
    _In_ NDK_CONNECTOR *pNdkConnector, _Out_opt_ ULONG *pInboundReadLimit, _Out_opt_ ULONG *pOutboundReadLimit,
    _Out_writes_bytes_to_opt_(*pPrivateDataLength, *pPrivateDataLength) PVOID pPrivateData,
    _Inout_ ULONG *pPrivateDataLength);
typedef _Function_class_(NDK_FN_GET_LOCAL_ADDRESS) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_GET_LOCAL_ADDRESS)(
    _In_ NDK_CONNECTOR *pNdkConnector,
    _Out_writes_bytes_to_opt_(*pAddressLength, *pAddressLength) PSOCKADDR pAddress,
    _Inout_ ULONG *pAddressLength);
typedef _Function_class_(NDK_FN_GET_PEER_ADDRESS) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_GET_PEER_ADDRESS)(
    _In_ NDK_CONNECTOR *pNdkConnector,
    _Out_writes_bytes_to_opt_(*pAddressLength, *pAddressLength) PSOCKADDR pAddress,
    _Inout_ ULONG *pAddressLength);
typedef _Function_class_(NDK_FN_DISCONNECT) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_DISCONNECT)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion,
    _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_COMPLETE_CONNECT_EX) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_COMPLETE_CONNECT_EX)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_opt_ NDK_FN_DISCONNECT_EVENT_CALLBACK_EX DisconnectEvent,
    _In_opt_ PVOID DisconnectEventContext, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion,
    _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_ACCEPT_EX) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_ACCEPT_EX)(
    _In_ NDK_CONNECTOR *pNdkConnector, _In_ NDK_QP *pNdkQp, _In_ ULONG InboundReadLimit,
    _In_ ULONG OutboundReadLimit, _In_reads_bytes_opt_(PrivateDataLength) const PVOID pPrivateData,
    _In_ ULONG PrivateDataLength, _In_opt_ NDK_FN_DISCONNECT_EVENT_CALLBACK_EX DisconnectEvent,
    _In_opt_ PVOID DisconnectEventContext, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion,
    _In_opt_ PVOID RequestContext);
typedef struct _NDK_CONNECTOR_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseConnector;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_CONNECT NdkConnect;
    NDK_FN_CONNECT_WITH_SHARED_ENDPOINT NdkConnectWithSharedEndpoint;
    NDK_FN_COMPLETE_CONNECT NdkCompleteConnect;
    NDK_FN_ACCEPT NdkAccept;
    NDK_FN_REJECT NdkReject;
    NDK_FN_GET_CONNECTION_DATA NdkGetConnectionData;
    NDK_FN_GET_LOCAL_ADDRESS NdkGetLocalAddress;
    NDK_FN_GET_PEER_ADDRESS NdkGetPeerAddress;
    NDK_FN_DISCONNECT NdkDisconnect;
    NDK_FN_COMPLETE_CONNECT_EX NdkCompleteConnectEx;
    NDK_FN_ACCEPT_EX NdkAcceptEx;
} NDK_CONNECTOR_DISPATCH, *PNDK_CONNECTOR_DISPATCH;

typedef _Function_class_(NDK_FN_LISTEN) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_LISTEN)(
    _In_ NDK_LISTENER *pNdkListener, _In_reads_bytes_(AddressLength) const PSOCKADDR pAddress,
    _In_ ULONG AddressLength, _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_GET_LISTENER_LOCAL_ADDRESS) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_GET_LISTENER_LOCAL_ADDRESS)(
    _In_ NDK_LISTENER *pNdkListener,
    _Out_writes_bytes_to_opt_(*pAddressLength, *pAddressLength) PSOCKADDR pAddress,
    _Inout_ ULONG *pAddressLength);
typedef _Function_class_(NDK_FN_CONTROL_CONNECT_EVENTS) _IRQL_requires_max_(DISPATCH_LEVEL)
void (*NDK_FN_CONTROL_CONNECT_EVENTS)(
    _In_ NDK_LISTENER *pNdkListener, _In_ BOOLEAN Pause);
typedef struct _NDK_LISTENER_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseListener;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_LISTEN NdkListen;
    NDK_FN_GET_LISTENER_LOCAL_ADDRESS NdkGetLocalAddress;
    NDK_FN_CONTROL_CONNECT_EVENTS NdkControlConnectEvents;
} NDK_LISTENER_DISPATCH, *PNDK_LISTENER_DISPATCH;

typedef _Function_class_(NDK_FN_MODIFY_SRQ) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_MODIFY_SRQ)(
    _In_ NDK_SRQ *pNdkSrq, _In_ ULONG SrqDepth, _In_ ULONG NotifyThreshold,
    _In_ NDK_FN_REQUEST_COMPLETION RequestCompletion, _In_opt_ PVOID RequestContext);
typedef _Function_class_(NDK_FN_SRQ_RECEIVE) _Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS (*NDK_FN_SRQ_RECEIVE)(
    _In_ NDK_SRQ *pNdkSrq, _In_opt_ PVOID RequestContext, _In_reads_(nSge) const NDK_SGE *pSgl,
    _In_ ULONG nSge);
typedef struct _NDK_SRQ_DISPATCH {
    NDK_FN_CLOSE_OBJECT NdkCloseSrq;
    NDK_FN_QUERY_EXTENSION_INTERFACE NdkQueryExtension;
    NDK_FN_MODIFY_SRQ NdkModifySrq;
    NDK_FN_SRQ_RECEIVE NdkSrqReceive;
} NDK_SRQ_DISPATCH, *PNDK_SRQ_DISPATCH;

#ifdef __cplusplus
}
#endif
#endif
