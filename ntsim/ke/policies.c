/* Who goes on at a choice. */
#include "ntsim/ke/schedule.h"

static struct machine_schedule settings;
static ULONG64 state, next_decision;

/* xorshift64*: a row of its own, so that the run's other draws stay what they are. */
static ULONG draw(ULONG below)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (ULONG)((state * 0x2545F4914F6CDD1DULL) >> 33) % below;
}

/* This processor, where it can go on; else the next one that can. The thread that became ready first. */
static ULONG stay(const struct machine_choice *choice)
{
    if (choice->point == MACHINE_POINT_THREAD)
        return 0;
    for (ULONG i = 0; i < KI_MAX_PROCESSORS; i++) {
        const ULONG number = (choice->processor + i) % KI_MAX_PROCESSORS;
        if ((choice->alternatives >> number) & 1)
            return number;
    }
    return choice->processor;
}

static ULONG choose_random(const struct machine_choice *choice)
{
    if (choice->point == MACHINE_POINT_THREAD)
        return draw((ULONG)__builtin_popcountll(choice->alternatives));
    const ULONG64 here = choice->alternatives & (1ULL << choice->processor);
    if (here && draw(100) >= settings.percent)
        return choice->processor;
    ULONG64 others = choice->alternatives & ~here;
    const ULONG count = (ULONG)__builtin_popcountll(others) + choice->another_thread;
    for (ULONG skip = draw(count); skip > 0; skip--)
        others &= others - 1;
    return others ? (ULONG)__builtin_ctzll(others) : MACHINE_ANOTHER_THREAD;
}

static ULONG choose_decided(const struct machine_choice *choice)
{
    if (next_decision == settings.decision_count || settings.decisions[next_decision].number != choice->number)
        return stay(choice);
    return settings.decisions[next_decision++].chosen;
}

static ULONG ask(const struct machine_choice *choice)
{
    return settings.choose(settings.context, choice);
}

const struct ki_policy *ki_policy_of(const struct machine_schedule *schedule, ULONG64 seed)
{
    static const struct ki_policy random = {choose_random}, follow = {choose_decided}, host = {ask};
    settings = *schedule;
    state = seed ^ 0xA0761D6478BD642FULL;
    state = state ? state : 1;
    switch (schedule->policy) {
    case MACHINE_RANDOM:
        return &random;
    case MACHINE_FOLLOW:
        return &follow;
    case MACHINE_ASK:
        return &host;
    default:
        return NULL;
    }
}
