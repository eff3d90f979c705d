/* A pointer is freed and stays.
 * reject: indirection requires pointer operand
 */
#include <ntddk.h>
#include <wdk/pool.h>

WDK_POOL_TAG("Wdgt");
struct table {
    ULONG count;
    ULONG entries[];
};
void drop(ULONG **number);
void drop(ULONG **number)
{
#ifdef WRONG
    wdk_delete(*number);
#else
    wdk_delete(number);
#endif
}
