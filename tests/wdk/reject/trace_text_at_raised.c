/* UTF-16 is printed where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/trace.h>

#ifdef WRONG
void tell(wdk_text name);
#else
void tell(wdk_text name) WDK_AT_PASSIVE;
#endif
void tell(wdk_text name)
{
    wdk_trace(WDK_TRACE_INFO, "opened %.*ls", wdk_text_argument(name));
}
