/* Scheduling points: what could happen next, the policy's choice, and the record of it. */
#include "ntsim/ke/schedule.h"

#include "ntsim/ke/sim.h"
#include "ntsim/verifier/vf.h"

#include <stdio.h>

BOOLEAN ki_preemptive, ki_gated;
#pragma comment(linker, "/EXPORT:SimPreemptive=ki_preemptive,DATA") /* for the frameworks */

static const struct ki_policy *policy;

/* What the next point is told of its step, and whether something has been touched that no point was told of. */
static struct ki_step step;
static BOOLEAN opaque;

void ki_touched_untold(void)
{
    opaque = TRUE;
}

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

/* A thread, or above DISPATCH_LEVEL and in DPCs the processor. */
static ULONG64 agent_of(const struct ki_processor *processor)
{
    const ULONG64 own = 4 * (ULONG64)processor->Number;
    return processor->Irql > DISPATCH_LEVEL ? own + 1
           : processor->DpcActive           ? own + 2
                                            : (ULONG64)processor->CurrentThread;
}

/* What was freed since the last choice. */
static struct {
    ULONG64 Begin, Size, Agent;
} freed[MACHINE_FREED];
static ULONG freed_count;

void ki_freed(ULONG64 begin, SIZE_T size)
{
    if (!choices || !size)
        return;
    if (freed_count == MACHINE_FREED) {
        opaque = TRUE;
        return;
    }
    freed[freed_count].Begin = begin;
    freed[freed_count].Size = size;
    freed[freed_count++].Agent = agent_of(ki_current_processor());
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
                                    .another_thread = another_thread,
                                    .writes = step.Writes,
                                    .local = step.Local,
                                    .opaque = opaque,
                                    .size = step.Size,
                                    .point_number = points,
                                    .agent = agent_of(processor)};
    for (ULONG i = 0; i < RTL_NUMBER_OF(step.Arguments); i++)
        choice.arguments[i] = step.Arguments[i];
    for (ULONG i = 0; i < freed_count; i++) {
        choice.freed[i].begin = freed[i].Begin;
        choice.freed[i].size = freed[i].Size;
        choice.freed[i].agent = freed[i].Agent;
    }
    freed_count = 0;
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
    if (!alternatives && !another_thread) {
        freed_count = 0; /* nobody was left in the middle of anything meanwhile */
        return;
    }
    const ULONG chosen = decide(kind, object, alternatives | ki_bit(processor), another_thread);
    if (chosen == MACHINE_ANOTHER_THREAD) {
        ki_yield();
    } else if (chosen != processor->Number) {
        ki_resume(ki_processors[chosen]);
        ki_catch_up();
    }
}

void ki_scheduling_step(enum machine_point kind, const volatile VOID *object, const struct ki_step *of)
{
    step = *of;
    ki_scheduling_point(kind, object);
    step = (struct ki_step){0};
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

/* Calls that look at what belongs to the running thread or processor, or at what never changes. */
static BOOLEAN is_local(const char *name)
{
    static const char *const begins[] = {"DbgPrint",
                                         "vDbgPrint",
                                         "KeGetCurrent",
                                         "PsGetCurrent",
                                         "IoGetCurrent",
                                         "KeQueryTimeIncrement",
                                         "WdfObjectGetTypedContextWorker"};
    for (ULONG i = 0; i < RTL_NUMBER_OF(begins); i++)
        if (strncmp(name, begins[i], strlen(begins[i])) == 0)
            return TRUE;
    return FALSE;
}

static BOOLEAN at_call(struct vf_call *call)
{
    struct ki_step of = {.Local = is_local(call->Gate->Name)};
    for (ULONG i = 0; i < RTL_NUMBER_OF(of.Arguments); i++)
        if (call->Arguments[call->Gate->Parameter + i] >= MACHINE_KERNEL_BEGIN &&
            call->Arguments[call->Gate->Parameter + i] < MACHINE_KERNEL_END)
            of.Arguments[i] = call->Arguments[call->Gate->Parameter + i];
    ki_scheduling_step(MACHINE_POINT_CALL, call->Gate->Target, &of);
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
