/*
 * A status instead of the bug check: for drivers whose manifest says `panic: status`, which defines WDK_PANIC_RETURNS.
 *
 * A failed check below an entry point that the safe layer makes (WDK_DISPATCH, WDK_ON_READ and their kin) unwinds to
 * it: scopes are left as by return, so locks are released and owned things given back, and the entry point completes
 * the request with STATUS_INTERNAL_ERROR. It stays a bug check where that cannot be right:
 *   - the request has been completed or handed on already,
 *   - the IRQL is above APC_LEVEL, as under a spin lock, or not what it was at the entry when it is back there,
 *   - code of somebody else is on the stack in between, such as a lower driver that calls a completion routine,
 *   - a check fails again while scopes are left, or 64 threads are below entry points already.
 * What is held otherwise than by a scope stays held, and data that was half changed stays so.
 */
#ifndef WDK_PANIC_GUARD_H
#define WDK_PANIC_GUARD_H

#include "panic.h"

#ifdef WDK_PANIC_RETURNS

/* sdk/lib/panic. Calls body(context). False where a check failed in it: `held`, the address of a pointer to the
 * request, was not NULL then. IRQL <= DISPATCH_LEVEL. */
bool wdk_panic_guard(void (*body)(void *context), void *context, const void *held);

#endif
#endif
