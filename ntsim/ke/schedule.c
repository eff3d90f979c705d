/* Scheduling points: what could happen next, the policy's choice, and the record of it. */
#include "ntsim/ke/schedule.h"

#include "ntsim/ke/sim.h"
#include "ntsim/verifier/vf.h"

#include <stdio.h>

BOOLEAN ki_preemptive, ki_gated;
#pragma comment(linker, "/EXPORT:SimPreemptive=ki_preemptive,DATA") /* for the frameworks */

static const struct ki_policy *policy;

/* --- the record: choices in blocks that are never given back --- */

enum { BLOCK_SIZE = 1 << 20, IN_BLOCK = BLOCK_SIZE / sizeof(struct machine_choice), MOST_BLOCKS = 4096 };

static struct machine_choice *blocks[MOST_BLOCKS];
static ULONG64 points, choices;

/* Where memory for it ends, so does the record; the run goes on. */
static void record(const struct machine_choice *choice)
{
    const ULONG64 block = choice->number / IN_BLOCK;
    choices++;
    if (block >= MOST_BLOCKS)
        return;
    if (!blocks[block])
        blocks[block] = ki_services->map(BLOCK_SIZE, false);
    if (blocks[block])
        blocks[block][choice->number % IN_BLOCK] = *choice;
}

__declspec(dllexport) uint64_t SimSchedulePoints(void)
{
    return points;
}

__declspec(dllexport) uint64_t SimScheduleChoices(void)
{
    return choices;
}

__declspec(dllexport) bool SimScheduleChoice(uint64_t number, struct machine_choice *choice)
{
    if (number >= choices || number / IN_BLOCK >= MOST_BLOCKS || !blocks[number / IN_BLOCK])
        return false;
    *choice = blocks[number / IN_BLOCK][number % IN_BLOCK];
    return true;
}

/* --- alternatives --- */

/* Processors with nothing to do but the same ready thread are one alternative: the first of them, or the
 * one that asks where `first` is what it would take. */
static KAFFINITY others(PKTHREAD first, BOOLEAN *takes_thread)
{
    const struct ki_processor *current = ki_current_processor();
    KAFFINITY result = 0;
    for (ULONG i = 0; i < ki_processor_count; i++) {
        const struct ki_processor *processor = ki_processors[i];
        if (processor == current || !ki_can_go_on(processor))
            continue;
        if (ki_is_free(processor) && !ki_is_called(processor)) {
            PKTHREAD thread = ki_peek_thread(ki_bit(processor));
            *takes_thread = TRUE;
            if (thread == first)
                continue;
            first = first ? first : thread;
        }
        result |= ki_bit(processor);
    }
    return result;
}

static DECLSPEC_NORETURN void misfit(const struct machine_choice *choice)
{
    static char text[160];
    _snprintf(text, sizeof(text) - 1, "the schedule does not fit the run: %u is no alternative of choice %I64u",
              choice->chosen, choice->number);
    ki_services->hang(text);
    __builtin_unreachable();
}

static ULONG decide(enum machine_point kind, const volatile VOID *object, KAFFINITY alternatives,
                    BOOLEAN another_thread)
{
    const struct ki_processor *processor = ki_current_processor();
    struct machine_choice choice = {.number = choices,
                                    .object = (ULONG64)object,
                                    .alternatives = alternatives,
                                    .point = kind,
                                    .processor = (UCHAR)processor->Number,
                                    .irql = processor->Irql,
                                    .another_thread = another_thread};
    const ULONG chosen = policy->Choose(&choice);
    choice.chosen = (UCHAR)chosen;
    if (chosen == MACHINE_ANOTHER_THREAD ? !another_thread : chosen > 63 || !((alternatives >> chosen) & 1))
        misfit(&choice);
    record(&choice);
    return chosen;
}

void ki_scheduling_point(enum machine_point kind, const volatile VOID *object)
{
    const struct ki_processor *processor = ki_current_processor();
    BOOLEAN taken = FALSE;
    points++;
    const KAFFINITY alternatives = others(NULL, &taken);
    const BOOLEAN another_thread = !taken && processor->Irql < DISPATCH_LEVEL && ki_has_equal();
    if (!alternatives && !another_thread)
        return;
    const ULONG chosen = decide(kind, object, alternatives | ki_bit(processor), another_thread);
    if (chosen == MACHINE_ANOTHER_THREAD) {
        ki_yield();
    } else if (chosen != processor->Number) {
        ki_resume(ki_processors[chosen]);
        ki_catch_up();
    }
}

__declspec(dllexport) void SimSchedulingPoint(uint32_t kind, const void *object)
{
    if (ki_preemptive)
        ki_scheduling_point((enum machine_point)kind, object);
}

struct ki_processor *ki_choose_next(BOOLEAN thread)
{
    struct ki_processor *processor = ki_current_processor();
    BOOLEAN taken = FALSE;
    PKTHREAD own = thread ? ki_peek_thread(ki_bit(processor)) : NULL;
    KAFFINITY alternatives = others(own, &taken);
    if (own)
        alternatives |= ki_bit(processor);
    if (!alternatives)
        return NULL;
    if (alternatives & (alternatives - 1))
        return ki_processors[decide(MACHINE_POINT_BLOCKED, NULL, alternatives, FALSE)];
    return ki_processors[__builtin_ctzll(alternatives)];
}

ULONG ki_choose_thread(ULONG count)
{
    if (count < 2)
        return 0;
    return decide(MACHINE_POINT_THREAD, NULL, count > 63 ? ~0ULL >> 1 : (1ULL << count) - 1, FALSE);
}

struct ki_processor *ki_choose_target(KAFFINITY processors, ULONG vector)
{
    struct ki_processor *processor = ki_current_processor();
    if (ki_preemptive && (processors & (processors - 1)))
        return ki_processors[decide(MACHINE_POINT_INTERRUPT, (PVOID)(ULONG64)vector, processors, FALSE)];
    return processors & ki_bit(processor) ? processor : ki_processors[__builtin_ctzll(processors)];
}

BOOLEAN ki_is_of_driver(PVOID address)
{
    for (const struct machine_image *image = ki_services->images(); image; image = image->next)
        if ((ULONG64)address - (ULONG64)image->base < image->size)
            return !image->of_system;
    return TRUE;
}

static BOOLEAN at_call(struct vf_call *call)
{
    ki_scheduling_point(MACHINE_POINT_CALL, call->Gate->Target);
    return TRUE;
}

void ki_init_schedule(const struct machine_schedule *schedule, ULONG64 seed)
{
    policy = ki_policy_of(schedule, seed);
    ki_preemptive = policy != NULL;
    ki_gated = ki_preemptive && vf_on;
    if (ki_gated)
        vf_add_hook(at_call);
}
