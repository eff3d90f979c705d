/* Memory for one type is given to another.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdk/pool.h>

WDK_POOL_TAG("Wdgt");
struct table {
    ULONG count;
    ULONG entries[];
};
struct table *make(void);
struct table *make(void)
{
#ifdef WRONG
    return wdk_new(LIST_ENTRY);
#else
    return wdk_new(struct table);
#endif
}
