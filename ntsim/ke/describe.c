/* For the host's reports: the threads and what they wait for. Nothing here changes anything. */
#include "ntsim/ke/ki.h"
#include "ntsim/ke/sim.h"
#include "ntsim/ps/psp.h"

/* What ki_swap_stacks leaves on a stack. */
struct saved {
    UCHAR Xmm[160];
    ULONG MxCsr;
    USHORT X87[2];
    ULONG64 R15, R14, R13, R12, Rsi, Rdi, Rbx, Rbp, Return;
};

static void describe_wait(PKTHREAD thread, struct sim_thread *out)
{
    out->wait_count = thread->WaitCount;
    out->wait_all = thread->WaitType == WaitAll;
    for (ULONG i = 0; i < thread->WaitCount && i < SIM_WAIT_OBJECTS; i++) {
        DISPATCHER_HEADER *object = thread->WaitBlocks[i].Object;
        out->objects[i].address = (ULONG64)object;
        out->objects[i].type = object->Type;
        if (object->Type == KI_MUTANT)
            out->objects[i].owner = (ULONG64)CONTAINING_RECORD(object, KMUTANT, Header)->OwnerThread;
    }
    if (thread->WaitTimer.Header.Inserted)
        out->due = (LONG64)thread->WaitTimer.DueTime.QuadPart;
}

static void describe_registers(const struct saved *saved, struct machine_context *out)
{
    out->r15 = saved->R15;
    out->r14 = saved->R14;
    out->r13 = saved->R13;
    out->r12 = saved->R12;
    out->rsi = saved->Rsi;
    out->rdi = saved->Rdi;
    out->rbx = saved->Rbx;
    out->rbp = saved->Rbp;
    out->rip = saved->Return;
    out->rsp = (ULONG64)(saved + 1);
}

/* The stack of one that is not the current processor's is that of what the processor was left in. */
static void describe_processor(PKTHREAD thread, struct sim_thread *out)
{
    const struct ki_processor *processor = ki_processors[thread->Processor];
    if (processor->CurrentThread != thread)
        return;
    out->on_processor = true;
    out->processor = processor->Number;
    out->irql = processor->Irql;
    out->in_dpc = processor->DpcActive;
    out->spins = processor->Spin != NULL;
}

static PKTHREAD thread_at(PKPROCESS process, uint32_t *index)
{
    for (LIST_ENTRY *entry = process->Threads.Flink; entry != &process->Threads; entry = entry->Flink)
        if ((*index)-- == 0)
            return CONTAINING_RECORD(entry, KTHREAD, ThreadEntry);
    return NULL;
}

static PKTHREAD with_stack(PKPROCESS process, ULONG64 address)
{
    for (LIST_ENTRY *entry = process->Threads.Flink; entry != &process->Threads; entry = entry->Flink) {
        PKTHREAD thread = CONTAINING_RECORD(entry, KTHREAD, ThreadEntry);
        if (thread->StackLimit && address >= (ULONG64)thread->StackLimit && address < (ULONG64)thread->StackBase)
            return thread;
    }
    return NULL;
}

PKTHREAD ki_thread_of_stack(ULONG64 address)
{
    PKTHREAD thread = with_stack(psp_user_process(), address);
    return thread ? thread : with_stack(ki_system_process, address);
}

__declspec(dllexport) bool SimThreadAt(uint32_t index, struct sim_thread *out)
{
    PKTHREAD thread = thread_at(psp_user_process(), &index);
    if (!thread)
        thread = thread_at(ki_system_process, &index);
    if (!thread)
        return false;
    RtlZeroMemory(out, sizeof(*out));
    out->id = (ULONG64)thread->Id;
    out->address = (ULONG64)thread;
    out->start = (ULONG64)thread->StartRoutine;
    out->priority = (ULONG)thread->Priority;
    out->state = thread->State;
    out->due = -1;
    out->current = thread == ki_current_thread();
    describe_processor(thread, out);
    if (thread->State == KI_WAITING)
        describe_wait(thread, out);
    if (!out->current && thread->StackPointer)
        describe_registers(thread->StackPointer, &out->context);
    else if (out->current)
        out->context = ki_hung_at;
    return true;
}

__declspec(dllexport) uint64_t SimTime(void)
{
    return ki_interrupt_time;
}
