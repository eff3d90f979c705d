/* Whether a handle came into the collection is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/collection.h>

WDK_COLLECTION(timers, WDFTIMER);
wdk_status add(timers *all, WDFTIMER timer);
wdk_status add(timers *all, WDFTIMER timer)
{
#ifdef WRONG
    timers_add(all, timer);
    return WDK_OK;
#else
    return timers_add(all, timer);
#endif
}
