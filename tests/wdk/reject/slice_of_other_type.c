/* A slice of bytes goes to a span of entries.
 * reject: a slice has the type of its span
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
wdk_status header(wdk_span span);
wdk_status header(wdk_span span)
{
#ifdef WRONG
    entry_span part;
#else
    wdk_span part;
#endif
    return wdk_slice(&part, span, 0, 16);
}
