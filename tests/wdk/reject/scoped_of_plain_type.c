/* A scope for a type that owns nothing.
 * reject: ULONG_cleanup_
 */
#include <ntddk.h>
#include <wdk/handle.h>

void caller(void);
void caller(void)
{
#ifdef WRONG
    WDK_SCOPED(ULONG) handle = 0;
#else
    WDK_SCOPED(wdk_handle) handle = {};
#endif
}
