/*
 * A status instead of the bug check: for drivers whose manifest says `panic: status`, which defines WDK_PANIC_RETURNS.
 *
 * A failed check below an entry point that the safe layer makes unwinds to it: scopes are left as by return, so locks
 * are released and owned things given back. An entry point with a request (WDK_DISPATCH, WDK_ON_READ and their kin,
 * WDK_ON_FILE_CREATE, WDK_SENT) completes it with STATUS_INTERNAL_ERROR; one that returns a status to Windows
 * (WDK_DEVICE_ADD, WDK_ADD_DEVICE, WDK_ON_PREPARE_HARDWARE, WDK_ON_RELEASE_HARDWARE, WDK_ON_D0_ENTRY, WDK_ON_D0_EXIT)
 * returns that. It stays a bug check where that cannot be right:
 *   - the request has been completed or handed on already,
 *   - the IRQL is above APC_LEVEL, as under a spin lock, or not what it was at the entry when it is back there,
 *   - nobody takes a status: timers, DPCs, interrupts, work items, what ends an object or a file,
 *   - code of somebody else is on the stack in between, such as a lower driver that calls a completion routine,
 *   - a check fails again while scopes are left, or 64 threads are below entry points already.
 * What is held otherwise than by a scope stays held, and data that was half changed stays so.
 */
#ifndef WDK_PANIC_GUARD_H
#define WDK_PANIC_GUARD_H

#include "status.h"

#ifdef WDK_PANIC_RETURNS

/* sdk/lib/panic. Calls body(context). False where a check failed in it: `held`, the address of a pointer to the
 * request, was not NULL then. IRQL <= DISPATCH_LEVEL. */
bool wdk_panic_guard(void (*body)(void *context), void *context, const void *held);


/* A callback of that head which returns a status, and that one where a check fails below it; `result`, a wdk_status,
 * finds two of its arguments in call->a and call->b. */
#define WDK_STATUS_CALLBACK_(callback, head, type_a, a_, type_b, b_, result)                                           \
    struct callback##_call_ {                                                                                          \
        type_a a;                                                                                                      \
        type_b b;                                                                                                      \
        NTSTATUS status;                                                                                               \
    };                                                                                                                 \
    WDK_UNCHECKED_LOCKING static void callback##_guarded_(void *place)                                                 \
    {                                                                                                                  \
        struct callback##_call_ *const call = (struct callback##_call_ *)place;                                        \
        call->status = wdk_nt(result);                                                                                 \
    }                                                                                                                  \
    static NTSTATUS callback head                                                                                      \
    {                                                                                                                  \
        struct callback##_call_ call = {a_, b_, STATUS_INTERNAL_ERROR};                                                \
        const void *const held = &call; /* no request, which could be gone */                                          \
        return wdk_panic_guard(callback##_guarded_, &call, &held) ? call.status : STATUS_INTERNAL_ERROR;               \
    }                                                                                                                  \
    static NTSTATUS callback head /* takes the semicolon */
#else
#define WDK_STATUS_CALLBACK_(callback, head, type_a, a_, type_b, b_, result)                                           \
    WDK_UNCHECKED_LOCKING static NTSTATUS callback head                                                                \
    {                                                                                                                  \
        const struct {                                                                                                 \
            type_a a;                                                                                                  \
            type_b b;                                                                                                  \
        } given = {a_, b_}, *const call = &given;                                                                      \
        return wdk_nt(result);                                                                                         \
    }                                                                                                                  \
    static NTSTATUS callback head /* takes the semicolon */
#endif
#endif
