/* A device object whose extension has no type.
 * reject: has a size
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/device.h>

struct extension {
    wdk_device self;
};
wdk_status add(PDRIVER_OBJECT driver, wdk_device *device) WDK_AT_PASSIVE;
wdk_status add(PDRIVER_OBJECT driver, wdk_device *device)
{
#ifdef WRONG
    void *extension;
#else
    struct extension *extension;
#endif
    return wdk_device_create(device, driver, FILE_DEVICE_UNKNOWN, WDK_IO_BUFFERED, &extension);
}
