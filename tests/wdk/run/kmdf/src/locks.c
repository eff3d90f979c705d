/* Locks: what is held within a scope, and no longer than that. */
#include "run.h"

#include <wdk/lock.h>

WDK_SPIN_LOCK(run_spin);
WDK_QUEUED_SPIN_LOCK(run_queued);
WDK_FAST_MUTEX(run_fast);
WDK_FAST_MUTEX(run_inner);
WDK_PUSH_LOCK(run_push);
WDK_RESOURCE(run_resource);
WDK_MUTEX(run_mutex);

void case_spin_lock_raises(struct run *run)
{
    run_spin lock;

    wdk_lock_init(run_spin, &lock);
    WDK_LOCKED(run_spin, &lock)
    EXPECT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
}

void case_queued_spin_lock_raises(struct run *run)
{
    run_queued lock;

    wdk_lock_init(run_queued, &lock);
    for (ULONG i = 0; i < 2; i++)
        WDK_LOCKED(run_queued, &lock)
        {
            EXPECT(KeGetCurrentIrql() == DISPATCH_LEVEL);
            break;
        }
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
}

void case_fast_mutex_raises_to_apc(struct run *run)
{
    run_fast outer;
    run_inner inner;

    wdk_lock_init(run_fast, &outer);
    wdk_lock_init(run_inner, &inner);
    for (ULONG i = 0; i < 2; i++)
        WDK_LOCKED(run_fast, &outer)
        {
            EXPECT(KeGetCurrentIrql() == APC_LEVEL);
            WDK_LOCKED_AT_APC(run_inner, &inner)
            EXPECT(KeGetCurrentIrql() == APC_LEVEL);
        }
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
}

static struct {
    run_push push;
    run_resource resource;
    run_mutex mutex;
    struct other_run other, reader;
} shared;

WDK_UNCHECKED_LOCKING static void write_push(void *context)
{
    UNREFERENCED_PARAMETER(context);
    WDK_LOCK_SCOPE(run_push, &shared.push);
}
WDK_UNCHECKED_LOCKING static void read_push(void *context)
{
    UNREFERENCED_PARAMETER(context);
    WDK_LOCKED_SHARED(run_push, &shared.push);
}
WDK_UNCHECKED_LOCKING static void write_resource(void *context)
{
    UNREFERENCED_PARAMETER(context);
    WDK_LOCK_SCOPE(run_resource, &shared.resource);
}
WDK_UNCHECKED_LOCKING static void read_resource(void *context)
{
    UNREFERENCED_PARAMETER(context);
    WDK_LOCKED_SHARED(run_resource, &shared.resource);
}
WDK_UNCHECKED_LOCKING static void take_mutex(void *context)
{
    UNREFERENCED_PARAMETER(context);
    WDK_LOCK_SCOPE(run_mutex, &shared.mutex);
}

/* Readers come in beside a reader, writers do not, and come when it has left. */
#define HOLDS_OTHERS_OFF(name, lock, read, write)                                                                      \
    bool reader = false, early = true;                                                                                 \
    wdk_lock_init(name, lock);                                                                                         \
    WDK_LOCKED_SHARED(name, lock)                                                                                      \
    {                                                                                                                  \
        other_run_start(&shared.reader, run, read, NULL);                                                              \
        reader = other_run_ended(&shared.reader, 1000);                                                                \
        other_run_start(&shared.other, run, write, NULL);                                                              \
        early = other_run_ended(&shared.other, 50);                                                                    \
    }                                                                                                                  \
    EXPECT(reader);                                                                                                    \
    EXPECT(!early);                                                                                                    \
    EXPECT(other_run_ended(&shared.other, 1000));                                                                      \
    WDK_LOCKED(name, lock)                                                                                             \
    {                                                                                                                  \
        other_run_start(&shared.reader, run, read, NULL);                                                              \
        early = other_run_ended(&shared.reader, 50);                                                                   \
    }                                                                                                                  \
    EXPECT(!early);                                                                                                    \
    EXPECT(other_run_ended(&shared.reader, 1000));                                                                     \
    wdk_lock_delete(name, lock)

void case_push_lock_holds_others_off(struct run *run)
{
    HOLDS_OTHERS_OFF(run_push, &shared.push, read_push, write_push);
}

void case_resource_holds_others_off(struct run *run)
{
    HOLDS_OTHERS_OFF(run_resource, &shared.resource, read_resource, write_resource);
}

void case_mutex_holds_others_off(struct run *run)
{
    bool early = true;

    wdk_lock_init(run_mutex, &shared.mutex);
    WDK_LOCKED(run_mutex, &shared.mutex)
    {
        other_run_start(&shared.other, run, take_mutex, NULL);
        early = other_run_ended(&shared.other, 50);
    }
    EXPECT(!early);
    EXPECT(other_run_ended(&shared.other, 1000));
    wdk_lock_delete(run_mutex, &shared.mutex);
}

static ULONG leave_early(run_spin *lock, ULONG number)
{
    WDK_LOCKED(run_spin, lock)
    if (number)
        return number;
    return 0;
}

void case_lock_is_left_by_return(struct run *run)
{
    run_spin lock;

    wdk_lock_init(run_spin, &lock);
    EXPECT(leave_early(&lock, run->number) == run->number);
    EXPECT(leave_early(&lock, run->number) == run->number);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
}

static KIRQL inside(run_spin *spin, run_queued *queued) WDK_AT_DISPATCH
{
    KIRQL irql = 0;
    WDK_LOCKED_AT_DISPATCH(run_spin, spin)
    {
        WDK_LOCKED_AT_DISPATCH(run_queued, queued)
        irql = KeGetCurrentIrql();
    }
    return irql;
}

static ULONG leave_raised(ULONG number)
{
    WDK_RAISED_TO_DISPATCH
    {
        if (KeGetCurrentIrql() == DISPATCH_LEVEL)
            return number;
    }
    return 0;
}

void case_levels_are_left(struct run *run)
{
    run_spin spin;
    run_queued queued;
    KIRQL irql = 0;

    wdk_lock_init(run_spin, &spin);
    wdk_lock_init(run_queued, &queued);
    WDK_RAISED_TO_DISPATCH
    {
        irql = inside(&spin, &queued);
    }
    EXPECT(irql == DISPATCH_LEVEL && KeGetCurrentIrql() == PASSIVE_LEVEL);
    EXPECT(leave_raised(run->number) == 8 && KeGetCurrentIrql() == PASSIVE_LEVEL);
    wdk_check_passive();
}

WDK_UNCHECKED_LOCKING static void raise_and_check(void)
{
    WDK_RAISED_TO_DISPATCH
    wdk_check_passive(); /* which the compiler believes */
}
void case_stop_not_passive(struct run *run)
{
    UNREFERENCED_PARAMETER(run);
    raise_and_check();
}

WDK_PUSH_LOCK(table_lock);
static struct {
    table_lock lock;
    run_fast mutex;
    ULONG count WDK_GUARDED_BY(table_lock);
    ULONG *first WDK_POINTEE_GUARDED_BY(table_lock);
} table;
static ULONG first;

static ULONG sum(void) WDK_REQUIRES_SHARED(table_lock)
{
    return table.count + *table.first;
}
static KIRQL at_apc(void) WDK_AT_APC
{
    return KeGetCurrentIrql();
}

void case_functions_for_holders(struct run *run)
{
    ULONG seen = 0;
    KIRQL irql = 0;

    wdk_lock_init(table_lock, &table.lock);
    wdk_lock_init(run_fast, &table.mutex);
    table.first = &first;
    WDK_LOCKED(table_lock, &table.lock)
    {
        table.count = run->number;
        *table.first = run->number;
    }
    WDK_LOCKED_SHARED(table_lock, &table.lock)
    seen = sum();
    EXPECT(seen == 16);
    WDK_LOCKED(run_fast, &table.mutex)
    irql = at_apc();
    EXPECT(irql == APC_LEVEL);
    wdk_lock_delete(table_lock, &table.lock);
}
