/* Bytes out of files as text that is safe to show. */
#include "cwdk/inspect/binary.h"

#include <stdio.h>
#include <string.h>

/* The length of the valid UTF-8 sequence at `s`, or 0. */
static size_t sequence(const unsigned char *s)
{
    static const uint32_t lowest[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = s[0] < 0x80 ? 1 : s[0] >> 5 == 6 ? 2 : s[0] >> 4 == 14 ? 3 : s[0] >> 3 == 30 ? 4 : 0;
    if (length < 2)
        return length;
    uint32_t value = s[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (s[i] >> 6 != 2)
            return 0;
        value = value << 6 | (s[i] & 0x3F);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF, c1 = value < 0xA0;
    return value < lowest[length] || value > 0x10FFFF || surrogate || c1 ? 0 : length;
}

const char *text_clean(struct arena *a, const char *text)
{
    size_t size = 1;
    for (const unsigned char *s = (const unsigned char *)text; *s; s++)
        size += *s < 0x20 || *s >= 0x7F ? 4 : 1;
    char *out = arena_alloc(a, size), *at = out;
    for (const unsigned char *s = (const unsigned char *)text; *s;) {
        const size_t length = *s < 0x20 || *s == 0x7F ? 0 : sequence(s);
        if (length) {
            memcpy(at, s, length);
            at += length;
            s += length;
        } else {
            at += snprintf(at, 5, "\\x%02X", *s++);
        }
    }
    return out;
}

static size_t put_utf8(char *out, uint32_t value)
{
    if (value < 0x80) {
        out[0] = (char)value;
        return 1;
    }
    const size_t length = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i; i--, value >>= 6)
        out[i] = (char)(0x80 | (value & 0x3F));
    out[0] = (char)(lead[length] | value);
    return length;
}

const char *text_wide(struct arena *a, struct pe_text text)
{
    char *out = arena_alloc(a, (size_t)text.units * 3 + 1), *at = out;
    for (size_t i = 0; i < text.units; i++) {
        uint32_t unit = text.data[2 * i] | (uint32_t)text.data[2 * i + 1] << 8;
        if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.units) {
            const uint32_t low = text.data[2 * i + 2] | (uint32_t)text.data[2 * i + 3] << 8;
            if (low >= 0xDC00 && low < 0xE000) {
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                i++;
            }
        }
        if (unit >= 0xD800 && unit <= 0xDFFF)
            unit = 0xFFFD;
        if (!unit)
            unit = ' ';
        at += put_utf8(at, unit);
    }
    return text_clean(a, out);
}

const char *text_guid(struct arena *a, const uint8_t g[16])
{
    return arena_format(a, "{%02X%02X%02X%02X-%02X%02X-%02X%02X-%02X%02X-%02X%02X%02X%02X%02X%02X}", g[3], g[2], g[1],
                        g[0], g[5], g[4], g[7], g[6], g[8], g[9], g[10], g[11], g[12], g[13], g[14], g[15]);
}
