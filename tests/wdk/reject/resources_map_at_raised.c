/* Registers are mapped where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/resources.h>

#ifdef WRONG
wdk_status prepare(wdk_mmio_mapping *mapping, WDFCMRESLIST translated);
#else
wdk_status prepare(wdk_mmio_mapping *mapping, WDFCMRESLIST translated) WDK_AT_PASSIVE;
#endif
wdk_status prepare(wdk_mmio_mapping *mapping, WDFCMRESLIST translated)
{
    return wdk_resources_map(mapping, translated, 0);
}
