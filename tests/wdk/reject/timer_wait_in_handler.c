/* A timer's callback is waited for where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/callbacks.h>

#ifdef WRONG
void stop(WDFTIMER timer);
#else
void stop(WDFTIMER timer) WDK_AT_PASSIVE;
#endif
void stop(WDFTIMER timer)
{
    wdk_timer_stop_and_wait(timer);
}
