/* A wait lock is taken where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/lock.h>

WDK_WDF_WAIT_LOCK(table_lock);
struct device {
    table_lock lock;
    ULONG count WDK_GUARDED_BY(table_lock);
};
#ifdef WRONG
void count(struct device *device);
#else
void count(struct device *device) WDK_AT_PASSIVE;
#endif
void count(struct device *device)
{
    WDK_LOCKED(table_lock, &device->lock)
    device->count++;
}
