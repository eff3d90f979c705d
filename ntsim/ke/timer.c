/* Timers, in order of their due times. Times are interrupt times: units of 100 ns since the start. */
#include "ntsim/ke/schedule.h"
#include "ntsim/ke/watch.h"
#include "ntsim/verifier/races.h"

static LIST_ENTRY timers = {&timers, &timers};

/* A negative due time is relative; a positive one is system time. */
ULONG64 ki_due_time(LARGE_INTEGER due)
{
    if (due.QuadPart < 0)
        return ki_interrupt_time - (ULONG64)due.QuadPart;
    ULONG64 now = ki_boot_time + ki_interrupt_time;
    return (ULONG64)due.QuadPart <= now ? ki_interrupt_time : (ULONG64)due.QuadPart - ki_boot_time;
}

/* Timers of waits are told as waits. */
static void trace(PKTIMER timer, BOOLEAN set)
{
    if (timer->TimerType != KI_WAIT_TIMER)
        ki_trace(MACHINE_TRACE_TIMER, (ULONG64)timer, timer->Dpc ? (ULONG64)timer->Dpc->DeferredRoutine : 0, set,
                 ki_current_processor()->Number);
}

static void insert(PKTIMER timer, ULONG64 due)
{
    timer->DueTime.QuadPart = due;
    timer->Header.Inserted = 1;
    if (timer->TimerType != KI_WAIT_TIMER)
        VF_RELEASE(timer);
    if (timer->TimerType != KI_WAIT_TIMER)
        ki_watch(timer);
    LIST_ENTRY *after = timers.Blink;
    while (after != &timers && CONTAINING_RECORD(after, KTIMER, TimerListEntry)->DueTime.QuadPart > due)
        after = after->Blink;
    InsertHeadList(after, &timer->TimerListEntry);
    trace(timer, TRUE);
}

static BOOLEAN remove(PKTIMER timer)
{
    if (!timer->Header.Inserted)
        return FALSE;
    timer->Header.Inserted = 0;
    if (timer->TimerType != KI_WAIT_TIMER)
        ki_unwatch(timer);
    RemoveEntryList(&timer->TimerListEntry);
    trace(timer, FALSE);
    return TRUE;
}

void ki_set_wait_timer(PKTHREAD thread, ULONG64 due)
{
    insert(&thread->WaitTimer, due);
}

static ULONG64 period_of(PKTIMER timer)
{
    return timer->TimerType == KI_LONG_TIMER ? CONTAINING_RECORD(timer, struct ki_long_timer, Timer)->Period
                                             : timer->Period * 10000ULL;
}

static void expire(PKTIMER timer)
{
    remove(timer);
    if (period_of(timer))
        insert(timer, timer->DueTime.QuadPart + period_of(timer));
    PKTHREAD waiter = CONTAINING_RECORD(timer, KTHREAD, WaitTimer);
    vf_race_act_for(timer);
    if (timer->TimerType == KI_WAIT_TIMER) {
        ki_unwait(waiter, STATUS_TIMEOUT);
        vf_race_act_for(NULL);
        return;
    }
    timer->Header.SignalState = 1;
    ki_signal(&timer->Header);
    if (timer->Dpc)
        ki_queue_dpc(timer->Dpc, ki_processors[timer->Processor], NULL, NULL);
    vf_race_act_for(NULL);
}

static PKTIMER first(void)
{
    return IsListEmpty(&timers) ? NULL : CONTAINING_RECORD(timers.Flink, KTIMER, TimerListEntry);
}

PKTIMER ki_find_timer(ULONG64 begin, SIZE_T size)
{
    for (LIST_ENTRY *entry = timers.Flink; entry != &timers; entry = entry->Flink)
        if ((ULONG64)entry - begin < size)
            return CONTAINING_RECORD(entry, KTIMER, TimerListEntry);
    return NULL;
}

PKTIMER ki_find_timer_of(ULONG64 begin, SIZE_T size)
{
    for (LIST_ENTRY *entry = timers.Flink; entry != &timers; entry = entry->Flink) {
        PKTIMER timer = CONTAINING_RECORD(entry, KTIMER, TimerListEntry);
        if (timer->Dpc && (ULONG64)timer->Dpc->DeferredRoutine - begin < size)
            return timer;
    }
    return NULL;
}

BOOLEAN ki_clock_is_due(void)
{
    PKTIMER timer = first();
    return timer && timer->DueTime.QuadPart <= ki_interrupt_time && ki_current_processor()->Irql < CLOCK_LEVEL;
}

/* Whether something is to happen after an instruction that the machine has carried out. */
__declspec(dllexport) bool SimClockDue(void)
{
    return ki_clock_is_due() || ki_turn_is_over() || ki_preemptive;
}

void ki_advance(ULONG64 ticks)
{
    ULONG64 until = ki_interrupt_time + ticks;
    KIRQL old = KfRaiseIrql(max(KeGetCurrentIrql(), DISPATCH_LEVEL));
    for (PKTIMER timer; (timer = first()) != NULL && timer->DueTime.QuadPart <= until;) {
        if (timer->DueTime.QuadPart > ki_interrupt_time)
            ki_interrupt_time = timer->DueTime.QuadPart;
        expire(timer);
    }
    ki_interrupt_time = until;
    KeLowerIrql(old);
}

BOOLEAN ki_next_timer(void)
{
    PKTIMER timer = first();
    if (!timer)
        return FALSE;
    ki_advance(timer->DueTime.QuadPart > ki_interrupt_time ? timer->DueTime.QuadPart - ki_interrupt_time : 0);
    return TRUE;
}

VOID KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type)
{
    RtlZeroMemory(Timer, sizeof(*Timer));
    Timer->Header.Size = sizeof(*Timer) / sizeof(LONG);
    Timer->Header.Type = Type == NotificationTimer ? KI_NOTIFICATION_TIMER : KI_SYNCHRONIZATION_TIMER;
    InitializeListHead(&Timer->Header.WaitListHead);
}

VOID KeInitializeTimer(PKTIMER Timer)
{
    KeInitializeTimerEx(Timer, NotificationTimer);
}

/* Timers expire with the clock's interrupts, which come every 500 us at the most often; one that is set again by its
 * own DPC for the next of them (a relative time of next to nothing) must not be due again at once. Less than that
 * period, so that what hardware models do with timers stays as exact as it is. */
static ULONG64 not_too_soon(const KTIMER *timer, ULONG64 due)
{
    enum { LEAST = 1000 }; /* 100 us */
    const ULONG64 last = timer->DueTime.QuadPart;
    return last > 0 && last <= ki_interrupt_time ? max(due, last + LEAST) : due;
}

BOOLEAN KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG TolerableDelay, PKDPC Dpc)
{
    const BOOLEAN was_set = remove(Timer);
    const ULONG64 due = ki_due_time(DueTime);
    Timer->Header.SignalState = 0;
    Timer->Dpc = Dpc;
    Timer->Period = Period;
    Timer->Processor = (USHORT)ki_current_processor()->Number;
    insert(Timer, DueTime.QuadPart < 0 && !was_set ? not_too_soon(Timer, due) : due);
    if (ki_clock_is_due()) /* what is past expires at once */
        ki_advance(0);
    KI_POINT(MACHINE_POINT_TIMER, Timer);
    return was_set;
}

BOOLEAN KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc)
{
    const BOOLEAN was_set = KeSetCoalescableTimer(Timer, DueTime, (ULONG)Period, 0, Dpc);
    KI_POINT(MACHINE_POINT_TIMER, Timer);
    return was_set;
}

BOOLEAN KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc)
{
    const BOOLEAN was_set = KeSetCoalescableTimer(Timer, DueTime, 0, 0, Dpc);
    KI_POINT(MACHINE_POINT_TIMER, Timer);
    return was_set;
}

BOOLEAN KeCancelTimer(PKTIMER Timer)
{
    KI_POINT_BEFORE(MACHINE_POINT_TIMER, Timer);
    return remove(Timer);
}

BOOLEAN KeReadStateTimer(PKTIMER Timer)
{
    return Timer->Header.SignalState != 0;
}
