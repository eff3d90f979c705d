/* Whether the first range of memory is there is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/resources.h>

wdk_status prepare(wdk_mmio_mapping *mapping, WDFCMRESLIST translated) WDK_AT_PASSIVE;
wdk_status prepare(wdk_mmio_mapping *mapping, WDFCMRESLIST translated)
{
#ifdef WRONG
    wdk_resources_map(mapping, translated, 0);
#else
    WDK_TRY(wdk_resources_map(mapping, translated, 0));
#endif
    return WDK_OK;
}
