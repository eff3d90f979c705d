/*
 * __chkstk: touches each page of a frame larger than one page, in order, so that an overflow meets the guard page and
 * not whatever lies below it. The function that called it moves the stack pointer itself.
 *
 * amd64: RAX holds the bytes wanted; R10 and R11 may change, RAX may not.
 * arm64: X15 holds the bytes wanted divided by 16; X16 and X17 may change, X15 may not.
 */
#include "runtime.h"

void __chkstk(void);

#ifdef __aarch64__
__attribute__((naked)) void __chkstk(void)
{
    __asm__("lsl x16, x15, #4\n\t"
            "mov x17, sp\n"
            "1:\n\t"
            "subs x16, x16, #4096\n\t"
            "b.ls 2f\n\t"
            "sub x17, x17, #4096\n\t"
            "ldr xzr, [x17]\n\t"
            "b 1b\n"
            "2:\n\t"
            "add x16, x16, #4096\n\t"
            "sub x17, x17, x16\n\t"
            "ldr xzr, [x17]\n\t"
            "ret");
}
#else
__attribute__((naked)) void __chkstk(void)
{
    __asm__("movq %rax, %r10\n\t"
            "leaq 8(%rsp), %r11\n"
            "1:\n\t"
            "cmpq $4096, %r10\n\t"
            "jbe 2f\n\t"
            "subq $4096, %r11\n\t"
            "testb %al, (%r11)\n\t"
            "subq $4096, %r10\n\t"
            "jmp 1b\n"
            "2:\n\t"
            "subq %r10, %r11\n\t"
            "testb %al, (%r11)\n\t"
            "retq");
}
#endif
