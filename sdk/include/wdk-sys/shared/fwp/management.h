/*
 * The Windows Filtering Platform: management of the filter engine's objects. Drivers and programs have the same functions under the
 * same names. What comes back through a pointer to a pointer is released with FwpmFreeMemory0.
 * Facts: the public metadata of Win32 (MIT), the public reference, mingw-w64.
 */
#ifndef WDK_FWP_MANAGEMENT_H
#define WDK_FWP_MANAGEMENT_H
#include <driverspecs.h>
#include <fwpmtypes.h>
#include <fwpvi.h>
#include <fwp/guids.h>

#if defined(_KERNEL_MODE) || defined(WDK_SYS_EXPORTS)
#include <wdm.h>
#define FWPM_RESULT NTSTATUS
#define FWPM_CALL NTAPI
#define FWPM_API(since) WDK_EXPORT("fwpkclnt.sys", since)
typedef struct _SEC_WINNT_AUTH_IDENTITY_W SEC_WINNT_AUTH_IDENTITY_W;
#else
#define FWPM_RESULT DWORD
#define FWPM_CALL WINAPI
#define FWPM_API(since)
#endif

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
VOID FWPM_CALL FwpmFreeMemory0(_Inout_ void **p);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmEngineOpen0(_In_opt_ const wchar_t *serverName, _In_ UINT32 authnService,
    _In_opt_ struct _SEC_WINNT_AUTH_IDENTITY_W *authIdentity, _In_opt_ const FWPM_SESSION0 *session,
    _Out_ HANDLE *engineHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmEngineClose0(_In_ HANDLE engineHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmEngineGetOption0(_In_ HANDLE engineHandle, _In_ FWPM_ENGINE_OPTION option,
    _Outptr_ FWP_VALUE0 **value);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmEngineSetOption0(_In_ HANDLE engineHandle, _In_ FWPM_ENGINE_OPTION option,
    _In_ const FWP_VALUE0 *newValue);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmEngineGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmEngineSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSessionCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_SESSION_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSessionEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_SESSION0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSessionDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmTransactionBegin0(_In_ HANDLE engineHandle, _In_ UINT32 flags);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmTransactionCommit0(_In_ HANDLE engineHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmTransactionAbort0(_In_ HANDLE engineHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderAdd0(_In_ HANDLE engineHandle, _In_ const FWPM_PROVIDER0 *provider,
    _In_opt_ PSECURITY_DESCRIPTOR sd);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderDeleteByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderGetByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_PROVIDER0 **provider);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_PROVIDER_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_PROVIDER0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextAdd0(_In_ HANDLE engineHandle,
    _In_ const FWPM_PROVIDER_CONTEXT0 *providerContext, _In_opt_ PSECURITY_DESCRIPTOR sd, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmProviderContextAdd1(_In_ HANDLE engineHandle,
    _In_ const FWPM_PROVIDER_CONTEXT1 *providerContext, _In_opt_ PSECURITY_DESCRIPTOR sd, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmProviderContextAdd2(_In_ HANDLE engineHandle,
    _In_ const FWPM_PROVIDER_CONTEXT2 *providerContext, _In_opt_ PSECURITY_DESCRIPTOR sd, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmProviderContextAdd3(_In_ HANDLE engineHandle,
    _In_ const FWPM_PROVIDER_CONTEXT3 *providerContext, _In_opt_ PSECURITY_DESCRIPTOR sd, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextDeleteById0(_In_ HANDLE engineHandle, _In_ UINT64 id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextDeleteByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetById0(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ FWPM_PROVIDER_CONTEXT0 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetById1(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ FWPM_PROVIDER_CONTEXT1 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetById2(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ FWPM_PROVIDER_CONTEXT2 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetById3(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ FWPM_PROVIDER_CONTEXT3 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_PROVIDER_CONTEXT0 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetByKey1(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_PROVIDER_CONTEXT1 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetByKey2(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_PROVIDER_CONTEXT2 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetByKey3(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_PROVIDER_CONTEXT3 **providerContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_PROVIDER_CONTEXT_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_PROVIDER_CONTEXT0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmProviderContextEnum1(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_PROVIDER_CONTEXT1 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmProviderContextEnum2(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_PROVIDER_CONTEXT2 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmProviderContextEnum3(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_PROVIDER_CONTEXT3 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmProviderContextSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerAdd0(_In_ HANDLE engineHandle, _In_ const FWPM_SUBLAYER0 *subLayer,
    _In_opt_ PSECURITY_DESCRIPTOR sd);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerDeleteByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerGetByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_SUBLAYER0 **subLayer);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_SUBLAYER_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_SUBLAYER0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmSubLayerSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerGetById0(_In_ HANDLE engineHandle, _In_ UINT16 id, _Outptr_ FWPM_LAYER0 **layer);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerGetByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key, _Outptr_ FWPM_LAYER0 **layer);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_LAYER_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) FWPM_LAYER0 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmLayerSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutAdd0(_In_ HANDLE engineHandle, _In_ const FWPM_CALLOUT0 *callout,
    _In_opt_ PSECURITY_DESCRIPTOR sd, _Out_opt_ UINT32 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutDeleteById0(_In_ HANDLE engineHandle, _In_ UINT32 id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutDeleteByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutGetById0(_In_ HANDLE engineHandle, _In_ UINT32 id, _Outptr_ FWPM_CALLOUT0 **callout);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutGetByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_CALLOUT0 **callout);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_CALLOUT_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_CALLOUT0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmCalloutSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterAdd0(_In_ HANDLE engineHandle, _In_ const FWPM_FILTER0 *filter,
    _In_opt_ PSECURITY_DESCRIPTOR sd, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterDeleteById0(_In_ HANDLE engineHandle, _In_ UINT64 id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterDeleteByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterGetById0(_In_ HANDLE engineHandle, _In_ UINT64 id, _Outptr_ FWPM_FILTER0 **filter);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterGetByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key,
    _Outptr_ FWPM_FILTER0 **filter);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_FILTER_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) FWPM_FILTER0 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterGetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmFilterSetSecurityInfoByKey0(_In_ HANDLE engineHandle, _In_opt_ const GUID *key,
    _In_ UINT32 securityInfo, _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup,
    _In_opt_ const struct _ACL *dacl, _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmIPsecTunnelAdd0(_In_ HANDLE engineHandle, _In_ UINT32 flags,
    _In_opt_ const FWPM_PROVIDER_CONTEXT0 *mainModePolicy, _In_opt_ const FWPM_PROVIDER_CONTEXT0 *tunnelPolicy,
    _In_ UINT32 numFilterConditions, _In_opt_ const FWPM_FILTER_CONDITION0 *filterConditions,
    _In_opt_ PSECURITY_DESCRIPTOR sd);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmIPsecTunnelAdd1(_In_ HANDLE engineHandle, _In_ UINT32 flags,
    _In_opt_ const FWPM_PROVIDER_CONTEXT1 *mainModePolicy, _In_opt_ const FWPM_PROVIDER_CONTEXT1 *tunnelPolicy,
    _In_ UINT32 numFilterConditions, _In_opt_ const FWPM_FILTER_CONDITION0 *filterConditions,
    _In_opt_ const GUID *keyModKey, _In_opt_ PSECURITY_DESCRIPTOR sd);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmIPsecTunnelAdd2(_In_ HANDLE engineHandle, _In_ UINT32 flags,
    _In_opt_ const FWPM_PROVIDER_CONTEXT2 *mainModePolicy, _In_opt_ const FWPM_PROVIDER_CONTEXT2 *tunnelPolicy,
    _In_ UINT32 numFilterConditions, _In_opt_ const FWPM_FILTER_CONDITION0 *filterConditions,
    _In_opt_ const GUID *keyModKey, _In_opt_ PSECURITY_DESCRIPTOR sd);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmIPsecTunnelAdd3(_In_ HANDLE engineHandle, _In_ UINT32 flags,
    _In_opt_ const FWPM_PROVIDER_CONTEXT3 *mainModePolicy, _In_opt_ const FWPM_PROVIDER_CONTEXT3 *tunnelPolicy,
    _In_ UINT32 numFilterConditions, _In_opt_ const FWPM_FILTER_CONDITION0 *filterConditions,
    _In_opt_ const GUID *keyModKey, _In_opt_ PSECURITY_DESCRIPTOR sd);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmIPsecTunnelDeleteByKey0(_In_ HANDLE engineHandle, _In_ const GUID *key);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecGetStatistics0(_In_ HANDLE engineHandle, _Out_ IPSEC_STATISTICS0 *ipsecStatistics);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecGetStatistics1(_In_ HANDLE engineHandle, _Out_ IPSEC_STATISTICS1 *ipsecStatistics);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextCreate0(_In_ HANDLE engineHandle, _In_ const IPSEC_TRAFFIC0 *outboundTraffic,
    _Out_ UINT64 *inboundFilterId, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextCreate1(_In_ HANDLE engineHandle, _In_ const IPSEC_TRAFFIC1 *outboundTraffic,
    _In_ const IPSEC_VIRTUAL_IF_TUNNEL_INFO0 *virtualIfTunnelInfo, _Out_ UINT64 *inboundFilterId, _Out_opt_ UINT64 *id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextDeleteById0(_In_ HANDLE engineHandle, _In_ UINT64 id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextGetById0(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ IPSEC_SA_CONTEXT0 **saContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextGetById1(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ IPSEC_SA_CONTEXT1 **saContext);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextGetSpi0(_In_ HANDLE engineHandle, _In_ UINT64 id, _In_ const IPSEC_GETSPI0 *getSpi,
    _Out_ UINT32 *inboundSpi);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextGetSpi1(_In_ HANDLE engineHandle, _In_ UINT64 id, _In_ const IPSEC_GETSPI1 *getSpi,
    _Out_ UINT32 *inboundSpi);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextSetSpi0(_In_ HANDLE engineHandle, _In_ UINT64 id, _In_ const IPSEC_GETSPI1 *getSpi,
    _In_ UINT32 inboundSpi);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextAddInbound0(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _In_ const IPSEC_SA_BUNDLE0 *inboundBundle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextAddOutbound0(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _In_ const IPSEC_SA_BUNDLE0 *outboundBundle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextAddInbound1(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _In_ const IPSEC_SA_BUNDLE1 *inboundBundle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextAddOutbound1(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _In_ const IPSEC_SA_BUNDLE1 *outboundBundle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextExpire0(_In_ HANDLE engineHandle, _In_ UINT64 id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextUpdate0(_In_ HANDLE engineHandle, _In_ UINT64 flags,
    _In_ const IPSEC_SA_CONTEXT1 *newValues);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const IPSEC_SA_CONTEXT_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) IPSEC_SA_CONTEXT0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaContextEnum1(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) IPSEC_SA_CONTEXT1 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaContextDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const IPSEC_SA_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) IPSEC_SA_DETAILS0 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecSaEnum1(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) IPSEC_SA_DETAILS1 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaDbGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IPsecSaDbSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecDospGetStatistics0(_In_ HANDLE engineHandle, _Out_ IPSEC_DOSP_STATISTICS0 *idpStatistics);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecDospStateCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const IPSEC_DOSP_STATE_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecDospStateEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntries) IPSEC_DOSP_STATE0 ***entries,
    _Out_ UINT32 *numEntries);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecDospStateDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecDospGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IPsecDospSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextGetStatistics0(_In_ HANDLE engineHandle, _Out_ IKEEXT_STATISTICS0 *ikeextStatistics);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IkeextGetStatistics1(_In_ HANDLE engineHandle, _Out_ IKEEXT_STATISTICS1 *ikeextStatistics);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaDeleteById0(_In_ HANDLE engineHandle, _In_ UINT64 id);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaGetById0(_In_ HANDLE engineHandle, _In_ UINT64 id, _Outptr_ IKEEXT_SA_DETAILS0 **sa);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IkeextSaGetById1(_In_ HANDLE engineHandle, _In_ UINT64 id, _Out_ GUID *saLookupContext,
    _Outptr_ IKEEXT_SA_DETAILS1 **sa);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IkeextSaGetById2(_In_ HANDLE engineHandle, _In_ UINT64 id, _Out_ GUID *saLookupContext,
    _Outptr_ IKEEXT_SA_DETAILS2 **sa);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const IKEEXT_SA_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) IKEEXT_SA_DETAILS0 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL IkeextSaEnum1(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) IKEEXT_SA_DETAILS1 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL IkeextSaEnum2(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle, _In_ UINT32 numEntriesRequested,
    _Outptr_result_buffer_(*numEntriesReturned) IKEEXT_SA_DETAILS2 ***entries, _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaDbGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL IkeextSaDbSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmNetEventCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_NET_EVENT_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmNetEventEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_NET_EVENT0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.1.7600")
FWPM_RESULT FWPM_CALL FwpmNetEventEnum1(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_NET_EVENT1 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmNetEventEnum2(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_NET_EVENT2 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("10.0.14393")
FWPM_RESULT FWPM_CALL FwpmNetEventEnum3(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_NET_EVENT3 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmNetEventEnum4(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_NET_EVENT4 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("")
FWPM_RESULT FWPM_CALL FwpmNetEventEnum5(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_NET_EVENT5 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmNetEventDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmNetEventsGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.0.6000")
FWPM_RESULT FWPM_CALL FwpmNetEventsSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionGetById0(_In_ HANDLE engineHandle, _In_ UINT64 id,
    _Outptr_ FWPM_CONNECTION0 **connection);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionEnum0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle,
    _In_ UINT32 numEntriesRequested, _Outptr_result_buffer_(*numEntriesReturned) FWPM_CONNECTION0 ***entries,
    _Out_ UINT32 *numEntriesReturned);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionCreateEnumHandle0(_In_ HANDLE engineHandle,
    _In_opt_ const FWPM_CONNECTION_ENUM_TEMPLATE0 *enumTemplate, _Out_ HANDLE *enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionDestroyEnumHandle0(_In_ HANDLE engineHandle, _In_ HANDLE enumHandle);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmConnectionSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmvSwitchEventsGetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _Outptr_result_maybenull_ PSID *sidOwner, _Outptr_result_maybenull_ PSID *sidGroup,
    _Outptr_result_maybenull_ struct _ACL **dacl, _Outptr_result_maybenull_ struct _ACL **sacl,
    _Outptr_ PSECURITY_DESCRIPTOR *securityDescriptor);

_IRQL_requires_(PASSIVE_LEVEL) FWPM_API("6.2.9200")
FWPM_RESULT FWPM_CALL FwpmvSwitchEventsSetSecurityInfo0(_In_ HANDLE engineHandle, _In_ UINT32 securityInfo,
    _In_opt_ const struct _SID *sidOwner, _In_opt_ const struct _SID *sidGroup, _In_opt_ const struct _ACL *dacl,
    _In_opt_ const struct _ACL *sacl);

#ifdef __cplusplus
}
#endif
#endif
