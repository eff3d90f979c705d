/* Memory, names and lists of the reference. */
#include "reference.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    max_align_t data[];
};

_Noreturn void die(const char *what, const char *name)
{
    fprintf(stderr, "reference: %s %s\n", what, name);
    exit(1);
}

void *keep(struct reference *r, size_t size)
{
    struct block *block = calloc(1, sizeof *block + size);
    if (!block)
        die("out of memory", "");
    block->next = r->memory;
    r->memory = block;
    return block->data;
}

char *keep_text(struct reference *r, const char *text)
{
    const size_t size = strlen(text) + 1;
    return memcpy(keep(r, size), text, size);
}

char *keep_format(struct reference *r, const char *format, ...)
{
    va_list arguments;
    char *text = NULL;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        die("out of memory", "");
    va_end(arguments);
    char *kept = keep_text(r, text);
    free(text);
    return kept;
}

void words_add(struct reference *r, struct words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (!strcmp(words->items[i], word))
            return;
    if (words->count == words->capacity) {
        const size_t capacity = words->capacity ? words->capacity * 2 : 8;
        const char **items = keep(r, capacity * sizeof *items);
        if (words->count)
            memcpy(items, words->items, words->count * sizeof *items);
        words->items = items;
        words->capacity = capacity;
    }
    words->items[words->count++] = word;
}

static size_t hash(const char *name)
{
    size_t value = 14695981039346656037u;
    for (; *name; name++)
        value = (value ^ (unsigned char)*name) * 1099511628211u;
    return value;
}

static struct entry **slot(const struct reference *r, const char *name)
{
    size_t i = hash(name) & (r->slots - 1);
    while (r->table[i] && strcmp(r->table[i]->name, name) != 0)
        i = (i + 1) & (r->slots - 1);
    return &r->table[i];
}

static void grow(struct reference *r)
{
    r->slots = r->slots ? r->slots * 2 : 1u << 16;
    free(r->table);
    r->table = calloc(r->slots, sizeof(struct entry *));
    r->capacity = r->slots / 2;
    r->entries = reallocarray(r->entries, r->capacity, sizeof(struct entry *));
    if (!r->table || !r->entries)
        die("out of memory", "");
    for (size_t i = 0; i < r->count; i++)
        *slot(r, r->entries[i]->name) = r->entries[i];
}

struct entry *entry_find(const struct reference *r, const char *name)
{
    return r->slots ? *slot(r, name) : NULL;
}

struct entry *entry_get(struct reference *r, const char *name)
{
    if (r->count == r->capacity)
        grow(r);
    struct entry **place = slot(r, name);
    if (!*place) {
        *place = keep(r, sizeof **place);
        (*place)->name = keep_text(r, name);
        r->entries[r->count++] = *place;
    }
    return *place;
}

static int compare(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

void entries_sort(struct reference *r)
{
    qsort(r->entries, r->count, sizeof(struct entry *), compare);
}

void reference_free(struct reference *r)
{
    while (r->memory) {
        struct block *next = r->memory->next;
        free(r->memory);
        r->memory = next;
    }
    free(r->entries);
    free(r->table);
}
