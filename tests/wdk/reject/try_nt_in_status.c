/* WDK_TRY_NT in a function that returns wdk_status.
 * reject: returning 'NTSTATUS'
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
wdk_status caller(void);
wdk_status caller(void)
{
#ifdef WRONG
    WDK_TRY_NT(start());
#else
    WDK_TRY(start());
#endif
    return WDK_OK;
}
