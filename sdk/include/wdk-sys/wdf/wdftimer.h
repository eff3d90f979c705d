/* wdftimer.h: timers */
#ifndef _WDFTIMER_H_
#define _WDFTIMER_H_

#define TolerableDelayUnlimited ((ULONG)-1)

typedef _Function_class_(EVT_WDF_TIMER) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_TIMER(_In_ WDFTIMER Timer);
typedef EVT_WDF_TIMER *PFN_WDF_TIMER;

typedef struct _WDF_TIMER_CONFIG {
    ULONG Size;
    PFN_WDF_TIMER EvtTimerFunc;
    ULONG Period;
    BOOLEAN AutomaticSerialization;
    ULONG TolerableDelay;
    DECLSPEC_ALIGN(8) BOOLEAN UseHighResolutionTimer;
} WDF_TIMER_CONFIG, *PWDF_TIMER_CONFIG;

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_TIMER_CONFIG_INIT(_Out_ PWDF_TIMER_CONFIG Config, _In_ PFN_WDF_TIMER EvtTimerFunc)
{
    WDF_CLEAR_SIZED(WDF_TIMER_CONFIG, Config);
    Config->EvtTimerFunc = EvtTimerFunc;
    Config->AutomaticSerialization = TRUE;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_TIMER_CONFIG_INIT_PERIODIC(
    _Out_ PWDF_TIMER_CONFIG Config, _In_ PFN_WDF_TIMER EvtTimerFunc, _In_ LONG Period)
{
    WDF_CLEAR_SIZED(WDF_TIMER_CONFIG, Config);
    Config->EvtTimerFunc = EvtTimerFunc;
    Config->Period = Period;
    Config->AutomaticSerialization = TRUE;
}

typedef NTSTATUS (NTAPI *PFN_WDFTIMERCREATE)(
    PWDF_DRIVER_GLOBALS, PWDF_TIMER_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFTIMER *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfTimerCreate(
    _In_ PWDF_TIMER_CONFIG Config, _In_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFTIMER *Timer)
{
    return WDF_CALL(PFN_WDFTIMERCREATE, WdfTimerCreate, Config, Attributes, Timer);
}

typedef BOOLEAN (NTAPI *PFN_WDFTIMERSTART)(PWDF_DRIVER_GLOBALS, WDFTIMER, LONGLONG);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE BOOLEAN WdfTimerStart(_In_ WDFTIMER Timer, _In_ LONGLONG DueTime)
{
    return WDF_CALL(PFN_WDFTIMERSTART, WdfTimerStart, Timer, DueTime);
}

typedef BOOLEAN (NTAPI *PFN_WDFTIMERSTOP)(PWDF_DRIVER_GLOBALS, WDFTIMER, BOOLEAN);
_When_(Wait, _IRQL_requires_max_(PASSIVE_LEVEL)) _When_(!Wait, _IRQL_requires_max_(DISPATCH_LEVEL))
WDF_INLINE BOOLEAN WdfTimerStop(_In_ WDFTIMER Timer, _In_ BOOLEAN Wait)
{
    return WDF_CALL(PFN_WDFTIMERSTOP, WdfTimerStop, Timer, Wait);
}

typedef WDFOBJECT (NTAPI *PFN_WDFTIMERGETPARENTOBJECT)(PWDF_DRIVER_GLOBALS, WDFTIMER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFOBJECT WdfTimerGetParentObject(_In_ WDFTIMER Timer)
{
    return WDF_CALL(PFN_WDFTIMERGETPARENTOBJECT, WdfTimerGetParentObject, Timer);
}

#endif
