/* wdfverifier.h: stopping in the debugger or for good */
#ifndef _WDFVERIFIER_H_
#define _WDFVERIFIER_H_

typedef VOID (NTAPI *PFN_WDFVERIFIERDBGBREAKPOINT)(PWDF_DRIVER_GLOBALS);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WdfVerifierDbgBreakPoint(VOID)
{
    WDF_CALL(PFN_WDFVERIFIERDBGBREAKPOINT, WdfVerifierDbgBreakPoint);
}

typedef VOID (NTAPI *PFN_WDFVERIFIERKEBUGCHECK)(
    PWDF_DRIVER_GLOBALS, ULONG, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WdfVerifierKeBugCheck(
    _In_ ULONG BugCheckCode, _In_ ULONG_PTR BugCheckParameter1, _In_ ULONG_PTR BugCheckParameter2,
    _In_ ULONG_PTR BugCheckParameter3, _In_ ULONG_PTR BugCheckParameter4)
{
    WDF_CALL(
        PFN_WDFVERIFIERKEBUGCHECK, WdfVerifierKeBugCheck, BugCheckCode, BugCheckParameter1,
        BugCheckParameter2, BugCheckParameter3, BugCheckParameter4);
}

typedef PVOID (NTAPI *PFN_WDFGETTRIAGEINFO)(PWDF_DRIVER_GLOBALS);
WDF_INLINE PVOID WdfGetTriageInfo(VOID)
{
    return WDF_CALL(PFN_WDFGETTRIAGEINFO, WdfGetTriageInfo);
}

#endif
