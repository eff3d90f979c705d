/* Whether the device came onto the stack is not asked.
 * reject: ignoring return value
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/device.h>

wdk_status attach(wdk_device *device, PDEVICE_OBJECT physical) WDK_AT_PASSIVE;
wdk_status attach(wdk_device *device, PDEVICE_OBJECT physical)
{
#ifdef WRONG
    wdk_device_attach(device, physical);
    return WDK_OK;
#else
    return wdk_device_attach(device, physical);
#endif
}
