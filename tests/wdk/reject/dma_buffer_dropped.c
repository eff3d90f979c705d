/* Whether there is a common buffer is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/dma.h>

wdk_status share(wdk_common_buffer *ring, WDFDMAENABLER enabler) WDK_AT_PASSIVE;
wdk_status share(wdk_common_buffer *ring, WDFDMAENABLER enabler)
{
#ifdef WRONG
    wdk_common_buffer_create(ring, enabler, 4096);
    return WDK_OK;
#else
    return wdk_common_buffer_create(ring, enabler, 4096);
#endif
}
