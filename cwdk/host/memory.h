/*
 * Memory of the tool. cwdk is a short-lived program: running out of memory ends it with a message (exit
 * status 3), and what belongs to one piece of work lives in one arena, freed at once.
 */
#ifndef CWDK_HOST_MEMORY_H
#define CWDK_HOST_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

_Noreturn void memory_exhausted(void);

/* calloc, reallocarray and strdup that do not fail. Free the results with free(). */
void *memory_new(size_t count, size_t size);
void *memory_resize(void *block, size_t count, size_t size);
char *memory_string(const char *text);

/* An arena: allocations that are freed together. Zero-initialise it. Under AddressSanitizer each allocation
 * is a block of its own, so overruns are seen. */
struct arena {
    struct arena_block *blocks;
    size_t room; /* of a block, in bytes; 0: 64 KiB */
};

void *arena_alloc(struct arena *a, size_t size); /* zeroed, aligned for any type; size 0 gives a valid pointer */
void *arena_array(struct arena *a, size_t count, size_t size);
void *arena_copy(struct arena *a, const void *bytes, size_t size);
char *arena_string(struct arena *a, const char *text);
char *arena_substring(struct arena *a, const char *text, size_t length); /* adds the terminator */
char *arena_trimmed(struct arena *a, const char *text, size_t length);   /* the same without space at both ends */
char *arena_format(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *a, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
void arena_free(struct arena *a);

#endif
