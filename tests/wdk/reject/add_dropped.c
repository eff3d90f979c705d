/* A checked sum is not looked at.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/checked.h>

size_t sum(size_t a);
size_t sum(size_t a)
{
    size_t result = 0;
#ifdef WRONG
    wdk_add(&result, a, 16);
#else
    if (!wdk_ok(wdk_add(&result, a, 16)))
        return 0;
#endif
    return result;
}
