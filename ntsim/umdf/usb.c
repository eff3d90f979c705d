/* USB devices of user-mode drivers. Below these is WinUSB, which has configured the device before they see it. */
#include "ntsim/umdf/umdf.h"

#include <usb.h>
#include <wdfusb.h>

/* Every interface in its first setting. */
static NTSTATUS configure(PWDF_DRIVER_GLOBALS globals, WDFUSBDEVICE *device)
{
    WDF_USB_DEVICE_SELECT_CONFIG_PARAMS parameters;
    WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_MULTIPLE_INTERFACES(&parameters, 0, NULL);
    const NTSTATUS status = KERNEL_FUNCTION(USBTARGETDEVICESELECTCONFIG, UsbTargetDeviceSelectConfig)(
        globals, *device, WDF_NO_OBJECT_ATTRIBUTES, &parameters);
    if (!NT_SUCCESS(status)) {
        KERNEL_FUNCTION(OBJECTDELETE, ObjectDelete)(globals, *device);
        *device = NULL;
    }
    return status;
}

NTSTATUS um_UsbTargetDeviceCreate(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device, PWDF_OBJECT_ATTRIBUTES attributes,
                                  WDFUSBDEVICE *result)
{
    const NTSTATUS status =
        KERNEL_FUNCTION(USBTARGETDEVICECREATE, UsbTargetDeviceCreate)(globals, device, attributes, result);
    return NT_SUCCESS(status) ? configure(globals, result) : status;
}

NTSTATUS um_UsbTargetDeviceCreateWithParameters(PWDF_DRIVER_GLOBALS globals, WDFDEVICE device,
                                                PWDF_USB_DEVICE_CREATE_CONFIG config, PWDF_OBJECT_ATTRIBUTES attributes,
                                                WDFUSBDEVICE *result)
{
    const NTSTATUS status = KERNEL_FUNCTION(USBTARGETDEVICECREATEWITHPARAMETERS, UsbTargetDeviceCreateWithParameters)(
        globals, device, config, attributes, result);
    return NT_SUCCESS(status) ? configure(globals, result) : status;
}
