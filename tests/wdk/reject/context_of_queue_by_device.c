/* The context of a queue is asked of its device.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/context.h>

struct state {
    ULONG count;
};
WDK_QUEUE_CONTEXT(struct state, state_of);
ULONG count(WDFQUEUE queue);
ULONG count(WDFQUEUE queue)
{
#ifdef WRONG
    return state_of(WdfIoQueueGetDevice(queue))->count;
#else
    return state_of(queue)->count;
#endif
}
