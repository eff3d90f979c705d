/* The place of a checked product is no address.
 * reject: result argument to overflow builtin must be a pointer
 */
#include <ntddk.h>
#include <wdk/checked.h>

wdk_status product(size_t a, size_t *result);
wdk_status product(size_t a, size_t *result)
{
#ifdef WRONG
    return wdk_multiply(*result, a, 8);
#else
    return wdk_multiply(result, a, 8);
#endif
}
