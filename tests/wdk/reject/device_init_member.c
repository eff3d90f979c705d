/* What a device is to become is set behind the layer's back.
 * reject: private to wdk: use the functions of wdk/wdf/device.h
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/device.h>

void be_filter(wdk_device_init *init);
void be_filter(wdk_device_init *init)
{
#ifdef WRONG
    WdfFdoInitSetFilter(init->raw);
#else
    wdk_device_filter(init);
#endif
}
