/*
 * Which thread runs. Ready threads stand in one queue a priority, and the highest priority goes first; which of several
 * of the same priority is drawn with the run's seed (seed 0: the first).
 */
#include "ntsim/ke/ki.h"

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
    thread->State = KI_READY;
    InsertTailList(&queues[thread->Priority], &thread->ReadyEntry);
    lengths[thread->Priority]++;
    ready_summary |= 1u << thread->Priority;
}

static PKTHREAD take(ULONG priority)
{
    LIST_ENTRY *entry = queues[priority].Flink;
    for (ULONG skip = ki_random(lengths[priority]); skip > 0; skip--)
        entry = entry->Flink;
    RemoveEntryList(entry);
    if (--lengths[priority] == 0)
        ready_summary &= ~(1u << priority);
    return CONTAINING_RECORD(entry, KTHREAD, ReadyEntry);
}

static ULONG highest(void)
{
    return 31 - (ULONG)__builtin_clz(ready_summary);
}

static void switch_to(PKTHREAD thread)
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
    struct ki_processor *next = ki_processor_for(thread);
    if (next != processor) {
        processor->CurrentThread = processor->IdleThread;
        processor->Irql = PASSIVE_LEVEL;
        ki_select(next);
    }
    thread->Processor = next->Number;
    next->CurrentThread = thread;
    next->Irql = thread->WaitIrql;
    ki_swap_stacks(&current->StackPointer, thread->StackPointer);
    /* It goes on; APCs may have come while it did not run. */
    if (current->WaitIrql < APC_LEVEL && !IsListEmpty(&current->ApcList[KernelMode]))
        ki_check_apcs();
}

/* With nothing ready the idle thread runs, which moves time on. */
void ki_block(void)
{
    switch_to(ready_summary ? take(highest()) : ki_processors[0]->IdleThread);
}

void ki_preempt(void)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD current = processor->CurrentThread;
    if (processor->Irql >= DISPATCH_LEVEL || !ready_summary || current->State != KI_RUNNING ||
        (LONG)highest() <= current->Priority)
        return;
    if (current != processor->IdleThread)
        ki_ready(current);
    switch_to(take(highest()));
}

BOOLEAN ki_yield(void)
{
    PKTHREAD current = ki_current_thread();
    if (!(ready_summary >> current->Priority))
        return FALSE;
    PKTHREAD next = take(highest());
    ki_ready(current);
    switch_to(next);
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
