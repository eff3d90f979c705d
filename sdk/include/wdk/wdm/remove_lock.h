/*
 * The remove lock as a scope: while it is held, the device object is not deleted.
 *
 *     WDK_SCOPED(wdk_remove_use) use = {};
 *     WDK_TRY_IRP(irp, wdk_remove_lock_use(&extension->remove_lock, &use));     // STATUS_DELETE_PENDING
 *
 *     wdk_remove_lock_wait(&use);                                              // in IRP_MN_REMOVE_DEVICE, with the use
 * that it has
 *
 * Uses: IRQL <= DISPATCH_LEVEL; waiting: PASSIVE_LEVEL, which the compiler checks.
 */
#ifndef WDK_WDM_REMOVE_LOCK_H
#define WDK_WDM_REMOVE_LOCK_H

#include "../irql.h"
#include "../own.h"
#include <ntddk.h>

typedef struct wdk_remove_lock {
    IO_REMOVE_LOCK raw WDK_PRIVATE("wdk_remove_lock_use()");
} wdk_remove_lock;

/* One use; empty where it is {}. Checked builds of Windows know uses by a tag, which is the lock. */
typedef struct wdk_remove_use {
    wdk_remove_lock *lock WDK_PRIVATE("wdk_remove_use_end()");
} wdk_remove_use;

WDK_PRIVATE_BEGIN

/* `tag`: four characters, as a pool tag, for the memory that checked builds of Windows take. */
WDK_INLINE void wdk_remove_lock_init(wdk_remove_lock *lock, ULONG tag)
{
    IoInitializeRemoveLock(&lock->raw, tag, 0, 0);
}
WDK_INLINE wdk_status wdk_remove_lock_use(wdk_remove_lock *lock, wdk_remove_use *use)
{
    WDK_PANIC_UNLESS(use->lock == NULL, WDK_PANIC_STATE, use->lock, 0);
    const NTSTATUS status = IoAcquireRemoveLock(&lock->raw, lock);
    if (NT_SUCCESS(status))
        use->lock = lock;
    return wdk_from_nt(status);
}
WDK_INLINE void wdk_remove_use_end(wdk_remove_use *use)
{
    wdk_remove_lock *const lock = use->lock;
    use->lock = NULL;
    if (lock)
        IoReleaseRemoveLock(&lock->raw, lock);
}
WDK_INLINE void wdk_remove_use_cleanup_(wdk_remove_use *use)
{
    if (use->lock)
        IoReleaseRemoveLock(&use->lock->raw, use->lock);
}
/* Completion.h: the use goes on, and is ended by wdk_remove_lock_leave_. */
WDK_INLINE void wdk_remove_use_hand_on_(wdk_remove_use *use, const wdk_remove_lock *lock,
                                        const struct wdk_panic_site *site)
{
    if (__builtin_expect(use->lock != lock, 0))
        wdk_panic(site, (uintptr_t)use->lock, (uintptr_t)lock);
    use->lock = NULL;
}
WDK_INLINE void wdk_remove_lock_leave_(wdk_remove_lock *lock)
{
    IoReleaseRemoveLock(&lock->raw, lock);
}
/* Ends this use, lets nobody in any more, and waits for the others. */
WDK_INLINE void wdk_remove_lock_wait_(wdk_remove_use *use, const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    wdk_remove_lock *const lock = use->lock;
    if (__builtin_expect(lock == NULL, 0))
        wdk_panic(site, 0, 0);
    use->lock = NULL;
    IoReleaseRemoveLockAndWait(&lock->raw, lock);
}
#define wdk_remove_lock_wait(use) wdk_remove_lock_wait_(use, WDK_SITE(WDK_PANIC_NULL))

WDK_PRIVATE_END

#endif
