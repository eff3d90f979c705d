/*
 * Which thread runs. Ready threads of all processors stand in one queue a priority, and the highest priority goes
 * first; which of several of the same priority is drawn with the run's seed (seed 0: the first).
 */
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/races.h"

static LIST_ENTRY queues[KI_PRIORITIES];
static ULONG lengths[KI_PRIORITIES];
static ULONG ready_summary; /* a bit for each queue that is not empty */
static ULONG64 random_state, number_state;

/* splitmix64 */
static ULONG64 draw(ULONG64 *state)
{
    *state += 0x9E3779B97F4A7C15ULL;
    ULONG64 mixed = *state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

/* A seed of 0 draws nothing, so that a run without a seed is the plainest one. */
ULONG ki_random(ULONG below)
{
    return random_state == 0 || below < 2 ? 0 : (ULONG)(draw(&random_state) % below);
}

/* A row of its own, so that who wants numbers changes no choice. */
ULONG64 ki_number(void)
{
    return draw(&number_state);
}

void ki_seed(ULONG64 seed)
{
    random_state = seed;
    number_state = ~seed;
    for (ULONG i = 0; i < KI_PRIORITIES; i++)
        InitializeListHead(&queues[i]);
}

void ki_ready(PKTHREAD thread)
{
    if (vf_racing)
        vf_race_wake(thread);
    thread->State = KI_READY;
    InsertTailList(&queues[thread->Priority], &thread->ReadyEntry);
    lengths[thread->Priority]++;
    ready_summary |= 1u << thread->Priority;
}

static ULONG highest(ULONG summary)
{
    return 31 - (ULONG)__builtin_clz(summary);
}

static PKTHREAD thread_in(LIST_ENTRY *entry)
{
    return CONTAINING_RECORD(entry, KTHREAD, ReadyEntry);
}

/* The thread number `skip` of that priority that may run there, or NULL. */
static PKTHREAD ready_thread(ULONG priority, KAFFINITY processors, ULONG skip)
{
    for (LIST_ENTRY *entry = queues[priority].Flink; entry != &queues[priority]; entry = entry->Flink)
        if ((thread_in(entry)->Affinity & processors) && skip-- == 0)
            return thread_in(entry);
    return NULL;
}

static ULONG count_ready(ULONG priority, KAFFINITY processors)
{
    ULONG count = 0;
    if (ki_processor_count == 1)
        return lengths[priority];
    for (LIST_ENTRY *entry = queues[priority].Flink; entry != &queues[priority]; entry = entry->Flink)
        count += (thread_in(entry)->Affinity & processors) != 0;
    return count;
}

PKTHREAD ki_peek_thread(KAFFINITY processors)
{
    for (ULONG left = ready_summary; left; left &= ~(1u << highest(left))) {
        PKTHREAD thread = ready_thread(highest(left), processors, 0);
        if (thread)
            return thread;
    }
    return NULL;
}

PKTHREAD ki_take_thread(KAFFINITY processors)
{
    PKTHREAD thread = ki_peek_thread(processors);
    if (!thread)
        return NULL;
    const ULONG priority = (ULONG)thread->Priority, count = count_ready(priority, processors);
    const ULONG drawn = ki_preemptive ? ki_choose_thread(count) : ki_random(count);
    if (drawn)
        thread = ready_thread(priority, processors, drawn);
    RemoveEntryList(&thread->ReadyEntry);
    if (--lengths[priority] == 0)
        ready_summary &= ~(1u << priority);
    return thread;
}

BOOLEAN ki_has_equal(void)
{
    const struct ki_processor *processor = ki_current_processor();
    if (!(ready_summary >> processor->CurrentThread->Priority))
        return FALSE;
    PKTHREAD thread = ki_peek_thread(ki_bit(processor));
    return thread && thread->Priority >= processor->CurrentThread->Priority;
}

void ki_switch_to(PKTHREAD thread, struct ki_processor *next)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD current = processor->CurrentThread;
    if (thread == current) {
        thread->State = KI_RUNNING;
        return;
    }
    ki_trace(MACHINE_TRACE_THREAD, (ULONG64)current->Id, (ULONG64)thread->Id, 0, processor->Number);
    current->WaitIrql = processor->Irql;
    thread->State = KI_RUNNING;
    thread->ContextSwitches++;
    if (next != processor) {
        processor->CurrentThread = processor->IdleThread;
        processor->Irql = PASSIVE_LEVEL;
        ki_select(next);
    }
    thread->Processor = next->Number;
    next->Quantum = 0;
    next->CurrentThread = thread;
    next->Irql = thread->WaitIrql;
    ki_swap_stacks(&current->StackPointer, thread->StackPointer);
    /* It goes on; APCs may have come while it did not run. */
    if (current->WaitIrql < APC_LEVEL && !IsListEmpty(&current->ApcList[KernelMode]))
        ki_check_apcs();
}

/* Those that the running thread may be followed on by another. */
static KAFFINITY here_or_free(const struct ki_processor *processor)
{
    return ki_processor_count == 1 ? 1 : ki_free_processors() | ki_bit(processor);
}

/* With nothing ready the idle thread runs, which lets other processors go on, or moves time on. */
void ki_block(void)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD thread = NULL;
    if (ki_processor_count == 1 || (!ki_preemptive && !ki_others_are_left()))
        thread = ki_take_thread(here_or_free(processor));
    if (thread)
        ki_switch_to(thread, ki_processor_for(thread));
    else
        ki_switch_to(processor->IdleThread, processor);
}

void ki_preempt(void)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD current = processor->CurrentThread;
    if (processor->Irql >= DISPATCH_LEVEL || !ready_summary || current->State != KI_RUNNING ||
        (LONG)highest(ready_summary) <= current->Priority)
        return;
    const KAFFINITY processors = here_or_free(processor);
    PKTHREAD thread = ki_peek_thread(processors);
    if (!thread || thread->Priority <= current->Priority)
        return;
    /* Whether and when a free processor takes it, and whether this one goes on meanwhile, is a choice. */
    if (ki_preemptive && ki_processor_count > 1 && (thread->Affinity & processors & ~ki_bit(processor)))
        return;
    thread = ki_take_thread(processors);
    if (current != processor->IdleThread)
        ki_ready(current);
    ki_switch_to(thread, ki_processor_for(thread));
}

BOOLEAN ki_yield(void)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD current = processor->CurrentThread;
    if (!ki_has_equal())
        return FALSE;
    PKTHREAD next = ki_take_thread(ki_bit(processor));
    ki_ready(current);
    ki_switch_to(next, processor);
    return TRUE;
}

void ki_set_priority(PKTHREAD thread, KPRIORITY priority)
{
    if (thread->State == KI_READY) {
        RemoveEntryList(&thread->ReadyEntry);
        if (--lengths[thread->Priority] == 0)
            ready_summary &= ~(1u << thread->Priority);
        thread->Priority = priority;
        ki_ready(thread);
    }
    thread->Priority = priority;
    ki_preempt();
}
