/* A format that is not written there.
 * reject: expected ')'
 */
#include <ntddk.h>
#include <wdk/trace.h>

void tell(const char *said);
void tell(const char *said)
{
#ifdef WRONG
    wdk_trace(WDK_TRACE_INFO, said);
#else
    wdk_trace(WDK_TRACE_INFO, "%s", said);
#endif
}
