/*
 * More of Storport's inline routines: performance, processors, work items, timers, threads, events, lists, the adapter itself, and
 * runtime power. Facts: the public reference (storport.h).
 */
#ifndef WDK_STORPORT_SERVICES_H
#define WDK_STORPORT_SERVICES_H

#include "extended.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Spreading the work: channels, processors, nodes. */
#define STOR_PERF_VERSION_2 2
#define STOR_PERF_VERSION_3 3
#define STOR_PERF_VERSION_4 4
#define STOR_PERF_VERSION_5 5
#define STOR_PERF_VERSION STOR_PERF_VERSION_5
#define STOR_PERF_DPC_REDIRECTION 0x00000001
#define STOR_PERF_CONCURRENT_CHANNELS 0x00000002
#define STOR_PERF_INTERRUPT_MESSAGE_RANGES 0x00000004
#define STOR_PERF_ADV_CONFIG_LOCALITY 0x00000008
#define STOR_PERF_OPTIMIZE_FOR_COMPLETION_DURING_STARTIO 0x00000010
#define STOR_PERF_DPC_REDIRECTION_CURRENT_CPU 0x00000020
#define STOR_PERF_NO_SGL 0x00000040
typedef struct _PERF_CONFIGURATION_DATA {
    ULONG Version;
    ULONG Size;
    ULONG Flags;
    ULONG ConcurrentChannels;
    ULONG FirstRedirectionMessageNumber, LastRedirectionMessageNumber;
    ULONG DeviceNode;
    ULONG Reserved;
    PGROUP_AFFINITY MessageTargets;
} PERF_CONFIGURATION_DATA, *PPERF_CONFIGURATION_DATA;
typedef struct _STARTIO_PERFORMANCE_PARAMETERS {
    ULONG Version;
    ULONG Size;
    ULONG MessageNumber;
    ULONG ChannelNumber;
} STARTIO_PERFORMANCE_PARAMETERS, *PSTARTIO_PERFORMANCE_PARAMETERS;
FORCEINLINE ULONG StorPortInitializePerfOpts(_In_ PVOID HwDeviceExtension, _In_ BOOLEAN Query,
    _Inout_ PPERF_CONFIGURATION_DATA PerfConfigData)
{
    return StorPortExtendedFunction(ExtFunctionInitializePerformanceOptimizations, HwDeviceExtension, Query,
        PerfConfigData);
}
FORCEINLINE ULONG StorPortGetStartIoPerfParams(_In_ PVOID HwDeviceExtension, _In_ PSCSI_REQUEST_BLOCK Srb,
    _Inout_ PSTARTIO_PERFORMANCE_PARAMETERS StartIoPerfParams)
{
    return StorPortExtendedFunction(ExtFunctionGetStartIoPerformanceParameters, HwDeviceExtension, Srb,
        StartIoPerfParams);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetCurrentProcessorNumber(_In_ PVOID HwDeviceExtension, _Out_ PPROCESSOR_NUMBER ProcNumber)
{
    return StorPortExtendedFunction(ExtFunctionGetCurrentProcessorNumber, HwDeviceExtension, ProcNumber);
}
FORCEINLINE ULONG StorPortGetProcessorIndexFromNumber(_In_ PVOID HwDeviceExtension, _In_ PPROCESSOR_NUMBER ProcNumber,
    _Out_ PULONG ProcIndex)
{
    return StorPortExtendedFunction(ExtFunctionGetProcessorIndexFromNumber, HwDeviceExtension, ProcNumber, ProcIndex);
}
FORCEINLINE ULONG StorPortGetCurrentProcessorIndex(_In_ PVOID HwDeviceExtension, _Out_ PULONG ProcessorIndex)
{
    return StorPortExtendedFunction(ExtFunctionGetCurrentProcessorIndex, HwDeviceExtension, ProcessorIndex);
}
FORCEINLINE ULONG StorPortGetProcessorCount(_In_ PVOID HwDeviceExtension, _Out_ PULONG ProcessorCount)
{
    return StorPortExtendedFunction(ExtFunctionGetProcessorCount, HwDeviceExtension, ProcessorCount);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetActiveGroupCount(_In_ PVOID HwDeviceExtension, _Out_ PUSHORT NumberGroups)
{
    return StorPortExtendedFunction(ExtFunctionGetActiveGroupCount, HwDeviceExtension, NumberGroups);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetGroupAffinity(_In_ PVOID HwDeviceExtension, _In_ USHORT GroupNumber,
    _Out_ PKAFFINITY GroupAffinityMask)
{
    return StorPortExtendedFunction(ExtFunctionGetGroupAffinity, HwDeviceExtension, GroupNumber, GroupAffinityMask);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetActiveNodeCount(_In_ PVOID HwDeviceExtension, _Out_ PULONG NumberNodes)
{
    return StorPortExtendedFunction(ExtFunctionGetActiveNodeCount, HwDeviceExtension, NumberNodes);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetNodeAffinity(_In_ PVOID HwDeviceExtension, _In_ ULONG NodeNumber,
    _Out_ PGROUP_AFFINITY NodeAffinityMask)
{
    return StorPortExtendedFunction(ExtFunctionGetNodeAffinity, HwDeviceExtension, NodeNumber, NodeAffinityMask);
}
FORCEINLINE ULONG StorPortGetNodeAffinity2(_In_ PVOID HwDeviceExtension, _In_ ULONG NodeNumber,
    _Out_writes_to_opt_(GroupAffinitiesCount, *GroupAffinitiesCountRequired) PGROUP_AFFINITY GroupAffinities,
    _In_ USHORT GroupAffinitiesCount, _Out_ PUSHORT GroupAffinitiesCountRequired)
{
    return StorPortExtendedFunction(ExtFunctionGetNodeAffinity2, HwDeviceExtension, NodeNumber, GroupAffinities,
        GroupAffinitiesCount, GroupAffinitiesCountRequired);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetHighestNodeNumber(_In_ PVOID HwDeviceExtension, _Out_ PULONG HighestNode)
{
    return StorPortExtendedFunction(ExtFunctionGetHighestNodeNumber, HwDeviceExtension, HighestNode);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortGetLogicalProcessorRelationship(_In_ PVOID HwDeviceExtension,
    _In_opt_ PPROCESSOR_NUMBER ProcessorNumber, _In_ LOGICAL_PROCESSOR_RELATIONSHIP RelationshipType,
    _Out_writes_bytes_opt_(*Length) PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX Information, _Inout_ PULONG Length)
{
    return StorPortExtendedFunction(ExtFunctionGetLogicalProcessorRelationship, HwDeviceExtension, ProcessorNumber,
        RelationshipType, Information, Length);
}
FORCEINLINE ULONG StorPortUpdateAdapterMaxIO(_In_ PVOID HwDeviceExtension, _In_ ULONG MaxIoCount)
{
    return StorPortExtendedFunction(ExtFunctionUpdateAdapterMaxIO, HwDeviceExtension, MaxIoCount);
}
FORCEINLINE ULONG StorPortUpdatePortConfigMaxIOInfo(_In_ PVOID HwDeviceExtension, _In_ ULONG MaxIoCount,
    _In_ ULONG MaxIosPerLun)
{
    return StorPortExtendedFunction(ExtFunctionUpdateAdapterMaxIOInfo, HwDeviceExtension, MaxIoCount, MaxIosPerLun);
}

/* Work items, timers, threads, events, waiting. */
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortInitializeWorker(_In_ PVOID HwDeviceExtension, _Out_ PVOID *Worker)
{
    return StorPortExtendedFunction(ExtFunctionInitializeWorker, HwDeviceExtension, Worker);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortQueueWorkItem(_In_ PVOID HwDeviceExtension, _In_ PHW_WORKITEM WorkItemCallback,
    _In_ PVOID Worker, _In_opt_ PVOID Context)
{
    return StorPortExtendedFunction(ExtFunctionQueueWorkItem, HwDeviceExtension, WorkItemCallback, Worker, Context);
}
FORCEINLINE ULONG StorPortQueueWorkItemToNode(_In_ PVOID HwDeviceExtension, _In_ PHW_WORKITEM WorkItemCallback,
    _In_ PVOID Worker, _In_opt_ PVOID Context, _In_ ULONG Node)
{
    return StorPortExtendedFunction(ExtFunctionQueueWorkItemToNode, HwDeviceExtension, WorkItemCallback, Worker,
        Context, Node);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortFreeWorker(_In_ PVOID HwDeviceExtension, _In_ PVOID Worker)
{
    return StorPortExtendedFunction(ExtFunctionFreeWorker, HwDeviceExtension, Worker);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortInitializeTimer(_In_ PVOID HwDeviceExtension, _Out_ PVOID *TimerHandle)
{
    return StorPortExtendedFunction(ExtFunctionInitializeTimer, HwDeviceExtension, TimerHandle);
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE ULONG StorPortRequestTimer(_In_ PVOID HwDeviceExtension, _In_ PVOID TimerHandle,
    _In_ PHW_TIMER_EX TimerCallback, _In_opt_ PVOID CallbackContext, _In_ ULONGLONG TimerValue,
    _In_ ULONGLONG TolerableDelay)
{
    return StorPortExtendedFunction(ExtFunctionRequestTimer, HwDeviceExtension, TimerHandle, TimerCallback,
        CallbackContext, TimerValue, TolerableDelay);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortFreeTimer(_In_ PVOID HwDeviceExtension, _In_ PVOID TimerHandle)
{
    return StorPortExtendedFunction(ExtFunctionFreeTimer, HwDeviceExtension, TimerHandle);
}
FORCEINLINE ULONG StorPortQueryTimerMinInterval(_In_ PVOID HwDeviceExtension, _Out_ PULONG TimerMinInterval)
{
    return StorPortExtendedFunction(ExtFunctionQueryTimerMinInterval, HwDeviceExtension, TimerMinInterval);
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE ULONG StorPortQueryPerformanceCounter(_In_ PVOID HwDeviceExtension,
    _Out_opt_ PLARGE_INTEGER PerformanceFrequency, _Out_ PLARGE_INTEGER PerformanceCounter)
{
    return StorPortExtendedFunction(ExtFunctionQueryPerformanceCounter, HwDeviceExtension, PerformanceFrequency,
        PerformanceCounter);
}
FORCEINLINE ULONG StorPortDelayExecution(_In_ PVOID HwDeviceExtension, _In_ ULONG DelayInMicroseconds)
{
    return StorPortExtendedFunction(ExtFunctionDelayExecution, HwDeviceExtension, DelayInMicroseconds);
}
typedef enum _STOR_THREAD_PRIORITY {
    StorThreadPriorityBackground = 0,
    StorThreadPriorityNormal,
    StorThreadPriorityDelayed,
    StorThreadPriorityCritical,
    StorThreadPrioritySuperCritical,
    StorThreadPriorityHyperCritical,
    StorThreadPriorityRealTime
} STOR_THREAD_PRIORITY, *PSTOR_THREAD_PRIORITY;
typedef struct _STOR_GROUP_AFFINITY {
    KAFFINITY Mask;
    USHORT Group;
    USHORT Reserved[3];
} STOR_GROUP_AFFINITY, *PSTOR_GROUP_AFFINITY;
FORCEINLINE ULONG StorPortCreateSystemThread(_In_ PVOID HwDeviceExtension,
    _In_ PSTOR_THREAD_START_ROUTINE StartRoutine, _In_opt_ PVOID StartContext,
    _In_opt_ PSTOR_THREAD_PRIORITY Priority, _Out_opt_ PVOID *ThreadContext)
{
    return StorPortExtendedFunction(ExtFunctionCreateSystemThread, HwDeviceExtension, StartRoutine, StartContext,
        Priority, ThreadContext);
}
FORCEINLINE ULONG StorPortSetPriorityThread(_In_ PVOID HwDeviceExtension, _In_ PVOID ThreadContext,
    _In_ STOR_THREAD_PRIORITY Priority)
{
    return StorPortExtendedFunction(ExtFunctionSetPriorityThread, HwDeviceExtension, ThreadContext, Priority);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortSetSystemGroupAffinityThread(_In_ PVOID HwDeviceExtension, _In_opt_ PVOID ThreadContext,
    _In_ PSTOR_GROUP_AFFINITY Affinity, _Out_opt_ PSTOR_GROUP_AFFINITY PreviousAffinity)
{
    return StorPortExtendedFunction(ExtFunctionSetSystemGroupAffinityThread, HwDeviceExtension, ThreadContext,
        Affinity, PreviousAffinity);
}
FORCEINLINE ULONG StorPortRevertToUserGroupAffinityThread(_In_ PVOID HwDeviceExtension, _In_opt_ PVOID ThreadContext,
    _In_ PSTOR_GROUP_AFFINITY PreviousAffinity)
{
    return StorPortExtendedFunction(ExtFunctionRevertToUserGroupAffinityThread, HwDeviceExtension, ThreadContext,
        PreviousAffinity);
}
FORCEINLINE VOID StorPortTerminateSystemThread(_In_ PVOID HwDeviceExtension, _In_opt_ PVOID ThreadContext)
{
    StorPortNotification(TerminateSystemThread, HwDeviceExtension, ThreadContext);
}
typedef struct _STOR_DISPATCHER_HEADER {
    struct {
        UCHAR Type;
        UCHAR Flags;
        UCHAR Size;
        union {
            UCHAR Inserted;
            BOOLEAN DebugActive;
        };
    } Data;
    LONG SignalState;
    LIST_ENTRY WaitListHead;
} STOR_DISPATCHER_HEADER, *PSTOR_DISPATCHER_HEADER;
typedef struct _STOR_EVENT {
    STOR_DISPATCHER_HEADER Header;
} STOR_EVENT, *PSTOR_EVENT;
typedef enum _STOR_EVENT_TYPE { StorNotificationEvent, StorSynchronizationEvent } STOR_EVENT_TYPE, *PSTOR_EVENT_TYPE;
FORCEINLINE ULONG StorPortInitializeEvent(_In_ PVOID HwDeviceExtension, _Out_ PSTOR_EVENT Event,
    _In_ STOR_EVENT_TYPE Type, _In_ BOOLEAN State)
{
    return StorPortExtendedFunction(ExtFunctionInitializeEvent, HwDeviceExtension, Event, Type, State);
}
FORCEINLINE ULONG StorPortSetEvent(_In_ PVOID HwDeviceExtension, _In_ PSTOR_EVENT Event)
{
    return StorPortExtendedFunction(ExtFunctionSetEvent, HwDeviceExtension, Event);
}
FORCEINLINE ULONG StorPortWaitForSingleObject(_In_ PVOID HwDeviceExtension, _In_ PVOID Object, _In_ BOOLEAN Alertable,
    _In_opt_ PLARGE_INTEGER Timeout)
{
    return StorPortExtendedFunction(ExtFunctionWaitForEvent, HwDeviceExtension, Object, Alertable, Timeout);
}
typedef struct _STOR_DPC_WATCHDOG_INFORMATION {
    ULONG DpcTimeLimit;
    ULONG DpcTimeCount;
    ULONG DpcWatchdogLimit;
    ULONG DpcWatchdogCount;
    ULONG Reserved;
} STOR_DPC_WATCHDOG_INFORMATION, *PSTOR_DPC_WATCHDOG_INFORMATION;
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortQueryDpcWatchdogInformation(_In_ PVOID HwDeviceExtension,
    _Out_ PSTOR_DPC_WATCHDOG_INFORMATION DpcWatchdogInformation)
{
    return StorPortExtendedFunction(ExtFunctionQueryDpcWatchdogInformation, HwDeviceExtension,
        DpcWatchdogInformation);
}

/* Lists. */
typedef SLIST_HEADER STOR_SLIST_HEADER, *PSTOR_SLIST_HEADER;
typedef SLIST_ENTRY STOR_SLIST_ENTRY, *PSTOR_SLIST_ENTRY;
typedef struct _STOR_LIST_ENTRY {
    struct _STOR_LIST_ENTRY *Flink;
    struct _STOR_LIST_ENTRY *Blink;
} STOR_LIST_ENTRY, *PSTOR_LIST_ENTRY;
typedef ULONG_PTR STOR_KSPIN_LOCK, *PSTOR_KSPIN_LOCK;
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortInitializeSListHead(_In_ PVOID HwDeviceExtension, _Out_ PSTOR_SLIST_HEADER SListHead)
{
    return StorPortExtendedFunction(ExtFunctionInitializeSListHead, HwDeviceExtension, SListHead);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortInterlockedFlushSList(_In_ PVOID HwDeviceExtension, _Inout_ PSTOR_SLIST_HEADER SListHead,
    _Out_ PSTOR_SLIST_ENTRY *Result)
{
    return StorPortExtendedFunction(ExtFunctionInterlockedFlushSList, HwDeviceExtension, SListHead, Result);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortInterlockedPopEntrySList(_In_ PVOID HwDeviceExtension, _Inout_ PSTOR_SLIST_HEADER SListHead,
    _Out_ PSTOR_SLIST_ENTRY *Result)
{
    return StorPortExtendedFunction(ExtFunctionInterlockedPopEntrySList, HwDeviceExtension, SListHead, Result);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortInterlockedPushEntrySList(_In_ PVOID HwDeviceExtension,
    _Inout_ PSTOR_SLIST_HEADER SListHead, _Inout_ __drv_aliasesMem PSTOR_SLIST_ENTRY SListEntry,
    _Out_ PSTOR_SLIST_ENTRY *Result)
{
    return StorPortExtendedFunction(ExtFunctionInterlockedPushEntrySList, HwDeviceExtension, SListHead, SListEntry,
        Result);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortQueryDepthSList(_In_ PVOID HwDeviceExtension, _In_ PSTOR_SLIST_HEADER SListHead,
    _Out_ PUSHORT Result)
{
    return StorPortExtendedFunction(ExtFunctionQueryDepthSList, HwDeviceExtension, SListHead, Result);
}
FORCEINLINE ULONG StorPortInitializeSpinlock(_In_ PVOID HwDeviceExtension, _Out_ PSTOR_KSPIN_LOCK Lock)
{
    return StorPortExtendedFunction(ExtFunctionInitializeSpinlock, HwDeviceExtension, Lock);
}
FORCEINLINE ULONG StorPortInterlockedInsertHeadList(_In_ PVOID HwDeviceExtension, _Inout_ PSTOR_LIST_ENTRY ListHead,
    _Inout_ PSTOR_LIST_ENTRY ListEntry, _Inout_ PSTOR_LIST_ENTRY *Result, _Inout_ PSTOR_KSPIN_LOCK Lock)
{
    return StorPortExtendedFunction(ExtFunctionInterlockedInsertHeadList, HwDeviceExtension, ListHead, ListEntry,
        Result, Lock);
}
FORCEINLINE ULONG StorPortInterlockedInsertTailList(_In_ PVOID HwDeviceExtension, _Inout_ PSTOR_LIST_ENTRY ListHead,
    _Inout_ PSTOR_LIST_ENTRY ListEntry, _Inout_ PSTOR_LIST_ENTRY *Result, _Inout_ PSTOR_KSPIN_LOCK Lock)
{
    return StorPortExtendedFunction(ExtFunctionInterlockedInsertTailList, HwDeviceExtension, ListHead, ListEntry,
        Result, Lock);
}
FORCEINLINE ULONG StorPortInterlockedRemoveHeadList(_In_ PVOID HwDeviceExtension, _Inout_ PSTOR_LIST_ENTRY ListHead,
    _Inout_ PSTOR_LIST_ENTRY *Result, _Inout_ PSTOR_KSPIN_LOCK Lock)
{
    return StorPortExtendedFunction(ExtFunctionInterlockedRemoveHeadList, HwDeviceExtension, ListHead, Result, Lock);
}
FORCEINLINE VOID StorPortInitializeListHead(_In_ PVOID HwDeviceExtension, _Out_ PSTOR_LIST_ENTRY ListHead)
{
    (void)HwDeviceExtension;
    ListHead->Flink = ListHead->Blink = ListHead;
}

/* Adapter: registry, ACPI, configuration, reset, power. */
typedef enum _STORPORT_QUERY_CONFIGURATION_TYPE {
    StorportQueryConfigurationD3 = 0,
    StorportQueryConfigurationMax
} STORPORT_QUERY_CONFIGURATION_TYPE, *PSTORPORT_QUERY_CONFIGURATION_TYPE;
typedef enum _STOR_DEVICE_RESET_TYPE {
    StorFunctionLevelReset = 0,
    StorPlatformLevelReset,
    StorBusSpecificReset
} STOR_DEVICE_RESET_TYPE, *PSTOR_DEVICE_RESET_TYPE;
typedef enum _STORPORT_FEATURE_TYPE {
    StorportFeatureBusTypeUnitControl = 0,
    StorportFeatureFruIdUnitControl,
    StorportFeatureFruIdAdapterControl,
    StorportFeatureSetEventLoggingAdapterControl,
    StorportFeatureReportInternalDataUnitControl,
    StorportFeatureMax
} STORPORT_FEATURE_TYPE, *PSTORPORT_FEATURE_TYPE;
typedef struct _STOR_UNIT_ATTRIBUTES {
    ULONG DeviceAttentionSupported : 1;
    ULONG AsyncNotificationSupported : 1;
    ULONG D3ColdNotSupported : 1;
    ULONG BypassIOSupported : 1;
    ULONG Reserved : 28;
} STOR_UNIT_ATTRIBUTES, *PSTOR_UNIT_ATTRIBUTES;
_IRQL_requires_max_(PASSIVE_LEVEL)
FORCEINLINE ULONG StorPortRegistryReadAdapterKey(_In_ PVOID HwDeviceExtension, _In_opt_ PUCHAR SubKeyName,
    _In_ PUCHAR ValueName, _In_ ULONG ValueType, _Inout_ PVOID *ValueData, _Inout_ PULONG ValueDataLength)
{
    return StorPortExtendedFunction(ExtFunctionRegistryReadAdapterKey, HwDeviceExtension, SubKeyName, ValueName,
        ValueType, ValueData, ValueDataLength);
}
_IRQL_requires_max_(PASSIVE_LEVEL)
FORCEINLINE ULONG StorPortRegistryWriteAdapterKey(_In_ PVOID HwDeviceExtension, _In_opt_ PUCHAR SubKeyName,
    _In_ PUCHAR ValueName, _In_ ULONG ValueType, _In_ PVOID ValueData, _In_ ULONG ValueDataLength)
{
    return StorPortExtendedFunction(ExtFunctionRegistryWriteAdapterKey, HwDeviceExtension, SubKeyName, ValueName,
        ValueType, ValueData, ValueDataLength);
}
FORCEINLINE ULONG StorPortEnableRegistryKeyNotification(_In_ PVOID HwDeviceExtension,
    _In_ PHW_REGISTRY_NOTIFICATION_ROUTINE NotificationCallback)
{
    return StorPortExtendedFunction(ExtFunctionEnableRegistryKeyNotification, HwDeviceExtension,
        NotificationCallback);
}
FORCEINLINE ULONG StorPortReadRegistryKey(_In_ PVOID HwDeviceExtension, _In_ PWSTR AbsolutePath, _In_ PWSTR KeyName,
    _In_ ULONG ValueType, _Inout_ PVOID *ValueData, _Inout_ PULONG ValueDataLength)
{
    return StorPortExtendedFunction(ExtFunctionReadRegistryKey, HwDeviceExtension, AbsolutePath, KeyName, ValueType,
        ValueData, ValueDataLength);
}
_IRQL_requires_max_(PASSIVE_LEVEL)
FORCEINLINE ULONG StorPortInvokeAcpiMethod(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ ULONG MethodName, _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer, _In_ ULONG InputBufferLength,
    _Out_writes_bytes_opt_(OutputBufferLength) PVOID OutputBuffer, _In_ ULONG OutputBufferLength,
    _Out_opt_ PULONG BytesReturned)
{
    return StorPortExtendedFunction(ExtFunctionInvokeAcpiMethod, HwDeviceExtension, Address, MethodName, InputBuffer,
        InputBufferLength, OutputBuffer, OutputBufferLength, BytesReturned);
}
FORCEINLINE ULONG StorPortSetAdapterBusType(_In_ PVOID HwDeviceExtension, _In_ STORAGE_BUS_TYPE BusType)
{
    return StorPortExtendedFunction(ExtFunctionSetAdapterBusType, HwDeviceExtension, BusType);
}
_IRQL_requires_max_(PASSIVE_LEVEL)
FORCEINLINE ULONG StorPortIsCurrentOsInstallationUpgrade(_In_ PVOID HwDeviceExtension, _Out_ PBOOLEAN Upgraded)
{
    return StorPortExtendedFunction(ExtFunctionCurrentOsInstallationUpgrade, HwDeviceExtension, Upgraded);
}
_IRQL_requires_max_(PASSIVE_LEVEL)
FORCEINLINE ULONG StorPortIsDeviceOperationAllowed(_In_ PVOID HwDeviceExtension, _In_ PSTOR_ADDRESS Address,
    _In_ LPCGUID DeviceOperation, _Out_ ULONG *AllowedFlag)
{
    return StorPortExtendedFunction(ExtFunctionDeviceOperationAllowed, HwDeviceExtension, Address, DeviceOperation,
        AllowedFlag);
}
FORCEINLINE ULONG StorPortQueryConfiguration(_In_ PVOID HwDeviceExtension,
    _In_ STORPORT_QUERY_CONFIGURATION_TYPE Type, _Out_ PBOOLEAN Enabled)
{
    return StorPortExtendedFunction(ExtFunctionQueryConfiguration, HwDeviceExtension, Type, Enabled);
}
FORCEINLINE ULONG StorPortSetFeatureList(_In_ PVOID HwDeviceExtension, _In_ ULONG FeatureCount,
    _In_reads_(FeatureCount) PBOOLEAN FeatureList)
{
    return StorPortExtendedFunction(ExtFunctionSetFeatureList, HwDeviceExtension, FeatureCount, FeatureList);
}
FORCEINLINE ULONG StorPortHardwareReset(_In_ PVOID HwDeviceExtension, _In_ STOR_DEVICE_RESET_TYPE Type)
{
    return StorPortExtendedFunction(ExtFunctionDeviceReset, HwDeviceExtension, Type);
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE ULONG StorPortSetUnitAttributes(_In_ PVOID HwDeviceExtension, _In_ PSTOR_ADDRESS Address,
    _In_ STOR_UNIT_ATTRIBUTES Attributes)
{
    return StorPortExtendedFunction(ExtFunctionSetUnitAttributes, HwDeviceExtension, Address, Attributes);
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE ULONG StorPortSetPowerSettingNotificationGuids(_In_ PVOID HwDeviceExtension, _In_ ULONG GuidCount,
    _In_reads_(GuidCount) LPGUID Guid)
{
    return StorPortExtendedFunction(ExtFunctionSetPowerSettingNotificationGuids, HwDeviceExtension, GuidCount, Guid);
}
FORCEINLINE ULONG StorPortGetD3ColdSupport(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _Out_ PBOOLEAN D3ColdSupported)
{
    return StorPortExtendedFunction(ExtFunctionGetD3ColdSupport, HwDeviceExtension, Address, D3ColdSupported);
}
FORCEINLINE ULONG StorPortInitializePoFxPower(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ PSTOR_POFX_DEVICE Device, _Inout_ PBOOLEAN D3ColdEnabled)
{
    return StorPortExtendedFunction(ExtFunctionInitializePoFxPower, HwDeviceExtension, Address, Device,
        D3ColdEnabled);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortPoFxActivateComponent(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_ ULONG Component, _In_ ULONG Flags)
{
    return StorPortExtendedFunction(ExtFunctionPoFxActivateComponent, HwDeviceExtension, Address, Srb, Component,
        Flags);
}
_IRQL_requires_max_(HIGH_LEVEL)
FORCEINLINE ULONG StorPortPoFxIdleComponent(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_opt_ PSCSI_REQUEST_BLOCK Srb, _In_ ULONG Component, _In_ ULONG Flags)
{
    return StorPortExtendedFunction(ExtFunctionPoFxIdleComponent, HwDeviceExtension, Address, Srb, Component, Flags);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortPoFxSetComponentLatency(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ ULONG Component, _In_ ULONGLONG Latency)
{
    return StorPortExtendedFunction(ExtFunctionPoFxSetComponentLatency, HwDeviceExtension, Address, Component,
        Latency);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortPoFxSetComponentResidency(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ ULONG Component, _In_ ULONGLONG Residency)
{
    return StorPortExtendedFunction(ExtFunctionPoFxSetComponentResidency, HwDeviceExtension, Address, Component,
        Residency);
}
_IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE ULONG StorPortPoFxPowerControl(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ LPCGUID PowerControlCode, _In_reads_bytes_opt_(InBufferSize) PVOID InBuffer, _In_ SIZE_T InBufferSize,
    _Out_writes_bytes_opt_(OutBufferSize) PVOID OutBuffer, _In_ SIZE_T OutBufferSize, _Out_opt_ PSIZE_T BytesReturned)
{
    return StorPortExtendedFunction(ExtFunctionPoFxPowerControl, HwDeviceExtension, Address, PowerControlCode,
        InBuffer, InBufferSize, OutBuffer, OutBufferSize, BytesReturned);
}
FORCEINLINE ULONG StorPortPoFxSetIdleTimeout(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ ULONG IdleTimeoutInMS)
{
    return StorPortExtendedFunction(ExtFunctionPoFxSetIdleTimeout, HwDeviceExtension, Address, IdleTimeoutInMS);
}
FORCEINLINE ULONG StorPortPoFxSetPerfState(_In_ PVOID HwDeviceExtension, _In_opt_ PSTOR_ADDRESS Address,
    _In_ ULONG Component, _In_ ULONG Flags, _In_ ULONG SetIndex, _In_ ULONG State, _In_opt_ PVOID Context)
{
    return StorPortExtendedFunction(ExtFunctionPoFxSetPerfState, HwDeviceExtension, Address, Component, Flags,
        SetIndex, State, Context);
}

#ifdef __cplusplus
}
#endif
#endif
