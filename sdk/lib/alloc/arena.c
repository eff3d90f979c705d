/* What arenas seldom do: take a chunk, and give chunks back. */
#ifdef _KERNEL_MODE
#include <ntddk.h>
#endif
#include <wdk/arena.h>

WDK_PRIVATE_BEGIN

void *wdk_arena_grow_(wdk_arena *arena, size_t bytes)
{
    const size_t room = bytes > arena->chunk_bytes ? bytes : (arena->chunk_bytes + 15) & ~(size_t)15;
    if (room > SIZE_MAX / 2)
        return NULL;
    struct wdk_arena_chunk *const chunk =
        wdk_pool_allocate(WDK_POOL_NON_PAGED, sizeof *chunk + room, MEMORY_ALLOCATION_ALIGNMENT, arena->tag);
    if (!chunk)
        return NULL;
    uint8_t *const first = (uint8_t *)(chunk + 1);
    chunk->older = arena->newest;
    chunk->bytes = room;
    arena->newest = chunk;
    arena->at = first + bytes;
    arena->end = first + room;
    return first;
}

void wdk_arena_reset_(wdk_arena *arena)
{
    struct wdk_arena_chunk *chunk = arena->newest;
    if (!chunk)
        return;
    while (chunk->older) {
        struct wdk_arena_chunk *const older = chunk->older;
        wdk_pool_free(chunk, arena->tag);
        chunk = older;
    }
    arena->newest = chunk;
    arena->at = (uint8_t *)(chunk + 1);
    arena->end = arena->at + chunk->bytes;
    RtlZeroMemory(arena->at, chunk->bytes);
}

void wdk_arena_release(wdk_arena *arena)
{
    struct wdk_arena_chunk *chunk = arena->newest;
    arena->newest = NULL;
    arena->at = NULL;
    arena->end = NULL;
    while (chunk) {
        struct wdk_arena_chunk *const older = chunk->older;
        wdk_pool_free(chunk, arena->tag);
        chunk = older;
    }
}

WDK_PRIVATE_END
