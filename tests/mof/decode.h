/*
 * A reader of binary MOFs, written from bmfdec's description apart from the writer: the decompressor, and a walk over
 * the classes that checks every size and gives back what it finds as text.
 */
#ifndef TESTS_MOF_DECODE_H
#define TESTS_MOF_DECODE_H

#include "cwdk/host/file.h"
#include "tests/reader.h"

#include <stdio.h>
#include <string.h>

static void decode_text(struct reader *w, size_t at, size_t size)
{
    if (size % 4 || at + size > w->size) {
        w->bad = true;
        return;
    }
    for (size_t i = at; i < at + size && (w->p[i] || w->p[i + 1]); i += 2)
        reader_say(w, "%c", w->p[i + 1] ? '?' : w->p[i]);
}

/* The size at `at` does not lead beyond `end`; where what has it ends. */
static size_t decode_end(struct reader *w, size_t at, size_t end)
{
    const size_t size = reader_32(w, at);
    if (size < 8 || size > end - at)
        w->bad = true;
    return w->bad ? end : at + size;
}

static void decode_qualifiers(struct reader *w, size_t at, size_t end)
{
    if (decode_end(w, at, end) != end)
        w->bad = true;
    const uint32_t count = reader_32(w, at + 4);
    at += 8;
    reader_say(w, "[");
    for (uint32_t i = 0; i < count && !w->bad; i++) {
        const size_t next = decode_end(w, at, end), name = reader_32(w, at + 12);
        const uint32_t type = reader_32(w, at + 4);
        reader_say(w, i ? " " : "");
        decode_text(w, at + 16, name);
        reader_say(w, "=");
        if (type == 8)
            decode_text(w, at + 16 + name, next - at - 16 - name);
        else
            reader_say(w, "%x", reader_32(w, at + 16 + name));
        at = next;
    }
    reader_say(w, "]");
    w->bad |= at != end;
}

static void decode_properties(struct reader *w, size_t at, size_t end)
{
    if (decode_end(w, at, end) != end)
        w->bad = true;
    const uint32_t count = reader_32(w, at + 4);
    at += 8;
    for (uint32_t i = 0; i < count && !w->bad; i++) {
        const size_t next = decode_end(w, at, end);
        const uint32_t value = reader_32(w, at + 12), qualifiers = reader_32(w, at + 16);
        reader_say(w, " %x:", reader_32(w, at + 4));
        if (value != 0xFFFFFFFF) {
            decode_text(w, at + 20, value);
            reader_say(w, "=");
            decode_text(w, at + 20 + value, next - at - 20 - value);
        } else {
            decode_text(w, at + 20, qualifiers);
            decode_qualifiers(w, at + 20 + qualifiers, next);
        }
        at = next;
    }
    w->bad |= at != end;
}

static void decode_methods(struct reader *w, size_t at, size_t end)
{
    if (decode_end(w, at, end) != end)
        w->bad = true;
    const uint32_t count = reader_32(w, at + 4);
    at += 8;
    for (uint32_t i = 0; i < count && !w->bad; i++) {
        const size_t next = decode_end(w, at, end);
        const uint32_t value = reader_32(w, at + 12), qualifiers = reader_32(w, at + 16);
        reader_say(w, "\n  method ");
        decode_text(w, at + 20, value != 0xFFFFFFFF ? value : qualifiers);
        if (value != 0xFFFFFFFF) {
            size_t list = at + 20 + value, object = list + 16;
            const size_t list_end = decode_end(w, list, at + 20 + qualifiers);
            w->bad |= list_end != at + 20 + qualifiers || reader_32(w, list + 12) != list_end - list - 12;
            for (uint32_t k = 0; k < reader_32(w, list + 8) && !w->bad; k++) {
                const size_t object_end = decode_end(w, object, list_end);
                const uint32_t data = reader_32(w, object + 12);
                reader_say(w, "\n    (");
                decode_properties(w, object + 20, object + 20 + data);
                reader_say(w, ")");
                w->bad |= object + 20 + data + 8 != object_end || reader_32(w, object_end - 8) != 8;
                object = object_end;
            }
            w->bad |= object != list_end;
        }
        decode_qualifiers(w, at + 20 + qualifiers, next);
        at = next;
    }
    w->bad |= at != end;
}

/* Walks what decode_unpack gave. */
static bool decode_walk(struct reader *w)
{
    const uint32_t end = reader_32(w, 4);
    size_t at = 20;
    if (w->size < 20 || memcmp(w->p, "FOMB", 4) != 0 || end > w->size)
        return false;
    for (uint32_t i = 0; i < reader_32(w, 16) && !w->bad; i++) {
        const size_t next = decode_end(w, at, end);
        const uint32_t qualifiers = reader_32(w, at + 8), data = reader_32(w, at + 12);
        reader_say(w, "class ");
        decode_qualifiers(w, at + 20, at + 20 + qualifiers);
        decode_properties(w, at + 20 + qualifiers, at + 20 + data);
        decode_methods(w, at + 20 + data, next);
        reader_say(w, "\n");
        at = next;
    }
    w->bad |= at != end || end + 20 > w->size || memcmp(w->p + end, "BMOFQUALFLAVOR11", 16) != 0 ||
              end + 20 + 8 * (size_t)reader_32(w, end + 16) != w->size;
    return !w->bad;
}

struct decode_bits {
    const uint8_t *p;
    size_t count, at; /* in bits */
};

static uint32_t decode_bits(struct decode_bits *b, unsigned count)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < count && b->at < b->count; i++, b->at++)
        value |= (uint32_t)(b->p[b->at / 8] >> b->at % 8 & 1) << i;
    return value;
}

/* Decompresses a whole .bmf; NULL where it is not sound. */
static uint8_t *decode_unpack(struct bytes bmf, struct arena *a, size_t *size)
{
    struct reader w = {.p = bmf.data, .size = bmf.size};
    const uint32_t plain = reader_32(&w, 12);
    if (bmf.size < 20 || memcmp(bmf.data, "FOMB\1\0\0\0", 8) != 0 || reader_32(&w, 8) != bmf.size - 16 ||
        memcmp(bmf.data + 16, "DS\0\1", 4) != 0)
        return NULL;
    struct decode_bits b = {bmf.data + 20, (bmf.size - 20) * 8, 0};
    uint8_t *out = arena_alloc(a, plain + 1);
    size_t n = 0;
    while (b.at < b.count) {
        const uint32_t kind = decode_bits(&b, 2);
        if (kind == 1 || kind == 2) {
            if (n >= plain)
                return NULL;
            out[n++] = (uint8_t)(decode_bits(&b, 7) | (kind == 1 ? 0x80 : 0));
            continue;
        }
        const uint32_t distance = kind == 0            ? decode_bits(&b, 6)
                                  : decode_bits(&b, 1) ? decode_bits(&b, 12) + 320
                                                       : decode_bits(&b, 8) + 64;
        if (distance == 0x113F) {
            if (n == plain && b.count - b.at < 8)
                break;
            if (n % 512)
                return NULL;
            continue;
        }
        unsigned zeros = 0;
        while (zeros < 9 && !decode_bits(&b, 1))
            zeros++;
        const size_t length = (1u << zeros) + 2 + decode_bits(&b, zeros) - 1;
        if (!distance || distance > n || length > plain - n)
            return NULL;
        for (size_t i = 0; i < length; i++, n++)
            out[n] = out[n - distance];
    }
    *size = n;
    return n == plain ? out : NULL;
}

#endif
