/* What a guarded pointer points to is touched without the lock.
 * reject: writing the value pointed to by 'table' requires holding spin lock
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
void clear(struct device *device);
void clear(struct device *device)
{
#ifdef WRONG
    *device->table = 0;
#else
    WDK_LOCKED(counters_lock, &device->lock)
    *device->table = 0;
#endif
}
