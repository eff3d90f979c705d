/* wdfassert.h: checks that are made while the framework's verifier is on */
#ifndef _WDFASSERT_H_
#define _WDFASSERT_H_

#if !WDF_KMDF
__declspec(dllimport) VOID NTAPI RtlAssert(
    _In_ PVOID FailedAssertion, _In_ PVOID FileName, _In_ ULONG LineNumber, _In_opt_ PSTR Message);
#endif

#define WDFVERIFY(condition)                                                                                 \
    do {                                                                                                     \
        if ((WdfDriverGlobals->DriverFlags & WdfVerifyOn) && !(condition)) {                                 \
            RtlAssert((PVOID) #condition, (PVOID)__FILE__, __LINE__, NULL);                                  \
        }                                                                                                    \
    } while (0)

#define VERIFY_IS_IRQL_PASSIVE_LEVEL() WDFVERIFY(KeGetCurrentIrql() == PASSIVE_LEVEL)
#define IS_AT_PASSIVE()                VERIFY_IS_IRQL_PASSIVE_LEVEL()

/* Fails to compile when false. */
#define WDFCASSERT(condition) _Static_assert(condition, #condition)

#if !WDF_KMDF
#define DbgPrint(...) DbgPrintEx(DPFLTR_DEFAULT_ID, DPFLTR_INFO_LEVEL, __VA_ARGS__)
#ifndef KdPrint
#if DBG
#define KdPrint(arguments) DbgPrint arguments
#else
#define KdPrint(arguments)
#endif
#endif
#endif

#endif
