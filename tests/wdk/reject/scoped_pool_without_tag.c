/* Memory with a scope in a file that has no pool tag.
 * reject: this_file_lacks_WDK_POOL_TAG_
 */
#include <ntddk.h>
#include <wdk/pool.h>

#ifdef WRONG

#else
WDK_POOL_TAG("Wdgt");
#endif
bool make(ULONG **place);
bool make(ULONG **place)
{
    WDK_SCOPED_POOL(ULONG) number = *place;
    *place = wdk_move(&number);
    return *place != NULL;
}
