/* Pageable memory is allocated where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_apc_level'
 */
#include <ntddk.h>
#include <wdk/pool.h>

WDK_POOL_TAG("Wdgt");
struct table {
    ULONG count;
    ULONG entries[];
};
#ifdef WRONG
struct table *make(void);
#else
struct table *make(void) WDK_UP_TO_APC;
#endif
struct table *make(void)
{
    return wdk_new_paged(struct table);
}
