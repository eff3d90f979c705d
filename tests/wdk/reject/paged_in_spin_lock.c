/* Pageable memory is allocated within a spin lock.
 * reject: cannot call function 'wdk_may_page_' while IRQL 'wdk_dispatch_level' is held
 */
#include <ntddk.h>
#include <wdk/pool.h>
#include <wdk/lock.h>

WDK_POOL_TAG("Wdgt");
struct table {
    ULONG count;
    ULONG entries[];
};
WDK_SPIN_LOCK(table_lock);
struct table *make(table_lock *lock) WDK_AT_PASSIVE;
struct table *make(table_lock *lock)
{
    struct table *table = NULL;
#ifdef WRONG
    WDK_LOCKED(table_lock, lock)
    table = wdk_new_paged(struct table);
#else
    WDK_LOCKED(table_lock, lock)
    table = wdk_new(struct table);
#endif
    return table;
}
