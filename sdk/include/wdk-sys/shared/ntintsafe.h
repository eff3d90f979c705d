/*
 * Integer arithmetic and conversions that say when the result does not fit: STATUS_INTEGER_OVERFLOW, and the result is then
 * the type's error value (all bits set; the names end in _ERROR). Callable at any IRQL. Inline: nothing is imported.
 *
 *   RtlULongAdd, RtlSizeTMult, ...         Rtl TYPE Add | Sub | Mult (x, y, &result)
 *   RtlLongLongToULong, ...                Rtl SOURCE To TARGET (value, &result), for every pair of types below
 *
 * Names: the public reference of ntintsafe.h.
 */
#ifndef WDK_NTINTSAFE_H
#define WDK_NTINTSAFE_H
#define _NTINTSAFE_H_INCLUDED_

#include <limits.h>
#include <stdint.h>
#include <ntdef.h>
#include <ntstatus.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef FORCEINLINE
#define FORCEINLINE __forceinline
#endif

#ifndef LODWORD
#define LODWORD(value) ((ULONG)(value))
#define HIDWORD(value) ((ULONG)((ULONG64)(value) >> 32))
#endif

#define INT8_ERROR      (-1)
#define UINT8_ERROR     0xff
#define SHORT_ERROR     (-1)
#define USHORT_ERROR    0xffff
#define INT_ERROR       (-1)
#define UINT_ERROR      0xffffffff
#define LONG_ERROR      (-1L)
#define ULONG_ERROR     0xffffffffUL
#define LONGLONG_ERROR  (-1LL)
#define LONG64_ERROR    (-1LL)
#define ULONGLONG_ERROR 0xffffffffffffffffULL
#define ULONG64_ERROR   0xffffffffffffffffULL
#define INT_PTR_ERROR   (-1LL)
#define UINT_PTR_ERROR  0xffffffffffffffffULL
#define LONG_PTR_ERROR  (-1LL)
#define ULONG_PTR_ERROR 0xffffffffffffffffULL
#define SIZE_T_ERROR    ULONG_PTR_ERROR
#define SSIZE_T_ERROR   LONG_PTR_ERROR

#ifndef USHORT_MAX
#define USHORT_MAX 0xffff
#endif
#ifndef LONGLONG_MAX
#define LONGLONG_MIN  (-9223372036854775807LL - 1)
#define LONGLONG_MAX  9223372036854775807LL
#define ULONGLONG_MAX 0xffffffffffffffffULL
#endif

#define WDK_INTSAFE_OPERATION_(name, type, builtin)                                                                    \
    _Must_inspect_result_ FORCEINLINE NTSTATUS name(_In_ type x, _In_ type y,                                          \
                                                    _Out_ _Deref_out_range_(==, x) type *result)                       \
    {                                                                                                                  \
        type value;                                                                                                    \
        if (builtin(x, y, &value)) {                                                                                   \
            *result = (type) ~(type)0;                                                                                 \
            return STATUS_INTEGER_OVERFLOW;                                                                            \
        }                                                                                                              \
        *result = value;                                                                                               \
        return STATUS_SUCCESS;                                                                                         \
    }

#define WDK_INTSAFE_ARITHMETIC_(Word, type)                                                                            \
    WDK_INTSAFE_OPERATION_(Rtl##Word##Add, type, __builtin_add_overflow)                                               \
    WDK_INTSAFE_OPERATION_(Rtl##Word##Sub, type, __builtin_sub_overflow)                                               \
    WDK_INTSAFE_OPERATION_(Rtl##Word##Mult, type, __builtin_mul_overflow)

WDK_INTSAFE_ARITHMETIC_(Int8, INT8)
WDK_INTSAFE_ARITHMETIC_(UInt8, UINT8)
WDK_INTSAFE_ARITHMETIC_(Short, SHORT)
WDK_INTSAFE_ARITHMETIC_(UShort, USHORT)
WDK_INTSAFE_ARITHMETIC_(Int, INT)
WDK_INTSAFE_ARITHMETIC_(UInt, UINT)
WDK_INTSAFE_ARITHMETIC_(Long, LONG)
WDK_INTSAFE_ARITHMETIC_(ULong, ULONG)
WDK_INTSAFE_ARITHMETIC_(LongLong, LONGLONG)
WDK_INTSAFE_ARITHMETIC_(ULongLong, ULONGLONG)
WDK_INTSAFE_ARITHMETIC_(IntPtr, INT_PTR)
WDK_INTSAFE_ARITHMETIC_(UIntPtr, UINT_PTR)
WDK_INTSAFE_ARITHMETIC_(LongPtr, LONG_PTR)
WDK_INTSAFE_ARITHMETIC_(ULongPtr, ULONG_PTR)
WDK_INTSAFE_ARITHMETIC_(SizeT, SIZE_T)
WDK_INTSAFE_ARITHMETIC_(SSIZET, SSIZE_T)

#define WDK_INTSAFE_CONVERT_(Source, source, Target, target)                                                           \
    _Must_inspect_result_ FORCEINLINE NTSTATUS Rtl##Source##To##Target(_In_ source value, _Out_ target *result)        \
    {                                                                                                                  \
        target converted;                                                                                              \
        if (__builtin_add_overflow(value, (source)0, &converted)) {                                                    \
            *result = (target) ~(target)0;                                                                             \
            return STATUS_INTEGER_OVERFLOW;                                                                            \
        }                                                                                                              \
        *result = converted;                                                                                           \
        return STATUS_SUCCESS;                                                                                         \
    }

/* To every type but itself: each group leaves its own line out. */
#define WDK_INTSAFE_TO_8_(S, s)                                                                                        \
    WDK_INTSAFE_CONVERT_(S, s, Int8, INT8) WDK_INTSAFE_CONVERT_(S, s, UInt8, UINT8)
#define WDK_INTSAFE_TO_16_(S, s)                                                                                       \
    WDK_INTSAFE_CONVERT_(S, s, Short, SHORT) WDK_INTSAFE_CONVERT_(S, s, UShort, USHORT)
#define WDK_INTSAFE_TO_INT_(S, s)                                                                                      \
    WDK_INTSAFE_CONVERT_(S, s, Int, INT) WDK_INTSAFE_CONVERT_(S, s, UInt, UINT)
#define WDK_INTSAFE_TO_LONG_(S, s)                                                                                     \
    WDK_INTSAFE_CONVERT_(S, s, Long, LONG) WDK_INTSAFE_CONVERT_(S, s, ULong, ULONG)
#define WDK_INTSAFE_TO_LONGLONG_(S, s)                                                                                 \
    WDK_INTSAFE_CONVERT_(S, s, LongLong, LONGLONG) WDK_INTSAFE_CONVERT_(S, s, ULongLong, ULONGLONG)
#define WDK_INTSAFE_TO_INTPTR_(S, s)                                                                                   \
    WDK_INTSAFE_CONVERT_(S, s, IntPtr, INT_PTR) WDK_INTSAFE_CONVERT_(S, s, UIntPtr, UINT_PTR)
#define WDK_INTSAFE_TO_LONGPTR_(S, s)                                                                                  \
    WDK_INTSAFE_CONVERT_(S, s, LongPtr, LONG_PTR) WDK_INTSAFE_CONVERT_(S, s, ULongPtr, ULONG_PTR)
#define WDK_INTSAFE_TO_SIZE_(S, s)                                                                                     \
    WDK_INTSAFE_CONVERT_(S, s, SizeT, SIZE_T) WDK_INTSAFE_CONVERT_(S, s, SSIZET, SSIZE_T)

#define WDK_INTSAFE_FROM_(S, s, twin)                                                                                  \
    twin WDK_INTSAFE_REST_##S(S, s)
#define WDK_INTSAFE_WIDE_(S, s)                                                                                        \
    WDK_INTSAFE_TO_LONG_(S, s) WDK_INTSAFE_TO_LONGLONG_(S, s)
#define WDK_INTSAFE_POINTERS_(S, s)                                                                                    \
    WDK_INTSAFE_TO_INTPTR_(S, s) WDK_INTSAFE_TO_LONGPTR_(S, s) WDK_INTSAFE_TO_SIZE_(S, s)

#define WDK_INTSAFE_REST_Int8(S, s)                                                                                    \
    WDK_INTSAFE_TO_16_(S, s) WDK_INTSAFE_TO_INT_(S, s) WDK_INTSAFE_WIDE_(S, s) WDK_INTSAFE_POINTERS_(S, s)
#define WDK_INTSAFE_REST_UInt8 WDK_INTSAFE_REST_Int8
#define WDK_INTSAFE_REST_Short(S, s)                                                                                   \
    WDK_INTSAFE_TO_8_(S, s) WDK_INTSAFE_TO_INT_(S, s) WDK_INTSAFE_WIDE_(S, s) WDK_INTSAFE_POINTERS_(S, s)
#define WDK_INTSAFE_REST_UShort WDK_INTSAFE_REST_Short
#define WDK_INTSAFE_REST_Int(S, s)                                                                                     \
    WDK_INTSAFE_TO_8_(S, s) WDK_INTSAFE_TO_16_(S, s) WDK_INTSAFE_WIDE_(S, s) WDK_INTSAFE_POINTERS_(S, s)
#define WDK_INTSAFE_REST_UInt WDK_INTSAFE_REST_Int
#define WDK_INTSAFE_REST_Long(S, s)                                                                                    \
    WDK_INTSAFE_TO_8_(S, s) WDK_INTSAFE_TO_16_(S, s) WDK_INTSAFE_TO_INT_(S, s)                                         \
    WDK_INTSAFE_TO_LONGLONG_(S, s) WDK_INTSAFE_POINTERS_(S, s)
#define WDK_INTSAFE_REST_ULong WDK_INTSAFE_REST_Long
#define WDK_INTSAFE_REST_LongLong(S, s)                                                                                \
    WDK_INTSAFE_TO_8_(S, s) WDK_INTSAFE_TO_16_(S, s) WDK_INTSAFE_TO_INT_(S, s)                                         \
    WDK_INTSAFE_TO_LONG_(S, s) WDK_INTSAFE_POINTERS_(S, s)
#define WDK_INTSAFE_REST_ULongLong WDK_INTSAFE_REST_LongLong
#define WDK_INTSAFE_SMALL_(S, s)                                                                                       \
    WDK_INTSAFE_TO_8_(S, s) WDK_INTSAFE_TO_16_(S, s) WDK_INTSAFE_TO_INT_(S, s) WDK_INTSAFE_WIDE_(S, s)
#define WDK_INTSAFE_REST_IntPtr(S, s)                                                                                  \
    WDK_INTSAFE_SMALL_(S, s) WDK_INTSAFE_TO_LONGPTR_(S, s) WDK_INTSAFE_TO_SIZE_(S, s)
#define WDK_INTSAFE_REST_UIntPtr WDK_INTSAFE_REST_IntPtr
#define WDK_INTSAFE_REST_LongPtr(S, s)                                                                                 \
    WDK_INTSAFE_SMALL_(S, s) WDK_INTSAFE_TO_INTPTR_(S, s) WDK_INTSAFE_TO_SIZE_(S, s)
#define WDK_INTSAFE_REST_ULongPtr WDK_INTSAFE_REST_LongPtr
#define WDK_INTSAFE_REST_SizeT(S, s)                                                                                   \
    WDK_INTSAFE_SMALL_(S, s) WDK_INTSAFE_TO_INTPTR_(S, s) WDK_INTSAFE_TO_LONGPTR_(S, s)
#define WDK_INTSAFE_REST_SSIZET WDK_INTSAFE_REST_SizeT

WDK_INTSAFE_FROM_(Int8, INT8, WDK_INTSAFE_CONVERT_(Int8, INT8, UInt8, UINT8))
WDK_INTSAFE_FROM_(UInt8, UINT8, WDK_INTSAFE_CONVERT_(UInt8, UINT8, Int8, INT8))
WDK_INTSAFE_FROM_(Short, SHORT, WDK_INTSAFE_CONVERT_(Short, SHORT, UShort, USHORT))
WDK_INTSAFE_FROM_(UShort, USHORT, WDK_INTSAFE_CONVERT_(UShort, USHORT, Short, SHORT))
WDK_INTSAFE_FROM_(Int, INT, WDK_INTSAFE_CONVERT_(Int, INT, UInt, UINT))
WDK_INTSAFE_FROM_(UInt, UINT, WDK_INTSAFE_CONVERT_(UInt, UINT, Int, INT))
WDK_INTSAFE_FROM_(Long, LONG, WDK_INTSAFE_CONVERT_(Long, LONG, ULong, ULONG))
WDK_INTSAFE_FROM_(ULong, ULONG, WDK_INTSAFE_CONVERT_(ULong, ULONG, Long, LONG))
WDK_INTSAFE_FROM_(LongLong, LONGLONG, WDK_INTSAFE_CONVERT_(LongLong, LONGLONG, ULongLong, ULONGLONG))
WDK_INTSAFE_FROM_(ULongLong, ULONGLONG, WDK_INTSAFE_CONVERT_(ULongLong, ULONGLONG, LongLong, LONGLONG))
WDK_INTSAFE_FROM_(IntPtr, INT_PTR, WDK_INTSAFE_CONVERT_(IntPtr, INT_PTR, UIntPtr, UINT_PTR))
WDK_INTSAFE_FROM_(UIntPtr, UINT_PTR, WDK_INTSAFE_CONVERT_(UIntPtr, UINT_PTR, IntPtr, INT_PTR))
WDK_INTSAFE_FROM_(LongPtr, LONG_PTR, WDK_INTSAFE_CONVERT_(LongPtr, LONG_PTR, ULongPtr, ULONG_PTR))
WDK_INTSAFE_FROM_(ULongPtr, ULONG_PTR, WDK_INTSAFE_CONVERT_(ULongPtr, ULONG_PTR, LongPtr, LONG_PTR))
WDK_INTSAFE_FROM_(SizeT, SIZE_T, WDK_INTSAFE_CONVERT_(SizeT, SIZE_T, SSIZET, SSIZE_T))
WDK_INTSAFE_FROM_(SSIZET, SSIZE_T, WDK_INTSAFE_CONVERT_(SSIZET, SSIZE_T, SizeT, SIZE_T))

/* Other words for the same types. */
#define RtlUCharAdd           RtlUInt8Add
#define RtlUCharSub           RtlUInt8Sub
#define RtlUCharMult          RtlUInt8Mult
#define RtlByteAdd            RtlUInt8Add
#define RtlByteSub            RtlUInt8Sub
#define RtlByteMult           RtlUInt8Mult
#define RtlUInt16Add          RtlUShortAdd
#define RtlUInt16Sub          RtlUShortSub
#define RtlUInt16Mult         RtlUShortMult
#define RtlWordAdd            RtlUShortAdd
#define RtlWordSub            RtlUShortSub
#define RtlWordMult           RtlUShortMult
#define RtlUInt32Add          RtlUIntAdd
#define RtlUInt32Sub          RtlUIntSub
#define RtlUInt32Mult         RtlUIntMult
#define RtlDWordAdd           RtlULongAdd
#define RtlDWordSub           RtlULongSub
#define RtlDWordMult          RtlULongMult
#define RtlUInt64Add          RtlULongLongAdd
#define RtlUInt64Sub          RtlULongLongSub
#define RtlUInt64Mult         RtlULongLongMult
#define RtlDWordLongAdd       RtlULongLongAdd
#define RtlDWordLongSub       RtlULongLongSub
#define RtlDWordLongMult      RtlULongLongMult
#define RtlDWordPtrAdd        RtlULongPtrAdd
#define RtlDWordPtrSub        RtlULongPtrSub
#define RtlDWordPtrMult       RtlULongPtrMult
#define RtlPtrdiffTAdd        RtlLongPtrAdd
#define RtlPtrdiffTSub        RtlLongPtrSub
#define RtlPtrdiffTMult       RtlLongPtrMult
#define RtlULongToUChar       RtlULongToUInt8
#define RtlUIntToUChar        RtlUIntToUInt8
#define RtlUShortToUChar      RtlUShortToUInt8
#define RtlLongToUChar        RtlLongToUInt8
#define RtlIntToUChar         RtlIntToUInt8
#define RtlULongLongToUChar   RtlULongLongToUInt8
#define RtlSIZETAdd           RtlSizeTAdd
#define RtlSIZETSub           RtlSizeTSub
#define RtlSIZETMult          RtlSizeTMult
#define RtlSizeTToUChar       RtlSizeTToUInt8
#define RtlULongLongToDWord   RtlULongLongToULong
#define RtlSizeTToDWord       RtlSizeTToULong

#ifdef __cplusplus
}
#endif
#endif
