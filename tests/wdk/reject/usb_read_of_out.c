/* What goes out is read from.
 * reject: to parameter of incompatible type 'wdk_usb_in'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/usb.h>

struct device {
    wdk_usb_in in;
    wdk_usb_out out;
};
wdk_status read_answer(struct device *device, wdk_span room, ULONG *moved) WDK_AT_PASSIVE;
wdk_status read_answer(struct device *device, wdk_span room, ULONG *moved)
{
#ifdef WRONG
    return wdk_usb_read(device->out, room, 100, moved);
#else
    return wdk_usb_read(device->in, room, 100, moved);
#endif
}
