/* wdfcompanion.h: UMDF companion drivers and their task queues */
#ifndef _WDFCOMPANION_H_
#define _WDFCOMPANION_H_

#if WDF_SINCE(WDF_NEVER, 23)

typedef enum _WDF_TASK_QUEUE_DISPATCH_TYPE {
    WdfTaskQueueDispatchInvalid = 0,
    WdfTaskQueueDispatchSequential,
    WdfTaskQueueDispatchParallel,
    WdfTaskQueueDispatchMax,
} WDF_TASK_QUEUE_DISPATCH_TYPE;

typedef _Function_class_(EVT_WDF_COMPANION_PRE_PREPARE_HARDWARE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_COMPANION_PRE_PREPARE_HARDWARE(
    _In_ WDFCOMPANION Companion, _In_ WDFCMRESLIST ResourcesRaw, _In_ WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_COMPANION_PRE_PREPARE_HARDWARE *PFN_WDF_COMPANION_PRE_PREPARE_HARDWARE;

typedef _Function_class_(EVT_WDF_COMPANION_POST_RELEASE_HARDWARE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_COMPANION_POST_RELEASE_HARDWARE(
    _In_ WDFCOMPANION Companion, _In_ WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_COMPANION_POST_RELEASE_HARDWARE *PFN_WDF_COMPANION_POST_RELEASE_HARDWARE;

typedef _Function_class_(EVT_WDF_COMPANION_PRE_D0_ENTRY) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_COMPANION_PRE_D0_ENTRY(
    _In_ WDFCOMPANION Companion, _In_ WDF_POWER_DEVICE_STATE PreviousState);
typedef EVT_WDF_COMPANION_PRE_D0_ENTRY *PFN_WDF_COMPANION_PRE_D0_ENTRY;

typedef _Function_class_(EVT_WDF_COMPANION_POST_D0_EXIT) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_COMPANION_POST_D0_EXIT(
    _In_ WDFCOMPANION Companion, _In_ WDF_POWER_DEVICE_STATE TargetState);
typedef EVT_WDF_COMPANION_POST_D0_EXIT *PFN_WDF_COMPANION_POST_D0_EXIT;

typedef struct _WDF_COMPANION_EVENT_CALLBACKS {
    ULONG Size;
    PFN_WDF_COMPANION_PRE_D0_ENTRY EvtCompanionPreD0Entry;
    PFN_WDF_COMPANION_POST_D0_EXIT EvtCompanionPostD0Exit;
    PFN_WDF_COMPANION_PRE_PREPARE_HARDWARE EvtCompanionPrePrepareHardware;
    PFN_WDF_COMPANION_POST_RELEASE_HARDWARE EvtCompanionPostReleaseHardware;
} WDF_COMPANION_EVENT_CALLBACKS, *PWDF_COMPANION_EVENT_CALLBACKS;

WDF_INLINE VOID WDF_COMPANION_EVENT_CALLBACKS_INIT(_Out_ PWDF_COMPANION_EVENT_CALLBACKS Callbacks)
{
    WDF_CLEAR_SIZED(WDF_COMPANION_EVENT_CALLBACKS, Callbacks);
}

typedef _Function_class_(EVT_WDF_TASK_QUEUE_TASK_EXECUTE_SYNC) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_TASK_QUEUE_TASK_EXECUTE_SYNC(
    _In_ WDFTASKQUEUE Queue, _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer,
    _Out_writes_bytes_to_opt_(OutputBufferLength, *BytesWritten) PVOID OutputBuffer,
    _In_ size_t InputBufferLength, _In_ size_t OutputBufferLength, _In_ size_t *BytesWritten,
    _In_ ULONG TaskOperationCode);
typedef EVT_WDF_TASK_QUEUE_TASK_EXECUTE_SYNC *PFN_WDF_TASK_QUEUE_TASK_EXECUTE_SYNC;

typedef struct _WDF_TASK_QUEUE_CONFIG {
    ULONG Size;
    USHORT TaskQueueId;
    WDF_TASK_QUEUE_DISPATCH_TYPE DispatchType;
    PFN_WDF_TASK_QUEUE_TASK_EXECUTE_SYNC EvtTaskExecuteSync;
} WDF_TASK_QUEUE_CONFIG, *PWDF_TASK_QUEUE_CONFIG;

WDF_INLINE VOID WDF_TASK_QUEUE_CONFIG_INIT(
    _Out_ PWDF_TASK_QUEUE_CONFIG Config, _In_ USHORT TaskQueueId,
    _In_ WDF_TASK_QUEUE_DISPATCH_TYPE DispatchType)
{
    WDF_CLEAR_SIZED(WDF_TASK_QUEUE_CONFIG, Config);
    Config->TaskQueueId = TaskQueueId;
    Config->DispatchType = DispatchType;
}

typedef VOID (NTAPI *PFN_WDFDEVICEINITSETCOMPANIONEVENTCALLBACKS)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT, PWDF_COMPANION_EVENT_CALLBACKS);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfDeviceInitSetCompanionEventCallbacks(
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_COMPANION_EVENT_CALLBACKS CompanionEventCallbacks)
{
    WDF_CALL(
        PFN_WDFDEVICEINITSETCOMPANIONEVENTCALLBACKS, WdfDeviceInitSetCompanionEventCallbacks, DeviceInit,
        CompanionEventCallbacks);
}

typedef NTSTATUS (NTAPI *PFN_WDFCOMPANIONCREATE)(
    PWDF_DRIVER_GLOBALS, PWDFDEVICE_INIT *, PWDF_OBJECT_ATTRIBUTES, WDFCOMPANION *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfCompanionCreate(
    _Inout_ PWDFDEVICE_INIT *DeviceInit, _In_opt_ PWDF_OBJECT_ATTRIBUTES DeviceAttributes,
    _Out_ WDFCOMPANION *Companion)
{
    return WDF_CALL(PFN_WDFCOMPANIONCREATE, WdfCompanionCreate, DeviceInit, DeviceAttributes, Companion);
}

typedef HANDLE (NTAPI *PFN_WDFCOMPANIONWDMGETSECUREDEVICEHANDLE)(PWDF_DRIVER_GLOBALS, WDFCOMPANION);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE HANDLE WdfCompanionWdmGetSecureDeviceHandle(_In_ WDFCOMPANION Companion)
{
    return WDF_CALL(
        PFN_WDFCOMPANIONWDMGETSECUREDEVICEHANDLE, WdfCompanionWdmGetSecureDeviceHandle, Companion);
}

typedef NTSTATUS (NTAPI *PFN_WDFCOMPANIONCREATETASKQUEUE)(
    PWDF_DRIVER_GLOBALS, WDFCOMPANION, PWDF_TASK_QUEUE_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFTASKQUEUE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfCompanionCreateTaskQueue(
    _In_ WDFCOMPANION Companion, _In_ PWDF_TASK_QUEUE_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES QueueAttributes, _Out_opt_ WDFTASKQUEUE *Queue)
{
    return WDF_CALL(
        PFN_WDFCOMPANIONCREATETASKQUEUE, WdfCompanionCreateTaskQueue, Companion, Config, QueueAttributes,
        Queue);
}

#else
WDF_UNAVAILABLE(WdfDeviceInitSetCompanionEventCallbacks, "UMDF 2.23 and later");
WDF_UNAVAILABLE(WdfCompanionCreate, "UMDF 2.23 and later");
WDF_UNAVAILABLE(WdfCompanionWdmGetSecureDeviceHandle, "UMDF 2.23 and later");
WDF_UNAVAILABLE(WdfCompanionCreateTaskQueue, "UMDF 2.23 and later");
#endif

#endif
