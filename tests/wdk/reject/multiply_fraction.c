/* A fraction in a product that may not overflow.
 * reject: operand argument to overflow builtin must be an integer
 */
#include <ntddk.h>
#include <wdk/checked.h>

ULONG twice(ULONG a);
ULONG twice(ULONG a)
{
#ifdef WRONG
    return WDK_MULTIPLY(ULONG, a, 2.0);
#else
    return WDK_MULTIPLY(ULONG, a, 2);
#endif
}
