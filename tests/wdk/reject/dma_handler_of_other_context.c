/* The handler that programs the device gets another context.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/dma.h>

struct channel {
    size_t pieces;
};
struct device {
    struct channel channel;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
#ifdef WRONG
static void on_program(struct channel *device, bool write, wdk_dma_view pieces)
{
    device->pieces = wdk_count(pieces);
    (void)write;
}
#else
static void on_program(struct device *device, bool write, wdk_dma_view pieces)
{
    device->channel.pieces = wdk_count(pieces);
    (void)write;
}
#endif
WDK_DMA(transfer, device_of, on_program);
