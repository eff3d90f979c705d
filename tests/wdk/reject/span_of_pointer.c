/* A span of what is only a pointer.
 * reject: this is a pointer, whose length nobody knows: an array is wanted
 */
#include <ntddk.h>
#include <wdk/span.h>

struct entry {
    ULONG key, value;
};
WDK_DECLARE_SPAN(struct entry, entry);
#ifdef WRONG
entry_span all(struct entry *entries);
entry_span all(struct entry *entries)
{
    return wdk_span_of(entry, entries);
}
#else
entry_span all(struct entry (*entries)[8]);
entry_span all(struct entry (*entries)[8])
{
    return wdk_span_of(entry, *entries);
}
#endif
