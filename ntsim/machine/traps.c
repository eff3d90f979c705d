/*
 * Faults. The signal is turned into what the processor would do: the thread's stack gets a record of the fault, and the
 * system's trap routine runs as if the faulting instruction had called it. Signals have a stack of their own, so a
 * thread that has none left is told apart.
 */
#include "ntsim/machine/machine.h"
#include "ntsim/machine/rewind.h"
#include "ntsim/machine/native.h"
#include "ntsim/machine/watched.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

enum { SIGNAL_STACK = 256 * 1024 };

static machine_trap_entry *system_trap;
static machine_trap_stack *system_stack_check;

static const int registers[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                                  REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

static void read_context(const ucontext_t *from, struct machine_context *to)
{
    uint64_t *integers = &to->rax;
    for (int i = 0; i < 16; i++)
        integers[i] = (uint64_t)from->uc_mcontext.gregs[registers[i]];
    to->rip = (uint64_t)from->uc_mcontext.gregs[REG_RIP];
    to->flags = (uint64_t)from->uc_mcontext.gregs[REG_EFL];
    to->mxcsr = from->uc_mcontext.fpregs->mxcsr;
    memcpy(to->xmm, from->uc_mcontext.fpregs->_xmm, sizeof(to->xmm));
}

static void write_context(ucontext_t *to, const struct machine_context *from)
{
    const uint64_t *integers = &from->rax;
    for (int i = 0; i < 16; i++)
        to->uc_mcontext.gregs[registers[i]] = (greg_t)integers[i];
    to->uc_mcontext.gregs[REG_RIP] = (greg_t)from->rip;
    to->uc_mcontext.gregs[REG_EFL] = (greg_t)from->flags;
    memcpy(to->uc_mcontext.fpregs->_xmm, from->xmm, sizeof(from->xmm));
}

/* Bits of the page fault's error code. */
enum { ERROR_WRITE = 2, ERROR_FETCH = 16, TRAP_GENERAL_PROTECTION = 13, TRAP_PAGE = 14 };

static void classify(int signal, const siginfo_t *info, const ucontext_t *context, struct machine_trap *trap)
{
    const uint8_t *code = (const uint8_t *)trap->context.rip;
    const greg_t error = context->uc_mcontext.gregs[REG_ERR];
    switch (signal) {
    case SIGSEGV:
    case SIGBUS:
        if (context->uc_mcontext.gregs[REG_TRAPNO] == TRAP_GENERAL_PROTECTION) {
            trap->fault = MACHINE_FAULT_PRIVILEGED;
            if (!is_privileged(code)) { /* an address that is not canonical; which, nobody says */
                trap->fault = MACHINE_FAULT_ACCESS;
                trap->address = ~0ULL;
            }
            /* `int 29h` is __fastfail, with its code in ecx. */
            if (code[0] == 0xCD && code[1] == 0x29) {
                trap->fault = MACHINE_FAULT_FAST_FAIL;
                trap->address = trap->context.rcx & 0xFFFFFFFF;
            } else if (code[0] == 0xCD && (code[1] == 0x2C || code[1] == 0x2D)) {
                trap->fault = MACHINE_FAULT_BREAKPOINT;
            }
        } else {
            trap->fault = MACHINE_FAULT_ACCESS;
            trap->address = (uint64_t)info->si_addr;
            trap->access = error & ERROR_FETCH ? MACHINE_EXECUTE : error & ERROR_WRITE ? MACHINE_WRITE : MACHINE_READ;
        }
        break;
    case SIGFPE:
        trap->fault =
            info->si_code == FPE_INTDIV || info->si_code == FPE_INTOVF ? MACHINE_FAULT_DIVIDE : MACHINE_FAULT_FLOAT;
        break;
    case SIGTRAP:
        trap->fault =
            context->uc_mcontext.gregs[REG_TRAPNO] == 1 ? MACHINE_FAULT_SINGLE_STEP : MACHINE_FAULT_BREAKPOINT;
        break;
    default:
        trap->fault = MACHINE_FAULT_ILLEGAL;
        break;
    }
}

/* A fault in the host's own code is the host's: the default action, with a core where the user wants one. */
static void give_up(int signal, const struct machine_context *where)
{
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(signal, &action, NULL);
    if (machine_options.crashed)
        machine_options.crashed(machine_options.context, signal, where);
}

/* Ends the run where the fault is the use of an import that the system lacks. A call is shown from where it was made.
 */
static void check_missing(const siginfo_t *info, struct machine_context *context)
{
    const char *text = image_missing(context->rip, true);
    if (text) {
        memcpy(&context->rip, (void *)context->rsp, sizeof(context->rip));
        context->rip--; /* in the call itself */
        context->rsp += sizeof(context->rip);
    } else if (machine_image_at(context->rip)) {
        text = image_missing((uint64_t)info->si_addr, false);
    }
    if (!text)
        return;
    const struct machine_bug_check stop = {.context = context, .message = text};
    machine_options.stopped(machine_options.context, &stop, NULL);
    _exit(1);
}

static bool is_foreign(uint64_t rip)
{
    return machine_image_at(rip) || rip < MACHINE_USER_END || (rip >= MACHINE_KERNEL_BEGIN && rip < MACHINE_KERNEL_END);
}

/* Also of the host's own code, which looks at what is user mode's. */
static bool is_watched(int signal, const siginfo_t *info, ucontext_t *context, struct machine_trap *trap)
{
    if (signal != SIGSEGV || context->uc_mcontext.gregs[REG_TRAPNO] != TRAP_PAGE)
        return false;
    classify(signal, info, context, trap);
    native_bind(context->uc_mcontext.fpregs);
    if (!watched_fault(trap))
        return false;
    write_context(context, &trap->context);
    return true;
}

/* The host's own code runs on the stack of the driver's thread that called it, too. */
static bool is_overflow(const siginfo_t *info, uint64_t stack_pointer)
{
    enum { FRAME = 64 * 1024, PAGE = 4096 };
    const uint64_t address = (uint64_t)info->si_addr;
    return stack_pointer >= MACHINE_KERNEL_BEGIN && stack_pointer < MACHINE_KERNEL_END &&
           address - (stack_pointer - FRAME) < FRAME + PAGE;
}

static void tell_overflow(const struct machine_context *where)
{
    const struct machine_bug_check overflow = {.code = 0x7F,
                                               .parameters = {8, where->rsp, 0, where->rip},
                                               .context = where,
                                               .message = "the kernel stack has overflowed"};
    machine_options.stopped(machine_options.context, &overflow, NULL);
    _exit(1);
}

static void on_fault(int signal, siginfo_t *info, void *raw)
{
    ucontext_t *context = raw;
    struct machine_trap trap = {0};
    if (signal == SIGSEGV && context->uc_mcontext.gregs[REG_TRAPNO] == TRAP_PAGE &&
        context->uc_mcontext.gregs[REG_ERR] & ERROR_WRITE && rewind_fault((uint64_t)info->si_addr))
        return;
    read_context(context, &trap.context);
    if (is_watched(signal, info, context, &trap))
        return;
    if (!is_foreign(trap.context.rip)) {
        if (signal == SIGSEGV && is_overflow(info, trap.context.rsp))
            tell_overflow(&trap.context);
        give_up(signal, &trap.context);
        return;
    }
    check_missing(info, &trap.context);
    const bool executable = machine_image_at(trap.context.rip) != NULL;
    if (executable)
        classify(signal, info, context, &trap);
    else
        trap = (struct machine_trap){.context = trap.context,
                                     .fault = MACHINE_FAULT_ACCESS,
                                     .address = trap.context.rip,
                                     .access = MACHINE_EXECUTE};
    if (executable && (trap.fault == MACHINE_FAULT_PRIVILEGED || trap.fault == MACHINE_FAULT_ACCESS)) {
        bool system_follows;
        native_bind(context->uc_mcontext.fpregs);
        if (emulate(&trap, &system_follows)) {
            write_context(context, &trap.context);
            if (!system_follows)
                return;
        }
    }
    /* The record lies below the stack pointer, then 32 bytes that belong to the callee, then a return address. */
    const uint64_t record = (trap.context.rsp - sizeof(trap)) & ~15ULL;
    const uint64_t stack = record - 40;
    if (!system_stack_check(&trap, stack, trap.context.rsp - stack))
        tell_overflow(&trap.context);
    memcpy((void *)record, &trap, sizeof(trap));
    memcpy((void *)stack, &trap.context.rip, sizeof(uint64_t));
    context->uc_mcontext.gregs[REG_RCX] = (greg_t)record;
    context->uc_mcontext.gregs[REG_RSP] = (greg_t)stack;
    context->uc_mcontext.gregs[REG_RIP] = (greg_t)(uintptr_t)system_trap;
    context->uc_mcontext.gregs[REG_EFL] &= ~0x500; /* direction, single step */
}

bool traps_install(machine_trap_entry *trap, machine_trap_stack *stack_check)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
    system_trap = trap;
    system_stack_check = stack_check;
    stack_t stack = {.ss_size = SIGNAL_STACK};
    stack.ss_sp = mmap(NULL, stack.ss_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (stack.ss_sp == MAP_FAILED || sigaltstack(&stack, NULL) != 0)
        return false;
    struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
        if (sigaction(signals[i], &action, NULL) != 0)
            return false;
    return true;
}
