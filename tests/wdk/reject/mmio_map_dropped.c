/* Whether registers were mapped is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/mmio.h>

wdk_status map(wdk_mmio_mapping *mapping, PHYSICAL_ADDRESS physical) WDK_AT_PASSIVE;
wdk_status map(wdk_mmio_mapping *mapping, PHYSICAL_ADDRESS physical)
{
#ifdef WRONG
    wdk_mmio_map(mapping, physical, 0x100);
    return WDK_OK;
#else
    return wdk_mmio_map(mapping, physical, 0x100);
#endif
}
