/* All schedules with a bounded number of switches. */
#include "ntsim/run/conflicts.h"
#include "ntsim/run/plans.h"

#include <stdlib.h>

enum { MOST_BOUND = 15 };

/* A row of decisions is its last one and the row before it. Rows are never given back: others begin with them. */
struct row {
    uint64_t number;
    uint32_t parent, next; /* indices; 0: none */
    uint8_t chosen, switches;
};

/* A row that is put off as long as the step at its last choice is alone. */
struct late {
    uint64_t object;
    uint32_t row, point, size;
    uint8_t local;
};

struct search {
    struct conflicts *conflicts; /* NULL: no reduction */
    struct late *late;
    uint64_t late_count, late_room;
    struct row *rows;
    uint32_t count, capacity, current, bound;
    uint32_t first[MOST_BOUND + 1]; /* rows to be run, by their switches */
    struct machine_decision *list;
    uint32_t list_capacity;
    struct shard shard;
    uint64_t firsts; /* decisions that come first, seen so far */
    bool out_of_memory;
};

struct search *search_begin(uint32_t most_switches)
{
    struct search *search = calloc(1, sizeof(*search));
    if (!search)
        return NULL;
    search->bound = most_switches < MOST_BOUND ? most_switches : MOST_BOUND;
    search->capacity = 1024;
    search->rows = calloc(search->capacity, sizeof(*search->rows));
    search->count = 2; /* row 1 has no decision */
    search->first[0] = 1;
    search->conflicts = conflicts_begin();
    if (!search->rows) {
        conflicts_end(search->conflicts);
        free(search);
        return NULL;
    }
    return search;
}

void search_shard(struct search *search, struct shard shard)
{
    search->shard = shard;
    if (shard.count) /* what another part runs might show the conflict */
        search_without_reduction(search);
}

void search_without_reduction(struct search *search)
{
    conflicts_end(search->conflicts);
    search->conflicts = NULL;
}

uint64_t search_left_out(const struct search *search)
{
    return search->late_count;
}

static bool put_off(struct search *search, uint32_t row, const struct machine_choice *choice)
{
    if (search->late_count == search->late_room) {
        const uint64_t room = search->late_room ? search->late_room * 2 : 1024;
        struct late *late = realloc(search->late, room * sizeof(*late));
        if (!late)
            return false;
        search->late = late;
        search->late_room = room;
    }
    search->late[search->late_count++] = (struct late){
        .object = choice->object, .row = row, .point = choice->point, .size = choice->size, .local = choice->local};
    return true;
}

static void link(struct search *search, uint32_t row)
{
    const uint32_t switches = search->rows[row].switches;
    search->rows[row].next = search->first[switches];
    search->first[switches] = row;
}

/* There are new conflicts. */
static void take_up(struct search *search)
{
    uint64_t kept = 0;
    for (uint64_t i = 0; i < search->late_count; i++) {
        const struct late *late = &search->late[i];
        const struct machine_choice step = {
            .object = late->object, .point = late->point, .size = late->size, .local = late->local};
        if (conflicts_is_alone(search->conflicts, &step))
            search->late[kept++] = *late;
        else
            link(search, late->row);
    }
    search->late_count = kept;
}

/* `late`: the choice, where the row may be put off; or NULL. */
static void add(struct search *search, uint64_t number, uint32_t chosen, uint32_t switches,
                const struct machine_choice *late)
{
    if (switches > search->bound || (search->current == 1 && !shard_owns(search->firsts++, search->shard)))
        return;
    if (search->count == search->capacity) {
        struct row *rows =
            search->capacity < 1U << 24 ? realloc(search->rows, 2ULL * search->capacity * sizeof(*rows)) : NULL;
        if (!rows) {
            search->out_of_memory = true;
            return;
        }
        search->rows = rows;
        search->capacity *= 2;
    }
    search->rows[search->count] = (struct row){
        .number = number, .parent = search->current, .chosen = (uint8_t)chosen, .switches = (uint8_t)switches};
    if (!late || !put_off(search, search->count, late))
        link(search, search->count);
    search->count++;
}

bool search_next(struct search *search, struct decisions *out)
{
    uint32_t level = 0, length = 0;
    while (level <= search->bound && !search->first[level])
        level++;
    if (level > search->bound || search->out_of_memory)
        return false;
    search->current = search->first[level];
    search->first[level] = search->rows[search->current].next;
    for (uint32_t at = search->current; at > 1; at = search->rows[at].parent)
        length++;
    if (length > search->list_capacity) {
        struct machine_decision *list = realloc(search->list, 2ULL * length * sizeof(*list));
        if (!list) {
            search->out_of_memory = true;
            return false;
        }
        search->list = list;
        search->list_capacity = 2 * length;
    }
    *out = (struct decisions){.list = search->list, .count = length};
    for (uint32_t at = search->current; at > 1; at = search->rows[at].parent)
        search->list[--length] =
            (struct machine_decision){.number = search->rows[at].number, .chosen = search->rows[at].chosen};
    return true;
}

void search_learn(struct search *search, const struct machine_choice *record, uint64_t count)
{
    const struct row current = search->rows[search->current];
    const uint64_t from = search->current > 1 ? current.number + 1 : 0;
    if (search->conflicts && conflicts_learn(search->conflicts, record, count))
        take_up(search);
    for (uint64_t i = count; i > 0 && record[i - 1].number >= from; i--) { /* early choices are varied first */
        struct machine_choice other = record[i - 1];
        const bool late = search->conflicts && i < count && conflicts_comes_again(&record[i - 1], &record[i]) &&
                          conflicts_is_alone(search->conflicts, &record[i - 1]);
        for (uint32_t chosen = 0; chosen <= MACHINE_ANOTHER_THREAD; chosen++) {
            if (chosen == record[i - 1].chosen ||
                (chosen == MACHINE_ANOTHER_THREAD ? !other.another_thread : !((other.alternatives >> chosen) & 1)))
                continue;
            other.chosen = (uint8_t)chosen;
            add(search, other.number, chosen, current.switches + plan_is_switch(&other), late ? &record[i - 1] : NULL);
        }
    }
}

bool search_is_complete(const struct search *search)
{
    if (search->out_of_memory)
        return false;
    for (uint32_t i = 0; i <= search->bound; i++)
        if (search->first[i])
            return false;
    return true;
}

void search_end(struct search *search)
{
    conflicts_end(search->conflicts);
    free(search->late);
    free(search->rows);
    free(search->list);
    free(search);
}
