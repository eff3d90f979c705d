/* A collection of timers gets a queue.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/collection.h>

WDK_COLLECTION(timers, WDFTIMER);
wdk_status add(timers *all, WDFTIMER timer, WDFQUEUE queue);
wdk_status add(timers *all, WDFTIMER timer, WDFQUEUE queue)
{
    (void)timer;
    (void)queue;
#ifdef WRONG
    return timers_add(all, queue);
#else
    return timers_add(all, timer);
#endif
}
