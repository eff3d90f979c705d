/* A success is returned as an error.
 * reject: this status is not an error: return WDK_OK
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status answer(void);
wdk_status answer(void)
{
#ifdef WRONG
    return wdk_error(STATUS_PENDING);
#else
    return wdk_from_nt(STATUS_PENDING);
#endif
}
