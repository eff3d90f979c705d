/*
 * Waiting at a raised IRQL: a processor spins until another one has done something, such as released a spin lock. The
 * others run meanwhile. Where a processor would wait for itself, or several for each other, the run ends with that.
 */
#include "ntsim/ke/ki.h"

#include "ntsim/rtl/context.h"

#include <stdio.h>

ULONG ki_spinning;

static ULONG64 turns;

static BOOLEAN holds(const struct ki_processor *processor, const struct ki_spin *spin)
{
    switch (spin->Kind) {
    case KI_SPIN_LOCK:
    case KI_SPIN_QUEUED:
        return *(const volatile KSPIN_LOCK *)spin->Object == processor->Number + 1;
    case KI_SPIN_SHARED:
    case KI_SPIN_EXCLUSIVE:
        return ki_holds_shared(processor, spin->Object) ||
               *(const volatile EX_SPIN_LOCK *)spin->Object == (KI_EXCLUSIVE | (LONG)processor->Number);
    default:
        return spin->Object && processor->Ipi == spin->Object;
    }
}

/* What the processor waits for cannot come before `goal` has gone on. */
static BOOLEAN waits_for(const struct ki_processor *processor, const struct ki_processor *goal, KAFFINITY *seen)
{
    const struct ki_spin *spin = processor->Spin;
    if (!spin || spin->Over(spin))
        return FALSE;
    for (ULONG i = 0; i < ki_processor_count; i++) {
        const struct ki_processor *holder = ki_processors[i];
        if (!holds(holder, spin))
            continue;
        if (holder == goal)
            return TRUE;
        if (!(*seen & ki_bit(holder))) {
            *seen |= ki_bit(holder);
            if (waits_for(holder, goal, seen))
                return TRUE;
        }
    }
    return FALSE;
}

/* --- the report --- */

enum { REPORT_SIZE = 1024 };

struct machine_context ki_hung_at;

static ULONG say_holders(const struct ki_spin *spin, char *text, ULONG size)
{
    ULONG used = 0;
    for (ULONG i = 0; i < ki_processor_count && used < size; i++)
        if (holds(ki_processors[i], spin))
            used += (ULONG)max(_snprintf(text + used, size - used, "%s processor %u (thread %I64u)",
                                         used ? " and" : ", which", i, (ULONG64)ki_processors[i]->CurrentThread->Id),
                               0);
    if (used && used < size)
        used += (ULONG)max(_snprintf(text + used, size - used, " holds"), 0);
    return used;
}

DECLSPEC_NORETURN void ki_hang(void)
{
    static char text[REPORT_SIZE];
    ULONG used = 0;
    for (ULONG i = 0; i < ki_processor_count && used < REPORT_SIZE - 1; i++)
        for (const struct ki_spin *spin = ki_processors[i]->Spin; spin && used < REPORT_SIZE - 1; spin = spin->Outer) {
            used += (ULONG)max(_snprintf(text + used, REPORT_SIZE - 1 - used,
                                         "%sprocessor %u (thread %I64u, IRQL %u) spins for %s 0x%I64x",
                                         used ? "; " : "no processor can go on: ", i,
                                         (ULONG64)ki_processors[i]->CurrentThread->Id, ki_processors[i]->Irql,
                                         spin->Text, (ULONG64)spin->Object),
                               0);
            if (used < REPORT_SIZE - 1)
                used += say_holders(spin, text + used, REPORT_SIZE - 1 - used);
        }
    CONTEXT here;
    RtlCaptureContext(&here);
    rtl_context_to_machine(&ki_hung_at, &here);
    ki_services->hang(used ? text : "no thread can run, and no timer is set");
    __builtin_unreachable();
}

/* --- waiting --- */

/* Time goes on in a processor that is idle. */
static void let_time_pass(void)
{
    const KAFFINITY free = ki_free_processors();
    if (!free)
        ki_hang();
    ki_resume(ki_processors[__builtin_ctzll(free)]);
    ki_catch_up();
}

void ki_spin(struct ki_spin *spin)
{
    struct ki_processor *processor = ki_current_processor();
    KAFFINITY seen = 0;
    spin->Processor = processor;
    spin->Turn = ++turns;
    spin->Outer = processor->Spin;
    processor->Spin = spin;
    ki_spinning++;
    if (waits_for(processor, processor, &seen))
        ki_hang();
    while (!spin->Over(spin))
        if (!ki_give_way())
            let_time_pass();
    ki_spinning--;
    processor->Spin = spin->Outer;
}

/* --- spin locks --- */

static BOOLEAN is_free(const struct ki_spin *spin)
{
    return *(const volatile KSPIN_LOCK *)spin->Object == 0;
}

static BOOLEAN is_given(const struct ki_spin *spin)
{
    return *(const volatile KSPIN_LOCK *)spin->Object == spin->Processor->Number + 1;
}

void ki_acquire_held(PKSPIN_LOCK lock, BOOLEAN queued)
{
    const ULONG64 number = ki_current_processor()->Number;
    if (*lock == number + 1)
        ki_bug_check(SPIN_LOCK_ALREADY_OWNED, (ULONG64)lock, number, 0, 0, NULL,
                     "a spin lock is acquired by the processor that holds it");
    if (*lock > ki_processor_count)
        ki_bug_check(SPIN_LOCK_ALREADY_OWNED, (ULONG64)lock, number, *lock, 0, NULL,
                     "a spin lock is acquired that was not initialised, or has been overwritten");
    struct ki_spin spin = {.Kind = queued ? KI_SPIN_QUEUED : KI_SPIN_LOCK,
                           .Over = queued ? is_given : is_free,
                           .Object = lock,
                           .Text = queued ? "the queued spin lock" : "the spin lock"};
    ki_spin(&spin);
    *lock = number + 1;
}

/* Who has queued for it first gets it. */
static const struct ki_spin *first_in_queue(const KSPIN_LOCK *lock)
{
    const struct ki_spin *first = NULL;
    for (ULONG i = 0; i < ki_processor_count; i++)
        for (const struct ki_spin *spin = ki_processors[i]->Spin; spin; spin = spin->Outer)
            if (spin->Object == lock && spin->Kind == KI_SPIN_QUEUED && (!first || spin->Turn < first->Turn))
                first = spin;
    return first;
}

void ki_release_wanted(PKSPIN_LOCK lock)
{
    const struct ki_processor *processor = ki_current_processor();
    if (*lock == 0)
        ki_bug_check(SPIN_LOCK_NOT_OWNED, (ULONG64)lock, 0, 0, 0, NULL, "a spin lock is released that nobody holds");
    if (*lock != processor->Number + 1)
        ki_bug_check(SPIN_LOCK_NOT_OWNED, (ULONG64)lock, *lock, 0, 0, NULL,
                     "a spin lock is released by another processor than the one that holds it");
    const struct ki_spin *next = first_in_queue(lock);
    *lock = next ? next->Processor->Number + 1 : 0;
}
