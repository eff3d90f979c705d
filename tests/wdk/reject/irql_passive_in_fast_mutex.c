/* What is for PASSIVE_LEVEL is called within a fast mutex, which raises the IRQL.
 * reject: cannot call function 'load' while IRQL 'wdk_raised_to_apc' is held
 */
#include <ntddk.h>
#include <wdk/lock.h>

WDK_FAST_MUTEX(table_lock);
void load(void) WDK_AT_PASSIVE;
void refresh(table_lock *lock) WDK_AT_PASSIVE;
void refresh(table_lock *lock)
{
    WDK_LOCKED(table_lock, lock)
    {
#ifdef WRONG
        load();
#endif
    }
    load();
}
