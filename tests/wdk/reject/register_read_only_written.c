/* A register that can only be read is written.
 * reject: undeclared function 'uart_status_write'
 */
#include <ntddk.h>
#include <wdk/mmio.h>

WDK_REGISTER_BLOCK(uart, 0x10);
WDK_REGISTER(uart, control, 32, 0x00);
WDK_REGISTER_READ_ONLY(uart, status, 32, 0x04);
void reset(uart registers);
void reset(uart registers)
{
#ifdef WRONG
    uart_status_write(registers, 0);
#else
    uart_control_write(registers, uart_status_read(registers));
#endif
}
