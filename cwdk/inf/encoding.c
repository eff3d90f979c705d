/* Encodings of INF files: windows-1252, UTF-8, UTF-16 of both byte orders. */
#include "cwdk/inf/encoding.h"

#include "cwdk/diag/codes.h"

#include <string.h>

/* The upper half of the C1 range in windows-1252; the five holes stand for themselves, as in Windows. */
static const uint16_t ansi_c1[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

uint32_t utf8_next(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    const unsigned length = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    uint32_t character = length == 1 ? p[0] : p[0] & (0x7Fu >> length);
    for (unsigned i = 1; i < length; i++)
        character = character << 6 | (p[i] & 0x3F);
    *text += length;
    return character;
}

size_t utf8_put(char *out, uint32_t character)
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        out[0] = (char)(0xC0 | character >> 6);
        out[1] = (char)(0x80 | (character & 0x3F));
        return 2;
    }
    if (character < 0x10000) {
        out[0] = (char)(0xE0 | character >> 12);
        out[1] = (char)(0x80 | (character >> 6 & 0x3F));
        out[2] = (char)(0x80 | (character & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | character >> 18);
    out[1] = (char)(0x80 | (character >> 12 & 0x3F));
    out[2] = (char)(0x80 | (character >> 6 & 0x3F));
    out[3] = (char)(0x80 | (character & 0x3F));
    return 4;
}

/* The length of the well-formed UTF-8 character at `p`, or 0. */
static unsigned utf8_valid(const uint8_t *p, size_t left)
{
    if (p[0] < 0x80)
        return 1;
    const unsigned length = p[0] >= 0xC2 && p[0] < 0xE0   ? 2
                            : p[0] >= 0xE0 && p[0] < 0xF0 ? 3
                            : p[0] >= 0xF0 && p[0] < 0xF5 ? 4
                                                          : 0;
    if (!length || left < length)
        return 0;
    for (unsigned i = 1; i < length; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    const bool overlong = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xF0 && p[1] < 0x90);
    const bool surrogate = p[0] == 0xED && p[1] > 0x9F;
    const bool too_large = p[0] == 0xF4 && p[1] > 0x8F;
    return overlong || surrogate || too_large ? 0 : length;
}

/* Where the end of the text decoded so far lies, for a message. */
static struct diag_place place_at_end(const char *path, const char *utf8, size_t size)
{
    struct diag_place place = {path, 1, 1};
    for (size_t i = 0; i < size; i++) {
        if (utf8[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if ((utf8[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static bool decode_utf8(const char *path, struct bytes content, struct arena *a, struct inf_text *out, struct diag *d)
{
    for (size_t i = 0; i < content.size;) {
        const unsigned length = utf8_valid(content.data + i, content.size - i);
        if (!length)
            return diag_error(d, CODE_INF0102, place_at_end(path, (const char *)content.data, i),
                              "byte 0x%02X is no valid UTF-8, which the file's byte order mark promises",
                              content.data[i]);
        i += length;
    }
    out->utf8 = arena_substring(a, (const char *)content.data, content.size);
    out->size = content.size;
    return true;
}

static void decode_ansi(struct bytes content, struct arena *a, struct inf_text *out)
{
    size_t high = 0;
    for (size_t i = 0; i < content.size; i++)
        high += content.data[i] >= 0x80;
    out->utf8 = arena_alloc(a, content.size + high * 2 + 1);
    for (size_t i = 0; i < content.size; i++) {
        const uint8_t byte = content.data[i];
        out->size += utf8_put(out->utf8 + out->size, byte >= 0x80 && byte < 0xA0 ? ansi_c1[byte - 0x80] : byte);
    }
}

static uint32_t unit_at(struct bytes content, size_t i, bool big_endian)
{
    const uint8_t first = content.data[i], second = content.data[i + 1];
    return big_endian ? (uint32_t)(first << 8 | second) : (uint32_t)(second << 8 | first);
}

static bool decode_utf16(const char *path, struct bytes content, struct arena *a, struct inf_text *out, struct diag *d)
{
    const bool big_endian = out->encoding == INF_UTF16BE;
    out->utf8 = arena_alloc(a, content.size / 2 * 3 + 1);
    size_t i = 0;
    for (; i + 1 < content.size; i += 2) {
        uint32_t unit = unit_at(content, i, big_endian);
        if (unit >= 0xD800 && unit < 0xE000) {
            const uint32_t low = i + 3 < content.size ? unit_at(content, i + 2, big_endian) : 0;
            if (unit >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
                return diag_error(d, CODE_INF0101, place_at_end(path, out->utf8, out->size),
                                  "UTF-16 code unit 0x%04X is a surrogate without its other half", (unsigned)unit);
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        out->size += utf8_put(out->utf8 + out->size, unit);
    }
    if (i < content.size)
        return diag_error(d, CODE_INF0101, place_at_end(path, out->utf8, out->size),
                          "the UTF-16 text ends in the middle of a character (odd number of bytes)");
    return true;
}

/* A tool that takes UTF-16 for bytes of text turns each line feed byte into carriage return and line feed,
 * and everything behind is out of step: 0D 00 0A 00 became 0D 00 0D 0A 00. No sane text has that sequence. */
static bool line_ends_broken(struct bytes content)
{
    static const uint8_t broken[] = {0x0D, 0x00, 0x0D, 0x0A, 0x00};
    return memmem(content.data, content.size, broken, sizeof broken) != NULL;
}

static struct bytes repair_line_ends(struct bytes content, struct arena *a)
{
    uint8_t *fixed = arena_alloc(a, content.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < content.size; i++)
        if (content.data[i] != 0x0D || i + 1 == content.size || content.data[i + 1] != 0x0A)
            fixed[size++] = content.data[i];
    return (struct bytes){fixed, size};
}

/* UTF-16 without a mark: ASCII text has every second byte zero, and the NULs of no other encoding lie so. */
static bool looks_like_utf16(struct bytes content, bool *big_endian)
{
    const size_t sample = content.size < 256 ? content.size & ~(size_t)1 : 256;
    size_t zeroes[2] = {0, 0};
    for (size_t i = 0; i < sample; i++)
        zeroes[i & 1] += content.data[i] == 0;
    *big_endian = zeroes[0] > zeroes[1];
    return sample >= 4 && zeroes[*big_endian ? 0 : 1] >= sample / 4 && !zeroes[*big_endian ? 1 : 0];
}

bool inf_decode(const char *path, struct bytes content, struct arena *a, struct inf_text *out, struct diag *d)
{
    *out = (struct inf_text){.encoding = INF_ANSI};
    const uint8_t *p = content.data;
    size_t mark = 0;
    bool big_endian = false;
    if (content.size > INF_FILE_LIMIT)
        return diag_error(d, CODE_INF0110, diag_in_file(path),
                          "the file has %zu bytes; cwdk reads INF files of up to %zu", content.size, INF_FILE_LIMIT);
    if (content.size >= 2 && ((p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF))) {
        out->encoding = p[0] == 0xFF ? INF_UTF16LE : INF_UTF16BE;
        mark = 2;
    } else if (content.size >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) {
        out->encoding = INF_UTF8;
        mark = 3;
    } else if (looks_like_utf16(content, &big_endian)) {
        out->encoding = big_endian ? INF_UTF16BE : INF_UTF16LE;
    }
    out->byte_order_mark = mark != 0;
    content.data += mark;
    content.size -= mark;
    switch (out->encoding) {
    case INF_UTF8:
        return decode_utf8(path, content, a, out, d);
    case INF_UTF16LE:
        if (line_ends_broken(content)) {
            content = repair_line_ends(content, a);
            out->repaired = true;
            diag_warning(d, CODE_INF0103, diag_in_file(path),
                         "the line ends of this UTF-16 file were broken by a tool that took it for plain "
                         "text; read as if "
                         "undone");
            diag_help(d, "Windows will not read it so; with git, write `*.inf working-tree-encoding=UTF-16LE-BOM` or "
                         "`*.inf -text` into .gitattributes and check the file out again");
        }
        return decode_utf16(path, content, a, out, d);
    case INF_UTF16BE:
        return decode_utf16(path, content, a, out, d);
    case INF_ANSI:
        decode_ansi(content, a, out);
        return true;
    }
    return false;
}

static size_t utf16_put(uint8_t *out, uint32_t character, bool big_endian)
{
    uint16_t units[2] = {(uint16_t)character, 0};
    size_t count = 1;
    if (character >= 0x10000) {
        units[0] = (uint16_t)(0xD800 + ((character - 0x10000) >> 10));
        units[1] = (uint16_t)(0xDC00 + ((character - 0x10000) & 0x3FF));
        count = 2;
    }
    for (size_t i = 0; i < count; i++) {
        out[2 * i + (big_endian ? 0 : 1)] = (uint8_t)(units[i] >> 8);
        out[2 * i + (big_endian ? 1 : 0)] = (uint8_t)units[i];
    }
    return count * 2;
}

static bool ansi_put(uint8_t *out, uint32_t character)
{
    *out = (uint8_t)character;
    if (character < 0x80 || (character >= 0xA0 && character < 0x100))
        return true;
    for (unsigned i = 0; i < 32; i++) {
        if (ansi_c1[i] == character) {
            *out = (uint8_t)(0x80 + i);
            return true;
        }
    }
    return false;
}

bool inf_encode(const struct inf_text *text, struct arena *a, struct bytes *out)
{
    static const uint8_t marks[][3] = {
        [INF_UTF8] = {0xEF, 0xBB, 0xBF}, [INF_UTF16LE] = {0xFF, 0xFE}, [INF_UTF16BE] = {0xFE, 0xFF}};
    uint8_t *bytes = arena_alloc(a, text->size * 2 + 4);
    size_t size = 0;
    if (text->byte_order_mark) {
        size = text->encoding == INF_UTF8 ? 3 : 2;
        memcpy(bytes, marks[text->encoding], size);
    }
    if (text->encoding == INF_UTF8) {
        memcpy(bytes + size, text->utf8, text->size);
        size += text->size;
    }
    for (const char *p = text->utf8; text->encoding != INF_UTF8 && p < text->utf8 + text->size;) {
        const uint32_t character = utf8_next(&p);
        if (text->encoding != INF_ANSI)
            size += utf16_put(bytes + size, character, text->encoding == INF_UTF16BE);
        else if (!ansi_put(bytes + size++, character))
            return false;
    }
    *out = (struct bytes){bytes, size};
    return true;
}
