/* A result is taken for a truth value.
 * reject: statement requires expression of scalar type ('wdk_status'
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
int caller(void);
int caller(void)
{
#ifdef WRONG
    if (start())
#else
    if (wdk_ok(start()))
#endif
        return 1;
    return 0;
}
