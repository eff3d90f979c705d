/* A function for PASSIVE_LEVEL is called within a spin lock.
 * reject: cannot call function 'load' while IRQL 'wdk_dispatch_level' is held
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_SPIN_LOCK(counters_lock);
struct device {
    counters_lock lock;
    ULONG reads WDK_GUARDED_BY(counters_lock);
};
void load(struct device *device) WDK_AT_PASSIVE;
void reset(struct device *device) WDK_AT_PASSIVE;
void reset(struct device *device)
{
    WDK_LOCKED(counters_lock, &device->lock)
    {
        device->reads = 0;
#ifdef WRONG
        load(device);
#endif
    }
    load(device);
}
