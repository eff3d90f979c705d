/* A copy that may not fit is not looked at.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/span.h>

wdk_status copy(wdk_span target, wdk_view source);
wdk_status copy(wdk_span target, wdk_view source)
{
#ifdef WRONG
    wdk_copy(target, source);
    return WDK_OK;
#else
    return wdk_copy(target, source);
#endif
}
