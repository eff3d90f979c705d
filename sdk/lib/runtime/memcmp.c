/*
 * memcmp: the order of the first bytes that differ.
 */
#include "runtime.h"

int memcmp(const void *left, const void *right, size_t size);

int memcmp(const void *left, const void *right, size_t size)
{
    const unsigned char *l = left;
    const unsigned char *r = right;
    for (; size; size--, l++, r++) {
        if (*l != *r) {
            return *l - *r;
        }
    }
    return 0;
}
