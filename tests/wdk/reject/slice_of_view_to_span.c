/* A slice of a read-only view goes to a writable span.
 * reject: a slice has the type of its span
 */
#include <ntddk.h>
#include <wdk/span.h>

wdk_status header(wdk_view view);
wdk_status header(wdk_view view)
{
#ifdef WRONG
    wdk_span part;
#else
    wdk_view part;
#endif
    return wdk_slice(&part, view, 0, 16);
}
