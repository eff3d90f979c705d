/* Intrinsics of the compiler that kernel headers use, declared one by one: clang's <intrin.h> is large and may follow. */
#ifndef WDK_NT_INTRINSICS_H
#define WDK_NT_INTRINSICS_H

#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

LONG _InterlockedIncrement(LONG volatile *);
LONG _InterlockedDecrement(LONG volatile *);
LONG _InterlockedExchange(LONG volatile *, LONG);
LONG _InterlockedExchangeAdd(LONG volatile *, LONG);
LONG _InterlockedCompareExchange(LONG volatile *, LONG, LONG);
PVOID _InterlockedExchangePointer(PVOID volatile *, PVOID);
PVOID _InterlockedCompareExchangePointer(PVOID volatile *, PVOID, PVOID);
LONG _InterlockedAnd(LONG volatile *, LONG);
LONG _InterlockedOr(LONG volatile *, LONG);
LONG _InterlockedXor(LONG volatile *, LONG);
char _InterlockedAnd8(char volatile *, char);
char _InterlockedOr8(char volatile *, char);
char _InterlockedXor8(char volatile *, char);
SHORT _InterlockedAnd16(SHORT volatile *, SHORT);
SHORT _InterlockedOr16(SHORT volatile *, SHORT);
SHORT _InterlockedXor16(SHORT volatile *, SHORT);
LONG64 _InterlockedAnd64(LONG64 volatile *, LONG64);
LONG64 _InterlockedOr64(LONG64 volatile *, LONG64);
LONG64 _InterlockedXor64(LONG64 volatile *, LONG64);
SHORT _InterlockedIncrement16(SHORT volatile *);
SHORT _InterlockedDecrement16(SHORT volatile *);
SHORT _InterlockedCompareExchange16(SHORT volatile *, SHORT, SHORT);
LONG64 _InterlockedIncrement64(LONG64 volatile *);
LONG64 _InterlockedDecrement64(LONG64 volatile *);
LONG64 _InterlockedExchange64(LONG64 volatile *, LONG64);
LONG64 _InterlockedExchangeAdd64(LONG64 volatile *, LONG64);
LONG64 _InterlockedCompareExchange64(LONG64 volatile *, LONG64, LONG64);
UCHAR _InterlockedCompareExchange128(LONG64 volatile *, LONG64, LONG64, LONG64 *);
char _InterlockedExchange8(char volatile *, char);
SHORT _InterlockedExchange16(SHORT volatile *, SHORT);
UCHAR _interlockedbittestandset(LONG volatile *, LONG);
UCHAR _interlockedbittestandreset(LONG volatile *, LONG);
UCHAR _interlockedbittestandset64(LONG64 volatile *, LONG64);
UCHAR _interlockedbittestandreset64(LONG64 volatile *, LONG64);
UCHAR _BitScanForward(ULONG *, ULONG);
UCHAR _BitScanReverse(ULONG *, ULONG);
UCHAR _BitScanForward64(ULONG *, ULONG64);
UCHAR _BitScanReverse64(ULONG *, ULONG64);
UCHAR _bittest(const LONG *, LONG);
UCHAR _bittestandset(LONG *, LONG);
UCHAR _bittestandreset(LONG *, LONG);
UCHAR _bittestandcomplement(LONG *, LONG);
DECLSPEC_NORETURN void __fastfail(unsigned int);
PVOID _ReturnAddress(void);
PVOID _AddressOfReturnAddress(void);
void _ReadWriteBarrier(void);
#if defined(_AMD64_)
void __int2c(void);
#else
void __break(int);
#endif

#ifdef __cplusplus
}
#endif
#endif
