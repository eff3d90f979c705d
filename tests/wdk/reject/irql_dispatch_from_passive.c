/* A function for DISPATCH_LEVEL is called at PASSIVE_LEVEL.
 * reject: calling function 'drain' requires holding IRQL 'wdk_dispatch_level'
 */
#include <ntddk.h>
#include <wdk/irql.h>

void drain(void) WDK_AT_DISPATCH;
void caller(void) WDK_AT_PASSIVE;
void caller(void)
{
#ifdef WRONG
    drain();
#else
    WDK_RAISED_TO_DISPATCH
    drain();
#endif
}
