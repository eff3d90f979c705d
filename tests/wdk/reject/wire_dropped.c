/* A number that may not be there is read without a look.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/span.h>

uint32_t length(wdk_view packet);
uint32_t length(wdk_view packet)
{
    uint32_t value = 0;
#ifdef WRONG
    wdk_read_be32(packet, 2, &value);
#else
    if (!wdk_ok(wdk_read_be32(packet, 2, &value)))
        return 0;
#endif
    return value;
}
