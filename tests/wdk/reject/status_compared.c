/* A result is compared with an NTSTATUS.
 * reject: invalid operands to binary expression
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
bool caller(void);
bool caller(void)
{
#ifdef WRONG
    return start() == STATUS_SUCCESS;
#else
    return wdk_nt(start()) == STATUS_SUCCESS;
#endif
}
