/*
 * memset, which the compiler calls to clear large variables whether the source does or not.
 */
#include "runtime.h"

void *memset(void *target, int value, size_t size);

void *memset(void *target, int value, size_t size)
{
    const uint64_t pattern = (unsigned char)value * 0x0101010101010101ull;
    unsigned char *to = target;
    for (; size >= sizeof(chunk); size -= sizeof(chunk)) {
        *(chunk *)to = pattern;
        to += sizeof(chunk);
    }
    while (size--) {
        *to++ = (unsigned char)value;
    }
    return target;
}
