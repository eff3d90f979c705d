/* The cheap form of a spin lock where the IRQL may be low.
 * reject: requires holding IRQL 'wdk_dispatch_level'
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
#ifdef WRONG
void count(struct device *device);
#else
void count(struct device *device) WDK_AT_DISPATCH;
#endif
void count(struct device *device)
{
    WDK_LOCKED_AT_DISPATCH(counters_lock, &device->lock)
    device->reads++;
}
