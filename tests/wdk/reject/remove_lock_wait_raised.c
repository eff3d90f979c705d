/* The remove lock is waited for where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/remove_lock.h>

#ifdef WRONG
void gone(wdk_remove_use *use);
#else
void gone(wdk_remove_use *use) WDK_AT_PASSIVE;
#endif
void gone(wdk_remove_use *use)
{
    wdk_remove_lock_wait(use);
}
