/* A pointer is narrowed as if it were a number.
 * reject: operand argument to overflow builtin must be an integer
 */
#include <ntddk.h>
#include <wdk/checked.h>

ULONG low(void *pointer, size_t length);
ULONG low(void *pointer, size_t length)
{
    UNREFERENCED_PARAMETER(pointer);
    UNREFERENCED_PARAMETER(length);
#ifdef WRONG
    return WDK_NARROW(ULONG, pointer);
#else
    return WDK_NARROW(ULONG, length);
#endif
}
