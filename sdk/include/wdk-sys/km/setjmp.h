/*
 * setjmp in the kernel. The compiler turns _setjmp into a call of _setjmpex with the frame's address, and longjmp
 * unwinds to it; ntoskrnl.exe exports both. Mostly here because clang's intrin.h includes it: drivers use __try.
 */
#ifndef _INC_SETJMP
#define _INC_SETJMP

#include <jmp_buf.h>
#include <wdk_export.h>

#ifdef __cplusplus
extern "C" {
#endif
int __cdecl _setjmp(jmp_buf buffer);
/* clang knows it with a jmp_buf of its own. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wincompatible-library-redeclaration"
WDK_EXPORT_PLAIN("ntoskrnl.exe", "6.0.6000") int __cdecl _setjmpex(jmp_buf buffer, void *frame);
#pragma clang diagnostic pop
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.0.2195") __declspec(noreturn) void __cdecl longjmp(jmp_buf buffer, int value);
#ifdef __cplusplus
}
#endif
#define setjmp _setjmp

#endif
