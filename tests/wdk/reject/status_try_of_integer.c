/* WDK_TRY of something that is no status.
 * reject: not compatible with any generic association type
 */
#include <ntddk.h>
#include <wdk/status.h>

ULONG count(void);
NTSTATUS start(void);
wdk_status caller(void);
wdk_status caller(void)
{
#ifdef WRONG
    WDK_TRY(count());
#else
    WDK_TRY(start());
#endif
    return WDK_OK;
}
