/*
 * A part of what is to be run, out of several that may run on machines of their own: number 2 of 5. Who counts its
 * tests, faults or schedules in the same order everywhere owns each of them in one part, and in one only.
 */
#ifndef NTSIM_RUN_SHARD_H
#define NTSIM_RUN_SHARD_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

enum { SHARD_MOST = 100000 };

/* All zero: everything. */
struct shard {
    uint32_t number, count; /* the number from 1 */
};

/* `index` counts from 0. */
static inline bool shard_owns(uint64_t index, struct shard shard)
{
    return !shard.count || index % shard.count == shard.number - 1;
}

/* Another seed for each part; part 1 keeps that of the whole. Never 0. */
static inline uint32_t shard_seed(uint32_t seed, struct shard shard)
{
    uint64_t value = seed + (shard.number > 1 ? (shard.number - 1) * 0x9E3779B97F4A7C15ULL : 0);
    if (shard.number < 2)
        return seed;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ value >> 27) * 0x94D049BB133111EBULL;
    value ^= value >> 31;
    return (uint32_t)value ? (uint32_t)value : 1;
}

/* How many of `count` things are of that part. */
static inline uint64_t shard_share(uint64_t count, struct shard shard)
{
    return shard.count ? (count + shard.count - shard.number) / shard.count : count;
}

/* "2/5"; false: it is none. */
static inline bool shard_parse(const char *text, struct shard *out)
{
    char *slash, *end;
    if (*text < '0' || *text > '9')
        return false;
    const uint64_t number = strtoull(text, &slash, 10);
    if (*slash != '/' || slash[1] < '0' || slash[1] > '9')
        return false;
    const uint64_t count = strtoull(slash + 1, &end, 10);
    if (*end || number < 1 || number > count || count > SHARD_MOST)
        return false;
    *out = (struct shard){.number = (uint32_t)number, .count = (uint32_t)count};
    return true;
}

#endif
