/* Something is copied into a read-only view.
 * reject: discards qualifiers
 */
#include <ntddk.h>
#include <wdk/span.h>

wdk_status copy(wdk_view view, wdk_span span);
wdk_status copy(wdk_view view, wdk_span span)
{
#ifdef WRONG
    return wdk_copy(view, span);
#else
    return wdk_copy(span, view);
#endif
}
