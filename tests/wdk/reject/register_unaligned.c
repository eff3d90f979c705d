/* A register is not aligned to its width.
 * reject: a register is aligned to its width
 */
#include <ntddk.h>
#include <wdk/mmio.h>

WDK_REGISTER_BLOCK(uart, 0x10);
#ifdef WRONG
WDK_REGISTER(uart, control, 32, 0x06);
#else
WDK_REGISTER(uart, control, 16, 0x06);
#endif
