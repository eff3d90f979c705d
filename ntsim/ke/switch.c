/* Changing stacks. The non-volatile registers of Microsoft's calling convention lie on the stack that is left. */
#include "ntsim/ke/ki.h"

__attribute__((naked)) void ki_swap_stacks(PVOID *from, PVOID to)
{
    __asm__("pushq %rbp\n\t"
            "pushq %rbx\n\t"
            "pushq %rdi\n\t"
            "pushq %rsi\n\t"
            "pushq %r12\n\t"
            "pushq %r13\n\t"
            "pushq %r14\n\t"
            "pushq %r15\n\t"
            "subq $168, %rsp\n\t"
            "movaps %xmm6, 0(%rsp)\n\t"
            "movaps %xmm7, 16(%rsp)\n\t"
            "movaps %xmm8, 32(%rsp)\n\t"
            "movaps %xmm9, 48(%rsp)\n\t"
            "movaps %xmm10, 64(%rsp)\n\t"
            "movaps %xmm11, 80(%rsp)\n\t"
            "movaps %xmm12, 96(%rsp)\n\t"
            "movaps %xmm13, 112(%rsp)\n\t"
            "movaps %xmm14, 128(%rsp)\n\t"
            "movaps %xmm15, 144(%rsp)\n\t"
            "stmxcsr 160(%rsp)\n\t"
            "fnstcw 164(%rsp)\n\t"
            "movq %rsp, (%rcx)\n\t"
            "movq %rdx, %rsp\n\t"
            "movaps 0(%rsp), %xmm6\n\t"
            "movaps 16(%rsp), %xmm7\n\t"
            "movaps 32(%rsp), %xmm8\n\t"
            "movaps 48(%rsp), %xmm9\n\t"
            "movaps 64(%rsp), %xmm10\n\t"
            "movaps 80(%rsp), %xmm11\n\t"
            "movaps 96(%rsp), %xmm12\n\t"
            "movaps 112(%rsp), %xmm13\n\t"
            "movaps 128(%rsp), %xmm14\n\t"
            "movaps 144(%rsp), %xmm15\n\t"
            "ldmxcsr 160(%rsp)\n\t"
            "fldcw 164(%rsp)\n\t"
            "addq $168, %rsp\n\t"
            "popq %r15\n\t"
            "popq %r14\n\t"
            "popq %r13\n\t"
            "popq %r12\n\t"
            "popq %rsi\n\t"
            "popq %rdi\n\t"
            "popq %rbx\n\t"
            "popq %rbp\n\t"
            "retq");
}

/* Where a new stack begins: the entry is in rbx, the stack pointer a multiple of 16. Nothing is above. */
static __attribute__((naked)) void first_frame(void)
{
    __asm__(".seh_proc first_frame\n\t"
            ".seh_stackalloc 32\n\t"
            ".seh_endprologue\n\t"
            "callq *%rbx\n\t"
            "ud2\n\t"
            ".seh_endproc");
}

PVOID ki_prepare_stack(PUCHAR base, void (*entry)(void))
{
    struct {
        UCHAR Xmm[160];
        ULONG MxCsr;
        USHORT X87[2];
        ULONG64 R15, R14, R13, R12, Rsi, Rdi, Rbx, Rbp, Return;
        ULONG64 Home[4];   /* of the entry */
        ULONG64 Nobody[2]; /* the return address of first_frame: none */
    } *frame = (PVOID)(base - sizeof(*frame));
    RtlZeroMemory(frame, sizeof(*frame));
    frame->MxCsr = 0x1F80;
    frame->X87[0] = 0x27F;
    frame->Rbx = (ULONG64)entry;
    frame->Return = (ULONG64)first_frame;
    return frame;
}

__attribute__((naked)) void ki_call_on_stack(void (*routine)(PVOID), PVOID argument, PUCHAR base)
{
    __asm__(".seh_proc ki_call_on_stack\n\t"
            "pushq %rbp\n\t"
            ".seh_pushreg %rbp\n\t"
            "movq %rsp, %rbp\n\t"
            ".seh_setframe %rbp, 0\n\t"
            ".seh_endprologue\n\t"
            "leaq -32(%r8), %rsp\n\t"
            "movq %rcx, %rax\n\t"
            "movq %rdx, %rcx\n\t"
            "callq *%rax\n\t"
            "nop\n\t"
            "movq %rbp, %rsp\n\t"
            "popq %rbp\n\t"
            "retq\n\t"
            ".seh_endproc");
}
