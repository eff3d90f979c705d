/* Bit maps, and bits of integers. A map's bits are those of 32-bit words, the lowest first. */
#include <ntifs.h>

enum { NOT_FOUND = -1 };

static BOOLEAN bit(const RTL_BITMAP *map, ULONG at)
{
    return map->Buffer[at / 32] >> (at % 32) & 1;
}

/* The first bit from `at` on that is `wanted`, or the size of the map. */
static ULONG next(const RTL_BITMAP *map, ULONG at, BOOLEAN wanted)
{
    while (at < map->SizeOfBitMap) {
        const ULONG word = (wanted ? map->Buffer[at / 32] : ~map->Buffer[at / 32]) >> (at % 32);
        if (word != 0) {
            at += (ULONG)__builtin_ctz(word);
            break;
        }
        at = (at / 32 + 1) * 32;
    }
    return min(at, map->SizeOfBitMap);
}

VOID RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap)
{
    BitMapHeader->SizeOfBitMap = SizeOfBitMap;
    BitMapHeader->Buffer = BitMapBuffer;
}

static void change(PRTL_BITMAP map, ULONG at, ULONG count, BOOLEAN to)
{
    while (count != 0) {
        const ULONG shift = at % 32, here = min(32 - shift, count);
        const ULONG mask = (here == 32 ? MAXULONG : (1u << here) - 1) << shift;
        if (to)
            map->Buffer[at / 32] |= mask;
        else
            map->Buffer[at / 32] &= ~mask;
        at += here;
        count -= here;
    }
}

VOID RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    change(BitMapHeader, BitNumber, 1, TRUE);
}

VOID RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    change(BitMapHeader, BitNumber, 1, FALSE);
}

BOOLEAN RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    return bit(BitMapHeader, BitNumber);
}

VOID RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet)
{
    change(BitMapHeader, StartingIndex, NumberToSet, TRUE);
}

VOID RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear)
{
    change(BitMapHeader, StartingIndex, NumberToClear, FALSE);
}

/* All words, bits beyond the size too. */
VOID RtlSetAllBits(PRTL_BITMAP BitMapHeader)
{
    RtlFillMemory(BitMapHeader->Buffer, (BitMapHeader->SizeOfBitMap + 31ull) / 32 * sizeof(ULONG), 0xFF);
}

VOID RtlClearAllBits(PRTL_BITMAP BitMapHeader)
{
    RtlZeroMemory(BitMapHeader->Buffer, (BitMapHeader->SizeOfBitMap + 31ull) / 32 * sizeof(ULONG));
}

/* --- runs --- */

static ULONG find_between(const RTL_BITMAP *map, ULONG from, ULONG to, ULONG count, BOOLEAN wanted)
{
    for (ULONG at = next(map, from, wanted); at < to && map->SizeOfBitMap - at >= count;) {
        const ULONG end = next(map, at, !wanted);
        if (end - at >= count)
            return at;
        at = next(map, end, wanted);
    }
    return (ULONG)NOT_FOUND;
}

/* From the hint to the end, then from the beginning. Nothing is found at the hint, if it is in the map, else at 0. */
static ULONG find(const RTL_BITMAP *map, ULONG count, ULONG hint, BOOLEAN wanted)
{
    if (hint >= map->SizeOfBitMap)
        hint = 0;
    if (count == 0)
        return hint & ~7u;
    const ULONG found = find_between(map, hint, map->SizeOfBitMap, count, wanted);
    return found != (ULONG)NOT_FOUND || hint == 0 ? found : find_between(map, 0, hint, count, wanted);
}

ULONG RtlFindClearBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    return find(BitMapHeader, NumberToFind, HintIndex, FALSE);
}

ULONG RtlFindSetBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    return find(BitMapHeader, NumberToFind, HintIndex, TRUE);
}

ULONG RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    const ULONG found = find(BitMapHeader, NumberToFind, HintIndex, FALSE);
    if (found != (ULONG)NOT_FOUND)
        change(BitMapHeader, found, NumberToFind, TRUE);
    return found;
}

ULONG RtlFindSetBitsAndClear(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    const ULONG found = find(BitMapHeader, NumberToFind, HintIndex, TRUE);
    if (found != (ULONG)NOT_FOUND)
        change(BitMapHeader, found, NumberToFind, FALSE);
    return found;
}

ULONG RtlFindNextForwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex, PULONG StartingRunIndex)
{
    *StartingRunIndex = next(BitMapHeader, FromIndex, FALSE);
    return next(BitMapHeader, *StartingRunIndex, TRUE) - *StartingRunIndex;
}

ULONG RtlFindFirstRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex)
{
    return RtlFindNextForwardRunClear(BitMapHeader, 0, StartingIndex);
}

ULONG RtlFindLastBackwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex, PULONG StartingRunIndex)
{
    ULONG end = min(FromIndex + 1, BitMapHeader->SizeOfBitMap);
    while (end != 0 && bit(BitMapHeader, end - 1))
        end--;
    ULONG begin = end;
    while (begin != 0 && !bit(BitMapHeader, begin - 1))
        begin--;
    *StartingRunIndex = begin;
    return end - begin;
}

/* Into a list that is sorted from longest to shortest, which the shortest drops out of. */
static ULONG insert_run(PRTL_BITMAP_RUN runs, ULONG count, ULONG room, RTL_BITMAP_RUN run)
{
    ULONG at = count;
    while (at != 0 && runs[at - 1].NumberOfBits < run.NumberOfBits)
        at--;
    if (at == room)
        return count;
    if (count < room)
        count++;
    for (ULONG i = count - 1; i > at; i--)
        runs[i] = runs[i - 1];
    runs[at] = run;
    return count;
}

ULONG RtlFindClearRuns(PRTL_BITMAP BitMapHeader, PRTL_BITMAP_RUN RunArray, ULONG SizeOfRunArray,
                       BOOLEAN LocateLongestRuns)
{
    ULONG count = 0;
    for (ULONG at = 0; LocateLongestRuns || count < SizeOfRunArray;) {
        RTL_BITMAP_RUN run;
        run.NumberOfBits = RtlFindNextForwardRunClear(BitMapHeader, at, &run.StartingIndex);
        if (run.NumberOfBits == 0)
            break;
        at = run.StartingIndex + run.NumberOfBits;
        if (LocateLongestRuns)
            count = insert_run(RunArray, count, SizeOfRunArray, run);
        else
            RunArray[count++] = run;
    }
    return count;
}

ULONG RtlFindLongestRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex)
{
    RTL_BITMAP_RUN run = {0};
    RtlFindClearRuns(BitMapHeader, &run, 1, TRUE);
    *StartingIndex = run.StartingIndex;
    return run.NumberOfBits;
}

/* --- counts and tests --- */

ULONG RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader)
{
    const ULONG words = BitMapHeader->SizeOfBitMap / 32, rest = BitMapHeader->SizeOfBitMap % 32;
    ULONG count = 0;
    for (ULONG i = 0; i < words; i++)
        count += (ULONG)__builtin_popcount(BitMapHeader->Buffer[i]);
    if (rest != 0)
        count += (ULONG)__builtin_popcount(BitMapHeader->Buffer[words] & ((1u << rest) - 1));
    return count;
}

ULONG RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader)
{
    return BitMapHeader->SizeOfBitMap - RtlNumberOfSetBits(BitMapHeader);
}

static BOOLEAN all(const RTL_BITMAP *map, ULONG at, ULONG count, BOOLEAN wanted)
{
    return count != 0 && at < map->SizeOfBitMap && count <= map->SizeOfBitMap - at &&
           next(map, at, !wanted) - at >= count;
}

BOOLEAN RtlAreBitsClear(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    return all(BitMapHeader, StartingIndex, Length, FALSE);
}

BOOLEAN RtlAreBitsSet(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    return all(BitMapHeader, StartingIndex, Length, TRUE);
}

ULONG RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target)
{
    return (ULONG)__builtin_popcountll(Target);
}

CCHAR RtlFindMostSignificantBit(ULONGLONG Set)
{
    return Set ? (CCHAR)(63 - __builtin_clzll(Set)) : NOT_FOUND;
}

CCHAR RtlFindLeastSignificantBit(ULONGLONG Set)
{
    return Set ? (CCHAR)__builtin_ctzll(Set) : NOT_FOUND;
}
