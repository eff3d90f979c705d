/* prminterface.h: the Platform Runtime Mechanism, handlers of the firmware that drivers call. Windows 11, version 24H2. */
#ifndef WDK_PRMINTERFACE_H
#define WDK_PRMINTERFACE_H
#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef _Function_class_(PRM_LOCK_MODULE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS PRM_LOCK_MODULE(_In_ LPGUID HandlerGuid);
typedef PRM_LOCK_MODULE *PPRM_LOCK_MODULE;
typedef _Function_class_(PRM_UNLOCK_MODULE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS PRM_UNLOCK_MODULE(_In_ LPGUID HandlerGuid);
typedef PRM_UNLOCK_MODULE *PPRM_UNLOCK_MODULE;
typedef _Function_class_(PRM_INVOKE_HANDLER) _IRQL_requires_same_ _IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS PRM_INVOKE_HANDLER(
    _In_ LPGUID HandlerGuid, _In_ PVOID ParameterBuffer, _Reserved_ ULONG Reserved, _Out_ PULONG64 EfiStatus);
typedef PRM_INVOKE_HANDLER *PPRM_INVOKE_HANDLER;
typedef _Function_class_(PRM_QUERY_HANDLER) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS PRM_QUERY_HANDLER(_In_ LPGUID HandlerGuid, _Out_ PBOOLEAN Found);
typedef PRM_QUERY_HANDLER *PPRM_QUERY_HANDLER;

typedef struct _PRM_INTERFACE {
    ULONG Version;
    PPRM_UNLOCK_MODULE UnlockModule;
    PPRM_LOCK_MODULE LockModule;
    PPRM_INVOKE_HANDLER InvokeHandler;
    PPRM_QUERY_HANDLER QueryHandler;
} PRM_INTERFACE, *PPRM_INTERFACE;

_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.26100")
NTSTATUS ExGetPrmInterface(_In_ ULONG Version, _Out_ PPRM_INTERFACE InterfaceOut);

#ifdef __cplusplus
}
#endif
#endif
