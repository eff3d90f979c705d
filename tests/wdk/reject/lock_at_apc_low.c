/* The lock for callers at APC_LEVEL is taken below it.
 * reject: requires holding IRQL 'wdk_raised_to_apc'
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_FAST_MUTEX(table_lock);
void touch(table_lock *lock) WDK_UP_TO_APC;
void touch(table_lock *lock)
{
#ifdef WRONG
    WDK_LOCKED_AT_APC(table_lock, lock)
#else
    WDK_LOCKED(table_lock, lock)
#endif
        ;
}
