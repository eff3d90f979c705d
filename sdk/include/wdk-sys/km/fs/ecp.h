/* Extra create parameters: typed records that travel with a create request. */
#ifndef WDK_FS_ECP_H
#define WDK_FS_ECP_H

#include "base.h"
#include "reparse.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _ECP_LIST *PECP_LIST;
typedef struct _ECP_LIST ECP_LIST;
typedef struct _ECP_HEADER *PECP_HEADER;
typedef struct _ECP_HEADER ECP_HEADER;
typedef ULONG FSRTL_ALLOCATE_ECPLIST_FLAGS;
typedef ULONG FSRTL_ALLOCATE_ECP_FLAGS;
typedef ULONG FSRTL_ECP_LOOKASIDE_FLAGS;
#define FSRTL_ALLOCATE_ECPLIST_FLAG_CHARGE_QUOTA 0x00000001
#define FSRTL_ALLOCATE_ECP_FLAG_CHARGE_QUOTA 0x00000001
#define FSRTL_ALLOCATE_ECP_FLAG_NONPAGED_POOL 0x00000002
#define FSRTL_ECP_LOOKASIDE_FLAG_NONPAGED_POOL 0x00000002
typedef _IRQL_requires_max_(PASSIVE_LEVEL) VOID (*PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK)(_Inout_ PVOID EcpContext, _In_ LPCGUID EcpType);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlAllocateExtraCreateParameterList(
    _In_ FSRTL_ALLOCATE_ECPLIST_FLAGS Flags, _Outptr_ PECP_LIST *EcpList);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlFreeExtraCreateParameterList(_In_ PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS FsRtlInitializeExtraCreateParameterList(_Inout_ PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlAllocateExtraCreateParameter(
    _In_ LPCGUID EcpType, _In_ ULONG SizeOfContext, _In_ FSRTL_ALLOCATE_ECP_FLAGS Flags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, _In_ ULONG PoolTag,
    _Outptr_ PVOID *EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
VOID FsRtlInitializeExtraCreateParameter(
    _In_ PECP_HEADER Ecp, _In_ ULONG EcpFlags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, _In_ ULONG TotalSize,
    _In_ LPCGUID EcpType, _In_opt_ PVOID ListAllocatedFrom);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlInitExtraCreateParameterLookasideList(
    _Inout_ PVOID Lookaside, _In_ FSRTL_ECP_LOOKASIDE_FLAGS Flags, _In_ SIZE_T Size, _In_ ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlDeleteExtraCreateParameterLookasideList(_Inout_ PVOID Lookaside, _In_ FSRTL_ECP_LOOKASIDE_FLAGS Flags);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlAllocateExtraCreateParameterFromLookasideList(
    _In_ LPCGUID EcpType, _In_ ULONG SizeOfContext, _In_ FSRTL_ALLOCATE_ECP_FLAGS Flags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, _Inout_ PVOID LookasideList,
    _Outptr_ PVOID *EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlFreeExtraCreateParameter(_In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlInsertExtraCreateParameter(_Inout_ PECP_LIST EcpList, _Inout_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlFindExtraCreateParameter(
    _In_ PECP_LIST EcpList, _In_ LPCGUID EcpType, _Outptr_opt_ PVOID *EcpContext,
    _Out_opt_ ULONG *EcpContextSize);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlRemoveExtraCreateParameter(
    _Inout_ PECP_LIST EcpList, _In_ LPCGUID EcpType, _Outptr_ PVOID *EcpContext, _Out_opt_ ULONG *EcpContextSize);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlGetNextExtraCreateParameter(
    _In_ PECP_LIST EcpList, _In_opt_ PVOID CurrentEcpContext, _Out_opt_ LPGUID NextEcpType,
    _Outptr_ PVOID *NextEcpContext, _Out_opt_ ULONG *NextEcpContextSize);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlGetEcpListFromIrp(_In_ PIRP Irp, _Outptr_ PECP_LIST *EcpList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlSetEcpListIntoIrp(_Inout_ PIRP Irp, _In_ PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
VOID FsRtlAcknowledgeEcp(_In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN FsRtlIsEcpAcknowledged(_In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
BOOLEAN FsRtlIsEcpFromUserMode(_In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID FsRtlPrepareToReuseEcp(_In_ PVOID EcpContext);

#ifdef __cplusplus
}
#endif
#endif
