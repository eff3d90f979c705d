/* Rundown is waited for within a spin lock.
 * reject: cannot call function 'wdk_rundown_wait' while IRQL 'wdk_dispatch_level' is held
 */
#include <ntddk.h>
#include <wdk/rundown.h>
#include <wdk/lock.h>

WDK_SPIN_LOCK(guard);
void stop(wdk_rundown *rundown, guard *lock) WDK_UP_TO_APC;
void stop(wdk_rundown *rundown, guard *lock)
{
#ifdef WRONG
    WDK_LOCK_SCOPE(guard, lock);
#else
    UNREFERENCED_PARAMETER(lock);
#endif
    wdk_rundown_wait(rundown);
}
