/* A function for holders of a lock is called without it.
 * reject: calling function 'total' requires holding spin lock 'counters_lock_held' exclusively
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
ULONG total(struct device *device) WDK_REQUIRES(counters_lock);
ULONG caller(struct device *device);
ULONG caller(struct device *device)
{
#ifdef WRONG
    return total(device);
#else
    WDK_LOCK_SCOPE(counters_lock, &device->lock);
    return total(device);
#endif
}
