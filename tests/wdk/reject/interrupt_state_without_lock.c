/* A DPC reads what the interrupt has left, without the interrupt's lock.
 * reject: reading variable 'status' requires holding interrupt lock 'line_lock_held'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/lock.h>

WDK_INTERRUPT_LOCK(line_lock);
struct device {
    line_lock lock;
    ULONG status WDK_GUARDED_BY(line_lock);
    ULONG seen;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
static bool on_interrupt(struct device *device, ULONG message) WDK_REQUIRES(line_lock)
{
    device->status = message;
    return true;
}
static void on_dpc(struct device *device) WDK_AT_DISPATCH
{
#ifndef WRONG
    WDK_LOCKED_AT_DISPATCH(line_lock, &device->lock)
#endif
    device->seen = device->status;
}
WDK_INTERRUPT(line, device_of, on_interrupt, on_dpc);
