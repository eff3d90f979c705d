/* Memory is allocated in a file that has no pool tag.
 * reject: 'this_file_lacks_WDK_POOL_TAG'
 */
#include <ntddk.h>
#include <wdk/pool.h>

#ifndef WRONG
WDK_POOL_TAG("Wdgt");
#endif
ULONG *one(void);
ULONG *one(void)
{
    return wdk_new(ULONG);
}
