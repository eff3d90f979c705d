/* Bytes. The compiler calls these too. Where memory faults, the exception goes to the caller's handler as on Windows.
 */
#include "ntsim/rtl/copies.h"

#include <ntifs.h>

typedef ULONG64 __attribute__((aligned(1), may_alias)) word;
typedef ULONG __attribute__((aligned(1), may_alias)) half;
typedef USHORT __attribute__((aligned(1), may_alias)) quarter;
typedef ULONG64 __attribute__((vector_size(16), aligned(1), may_alias)) vector;

/* From here on the processor's own loop is the fastest. */
enum { LONG_COPY = 1024, LONG_FILL = 512 };

/* Up to 32 bytes, all read before any is written. */
static void copy_short(PUCHAR to, const UCHAR *from, size_t count)
{
    if (count >= 16) {
        const vector first = *(const vector *)from, last = *(const vector *)(from + count - 16);
        *(vector *)to = first;
        *(vector *)(to + count - 16) = last;
    } else if (count >= 8) {
        const word first = *(const word *)from, last = *(const word *)(from + count - 8);
        *(word *)to = first;
        *(word *)(to + count - 8) = last;
    } else if (count >= 4) {
        const half first = *(const half *)from, last = *(const half *)(from + count - 4);
        *(half *)to = first;
        *(half *)(to + count - 4) = last;
    } else if (count >= 2) {
        const quarter first = *(const quarter *)from, last = *(const quarter *)(from + count - 2);
        *(quarter *)to = first;
        *(quarter *)(to + count - 2) = last;
    } else if (count == 1) {
        *to = *from;
    }
}

static void copy_forward(PUCHAR to, const UCHAR *from, size_t count)
{
    const vector last = *(const vector *)(from + count - 16);
    PUCHAR const tail = to + count - 16;
    for (; to < tail; to += 16, from += 16)
        *(vector *)to = *(const vector *)from;
    *(vector *)tail = last;
}

static void copy_backward(PUCHAR to, const UCHAR *from, size_t count)
{
    const vector first = *(const vector *)from;
    for (size_t at = count; at > 16; at -= 16)
        *(vector *)(to + at - 16) = *(const vector *)(from + at - 16);
    *(vector *)to = first;
}

void *memmove(void *to, const void *from, size_t count)
{
    if (count <= 32) {
        copy_short(to, from, count);
    } else if ((ULONG64)to - (ULONG64)from >= count) { /* the destination's beginning is not in the source */
        if (count < LONG_COPY) {
            copy_forward(to, from, count);
        } else {
            PUCHAR at = to;
            __asm__ volatile("rep movsb" : "+D"(at), "+S"(from), "+c"(count)::"memory");
        }
    } else {
        copy_backward(to, from, count);
    }
    return to;
}

void *memcpy(void *to, const void *from, size_t count)
{
    return memmove(to, from, count);
}

void *memset(void *to, int value, size_t count)
{
    PUCHAR at = to;
    const word pattern = (UCHAR)value * 0x0101010101010101ull;
    if (count >= LONG_FILL) {
        __asm__ volatile("rep stosb" : "+D"(at), "+c"(count) : "a"(value) : "memory");
        return to;
    }
    for (; count >= 8; count -= 8, at += 8)
        *(word *)at = pattern;
    while (count-- != 0)
        *at++ = (UCHAR)value;
    return to;
}

/* How many bytes are the same, from the beginning. */
static size_t common(const UCHAR *one, const UCHAR *other, size_t count)
{
    size_t at = 0;
    for (; count - at >= 8; at += 8)
        if (*(const word *)(one + at) != *(const word *)(other + at))
            break;
    while (at < count && one[at] == other[at])
        at++;
    return at;
}

int memcmp(const void *one, const void *other, size_t count)
{
    const size_t same = common(one, other, count);
    return same == count ? 0 : ((const UCHAR *)one)[same] < ((const UCHAR *)other)[same] ? -1 : 1;
}

SIZE_T RtlCompareMemory(const VOID *Source1, const VOID *Source2, SIZE_T Length)
{
    return common(Source1, Source2, Length);
}

SIZE_T RtlCompareMemoryUlong(PVOID Source, SIZE_T Length, ULONG Pattern)
{
    const ULONG *words = Source;
    SIZE_T same = 0;
    while (same < Length / sizeof(*words) && words[same] == Pattern)
        same++;
    return same * sizeof(*words);
}

void *memchr(const void *in, int value, size_t count)
{
    const UCHAR *at = in;
    for (; count != 0; count--, at++)
        if (*at == (UCHAR)value)
            return (void *)at;
    return NULL;
}
