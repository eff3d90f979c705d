/* A pointer is printed as a number.
 * reject: format specifies type
 */
#include <ntddk.h>
#include <wdk/trace.h>

void tell(PDEVICE_OBJECT device);
void tell(PDEVICE_OBJECT device)
{
#ifdef WRONG
    wdk_trace(WDK_TRACE_INFO, "device %lu", device);
#else
    wdk_trace(WDK_TRACE_INFO, "device %p", (void *)device);
#endif
}
