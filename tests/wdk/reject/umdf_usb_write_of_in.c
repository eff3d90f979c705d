/* What comes in is written to, in user mode.
 * reject: to parameter of incompatible type 'wdk_usb_out'
 * model: umdf
 */
#include <windows.h>
#include <wdf.h>
#include <wdk/wdf/file.h>
#include <wdk/wdf/usb.h>

struct device {
    wdk_usb_in in;
    wdk_usb_out out;
};
wdk_status send_command(struct device *device, wdk_view command, ULONG *moved) WDK_AT_PASSIVE;
wdk_status send_command(struct device *device, wdk_view command, ULONG *moved)
{
#ifdef WRONG
    return wdk_usb_write(device->in, command, 100, moved);
#else
    return wdk_usb_write(device->out, command, 100, moved);
#endif
}
