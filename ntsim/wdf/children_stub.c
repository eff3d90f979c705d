#include "ntsim/wdf/fx.h"
NTSTATUS fx_dma_up(struct fx_device *device)
{
    return STATUS_SUCCESS;
}
void fx_dma_down(struct fx_device *device)
{
}
