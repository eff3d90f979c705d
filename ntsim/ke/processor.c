/*
 * The virtual processors. One host thread is all of them in turn: a thread runs on a processor that its affinity
 * allows, a DPC on the processor it is queued to, and gs tells code where it is. Which of the allowed ones that are
 * free a thread goes on with is drawn with the run's seed (seed 0: it stays where it is).
 */
#include "ntsim/ke/schedule.h"
#include "ntsim/verifier/leftovers.h"

static KAFFINITY all(void)
{
    return ki_processor_count == 64 ? ~0ULL : (1ULL << ki_processor_count) - 1;
}

/* gs goes to the other processor; nothing else changes. */
void ki_select(struct ki_processor *processor)
{
    ki_services->select_processor(processor);
}

KAFFINITY ki_free_processors(void)
{
    KAFFINITY free = 0;
    for (ULONG i = 0; i < ki_processor_count; i++)
        if (ki_is_free(ki_processors[i]))
            free |= ki_bit(ki_processors[i]);
    return free;
}

struct ki_processor *ki_processor_for(PKTHREAD thread)
{
    struct ki_processor *current = ki_current_processor();
    if (ki_processor_count == 1)
        return current;
    const KAFFINITY allowed = thread->Affinity & (ki_free_processors() | ki_bit(current));
    ULONG drawn = ki_random((ULONG)__builtin_popcountll(allowed));
    if (drawn == 0 && ((allowed >> thread->Processor) & 1))
        return ki_processors[thread->Processor];
    for (ULONG i = 0; i < ki_processor_count; i++)
        if (((allowed >> i) & 1) && drawn-- == 0)
            return ki_processors[i];
    return current;
}

/* The running thread goes on there: at once, or when that processor comes to it. */
static void move_to(struct ki_processor *target)
{
    struct ki_processor *current = ki_current_processor();
    PKTHREAD thread = current->CurrentThread;
    if (target == current) {
        ki_ready(thread);
        ki_block();
        return;
    }
    target->Irql = current->Irql;
    target->CurrentThread = thread;
    thread->Processor = target->Number;
    current->CurrentThread = current->IdleThread;
    current->Irql = PASSIVE_LEVEL;
    ki_select(target);
}

/* --- affinity --- */

static KAFFINITY set_affinity(KAFFINITY affinity)
{
    PKTHREAD thread = ki_current_thread();
    KAFFINITY old = thread->Affinity;
    if ((affinity & all()) == 0)
        return old;
    thread->Affinity = affinity & all();
    if (ki_current_processor()->Irql < DISPATCH_LEVEL && !((thread->Affinity >> ki_current_processor()->Number) & 1))
        move_to(ki_processor_for(thread));
    return old;
}

static KAFFINITY set_system_affinity(KAFFINITY affinity)
{
    PKTHREAD thread = ki_current_thread();
    KAFFINITY old = thread->SystemAffinity ? thread->Affinity : 0;
    if (!thread->SystemAffinity)
        thread->UserAffinity = thread->Affinity;
    thread->SystemAffinity = TRUE;
    set_affinity(affinity);
    return old;
}

static void revert(void)
{
    PKTHREAD thread = ki_current_thread();
    if (thread->SystemAffinity)
        set_affinity(thread->UserAffinity);
    thread->SystemAffinity = FALSE;
}

VOID KeSetSystemAffinityThread(KAFFINITY Affinity)
{
    set_system_affinity(Affinity);
}

KAFFINITY KeSetSystemAffinityThreadEx(KAFFINITY Affinity)
{
    return set_system_affinity(Affinity);
}

VOID KeRevertToUserAffinityThread(VOID)
{
    revert();
}

VOID KeRevertToUserAffinityThreadEx(KAFFINITY Affinity)
{
    if (Affinity)
        set_affinity(Affinity);
    else
        revert();
}

VOID KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity, PGROUP_AFFINITY PreviousAffinity)
{
    GROUP_AFFINITY previous = {0};
    if (Affinity->Group == 0)
        previous.Mask = set_system_affinity(Affinity->Mask);
    if (PreviousAffinity)
        *PreviousAffinity = previous;
}

VOID KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity)
{
    KeRevertToUserAffinityThreadEx(PreviousAffinity->Mask);
}

UCHAR KeSetIdealProcessorThread(PKTHREAD Thread, UCHAR Processor)
{
    UCHAR old = (UCHAR)Thread->Processor;
    if (Thread != ki_current_thread() && Processor < ki_processor_count)
        Thread->Processor = Processor;
    return old;
}

/* --- which and how many: one group, one node --- */

ULONG KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors)
{
    if (ActiveProcessors)
        *ActiveProcessors = all();
    return ki_processor_count;
}

ULONG KeQueryActiveProcessorCountEx(USHORT GroupNumber)
{
    return GroupNumber == 0 || GroupNumber == ALL_PROCESSOR_GROUPS ? ki_processor_count : 0;
}

ULONG KeQueryMaximumProcessorCount(VOID)
{
    return ki_processor_count;
}

ULONG KeQueryMaximumProcessorCountEx(USHORT GroupNumber)
{
    return KeQueryActiveProcessorCountEx(GroupNumber);
}

USHORT KeQueryActiveGroupCount(VOID)
{
    return 1;
}

USHORT KeQueryMaximumGroupCount(VOID)
{
    return 1;
}

KAFFINITY KeQueryGroupAffinity(USHORT GroupNumber)
{
    return GroupNumber == 0 ? all() : 0;
}

KAFFINITY KeQueryActiveProcessors(VOID)
{
    return all();
}

ULONG KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber)
{
    ULONG number = ki_current_processor()->Number;
    if (ProcNumber)
        *ProcNumber = (PROCESSOR_NUMBER){.Number = (UCHAR)number};
    return number;
}

NTSTATUS KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcIndex >= ki_processor_count)
        return STATUS_INVALID_PARAMETER;
    *ProcNumber = (PROCESSOR_NUMBER){.Number = (UCHAR)ProcIndex};
    return STATUS_SUCCESS;
}

ULONG KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber)
{
    return ProcNumber->Group == 0 && ProcNumber->Number < ki_processor_count ? ProcNumber->Number
                                                                             : INVALID_PROCESSOR_INDEX;
}

USHORT KeGetCurrentNodeNumber(VOID)
{
    return 0;
}

USHORT KeQueryHighestNodeNumber(VOID)
{
    return 0;
}

ULONG KeGetRecommendedSharedDataAlignment(VOID)
{
    return 64;
}

VOID KeQueryNodeActiveAffinity(USHORT NodeNumber, PGROUP_AFFINITY Affinity, PUSHORT Count)
{
    if (Affinity)
        *Affinity = (GROUP_AFFINITY){.Mask = NodeNumber == 0 ? all() : 0};
    if (Count)
        *Count = NodeNumber == 0 ? (USHORT)ki_processor_count : 0;
}

USHORT KeQueryNodeMaximumProcessorCount(USHORT NodeNumber)
{
    return NodeNumber == 0 ? (USHORT)ki_processor_count : 0;
}

ULONG KeQueryNodeActiveProcessorCount(USHORT NodeNumber)
{
    return KeQueryNodeMaximumProcessorCount(NodeNumber);
}

/* --- everywhere at once --- */

static struct ki_ipi *broadcast; /* the one that is going on */

static ULONG_PTR run_broadcast(PKIPI_BROADCAST_WORKER function, ULONG_PTR context)
{
    struct ki_processor *processor = ki_current_processor();
    KIRQL old = processor->Irql;
    processor->Irql = IPI_LEVEL;
    ULONG_PTR result = function(context);
    processor->Irql = old;
    return result;
}

void ki_serve_ipi(void)
{
    struct ki_processor *processor = ki_current_processor();
    struct ki_ipi *call = processor->Ipi;
    processor->Ipi = NULL;
    run_broadcast(call->Function, call->Context);
    call->Left--;
}

static BOOLEAN nobody_calls(const struct ki_spin *spin)
{
    return broadcast == NULL;
}

static BOOLEAN all_have_served(const struct ki_spin *spin)
{
    return ((const volatile struct ki_ipi *)spin->Object)->Left == 0;
}

/* The function runs on each processor at IPI_LEVEL: on those that let the interrupt come at once, then on the others.
 * The result is the caller's own. */
ULONG_PTR KeIpiGenericCall(PKIPI_BROADCAST_WORKER BroadcastFunction, ULONG_PTR Context)
{
    struct ki_processor *current = ki_current_processor();
    struct ki_ipi call = {BroadcastFunction, Context, ki_processor_count - 1};
    struct ki_spin before = {.Kind = KI_SPIN_OTHER, .Over = nobody_calls, .Text = "another KeIpiGenericCall's end"};
    struct ki_spin after = {.Kind = KI_SPIN_OTHER,
                            .Over = all_have_served,
                            .Object = &call,
                            .Text = "the other processors to serve KeIpiGenericCall"};
    KIRQL old = current->Irql;
    if (old < DISPATCH_LEVEL)
        current->Irql = DISPATCH_LEVEL; /* the thread stays here */
    if (broadcast)
        ki_spin(&before);
    broadcast = &call;
    for (ULONG i = 0; i < ki_processor_count; i++)
        if (ki_processors[i] != current)
            ki_processors[i]->Ipi = &call;
    ULONG_PTR result = run_broadcast(BroadcastFunction, Context);
    current->Irql = max(current->Irql, IPI_LEVEL);
    for (ULONG i = 1; i < ki_processor_count && !ki_preemptive; i++) {
        struct ki_processor *processor = ki_processors[(current->Number + i) % ki_processor_count];
        if (processor->Ipi && processor->Irql < IPI_LEVEL)
            ki_visit(processor);
    }
    if (call.Left)
        ki_spin(&after);
    broadcast = NULL;
    KeLowerIrql(old);
    return result;
}

/* --- state of the processor: the compiler's calling convention keeps what a thread may use --- */

NTSTATUS KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE XStateSave)
{
    return STATUS_SUCCESS;
}

VOID KeRestoreExtendedProcessorState(PXSTATE_SAVE XStateSave)
{
}

/* Memory is coherent. */
BOOLEAN KeInvalidateAllCaches(VOID)
{
    return TRUE;
}

/* --- processors do not come and go --- */

struct change_callback {
    PPROCESSOR_CALLBACK_FUNCTION Function;
    PVOID Context;
};

PVOID KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext,
                                        ULONG Flags)
{
    struct change_callback *callback = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*callback), 'bCpK');
    if (!callback)
        return NULL;
    *callback = (struct change_callback){CallbackFunction, CallbackContext};
    vf_registered("the callback for processors", callback, CallbackFunction);
    if (Flags & KE_PROCESSOR_CHANGE_ADD_EXISTING)
        for (ULONG i = 0; i < ki_processor_count; i++) {
            KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT change = {
                .State = KeProcessorAddStartNotify, .NtNumber = i, .ProcNumber = {.Number = (UCHAR)i}};
            NTSTATUS status = STATUS_SUCCESS;
            CallbackFunction(CallbackContext, &change, &status);
            change.State = NT_SUCCESS(status) ? KeProcessorAddCompleteNotify : KeProcessorAddFailureNotify;
            CallbackFunction(CallbackContext, &change, &status);
        }
    return callback;
}

VOID KeDeregisterProcessorChangeCallback(PVOID CallbackHandle)
{
    vf_unregistered(CallbackHandle);
    ExFreePoolWithTag(CallbackHandle, 'bCpK');
}
