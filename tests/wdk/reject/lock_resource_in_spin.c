/* A resource is waited for within a spin lock.
 * reject: cannot call function 'table_lock_enter_shared_' while IRQL 'wdk_dispatch_level' is held
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_RESOURCE(table_lock);
WDK_SPIN_LOCK(counter_lock);
struct device {
    table_lock table;
    counter_lock counters;
    ULONG count WDK_GUARDED_BY(table_lock);
    ULONG seen WDK_GUARDED_BY(counter_lock);
};
void copy(struct device *device) WDK_UP_TO_APC;
void copy(struct device *device)
{
#ifdef WRONG
    WDK_LOCKED(counter_lock, &device->counters)
    WDK_LOCKED_SHARED(table_lock, &device->table)
    device->seen = device->count;
#else
    WDK_LOCKED_SHARED(table_lock, &device->table)
    WDK_LOCKED(counter_lock, &device->counters)
    device->seen = device->count;
#endif
}
