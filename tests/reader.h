/* What readers of binary formats in tests stand on: bytes, of which none beyond the end is read, and what they tell. */
#ifndef TESTS_READER_H
#define TESTS_READER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct reader {
    const uint8_t *p;
    size_t size;
    bool bad;        /* something was read beyond the end, or is otherwise not as it must be */
    char text[8192]; /* what was found */
};

static inline uint32_t reader_16(struct reader *r, size_t at)
{
    if (at > r->size || r->size - at < 2) {
        r->bad = true;
        return 0;
    }
    return r->p[at] | (uint32_t)r->p[at + 1] << 8;
}

static inline uint32_t reader_32(struct reader *r, size_t at)
{
    const uint32_t low = reader_16(r, at);
    return low | reader_16(r, at + 2) << 16;
}

__attribute__((format(printf, 2, 3))) static inline void reader_say(struct reader *r, const char *format, ...)
{
    va_list arguments;
    const size_t used = strlen(r->text);
    va_start(arguments, format);
    vsnprintf(r->text + used, sizeof r->text - used, format, arguments);
    va_end(arguments);
}

#endif
