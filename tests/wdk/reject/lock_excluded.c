/* A function that takes the lock is called by its holder.
 * reject: cannot call function 'refresh' while spin lock 'counters_lock_held' is held
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_SPIN_LOCK(counters_lock);
WDK_QUEUED_SPIN_LOCK(other_lock);
struct device {
    counters_lock lock;
    other_lock other;
    ULONG reads WDK_GUARDED_BY(counters_lock);
    ULONG *table WDK_POINTEE_GUARDED_BY(counters_lock);
};
void refresh(struct device *device) WDK_EXCLUDES(counters_lock);
void caller(struct device *device);
void caller(struct device *device)
{
    WDK_LOCKED(counters_lock, &device->lock)
    {
        device->reads++;
#ifdef WRONG
        refresh(device);
    }
#else
    }
    refresh(device);
#endif
}
