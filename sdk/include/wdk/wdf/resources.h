/*
 * The hardware resources of a WDF device, by their order among those of a kind.
 *
 *     static wdk_status prepare(struct device *device, WDFCMRESLIST translated) WDK_AT_PASSIVE
 *     {
 *         WDK_TRY(wdk_resources_map(&device->mapping, translated, 0));         // the first range of memory
 *         return uart_in(wdk_mmio_window(&device->mapping), &device->uart);    // mmio.h
 *     }
 *
 * Called with the translated list, in EvtDevicePrepareHardware; what is mapped there is released in
 * EvtDeviceReleaseHardware. PASSIVE_LEVEL, which the compiler checks.
 */
#ifndef WDK_WDF_RESOURCES_H
#define WDK_WDF_RESOURCES_H

#include "../mmio.h"
#include <wdf.h>

/* The resource number `index` of the kind (CmResourceTypeMemory, …), from 0; NULL where there are fewer. */
WDK_INLINE WDK_MUST_USE const CM_PARTIAL_RESOURCE_DESCRIPTOR *wdk_resources_find(WDFCMRESLIST list, UCHAR kind,
                                                                                 ULONG index) WDK_AT_PASSIVE
{
    const ULONG count = WdfCmResourceListGetCount(list);
    for (ULONG i = 0; i < count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *const resource = WdfCmResourceListGetDescriptor(list, i);
        if (resource && resource->Type == kind && index-- == 0)
            return resource;
    }
    return NULL;
}

/* Maps memory number `index` of the list; STATUS_DEVICE_CONFIGURATION_ERROR where there is none. */
#define wdk_resources_map(mapping, list, index)                                                                        \
    wdk_mmio_map_resource(mapping, wdk_resources_find(list, CmResourceTypeMemory, index))

#endif
