/* A counted string is printed as one that ends at a zero.
 * reject: format specifies type
 */
#include <ntddk.h>
#include <wdk/trace.h>

void tell(const UNICODE_STRING *name) WDK_AT_PASSIVE;
void tell(const UNICODE_STRING *name)
{
#ifdef WRONG
    wdk_trace(WDK_TRACE_INFO, "opened %ls", name);
#else
    wdk_trace(WDK_TRACE_INFO, "opened %.*ls", wdk_text_argument(wdk_text_from_raw(name)));
#endif
}
