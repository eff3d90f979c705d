/* Calls on a larger stack. */
#include "ntsim/ke/ki.h"

#include "ntsim/mm/mi.h"

struct call {
    PEXPAND_STACK_CALLOUT Callout;
    PVOID Parameter;
};

static void run(PVOID context)
{
    const struct call *call = context;
    call->Callout(call->Parameter);
}

NTSTATUS KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size, BOOLEAN Wait,
                                         PVOID Context)
{
    PKTHREAD thread = ki_current_thread();
    if (Size > MAXIMUM_EXPANSION_SIZE)
        return STATUS_INVALID_PARAMETER_3;
    if (Context)
        return STATUS_INVALID_PARAMETER_5;
    if (IoGetRemainingStackSize() >= Size) {
        Callout(Parameter);
        return STATUS_SUCCESS;
    }
    struct call call = {Callout, Parameter};
    PUCHAR limit = thread->StackLimit, base = thread->StackBase, larger = mi_allocate_stack(KERNEL_LARGE_STACK_SIZE);
    if (!larger)
        return STATUS_NO_MEMORY;
    thread->StackLimit = larger;
    thread->StackBase = larger + KERNEL_LARGE_STACK_SIZE;
    ki_call_on_stack(run, &call, thread->StackBase);
    thread->StackLimit = limit;
    thread->StackBase = base;
    mi_free_stack(larger, KERNEL_LARGE_STACK_SIZE);
    return STATUS_SUCCESS;
}

NTSTATUS KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size)
{
    return KeExpandKernelStackAndCalloutEx(Callout, Parameter, Size, TRUE, NULL);
}
