/* A writable pointer into a read-only view.
 * reject: discards qualifiers
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
wdk_status find(wdk_view view);
wdk_status find(wdk_view view)
{
#ifdef WRONG
    struct entry *entry;
#else
    const struct entry *entry;
#endif
    return wdk_object_in(&entry, view, 0);
}
