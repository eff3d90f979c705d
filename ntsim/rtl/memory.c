/* Bytes. The compiler calls these too. */
#include <ntifs.h>

void *memset(void *to, int value, size_t count)
{
    PUCHAR at = to;
    __asm__ volatile("rep stosb" : "+D"(at), "+c"(count) : "a"(value) : "memory");
    return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t count)
{
    PUCHAR at = to;
    __asm__ volatile("rep movsb" : "+D"(at), "+S"(from), "+c"(count)::"memory");
    return to;
}
