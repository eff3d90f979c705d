/*
 * memcpy, which the compiler calls for large assignments whether the source does or not.
 */
#include "runtime.h"

void *memcpy(void *restrict target, const void *restrict source, size_t size);

void *memcpy(void *restrict target, const void *restrict source, size_t size)
{
    unsigned char *restrict to = target;
    const unsigned char *restrict from = source;
    for (; size >= sizeof(chunk); size -= sizeof(chunk)) {
        *(chunk *)to = *(const chunk *)from;
        to += sizeof(chunk);
        from += sizeof(chunk);
    }
    while (size--) {
        *to++ = *from++;
    }
    return target;
}
