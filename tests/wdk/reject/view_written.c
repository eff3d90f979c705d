/* A read-only view is written through.
 * reject: read-only variable is not assignable
 */
#include <ntddk.h>
#include <wdk/span.h>

#ifdef WRONG
void clear(wdk_view view);
void clear(wdk_view view)
{
    *wdk_at(view, 0) = 0;
}
#else
void clear(wdk_span span);
void clear(wdk_span span)
{
    *wdk_at(span, 0) = 0;
}
#endif
