/* A span of the wrong type of elements.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
void take(entry_span entries);
void caller(void);
void caller(void)
{
#ifdef WRONG
    LARGE_INTEGER entries[4] = {0};
#else
    struct entry entries[4] = {0};
#endif
    take(wdk_span_of(entry, entries));
}
