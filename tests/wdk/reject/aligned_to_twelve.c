/* An alignment that is no power of two.
 * reject: an alignment is a power of two
 */
#include <ntddk.h>
#include <wdk/pool.h>

WDK_POOL_TAG("Wdgt");
struct table {
    ULONG count;
    ULONG entries[];
};
void *make(void);
void *make(void)
{
#ifdef WRONG
    return wdk_new_aligned(LARGE_INTEGER, 12);
#else
    return wdk_new_aligned(LARGE_INTEGER, 64);
#endif
}
