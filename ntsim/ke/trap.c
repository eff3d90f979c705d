/* Faults of the processor: bug checks at once, or exceptions for who has a handler. */
#include "ntsim/ke/ki.h"

/* Whether `size` bytes at `stack_pointer` belong to the running thread's stack, or to the processor's for DPCs. */
__declspec(dllexport) bool SimTrapStack(uint64_t stack_pointer, uint64_t size)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD thread = processor->CurrentThread;
    if (processor->DpcActive)
        return stack_pointer - (ULONG64)(processor->DpcStack - KI_DPC_STACK) < KI_DPC_STACK - size;
    return stack_pointer >= (ULONG64)thread->StackLimit && stack_pointer + size <= (ULONG64)thread->StackBase;
}

static void page_fault(const struct machine_trap *trap)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql >= DISPATCH_LEVEL)
        ki_bug_check(DRIVER_IRQL_NOT_LESS_OR_EQUAL, trap->address, irql, trap->access, trap->context.rip,
                     &trap->context, NULL);
    if (trap->address >= MACHINE_USER_END)
        ki_bug_check(PAGE_FAULT_IN_NONPAGED_AREA, trap->address, trap->access == MACHINE_WRITE ? 2 : trap->access,
                     trap->context.rip, 0, &trap->context, NULL);
}

static NTSTATUS status_of(const struct machine_trap *trap)
{
    switch (trap->fault) {
    case MACHINE_FAULT_ACCESS:
        return STATUS_ACCESS_VIOLATION;
    case MACHINE_FAULT_PRIVILEGED:
        return STATUS_PRIVILEGED_INSTRUCTION;
    case MACHINE_FAULT_BREAKPOINT:
        return STATUS_BREAKPOINT;
    case MACHINE_FAULT_SINGLE_STEP:
        return STATUS_SINGLE_STEP;
    case MACHINE_FAULT_DIVIDE:
        return STATUS_INTEGER_DIVIDE_BY_ZERO;
    case MACHINE_FAULT_FLOAT:
        return STATUS_FLOAT_MULTIPLE_FAULTS;
    default:
        return STATUS_ILLEGAL_INSTRUCTION;
    }
}

__declspec(dllexport) void SimTrap(struct machine_trap *trap)
{
    if (trap->fault == MACHINE_FAULT_FAST_FAIL)
        ki_bug_check(KERNEL_SECURITY_CHECK_FAILURE, trap->address, (ULONG64)trap, 0, 0, &trap->context, NULL);
    if (trap->fault == MACHINE_FAULT_ACCESS)
        page_fault(trap);
    ki_bug_check(KMODE_EXCEPTION_NOT_HANDLED, (ULONG)status_of(trap), trap->context.rip, trap->access, trap->address,
                 &trap->context, NULL);
}

/* A driver has called what the simulated system does not have; `text` names it. */
__declspec(dllexport) void SimStopMissing(const char *text)
{
    ki_bug_check(0, 0, 0, 0, 0, NULL, text);
}
