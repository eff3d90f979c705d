/* What others touch while an agent is left, against the steps that it has done just before. */
#include "ntsim/run/conflicts.h"

#include <stdlib.h>

enum { GRANULE = 8, OF_ARGUMENT = 64, MOST_SIZE = 4096, MOST_FREED = 1 << 20, MOST_CELLS = 1 << 22, MOST_AGENTS = 64 };

struct range {
    uint64_t begin, end;
    bool change;
};

struct conflicts {
    uint64_t *shared; /* granules, by their hash; 0: free */
    uint64_t room, used;
    bool all, news; /* all: every step depends on all others */
};

struct conflicts *conflicts_begin(void)
{
    struct conflicts *conflicts = calloc(1, sizeof(*conflicts));
    if (!conflicts)
        return NULL;
    conflicts->room = 1 << 10;
    conflicts->shared = calloc(conflicts->room, sizeof(*conflicts->shared));
    conflicts->all = !conflicts->shared;
    return conflicts;
}

void conflicts_end(struct conflicts *conflicts)
{
    if (!conflicts)
        return;
    free(conflicts->shared);
    free(conflicts);
}

/* --- the set of granules --- */

/* The place of that granule, or the free one where it would be. */
static uint64_t *find(uint64_t *granules, uint64_t room, uint64_t granule)
{
    uint64_t at = (granule * 0x9E3779B97F4A7C15ULL) >> 32;
    while (granules[at % room] && granules[at % room] != granule)
        at++;
    return &granules[at % room];
}

static void give_up(struct conflicts *conflicts)
{
    conflicts->news |= !conflicts->all;
    conflicts->all = true;
}

static bool grow(struct conflicts *conflicts)
{
    const uint64_t room = conflicts->room * 2;
    uint64_t *granules = room <= MOST_CELLS ? calloc(room, sizeof(*granules)) : NULL;
    if (!granules) {
        give_up(conflicts);
        return false;
    }
    for (uint64_t i = 0; i < conflicts->room; i++)
        if (conflicts->shared[i])
            *find(granules, room, conflicts->shared[i]) = conflicts->shared[i];
    free(conflicts->shared);
    conflicts->shared = granules;
    conflicts->room = room;
    return true;
}

static void share(struct conflicts *conflicts, uint64_t granule)
{
    uint64_t *place = find(conflicts->shared, conflicts->room, granule);
    if (*place)
        return;
    conflicts->news = true;
    if (conflicts->used * 2 >= conflicts->room) {
        if (!grow(conflicts))
            return;
        place = find(conflicts->shared, conflicts->room, granule);
    }
    *place = granule;
    conflicts->used++;
}

bool conflicts_is_alone(const struct conflicts *conflicts, const struct machine_choice *choice)
{
    if (conflicts->all)
        return false;
    if (choice->point == MACHINE_POINT_CALL)
        return choice->local;
    if (choice->point != MACHINE_POINT_ACCESS || !choice->size || choice->size > MOST_SIZE)
        return false;
    const uint64_t last = (choice->object + choice->size - 1) / GRANULE;
    for (uint64_t granule = choice->object / GRANULE; granule <= last; granule++)
        if (*find(conflicts->shared, conflicts->room, granule))
            return false;
    return true;
}

bool conflicts_comes_again(const struct machine_choice *choice, const struct machine_choice *next)
{
    return choice->chosen == choice->processor && next->number == choice->number + 1 &&
           next->point_number == choice->point_number + 1 && next->agent == choice->agent &&
           next->processor == choice->processor && next->irql == choice->irql &&
           next->alternatives == choice->alternatives && next->another_thread == choice->another_thread &&
           next->point != MACHINE_POINT_BLOCKED && next->point != MACHINE_POINT_THREAD &&
           next->point != MACHINE_POINT_INTERRUPT;
}

/* --- a run --- */

/* The record, with the steps of an agent that is left: those right before `left`, down to `first`. */
struct window {
    struct conflicts *conflicts;
    const struct machine_choice *record;
    uint64_t first, left;
};

/* Another agent touches the range. */
static void meet(const struct window *window, struct range range)
{
    for (uint64_t i = window->first; i < window->left; i++) {
        const struct machine_choice *step = &window->record[i];
        if (step->point != MACHINE_POINT_ACCESS || (!step->writes && !range.change))
            continue;
        const uint64_t last = (step->object + step->size - 1) / GRANULE;
        for (uint64_t granule = step->object / GRANULE; granule <= last; granule++)
            if (granule >= range.begin / GRANULE && granule <= (range.end - 1) / GRANULE)
                share(window->conflicts, granule);
    }
}

static void meet_step(const struct window *window, const struct machine_choice *choice)
{
    if (choice->point == MACHINE_POINT_ACCESS && choice->size)
        meet(window, (struct range){choice->object, choice->object + choice->size, choice->writes});
    if (choice->point != MACHINE_POINT_CALL || choice->local)
        return;
    for (size_t i = 0; i < sizeof(choice->arguments) / sizeof(*choice->arguments); i++)
        if (choice->arguments[i])
            meet(window, (struct range){choice->arguments[i], choice->arguments[i] + OF_ARGUMENT, true});
}

static void meet_freed(const struct window *window, const struct machine_choice *choice)
{
    const uint64_t agent = window->record[window->left].agent;
    for (size_t i = 0; i < MACHINE_FREED && choice->freed[i].size; i++)
        if (choice->freed[i].agent != agent)
            meet(window, (struct range){choice->freed[i].begin, choice->freed[i].begin + choice->freed[i].size, true});
}

/* All that others do from there until the agent is at a point again. What they are about to do when it is left, from
 * their last points, comes after it, too. */
static void look_through(const struct window *window, uint64_t count)
{
    const uint64_t agent = window->record[window->left].agent;
    uint64_t seen[MOST_AGENTS] = {0};
    size_t agents = 0;
    for (uint64_t i = window->left; i > 0; i--) {
        const struct machine_choice *before = &window->record[i - 1];
        size_t at = 0;
        while (at < agents && seen[at] != before->agent)
            at++;
        if (before->agent == agent || at < agents)
            continue;
        if (agents == MOST_AGENTS) {
            give_up(window->conflicts);
            return;
        }
        seen[agents++] = before->agent;
        meet_step(window, before);
    }
    for (uint64_t i = window->left + 1; i < count; i++) {
        const struct machine_choice *choice = &window->record[i];
        meet_freed(window, choice);
        if (choice->agent == agent)
            return;
        meet_step(window, choice);
    }
}

bool conflicts_learn(struct conflicts *conflicts, const struct machine_choice *record, uint64_t count)
{
    uint64_t first = 0; /* of the steps before this choice that are alone, one right after the other */
    conflicts->news = false;
    for (uint64_t i = 0; i < count && !conflicts->all; i++) {
        bool freed = false;
        for (size_t j = 0; j < MACHINE_FREED; j++)
            freed |= record[i].freed[j].size > MOST_FREED;
        if (record[i].opaque || freed) {
            give_up(conflicts);
            break;
        }
        if (i == 0 || !conflicts_comes_again(&record[i - 1], &record[i]) ||
            !conflicts_is_alone(conflicts, &record[i - 1]))
            first = i;
        if (record[i].chosen != record[i].processor && first < i)
            look_through(&(struct window){conflicts, record, first, i}, count);
    }
    return conflicts->news;
}
