/*
 * Interrupts. A vector that is raised stays pending at a processor until its IRQL is lower; then the service routines
 * connected to it run, at their synchronisation IRQL and with their spin lock held, before anything else does. One
 * whose line stays asserted comes again. A vector of PASSIVE_LEVEL is served by a work item, as Windows does for
 * controllers behind slow buses.
 */
#include "ntsim/ke/interrupt.h"
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/leftovers.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/vf.h"

enum { VECTORS = 256, STORM = 10000, TAG = 0x746E694B /* "Kint" */ };

static struct vector {
    LIST_ENTRY Interrupts;
    KIRQL Irql;
    BOOLEAN Passive;
    ULONG Repeats;                 /* while its line stays asserted */
    KAFFINITY Processors, Pending; /* that it may go to; at which it waits */
} vectors[VECTORS];
static ULONG64 unclaimed;

KIRQL ki_irql_of_vector(ULONG vector)
{
    enum { LOWEST = 3, HIGHEST = 11 };
    KIRQL irql = (KIRQL)((vector >> 4) & 0xF);
    return irql < LOWEST ? LOWEST : min(irql, HIGHEST);
}

/* --- service --- */

static KIRQL lock(PKINTERRUPT interrupt)
{
    if (interrupt->Irql == PASSIVE_LEVEL) {
        KeWaitForSingleObject(&interrupt->PassiveLock, Executive, KernelMode, FALSE, NULL);
        return PASSIVE_LEVEL;
    }
    KIRQL irql = ki_current_processor()->Irql, old = KfRaiseIrql(max(irql, interrupt->SynchronizeIrql));
    KeAcquireSpinLockAtDpcLevel(interrupt->Lock);
    return old;
}

static void unlock(PKINTERRUPT interrupt, KIRQL old)
{
    if (interrupt->Irql == PASSIVE_LEVEL) {
        KeSetEvent(&interrupt->PassiveLock, EVENT_INCREMENT, FALSE);
        return;
    }
    KeReleaseSpinLockFromDpcLevel(interrupt->Lock);
    KeLowerIrql(old);
}

static BOOLEAN serve_one(PKINTERRUPT interrupt)
{
    KIRQL old = lock(interrupt), at = ki_current_processor()->Irql;
    const ULONG64 began = ki_interrupt_time;
    struct vf_callback callback;
    vf_enter(&callback);
    ki_trace(MACHINE_TRACE_INTERRUPT,
             interrupt->MessageRoutine ? (ULONG64)interrupt->MessageRoutine : (ULONG64)interrupt->Routine, 0, 0,
             ki_current_processor()->Number);
    BOOLEAN claimed = interrupt->MessageRoutine
                          ? interrupt->MessageRoutine(interrupt, interrupt->Context, interrupt->MessageId)
                          : interrupt->Routine(interrupt, interrupt->Context);
    ki_trace(MACHINE_TRACE_INTERRUPT, 0, 0, 0, ki_current_processor()->Number);
    vf_leave(&callback, "the interrupt service routine", (PVOID)interrupt->Routine);
    if (at > DISPATCH_LEVEL)
        ki_check_time(began, KI_INTERRUPT_TIME, "VRF0107", "the interrupt service routine",
                      interrupt->MessageRoutine ? (PVOID)interrupt->MessageRoutine : (PVOID)interrupt->Routine);
    if (ki_current_processor()->Irql != at)
        ki_bug_check(IRQL_UNEXPECTED_VALUE, ki_current_processor()->Irql, (ULONG64)interrupt->Routine, at, 0, NULL,
                     "an interrupt service routine returned at another IRQL");
    unlock(interrupt, old);
    return claimed;
}

static void serve_passive(PVOID context)
{
    serve_one(context);
}

static void serve(struct vector *vector)
{
    BOOLEAN claimed = FALSE;
    for (LIST_ENTRY *entry = vector->Interrupts.Flink, *next; entry != &vector->Interrupts; entry = next) {
        PKINTERRUPT interrupt = CONTAINING_RECORD(entry, struct _KINTERRUPT, Entry);
        if (interrupt->Irql == PASSIVE_LEVEL) {
            if (!interrupt->PassiveItem.List.Flink) {
                ExInitializeWorkItem(&interrupt->PassiveItem, serve_passive, interrupt);
                ExQueueWorkItem(&interrupt->PassiveItem, RealTimeWorkQueue);
            }
            claimed = TRUE;
            next = entry->Flink;
        } else {
            const BOOLEAN level = interrupt->Mode == LevelSensitive;
            interrupt->Active++; /* it stays until the next one is known */
            const BOOLEAN claims = serve_one(interrupt);
            next = entry->Flink;
            interrupt->Active--;
            claimed = claimed || claims;
            if (claims && level)
                break;
        }
    }
    if (!claimed)
        unclaimed++;
}

static void pend(struct vector *vector, struct ki_processor *processor)
{
    vector->Pending |= ki_bit(processor);
    processor->PendingIrql = max(processor->PendingIrql, vector->Irql);
}

/* A line that its service has not released interrupts again. */
static void check_line(struct vector *vector)
{
    if (vector->Passive || IsListEmpty(&vector->Interrupts) || !ki_services->line((ULONG)(vector - vectors))) {
        vector->Repeats = 0;
        return;
    }
    PKINTERRUPT first = CONTAINING_RECORD(vector->Interrupts.Flink, struct _KINTERRUPT, Entry);
    if (vector->Repeats++ == STORM)
        ki_bug_check(HARDWARE_INTERRUPT_STORM, (ULONG64)first->Routine, (ULONG64)first->Context, (ULONG64)first,
                     vector->Interrupts.Flink == vector->Interrupts.Blink ? 1 : 2, NULL,
                     "an interrupt line stays asserted, whatever its service routines do");
    pend(vector, ki_current_processor());
}

void ki_deliver_interrupts(void)
{
    struct ki_processor *processor = ki_current_processor();
    while (processor->PendingIrql > processor->Irql) {
        struct vector *best = NULL;
        KIRQL next = PASSIVE_LEVEL;
        for (ULONG i = 0; i < VECTORS; i++) {
            struct vector *vector = &vectors[i];
            if (!(vector->Pending & ki_bit(processor)))
                continue;
            if (!best || vector->Irql > best->Irql) {
                next = best ? best->Irql : next;
                best = vector;
            } else if (vector->Irql > next) {
                next = vector->Irql;
            }
        }
        best->Pending &= ~ki_bit(processor);
        processor->PendingIrql = next;
        /* DPCs that the routines queue, and threads they wake, come when all are served. */
        KIRQL old = processor->Irql;
        processor->Irql = best->Passive ? DISPATCH_LEVEL : best->Irql;
        vf_raised();
        serve(best);
        processor->Irql = old;
        check_line(best);
    }
}

static void raise(struct vector *vector, KAFFINITY processors)
{
    struct ki_processor *processor = ki_current_processor(),
                        *target = ki_choose_target(processors, (ULONG)(vector - vectors));
    KIRQL old = processor->Irql;
    pend(vector, target);
    if (target != processor) {
        if (!ki_preemptive && target->PendingIrql > target->Irql)
            ki_visit(target);
    } else if (processor->PendingIrql > old) {
        ki_deliver_interrupts();
        if (old < DISPATCH_LEVEL) { /* what they have queued runs now */
            processor->Irql = DISPATCH_LEVEL;
            KeLowerIrql(old);
        }
    }
}

static BOOLEAN is_connected(const struct vector *vector)
{
    return vector->Interrupts.Flink && !IsListEmpty(&vector->Interrupts);
}

BOOLEAN ki_interrupt(ULONG number)
{
    struct vector *vector = &vectors[number % VECTORS];
    if (!is_connected(vector))
        return FALSE;
    raise(vector, vector->Processors);
    return TRUE;
}

/* The host's: served before this returns, where that can be. */
__declspec(dllexport) bool SimRaiseInterrupt(uint32_t number)
{
    struct vector *vector = &vectors[number % VECTORS];
    const struct ki_processor *processor = ki_current_processor();
    if (!is_connected(vector))
        return false;
    if (vector->Irql > processor->Irql && (vector->Processors & ki_bit(processor)))
        raise(vector, ki_bit(processor));
    else
        raise(vector, vector->Processors);
    return true;
}

/* Interrupts that no service routine has claimed. */
__declspec(dllexport) uint64_t SimUnclaimedInterrupts(void)
{
    return unclaimed;
}

/* --- connecting --- */

NTSTATUS ki_connect(const struct ki_interrupt_wish *wish, PKINTERRUPT *result)
{
    struct vector *vector = &vectors[wish->Vector % VECTORS];
    *result = NULL;
    if (wish->SynchronizeIrql < wish->Irql || (!wish->Routine && !wish->MessageRoutine))
        return STATUS_INVALID_PARAMETER;
    if (!vector->Interrupts.Flink)
        InitializeListHead(&vector->Interrupts);
    if (!IsListEmpty(&vector->Interrupts)) {
        PKINTERRUPT other = CONTAINING_RECORD(vector->Interrupts.Flink, struct _KINTERRUPT, Entry);
        if (!wish->Share || !other->Share || other->Irql != wish->Irql)
            return STATUS_INVALID_PARAMETER;
    }
    PKINTERRUPT interrupt = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*interrupt), TAG);
    if (!interrupt)
        return STATUS_INSUFFICIENT_RESOURCES;
    interrupt->Routine = wish->Routine;
    interrupt->MessageRoutine = wish->MessageRoutine;
    interrupt->MessageId = wish->MessageId;
    interrupt->Context = wish->Context;
    interrupt->Lock = wish->Lock ? wish->Lock : &interrupt->OwnLock;
    interrupt->Vector = wish->Vector;
    interrupt->Irql = wish->Irql;
    interrupt->SynchronizeIrql = wish->SynchronizeIrql;
    interrupt->Mode = wish->Mode;
    interrupt->Share = wish->Share;
    KeInitializeEvent(&interrupt->PassiveLock, SynchronizationEvent, TRUE);
    vector->Irql = max(wish->Irql, DISPATCH_LEVEL + 1); /* a passive one only waits for its work item's queueing */
    vector->Passive = wish->Irql == PASSIVE_LEVEL;
    vector->Processors = wish->Processors & KeQueryActiveProcessors();
    if (!vector->Processors)
        vector->Processors = KeQueryActiveProcessors();
    InsertTailList(&vector->Interrupts, &interrupt->Entry);
    vf_registered("the interrupt service routine", interrupt,
                  wish->Routine ? (PVOID)wish->Routine : (PVOID)wish->MessageRoutine);
    *result = interrupt;
    if (ki_services->line(wish->Vector % VECTORS))
        ki_interrupt(wish->Vector); /* it was asserted before */
    return STATUS_SUCCESS;
}

static BOOLEAN is_at_rest(const struct ki_spin *spin)
{
    return ((const struct _KINTERRUPT *)spin->Object)->Active == 0;
}

void ki_disconnect(PKINTERRUPT interrupt)
{
    struct vector *vector = &vectors[interrupt->Vector % VECTORS];
    struct ki_spin spin = {.Kind = KI_SPIN_OTHER,
                           .Over = is_at_rest,
                           .Object = interrupt,
                           .Text = "the end of the service of the interrupt"};
    if (interrupt->Active)
        ki_spin(&spin);
    vf_unregistered(interrupt);
    RemoveEntryList(&interrupt->Entry);
    if (IsListEmpty(&vector->Interrupts))
        vector->Pending = 0;
    ExFreePoolWithTag(interrupt, TAG);
}

/* --- what drivers call --- */

BOOLEAN KeSynchronizeExecution(PKINTERRUPT Interrupt, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
                               PVOID SynchronizeContext)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, Interrupt->Lock);
    KIRQL old = lock(Interrupt);
    BOOLEAN result = SynchronizeRoutine(SynchronizeContext);
    unlock(Interrupt, old);
    KI_POINT(MACHINE_POINT_RELEASE, Interrupt->Lock);
    return result;
}

KIRQL KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt)
{
    KI_POINT_BEFORE(MACHINE_POINT_ACQUIRE, Interrupt->Lock);
    return lock(Interrupt);
}

VOID KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL OldIrql)
{
    unlock(Interrupt, OldIrql);
    KI_POINT(MACHINE_POINT_RELEASE, Interrupt->Lock);
}
