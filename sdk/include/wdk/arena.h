/*
 * Arenas: scratch memory that is given out piece by piece and given back at once, such as what a request needs while
 * it is worked on.
 *
 *     WDK_SCOPED(wdk_arena) scratch = wdk_arena_of(2048);            // takes no memory yet
 *
 *     struct order *order = wdk_arena_new(&scratch, struct order);
 *     WDK_TRY_MEMORY(order);
 *     entry_span entries = wdk_arena_new_span(&scratch, entry, count);   // WDK_DECLARE_SPAN(…, entry)
 *     wdk_arena_reset(&scratch);                                     // for the next: keeps its first chunk
 *
 * Chunks are non-paged pool with the tag of the file that makes the arena (WDK_POOL_TAG); a piece that is larger than a
 * chunk gets one of its own. All pieces are zeroed. They live until the arena is reset or released: no pointer to one
 * may live longer. One user at a time. IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_ARENA_H
#define WDK_ARENA_H

#include "pool.h"
#include "span.h"

struct wdk_arena_chunk {
    struct wdk_arena_chunk *older;
    size_t bytes; /* behind the header */
};

typedef struct wdk_arena {
    uint8_t *at WDK_PRIVATE("wdk_arena_new()");
    uint8_t *end WDK_PRIVATE("wdk_arena_new()");
    struct wdk_arena_chunk *newest WDK_PRIVATE("wdk_arena_new()");
    size_t chunk_bytes WDK_PRIVATE("wdk_arena_of()");
    uint32_t tag WDK_PRIVATE("WDK_POOL_TAG()");
} wdk_arena;

/* An arena that takes memory by so many bytes. */
#define wdk_arena_of(chunk_bytes) wdk_arena_of_(chunk_bytes, this_file_lacks_WDK_POOL_TAG)

/* One TYPE, zeroed, or NULL. */
#define wdk_arena_new(arena, type)                                                                                     \
    ({                                                                                                                 \
        _Static_assert(sizeof(type) > 0 && _Alignof(type) <= 16, "an arena's pieces have a size, and are aligned to "  \
                                                                 "at most 16 bytes");                                  \
        (type *)wdk_arena_take_(arena, sizeof(type));                                                                  \
    })
/* A span of `count` elements of NAME, zeroed; it has none where there is no memory. */
#define wdk_arena_new_span(arena, name, number)                                                                        \
    ({                                                                                                                 \
        WDK_PRIVATE_BEGIN name##_span wdk_new_;                                                                        \
        const size_t wdk_number_ = (number);                                                                           \
        _Static_assert(_Alignof(__typeof__(*wdk_new_.first)) <= 16, "an arena's pieces are aligned to at most 16 "     \
                                                                    "bytes");                                          \
        wdk_new_.first = wdk_arena_take_(arena, wdk_array_size_(wdk_number_, sizeof *wdk_new_.first));                 \
        wdk_new_.count = wdk_new_.first ? wdk_number_ : 0;                                                             \
        WDK_PRIVATE_END wdk_new_;                                                                                      \
    })

WDK_PRIVATE_BEGIN

WDK_INLINE WDK_MUST_USE wdk_arena wdk_arena_of_(size_t chunk_bytes, uint32_t tag)
{
    return (wdk_arena){.chunk_bytes = chunk_bytes, .tag = tag};
}

/* sdk/lib/alloc. A new chunk that has room for the piece, which is taken from it; NULL. All chunks but the first go
 * back, and what was used of that is zeroed. All chunks go back. */
WDK_MUST_USE void *wdk_arena_grow_(wdk_arena *arena, size_t bytes);
void wdk_arena_reset_(wdk_arena *arena);
void wdk_arena_release(wdk_arena *arena);

WDK_INLINE WDK_MUST_USE void *wdk_arena_take_(wdk_arena *arena, size_t bytes)
{
    if (bytes == 0 || bytes > SIZE_MAX / 2)
        return NULL;
    const size_t whole = (bytes + 15) & ~(size_t)15;
    uint8_t *const piece = arena->at;
    if (__builtin_expect(whole > (size_t)(arena->end - piece), 0))
        return wdk_arena_grow_(arena, whole);
    arena->at = piece + whole;
    return piece;
}

/* No piece is in use any more. The first chunk stays, zeroed again as far as it was used. */
WDK_INLINE void wdk_arena_reset(wdk_arena *arena)
{
    struct wdk_arena_chunk *const chunk = arena->newest;
    if (__builtin_expect(!chunk || chunk->older, 0)) {
        wdk_arena_reset_(arena);
        return;
    }
    uint8_t *const first = (uint8_t *)(chunk + 1);
    const size_t used = (size_t)(arena->at - first);
    arena->at = first;
    __builtin_memset(first, 0, used);
}
WDK_INLINE void wdk_arena_cleanup_(wdk_arena *arena)
{
    if (arena->newest)
        wdk_arena_release(arena);
}

WDK_PRIVATE_END

#endif
