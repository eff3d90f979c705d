/* The format wants more than there is.
 * reject: more '%' conversions than data arguments
 */
#include <ntddk.h>
#include <wdk/trace.h>

void tell(ULONG moved, ULONG wanted);
void tell(ULONG moved, ULONG wanted)
{
#ifdef WRONG
    UNREFERENCED_PARAMETER(wanted);
    wdk_trace(WDK_TRACE_INFO, "%lu of %lu bytes", moved);
#else
    wdk_trace(WDK_TRACE_INFO, "%lu of %lu bytes", moved, wanted);
#endif
}
