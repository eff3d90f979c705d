/* Guarded data are touched without their lock.
 * reject: writing variable 'reads' requires holding spin lock 'counters_lock_held' exclusively
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_SPIN_LOCK(counters_lock);
struct device {
    counters_lock lock;
    ULONG reads WDK_GUARDED_BY(counters_lock);
};
void count(struct device *device);
void count(struct device *device)
{
#ifdef WRONG
    device->reads++;
#else
    WDK_LOCKED(counters_lock, &device->lock)
    device->reads++;
#endif
}
