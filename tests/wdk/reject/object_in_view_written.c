/* An object in a read-only view is written.
 * reject: cannot assign to variable
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
wdk_status reset(wdk_view view, wdk_span span);
wdk_status reset(wdk_view view, wdk_span span)
{
    UNREFERENCED_PARAMETER(view);
    UNREFERENCED_PARAMETER(span);
#ifdef WRONG
    const struct entry *entry;
    WDK_TRY(wdk_object_in(&entry, view, 0));
#else
    struct entry *entry;
    WDK_TRY(wdk_object_in(&entry, span, 0));
#endif
    entry->key = 0;
    return WDK_OK;
}
