/* Growing bytes. */
#include "cwdk/host/blob.h"

#include <string.h>

static uint8_t *extend(struct blob *b, size_t size)
{
    if (b->room - b->size < size) {
        b->room = (b->room + size) * 2;
        uint8_t *grown = arena_alloc(b->a, b->room);
        if (b->size)
            memcpy(grown, b->data, b->size);
        b->data = grown;
    }
    b->size += size;
    return b->data + b->size - size;
}

void blob_put(struct blob *b, const void *bytes, size_t size)
{
    if (size)
        memcpy(extend(b, size), bytes, size);
}

void blob_zeros(struct blob *b, size_t count)
{
    if (count)
        memset(extend(b, count), 0, count);
}

void blob_align(struct blob *b, size_t to)
{
    blob_zeros(b, (to - b->size % to) % to);
}

void blob_u8(struct blob *b, unsigned value)
{
    *extend(b, 1) = (uint8_t)value;
}

void blob_u16(struct blob *b, unsigned value)
{
    blob_patch16(b, (size_t)(extend(b, 2) - b->data), value);
}

void blob_u32(struct blob *b, size_t value)
{
    blob_patch32(b, (size_t)(extend(b, 4) - b->data), value);
}

void blob_u64(struct blob *b, uint64_t value)
{
    blob_u32(b, value & 0xFFFFFFFF);
    blob_u32(b, value >> 32);
}

void blob_patch16(struct blob *b, size_t at, size_t value)
{
    b->data[at] = (uint8_t)value;
    b->data[at + 1] = (uint8_t)(value >> 8);
}

void blob_patch32(struct blob *b, size_t at, size_t value)
{
    blob_patch16(b, at, value & 0xFFFF);
    blob_patch16(b, at + 2, (value >> 16) & 0xFFFF);
}

size_t blob_utf16(struct blob *b, const char *utf8)
{
    const size_t before = b->size;
    for (const unsigned char *p = (const unsigned char *)utf8; *p;) {
        const int more = *p < 0x80 ? 0 : *p >> 5 == 6 ? 1 : *p >> 4 == 14 ? 2 : *p >> 3 == 30 ? 3 : -1;
        uint32_t c = more < 0 ? 0xFFFD : more ? *p & (0x3Fu >> more) : *p;
        p++;
        for (int i = 0; i < more; i++) {
            if (*p >> 6 != 2) {
                c = 0xFFFD;
                break;
            }
            c = c << 6 | (*p++ & 0x3F);
        }
        if (c >= 0x10000) {
            blob_u16(b, 0xD800 + ((c - 0x10000) >> 10 & 0x3FF));
            blob_u16(b, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            blob_u16(b, c);
        }
    }
    return (b->size - before) / 2;
}
