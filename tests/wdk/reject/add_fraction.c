/* A fraction in checked arithmetic.
 * reject: operand argument to overflow builtin must be an integer
 */
#include <ntddk.h>
#include <wdk/checked.h>

wdk_status sum(ULONG a, size_t *result);
wdk_status sum(ULONG a, size_t *result)
{
#ifdef WRONG
    return wdk_add(result, a, 0.5);
#else
    return wdk_add(result, a, 1);
#endif
}
