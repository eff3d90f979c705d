/* The pointer of a span is taken out.
 * reject: private to wdk: use wdk_at()
 */
#include <ntddk.h>
#include <wdk/span.h>

uint8_t first(wdk_span span);
uint8_t first(wdk_span span)
{
#ifdef WRONG
    return span.first[0];
#else
    return *wdk_at(span, 0);
#endif
}
