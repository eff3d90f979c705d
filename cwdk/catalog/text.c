/* UTF-16 and hexadecimal. */
#include "cwdk/catalog/text.h"

#include <string.h>

static const uint32_t replacement = 0xFFFD;

/* The next code point of UTF-8 at *p, which is not at its NUL. */
static uint32_t next_utf8(const unsigned char **p)
{
    const unsigned char *s = *p;
    const unsigned lead = *s++;
    uint32_t code = lead;
    unsigned more = 0;
    uint32_t least = 0;
    if (lead >= 0xF0 && lead < 0xF5)
        code = lead & 7, more = 3, least = 0x10000;
    else if (lead >= 0xE0 && lead < 0xF0)
        code = lead & 15, more = 2, least = 0x800;
    else if (lead >= 0xC0 && lead < 0xE0)
        code = lead & 31, more = 1, least = 0x80;
    else if (lead >= 0x80)
        code = replacement;
    *p = s;
    for (; more; more--, s++) {
        if ((*s & 0xC0) != 0x80)
            return replacement;
        code = code << 6 | (*s & 0x3F);
    }
    *p = s;
    return code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? replacement : code;
}

static uint8_t *put16(uint8_t *p, uint32_t unit, enum text_order order)
{
    p[order == TEXT_BIG_ENDIAN] = (uint8_t)unit;
    p[order == TEXT_LITTLE_ENDIAN] = (uint8_t)(unit >> 8);
    return p + 2;
}

uint8_t *text_to_utf16(struct arena *a, const char *text, enum text_order order, bool terminate, size_t *size)
{
    /* No UTF-8 sequence takes more bytes in UTF-16 than twice its own. */
    uint8_t *const out = arena_alloc(a, (strlen(text) + 1) * 2), *end = out;
    for (const unsigned char *p = (const unsigned char *)text; *p;) {
        const uint32_t code = next_utf8(&p);
        if (code >= 0x10000) {
            end = put16(end, 0xD800 + ((code - 0x10000) >> 10), order);
            end = put16(end, 0xDC00 + ((code - 0x10000) & 0x3FF), order);
        } else {
            end = put16(end, code, order);
        }
    }
    if (terminate)
        end = put16(end, 0, order);
    *size = (size_t)(end - out);
    return out;
}

static uint32_t get16(const uint8_t *p, enum text_order order)
{
    return order == TEXT_BIG_ENDIAN ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static char *put_utf8(char *p, uint32_t code)
{
    if (code < 0x80) {
        *p++ = (char)code;
    } else if (code < 0x800) {
        *p++ = (char)(0xC0 | code >> 6);
        *p++ = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        *p++ = (char)(0xE0 | code >> 12);
        *p++ = (char)(0x80 | (code >> 6 & 0x3F));
        *p++ = (char)(0x80 | (code & 0x3F));
    } else {
        *p++ = (char)(0xF0 | code >> 18);
        *p++ = (char)(0x80 | (code >> 12 & 0x3F));
        *p++ = (char)(0x80 | (code >> 6 & 0x3F));
        *p++ = (char)(0x80 | (code & 0x3F));
    }
    return p;
}

char *text_from_utf16(struct arena *a, const uint8_t *data, size_t size, enum text_order order)
{
    char *const out = arena_alloc(a, size / 2 * 3 + 1), *end = out;
    for (size_t i = 0; i + 2 <= size; i += 2) {
        uint32_t code = get16(data + i, order);
        if (!code)
            break;
        if (code >= 0xD800 && code < 0xE000) {
            const uint32_t low = code < 0xDC00 && i + 4 <= size ? get16(data + i + 2, order) : 0;
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            } else {
                code = replacement;
            }
        }
        end = put_utf8(end, code);
    }
    *end = 0;
    return out;
}

char *text_hex(struct arena *a, const uint8_t *data, size_t size)
{
    static const char digits[] = "0123456789ABCDEF";
    char *out = arena_alloc(a, size * 2 + 1);
    for (size_t i = 0; i < size; i++) {
        out[2 * i] = digits[data[i] >> 4];
        out[2 * i + 1] = digits[data[i] & 15];
    }
    return out;
}

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool text_unhex(const char *text, uint8_t *out, size_t limit, size_t *size)
{
    size_t used = 0;
    for (; text[0]; text += 2) {
        const int high = digit(text[0]), low = high < 0 ? -1 : digit(text[1]);
        if (low < 0 || used == limit)
            return false;
        out[used++] = (uint8_t)(high << 4 | low);
    }
    *size = used;
    return true;
}

char *text_lower(struct arena *a, const char *text)
{
    char *copy = arena_string(a, text);
    for (char *p = copy; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    return copy;
}
