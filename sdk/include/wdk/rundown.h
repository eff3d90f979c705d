/*
 * Rundown protection: something may be used as long as it is not being torn down, and it is torn down when nobody uses
 * it.
 *
 *     WDK_SCOPED(wdk_use) use = {};
 *     WDK_TRY(wdk_rundown_use(&device->rundown, &use));      // STATUS_DELETE_PENDING once it runs down
 *     …                                                      // it stays, until the scope ends
 *
 *     wdk_rundown_wait(&device->rundown);                    // no new uses, and waits for the ones that are
 *
 * Uses: IRQL <= DISPATCH_LEVEL. Waiting: <= APC_LEVEL, which the compiler checks.
 */
#ifndef WDK_RUNDOWN_H
#define WDK_RUNDOWN_H

#include "irql.h"
#include "own.h"
#include <ntddk.h>

typedef struct wdk_rundown {
    EX_RUNDOWN_REF raw WDK_PRIVATE("wdk_rundown_use()");
} wdk_rundown;

/* One use; empty where it is {0}. */
typedef struct wdk_use {
    EX_RUNDOWN_REF *raw WDK_PRIVATE("wdk_use_end()");
} wdk_use;

WDK_PRIVATE_BEGIN

WDK_INLINE void wdk_rundown_init(wdk_rundown *rundown)
{
    ExInitializeRundownProtection(&rundown->raw);
}

WDK_INLINE wdk_status wdk_rundown_use(wdk_rundown *rundown, wdk_use *use)
{
    WDK_PANIC_UNLESS(use->raw == NULL, WDK_PANIC_STATE, use->raw, 0);
    if (!ExAcquireRundownProtection(&rundown->raw))
        return wdk_from_nt(STATUS_DELETE_PENDING);
    use->raw = &rundown->raw;
    return WDK_OK;
}

/* Before the scope's end, where that is wanted; an empty one is nothing. */
WDK_INLINE void wdk_use_end(wdk_use *use)
{
    EX_RUNDOWN_REF *const raw = use->raw;
    use->raw = NULL;
    if (raw)
        ExReleaseRundownProtection(raw);
}
WDK_INLINE void wdk_use_cleanup_(wdk_use *use)
{
    if (use->raw)
        ExReleaseRundownProtection(use->raw);
}

WDK_INLINE void wdk_rundown_wait(wdk_rundown *rundown) WDK_UP_TO_APC
{
    ExWaitForRundownProtectionRelease(&rundown->raw);
}

WDK_PRIVATE_END

#endif
