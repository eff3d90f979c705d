/* A span is made of a pointer and a length by hand.
 * reject: private to wdk: use wdk_at()
 */
#include <ntddk.h>
#include <wdk/span.h>

wdk_span whole(UCHAR (*bytes)[16]);
wdk_span whole(UCHAR (*bytes)[16])
{
#ifdef WRONG
    return (wdk_span){.first = *bytes, .count = 64};
#else
    return wdk_bytes_of(*bytes);
#endif
}
