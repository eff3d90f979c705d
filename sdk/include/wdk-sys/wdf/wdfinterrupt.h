/* wdfinterrupt.h: interrupts */
#ifndef _WDFINTERRUPT_H_
#define _WDFINTERRUPT_H_

typedef enum _WDF_INTERRUPT_POLARITY {
    WdfInterruptPolarityUnknown = 0,
    WdfInterruptActiveHigh,
    WdfInterruptActiveLow,
} WDF_INTERRUPT_POLARITY, *PWDF_INTERRUPT_POLARITY;

typedef enum _WDF_INTERRUPT_POLICY {
    WdfIrqPolicyMachineDefault = 0,
    WdfIrqPolicyAllCloseProcessors,
    WdfIrqPolicyOneCloseProcessor,
    WdfIrqPolicyAllProcessorsInMachine,
    WdfIrqPolicySpecifiedProcessors,
    WdfIrqPolicySpreadMessagesAcrossAllProcessors,
} WDF_INTERRUPT_POLICY, *PWDF_INTERRUPT_POLICY;

typedef enum _WDF_INTERRUPT_PRIORITY {
    WdfIrqPriorityUndefined = 0,
    WdfIrqPriorityLow,
    WdfIrqPriorityNormal,
    WdfIrqPriorityHigh,
} WDF_INTERRUPT_PRIORITY, *PWDF_INTERRUPT_PRIORITY;

typedef _Function_class_(EVT_WDF_INTERRUPT_ISR) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL)
BOOLEAN NTAPI EVT_WDF_INTERRUPT_ISR(_In_ WDFINTERRUPT Interrupt, _In_ ULONG MessageID);
typedef EVT_WDF_INTERRUPT_ISR *PFN_WDF_INTERRUPT_ISR;

typedef _Function_class_(EVT_WDF_INTERRUPT_SYNCHRONIZE) _IRQL_requires_same_
_IRQL_requires_min_(PASSIVE_LEVEL)
BOOLEAN NTAPI EVT_WDF_INTERRUPT_SYNCHRONIZE(_In_ WDFINTERRUPT Interrupt, _In_ WDFCONTEXT Context);
typedef EVT_WDF_INTERRUPT_SYNCHRONIZE *PFN_WDF_INTERRUPT_SYNCHRONIZE;

typedef _Function_class_(EVT_WDF_INTERRUPT_DPC) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_INTERRUPT_DPC(_In_ WDFINTERRUPT Interrupt, _In_ WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_DPC *PFN_WDF_INTERRUPT_DPC;

typedef _Function_class_(EVT_WDF_INTERRUPT_WORKITEM) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
VOID NTAPI EVT_WDF_INTERRUPT_WORKITEM(_In_ WDFINTERRUPT Interrupt, _In_ WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_WORKITEM *PFN_WDF_INTERRUPT_WORKITEM;

typedef _Function_class_(EVT_WDF_INTERRUPT_ENABLE) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_INTERRUPT_ENABLE(_In_ WDFINTERRUPT Interrupt, _In_ WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_ENABLE *PFN_WDF_INTERRUPT_ENABLE;

typedef _Function_class_(EVT_WDF_INTERRUPT_DISABLE) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_INTERRUPT_DISABLE(_In_ WDFINTERRUPT Interrupt, _In_ WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_DISABLE *PFN_WDF_INTERRUPT_DISABLE;

typedef struct _WDF_INTERRUPT_CONFIG {
    ULONG Size;
    WDFSPINLOCK SpinLock;
    WDF_TRI_STATE ShareVector;
    BOOLEAN FloatingSave;
    BOOLEAN AutomaticSerialization;
    PFN_WDF_INTERRUPT_ISR EvtInterruptIsr;
    PFN_WDF_INTERRUPT_DPC EvtInterruptDpc;
    PFN_WDF_INTERRUPT_ENABLE EvtInterruptEnable;
    PFN_WDF_INTERRUPT_DISABLE EvtInterruptDisable;
    PFN_WDF_INTERRUPT_WORKITEM EvtInterruptWorkItem;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptRaw;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptTranslated;
    WDFWAITLOCK WaitLock;
    BOOLEAN PassiveHandling;
    WDF_TRI_STATE ReportInactiveOnPowerDown;
    BOOLEAN CanWakeDevice;
} WDF_INTERRUPT_CONFIG, *PWDF_INTERRUPT_CONFIG;

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_INTERRUPT_CONFIG_INIT(
    _Out_ PWDF_INTERRUPT_CONFIG Configuration, _In_ PFN_WDF_INTERRUPT_ISR EvtInterruptIsr,
    _In_opt_ PFN_WDF_INTERRUPT_DPC EvtInterruptDpc)
{
    WDF_CLEAR_SIZED(WDF_INTERRUPT_CONFIG, Configuration);
    Configuration->ShareVector = WdfUseDefault;
    Configuration->EvtInterruptIsr = EvtInterruptIsr;
    Configuration->EvtInterruptDpc = EvtInterruptDpc;
    Configuration->ReportInactiveOnPowerDown = WdfUseDefault;
}

typedef struct _WDF_INTERRUPT_INFO {
    ULONG Size;
    ULONG64 Reserved1;
    KAFFINITY TargetProcessorSet;
    ULONG Reserved2;
    ULONG MessageNumber;
    ULONG Vector;
    KIRQL Irql;
    KINTERRUPT_MODE Mode;
    WDF_INTERRUPT_POLARITY Polarity;
    BOOLEAN MessageSignaled;
    UCHAR ShareDisposition;
    DECLSPEC_ALIGN(8) USHORT Group;
} WDF_INTERRUPT_INFO, *PWDF_INTERRUPT_INFO;

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_INTERRUPT_INFO_INIT(_Out_ PWDF_INTERRUPT_INFO Info)
{
    WDF_CLEAR_SIZED(WDF_INTERRUPT_INFO, Info);
}

typedef struct _WDF_INTERRUPT_EXTENDED_POLICY {
    ULONG Size;
    WDF_INTERRUPT_POLICY Policy;
    WDF_INTERRUPT_PRIORITY Priority;
    GROUP_AFFINITY TargetProcessorSetAndGroup;
} WDF_INTERRUPT_EXTENDED_POLICY, *PWDF_INTERRUPT_EXTENDED_POLICY;

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_INTERRUPT_EXTENDED_POLICY_INIT(_Out_ PWDF_INTERRUPT_EXTENDED_POLICY ExtendedPolicy)
{
    WDF_CLEAR_SIZED(WDF_INTERRUPT_EXTENDED_POLICY, ExtendedPolicy);
    ExtendedPolicy->Policy = WdfIrqPolicyMachineDefault;
    ExtendedPolicy->Priority = WdfIrqPriorityUndefined;
}

typedef NTSTATUS (NTAPI *PFN_WDFINTERRUPTCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_INTERRUPT_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFINTERRUPT *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfInterruptCreate(
    _In_ WDFDEVICE Device, _In_ PWDF_INTERRUPT_CONFIG Configuration,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFINTERRUPT *Interrupt)
{
    return WDF_CALL(
        PFN_WDFINTERRUPTCREATE, WdfInterruptCreate, Device, Configuration, Attributes, Interrupt);
}

typedef BOOLEAN (NTAPI *PFN_WDFINTERRUPTQUEUEDPCFORISR)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE BOOLEAN WdfInterruptQueueDpcForIsr(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTQUEUEDPCFORISR, WdfInterruptQueueDpcForIsr, Interrupt);
}

typedef BOOLEAN (NTAPI *PFN_WDFINTERRUPTQUEUEWORKITEMFORISR)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE BOOLEAN WdfInterruptQueueWorkItemForIsr(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTQUEUEWORKITEMFORISR, WdfInterruptQueueWorkItemForIsr, Interrupt);
}

typedef BOOLEAN (NTAPI *PFN_WDFINTERRUPTSYNCHRONIZE)(
    PWDF_DRIVER_GLOBALS, WDFINTERRUPT, PFN_WDF_INTERRUPT_SYNCHRONIZE, WDFCONTEXT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfInterruptSynchronize(
    _In_ WDFINTERRUPT Interrupt, _In_ PFN_WDF_INTERRUPT_SYNCHRONIZE Callback, _In_ WDFCONTEXT Context)
{
    return WDF_CALL(PFN_WDFINTERRUPTSYNCHRONIZE, WdfInterruptSynchronize, Interrupt, Callback, Context);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTACQUIRELOCK)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(DISPATCH_LEVEL + 1)
WDF_INLINE VOID WdfInterruptAcquireLock(
    _In_ _Requires_lock_not_held_(_Curr_) _Acquires_lock_(_Curr_) WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTACQUIRELOCK, WdfInterruptAcquireLock, Interrupt);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTRELEASELOCK)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(DISPATCH_LEVEL + 1)
WDF_INLINE VOID WdfInterruptReleaseLock(
    _In_ _Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_) WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTRELEASELOCK, WdfInterruptReleaseLock, Interrupt);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTENABLE)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfInterruptEnable(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTENABLE, WdfInterruptEnable, Interrupt);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTDISABLE)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfInterruptDisable(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTDISABLE, WdfInterruptDisable, Interrupt);
}

#if WDF_KMDF

typedef PKINTERRUPT (NTAPI *PFN_WDFINTERRUPTWDMGETINTERRUPT)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(HIGH_LEVEL) _Must_inspect_result_
WDF_INLINE PKINTERRUPT WdfInterruptWdmGetInterrupt(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTWDMGETINTERRUPT, WdfInterruptWdmGetInterrupt, Interrupt);
}

#else
WDF_UNAVAILABLE(WdfInterruptWdmGetInterrupt, "KMDF");
#endif

typedef VOID (NTAPI *PFN_WDFINTERRUPTGETINFO)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT, PWDF_INTERRUPT_INFO);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfInterruptGetInfo(_In_ WDFINTERRUPT Interrupt, _Inout_ PWDF_INTERRUPT_INFO Info)
{
    WDF_CALL(PFN_WDFINTERRUPTGETINFO, WdfInterruptGetInfo, Interrupt, Info);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTSETPOLICY)(
    PWDF_DRIVER_GLOBALS, WDFINTERRUPT, WDF_INTERRUPT_POLICY, WDF_INTERRUPT_PRIORITY, KAFFINITY);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfInterruptSetPolicy(
    _In_ WDFINTERRUPT Interrupt, _In_ WDF_INTERRUPT_POLICY Policy, _In_ WDF_INTERRUPT_PRIORITY Priority,
    _In_ KAFFINITY TargetProcessorSet)
{
    WDF_CALL(
        PFN_WDFINTERRUPTSETPOLICY, WdfInterruptSetPolicy, Interrupt, Policy, Priority, TargetProcessorSet);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTSETEXTENDEDPOLICY)(
    PWDF_DRIVER_GLOBALS, WDFINTERRUPT, PWDF_INTERRUPT_EXTENDED_POLICY);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfInterruptSetExtendedPolicy(
    _In_ WDFINTERRUPT Interrupt, _In_ PWDF_INTERRUPT_EXTENDED_POLICY PolicyAndGroup)
{
    WDF_CALL(PFN_WDFINTERRUPTSETEXTENDEDPOLICY, WdfInterruptSetExtendedPolicy, Interrupt, PolicyAndGroup);
}

typedef WDFDEVICE (NTAPI *PFN_WDFINTERRUPTGETDEVICE)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE WDFDEVICE WdfInterruptGetDevice(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTGETDEVICE, WdfInterruptGetDevice, Interrupt);
}

typedef BOOLEAN (NTAPI *PFN_WDFINTERRUPTTRYTOACQUIRELOCK)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_Must_inspect_result_ _Post_satisfies_(return == 1 || return == 0) _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE BOOLEAN WdfInterruptTryToAcquireLock(
    _In_ _Requires_lock_not_held_(_Curr_) _When_(return != 0, _Acquires_lock_(_Curr_)) WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTTRYTOACQUIRELOCK, WdfInterruptTryToAcquireLock, Interrupt);
}

#if WDF_KMDF

typedef VOID (NTAPI *PFN_WDFINTERRUPTREPORTACTIVE)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfInterruptReportActive(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTREPORTACTIVE, WdfInterruptReportActive, Interrupt);
}

typedef VOID (NTAPI *PFN_WDFINTERRUPTREPORTINACTIVE)(PWDF_DRIVER_GLOBALS, WDFINTERRUPT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfInterruptReportInactive(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTREPORTINACTIVE, WdfInterruptReportInactive, Interrupt);
}

#else
WDF_UNAVAILABLE(WdfInterruptReportActive, "KMDF");
WDF_UNAVAILABLE(WdfInterruptReportInactive, "KMDF");
#endif

#endif
