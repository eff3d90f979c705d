/* Faults of the processor: bug checks at once, or exceptions for who has a handler. */
#include "ntsim/ke/schedule.h"

#include "ntsim/ex/pool.h"
#include "ntsim/rtl/context.h"
#include "ntsim/rtl/unwind.h"
#include "ntsim/verifier/vf.h"

/* `size`: of the stack that is in use, whose lowest address is returned. */
static ULONG64 stack_limit(ULONG64 *size)
{
    struct ki_processor *processor = ki_current_processor();
    PKTHREAD thread = processor->CurrentThread;
    *size = processor->DpcActive ? KI_DPC_STACK : (ULONG64)(thread->StackBase - thread->StackLimit);
    return processor->DpcActive ? (ULONG64)(processor->DpcStack - KI_DPC_STACK) : (ULONG64)thread->StackLimit;
}

/* The record does not fit on the stack any more, or the fault is one of the page below. */
__declspec(dllexport) bool SimTrapStack(const struct machine_trap *trap, uint64_t stack_pointer, uint64_t size)
{
    ULONG64 whole;
    const ULONG64 limit = stack_limit(&whole);
    const BOOLEAN below = trap->fault == MACHINE_FAULT_ACCESS && limit - trap->address - 1 < PAGE_SIZE;
    if (!below && stack_pointer >= limit && stack_pointer + size <= limit + whole)
        return true;
    vf_stack_used_up(&trap->context, whole);
    return false;
}

/* The processor does not say which address it was, where it is none that could be mapped. */
#define NOT_CANONICAL 0xFFFFFFFFFFFFFFFFull

static void page_fault(const struct machine_trap *trap)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (trap->address >= MACHINE_KERNEL_BEGIN)
        pool_explain_fault(trap);
    if (irql >= DISPATCH_LEVEL)
        ki_bug_check(DRIVER_IRQL_NOT_LESS_OR_EQUAL, trap->address, irql, trap->access, trap->context.rip,
                     &trap->context, NULL);
    if (trap->address >= MACHINE_USER_END && trap->address != NOT_CANONICAL)
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

/* Which software interrupt it was. The instruction pointer is that of the instruction, as on Windows. */
static NTSTATUS breakpoint(PCONTEXT context)
{
    const UCHAR *code = (const UCHAR *)context->Rip;
    if (code[0] == 0xCD && code[1] == 0x2C) /* NT_ASSERT */
        return STATUS_ASSERTION_FAILURE;
    if (code[-1] == 0xCC)
        context->Rip--;
    return STATUS_BREAKPOINT;
}

/* A device's interrupts, a new IRQL, timers that are due; then on. */
static DECLSPEC_NORETURN void go_on(const struct machine_trap *trap)
{
    CONTEXT context;
    rtl_context_from_machine(&context, &trap->context);
    if (trap->access == MACHINE_WRITE)
        ki_touched_untold();
    for (uint32_t vector; (vector = ki_services->next_interrupt()) != MAXULONG;)
        ki_interrupt(vector);
    KIRQL irql = ki_current_processor()->Irql;
    if (trap->address != MAXULONG64 && trap->address < irql)
        KeLowerIrql((KIRQL)trap->address);
    else if (trap->address != MAXULONG64)
        KfRaiseIrql((KIRQL)trap->address);
    if (ki_clock_is_due())
        ki_advance(0);
    if ((ki_preemptive || ki_turn_is_over()) && ki_is_of_driver((PVOID)context.Rip)) {
        if (ki_turn_is_over())
            ki_pass_turn();
        else
            ki_scheduling_point(MACHINE_POINT_DEVICE, (PVOID)context.Rip);
    }
    RtlRestoreContext(&context, NULL);
}

/* The record is on the stack of the thread, in whose place this runs; handlers go on where they see fit. */
DECLSPEC_NORETURN void ki_trap(struct machine_trap *trap);
DECLSPEC_NORETURN void ki_trap(struct machine_trap *trap)
{
    if (trap->fault == MACHINE_FAULT_CONTINUE)
        go_on(trap);
    if (trap->fault == MACHINE_FAULT_FAST_FAIL)
        ki_bug_check(KERNEL_SECURITY_CHECK_FAILURE, trap->address, (ULONG64)trap, 0, 0, &trap->context, NULL);
    if (trap->fault == MACHINE_FAULT_ACCESS)
        page_fault(trap);
    EXCEPTION_RECORD record = {.ExceptionCode = status_of(trap)};
    CONTEXT context;
    rtl_context_from_machine(&context, &trap->context);
    if (trap->fault == MACHINE_FAULT_BREAKPOINT)
        record.ExceptionCode = breakpoint(&context);
    if (trap->fault == MACHINE_FAULT_ACCESS) {
        record.NumberParameters = 2;
        record.ExceptionInformation[0] = trap->access;
        record.ExceptionInformation[1] = trap->address;
    }
    record.ExceptionAddress = (PVOID)context.Rip;
    rtlp_raise(&record, &context);
}

/* The return address and the home area above it become the frame that the processor would have pushed, which is how the
 * unwind data describe it: the stack pointer of the code that faulted lies elsewhere. */
__asm__(".text\n\t"
        ".p2align 4\n\t"
        ".globl SimTrap\n"
        "SimTrap:\n\t"
        ".seh_proc SimTrap\n\t"
        "movq 32(%rcx), %rax\n\t"
        "movq %rax, 24(%rsp)\n\t"
        ".seh_pushframe\n\t"
        "subq $40, %rsp\n\t"
        ".seh_stackalloc 40\n\t"
        ".seh_endprologue\n\t"
        "callq ki_trap\n\t"
        "ud2\n\t"
        ".seh_endproc");
_Static_assert(offsetof(struct machine_trap, context.rsp) == 32, "SimTrap reads it");
#pragma comment(linker, "/EXPORT:SimTrap")
