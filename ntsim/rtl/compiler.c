/* What compilers call, and what drivers built with other headers import under its own name. */
#include "ntsim/rtl/copies.h"

#include <ntifs.h>

#undef RtlCopyMemory
#undef RtlMoveMemory
#undef RtlFillMemory
#undef RtlZeroMemory
#undef RtlCopyMemoryNonTemporal
#undef RtlPrefetchMemoryNonTemporal

__declspec(dllexport) VOID RtlCopyMemory(PVOID Destination, const VOID *Source, SIZE_T Length)
{
    memcpy(Destination, Source, Length);
}

__declspec(dllexport) VOID RtlMoveMemory(PVOID Destination, const VOID *Source, SIZE_T Length)
{
    memmove(Destination, Source, Length);
}

__declspec(dllexport) VOID RtlCopyMemoryNonTemporal(PVOID Destination, const VOID *Source, SIZE_T Length)
{
    memcpy(Destination, Source, Length);
}

__declspec(dllexport) VOID RtlFillMemory(PVOID Destination, SIZE_T Length, UCHAR Fill)
{
    memset(Destination, Fill, Length);
}

__declspec(dllexport) VOID RtlZeroMemory(PVOID Destination, SIZE_T Length)
{
    memset(Destination, 0, Length);
}

__declspec(dllexport) VOID RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Length)
{
}

BOOLEAN RtlIsZeroMemory(PVOID Buffer, SIZE_T Length)
{
    const UCHAR *bytes = Buffer;
    while (Length != 0 && bytes[Length - 1] == 0)
        Length--;
    return Length == 0;
}

/* Before a frame of rax bytes: touches its pages, from above. Changes r10 and r11 only. */
__attribute__((naked)) __declspec(dllexport) void __chkstk(void)
{
    __asm__("leaq 8(%rsp), %r10\n\t"
            "subq %rax, %r10\n\t"
            "movq %rsp, %r11\n\t"
            "andq $-4096, %r11\n"
            "1:\n\t"
            "cmpq %r10, %r11\n\t"
            "jbe 2f\n\t"
            "subq $4096, %r11\n\t"
            "testb %al, (%r11)\n\t"
            "jmp 1b\n"
            "2:\n\t"
            "retq");
}
