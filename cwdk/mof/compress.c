/*
 * DoubleSpace's compression "DS", as binary MOFs have it. Source of facts: the decompressor of dmsdos, as in bmfdec,
 * and binary MOFs of machines.
 *
 * Bits go from the lowest of a byte to the highest. A byte is 01 or 10 (by its highest bit) and its seven others; a
 * repetition is a distance and a length. After every 512 bytes, and at the end, stands the distance 0x113F.
 */
#include "cwdk/host/blob.h"
#include "cwdk/mof/mof.h"

#include <string.h>

enum { SECTOR = 512, SYNC = 0x113F, DISTANCE_MOST = SYNC - 1, LENGTH_LEAST = 3, TRIES = 64, HASHES = 4096 };

struct bits {
    struct blob b;
    uint64_t pending;
    unsigned count;
};

static void put(struct bits *out, uint32_t value, unsigned count)
{
    out->pending |= (uint64_t)value << out->count;
    out->count += count;
    while (out->count >= 8) {
        blob_u8(&out->b, out->pending & 0xFF);
        out->pending >>= 8;
        out->count -= 8;
    }
}

static void put_distance(struct bits *out, uint32_t distance)
{
    if (distance < 64) {
        put(out, 0, 2);
        put(out, distance, 6);
    } else if (distance < 320) {
        put(out, 3, 3);
        put(out, distance - 64, 8);
    } else {
        put(out, 7, 3);
        put(out, distance - 320, 12);
    }
}

/* Counts above 2 with as many zeros before a one as bits after it. */
static void put_length(struct bits *out, uint32_t length)
{
    const uint32_t value = length + 1 - 2;
    unsigned zeros = 0;
    while (value >> (zeros + 1))
        zeros++;
    put(out, 1u << zeros, zeros + 1);
    put(out, value - (1u << zeros), zeros);
}

static size_t hash_of(const uint8_t *p)
{
    return (p[0] ^ (size_t)p[1] << 4 ^ (size_t)p[2] << 7) % HASHES;
}

static size_t same_bytes(const uint8_t *x, const uint8_t *y, size_t most)
{
    size_t n = 0;
    while (n < most && x[n] == y[n])
        n++;
    return n;
}

struct bytes mof_compress(struct bytes plain, struct arena *a)
{
    struct bits out = {.b = {.a = a}};
    uint32_t *previous = arena_array(a, plain.size + 1, sizeof *previous), last[HASHES] = {0}; /* positions, plus 1 */
    blob_put(&out.b, "DS\0\1", 4);
    for (size_t at = 0; at < plain.size;) {
        const size_t left = plain.size - at, sector = SECTOR - at % SECTOR, most = left < sector ? left : sector;
        size_t length = 0, distance = 0;
        if (left >= 3) {
            uint32_t other = last[hash_of(plain.data + at)];
            for (int i = 0; i < TRIES && other && at - (other - 1) <= DISTANCE_MOST; i++, other = previous[other - 1]) {
                const size_t found = same_bytes(plain.data + at, plain.data + other - 1, most);
                if (found > length) {
                    length = found;
                    distance = at - (other - 1);
                }
            }
        }
        if (length < LENGTH_LEAST) {
            length = 1;
            put(&out, plain.data[at] & 0x80 ? 1 : 2, 2);
            put(&out, plain.data[at] & 0x7F, 7);
        } else {
            put_distance(&out, (uint32_t)distance);
            put_length(&out, (uint32_t)length);
        }
        for (; length; length--, at++)
            if (plain.size - at >= 3) {
                uint32_t *place = &last[hash_of(plain.data + at)];
                previous[at] = *place;
                *place = (uint32_t)at + 1;
            }
        if (at % SECTOR == 0 && at < plain.size)
            put_distance(&out, SYNC);
    }
    put_distance(&out, SYNC);
    put(&out, 0, 7); /* the last byte */
    return (struct bytes){out.b.data, out.b.size};
}
