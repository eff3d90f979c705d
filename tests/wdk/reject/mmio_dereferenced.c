/* A register is reached through the window's pointer.
 * reject: private to wdk: use wdk_mmio_read32() and its kin
 */
#include <ntddk.h>
#include <wdk/mmio.h>

uint8_t peek(wdk_mmio window);
uint8_t peek(wdk_mmio window)
{
#ifdef WRONG
    return window.first[3];
#else
    return wdk_mmio_read8(window, 3);
#endif
}
