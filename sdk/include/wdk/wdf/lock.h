/*
 * WDF's locks as scopes, after the rules of lock.h. Their handles are made by wdk_lock_create, with the object that
 * they go with.
 *
 *     declaration                  lock            IRQL before, inside
 *     WDK_WDF_SPIN_LOCK(name)      WDFSPINLOCK     <= DISPATCH_LEVEL, DISPATCH_LEVEL
 *     WDK_WDF_WAIT_LOCK(name)      WDFWAITLOCK     PASSIVE_LEVEL, the same
 *     WDK_INTERRUPT_LOCK(name)     WDFINTERRUPT    <= DIRQL, the interrupt's; made by wdk_lock_of_interrupt
 *
 * In a DPC they are taken with WDK_LOCKED_AT_DISPATCH. Within an interrupt lock only what may run at DIRQL may be
 * called; the interrupt's own handler (callbacks.h) holds it already, and is declared WDK_REQUIRES(name).
 */
#ifndef WDK_WDF_LOCK_H
#define WDK_WDF_LOCK_H

#include "../lock.h"
#include <wdf.h>

#define WDK_WDF_LOCK_CREATE_(name, create)                                                                             \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE wdk_status name##_create_(name *lock, WDFOBJECT parent)                                                 \
    {                                                                                                                  \
        WDF_OBJECT_ATTRIBUTES attributes;                                                                              \
        WDF_OBJECT_ATTRIBUTES_INIT(&attributes);                                                                       \
        attributes.ParentObject = parent;                                                                              \
        return wdk_from_nt(create(&attributes, &lock->storage));                                                       \
    }                                                                                                                  \
    WDK_PRIVATE_END

/* Makes the lock, which is deleted with its parent. */
#define wdk_lock_create(name, lock, parent) name##_create_(lock, parent)

#define wdk_wdf_lock_by_create_(lock) ((void)(lock))

#define WDK_WDF_SPIN_LOCK(name)                                                                                        \
    WDK_LOCK_CLASS_(name, wdk_wdf_spin, "WDF spin lock", WDK_TO_DISPATCH_, WDK_FROM_DISPATCH_)                         \
    WDK_AT_DISPATCH_CLASS_(name, wdk_wdf_spin)                                                                         \
    WDK_WDF_LOCK_CREATE_(name, WdfSpinLockCreate)                                                                      \
    WDK_LOCK_CLASS_END_(name)
typedef WDFSPINLOCK wdk_wdf_spin_storage;
typedef struct wdk_wdf_spin_saved {
    char none;
} wdk_wdf_spin_saved;
#define wdk_wdf_spin_init(lock)           wdk_wdf_lock_by_create_(lock)
#define wdk_wdf_spin_delete(lock)         ((void)(lock))
#define wdk_wdf_spin_acquire(lock, saved) ((void)(saved), WdfSpinLockAcquire(*(lock)))
#define wdk_wdf_spin_release(lock, saved) ((void)(saved), WdfSpinLockRelease(*(lock)))
#define wdk_wdf_spin_acquire_at_dispatch  wdk_wdf_spin_acquire
#define wdk_wdf_spin_release_at_dispatch  wdk_wdf_spin_release

#define WDK_WDF_WAIT_LOCK(name)                                                                                        \
    WDK_LOCK_CLASS_(name, wdk_wdf_wait, "WDF wait lock", WDK_AT_PASSIVE, WDK_NO_LOCK_RULE_)                            \
    WDK_WDF_LOCK_CREATE_(name, WdfWaitLockCreate)                                                                      \
    WDK_LOCK_CLASS_END_(name)
typedef WDFWAITLOCK wdk_wdf_wait_storage;
typedef wdk_wdf_spin_saved wdk_wdf_wait_saved;
#define wdk_wdf_wait_init(lock)           wdk_wdf_lock_by_create_(lock)
#define wdk_wdf_wait_delete(lock)         ((void)(lock))
#define wdk_wdf_wait_acquire(lock, saved) ((void)(saved), (void)WdfWaitLockAcquire(*(lock), NULL))
#define wdk_wdf_wait_release(lock, saved) ((void)(saved), WdfWaitLockRelease(*(lock)))

#define WDK_INTERRUPT_LOCK(name)                                                                                       \
    WDK_LOCK_CLASS_(name, wdk_interrupt, "interrupt lock", WDK_TO_DISPATCH_, WDK_FROM_DISPATCH_)                       \
    WDK_AT_DISPATCH_CLASS_(name, wdk_interrupt)                                                                        \
    WDK_LOCK_CLASS_END_(name)
typedef WDFINTERRUPT wdk_interrupt_storage;
typedef wdk_wdf_spin_saved wdk_interrupt_saved;
#define wdk_interrupt_init(lock)           wdk_wdf_lock_by_create_(lock)
#define wdk_interrupt_delete(lock)         ((void)(lock))
#define wdk_interrupt_acquire(lock, saved) ((void)(saved), WdfInterruptAcquireLock(*(lock)))
#define wdk_interrupt_release(lock, saved) ((void)(saved), WdfInterruptReleaseLock(*(lock)))
#define wdk_interrupt_acquire_at_dispatch  wdk_interrupt_acquire
#define wdk_interrupt_release_at_dispatch  wdk_interrupt_release
/* The lock is that of this interrupt from now on. */
#define wdk_lock_of_interrupt(name, lock, interrupt)                                                                   \
    do {                                                                                                               \
        WDK_PRIVATE_BEGIN name *const wdk_lock_ = (lock);                                                              \
        wdk_lock_->storage = (interrupt);                                                                              \
        WDK_PRIVATE_END                                                                                                \
    } while (0)

#endif
