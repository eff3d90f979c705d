/* Silos: containers, and what a driver keeps for each. Windows 10, version 1607 and later. Facts: the public reference. */
#ifndef WDK_NT_SILO_H
#define WDK_NT_SILO_H

#include "ddk_io.h"
#include "ddk_ps.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef _Function_class_(SILO_CONTEXT_CLEANUP_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID SILO_CONTEXT_CLEANUP_CALLBACK(_In_ PVOID SiloContext);
typedef SILO_CONTEXT_CLEANUP_CALLBACK *PSILO_CONTEXT_CLEANUP_CALLBACK;
typedef _Function_class_(SILO_MONITOR_CREATE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS SILO_MONITOR_CREATE_CALLBACK(_In_ PESILO Silo);
typedef SILO_MONITOR_CREATE_CALLBACK *PSILO_MONITOR_CREATE_CALLBACK;
typedef _Function_class_(SILO_MONITOR_TERMINATE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
VOID SILO_MONITOR_TERMINATE_CALLBACK(_In_ PESILO Silo);
typedef SILO_MONITOR_TERMINATE_CALLBACK *PSILO_MONITOR_TERMINATE_CALLBACK;
#define SILO_MONITOR_REGISTRATION_VERSION 1
typedef struct _SILO_MONITOR_REGISTRATION {
    UCHAR Version;
    BOOLEAN MonitorHost;
    BOOLEAN MonitorExistingSilos;
    UCHAR Reserved[5];
    union {
        PUNICODE_STRING DriverObjectName;
        PUNICODE_STRING ComponentName;
    };
    PSILO_MONITOR_CREATE_CALLBACK CreateCallback;
    PSILO_MONITOR_TERMINATE_CALLBACK TerminateCallback;
} SILO_MONITOR_REGISTRATION, *PSILO_MONITOR_REGISTRATION;
typedef struct _SILO_MONITOR *PSILO_MONITOR;

WDK_NTOS("10.0.14393")
PESILO PsAttachSiloToCurrentThread(_In_ PESILO Silo);
WDK_NTOS("10.0.14393")
VOID PsDetachSiloFromCurrentThread(_In_ PESILO PreviousSilo);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.14393")
PESILO PsGetCurrentSilo(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.14393")
PESILO PsGetCurrentServerSilo(VOID);
WDK_NTOS("10.0.14393")
PESILO PsGetEffectiveServerSilo(_In_ PESILO Silo);
WDK_NTOS("10.0.14393")
PESILO PsGetHostSilo(VOID);
WDK_NTOS("10.0.14393")
BOOLEAN PsIsHostSilo(_In_ PESILO Silo);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsGetJobSilo(_In_ PEJOB Job, _Outptr_ PESILO *Silo);
WDK_NTOS("10.0.14393")
NTSTATUS PsGetJobServerSilo(_In_opt_ PEJOB Job, _Outptr_ PESILO *ServerSilo);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
PESILO PsGetParentSilo(_In_opt_ PEJOB Job);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.17763")
GUID *PsGetSiloContainerId(_In_ PESILO Silo);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
ULONG PsGetServerSiloActiveConsoleId(_In_ PESILO Silo);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.17763")
PESILO PsGetThreadServerSilo(_In_ PETHREAD Thread);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.14393")
VOID PsTerminateServerSilo(_In_ PESILO ServerSilo, _In_ NTSTATUS ExitStatus);

_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsAllocSiloContextSlot(_In_ ULONG_PTR Reserved, _Out_ ULONG *ReturnedContextSlot);
WDK_NTOS("10.0.14393")
NTSTATUS PsFreeSiloContextSlot(_In_ ULONG ContextSlot);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsCreateSiloContext(
    _In_ PESILO Silo, _In_ ULONG Size, _In_ POOL_TYPE PoolType,
    _In_opt_ PSILO_CONTEXT_CLEANUP_CALLBACK ContextCleanupCallback, _Outptr_result_bytebuffer_(Size) PVOID *ReturnedSiloContext);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsInsertSiloContext(_In_ PESILO Silo, _In_ ULONG ContextSlot, _In_ PVOID SiloContext);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsInsertPermanentSiloContext(_In_ PESILO Silo, _In_ ULONG ContextSlot, _In_ PVOID SiloContext);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsReplaceSiloContext(
    _In_ PESILO Silo, _In_ ULONG ContextSlot, _In_ PVOID NewSiloContext, _Outptr_opt_result_maybenull_ PVOID *OldSiloContext);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsGetSiloContext(_In_ PESILO Silo, _In_ ULONG ContextSlot, _Outptr_ PVOID *ReturnedSiloContext);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsGetPermanentSiloContext(_In_ PESILO Silo, _In_ ULONG ContextSlot, _Outptr_ PVOID *ReturnedSiloContext);
WDK_NTOS("10.0.14393")
NTSTATUS PsMakeSiloContextPermanent(_In_ PESILO Silo, _In_ ULONG ContextSlot);
WDK_NTOS("10.0.14393")
NTSTATUS PsRemoveSiloContext(
    _In_ PESILO Silo, _In_ ULONG ContextSlot, _Outptr_opt_result_maybenull_ PVOID *RemovedSiloContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.14393")
VOID PsReferenceSiloContext(_In_ PVOID SiloContext);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.14393")
VOID PsDereferenceSiloContext(_In_ PVOID SiloContext);

_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsRegisterSiloMonitor(_In_ PSILO_MONITOR_REGISTRATION Registration, _Outptr_ PSILO_MONITOR *ReturnedMonitor);
_Must_inspect_result_ WDK_NTOS("10.0.14393")
NTSTATUS PsStartSiloMonitor(_In_ PSILO_MONITOR Monitor);
WDK_NTOS("10.0.14393")
VOID PsUnregisterSiloMonitor(_In_ PSILO_MONITOR Monitor);
WDK_NTOS("10.0.14393")
ULONG PsGetSiloMonitorContextSlot(_In_ PSILO_MONITOR Monitor);

#ifdef __cplusplus
}
#endif
#endif
