/*
 * What the sources of the linked-in runtime share. They are compiled freestanding for the Microsoft ABI, once for
 * kernel mode (wdkrt.lib) and once for user mode (wdkrtum.lib, with CWDK_USER_MODE defined), for amd64 and for arm64.
 *
 * No header of the kit is included here: the runtime must build before, and independently of, all of them.
 * Facts: the names and the register conventions are those that the compiler emits calls to; the codes of __fastfail and
 * the load configuration directory are described in the public documentation of the PE format and of winnt.h.
 */
#ifndef CWDK_SDK_RUNTIME_H
#define CWDK_SDK_RUNTIME_H

#include <stddef.h>
#include <stdint.h>

/* Where one-time initialisation goes: the kernel throws its INIT section away after DriverEntry. */
#ifdef CWDK_USER_MODE
#define RUNTIME_INIT
#else
#define RUNTIME_INIT __attribute__((section("INIT")))
#endif

/* What the linker puts into an image whose cookie no loader and no entry point has set yet. */
#define DEFAULT_SECURITY_COOKIE 0x00002B992DDFA232ull

/* Codes of __fastfail: what the machine stops with, as a bug check 0x139 or an exit with STATUS_STACK_BUFFER_OVERRUN.
 */
enum fast_fail_code {
    FAST_FAIL_STACK_COOKIE_CHECK_FAILURE = 2,
    FAST_FAIL_FATAL_APP_EXIT = 7,
};

/* What the memory functions move at a time: no alignment is asked for, and it may lie over objects of any type. */
typedef uint64_t chunk __attribute__((aligned(1), may_alias));

extern uintptr_t __security_cookie;
extern uintptr_t __security_cookie_complement;

void __security_init_cookie(void);
void __security_check_cookie(uintptr_t cookie);
__declspec(noreturn) void __report_gsfailure(uintptr_t cookie);

/* Of the compiler itself. */
__declspec(noreturn) void __fastfail(unsigned int code);

#endif
