/* A function for readers writes.
 * reject: writing variable 'entries' requires holding push lock 'table_lock_held' exclusively
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_PUSH_LOCK(table_lock);
struct device {
    table_lock lock;
    ULONG entries WDK_GUARDED_BY(table_lock);
};
#ifdef WRONG
void add(struct device *device) WDK_REQUIRES_SHARED(table_lock);
#else
void add(struct device *device) WDK_REQUIRES(table_lock);
#endif
void add(struct device *device)
{
    device->entries++;
}
