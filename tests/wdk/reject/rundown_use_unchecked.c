/* Protection that may be refused is taken for granted.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/rundown.h>

wdk_status caller(wdk_rundown *rundown);
wdk_status caller(wdk_rundown *rundown)
{
    WDK_SCOPED(wdk_use) use = {};
#ifdef WRONG
    wdk_rundown_use(rundown, &use);
#else
    WDK_TRY(wdk_rundown_use(rundown, &use));
#endif
    return WDK_OK;
}
