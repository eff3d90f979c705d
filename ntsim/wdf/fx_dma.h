/* Inside the framework: DMA. */
#ifndef NTSIM_WDF_FX_DMA_H
#define NTSIM_WDF_FX_DMA_H

#include "ntsim/wdf/fx.h"

struct fx_dma_enabler {
    struct fx_object Object;
    struct fx_device *Device;
    LIST_ENTRY DeviceEntry;
    WDF_DMA_ENABLER_CONFIG Config;
    PDMA_ADAPTER Adapter;
    ULONG MapRegisters;
    size_t MaximumFragments;
};

NTSTATUS fx_enable_dma(struct fx_dma_enabler *enabler);
/* The longest single transfer. */
size_t fx_dma_fragment(const struct fx_dma_enabler *enabler);

#endif
