/* WDK_TRY in a function that can't return a status.
 * reject: should not return a value
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
#ifdef WRONG
void caller(void);
void caller(void)
{
    WDK_TRY(start());
}
#else
wdk_status caller(void);
wdk_status caller(void)
{
    WDK_TRY(start());
    return WDK_OK;
}
#endif
