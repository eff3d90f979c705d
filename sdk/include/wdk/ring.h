/*
 * Ring buffers between one producer and one consumer, without a lock: an interrupt that fills and a DPC that empties,
 * for example.
 *
 *     WDK_RING(struct sample, sample_ring, 64);        // the capacity is a power of two
 *
 *     if (!sample_ring_push(&ring, &sample)) lost++;   // by the one producer
 *     while (sample_ring_pop(&ring, &sample)) …        // by the one consumer
 *
 * Zeroed memory is an empty ring. Elements are copied. Any IRQL; never waits.
 */
#ifndef WDK_RING_H
#define WDK_RING_H

#include "attributes.h"

/* Each side's position has a cache line of its own. Positions count on and wrap; their difference is what is in it. */
#define WDK_RING(type, name, capacity)                                                                                 \
    _Static_assert((capacity) > 0 && ((capacity) & ((capacity) - 1)) == 0 && (capacity) <= 0x80000000,                 \
                   "the capacity of a ring is a power of two, up to 2^31");                                            \
    typedef struct name {                                                                                              \
        _Alignas(64) uint32_t written WDK_PRIVATE(#name "_push()");                                                    \
        _Alignas(64) uint32_t taken WDK_PRIVATE(#name "_pop()");                                                       \
        _Alignas(64) type slots[capacity] WDK_PRIVATE(#name "_push() and " #name "_pop()");                            \
    } name;                                                                                                            \
    WDK_PRIVATE_BEGIN                                                                                                  \
    /* False: it is full. By the producer. */                                                                          \
    WDK_INLINE WDK_MUST_USE bool name##_push(name *ring, const type *element)                                          \
    {                                                                                                                  \
        const uint32_t written = __atomic_load_n(&ring->written, __ATOMIC_RELAXED);                                    \
        if (written - __atomic_load_n(&ring->taken, __ATOMIC_ACQUIRE) == (capacity))                                   \
            return false;                                                                                              \
        ring->slots[written & ((capacity) - 1)] = *element;                                                            \
        __atomic_store_n(&ring->written, written + 1, __ATOMIC_RELEASE);                                               \
        return true;                                                                                                   \
    }                                                                                                                  \
    /* False: it is empty. By the consumer. */                                                                         \
    WDK_INLINE WDK_MUST_USE bool name##_pop(name *ring, type *element)                                                 \
    {                                                                                                                  \
        const uint32_t taken = __atomic_load_n(&ring->taken, __ATOMIC_RELAXED);                                        \
        if (taken == __atomic_load_n(&ring->written, __ATOMIC_ACQUIRE))                                                \
            return false;                                                                                              \
        *element = ring->slots[taken & ((capacity) - 1)];                                                              \
        __atomic_store_n(&ring->taken, taken + 1, __ATOMIC_RELEASE);                                                   \
        return true;                                                                                                   \
    }                                                                                                                  \
    /* How many are in it, by either side; the other may change it at once. */                                         \
    WDK_INLINE WDK_MUST_USE uint32_t name##_count(const name *ring)                                                    \
    {                                                                                                                  \
        return __atomic_load_n(&ring->written, __ATOMIC_ACQUIRE) - __atomic_load_n(&ring->taken, __ATOMIC_ACQUIRE);    \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

#endif
