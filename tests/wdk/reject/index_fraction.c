/* An index that is no integer.
 * reject: an index is an integer
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
ULONG at(entry_span entries, ULONG half);
ULONG at(entry_span entries, ULONG half)
{
#ifdef WRONG
    return wdk_at(entries, half * 0.5)->key;
#else
    return wdk_at(entries, half / 2)->key;
#endif
}
