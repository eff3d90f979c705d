/*
 * Small data that many read and one at a time writes: readers take no lock and never make a writer wait; they read
 * again where one came in between.
 *
 *     WDK_SEQLOCK(struct statistics, statistics_cell);
 *
 *     statistics_cell_write(&cell, &now);          // writers one at a time: under a lock of theirs
 *     struct statistics seen = statistics_cell_read(&cell);
 *
 * The data are plain bytes without pointers to what might be freed. Zeroed memory is a cell of zeros. Any IRQL, but a
 * reader at a higher IRQL than a writer's on the same processor would wait for ever: write at the IRQL of the highest
 * reader.
 */
#ifndef WDK_SEQLOCK_H
#define WDK_SEQLOCK_H

#include "attributes.h"

#define WDK_SEQLOCK(type, name)                                                                                        \
    _Static_assert(sizeof(type) <= 256, "a seqlock is for small data: readers copy all of it");                        \
    typedef struct name {                                                                                              \
        uint32_t sequence WDK_PRIVATE(#name "_read()"); /* odd while it is written */                                  \
        uint32_t words[(sizeof(type) + 3) / 4] WDK_PRIVATE(#name "_read()");                                           \
    } name;                                                                                                            \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE void name##_write(name *cell, const type *value)                                                        \
    {                                                                                                                  \
        uint32_t words[sizeof cell->words / 4] = {0};                                                                  \
        __builtin_memcpy(words, value, sizeof *value);                                                                 \
        const uint32_t sequence = __atomic_load_n(&cell->sequence, __ATOMIC_RELAXED);                                  \
        __atomic_store_n(&cell->sequence, sequence + 1, __ATOMIC_RELAXED);                                             \
        __atomic_thread_fence(__ATOMIC_RELEASE);                                                                       \
        for (size_t i = 0; i < sizeof words / 4; i++)                                                                  \
            __atomic_store_n(&cell->words[i], words[i], __ATOMIC_RELAXED);                                             \
        __atomic_store_n(&cell->sequence, sequence + 2, __ATOMIC_RELEASE);                                             \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE type name##_read(const name *cell)                                                         \
    {                                                                                                                  \
        uint32_t words[sizeof cell->words / 4], before;                                                                \
        do {                                                                                                           \
            while ((before = __atomic_load_n(&cell->sequence, __ATOMIC_ACQUIRE)) & 1)                                  \
                YieldProcessor();                                                                                      \
            for (size_t i = 0; i < sizeof words / 4; i++)                                                              \
                words[i] = __atomic_load_n(&cell->words[i], __ATOMIC_RELAXED);                                         \
            __atomic_thread_fence(__ATOMIC_ACQUIRE);                                                                   \
        } while (__atomic_load_n(&cell->sequence, __ATOMIC_RELAXED) != before);                                        \
        type value;                                                                                                    \
        __builtin_memcpy(&value, words, sizeof value);                                                                 \
        return value;                                                                                                  \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

#endif
