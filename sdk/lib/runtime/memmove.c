/*
 * memmove: a copy that may overlap itself.
 */
#include "runtime.h"

void *memmove(void *target, const void *source, size_t size);

void *memmove(void *target, const void *source, size_t size)
{
    unsigned char *to = target;
    const unsigned char *from = source;
    if ((uintptr_t)to - (uintptr_t)from >= size) {
        /* The target does not begin inside the source: forwards. */
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
    for (; size >= sizeof(chunk); size -= sizeof(chunk)) {
        *(chunk *)(to + size - sizeof(chunk)) = *(const chunk *)(from + size - sizeof(chunk));
    }
    while (size--) {
        to[size] = from[size];
    }
    return target;
}
