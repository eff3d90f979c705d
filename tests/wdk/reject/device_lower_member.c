/* The device below is taken from the owned device's members.
 * reject: private to wdk: use wdk_device_lower()
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/device.h>

PDEVICE_OBJECT below(const wdk_device *device);
PDEVICE_OBJECT below(const wdk_device *device)
{
#ifdef WRONG
    return device->lower;
#else
    return wdk_device_lower(device);
#endif
}
