/* Open addressing with linear probing over FNV-1a; grows at two thirds. */
#include "cwdk/inf/names.h"

#include "cwdk/inf/inf.h"

struct inf_name_slot {
    const char *name; /* NULL: free */
    uint32_t hash, value;
};

static uint32_t hash_of(const char *name)
{
    uint32_t hash = 2166136261u;
    for (; *name; name++) {
        const unsigned char c = (unsigned char)*name;
        hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
    }
    return hash;
}

static struct inf_name_slot *slot_of(const struct inf_names *names, const char *name, uint32_t hash)
{
    for (size_t i = hash;; i++) {
        struct inf_name_slot *slot = &names->slots[i & (names->capacity - 1)];
        if (!slot->name || (slot->hash == hash && inf_same(slot->name, name)))
            return slot;
    }
}

uint32_t inf_names_find(const struct inf_names *names, const char *name)
{
    if (!names->count)
        return INF_NAME_NONE;
    const struct inf_name_slot *slot = slot_of(names, name, hash_of(name));
    return slot->name ? slot->value : INF_NAME_NONE;
}

static void grow(struct inf_names *names, struct arena *a)
{
    const struct inf_names old = *names;
    names->capacity = old.capacity ? old.capacity * 2 : 64;
    names->slots = arena_array(a, names->capacity, sizeof *names->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].name)
            *slot_of(names, old.slots[i].name, old.slots[i].hash) = old.slots[i];
}

uint32_t inf_names_put(struct inf_names *names, const char *name, uint32_t value, struct arena *a)
{
    if (3 * (names->count + 1) > 2 * names->capacity)
        grow(names, a);
    const uint32_t hash = hash_of(name);
    struct inf_name_slot *slot = slot_of(names, name, hash);
    if (slot->name)
        return slot->value;
    *slot = (struct inf_name_slot){name, hash, value};
    names->count++;
    return value;
}

uint32_t inf_names_replace(struct inf_names *names, const char *name, uint32_t value, struct arena *a)
{
    const size_t before = names->count;
    const uint32_t old = inf_names_put(names, name, value, a);
    slot_of(names, name, hash_of(name))->value = value;
    return names->count == before ? old : INF_NAME_NONE;
}
