/* What differs by processor: interlocked operations, barriers, device registers and ports, page size, contexts. */
#ifndef WDK_NT_ARCH_H
#define WDK_NT_ARCH_H

#include "base.h"
#include <driverspecs.h>
#include "intrinsics.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PAGE_SIZE 0x1000
#define PAGE_SHIFT 12L
#define PAGE_ALIGN(Va) ((PVOID)((ULONG_PTR)(Va) & ~((ULONG_PTR)PAGE_SIZE - 1)))
#define BYTE_OFFSET(Va) ((ULONG)((LONG_PTR)(Va) & (PAGE_SIZE - 1)))
#define ROUND_TO_PAGES(Size) (((ULONG_PTR)(Size) + PAGE_SIZE - 1) & ~((ULONG_PTR)PAGE_SIZE - 1))
#define BYTES_TO_PAGES(Size) (((Size) >> PAGE_SHIFT) + (((Size) & (PAGE_SIZE - 1)) != 0))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(Va, Size)                                                                       \
    ((ULONG)((((ULONG_PTR)(BYTE_OFFSET(Va))) + ((ULONG_PTR)(Size)) + (PAGE_SIZE - 1)) >> PAGE_SHIFT))
#define KERNEL_STACK_SIZE 0x6000
#define KERNEL_LARGE_STACK_SIZE 0x12000
#define KERNEL_LARGE_STACK_COMMIT KERNEL_STACK_SIZE
#define MAXIMUM_PROCESSORS 64
#define MAXIMUM_PROC_PER_GROUP 64
#define EFLAG_SIGN 0x8000
#define EFLAG_ZERO 0x4000

/* Interlocked operations: full barriers, as the compiler provides them. */
#define InterlockedIncrement _InterlockedIncrement
#define InterlockedDecrement _InterlockedDecrement
#define InterlockedExchange _InterlockedExchange
#define InterlockedExchangeAdd _InterlockedExchangeAdd
#define InterlockedExchangeSubtract(Value, Amount) _InterlockedExchangeAdd((LONG volatile *)(Value), -(LONG)(Amount))
#define InterlockedCompareExchange _InterlockedCompareExchange
#define InterlockedExchangePointer _InterlockedExchangePointer
#define InterlockedCompareExchangePointer _InterlockedCompareExchangePointer
#define InterlockedAnd _InterlockedAnd
#define InterlockedOr _InterlockedOr
#define InterlockedXor _InterlockedXor
#define InterlockedAnd8 _InterlockedAnd8
#define InterlockedOr8 _InterlockedOr8
#define InterlockedXor8 _InterlockedXor8
#define InterlockedAnd16 _InterlockedAnd16
#define InterlockedOr16 _InterlockedOr16
#define InterlockedXor16 _InterlockedXor16
#define InterlockedAnd64 _InterlockedAnd64
#define InterlockedOr64 _InterlockedOr64
#define InterlockedXor64 _InterlockedXor64
#define InterlockedIncrement16 _InterlockedIncrement16
#define InterlockedDecrement16 _InterlockedDecrement16
#define InterlockedCompareExchange16 _InterlockedCompareExchange16
#define InterlockedIncrement64 _InterlockedIncrement64
#define InterlockedDecrement64 _InterlockedDecrement64
#define InterlockedExchange64 _InterlockedExchange64
#define InterlockedExchangeAdd64 _InterlockedExchangeAdd64
#define InterlockedCompareExchange64 _InterlockedCompareExchange64
#define InterlockedExchange8 _InterlockedExchange8
#define InterlockedExchange16 _InterlockedExchange16
#define InterlockedBitTestAndSet _interlockedbittestandset
#define InterlockedBitTestAndReset _interlockedbittestandreset
#define InterlockedBitTestAndSet64 _interlockedbittestandset64
#define InterlockedBitTestAndReset64 _interlockedbittestandreset64
#define InterlockedCompareExchange128 _InterlockedCompareExchange128
#define InterlockedIncrementAcquire InterlockedIncrement
#define InterlockedIncrementRelease InterlockedIncrement
#define InterlockedDecrementAcquire InterlockedDecrement
#define InterlockedDecrementRelease InterlockedDecrement
#define InterlockedExchangeAcquire InterlockedExchange
#define InterlockedCompareExchangeAcquire InterlockedCompareExchange
#define InterlockedCompareExchangeRelease InterlockedCompareExchange
#define InterlockedCompareExchangePointerAcquire InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerRelease InterlockedCompareExchangePointer
#define InterlockedIncrementNoFence InterlockedIncrement
#define InterlockedDecrementNoFence InterlockedDecrement
#define InterlockedExchangeNoFence InterlockedExchange
#define InterlockedExchangeAddNoFence InterlockedExchangeAdd
#define InterlockedCompareExchangeNoFence InterlockedCompareExchange
#define InterlockedExchangePointerNoFence InterlockedExchangePointer
#define InterlockedCompareExchangePointerNoFence InterlockedCompareExchangePointer
#define InterlockedIncrementAcquire64 InterlockedIncrement64
#define InterlockedIncrementRelease64 InterlockedIncrement64
#define InterlockedIncrementNoFence64 InterlockedIncrement64
#define InterlockedDecrementAcquire64 InterlockedDecrement64
#define InterlockedDecrementRelease64 InterlockedDecrement64
#define InterlockedDecrementNoFence64 InterlockedDecrement64
#define InterlockedExchangeAcquire64 InterlockedExchange64
#define InterlockedExchangeNoFence64 InterlockedExchange64
#define InterlockedExchangeAddAcquire64 InterlockedExchangeAdd64
#define InterlockedExchangeAddRelease64 InterlockedExchangeAdd64
#define InterlockedExchangeAddNoFence64 InterlockedExchangeAdd64
#define InterlockedCompareExchangeAcquire64 InterlockedCompareExchange64
#define InterlockedCompareExchangeRelease64 InterlockedCompareExchange64
#define InterlockedCompareExchangeNoFence64 InterlockedCompareExchange64
#define InterlockedExchangePointerAcquire InterlockedExchangePointer
#define InterlockedExchangeAddAcquire InterlockedExchangeAdd
#define InterlockedExchangeAddRelease InterlockedExchangeAdd
#define ExInterlockedCompareExchange64(Destination, Exchange, Comperand, Lock)                                         \
    _InterlockedCompareExchange64(Destination, *(Exchange), *(Comperand))
#define ExInterlockedAddLargeStatistic(Addend, Increment)                                                              \
    ((VOID)_InterlockedExchangeAdd64(&(Addend)->QuadPart, (LONGLONG)(ULONG)(Increment)))
#define BitScanForward _BitScanForward
#define BitScanReverse _BitScanReverse
#define BitScanForward64 _BitScanForward64
#define BitScanReverse64 _BitScanReverse64
#define BitTest _bittest
#define BitTestAndSet _bittestandset
#define BitTestAndReset _bittestandreset
#define BitTestAndComplement _bittestandcomplement

FORCEINLINE LONG InterlockedAdd(_Inout_ _Interlocked_operand_ LONG volatile *Addend, _In_ LONG Value)
{
    return __atomic_add_fetch(Addend, Value, __ATOMIC_SEQ_CST);
}
FORCEINLINE LONG64 InterlockedAdd64(_Inout_ _Interlocked_operand_ LONG64 volatile *Addend, _In_ LONG64 Value)
{
    return __atomic_add_fetch(Addend, Value, __ATOMIC_SEQ_CST);
}

/* Barriers, and hints to the cache. */
#define PreFetchCacheLine(l, a) __builtin_prefetch((const void *)(a), 0)
#define ReadForWriteAccess(p) (*(p))
#define PrefetchForWrite(p) __builtin_prefetch((const void *)(p), 1)
#define KeMemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define MemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define KeMemoryBarrierWithoutFence() __atomic_signal_fence(__ATOMIC_SEQ_CST)
#if defined(_AMD64_)
#define YieldProcessor __builtin_ia32_pause
#else
#define YieldProcessor() __builtin_arm_yield()
#endif

/* Reads and writes of shared variables, by strength. */
#define WDK_SHARED_ACCESS_(Name, Type)                                                                                 \
    FORCEINLINE Type Read##Name##Acquire(_In_ _Interlocked_operand_ const volatile Type *Source)                       \
    {                                                                                                                  \
        return __atomic_load_n(Source, __ATOMIC_ACQUIRE);                                                              \
    }                                                                                                                  \
    FORCEINLINE Type Read##Name##NoFence(_In_ _Interlocked_operand_ const volatile Type *Source)                       \
    {                                                                                                                  \
        return __atomic_load_n(Source, __ATOMIC_RELAXED);                                                              \
    }                                                                                                                  \
    FORCEINLINE Type Read##Name##Raw(_In_ _Interlocked_operand_ const volatile Type *Source)                           \
    {                                                                                                                  \
        return *Source;                                                                                                \
    }                                                                                                                  \
    FORCEINLINE VOID Write##Name##Release(_Out_ _Interlocked_operand_ volatile Type *Destination, _In_ Type Value)     \
    {                                                                                                                  \
        __atomic_store_n(Destination, Value, __ATOMIC_RELEASE);                                                        \
    }                                                                                                                  \
    FORCEINLINE VOID Write##Name##NoFence(_Out_ _Interlocked_operand_ volatile Type *Destination, _In_ Type Value)     \
    {                                                                                                                  \
        __atomic_store_n(Destination, Value, __ATOMIC_RELAXED);                                                        \
    }                                                                                                                  \
    FORCEINLINE VOID Write##Name##Raw(_Out_ _Interlocked_operand_ volatile Type *Destination, _In_ Type Value)         \
    {                                                                                                                  \
        *Destination = Value;                                                                                          \
    }
WDK_SHARED_ACCESS_(8, CHAR)
WDK_SHARED_ACCESS_(UChar, UCHAR)
WDK_SHARED_ACCESS_(Boolean, BOOLEAN)
WDK_SHARED_ACCESS_(16, SHORT)
WDK_SHARED_ACCESS_(UShort, USHORT)
WDK_SHARED_ACCESS_(, LONG)
WDK_SHARED_ACCESS_(Int32, INT32)
WDK_SHARED_ACCESS_(UInt32, UINT32)
WDK_SHARED_ACCESS_(ULong, ULONG)
WDK_SHARED_ACCESS_(64, LONG64)
WDK_SHARED_ACCESS_(ULong64, ULONG64)
WDK_SHARED_ACCESS_(ULongPtr, ULONG_PTR)
WDK_SHARED_ACCESS_(LongPtr, LONG_PTR)
WDK_SHARED_ACCESS_(Pointer, PVOID)
#undef WDK_SHARED_ACCESS_
/* The signed ones bear their size at the end: ReadAcquire8. */
#define ReadAcquire8 Read8Acquire
#define ReadNoFence8 Read8NoFence
#define ReadRaw8 Read8Raw
#define WriteRelease8 Write8Release
#define WriteNoFence8 Write8NoFence
#define WriteRaw8 Write8Raw
#define ReadAcquire16 Read16Acquire
#define ReadNoFence16 Read16NoFence
#define ReadRaw16 Read16Raw
#define WriteRelease16 Write16Release
#define WriteNoFence16 Write16NoFence
#define WriteRaw16 Write16Raw
#define ReadAcquire64 Read64Acquire
#define ReadNoFence64 Read64NoFence
#define ReadRaw64 Read64Raw
#define WriteRelease64 Write64Release
#define WriteNoFence64 Write64NoFence
#define WriteRaw64 Write64Raw
/* What was read is read before anything that follows. */
#define BarrierAfterRead() __atomic_thread_fence(__ATOMIC_ACQUIRE)

/* Device registers in memory, in program order. */
#define WDK_REGISTER_ACCESS_(Name, Type)                                                                               \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE Type READ_REGISTER_##Name(_In_ _Notliteral_ volatile Type *Register)                                   \
    {                                                                                                                  \
        Type value;                                                                                                    \
        WDK_DEVICE_BARRIER_();                                                                                         \
        value = *Register;                                                                                             \
        WDK_DEVICE_BARRIER_();                                                                                         \
        return value;                                                                                                  \
    }                                                                                                                  \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE VOID WRITE_REGISTER_##Name(_In_ _Notliteral_ volatile Type *Register, _In_ Type Value)                 \
    {                                                                                                                  \
        WDK_DEVICE_BARRIER_();                                                                                         \
        *Register = Value;                                                                                             \
        WDK_DEVICE_BARRIER_();                                                                                         \
    }                                                                                                                  \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE VOID READ_REGISTER_BUFFER_##Name(_In_ _Notliteral_ volatile Type *Register,                            \
                                                 _Out_writes_all_(Count) Type *Buffer, _In_ ULONG Count)               \
    {                                                                                                                  \
        WDK_DEVICE_BARRIER_();                                                                                         \
        while (Count-- != 0) {                                                                                         \
            *Buffer++ = *Register++;                                                                                   \
        }                                                                                                              \
        WDK_DEVICE_BARRIER_();                                                                                         \
    }                                                                                                                  \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE VOID WRITE_REGISTER_BUFFER_##Name(_In_ _Notliteral_ volatile Type *Register,                           \
                                                  _In_reads_(Count) const Type *Buffer, _In_ ULONG Count)              \
    {                                                                                                                  \
        WDK_DEVICE_BARRIER_();                                                                                         \
        while (Count-- != 0) {                                                                                         \
            *Register++ = *Buffer++;                                                                                   \
        }                                                                                                              \
        WDK_DEVICE_BARRIER_();                                                                                         \
    }
#if defined(_AMD64_)
#define WDK_DEVICE_BARRIER_() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#else
#define WDK_DEVICE_BARRIER_() __builtin_arm_dsb(0xF)
#endif

WDK_REGISTER_ACCESS_(UCHAR, UCHAR)
WDK_REGISTER_ACCESS_(USHORT, USHORT)
WDK_REGISTER_ACCESS_(ULONG, ULONG)
WDK_REGISTER_ACCESS_(ULONG64, ULONG64)
#undef WDK_REGISTER_ACCESS_

/* Device registers in port space. ARM64 has none: its port resources arrive mapped into memory. */
#if defined(_AMD64_)
#define WDK_PORT_ACCESS_X64_(Name, Type, Letter)                                                                       \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE Type READ_PORT_##Name(_In_ _Notliteral_ Type *Port)                                                    \
    {                                                                                                                  \
        Type value;                                                                                                    \
        __asm__ volatile("in" Letter " %w1, %0" : "=a"(value) : "Nd"((USHORT)(ULONG_PTR)Port) : "memory");             \
        return value;                                                                                                  \
    }                                                                                                                  \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE VOID WRITE_PORT_##Name(_In_ _Notliteral_ Type *Port, _In_ Type Value)                                  \
    {                                                                                                                  \
        __asm__ volatile("out" Letter " %0, %w1" : : "a"(Value), "Nd"((USHORT)(ULONG_PTR)Port) : "memory");            \
    }                                                                                                                  \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE VOID READ_PORT_BUFFER_##Name(_In_ _Notliteral_ Type *Port, _Out_writes_all_(Count) Type *Buffer,       \
                                             _In_ ULONG Count)                                                         \
    {                                                                                                                  \
        ULONG64 count = Count;                                                                                         \
        __asm__ volatile("rep ins" Letter : "+D"(Buffer), "+c"(count) : "d"((USHORT)(ULONG_PTR)Port) : "memory");      \
    }                                                                                                                  \
    _IRQL_requires_max_(HIGH_LEVEL)                                                                                    \
    FORCEINLINE VOID WRITE_PORT_BUFFER_##Name(_In_ _Notliteral_ Type *Port, _In_reads_(Count) Type *Buffer,            \
                                              _In_ ULONG Count)                                                        \
    {                                                                                                                  \
        ULONG64 count = Count;                                                                                         \
        __asm__ volatile("rep outs" Letter : "+S"(Buffer), "+c"(count) : "d"((USHORT)(ULONG_PTR)Port) : "memory");     \
    }
WDK_PORT_ACCESS_X64_(UCHAR, UCHAR, "b")
WDK_PORT_ACCESS_X64_(USHORT, USHORT, "w")
WDK_PORT_ACCESS_X64_(ULONG, ULONG, "l")
#undef WDK_PORT_ACCESS_X64_
#else
#define READ_PORT_UCHAR READ_REGISTER_UCHAR
#define READ_PORT_USHORT READ_REGISTER_USHORT
#define READ_PORT_ULONG READ_REGISTER_ULONG
#define WRITE_PORT_UCHAR WRITE_REGISTER_UCHAR
#define WRITE_PORT_USHORT WRITE_REGISTER_USHORT
#define WRITE_PORT_ULONG WRITE_REGISTER_ULONG
#define READ_PORT_BUFFER_UCHAR READ_REGISTER_BUFFER_UCHAR
#define READ_PORT_BUFFER_USHORT READ_REGISTER_BUFFER_USHORT
#define READ_PORT_BUFFER_ULONG READ_REGISTER_BUFFER_ULONG
#define WRITE_PORT_BUFFER_UCHAR WRITE_REGISTER_BUFFER_UCHAR
#define WRITE_PORT_BUFFER_USHORT WRITE_REGISTER_BUFFER_USHORT
#define WRITE_PORT_BUFFER_ULONG WRITE_REGISTER_BUFFER_ULONG
#endif

#ifdef __cplusplus
}
#endif
#endif
