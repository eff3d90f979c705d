/* A flexible array whose member is none.
 * reject: no member named 'elements'
 */
#include <ntddk.h>
#include <wdk/pool.h>

WDK_POOL_TAG("Wdgt");
struct table {
    ULONG count;
    ULONG entries[];
};
struct table *make(size_t count);
struct table *make(size_t count)
{
#ifdef WRONG
    return wdk_new_flexible(struct table, elements, count);
#else
    return wdk_new_flexible(struct table, entries, count);
#endif
}
