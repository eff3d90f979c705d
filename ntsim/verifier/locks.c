/*
 * Locks: who holds which, as the gates see it. Each function that takes or gives back a lock has a row in the table
 * below; its rule runs before the call. Spin locks belong to the processor, all others to the thread.
 *
 * What may or may not have been taken (a try, a time-out) is not followed; its lock is then not one whose release says
 * anything.
 */
#include "ntsim/verifier/locks.h"

#include "ntsim/ke/interrupt.h"
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/sim.h"

enum { MOST_HELD = 256 };

static struct vf_held held[MOST_HELD];
static ULONG held_count;
static ULONG64 sequence;
/* Where a driver has last raised the IRQL of a processor, and where a thread was last put into a critical region. */
static vf_stack raised_at[KI_MAX_PROCESSORS], region_at;

static const char *const kind_names[] = {
    [VF_SPIN] = "the spin lock",
    [VF_QUEUED_SPIN] = "the queued spin lock",
    [VF_READ_SPIN] = "the reader-writer spin lock",
    [VF_WRITE_SPIN] = "the reader-writer spin lock",
    [VF_CANCEL_SPIN] = "the cancel spin lock",
    [VF_INTERRUPT_SPIN] = "the spin lock of an interrupt",
    [VF_CALLBACK_SPIN] = "the lock of the framework's callbacks",
    [VF_FAST_MUTEX] = "the fast mutex",
    [VF_GUARDED_MUTEX] = "the guarded mutex",
    [VF_MUTEX] = "the mutex",
    [VF_RESOURCE] = "the resource",
    [VF_PUSH_LOCK] = "the push lock",
    [VF_WDF_SPIN] = "the framework's spin lock",
    [VF_WDF_WAIT] = "the framework's wait lock",
    [VF_CALLBACK_WAIT] = "the lock of the framework's callbacks",
};

const char *vf_lock_name(enum vf_lock_kind kind)
{
    return kind_names[kind];
}

BOOLEAN vf_is_spin(enum vf_lock_kind kind)
{
    return kind <= VF_CALLBACK_SPIN || kind == VF_WDF_SPIN;
}

static PVOID owner_of(enum vf_lock_kind kind)
{
    return vf_is_spin(kind) ? (PVOID)ki_current_processor() : (PVOID)ki_current_thread();
}

static BOOLEAN is_here(const struct vf_held *lock)
{
    return lock->Owner == owner_of(lock->Kind);
}

const struct vf_held *vf_held_here(ULONG *index)
{
    while (*index < held_count) {
        const struct vf_held *lock = &held[(*index)++];
        if (is_here(lock))
            return lock;
    }
    return NULL;
}

static struct vf_held *find(PVOID lock, BOOLEAN here)
{
    for (ULONG i = held_count; i-- > 0;)
        if (held[i].Lock == lock && is_here(&held[i]) == here)
            return &held[i];
    return NULL;
}

static void drop(struct vf_held *lock)
{
    held_count--;
    for (struct vf_held *at = lock; at < held + held_count; at++)
        at[0] = at[1];
}

/* --- taking and giving back --- */

/* Whether the holder may take it again. */
static BOOLEAN is_recursive(enum vf_lock_kind kind, enum vf_lock_kind before)
{
    return kind == VF_MUTEX || kind == VF_RESOURCE || (kind == VF_READ_SPIN && before == VF_READ_SPIN);
}

static BOOLEAN are_mixed(enum vf_lock_kind one, enum vf_lock_kind other)
{
    return one != other && !(one == VF_READ_SPIN && other == VF_WRITE_SPIN) &&
           !(one == VF_WRITE_SPIN && other == VF_READ_SPIN);
}

static void find_mixed(const struct vf_call *call, enum vf_lock_kind kind, enum vf_lock_kind before, vf_stack stack)
{
    const struct vf_related related = {"the lock was used otherwise at", stack};
    vf_find("VRF0204", vf_capture(&call->Caller), &related, 1,
            "%s takes or gives back as %s what was used as %s before", call->Gate->Name, kind_names[kind],
            kind_names[before]);
}

/* The IRQL is about to be DISPATCH_LEVEL or above. */
static void check_pageable(const struct vf_call *call, vf_stack stack)
{
    if (vf_is_pageable(call->Caller.Pc - 1))
        vf_find("VRF0105", stack, NULL, 0, "pageable code goes on at DISPATCH_LEVEL after %s", call->Gate->Name);
}

static void take(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind, BOOLEAN ordered)
{
    const vf_stack stack = vf_capture(&call->Caller);
    const struct vf_held *before = find(lock, TRUE);
    if (vf_is_spin(kind) && kind != VF_CANCEL_SPIN)
        check_pageable(call, stack);
    struct vf_lock_node *node = vf_lock_node(lock, kind, stack);
    if (node && are_mixed(kind, node->Kind))
        find_mixed(call, kind, node->Kind, node->Stack);
    if (before && !is_recursive(kind, before->Kind)) {
        const struct vf_related related = {"it was acquired at", before->Stack};
        vf_find("VRF0201", stack, &related, 1, "%s is acquired by who holds it", kind_names[kind]);
        return;
    }
    if (!before && ordered)
        vf_order(lock, kind, stack);
    if (held_count == MOST_HELD)
        return;
    held[held_count++] = (struct vf_held){.Lock = lock,
                                          .Owner = owner_of(kind),
                                          .Kind = kind,
                                          .Irql = ki_current_processor()->Irql,
                                          .Stack = stack,
                                          .Sequence = ++sequence};
}

void vf_take(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    take(call, lock, kind, TRUE);
}

static void find_not_held(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    const struct vf_held *other = find(lock, FALSE);
    if (other) {
        const struct vf_related related = {"it was acquired at", other->Stack};
        vf_find("VRF0203", vf_capture(&call->Caller), &related, 1,
                "%s is released by another %s than the one that holds it", kind_names[kind],
                vf_is_spin(kind) ? "processor" : "thread");
        return;
    }
    const struct vf_lock_node *node = vf_known_lock(lock);
    if (node && node->Uncertain)
        return;
    const struct vf_related related = {"it was last released at", vf_stack_of_routine(node ? node->Released : 0)};
    vf_find("VRF0202", vf_capture(&call->Caller), &related, 1, "%s is released, and is not held", kind_names[kind]);
}

/* NULL: it was not held here. */
static struct vf_held *give(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    struct vf_held *record = find(lock, TRUE);
    if (!record) {
        find_not_held(call, lock, kind);
        return NULL;
    }
    if (are_mixed(kind, record->Kind))
        find_mixed(call, kind, record->Kind, record->Stack);
    struct vf_lock_node *node = vf_known_lock(lock);
    if (node)
        node->Released = call->Caller.Pc - 1;
    return record;
}

/* --- rules --- */

/* What a row says of the function. */
struct lock_rule {
    const char *Name;
    void (*Rule)(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind);
    UCHAR Kind, Parameter;
};

static void rule_take(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    vf_take(call, lock, kind);
}

static void rule_give(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    struct vf_held *record = give(call, lock, kind);
    if (record)
        drop(record);
}

static void rule_unknown(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    struct vf_lock_node *node = vf_lock_node(lock, kind, vf_capture(&call->Caller));
    if (node)
        node->Uncertain = TRUE;
}

/* Another owner than the thread: from now on it says itself who holds it. */
static void rule_hand_over(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    struct vf_held *record = find(lock, TRUE);
    if (record)
        drop(record);
    rule_unknown(call, lock, kind);
}

static void check_lowering(const struct vf_call *call, KIRQL irql)
{
    if (irql >= DISPATCH_LEVEL)
        return;
    const struct vf_held *lock;
    for (ULONG i = 0; (lock = vf_held_here(&i)) != NULL;)
        if (vf_is_spin(lock->Kind)) {
            const struct vf_related related = {"the lock was acquired at", lock->Stack};
            vf_find("VRF0208", vf_capture(&call->Caller), &related, 1,
                    "the IRQL is lowered below DISPATCH_LEVEL while %s is held", kind_names[lock->Kind]);
            return;
        }
}

/* The IRQL to go back to must be that at which the lock was acquired. `record` NULL: nothing is known. */
static void give_to(const struct vf_call *call, struct vf_held *record, enum vf_lock_kind kind, KIRQL irql)
{
    if (record) {
        if (record->Irql != irql) {
            const struct vf_related related = {"it was acquired at", record->Stack};
            vf_find("VRF0207", vf_capture(&call->Caller), &related, 1,
                    "%s that was acquired at IRQL %u is released to IRQL %u", kind_names[kind], record->Irql, irql);
        }
        drop(record);
    }
    check_lowering(call, irql);
}

static void rule_give_to(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    give_to(call, give(call, lock, kind), kind, (KIRQL)call->Arguments[1]);
}

/* There is one, which has no address that drivers know. */
static const char cancel_lock;

static void rule_take_cancel(const struct vf_call *call, PVOID irql, enum vf_lock_kind kind)
{
    vf_take(call, (PVOID)&cancel_lock, kind);
}

/* In a cancel routine it is the system that has acquired it. */
static void rule_give_cancel(const struct vf_call *call, PVOID irql, enum vf_lock_kind kind)
{
    give_to(call, find((PVOID)&cancel_lock, TRUE), kind, (KIRQL)(ULONG_PTR)irql);
}

static void rule_give_queued(const struct vf_call *call, PVOID handle, enum vf_lock_kind kind)
{
    rule_give(call, ((PKLOCK_QUEUE_HANDLE)handle)->LockQueue.Lock, kind);
}

/* Interrupts may share a lock of the driver. Those of PASSIVE_LEVEL have no spin lock. */
static PVOID lock_of(PKINTERRUPT interrupt)
{
    return interrupt->Irql == PASSIVE_LEVEL ? NULL : interrupt->Lock;
}

static void rule_take_interrupt(const struct vf_call *call, PVOID interrupt, enum vf_lock_kind kind)
{
    if (lock_of(interrupt))
        vf_take(call, lock_of(interrupt), kind);
}

static void rule_give_interrupt(const struct vf_call *call, PVOID interrupt, enum vf_lock_kind kind)
{
    PVOID lock = lock_of(interrupt);
    if (lock)
        give_to(call, give(call, lock, kind), kind, (KIRQL)call->Arguments[1]);
}

/* It is taken for the call, and given back. */
static void rule_synchronize(const struct vf_call *call, PVOID interrupt, enum vf_lock_kind kind)
{
    PVOID lock = lock_of(interrupt);
    const BOOLEAN held_before = lock && find(lock, TRUE);
    if (lock)
        vf_take(call, lock, kind);
    if (lock && !held_before && find(lock, TRUE))
        drop(find(lock, TRUE));
}

/* With `Wait` the resource is taken for certain. */
static void rule_resource(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    if ((BOOLEAN)call->Arguments[1])
        vf_take(call, lock, kind);
    else
        rule_unknown(call, lock, kind);
}

static void rule_wait_lock(const struct vf_call *call, PVOID lock, enum vf_lock_kind kind)
{
    if (call->Arguments[2])
        rule_unknown(call, lock, kind);
    else
        vf_take(call, lock, kind);
}

/* Waiting for a mutex takes it, where nothing can end the wait but that. */
static void rule_wait(const struct vf_call *call, PVOID object, enum vf_lock_kind kind)
{
    if (((DISPATCHER_HEADER *)object)->Type != KI_MUTANT)
        return;
    if (call->Arguments[4] || (BOOLEAN)call->Arguments[3])
        rule_unknown(call, object, kind);
    else
        vf_take(call, object, kind);
}

/* The mutex itself says who owns it. */
static void rule_release_mutex(const struct vf_call *call, PVOID object, enum vf_lock_kind kind)
{
    struct vf_held *record = find(object, TRUE);
    if (record)
        drop(record);
    else if (((PKMUTANT)object)->OwnerThread != ki_current_thread())
        find_not_held(call, object, kind);
}

static void rule_raise(const struct vf_call *call, PVOID irql, enum vf_lock_kind kind)
{
    const vf_stack stack = vf_capture(&call->Caller);
    raised_at[ki_current_processor()->Number] = stack;
    if (strcmp(call->Gate->Name, "KeRaiseIrqlToDpcLevel") == 0 || (KIRQL)(ULONG_PTR)irql >= DISPATCH_LEVEL)
        check_pageable(call, stack);
}

static void rule_lower(const struct vf_call *call, PVOID irql, enum vf_lock_kind kind)
{
    check_lowering(call, (KIRQL)(ULONG_PTR)irql);
}

static void rule_region(const struct vf_call *call, PVOID unused, enum vf_lock_kind kind)
{
    region_at = vf_capture(&call->Caller);
}

/* In the order of the names. */
static const struct lock_rule rules[] = {
    {"ExAcquireFastMutex", rule_take, VF_FAST_MUTEX, 0},
    {"ExAcquireFastMutexUnsafe", rule_take, VF_FAST_MUTEX, 0},
    {"ExAcquirePushLockExclusiveEx", rule_take, VF_PUSH_LOCK, 0},
    {"ExAcquirePushLockSharedEx", rule_take, VF_PUSH_LOCK, 0},
    {"ExAcquireResourceExclusiveLite", rule_resource, VF_RESOURCE, 0},
    {"ExAcquireResourceSharedLite", rule_resource, VF_RESOURCE, 0},
    {"ExAcquireSharedStarveExclusive", rule_resource, VF_RESOURCE, 0},
    {"ExAcquireSharedWaitForExclusive", rule_resource, VF_RESOURCE, 0},
    {"ExAcquireSpinLockExclusive", rule_take, VF_WRITE_SPIN, 0},
    {"ExAcquireSpinLockExclusiveAtDpcLevel", rule_take, VF_WRITE_SPIN, 0},
    {"ExAcquireSpinLockShared", rule_take, VF_READ_SPIN, 0},
    {"ExAcquireSpinLockSharedAtDpcLevel", rule_take, VF_READ_SPIN, 0},
    {"ExEnterCriticalRegionAndAcquireResourceExclusive", rule_take, VF_RESOURCE, 0},
    {"ExReleaseFastMutex", rule_give, VF_FAST_MUTEX, 0},
    {"ExReleaseFastMutexUnsafe", rule_give, VF_FAST_MUTEX, 0},
    {"ExReleasePushLockExclusiveEx", rule_give, VF_PUSH_LOCK, 0},
    {"ExReleasePushLockSharedEx", rule_give, VF_PUSH_LOCK, 0},
    {"ExReleaseResourceAndLeaveCriticalRegion", rule_give, VF_RESOURCE, 0},
    {"ExReleaseResourceLite", rule_give, VF_RESOURCE, 0},
    {"ExReleaseSpinLockExclusive", rule_give_to, VF_WRITE_SPIN, 0},
    {"ExReleaseSpinLockExclusiveFromDpcLevel", rule_give, VF_WRITE_SPIN, 0},
    {"ExReleaseSpinLockShared", rule_give_to, VF_READ_SPIN, 0},
    {"ExReleaseSpinLockSharedFromDpcLevel", rule_give, VF_READ_SPIN, 0},
    {"ExSetResourceOwnerPointer", rule_hand_over, VF_RESOURCE, 0},
    {"ExSetResourceOwnerPointerEx", rule_hand_over, VF_RESOURCE, 0},
    {"ExTryConvertSharedSpinLockExclusive", rule_unknown, VF_WRITE_SPIN, 0},
    {"ExTryToAcquireFastMutex", rule_unknown, VF_FAST_MUTEX, 0},
    {"IoAcquireCancelSpinLock", rule_take_cancel, VF_CANCEL_SPIN, 0},
    {"IoReleaseCancelSpinLock", rule_give_cancel, VF_CANCEL_SPIN, 0},
    {"KeAcquireGuardedMutex", rule_take, VF_GUARDED_MUTEX, 0},
    {"KeAcquireGuardedMutexUnsafe", rule_take, VF_GUARDED_MUTEX, 0},
    {"KeAcquireInStackQueuedSpinLock", rule_take, VF_QUEUED_SPIN, 0},
    {"KeAcquireInStackQueuedSpinLockAtDpcLevel", rule_take, VF_QUEUED_SPIN, 0},
    {"KeAcquireInStackQueuedSpinLockForDpc", rule_take, VF_QUEUED_SPIN, 0},
    {"KeAcquireInterruptSpinLock", rule_take_interrupt, VF_INTERRUPT_SPIN, 0},
    {"KeAcquireSpinLockAtDpcLevel", rule_take, VF_SPIN, 0},
    {"KeAcquireSpinLockForDpc", rule_take, VF_SPIN, 0},
    {"KeAcquireSpinLockRaiseToDpc", rule_take, VF_SPIN, 0},
    {"KeEnterCriticalRegion", rule_region, VF_SPIN, 0},
    {"KeEnterGuardedRegion", rule_region, VF_SPIN, 0},
    {"KeLowerIrql", rule_lower, VF_SPIN, 0},
    {"KeRaiseIrqlToDpcLevel", rule_raise, VF_SPIN, 0},
    {"KeReleaseGuardedMutex", rule_give, VF_GUARDED_MUTEX, 0},
    {"KeReleaseGuardedMutexUnsafe", rule_give, VF_GUARDED_MUTEX, 0},
    {"KeReleaseInStackQueuedSpinLock", rule_give_queued, VF_QUEUED_SPIN, 0},
    {"KeReleaseInStackQueuedSpinLockForDpc", rule_give_queued, VF_QUEUED_SPIN, 0},
    {"KeReleaseInStackQueuedSpinLockFromDpcLevel", rule_give_queued, VF_QUEUED_SPIN, 0},
    {"KeReleaseInterruptSpinLock", rule_give_interrupt, VF_INTERRUPT_SPIN, 0},
    {"KeReleaseMutex", rule_release_mutex, VF_MUTEX, 0},
    {"KeReleaseSpinLock", rule_give_to, VF_SPIN, 0},
    {"KeReleaseSpinLockForDpc", rule_give_to, VF_SPIN, 0},
    {"KeReleaseSpinLockFromDpcLevel", rule_give, VF_SPIN, 0},
    {"KeSynchronizeExecution", rule_synchronize, VF_INTERRUPT_SPIN, 0},
    {"KeTryToAcquireGuardedMutex", rule_unknown, VF_GUARDED_MUTEX, 0},
    {"KeTryToAcquireSpinLockAtDpcLevel", rule_unknown, VF_SPIN, 0},
    {"KeWaitForSingleObject", rule_wait, VF_MUTEX, 0},
    {"KfRaiseIrql", rule_raise, VF_SPIN, 0},
    {"WdfSpinLockAcquire", rule_take, VF_WDF_SPIN, 1},
    {"WdfSpinLockRelease", rule_give, VF_WDF_SPIN, 1},
    {"WdfWaitLockAcquire", rule_wait_lock, VF_WDF_WAIT, 1},
    {"WdfWaitLockRelease", rule_give, VF_WDF_WAIT, 1},
};

static const struct lock_rule *find_rule(const char *name)
{
    ULONG low = 0, high = RTL_NUMBER_OF(rules);
    while (low < high) {
        const ULONG middle = low + (high - low) / 2;
        const int order = strcmp(name, rules[middle].Name);
        if (order == 0)
            return &rules[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static void apply(const struct vf_call *call)
{
    const struct lock_rule *rule = call->Gate->RuleData;
    rule->Rule(call, (PVOID)call->Arguments[rule->Parameter], (enum vf_lock_kind)rule->Kind);
}

void vf_lock_rule(struct vf_gate *gate)
{
    gate->RuleData = find_rule(gate->Name);
    if (gate->RuleData)
        gate->Rule = apply;
}

/* --- callbacks --- */

void vf_enter(struct vf_callback *callback)
{
    const KTHREAD *thread = ki_current_thread();
    callback->Sequence = sequence;
    callback->Irql = ki_current_processor()->Irql;
    callback->Regions = thread->KernelApcDisable | thread->SpecialApcDisable << 16;
}

/* Those taken since then, and still held. TRUE: they explain the IRQL or the region that is left. */
static BOOLEAN find_still_held(const struct vf_callback *callback, const char *what, PVOID routine)
{
    BOOLEAN explained = FALSE;
    for (ULONG i = 0; i < held_count;) {
        struct vf_held *lock = &held[i];
        if (lock->Sequence <= callback->Sequence || !is_here(lock)) {
            i++;
            continue;
        }
        const struct vf_related related = {"the routine is", vf_stack_of_routine((ULONG64)routine)};
        vf_find("VRF0205", lock->Stack, &related, 1, "%s returns, and %s that it has acquired here is still held", what,
                kind_names[lock->Kind]);
        explained |= vf_is_spin(lock->Kind) || lock->Kind == VF_FAST_MUTEX || lock->Kind == VF_GUARDED_MUTEX ||
                     lock->Kind == VF_WDF_WAIT;
        drop(lock);
    }
    return explained;
}

void vf_leave(const struct vf_callback *callback, const char *what, PVOID routine)
{
    const KIRQL irql = ki_current_processor()->Irql;
    const KTHREAD *thread = ki_current_thread();
    if (!vf_on)
        return;
    const vf_stack where = vf_stack_of_routine((ULONG64)routine);
    const BOOLEAN explained = find_still_held(callback, what, routine);
    if (callback->Irql >= DISPATCH_LEVEL && vf_is_pageable((ULONG64)routine))
        vf_find("VRF0105", where, NULL, 0, "%s is pageable code, and is called at IRQL %u", what, callback->Irql);
    if (irql != callback->Irql && !explained) {
        const vf_stack raised = irql > callback->Irql ? raised_at[ki_current_processor()->Number] : 0;
        const struct vf_related related = {"the routine is", where};
        vf_find("VRF0103", raised ? raised : where, &related, raised ? 1 : 0,
                "%s is called at IRQL %u and returns at IRQL %u%s", what, callback->Irql, irql,
                raised ? ", to which it was raised here" : "");
    }
    if ((thread->KernelApcDisable | thread->SpecialApcDisable << 16) != callback->Regions && !explained &&
        vf_is_driver_itself(routine)) {
        const struct vf_related related = {"the routine is", where};
        vf_find("VRF0104", region_at ? region_at : where, &related, region_at ? 1 : 0,
                "%s enters a critical or guarded region and does not leave it, or the other way round", what);
    }
}

void vf_leave_checked(const struct vf_callback *callback, const char *what, PVOID routine)
{
    const KIRQL irql = ki_current_processor()->Irql;
    vf_leave(callback, what, routine);
    if (vf_on && irql != callback->Irql)
        ki_bug_check(IRQL_UNEXPECTED_VALUE, (ULONG64)irql << 16 | (ULONG64)callback->Irql << 8, (ULONG64)routine, 0, 0,
                     NULL, "a driver's routine returned at another IRQL");
}

_Static_assert(sizeof(struct vf_callback) <= sizeof(struct sim_callback), "the frameworks have room for it");

__declspec(dllexport) void SimEnterCallback(struct sim_callback *callback)
{
    vf_enter((struct vf_callback *)callback);
}

__declspec(dllexport) void SimLeaveCallback(const struct sim_callback *callback, const char *what, void *routine)
{
    vf_leave((const struct vf_callback *)callback, what, routine);
}

/* --- locks of the framework that the driver takes by its callbacks --- */

/* Who has called, as far as the driver goes. */
static void fill_call(struct vf_call *call)
{
    static const struct vf_gate gate = {.Name = "the framework"};
    __asm__ volatile("leaq 0(%%rip), %0\n\tmovq %%rsp, %1\n\tmovq %%rbp, %2"
                     : "=&r"(call->Caller.Pc), "=&r"(call->Caller.Sp), "=&r"(call->Caller.Fp));
    call->Gate = &gate;
}

__declspec(dllexport) void SimTakeLock(void *lock, bool waits, bool by_driver)
{
    struct vf_call call;
    if (!vf_on)
        return;
    fill_call(&call);
    take(&call, lock, waits ? VF_CALLBACK_WAIT : VF_CALLBACK_SPIN, by_driver);
}

__declspec(dllexport) void SimGiveLock(void *lock, bool waits)
{
    struct vf_call call;
    if (!vf_on)
        return;
    fill_call(&call);
    struct vf_held *record = give(&call, lock, waits ? VF_CALLBACK_WAIT : VF_CALLBACK_SPIN);
    if (record)
        drop(record);
}

void vf_thread_ends(void)
{
    for (ULONG i = held_count; i-- > 0;)
        if (held[i].Owner == ki_current_thread()) {
            vf_find("VRF0206", held[i].Stack, NULL, 0, "a thread ends, and %s that it has acquired here is still held",
                    kind_names[held[i].Kind]);
            drop(&held[i]);
        }
}

void vf_memory_goes(ULONG64 begin, SIZE_T size)
{
    for (ULONG i = held_count; i-- > 0;)
        if ((ULONG64)held[i].Lock - begin < size) {
            const struct vf_related related = {"the lock was acquired at", held[i].Stack};
            vf_find("VRF0210", vf_here(), &related, 1, "memory is freed in which there is %s, which is held",
                    kind_names[held[i].Kind] + 4);
            drop(&held[i]);
        }
    vf_forget_locks(begin, size);
}
