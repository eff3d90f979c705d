/*
 * Interlocked operations with a weaker order than a full barrier, and of other sizes. Here all are full barriers, which is allowed, and what x64 does.
 * Both spellings are there, InterlockedAndAcquire64 and InterlockedAnd64Acquire: Windows has some of each.
 */
#ifndef WDK_NT_INTERLOCKED_H
#define WDK_NT_INTERLOCKED_H

#include "arch.h"

#define InterlockedExchangeAdd8 _InterlockedExchangeAdd8
#define InterlockedExchangeAdd16 _InterlockedExchangeAdd16
#define InterlockedBitTestAndComplement(Base, Bit)                                                                     \
    ((BOOLEAN)((InterlockedXor((LONG volatile *)(Base) + ((Bit) >> 5), (LONG)(1UL << ((Bit) & 31))) >> ((Bit) & 31)) & 1))
#define InterlockedBitTestAndComplement64(Base, Bit)                                                                   \
    ((BOOLEAN)((InterlockedXor64((LONG64 volatile *)(Base) + ((Bit) >> 6), (LONG64)(1ULL << ((Bit) & 63))) >>          \
                ((Bit) & 63)) &                                                                                        \
               1))
#define InterlockedIncrementSizeT(Value) InterlockedIncrement64((LONG64 volatile *)(Value))
#define InterlockedDecrementSizeT(Value) InterlockedDecrement64((LONG64 volatile *)(Value))
#define InterlockedExchangeAddSizeT(Value, Amount) InterlockedExchangeAdd64((LONG64 volatile *)(Value), (LONG64)(Amount))
#define InterlockedAnd16Acquire InterlockedAnd16
#define InterlockedAnd16NoFence InterlockedAnd16
#define InterlockedAnd16Release InterlockedAnd16
#define InterlockedAnd64Acquire InterlockedAnd64
#define InterlockedAnd64NoFence InterlockedAnd64
#define InterlockedAnd64Release InterlockedAnd64
#define InterlockedAnd8Acquire InterlockedAnd8
#define InterlockedAnd8NoFence InterlockedAnd8
#define InterlockedAnd8Release InterlockedAnd8
#define InterlockedAndAcquire InterlockedAnd
#define InterlockedAndAcquire16 InterlockedAnd16
#define InterlockedAndAcquire64 InterlockedAnd64
#define InterlockedAndAcquire8 InterlockedAnd8
#define InterlockedAndNoFence InterlockedAnd
#define InterlockedAndNoFence16 InterlockedAnd16
#define InterlockedAndNoFence64 InterlockedAnd64
#define InterlockedAndNoFence8 InterlockedAnd8
#define InterlockedAndRelease InterlockedAnd
#define InterlockedAndRelease16 InterlockedAnd16
#define InterlockedAndRelease64 InterlockedAnd64
#define InterlockedAndRelease8 InterlockedAnd8
#define InterlockedCompareExchange16Acquire InterlockedCompareExchange16
#define InterlockedCompareExchange16NoFence InterlockedCompareExchange16
#define InterlockedCompareExchange16Release InterlockedCompareExchange16
#define InterlockedCompareExchange64Acquire InterlockedCompareExchange64
#define InterlockedCompareExchange64NoFence InterlockedCompareExchange64
#define InterlockedCompareExchange64Release InterlockedCompareExchange64
#define InterlockedCompareExchangeAcquire16 InterlockedCompareExchange16
#define InterlockedCompareExchangeAcquire64 InterlockedCompareExchange64
#define InterlockedCompareExchangeAcquirePointer InterlockedCompareExchangePointer
#define InterlockedCompareExchangeNoFence16 InterlockedCompareExchange16
#define InterlockedCompareExchangeNoFence64 InterlockedCompareExchange64
#define InterlockedCompareExchangeNoFencePointer InterlockedCompareExchangePointer
#define InterlockedCompareExchangeRelease16 InterlockedCompareExchange16
#define InterlockedCompareExchangeRelease64 InterlockedCompareExchange64
#define InterlockedCompareExchangeReleasePointer InterlockedCompareExchangePointer
#define InterlockedDecrement16Acquire InterlockedDecrement16
#define InterlockedDecrement16NoFence InterlockedDecrement16
#define InterlockedDecrement16Release InterlockedDecrement16
#define InterlockedDecrement64Acquire InterlockedDecrement64
#define InterlockedDecrement64NoFence InterlockedDecrement64
#define InterlockedDecrement64Release InterlockedDecrement64
#define InterlockedDecrementAcquire16 InterlockedDecrement16
#define InterlockedDecrementAcquire64 InterlockedDecrement64
#define InterlockedDecrementNoFence16 InterlockedDecrement16
#define InterlockedDecrementNoFence64 InterlockedDecrement64
#define InterlockedDecrementRelease16 InterlockedDecrement16
#define InterlockedDecrementRelease64 InterlockedDecrement64
#define InterlockedExchange16Acquire InterlockedExchange16
#define InterlockedExchange16NoFence InterlockedExchange16
#define InterlockedExchange16Release InterlockedExchange16
#define InterlockedExchange64Acquire InterlockedExchange64
#define InterlockedExchange64NoFence InterlockedExchange64
#define InterlockedExchange64Release InterlockedExchange64
#define InterlockedExchange8Acquire InterlockedExchange8
#define InterlockedExchange8NoFence InterlockedExchange8
#define InterlockedExchange8Release InterlockedExchange8
#define InterlockedExchangeAcquire16 InterlockedExchange16
#define InterlockedExchangeAcquire64 InterlockedExchange64
#define InterlockedExchangeAcquire8 InterlockedExchange8
#define InterlockedExchangeAcquirePointer InterlockedExchangePointer
#define InterlockedExchangeAdd16Acquire InterlockedExchangeAdd16
#define InterlockedExchangeAdd16NoFence InterlockedExchangeAdd16
#define InterlockedExchangeAdd16Release InterlockedExchangeAdd16
#define InterlockedExchangeAdd64Acquire InterlockedExchangeAdd64
#define InterlockedExchangeAdd64NoFence InterlockedExchangeAdd64
#define InterlockedExchangeAdd64Release InterlockedExchangeAdd64
#define InterlockedExchangeAdd8Acquire InterlockedExchangeAdd8
#define InterlockedExchangeAdd8NoFence InterlockedExchangeAdd8
#define InterlockedExchangeAdd8Release InterlockedExchangeAdd8
#define InterlockedExchangeAddAcquire InterlockedExchangeAdd
#define InterlockedExchangeAddAcquire16 InterlockedExchangeAdd16
#define InterlockedExchangeAddAcquire64 InterlockedExchangeAdd64
#define InterlockedExchangeAddAcquire8 InterlockedExchangeAdd8
#define InterlockedExchangeAddNoFence16 InterlockedExchangeAdd16
#define InterlockedExchangeAddNoFence64 InterlockedExchangeAdd64
#define InterlockedExchangeAddNoFence8 InterlockedExchangeAdd8
#define InterlockedExchangeAddRelease InterlockedExchangeAdd
#define InterlockedExchangeAddRelease16 InterlockedExchangeAdd16
#define InterlockedExchangeAddRelease64 InterlockedExchangeAdd64
#define InterlockedExchangeAddRelease8 InterlockedExchangeAdd8
#define InterlockedExchangeNoFence16 InterlockedExchange16
#define InterlockedExchangeNoFence64 InterlockedExchange64
#define InterlockedExchangeNoFence8 InterlockedExchange8
#define InterlockedExchangeNoFencePointer InterlockedExchangePointer
#define InterlockedExchangePointerAcquire InterlockedExchangePointer
#define InterlockedExchangePointerRelease InterlockedExchangePointer
#define InterlockedExchangeRelease InterlockedExchange
#define InterlockedExchangeRelease16 InterlockedExchange16
#define InterlockedExchangeRelease64 InterlockedExchange64
#define InterlockedExchangeRelease8 InterlockedExchange8
#define InterlockedExchangeReleasePointer InterlockedExchangePointer
#define InterlockedIncrement16Acquire InterlockedIncrement16
#define InterlockedIncrement16NoFence InterlockedIncrement16
#define InterlockedIncrement16Release InterlockedIncrement16
#define InterlockedIncrement64Acquire InterlockedIncrement64
#define InterlockedIncrement64NoFence InterlockedIncrement64
#define InterlockedIncrement64Release InterlockedIncrement64
#define InterlockedIncrementAcquire16 InterlockedIncrement16
#define InterlockedIncrementAcquire64 InterlockedIncrement64
#define InterlockedIncrementNoFence16 InterlockedIncrement16
#define InterlockedIncrementNoFence64 InterlockedIncrement64
#define InterlockedIncrementRelease16 InterlockedIncrement16
#define InterlockedIncrementRelease64 InterlockedIncrement64
#define InterlockedOr16Acquire InterlockedOr16
#define InterlockedOr16NoFence InterlockedOr16
#define InterlockedOr16Release InterlockedOr16
#define InterlockedOr64Acquire InterlockedOr64
#define InterlockedOr64NoFence InterlockedOr64
#define InterlockedOr64Release InterlockedOr64
#define InterlockedOr8Acquire InterlockedOr8
#define InterlockedOr8NoFence InterlockedOr8
#define InterlockedOr8Release InterlockedOr8
#define InterlockedOrAcquire InterlockedOr
#define InterlockedOrAcquire16 InterlockedOr16
#define InterlockedOrAcquire64 InterlockedOr64
#define InterlockedOrAcquire8 InterlockedOr8
#define InterlockedOrNoFence InterlockedOr
#define InterlockedOrNoFence16 InterlockedOr16
#define InterlockedOrNoFence64 InterlockedOr64
#define InterlockedOrNoFence8 InterlockedOr8
#define InterlockedOrRelease InterlockedOr
#define InterlockedOrRelease16 InterlockedOr16
#define InterlockedOrRelease64 InterlockedOr64
#define InterlockedOrRelease8 InterlockedOr8
#define InterlockedXor16Acquire InterlockedXor16
#define InterlockedXor16NoFence InterlockedXor16
#define InterlockedXor16Release InterlockedXor16
#define InterlockedXor64Acquire InterlockedXor64
#define InterlockedXor64NoFence InterlockedXor64
#define InterlockedXor64Release InterlockedXor64
#define InterlockedXor8Acquire InterlockedXor8
#define InterlockedXor8NoFence InterlockedXor8
#define InterlockedXor8Release InterlockedXor8
#define InterlockedXorAcquire InterlockedXor
#define InterlockedXorAcquire16 InterlockedXor16
#define InterlockedXorAcquire64 InterlockedXor64
#define InterlockedXorAcquire8 InterlockedXor8
#define InterlockedXorNoFence InterlockedXor
#define InterlockedXorNoFence16 InterlockedXor16
#define InterlockedXorNoFence64 InterlockedXor64
#define InterlockedXorNoFence8 InterlockedXor8
#define InterlockedXorRelease InterlockedXor
#define InterlockedXorRelease16 InterlockedXor16
#define InterlockedXorRelease64 InterlockedXor64
#define InterlockedXorRelease8 InterlockedXor8
#define InterlockedBitTestAndReset64Acquire InterlockedBitTestAndReset64
#define InterlockedBitTestAndReset64NoFence InterlockedBitTestAndReset64
#define InterlockedBitTestAndReset64Release InterlockedBitTestAndReset64
#define InterlockedBitTestAndResetAcquire InterlockedBitTestAndReset
#define InterlockedBitTestAndResetAcquire64 InterlockedBitTestAndReset64
#define InterlockedBitTestAndResetNoFence InterlockedBitTestAndReset
#define InterlockedBitTestAndResetNoFence64 InterlockedBitTestAndReset64
#define InterlockedBitTestAndResetRelease InterlockedBitTestAndReset
#define InterlockedBitTestAndResetRelease64 InterlockedBitTestAndReset64
#define InterlockedBitTestAndSet64Acquire InterlockedBitTestAndSet64
#define InterlockedBitTestAndSet64NoFence InterlockedBitTestAndSet64
#define InterlockedBitTestAndSet64Release InterlockedBitTestAndSet64
#define InterlockedBitTestAndSetAcquire InterlockedBitTestAndSet
#define InterlockedBitTestAndSetAcquire64 InterlockedBitTestAndSet64
#define InterlockedBitTestAndSetNoFence InterlockedBitTestAndSet
#define InterlockedBitTestAndSetNoFence64 InterlockedBitTestAndSet64
#define InterlockedBitTestAndSetRelease InterlockedBitTestAndSet
#define InterlockedBitTestAndSetRelease64 InterlockedBitTestAndSet64

#endif
