/* A mutex is waited for where the IRQL may be DISPATCH_LEVEL.
 * reject: requires holding IRQL 'wdk_apc_level'
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_MUTEX(table_lock);
#ifdef WRONG
void touch(table_lock *lock);
#else
void touch(table_lock *lock) WDK_UP_TO_APC;
#endif
void touch(table_lock *lock)
{
    WDK_LOCK_SCOPE(table_lock, lock);
}
