/* A second spin lock is taken as if the IRQL were low.
 * reject: acquiring IRQL 'wdk_dispatch_level' that is already held
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
void count(struct device *device);
void count(struct device *device)
{
    WDK_LOCKED(other_lock, &device->other)
#ifdef WRONG
    WDK_LOCKED(counters_lock, &device->lock)
#else
    WDK_LOCKED_AT_DISPATCH(counters_lock, &device->lock)
#endif
    device->reads++;
}
