/*
 * Control-flow guard before, or without, a loader that takes it up: the two pointers through which guarded indirect
 * calls go, and what they hold until the loader writes its own checks over them. The pointers lie in a section of their
 * own, which the linker places in read-only memory, as the loader expects.
 *
 * check:    the target is in RCX (amd64) or X15 (arm64); returns if it is a good one. All argument registers survive.
 * dispatch: the target is in RAX (amd64) or X9 (arm64); goes on there.
 */
#include "runtime.h"

static void guard_check_nothing(void);
static void guard_dispatch(void);

__attribute__((naked)) static void guard_check_nothing(void)
{
    __asm__("ret");
}

__attribute__((naked)) static void guard_dispatch(void)
{
#ifdef __aarch64__
    __asm__("br x9");
#else
    __asm__("jmpq *%rax");
#endif
}

#define GUARD_POINTER __attribute__((section(".00cfg")))

extern const void *const __guard_check_icall_fptr;
extern const void *const __guard_dispatch_icall_fptr;

GUARD_POINTER const void *const __guard_check_icall_fptr = (const void *)guard_check_nothing;
GUARD_POINTER const void *const __guard_dispatch_icall_fptr = (const void *)guard_dispatch;
