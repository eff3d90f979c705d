/* A slice is not looked at.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/span.h>

size_t header(wdk_span span);
size_t header(wdk_span span)
{
    wdk_span part;
#ifdef WRONG
    wdk_slice(&part, span, 0, 16);
#else
    if (!wdk_ok(wdk_slice(&part, span, 0, 16)))
        return 0;
#endif
    return wdk_count(part);
}
