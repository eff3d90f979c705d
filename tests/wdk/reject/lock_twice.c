/* A spin lock is taken by who holds it.
 * reject: acquiring spin lock 'counters_lock_held' that is already held
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_SPIN_LOCK(counters_lock);
struct device {
    counters_lock lock;
    ULONG reads WDK_GUARDED_BY(counters_lock);
};
void add(struct device *device) WDK_REQUIRES(counters_lock);
void add(struct device *device)
{
#ifdef WRONG
    WDK_LOCKED(counters_lock, &device->lock)
#endif
    device->reads++;
}
