/*
 * The Windows Filtering Platform for drivers: management of the filter engine's objects, as fwpmu.h is for programs.
 * Facts: the public reference, the public metadata of Win32 (MIT).
 */
#ifndef WDK_FWPMK_H
#define WDK_FWPMK_H
#include <wdm.h>

#include <fwp/management.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RPC_C_AUTHN_WINNT 10
#define RPC_C_AUTHN_DEFAULT 0xFFFFFFFFL

/* The base filtering engine: filters can be managed while it runs. */
typedef VOID(NTAPI *FWPM_SERVICE_STATE_CHANGE_CALLBACK0)(_Inout_ void *context, _In_ FWPM_SERVICE_STATE newState);

_IRQL_requires_max_(DISPATCH_LEVEL) WDK_EXPORT("fwpkclnt.sys", "6.0.6000")
FWPM_SERVICE_STATE NTAPI FwpmBfeStateGet0(VOID);

_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_EXPORT("fwpkclnt.sys", "6.0.6000")
NTSTATUS NTAPI FwpmBfeStateSubscribeChanges0(_Inout_ void *deviceObject,
                                             _In_ FWPM_SERVICE_STATE_CHANGE_CALLBACK0 callback, _In_opt_ void *context,
                                             _Out_ HANDLE *changeHandle);

_IRQL_requires_(PASSIVE_LEVEL) WDK_EXPORT("fwpkclnt.sys", "6.0.6000")
NTSTATUS NTAPI FwpmBfeStateUnsubscribeChanges0(_Inout_ HANDLE changeHandle);

#ifdef __cplusplus
}
#endif
#endif
