/* The main thread is user mode's, with a stack of the host's size. What the system does on its own runs elsewhere. */
#include "ntsim/io/iop.h"

#include "ntsim/io/sim.h"
#include "ntsim/mm/mi.h"
#include "ntsim/ps/psp.h"

struct call {
    void (*Routine)(PVOID);
    PVOID Context;
};

static void run(PVOID context)
{
    const struct call *call = context;
    call->Routine(call->Context);
}

void iop_call_on_system_thread(void (*routine)(PVOID), PVOID context)
{
    struct call call = {routine, context};
    PKTHREAD thread = psp_create_thread(ki_system_process, KI_KERNEL_STACK, run, &call);
    if (!thread)
        ki_bug_check(PHASE1_INITIALIZATION_FAILED, 0, 0, 0, 0, NULL, "no memory for a system thread");
    ki_ready(thread);
    KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL);
    ObDereferenceObject(thread);
}

enum { MOST_ARGUMENTS = 12 };

struct service {
    PVOID Function;
    ULONG64 Arguments[MOST_ARGUMENTS];
    NTSTATUS Status;
};

/* With all twelve in place whatever the function takes: the caller's side cleans up, and ignores the rest. */
static void call_service(PVOID context)
{
    typedef NTSTATUS service_function(ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64,
                                      ULONG64, ULONG64, ULONG64);
    struct service *service = context;
    const ULONG64 *a = service->Arguments;
    service->Status = ((service_function *)service->Function)(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8],
                                                              a[9], a[10], a[11]);
}

__declspec(dllexport) int32_t SimSystemCall(void *function, const uint64_t *arguments, uint32_t count)
{
    PKTHREAD thread = ki_current_thread();
    PUCHAR limit = thread->StackLimit, base = thread->StackBase;
    struct service service = {.Function = function};
    RtlCopyMemory(service.Arguments, arguments, count * sizeof(*arguments));
    if (!thread->KernelStack)
        thread->KernelStack = mi_allocate_stack(KI_KERNEL_STACK);
    if (!thread->KernelStack)
        return STATUS_INSUFFICIENT_RESOURCES;
    thread->StackLimit = thread->KernelStack;
    thread->StackBase = thread->KernelStack + KI_KERNEL_STACK;
    thread->PreviousMode = UserMode;
    ki_call_on_stack(call_service, &service, thread->StackBase);
    thread->PreviousMode = KernelMode;
    thread->StackLimit = limit;
    thread->StackBase = base;
    ki_deliver_user_apcs();
    return service.Status;
}
