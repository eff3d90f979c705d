/* Elements of one type are copied over those of another.
 * reject: elements of one type are copied
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
WDK_DECLARE_SPAN(ULONG, number);
wdk_status copy(entry_span target, number_view numbers, entry_view entries);
wdk_status copy(entry_span target, number_view numbers, entry_view entries)
{
    UNREFERENCED_PARAMETER(numbers);
    UNREFERENCED_PARAMETER(entries);
#ifdef WRONG
    return wdk_copy(target, numbers);
#else
    return wdk_copy(target, entries);
#endif
}
