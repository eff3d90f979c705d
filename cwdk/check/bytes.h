/* Numbers and words one behind the other: how recall*.c write what they keep. */
#ifndef CWDK_CHECK_BYTES_H
#define CWDK_CHECK_BYTES_H

#include "cwdk/host/text.h"

#include <string.h>

struct reader {
    const unsigned char *at, *end;
    bool bad; /* it ended too early, or what was read makes no sense */
};

static inline void put_number(struct text *t, uint64_t n)
{
    char bytes[10];
    size_t size = 0;
    for (; n >= 0x80; n >>= 7)
        bytes[size++] = (char)(n | 0x80);
    bytes[size++] = (char)n;
    text_add(t, bytes, size);
}

static inline void put_signed(struct text *t, int64_t n)
{
    put_number(t, ((uint64_t)n << 1) ^ (n < 0 ? UINT64_MAX : 0));
}

static inline void put_whole(struct text *t, uint64_t n)
{
    text_add(t, (const char *)&n, sizeof n);
}

/* NULL is told from "". */
static inline void put_word(struct text *t, const char *word)
{
    const size_t size = word ? strlen(word) + 1 : 0;
    put_number(t, size);
    text_add(t, word ? word : "", size);
}

static inline uint64_t get_number(struct reader *r)
{
    uint64_t n = 0;
    for (unsigned shift = 0; r->at < r->end && shift < 64; shift += 7) {
        const unsigned char byte = *r->at++;
        n |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return n;
    }
    r->bad = true;
    return 0;
}

static inline int64_t get_signed(struct reader *r)
{
    const uint64_t n = get_number(r);
    return (int64_t)(n >> 1 ^ (n & 1 ? UINT64_MAX : 0));
}

static inline uint64_t get_whole(struct reader *r)
{
    uint64_t n = 0;
    if ((size_t)(r->end - r->at) < sizeof n) {
        r->bad = true;
        return 0;
    }
    memcpy(&n, r->at, sizeof n);
    r->at += sizeof n;
    return n;
}

/* A count of things of which each takes a byte at least. */
static inline uint32_t get_count(struct reader *r)
{
    const uint64_t n = get_number(r);
    if (n > (size_t)(r->end - r->at))
        r->bad = true;
    return r->bad ? 0 : (uint32_t)n;
}

/* Points into what is read. */
static inline const char *get_word(struct reader *r)
{
    const uint32_t size = get_count(r);
    if (!size || r->at[size - 1]) {
        r->bad |= size;
        return NULL;
    }
    r->at += size;
    return (const char *)r->at - size;
}

#endif
