/* The status is taken out of a result by its member.
 * reject: private to wdk: use wdk_ok() or wdk_nt()
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
NTSTATUS caller(void);
NTSTATUS caller(void)
{
#ifdef WRONG
    return start().value;
#else
    return wdk_nt(start());
#endif
}
