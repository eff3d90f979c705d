/* Whether the device has the pipe is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/usb.h>

wdk_status find(WDFUSBINTERFACE interface, wdk_usb_out *out);
wdk_status find(WDFUSBINTERFACE interface, wdk_usb_out *out)
{
#ifdef WRONG
    wdk_usb_find_out(interface, WdfUsbPipeTypeBulk, out);
    return WDK_OK;
#else
    return wdk_usb_find_out(interface, WdfUsbPipeTypeBulk, out);
#endif
}
