/* Guarded data are read after the lock's scope.
 * reject: reading variable 'reads' requires holding spin lock
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
ULONG count(struct device *device);
ULONG count(struct device *device)
{
    ULONG seen = 0;
    WDK_LOCKED(counters_lock, &device->lock)
    seen = ++device->reads;
#ifdef WRONG
    UNREFERENCED_PARAMETER(seen);
    return device->reads;
#else
    return seen;
#endif
}
