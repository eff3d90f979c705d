/*
 * setjmp for Microsoft's ABI, in the form that clang's own intrin.h goes with: the compiler adds the frame's address to
 * the call, and longjmp unwinds to it.
 */
#ifndef _INC_SETJMP
#define _INC_SETJMP

#include "../shared/jmp_buf.h"

#ifdef __cplusplus
extern "C" {
#endif
int __cdecl _setjmp(jmp_buf buffer);
__declspec(noreturn) void __cdecl longjmp(jmp_buf buffer, int value);
#ifdef __cplusplus
}
#endif
#define setjmp _setjmp
/* What the compiler calls, on amd64 and on arm64, and the name under which the C runtime of Windows exports it. */
#pragma comment(linker, "/alternatename:_setjmp=__intrinsic_setjmpex")
#pragma comment(linker, "/alternatename:_setjmpex=__intrinsic_setjmpex")

#endif
