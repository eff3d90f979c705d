/* A function for readers is called without the lock.
 * reject: calling function 'total' requires holding push lock 'table_lock_held'
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_PUSH_LOCK(table_lock);
struct device {
    table_lock lock;
    ULONG entries WDK_GUARDED_BY(table_lock);
};
ULONG total(struct device *device) WDK_REQUIRES_SHARED(table_lock);
ULONG total(struct device *device)
{
    return device->entries;
}
ULONG caller(struct device *device) WDK_UP_TO_APC;
ULONG caller(struct device *device)
{
#ifdef WRONG
    return total(device);
#else
    WDK_LOCKED_SHARED(table_lock, &device->lock)
    return total(device);
    WDK_UNREACHABLE();
#endif
}
