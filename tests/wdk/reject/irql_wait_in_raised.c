/* A function that waits is called at DISPATCH_LEVEL.
 * reject: cannot call function 'wait' while IRQL 'wdk_dispatch_level' is held
 */
#include <ntddk.h>
#include <wdk/irql.h>

void wait(void) WDK_UP_TO_APC;
void caller(void) WDK_UP_TO_APC;
void caller(void)
{
    WDK_RAISED_TO_DISPATCH
    {
#ifdef WRONG
        wait();
    }
#else
    }
    wait();
#endif
}
