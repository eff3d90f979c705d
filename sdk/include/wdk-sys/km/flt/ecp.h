/* Extra create parameters, and the open-reparse list that travels in one. */
#ifndef WDK_FLT_ECP_H
#define WDK_FLT_ECP_H

#include "registration.h"

#ifdef __cplusplus
extern "C" {
#endif

DEFINE_GUID(GUID_ECP_FLT_CREATEFILE_TARGET, 0xce08041d, 0xf411, 0x447f, 0xb7, 0x0d, 0xcc, 0xee, 0x45, 0xc2, 0x3f, 0xac);
#define FLTTCFL_AUTO_REPARSE 0x00000001
#define FLT_MAX_DEVICE_REPARSE_ATTEMPTS 64
typedef struct _FLT_CREATEFILE_TARGET_ECP_CONTEXT {
    PFLT_INSTANCE Instance;
    PFLT_VOLUME Volume;
    PFLT_FILE_NAME_INFORMATION FileNameInformation;
    USHORT Flags;
} FLT_CREATEFILE_TARGET_ECP_CONTEXT, *PFLT_CREATEFILE_TARGET_ECP_CONTEXT;

_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltAllocateExtraCreateParameterList(
    _In_ PFLT_FILTER Filter, _In_ FSRTL_ALLOCATE_ECPLIST_FLAGS Flags, _Outptr_ PECP_LIST *EcpList);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
VOID FltFreeExtraCreateParameterList(_In_ PFLT_FILTER Filter, _In_ PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltAllocateExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _In_ LPCGUID EcpType, _In_ ULONG SizeOfContext, _In_ FSRTL_ALLOCATE_ECP_FLAGS Flags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, _In_ ULONG PoolTag,
    _Outptr_result_bytebuffer_(SizeOfContext) PVOID *EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
VOID FltInitExtraCreateParameterLookasideList(
    _In_ PFLT_FILTER Filter, _Inout_ PVOID Lookaside, _In_ FSRTL_ECP_LOOKASIDE_FLAGS Flags, _In_ SIZE_T Size,
    _In_ ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
VOID FltDeleteExtraCreateParameterLookasideList(
    _In_ PFLT_FILTER Filter, _Inout_ PVOID Lookaside, _In_ FSRTL_ECP_LOOKASIDE_FLAGS Flags);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltAllocateExtraCreateParameterFromLookasideList(
    _In_ PFLT_FILTER Filter, _In_ LPCGUID EcpType, _In_ ULONG SizeOfContext, _In_ FSRTL_ALLOCATE_ECP_FLAGS Flags,
    _In_opt_ PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, _Inout_ PVOID LookasideList,
    _Outptr_result_bytebuffer_(SizeOfContext) PVOID *EcpContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltInsertExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _Inout_ PECP_LIST EcpList, _Inout_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltFindExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _In_ PECP_LIST EcpList, _In_ LPCGUID EcpType,
    _Outptr_opt_result_bytebuffer_(*EcpContextSize) PVOID *EcpContext, _Out_opt_ PULONG EcpContextSize);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltRemoveExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _Inout_ PECP_LIST EcpList, _In_ LPCGUID EcpType,
    _Outptr_result_bytebuffer_(*EcpContextSize) PVOID *EcpContext, _Out_opt_ PULONG EcpContextSize);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
VOID FltFreeExtraCreateParameter(_In_ PFLT_FILTER Filter, _In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltGetEcpListFromCallbackData(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA CallbackData, _Outptr_result_maybenull_ PECP_LIST *EcpList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltSetEcpListIntoCallbackData(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA CallbackData, _In_ PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltGetNextExtraCreateParameter(
    _In_ PFLT_FILTER Filter, _In_ PECP_LIST EcpList, _In_opt_ PVOID CurrentEcpContext,
    _Out_opt_ LPGUID NextEcpType, _Outptr_opt_result_bytebuffer_(*NextEcpContextSize) PVOID *NextEcpContext,
    _Out_opt_ PULONG NextEcpContextSize);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
VOID FltAcknowledgeEcp(_In_ PFLT_FILTER Filter, _In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
VOID FltPrepareToReuseEcp(_In_ PFLT_FILTER Filter, _In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
BOOLEAN FltIsEcpAcknowledged(_In_ PFLT_FILTER Filter, _In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
BOOLEAN FltIsEcpFromUserMode(_In_ PFLT_FILTER Filter, _In_ PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("10.0.14393")
NTSTATUS FltAddOpenReparseEntry(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data, _In_ POPEN_REPARSE_LIST_ENTRY OpenReparseEntry);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("10.0.14393")
NTSTATUS FltRemoveOpenReparseEntry(
    _In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data, _In_ POPEN_REPARSE_LIST_ENTRY OpenReparseEntry);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("10.0.14393")
NTSTATUS FltCopyOpenReparseList(_In_ PFLT_FILTER Filter, _In_ PFLT_CALLBACK_DATA Data, _Inout_ PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("10.0.14393")
VOID FltFreeOpenReparseList(_In_ PFLT_FILTER Filter, _In_ PECP_LIST EcpList);

#ifdef __cplusplus
}
#endif
#endif
