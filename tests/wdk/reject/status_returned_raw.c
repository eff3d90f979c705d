/* An NTSTATUS is returned where a wdk_status is promised.
 * reject: returning 'NTSTATUS'
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status caller(void);
wdk_status caller(void)
{
#ifdef WRONG
    return STATUS_NO_MEMORY;
#else
    return wdk_error(STATUS_NO_MEMORY);
#endif
}
