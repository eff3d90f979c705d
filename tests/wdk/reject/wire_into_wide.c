/* A 16-bit number of a wire format is read into 32 bits.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdk/span.h>

wdk_status length(wdk_view packet, ULONG *result);
wdk_status length(wdk_view packet, ULONG *result)
{
#ifdef WRONG
    return wdk_read_le16(packet, 2, result);
#else
    uint16_t value;
    WDK_TRY(wdk_read_le16(packet, 2, &value));
    *result = value;
    return WDK_OK;
#endif
}
