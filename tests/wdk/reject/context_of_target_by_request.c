/* The context of a request is asked of the target that it goes to.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/context.h>

struct state {
    ULONG count;
};
WDK_REQUEST_CONTEXT(struct state, state_of);
ULONG count(WDFREQUEST request, WDFIOTARGET target);
ULONG count(WDFREQUEST request, WDFIOTARGET target)
{
#ifdef WRONG
    return request ? state_of(target)->count : 0;
#else
    return target ? state_of(request)->count : 0;
#endif
}
