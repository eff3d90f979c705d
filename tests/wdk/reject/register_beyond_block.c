/* A register lies beyond its block.
 * reject: a register lies within its block
 */
#include <ntddk.h>
#include <wdk/mmio.h>

WDK_REGISTER_BLOCK(uart, 0x10);
#ifdef WRONG
WDK_REGISTER(uart, control, 32, 0x10);
#else
WDK_REGISTER(uart, control, 32, 0x0C);
#endif
