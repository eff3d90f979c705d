/* The patterns that memory of the pool carries. */
#include "ntsim/ex/pool.h"

typedef ULONG64 vector __attribute__((vector_size(POOL_GRAIN)));

static vector pattern(UCHAR byte)
{
    ULONG64 eight = byte * 0x0101010101010101ULL;
    return (vector){eight, eight};
}

void pool_fill(PUCHAR from, PUCHAR to, UCHAR byte)
{
    vector value = pattern(byte), *at = (vector *)from;
    for (; (PUCHAR)(at + 4) <= to; at += 4) {
        at[0] = value;
        at[1] = value;
        at[2] = value;
        at[3] = value;
    }
    for (; (PUCHAR)at < to; at++)
        *at = value;
}

PUCHAR pool_find_other(PUCHAR from, PUCHAR to, UCHAR byte)
{
    vector value = pattern(byte), difference = {0, 0};
    PUCHAR at = from;
    for (; (ULONG_PTR)at % POOL_GRAIN && at < to; at++)
        if (*at != byte)
            return at;
    for (const vector *four; at + 4 * POOL_GRAIN <= to; at += 4 * POOL_GRAIN) {
        four = (const vector *)at;
        difference |= ((four[0] ^ value) | (four[1] ^ value)) | ((four[2] ^ value) | (four[3] ^ value));
    }
    for (; at + POOL_GRAIN <= to; at += POOL_GRAIN)
        difference |= *(const vector *)at ^ value;
    for (PUCHAR rest = at; rest < to; rest++)
        difference[0] |= *rest ^ byte;
    if (!(difference[0] | difference[1]))
        return NULL;
    for (at = from; *at == byte;)
        at++;
    return at;
}
