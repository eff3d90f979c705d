/* Processor counters, and other routines of ntddk.h. Facts: the public reference, mingw-w64. */
#ifndef WDK_NT_DDK_SYSTEM_H
#define WDK_NT_DDK_SYSTEM_H

#include "system.h"
#include "ddk_rtl.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef NTSTATUS (*PGET_LOCATION_STRING)(PVOID, PWCHAR *);
typedef struct _PNP_LOCATION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGET_LOCATION_STRING GetLocationString;
} PNP_LOCATION_INTERFACE, *PPNP_LOCATION_INTERFACE;
typedef enum _PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR_TYPE {
    ResourceTypeSingle = 0,
    ResourceTypeRange,
    ResourceTypeExtendedCounterConfiguration,
    ResourceTypeOverflow,
    ResourceTypeMax
} PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR_TYPE;
typedef struct _PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR {
    PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR_TYPE Type;
    ULONG Flags;
    union {
        ULONG CounterIndex;
        ULONG ExtendedRegisterAddress;
        struct {
            ULONG Begin;
            ULONG End;
        } Range;
    } u;
} PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR, *PPHYSICAL_COUNTER_RESOURCE_DESCRIPTOR;
typedef struct _PHYSICAL_COUNTER_RESOURCE_LIST {
    ULONG Count;
    PHYSICAL_COUNTER_RESOURCE_DESCRIPTOR Descriptors[1];
} PHYSICAL_COUNTER_RESOURCE_LIST, *PPHYSICAL_COUNTER_RESOURCE_LIST;
typedef enum _HAL_QUERY_INFORMATION_CLASS {
    HalInstalledBusInformation,
    HalProfileSourceInformation,
    HalInformationClassUnused1,
    HalPowerInformation,
    HalProcessorSpeedInformation,
    HalCallbackInformation,
    HalMapRegisterInformation,
    HalMcaLogInformation,
    HalFrameBufferCachingInformation,
    HalDisplayBiosInformation,
    HalProcessorFeatureInformation,
    HalNumaTopologyInterface,
    HalErrorInformation,
    HalCmcLogInformation,
    HalCpeLogInformation,
    HalQueryMcaInterface,
    HalQueryAMLIIllegalIOPortAddresses,
    HalQueryMaxHotPlugMemoryAddress,
    HalPartitionIpiInterface,
    HalPlatformInformation,
    HalQueryProfileSourceList,
    HalInitLogInformation,
    HalFrequencyInformation,
    HalProcessorBrandString,
    HalHypervisorInformation,
    HalPlatformTimerInformation,
    HalAcpiAuditInformation
} HAL_QUERY_INFORMATION_CLASS, *PHAL_QUERY_INFORMATION_CLASS;
typedef enum _HAL_SET_INFORMATION_CLASS {
    HalProfileSourceInterval,
    HalProfileSourceInterruptHandler,
    HalMcaRegisterDriver,
    HalKernelErrorHandler,
    HalCmcRegisterDriver,
    HalCpeRegisterDriver,
    HalMcaLog,
    HalCmcLog,
    HalCpeLog,
    HalGenerateCmcInterrupt,
    HalProfileSourceTimerHandler,
    HalEnlightenment,
    HalProfileDpgoSourceInterruptHandler
} HAL_SET_INFORMATION_CLASS, *PHAL_SET_INFORMATION_CLASS;
typedef enum _HARDWARE_COUNTER_TYPE {
    PMCCounter,
    MaxHardwareCounterType
} HARDWARE_COUNTER_TYPE, *PHARDWARE_COUNTER_TYPE;
typedef struct _HARDWARE_COUNTER {
    HARDWARE_COUNTER_TYPE Type;
    ULONG Reserved;
    ULONG64 Index;
} HARDWARE_COUNTER, *PHARDWARE_COUNTER;
typedef enum _THREADINFOCLASS {
    ThreadBasicInformation = 0,
    ThreadTimes,
    ThreadPriority,
    ThreadBasePriority,
    ThreadAffinityMask,
    ThreadImpersonationToken,
    ThreadDescriptorTableEntry,
    ThreadEnableAlignmentFaultFixup,
    ThreadEventPair_Reusable,
    ThreadQuerySetWin32StartAddress,
    ThreadZeroTlsCell,
    ThreadPerformanceCount,
    ThreadAmILastThread,
    ThreadIdealProcessor,
    ThreadPriorityBoost,
    ThreadSetTlsArrayAddress,
    ThreadIsIoPending,
    ThreadHideFromDebugger,
    ThreadBreakOnTermination,
    ThreadSwitchLegacyState,
    ThreadIsTerminated,
    ThreadLastSystemCall,
    ThreadIoPriority,
    ThreadCycleTime,
    ThreadPagePriority,
    ThreadActualBasePriority,
    ThreadTebInformation,
    ThreadCSwitchMon,
    ThreadCSwitchPmu,
    ThreadWow64Context,
    ThreadGroupInformation,
    ThreadUmsInformation,
    ThreadCounterProfiling,
    ThreadIdealProcessorEx,
    ThreadCpuAccountingInformation,
    ThreadSuspendCount,
    ThreadHeterogeneousCpuPolicy = 36,
    ThreadContainerId,
    ThreadNameInformation,
    ThreadSelectedCpuSets,
    ThreadSystemThreadInformation,
    ThreadActualGroupAffinity,
    ThreadDynamicCodePolicyInfo,
    ThreadExplicitCaseSensitivity,
    ThreadWorkOnBehalfTicket,
    ThreadSubsystemInformation,
    ThreadDbgkWerReportActive,
    ThreadAttachContainer,
    ThreadManageWritesToExecutableMemory,
    ThreadPowerThrottlingState,
    ThreadWorkloadClass
} THREADINFOCLASS;
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("")
ULONG DbgPrompt(_In_ PCCH Prompt, _Out_ PCH Response, _In_ ULONG Length);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_HAL("")
NTSTATUS HalAllocateHardwareCounters(
    _In_ PGROUP_AFFINITY GroupAffinty, _In_ ULONG GroupCount, _In_ PPHYSICAL_COUNTER_RESOURCE_LIST ResourceList,
    _Out_ PHANDLE CounterSetHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_HAL("6.1.7600")
NTSTATUS HalFreeHardwareCounters(_In_ HANDLE CounterSetHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("6.0.6000")
VOID KeInvalidateRangeAllCaches(_In_ PVOID BaseAddress, _In_ ULONG Length);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS KeQueryHardwareCounterConfiguration(
    _Out_ PHARDWARE_COUNTER CounterArray, _In_ ULONG MaximumCount, _Out_ PULONG Count);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS KeSetHardwareCounterConfiguration(_In_ PHARDWARE_COUNTER CounterArray, _In_ ULONG Count);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("")
NTSTATUS MmAddPhysicalMemory(_In_ PPHYSICAL_ADDRESS StartAddress, _In_ PLARGE_INTEGER NumberOfBytes);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS NtOpenProcess(
    _Out_ PHANDLE ProcessHandle, _In_ ACCESS_MASK DesiredAccess, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_opt_ PCLIENT_ID ClientId);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
PVOID RtlEnumerateGenericTableLikeADirectory(
    _In_ PRTL_AVL_TABLE Table, _In_opt_ PRTL_AVL_MATCH_FUNCTION MatchFunction, _In_opt_ PVOID MatchData,
    _In_ ULONG NextFlag, _Inout_ PVOID *RestartKey, _Inout_ PULONG DeleteCount, _In_ PVOID Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
PVOID RtlInsertElementGenericTableFullAvl(
    _In_ PRTL_AVL_TABLE Table, _In_ PVOID Buffer, _In_ CLONG BufferSize, _Out_opt_ PBOOLEAN NewElement,
    _In_ PVOID NodeOrParent, _In_ TABLE_SEARCH_RESULT SearchResult);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("")
PVOID RtlLookupElementGenericTableFullAvl(
    _In_ PRTL_AVL_TABLE Table, _In_ PVOID Buffer, _Out_ PVOID *NodeOrParent, _Out_ TABLE_SEARCH_RESULT *SearchResult);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
PVOID RtlLookupFirstMatchingElementGenericTableAvl(
    _In_ PRTL_AVL_TABLE Table, _In_ PVOID Buffer, _Out_ PVOID *RestartKey);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("")
NTSTATUS ZwSetInformationThread(
    _In_ HANDLE ThreadHandle, _In_ THREADINFOCLASS ThreadInformationClass, _In_ PVOID ThreadInformation,
    _In_ ULONG ThreadInformationLength);

/* Activities of event tracing, carried by threads and IRPs. */
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
LPGUID IoSetActivityIdThread(_In_ LPCGUID ActivityId);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
VOID IoClearActivityIdThread(_In_ LPCGUID OriginalId);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
LPCGUID IoGetActivityIdThread(VOID);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
NTSTATUS IoPropagateActivityIdToThread(_In_ PIRP Irp, _Out_ LPGUID PropagatedId, _Out_ LPCGUID *OriginalId);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
VOID IoTransferActivityId(_In_ LPCGUID ActivityId, _In_ LPCGUID RelatedActivityId);

WDK_NTOS("6.2.9200")
NTSTATUS IoIncrementKeepAliveCount(_Inout_ PFILE_OBJECT FileObject, _Inout_ PEPROCESS Process);
WDK_NTOS("6.2.9200")
NTSTATUS IoDecrementKeepAliveCount(_Inout_ PFILE_OBJECT FileObject, _Inout_ PEPROCESS Process);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.10240")
PEPROCESS IoGetInitiatorProcess(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
BOOLEAN IoIsValidIrpStatus(_In_ NTSTATUS Status);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.2.9200")
VOID IoSetMasterIrpStatus(_Inout_ PIRP MasterIrp, _In_ NTSTATUS Status);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("6.2.9200")
NTSTATUS IoReportRootDevice(_In_ PDRIVER_OBJECT DriverObject);

_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.15063")
NTSTATUS PsGetThreadExitStatus(_In_ PETHREAD Thread);
WDK_NTOS("10.0.10240")
LONGLONG PsGetThreadCreateTime(_In_ PETHREAD Thread);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("6.1.7600")
PVOID PsGetCurrentThreadTeb(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.17763")
HANDLE MmSecureVirtualMemoryEx(
    __in_data_source(USER_MODE) _In_reads_bytes_(Size) PVOID Address, _In_ SIZE_T Size, _In_ ULONG ProbeMode,
    _In_ ULONG Flags);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.2.3790")
NTSTATUS KeInitializeCrashDumpHeader(
    _In_ ULONG DumpType, _In_ ULONG Flags, _Out_writes_bytes_(BufferSize) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_opt_ PULONG BufferNeeded);

typedef enum _STATE_LOCATION_TYPE {
    LocationTypeRegistry,
    LocationTypeFileSystem,
    LocationTypeMaximum
} STATE_LOCATION_TYPE;
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.17134")
NTSTATUS RtlGetPersistedStateLocation(
    _In_ PCWSTR SourceID, _In_opt_ PCWSTR CustomValue, _In_opt_ PCWSTR DefaultPath,
    _In_ STATE_LOCATION_TYPE StateLocationType, _Out_writes_bytes_to_opt_(BufferLengthIn, *BufferLengthOut) PWCHAR TargetPath,
    _In_ ULONG BufferLengthIn, _Out_opt_ PULONG BufferLengthOut);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.16299")
BOOLEAN RtlIsStateSeparationEnabled(VOID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.17763")
NTSTATUS RtlQueryRegistryValueWithFallback(
    _In_opt_ HANDLE PrimaryHandle, _In_opt_ HANDLE FallbackHandle, _In_ PUNICODE_STRING ValueName, _In_ ULONG ValueLength,
    _Out_opt_ PULONG ValueType, _Out_writes_bytes_to_(ValueLength, *ResultLength) PVOID ValueData,
    _Out_range_(<=, ValueLength) PULONG ResultLength);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("10.0.19041")
BOOLEAN RtlNormalizeSecurityDescriptor(
    _Inout_ PSECURITY_DESCRIPTOR *SecurityDescriptor, _In_ ULONG SecurityDescriptorLength,
    _Out_opt_ PSECURITY_DESCRIPTOR *NewSecurityDescriptor, _Out_opt_ PULONG NewSecurityDescriptorLength,
    _In_ BOOLEAN CheckOnly);
WDK_NTOS("10.0.19041")
BOOLEAN RtlIsZeroMemory(_In_reads_bytes_(Length) PVOID Buffer, _In_ SIZE_T Length);

#ifdef __cplusplus
}
#endif
#endif
