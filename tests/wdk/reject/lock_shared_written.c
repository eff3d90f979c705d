/* Data are written by a reader.
 * reject: writing variable 'count' requires holding push lock 'table_lock_held' exclusively
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_PUSH_LOCK(table_lock);
struct table {
    table_lock lock;
    ULONG count WDK_GUARDED_BY(table_lock);
};
ULONG add(struct table *table) WDK_UP_TO_APC;
ULONG add(struct table *table)
{
    ULONG seen = 0;
#ifdef WRONG
    WDK_LOCKED_SHARED(table_lock, &table->lock)
    seen = table->count++;
#else
    WDK_LOCKED(table_lock, &table->lock)
    seen = table->count++;
#endif
    return seen;
}
