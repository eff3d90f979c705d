/* A program's opening of the device is not answered.
 * reject: non-void function does not return a value
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/file.h>

struct device {
    ULONG files;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
static wdk_handled on_open(struct device *device, wdk_request *request, WDFFILEOBJECT file) WDK_AT_PASSIVE
{
    (void)file;
    if (device->files < 8)
        return wdk_complete(request, STATUS_SUCCESS);
#ifndef WRONG
    return wdk_complete(request, STATUS_SHARING_VIOLATION);
#endif
}
WDK_ON_FILE_CREATE(evt_open, device_of, on_open);
