/* A work item is queued as a DPC.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/callbacks.h>

bool later(WDFDPC dpc, WDFWORKITEM item);
bool later(WDFDPC dpc, WDFWORKITEM item)
{
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(item);
#ifdef WRONG
    return wdk_dpc_queue(item);
#else
    return wdk_dpc_queue(dpc);
#endif
}
