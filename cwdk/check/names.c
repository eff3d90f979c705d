/* The table of names, with open addressing. */
#include "cwdk/check/names.h"
#include "cwdk/host/text.h"

#include <string.h>

struct name_table {
    struct name_entry *slots;
    uint32_t count, capacity;
};

struct name_entry *name_get(struct program *p, const char *name)
{
    if (!p->names)
        p->names = arena_alloc(p->arena, sizeof *p->names);
    struct name_table *t = p->names;
    if (t->count * 2 >= t->capacity) {
        const struct name_table old = *t;
        t->capacity = old.capacity ? old.capacity * 2 : 1024;
        t->slots = arena_array(p->arena, t->capacity, sizeof *t->slots);
        for (uint32_t i = 0; i < old.capacity; i++)
            if (old.slots[i].name) {
                uint32_t at = text_hash(old.slots[i].name) & (t->capacity - 1);
                while (t->slots[at].name)
                    at = (at + 1) & (t->capacity - 1);
                t->slots[at] = old.slots[i];
            }
    }
    uint32_t at = text_hash(name) & (t->capacity - 1);
    for (; t->slots[at].name; at = (at + 1) & (t->capacity - 1))
        if (!strcmp(t->slots[at].name, name))
            return &t->slots[at];
    t->slots[at].name = arena_string(p->arena, name);
    t->count++;
    return &t->slots[at];
}
