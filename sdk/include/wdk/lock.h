/*
 * Locks as scopes, and data that the compiler knows to be guarded by them.
 *
 *     WDK_SPIN_LOCK(counters_lock);                        // at file level: a type, and the name of a rule
 *
 *     struct device {
 *         counters_lock lock;
 *         ULONG reads WDK_GUARDED_BY(counters_lock);       // touched only by who holds a counters_lock
 *     };
 *
 *     static ULONG total(struct device *device) WDK_REQUIRES(counters_lock);
 *
 *     wdk_lock_init(counters_lock, &device->lock);
 *     WDK_LOCKED (counters_lock, &device->lock) {
 *         device->reads++;                                 // return and break release it, too
 *     }
 *
 * Each declaration is a class of locks; the rule is "holds one of this class", as in Linux' lockdep. Two of one class
 * at once do not compile: they would need an order. Which instance it is, cwdk check and the simulator see to.
 *
 *     declaration                 lock                        IRQL before, inside
 *     WDK_SPIN_LOCK(name)         KSPIN_LOCK                  <= DISPATCH_LEVEL, DISPATCH_LEVEL
 *     WDK_QUEUED_SPIN_LOCK(name)  KSPIN_LOCK, first come first served, the same
 *     WDK_FAST_MUTEX(name)        FAST_MUTEX                  <= APC_LEVEL, APC_LEVEL
 *     WDK_PUSH_LOCK(name)         EX_PUSH_LOCK, shared too    <= APC_LEVEL, the same
 *     WDK_RESOURCE(name)          ERESOURCE, shared too       <= APC_LEVEL, the same
 *     WDK_MUTEX(name)             KMUTEX                      <= APC_LEVEL, the same
 *
 * wdf/lock.h has WDF's locks and interrupt locks. None of them is paged memory's friend: a lock lives in non-paged
 * memory.
 */
#ifndef WDK_LOCK_H
#define WDK_LOCK_H

#include "irql.h"
#include "status.h"

/* Behind the scenes: one class of locks. `storage` is the lock itself, `saved` what lies in the scope. */
#define WDK_LOCK_CLASS_(name, kind, text, on_acquire, on_release)                                                      \
    struct WDK_CAPABILITY(text) name##_capability {                                                                    \
        char none;                                                                                                     \
    };                                                                                                                 \
    extern struct name##_capability name##_held;                                                                       \
    typedef struct name {                                                                                              \
        kind##_storage storage WDK_PRIVATE("WDK_LOCKED()");                                                            \
    } name;                                                                                                            \
    struct name##_scope {                                                                                              \
        kind##_storage *lock;                                                                                          \
        kind##_saved saved;                                                                                            \
    };                                                                                                                 \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE void name##_init_(name *lock)                                                                           \
    {                                                                                                                  \
        kind##_init(&lock->storage);                                                                                   \
    }                                                                                                                  \
    WDK_INLINE void name##_delete_(name *lock) WDK_EXCLUDES(name)                                                      \
    {                                                                                                                  \
        kind##_delete(&lock->storage);                                                                                 \
    }                                                                                                                  \
    WDK_INLINE struct name##_scope *name##_enter_(struct name##_scope *scope, name *lock) on_acquire WDK_ACQUIRES(     \
        name##_held) WDK_UNCHECKED_LOCKING                                                                             \
    {                                                                                                                  \
        scope->lock = &lock->storage;                                                                                  \
        kind##_acquire(scope->lock, &scope->saved);                                                                    \
        return scope;                                                                                                  \
    }                                                                                                                  \
    WDK_INLINE void name##_leave_(struct name##_scope *scope) on_release WDK_RELEASES(name##_held)                     \
        WDK_UNCHECKED_LOCKING                                                                                          \
    {                                                                                                                  \
        kind##_release(scope->lock, &scope->saved);                                                                    \
    }                                                                                                                  \
    WDK_PRIVATE_END

#define WDK_SHARED_LOCK_CLASS_(name, kind, on_acquire, on_release)                                                     \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE struct name##_scope *name##_enter_shared_(struct name##_scope *scope, name *lock) on_acquire            \
    WDK_ACQUIRES_SHARED(name##_held) WDK_UNCHECKED_LOCKING                                                             \
    {                                                                                                                  \
        scope->lock = &lock->storage;                                                                                  \
        kind##_acquire_shared(scope->lock, &scope->saved);                                                             \
        return scope;                                                                                                  \
    }                                                                                                                  \
    WDK_INLINE void name##_leave_shared_(struct name##_scope *scope) on_release WDK_RELEASES_SHARED(name##_held)       \
        WDK_UNCHECKED_LOCKING                                                                                          \
    {                                                                                                                  \
        kind##_release_shared(scope->lock, &scope->saved);                                                             \
    }                                                                                                                  \
    WDK_PRIVATE_END

#define WDK_NO_LOCK_RULE_
#define WDK_LOCK_CLASS_END_(name) struct name /* takes the semicolon */

/* Before first use; the memory is the lock's from then on. */
#define wdk_lock_init(name, lock) name##_init_(lock)
/* After last use, where nobody holds it. */
#define wdk_lock_delete(name, lock) name##_delete_(lock)

/* WDK_LOCKED (name, &lock) { … }: a block that holds the lock. */
#define WDK_LOCKED(name, lock) WDK_LOCKED_(name, enter_, leave_, lock, WDK_UNIQUE(wdk_scope_), WDK_UNIQUE(wdk_once_))
/* The same for readers. */
#define WDK_LOCKED_SHARED(name, lock)                                                                                  \
    WDK_LOCKED_(name, enter_shared_, leave_shared_, lock, WDK_UNIQUE(wdk_scope_), WDK_UNIQUE(wdk_once_))
/* The same where the IRQL is DISPATCH_LEVEL already, as in a DPC: spin locks, which are cheaper then, and interrupt
 * locks. */
#define WDK_LOCKED_AT_DISPATCH(name, lock)                                                                             \
    WDK_LOCKED_(name, enter_at_dispatch_, leave_at_dispatch_, lock, WDK_UNIQUE(wdk_scope_), WDK_UNIQUE(wdk_once_))
/* The same where the IRQL is APC_LEVEL already: fast mutexes within another, and within WDK_AT_APC functions. */
#define WDK_LOCKED_AT_APC(name, lock)                                                                                  \
    WDK_LOCKED_(name, enter_at_apc_, leave_at_apc_, lock, WDK_UNIQUE(wdk_scope_), WDK_UNIQUE(wdk_once_))
#define WDK_LOCKED_(name, enter, leave, lock, scope, once)                                                             \
    for (struct name##_scope scope WDK_CLEANUP(name##_##leave), *once = name##_##enter(&scope, lock); once; once = NULL)

/* The rest of the enclosing block holds the lock. */
#define WDK_LOCK_SCOPE(name, lock) WDK_LOCK_SCOPE_(name, lock, WDK_UNIQUE(wdk_scope_))
#define WDK_LOCK_SCOPE_(name, lock, scope)                                                                             \
    struct name##_scope scope WDK_CLEANUP(name##_leave_);                                                              \
    (void)name##_enter_(&scope, lock)

#ifndef _KERNEL_MODE
/* A spin lock of user mode does not raise. */
#define WDK_TO_DISPATCH_
#define WDK_FROM_DISPATCH_
#define WDK_AT_DISPATCH_CLASS_(name, kind)
#else

#define WDK_TO_DISPATCH_   WDK_ACQUIRES(wdk_dispatch_level)
#define WDK_FROM_DISPATCH_ WDK_RELEASES(wdk_dispatch_level)

#define WDK_AT_DISPATCH_CLASS_(name, kind)                                                                             \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE struct name##_scope *name##_enter_at_dispatch_(struct name##_scope *scope, name *lock) WDK_AT_DISPATCH  \
    WDK_ACQUIRES(name##_held) WDK_UNCHECKED_LOCKING                                                                    \
    {                                                                                                                  \
        scope->lock = &lock->storage;                                                                                  \
        kind##_acquire_at_dispatch(scope->lock, &scope->saved);                                                        \
        return scope;                                                                                                  \
    }                                                                                                                  \
    WDK_INLINE void name##_leave_at_dispatch_(struct name##_scope *scope) WDK_RELEASES(name##_held)                    \
        WDK_UNCHECKED_LOCKING                                                                                          \
    {                                                                                                                  \
        kind##_release_at_dispatch(scope->lock, &scope->saved);                                                        \
    }                                                                                                                  \
    WDK_PRIVATE_END

#define WDK_SPIN_LOCK(name)                                                                                            \
    WDK_LOCK_CLASS_(name, wdk_spin, "spin lock", WDK_TO_DISPATCH_, WDK_FROM_DISPATCH_)                                 \
    WDK_AT_DISPATCH_CLASS_(name, wdk_spin)                                                                             \
    WDK_LOCK_CLASS_END_(name)
typedef KSPIN_LOCK wdk_spin_storage;
typedef KIRQL wdk_spin_saved;
#define wdk_spin_init(lock)                      KeInitializeSpinLock(lock)
#define wdk_spin_delete(lock)                    ((void)(lock))
#define wdk_spin_acquire(lock, irql)             KeAcquireSpinLock(lock, irql)
#define wdk_spin_release(lock, irql)             KeReleaseSpinLock(lock, *(irql))
#define wdk_spin_acquire_at_dispatch(lock, irql) ((void)(irql), KeAcquireSpinLockAtDpcLevel(lock))
#define wdk_spin_release_at_dispatch(lock, irql) ((void)(irql), KeReleaseSpinLockFromDpcLevel(lock))

#define WDK_QUEUED_SPIN_LOCK(name)                                                                                     \
    WDK_LOCK_CLASS_(name, wdk_queued, "queued spin lock", WDK_TO_DISPATCH_, WDK_FROM_DISPATCH_)                        \
    WDK_AT_DISPATCH_CLASS_(name, wdk_queued)                                                                           \
    WDK_LOCK_CLASS_END_(name)
typedef KSPIN_LOCK wdk_queued_storage;
typedef KLOCK_QUEUE_HANDLE wdk_queued_saved;
#define wdk_queued_init(lock)                       KeInitializeSpinLock(lock)
#define wdk_queued_delete(lock)                     ((void)(lock))
#define wdk_queued_acquire(lock, place)             KeAcquireInStackQueuedSpinLock(lock, place)
#define wdk_queued_release(lock, place)             ((void)(lock), KeReleaseInStackQueuedSpinLock(place))
#define wdk_queued_acquire_at_dispatch(lock, place) KeAcquireInStackQueuedSpinLockAtDpcLevel(lock, place)
#define wdk_queued_release_at_dispatch(lock, place) ((void)(lock), KeReleaseInStackQueuedSpinLockFromDpcLevel(place))

#define WDK_AT_APC_CLASS_(name, kind)                                                                                  \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE struct name##_scope *name##_enter_at_apc_(struct name##_scope *scope, name *lock) WDK_AT_APC            \
    WDK_ACQUIRES(name##_held) WDK_UNCHECKED_LOCKING                                                                    \
    {                                                                                                                  \
        scope->lock = &lock->storage;                                                                                  \
        kind##_acquire_at_apc(scope->lock);                                                                            \
        return scope;                                                                                                  \
    }                                                                                                                  \
    WDK_INLINE void name##_leave_at_apc_(struct name##_scope *scope) WDK_RELEASES(name##_held) WDK_UNCHECKED_LOCKING   \
    {                                                                                                                  \
        kind##_release_at_apc(scope->lock);                                                                            \
    }                                                                                                                  \
    WDK_PRIVATE_END

typedef struct wdk_nothing_saved {
    char none;
} wdk_nothing_saved;

#define WDK_FAST_MUTEX(name)                                                                                           \
    WDK_LOCK_CLASS_(name, wdk_fast, "fast mutex", WDK_UP_TO_APC WDK_ACQUIRES(wdk_raised_to_apc),                       \
                    WDK_RELEASES(wdk_raised_to_apc))                                                                   \
    WDK_AT_APC_CLASS_(name, wdk_fast)                                                                                  \
    WDK_LOCK_CLASS_END_(name)
typedef FAST_MUTEX wdk_fast_storage;
typedef wdk_nothing_saved wdk_fast_saved;
#define wdk_fast_init(lock)           ExInitializeFastMutex(lock)
#define wdk_fast_delete(lock)         ((void)(lock))
#define wdk_fast_acquire(lock, saved) ((void)(saved), ExAcquireFastMutex(lock))
#define wdk_fast_release(lock, saved) ((void)(saved), ExReleaseFastMutex(lock))
#define wdk_fast_acquire_at_apc(lock) ExAcquireFastMutexUnsafe(lock)
#define wdk_fast_release_at_apc(lock) ExReleaseFastMutexUnsafe(lock)

/* Who waits for a push lock or holds it is not interrupted by a normal kernel APC, which might want it, too. */
#define WDK_PUSH_LOCK(name)                                                                                            \
    WDK_LOCK_CLASS_(name, wdk_push, "push lock", WDK_UP_TO_APC, WDK_NO_LOCK_RULE_)                                     \
    WDK_SHARED_LOCK_CLASS_(name, wdk_push, WDK_UP_TO_APC, WDK_NO_LOCK_RULE_)                                           \
    WDK_LOCK_CLASS_END_(name)
typedef EX_PUSH_LOCK wdk_push_storage;
typedef wdk_nothing_saved wdk_push_saved;
#define wdk_push_init(lock)                  ExInitializePushLock(lock)
#define wdk_push_delete(lock)                ((void)(lock))
#define wdk_push_acquire(lock, saved)        ((void)(saved), KeEnterCriticalRegion(), ExAcquirePushLockExclusive(lock))
#define wdk_push_release(lock, saved)        ((void)(saved), ExReleasePushLockExclusive(lock), KeLeaveCriticalRegion())
#define wdk_push_acquire_shared(lock, saved) ((void)(saved), KeEnterCriticalRegion(), ExAcquirePushLockShared(lock))
#define wdk_push_release_shared(lock, saved) ((void)(saved), ExReleasePushLockShared(lock), KeLeaveCriticalRegion())

#define WDK_RESOURCE(name)                                                                                             \
    WDK_LOCK_CLASS_(name, wdk_resource, "resource", WDK_UP_TO_APC, WDK_NO_LOCK_RULE_)                                  \
    WDK_SHARED_LOCK_CLASS_(name, wdk_resource, WDK_UP_TO_APC, WDK_NO_LOCK_RULE_)                                       \
    WDK_LOCK_CLASS_END_(name)
typedef ERESOURCE wdk_resource_storage;
typedef wdk_nothing_saved wdk_resource_saved;
#define wdk_resource_init(lock)           ((void)ExInitializeResourceLite(lock)) /* always succeeds */
#define wdk_resource_delete(lock)         ((void)ExDeleteResourceLite(lock))
#define wdk_resource_acquire(lock, saved) ((void)(saved), (void)ExEnterCriticalRegionAndAcquireResourceExclusive(lock))
#define wdk_resource_release(lock, saved) ((void)(saved), ExReleaseResourceAndLeaveCriticalRegion(lock))
#define wdk_resource_acquire_shared(lock, saved)                                                                       \
    ((void)(saved), KeEnterCriticalRegion(), (void)ExAcquireResourceSharedLite(lock, TRUE))
#define wdk_resource_release_shared(lock, saved) ((void)(saved), ExReleaseResourceAndLeaveCriticalRegion(lock))

#define WDK_MUTEX(name)                                                                                                \
    WDK_LOCK_CLASS_(name, wdk_mutex, "mutex", WDK_UP_TO_APC, WDK_NO_LOCK_RULE_)                                        \
    WDK_LOCK_CLASS_END_(name)
typedef KMUTEX wdk_mutex_storage;
typedef wdk_nothing_saved wdk_mutex_saved;
#define wdk_mutex_init(lock)   KeInitializeMutex(lock, 0)
#define wdk_mutex_delete(lock) ((void)(lock))
#define wdk_mutex_acquire(lock, saved)                                                                                 \
    ((void)(saved), (void)KeWaitForSingleObject(lock, Executive, KernelMode, FALSE, NULL))
#define wdk_mutex_release(lock, saved) ((void)(saved), (void)KeReleaseMutex(lock, FALSE))

#endif
#endif
