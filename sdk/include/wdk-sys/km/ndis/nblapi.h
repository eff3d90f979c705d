/* Pools of NET_BUFFERs and NET_BUFFER_LISTs, and their data. Facts: the public reference. */
#ifndef WDK_NDIS_NBLAPI_H
#define WDK_NDIS_NBLAPI_H
#include "base.h"
#include "nblaccessors.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _NET_BUFFER_LIST_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    UCHAR ProtocolId;
    BOOLEAN fAllocateNetBuffer;
    USHORT ContextSize;
    ULONG PoolTag;
    ULONG DataSize;
#if NDIS_SUPPORT_NDIS684
    ULONG Flags;
#endif
} NET_BUFFER_LIST_POOL_PARAMETERS, *PNET_BUFFER_LIST_POOL_PARAMETERS;
#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_LIST_POOL_PARAMETERS, DataSize)
#if NDIS_SUPPORT_NDIS684
#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_2 2
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_2 \
    RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_LIST_POOL_PARAMETERS, Flags)
#define NET_BUFFER_LIST_POOL_FLAG_VERIFY 0x00000001
#endif

typedef struct _NET_BUFFER_POOL_PARAMETERS {
    NDIS_OBJECT_HEADER Header;
    ULONG PoolTag;
    ULONG DataSize;
#if NDIS_SUPPORT_NDIS684
    ULONG Flags;
#endif
} NET_BUFFER_POOL_PARAMETERS, *PNET_BUFFER_POOL_PARAMETERS;
#define NET_BUFFER_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_POOL_PARAMETERS, DataSize)
#if NDIS_SUPPORT_NDIS684
#define NET_BUFFER_POOL_PARAMETERS_REVISION_2 2
#define NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_POOL_PARAMETERS, Flags)
#define NET_BUFFER_POOL_FLAG_VERIFY 0x00000001
#endif

/* A driver's own allocator of MDLs, for advancing and retreating. */
typedef _Function_class_(NET_BUFFER_ALLOCATE_MDL) _IRQL_requires_same_
PMDL NET_BUFFER_ALLOCATE_MDL(_Inout_ PULONG BufferSize);
typedef NET_BUFFER_ALLOCATE_MDL *NET_BUFFER_ALLOCATE_MDL_HANDLER;
typedef _Function_class_(NET_BUFFER_FREE_MDL) _IRQL_requires_same_
VOID NET_BUFFER_FREE_MDL(_In_ PMDL Mdl);
typedef NET_BUFFER_FREE_MDL *NET_BUFFER_FREE_MDL_HANDLER;

/* Pools. */
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_HANDLE NdisAllocateNetBufferListPool(
    _In_opt_ NDIS_HANDLE NdisHandle, _In_ PNET_BUFFER_LIST_POOL_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeNetBufferListPool(_In_ __drv_freesMem(Mem) NDIS_HANDLE PoolHandle);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_HANDLE NdisAllocateNetBufferPool(_In_opt_ NDIS_HANDLE NdisHandle, _In_ PNET_BUFFER_POOL_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeNetBufferPool(_In_ __drv_freesMem(Mem) NDIS_HANDLE PoolHandle);
WDK_NDIS("6.0.6000")
NDIS_HANDLE NdisGetPoolFromNetBufferList(_In_ PNET_BUFFER_LIST NetBufferList);
WDK_NDIS("6.0.6000")
NDIS_HANDLE NdisGetPoolFromNetBuffer(_In_ PNET_BUFFER NetBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
UCHAR NdisGetNetBufferListProtocolId(_In_ PNET_BUFFER_LIST NetBufferList);

/* NET_BUFFER_LISTs. */
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER_LIST NdisAllocateNetBufferList(
    _In_ NDIS_HANDLE PoolHandle, _In_ USHORT ContextSize, _In_ USHORT ContextBackFill);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeNetBufferList(_In_ __drv_freesMem(Mem) PNET_BUFFER_LIST NetBufferList);
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER_LIST NdisAllocateNetBufferAndNetBufferList(
    _In_ NDIS_HANDLE PoolHandle, _In_ USHORT ContextSize, _In_ USHORT ContextBackFill, _In_opt_ PMDL MdlChain,
    _In_ ULONG DataOffset, _In_ SIZE_T DataLength);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisAllocateNetBufferListContext(
    _In_ PNET_BUFFER_LIST NetBufferList, _In_ USHORT ContextSize, _In_ USHORT ContextBackFill, _In_ ULONG PoolTag);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeNetBufferListContext(_In_ PNET_BUFFER_LIST NetBufferList, _In_ USHORT ContextSize);

/* NET_BUFFERs. */
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER NdisAllocateNetBuffer(
    _In_ NDIS_HANDLE PoolHandle, _In_opt_ PMDL MdlChain, _In_ ULONG DataOffset, _In_ SIZE_T DataLength);
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER NdisAllocateNetBufferMdlAndData(_In_ NDIS_HANDLE PoolHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeNetBuffer(_In_ __drv_freesMem(Mem) PNET_BUFFER NetBuffer);

/* Derived lists. */
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER_LIST NdisAllocateCloneNetBufferList(
    _In_ PNET_BUFFER_LIST OriginalNetBufferList, _In_opt_ NDIS_HANDLE NetBufferListPoolHandle,
    _In_opt_ NDIS_HANDLE NetBufferPoolHandle, _In_ ULONG AllocateCloneFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeCloneNetBufferList(
    _In_ __drv_freesMem(Mem) PNET_BUFFER_LIST CloneNetBufferList, _In_ ULONG FreeCloneFlags);
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER_LIST NdisAllocateFragmentNetBufferList(
    _In_ PNET_BUFFER_LIST OriginalNetBufferList, _In_opt_ NDIS_HANDLE NetBufferListPool,
    _In_opt_ NDIS_HANDLE NetBufferPool, _In_ ULONG StartOffset, _In_ ULONG MaximumLength, _In_ ULONG DataOffsetDelta,
    _In_ ULONG DataBackFill, _In_ ULONG AllocateFragmentFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeFragmentNetBufferList(
    _In_ __drv_freesMem(Mem) PNET_BUFFER_LIST FragmentNetBufferList, _In_ ULONG DataOffsetDelta,
    _In_ ULONG FreeFragmentFlags);
_Must_inspect_result_ __drv_allocatesMem(Mem) _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PNET_BUFFER_LIST NdisAllocateReassembledNetBufferList(
    _In_ PNET_BUFFER_LIST FragmentNetBufferList, _In_opt_ NDIS_HANDLE NetBufferAndNetBufferListPoolHandle,
    _In_ ULONG StartOffset, _In_ ULONG DataOffsetDelta, _In_ ULONG DataBackFill, _In_ ULONG AllocateReassembleFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeReassembledNetBufferList(
    _In_ __drv_freesMem(Mem) PNET_BUFFER_LIST ReassembledNetBufferList, _In_ ULONG DataOffsetDelta,
    _In_ ULONG FreeReassembleFlags);
#define NDIS_CLONE_FLAGS_RESERVED 0x00000001
#define NDIS_CLONE_FLAGS_USE_ORIGINAL_MDLS 0x00000002

/* Moving the start of the data. */
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisRetreatNetBufferDataStart(
    _In_ PNET_BUFFER NetBuffer, _In_ ULONG DataOffsetDelta, _In_ ULONG DataBackFill,
    _In_opt_ NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisAdvanceNetBufferDataStart(
    _In_ PNET_BUFFER NetBuffer, _In_ ULONG DataOffsetDelta, _In_ BOOLEAN FreeMdl,
    _In_opt_ NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisRetreatNetBufferListDataStart(
    _In_ PNET_BUFFER_LIST NetBufferList, _In_ ULONG DataOffsetDelta, _In_ ULONG DataBackFill,
    _In_opt_ NET_BUFFER_ALLOCATE_MDL_HANDLER AllocateMdlHandler, _In_opt_ NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisAdvanceNetBufferListDataStart(
    _In_ PNET_BUFFER_LIST NetBufferList, _In_ ULONG DataOffsetDelta, _In_ BOOLEAN FreeMdl,
    _In_opt_ NET_BUFFER_FREE_MDL_HANDLER FreeMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisAdjustNetBufferCurrentMdl(_In_ PNET_BUFFER NetBuffer);

/* Reading and copying data. */
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PVOID NdisGetDataBuffer(
    _In_ PNET_BUFFER NetBuffer, _In_ ULONG BytesNeeded, _Out_writes_bytes_all_opt_(BytesNeeded) PVOID Storage,
    _In_ ULONG AlignMultiple, _In_ ULONG AlignOffset);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
NDIS_STATUS NdisCopyFromNetBufferToNetBuffer(
    _In_ PNET_BUFFER Destination, _In_ ULONG DestinationOffset, _In_ ULONG BytesToCopy, _In_ PNET_BUFFER Source,
    _In_ ULONG SourceOffset, _Out_ PULONG BytesCopied);
WDK_NDIS("6.0.6000")
ULONG NdisQueryNetBufferPhysicalCount(_In_ PNET_BUFFER NetBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisCopySendNetBufferListInfo(
    _In_ PNET_BUFFER_LIST DestNetBufferList, _In_ PNET_BUFFER_LIST SrcNetBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisCopyReceiveNetBufferListInfo(
    _In_ PNET_BUFFER_LIST DestNetBufferList, _In_ PNET_BUFFER_LIST SrcNetBufferList);

#ifdef __cplusplus
}
#endif
#endif
