/* UTF-8. */
#include "cwdk/project/text.h"

/* Bytes of the sequence at `p`, of which `left` remain; 0 where it is none. */
static size_t sequence(const unsigned char *p, size_t left)
{
    static const unsigned lowest[] = {0, 0, 0x80, 0x800, 0x10000};
    const size_t length = *p < 0x80 ? 1 : *p < 0xC2 ? 0 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : *p < 0xF5 ? 4 : 0;
    if (length <= 1)
        return length == 1 && (*p >= 0x20 || *p == '\t' || *p == '\n' || *p == '\r') && *p != 0x7F;
    if (length > left)
        return 0;
    unsigned value = *p & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (p[i] & 0x3Fu);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < lowest[length] || value > 0x10FFFF || surrogate ? 0 : length;
}

bool text_is_utf8(const char *text, size_t size, unsigned *line, unsigned *column)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t start = 0;
    *line = 1;
    for (size_t i = 0; i < size;) {
        const size_t length = sequence(p + i, size - i);
        if (!length) {
            *column = (unsigned)(i - start) + 1;
            return false;
        }
        i += length;
        if (length == 1 && p[i - 1] == '\n') {
            ++*line;
            start = i;
        }
    }
    *line = *column = 0;
    return true;
}
