/*
 * From one processor to another. A processor that is left stays as it is: its registers lie on the stack it was on, a
 * thread's or its own for DPCs, and its IRQL and locks stay. An idle processor lies in its idle thread, below.
 */
#include "ntsim/ke/schedule.h"

#include "ntsim/mm/mi.h"

enum {
    LEAD = 100,      /* 10 us: as long as a processor may be ahead of the others */
    QUANTUM = 312500 /* two ticks of the clock: as long as a thread may keep others of its priority waiting */
};

void ki_resume(struct ki_processor *processor)
{
    PKTHREAD current = ki_current_thread();
    ki_select(processor);
    processor->Lead = 0;
    ki_swap_stacks(&current->StackPointer, processor->CurrentThread->StackPointer);
}

BOOLEAN ki_is_called(const struct ki_processor *processor)
{
    return (processor->Ipi && processor->Irql < IPI_LEVEL) || processor->PendingIrql > processor->Irql ||
           (processor->DpcQueue.Next && processor->Irql < DISPATCH_LEVEL);
}

/* In the middle of something, and not waiting. */
static BOOLEAN is_left(const struct ki_processor *processor)
{
    return processor->Spin ? processor->Spin->Over(processor->Spin) : !ki_is_free(processor);
}

BOOLEAN ki_can_go_on(const struct ki_processor *processor)
{
    return ki_is_called(processor) || is_left(processor) ||
           (ki_is_free(processor) && ki_peek_thread(ki_bit(processor)) != NULL);
}

BOOLEAN ki_others_are_left(void)
{
    const struct ki_processor *current = ki_current_processor();
    for (ULONG i = 0; i < ki_processor_count; i++)
        if (ki_processors[i] != current && is_left(ki_processors[i]))
            return TRUE;
    return FALSE;
}

static struct ki_processor *next_in_turn(void)
{
    const struct ki_processor *current = ki_current_processor();
    for (ULONG i = 1; i < ki_processor_count; i++) {
        struct ki_processor *processor = ki_processors[(current->Number + i) % ki_processor_count];
        if (ki_can_go_on(processor))
            return processor;
    }
    return NULL;
}

BOOLEAN ki_give_way(void)
{
    struct ki_processor *next = ki_preemptive ? ki_choose_next(FALSE) : next_in_turn();
    if (!next)
        return FALSE;
    next->Called = TRUE;
    ki_resume(next);
    ki_catch_up();
    return TRUE;
}

void ki_visit(struct ki_processor *processor)
{
    processor->Visitor = ki_current_processor();
    ki_resume(processor);
}

void ki_catch_up(void)
{
    struct ki_processor *processor = ki_current_processor();
    while (ki_is_called(processor) || processor->Visitor) {
        if (processor->Ipi && processor->Irql < IPI_LEVEL)
            ki_serve_ipi();
        if (processor->PendingIrql > processor->Irql) {
            const KIRQL irql = processor->Irql;
            processor->Irql = max(irql, DISPATCH_LEVEL); /* DPCs come after all interrupts */
            ki_deliver_interrupts();
            processor->Irql = irql;
        }
        if (processor->DpcQueue.Next && processor->Irql < DISPATCH_LEVEL)
            ki_drain_dpcs();
        struct ki_processor *visitor = processor->Visitor;
        processor->Visitor = NULL;
        if (visitor && visitor != processor)
            ki_resume(visitor);
    }
    if (processor->CurrentThread != processor->IdleThread)
        ki_preempt();
}

/* --- time --- */

void ki_take_time(ULONG64 ticks)
{
    struct ki_processor *processor = ki_current_processor();
    processor->Lead += ticks;
    processor->Quantum += ticks;
}

BOOLEAN ki_turn_is_over(void)
{
    const struct ki_processor *processor = ki_current_processor();
    return (processor->Lead >= LEAD && next_in_turn() != NULL) ||
           (processor->Quantum >= QUANTUM && processor->Irql < DISPATCH_LEVEL && ki_has_equal());
}

void ki_pass_turn(void)
{
    struct ki_processor *processor = ki_current_processor();
    const BOOLEAN quantum_is_over = processor->Quantum >= QUANTUM && processor->Irql < DISPATCH_LEVEL;
    processor->Lead = 0;
    if (quantum_is_over && ki_has_equal()) {
        processor->Quantum = 0;
        ki_yield();
    } else {
        ki_give_way();
    }
}

/* --- idle threads --- */

static const volatile BOOLEAN *run_is_over;

/* Something for this processor or another; FALSE: there is nothing. */
static BOOLEAN find_work(struct ki_processor *processor)
{
    if (ki_preemptive) {
        struct ki_processor *next = ki_choose_next(TRUE);
        if (next == processor)
            ki_switch_to(ki_take_thread(ki_bit(processor)), processor);
        else if (next)
            ki_resume(next);
        return next != NULL;
    }
    const KAFFINITY processors = ki_free_processors() | ki_bit(processor);
    if (ki_peek_thread(processors) && (processor->Called || !ki_others_are_left())) {
        PKTHREAD thread = ki_take_thread(processors);
        processor->Called = FALSE;
        ki_switch_to(thread, ki_processor_for(thread));
        return TRUE;
    }
    struct ki_processor *next = next_in_turn();
    if (next)
        ki_resume(next);
    return next != NULL;
}

static void be_idle(struct ki_processor *processor)
{
    do {
        do
            ki_catch_up();
        while (find_work(processor));
        if (!*run_is_over && !ki_next_timer())
            ki_hang();
    } while (!*run_is_over);
}

static void be_idle_here(PVOID processor)
{
    be_idle(processor);
}

/* Not on the machine's own stack, which is none of a kernel: interrupt service routines run on this one. */
void ki_idle(const volatile BOOLEAN *finished)
{
    struct ki_processor *processor = ki_current_processor();
    const PKTHREAD idle = processor->IdleThread;
    const PUCHAR stack = mi_allocate_stack(KERNEL_LARGE_STACK_SIZE);
    run_is_over = finished;
    if (!stack)
        ki_bug_check(PHASE0_INITIALIZATION_FAILED, 0, 0, 0, 0, NULL, "no memory for the idle thread");
    idle->StackLimit = stack;
    idle->StackBase = stack + KERNEL_LARGE_STACK_SIZE;
    ki_call_on_stack(be_idle_here, processor, idle->StackBase);
}

void ki_idle_elsewhere(void)
{
    for (;;) {
        be_idle(ki_current_processor());
        /* The run ends where it has begun. */
        struct ki_processor *first = ki_processors[0];
        first->CurrentThread = first->IdleThread;
        first->Irql = PASSIVE_LEVEL;
        ki_resume(first);
    }
}
