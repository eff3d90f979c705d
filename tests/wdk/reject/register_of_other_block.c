/* A block's registers are asked of another block.
 * reject: passing 'dma' (aka 'struct dma') to parameter of incompatible type 'uart'
 */
#include <ntddk.h>
#include <wdk/mmio.h>

WDK_REGISTER_BLOCK(uart, 0x10);
WDK_REGISTER_BLOCK(dma, 0x10);
WDK_REGISTER(uart, control, 32, 0x00);
WDK_REGISTER(dma, start, 32, 0x00);
void start(uart ports, dma channel);
void start(uart ports, dma channel)
{
    dma_start_write(channel, 1);
#ifdef WRONG
    uart_control_write(channel, 1);
#else
    uart_control_write(ports, 1);
#endif
}
