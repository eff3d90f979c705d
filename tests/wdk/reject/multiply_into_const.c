/* The place of a checked product is constant.
 * reject: must be a pointer to a non-const integer
 */
#include <ntddk.h>
#include <wdk/checked.h>

wdk_status product(size_t a);
wdk_status product(size_t a)
{
#ifdef WRONG
    const size_t result = 0;
#else
    size_t result;
#endif
    return wdk_multiply(&result, a, 8);
}
