/* Allocation that does not fail, and arenas. */
#include "cwdk/host/memory.h"

#include <ctype.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_BLOCK_SIZE 0
#endif
#endif
#ifndef ARENA_BLOCK_SIZE
#define ARENA_BLOCK_SIZE ((size_t)64 * 1024)
#endif

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

void memory_exhausted(void)
{
    fputs("cwdk: error: out of memory\n", stderr);
    exit(3);
}

void *memory_new(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        memory_exhausted();
    return block;
}

void *memory_resize(void *block, size_t count, size_t size)
{
    void *result = reallocarray(block, count ? count : 1, size ? size : 1);
    if (!result)
        memory_exhausted();
    return result;
}

char *memory_string(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        memory_exhausted();
    return copy;
}

void *arena_alloc(struct arena *a, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        memory_exhausted();
    if (ARENA_BLOCK_SIZE)
        size = (size + alignment - 1) / alignment * alignment;
    if (!a->blocks || a->blocks->size - a->blocks->used < size || !ARENA_BLOCK_SIZE) {
        const size_t least = ARENA_BLOCK_SIZE && a->room ? a->room : ARENA_BLOCK_SIZE;
        const size_t room = size > least ? size : least;
        struct arena_block *block = memory_new(1, sizeof *block + room);
        block->size = room;
        block->next = a->blocks;
        a->blocks = block;
    }
    void *result = a->blocks->bytes + a->blocks->used;
    a->blocks->used += size;
    return result;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        memory_exhausted();
    return arena_alloc(a, total);
}

void *arena_copy(struct arena *a, const void *bytes, size_t size)
{
    void *copy = arena_alloc(a, size);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *arena_substring(struct arena *a, const char *text, size_t length)
{
    char *copy = arena_alloc(a, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_trimmed(struct arena *a, const char *text, size_t length)
{
    while (length && isspace((unsigned char)*text)) {
        text++;
        length--;
    }
    while (length && isspace((unsigned char)text[length - 1]))
        length--;
    return arena_substring(a, text, length);
}

char *arena_string(struct arena *a, const char *text)
{
    return arena_substring(a, text, strlen(text));
}

char *arena_vformat(struct arena *a, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, arguments);
    if (length < 0)
        memory_exhausted();
    char *text = arena_alloc(a, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_format(struct arena *a, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(a, format, arguments);
    va_end(arguments);
    return text;
}

void arena_free(struct arena *a)
{
    while (a->blocks) {
        struct arena_block *next = a->blocks->next;
        free(a->blocks);
        a->blocks = next;
    }
}
