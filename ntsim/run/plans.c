/* Decisions, and PCT. */
#include "ntsim/run/plans.h"

#include <math.h>

uint32_t plan_stay(const struct machine_choice *choice)
{
    if (choice->point == MACHINE_POINT_THREAD)
        return 0;
    for (uint32_t i = 0; i < MACHINE_ANOTHER_THREAD; i++) {
        const uint32_t number = (choice->processor + i) % MACHINE_ANOTHER_THREAD;
        if ((choice->alternatives >> number) & 1)
            return number;
    }
    return choice->processor;
}

bool plan_is_switch(const struct machine_choice *choice)
{
    return choice->chosen != plan_stay(choice);
}

static bool fits(const struct machine_choice *choice, uint32_t chosen)
{
    return chosen == MACHINE_ANOTHER_THREAD ? choice->another_thread
                                            : chosen < 64 && ((choice->alternatives >> chosen) & 1);
}

/* --- decisions --- */

uint32_t decisions_choose(const struct decisions *decisions, const struct machine_choice *choice)
{
    uint64_t low = 0, high = decisions->count;
    while (low < high) {
        const uint64_t middle = (low + high) / 2;
        if (decisions->list[middle].number < choice->number)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < decisions->count && decisions->list[low].number == choice->number &&
        fits(choice, decisions->list[low].chosen))
        return decisions->list[low].chosen;
    return plan_stay(choice);
}

uint64_t decisions_of(const struct machine_choice *record, uint64_t count, struct machine_decision *out)
{
    uint64_t used = 0;
    for (uint64_t i = 0; i < count; i++)
        if (plan_is_switch(&record[i]))
            out[used++] = (struct machine_decision){.number = record[i].number, .chosen = record[i].chosen};
    return used;
}

/* --- PCT --- */

enum { MOST_TURNS = 1000 };

/* xorshift64* */
static uint64_t draw(struct pct *pct, uint64_t below)
{
    pct->state ^= pct->state >> 12;
    pct->state ^= pct->state << 25;
    pct->state ^= pct->state >> 27;
    return ((pct->state * 0x2545F4914F6CDD1DULL) >> 20) % below;
}

/* splitmix64: neighbouring numbers give states that have nothing in common. */
static uint64_t mix(uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ value >> 27) * 0x94D049BB133111EBULL;
    return value ^ value >> 31;
}

void pct_begin(struct pct *pct, uint64_t seed, uint64_t number, uint32_t depth, uint64_t length)
{
    enum { ENTITIES = MACHINE_ANOTHER_THREAD + 1, MIDDLE = 1 << 30 };
    *pct = (struct pct){.state = mix(seed ^ mix(number)), .depth = depth, .lowest = MIDDLE - PCT_MOST_DEPTH};
    pct->state = pct->state ? pct->state : 1;
    for (uint32_t i = 0; i < ENTITIES; i++) {
        const uint32_t at = (uint32_t)draw(pct, i + 1);
        pct->priorities[i] = pct->priorities[at];
        pct->priorities[at] = MIDDLE + i;
    }
    for (uint32_t i = 0; i + 1 < depth; i++)
        pct->changes[i] = draw(pct, length ? length : 1);
}

uint32_t pct_choose(struct pct *pct, const struct machine_choice *choice)
{
    if (choice->point == MACHINE_POINT_THREAD)
        return (uint32_t)draw(pct, (uint64_t)__builtin_popcountll(choice->alternatives));
    uint32_t best = plan_stay(choice);
    for (uint32_t i = 0; i + 1 < pct->depth; i++)
        if (pct->changes[i] == choice->number)
            pct->priorities[choice->processor] = --pct->lowest;
    if (pct->turns >= MOST_TURNS) {
        pct->priorities[pct->last] = --pct->lowest;
        pct->turns = 0;
    }
    for (uint32_t i = 0; i < MACHINE_ANOTHER_THREAD; i++)
        if (fits(choice, i) && pct->priorities[i] > pct->priorities[best])
            best = i;
    if (choice->another_thread && pct->priorities[MACHINE_ANOTHER_THREAD] > pct->priorities[best]) {
        best = MACHINE_ANOTHER_THREAD; /* once: threads that always made way for each other would not get on */
        pct->priorities[MACHINE_ANOTHER_THREAD] = --pct->lowest;
    }
    pct->turns = best == pct->last ? pct->turns + 1 : 0;
    pct->last = best;
    return best;
}

double pct_chance(unsigned processors, uint64_t length, uint32_t depth, uint64_t runs)
{
    const double one = 1 / (processors * pow(length > 1 ? (double)length : 1, depth - 1));
    return one >= 1 ? 1 : -expm1((double)runs * log1p(-one));
}
