#include "ntsim/rtl/context.h"

#include "ntsim/rtl/unwind.h"

_Static_assert(FIELD_OFFSET(CONTEXT, R15) - FIELD_OFFSET(CONTEXT, Rax) == 15 * 8 &&
                   FIELD_OFFSET(CONTEXT, Rip) == 0xF8 && FIELD_OFFSET(CONTEXT, Xmm0) == 0x1A0,
               "RtlCaptureContext and RtlRestoreContext know these offsets");

void rtl_context_from_machine(CONTEXT *to, const struct machine_context *from)
{
    RtlZeroMemory(to, sizeof(*to));
    to->ContextFlags = CONTEXT_FULL;
    RtlCopyMemory(&to->Rax, &from->rax, 16 * sizeof(from->rax));
    to->Rip = from->rip;
    to->EFlags = (ULONG)from->flags;
    to->MxCsr = (ULONG)from->mxcsr;
    RtlCopyMemory(&to->Xmm0, from->xmm, sizeof(from->xmm));
}

void rtl_context_to_machine(struct machine_context *to, const CONTEXT *from)
{
    RtlCopyMemory(&to->rax, &from->Rax, 16 * sizeof(to->rax));
    to->rip = from->Rip;
    to->flags = from->EFlags;
    to->mxcsr = from->MxCsr;
    RtlCopyMemory(to->xmm, &from->Xmm0, sizeof(to->xmm));
}

__attribute__((naked)) VOID RtlCaptureContext(PCONTEXT ContextRecord)
{
    __asm__("pushfq\n\t"
            "movl $0x10000B, 0x30(%rcx)\n\t" /* CONTEXT_FULL */
            "movq %rax, 0x78(%rcx)\n\t"
            "movq %rcx, 0x80(%rcx)\n\t"
            "movq %rdx, 0x88(%rcx)\n\t"
            "movq %rbx, 0x90(%rcx)\n\t"
            "leaq 16(%rsp), %rax\n\t"
            "movq %rax, 0x98(%rcx)\n\t"
            "movq %rbp, 0xA0(%rcx)\n\t"
            "movq %rsi, 0xA8(%rcx)\n\t"
            "movq %rdi, 0xB0(%rcx)\n\t"
            "movq %r8, 0xB8(%rcx)\n\t"
            "movq %r9, 0xC0(%rcx)\n\t"
            "movq %r10, 0xC8(%rcx)\n\t"
            "movq %r11, 0xD0(%rcx)\n\t"
            "movq %r12, 0xD8(%rcx)\n\t"
            "movq %r13, 0xE0(%rcx)\n\t"
            "movq %r14, 0xE8(%rcx)\n\t"
            "movq %r15, 0xF0(%rcx)\n\t"
            "movq 8(%rsp), %rax\n\t"
            "movq %rax, 0xF8(%rcx)\n\t"
            "movq (%rsp), %rax\n\t"
            "movl %eax, 0x44(%rcx)\n\t"
            "stmxcsr 0x34(%rcx)\n\t"
            "movaps %xmm0, 0x1A0(%rcx)\n\t"
            "movaps %xmm1, 0x1B0(%rcx)\n\t"
            "movaps %xmm2, 0x1C0(%rcx)\n\t"
            "movaps %xmm3, 0x1D0(%rcx)\n\t"
            "movaps %xmm4, 0x1E0(%rcx)\n\t"
            "movaps %xmm5, 0x1F0(%rcx)\n\t"
            "movaps %xmm6, 0x200(%rcx)\n\t"
            "movaps %xmm7, 0x210(%rcx)\n\t"
            "movaps %xmm8, 0x220(%rcx)\n\t"
            "movaps %xmm9, 0x230(%rcx)\n\t"
            "movaps %xmm10, 0x240(%rcx)\n\t"
            "movaps %xmm11, 0x250(%rcx)\n\t"
            "movaps %xmm12, 0x260(%rcx)\n\t"
            "movaps %xmm13, 0x270(%rcx)\n\t"
            "movaps %xmm14, 0x280(%rcx)\n\t"
            "movaps %xmm15, 0x290(%rcx)\n\t"
            "popfq\n\t"
            "retq");
}

/* By iretq, which sets stack pointer, flags and instruction pointer at once. The frame for it lies on the stack that is
 * left, so nothing of the one gone to is written. */
__attribute__((naked)) DECLSPEC_NORETURN VOID RtlRestoreContext(PCONTEXT ContextRecord,
                                                                PEXCEPTION_RECORD ExceptionRecord)
{
    __asm__("ldmxcsr 0x34(%rcx)\n\t"
            "movaps 0x1A0(%rcx), %xmm0\n\t"
            "movaps 0x1B0(%rcx), %xmm1\n\t"
            "movaps 0x1C0(%rcx), %xmm2\n\t"
            "movaps 0x1D0(%rcx), %xmm3\n\t"
            "movaps 0x1E0(%rcx), %xmm4\n\t"
            "movaps 0x1F0(%rcx), %xmm5\n\t"
            "movaps 0x200(%rcx), %xmm6\n\t"
            "movaps 0x210(%rcx), %xmm7\n\t"
            "movaps 0x220(%rcx), %xmm8\n\t"
            "movaps 0x230(%rcx), %xmm9\n\t"
            "movaps 0x240(%rcx), %xmm10\n\t"
            "movaps 0x250(%rcx), %xmm11\n\t"
            "movaps 0x260(%rcx), %xmm12\n\t"
            "movaps 0x270(%rcx), %xmm13\n\t"
            "movaps 0x280(%rcx), %xmm14\n\t"
            "movaps 0x290(%rcx), %xmm15\n\t"
            "movl %ss, %eax\n\t"
            "pushq %rax\n\t"
            "pushq 0x98(%rcx)\n\t"
            "movl 0x44(%rcx), %eax\n\t"
            "pushq %rax\n\t"
            "movl %cs, %eax\n\t"
            "pushq %rax\n\t"
            "pushq 0xF8(%rcx)\n\t"
            "movq 0x78(%rcx), %rax\n\t"
            "movq 0x88(%rcx), %rdx\n\t"
            "movq 0x90(%rcx), %rbx\n\t"
            "movq 0xA0(%rcx), %rbp\n\t"
            "movq 0xA8(%rcx), %rsi\n\t"
            "movq 0xB0(%rcx), %rdi\n\t"
            "movq 0xB8(%rcx), %r8\n\t"
            "movq 0xC0(%rcx), %r9\n\t"
            "movq 0xC8(%rcx), %r10\n\t"
            "movq 0xD0(%rcx), %r11\n\t"
            "movq 0xD8(%rcx), %r12\n\t"
            "movq 0xE0(%rcx), %r13\n\t"
            "movq 0xE8(%rcx), %r14\n\t"
            "movq 0xF0(%rcx), %r15\n\t"
            "movq 0x80(%rcx), %rcx\n\t"
            "iretq");
}

/* What ExIsProcessorFeaturePresent says, too: no AVX. */
ULONG64 RtlGetEnabledExtendedFeatures(ULONG64 FeatureMask)
{
    return FeatureMask & XSTATE_MASK_LEGACY;
}
