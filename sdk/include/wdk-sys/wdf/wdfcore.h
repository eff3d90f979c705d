/* wdfcore.h: times, sizes and pointers */
#ifndef _WDFCORE_H_
#define _WDFCORE_H_

/* Times are counted in units of 100 ns: positive from 1601, negative from now. */
#define WDF_TIMEOUT_TO_SEC ((LONGLONG)10000000)
#define WDF_TIMEOUT_TO_MS  ((LONGLONG)10000)
#define WDF_TIMEOUT_TO_US  ((LONGLONG)10)

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE LONGLONG WDF_REL_TIMEOUT_IN_SEC(_In_ ULONGLONG Time)
{
    return -(LONGLONG)Time * WDF_TIMEOUT_TO_SEC;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE LONGLONG WDF_ABS_TIMEOUT_IN_SEC(_In_ ULONGLONG Time)
{
    return (LONGLONG)Time * WDF_TIMEOUT_TO_SEC;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE LONGLONG WDF_REL_TIMEOUT_IN_MS(_In_ ULONGLONG Time)
{
    return -(LONGLONG)Time * WDF_TIMEOUT_TO_MS;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE LONGLONG WDF_ABS_TIMEOUT_IN_MS(_In_ ULONGLONG Time)
{
    return (LONGLONG)Time * WDF_TIMEOUT_TO_MS;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE LONGLONG WDF_REL_TIMEOUT_IN_US(_In_ ULONGLONG Time)
{
    return -(LONGLONG)Time * WDF_TIMEOUT_TO_US;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE LONGLONG WDF_ABS_TIMEOUT_IN_US(_In_ ULONGLONG Time)
{
    return (LONGLONG)Time * WDF_TIMEOUT_TO_US;
}

/* AlignTo is a power of two. */
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE size_t WDF_ALIGN_SIZE_DOWN(_In_ size_t Length, _In_ size_t AlignTo)
{
    return Length & ~(AlignTo - 1);
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE size_t WDF_ALIGN_SIZE_UP(_In_ size_t Length, _In_ size_t AlignTo)
{
    return WDF_ALIGN_SIZE_DOWN(Length + AlignTo - 1, AlignTo);
}

#define WDF_PTR_ADD_OFFSET_TYPE(pointer, offset, type) ((type)((PUCHAR)(pointer) + (offset)))
#define WDF_PTR_ADD_OFFSET(pointer, offset)            WDF_PTR_ADD_OFFSET_TYPE(pointer, offset, PVOID)
#define WDF_PTR_GET_OFFSET(base, address)              ((size_t)((PUCHAR)(address) - (PUCHAR)(base)))

#endif
