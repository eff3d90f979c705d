/* The handler that makes devices returns what Windows has said, as if it were checked.
 * reject: returning 'NTSTATUS'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/device.h>

struct device {
    ULONG count;
};
WDK_DEVICE_CONTEXT(struct device, device_of);
static wdk_status on_add(WDFDRIVER driver, wdk_device_init *init) WDK_AT_PASSIVE
{
    WDFDEVICE device;
    (void)driver;
    WDK_TRY(wdk_wdf_device_create(init, device_of, &device));
#ifdef WRONG
    return STATUS_SUCCESS;
#else
    return WDK_OK;
#endif
}
WDK_DEVICE_ADD(evt_add, on_add);
