/* The context of a timer is asked of its device.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/context.h>

struct state {
    ULONG count;
};
WDK_TIMER_CONTEXT(struct state, state_of);
ULONG count(WDFTIMER timer);
ULONG count(WDFTIMER timer)
{
#ifdef WRONG
    return state_of(WdfTimerGetParentObject(timer) ? (WDFDEVICE)WdfTimerGetParentObject(timer) : NULL)->count;
#else
    return state_of(timer)->count;
#endif
}
