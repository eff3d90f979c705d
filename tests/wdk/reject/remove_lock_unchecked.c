/* A remove lock that may be refused is taken for granted.
 * reject: ignoring return value
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/remove_lock.h>

wdk_status start(wdk_remove_lock *lock);
wdk_status start(wdk_remove_lock *lock)
{
    WDK_SCOPED(wdk_remove_use) use = {};
#ifdef WRONG
    wdk_remove_lock_use(lock, &use);
#else
    WDK_TRY(wdk_remove_lock_use(lock, &use));
#endif
    return WDK_OK;
}
