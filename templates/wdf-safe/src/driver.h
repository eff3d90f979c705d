/* The driver's own types and entry points. */
#pragma once

#include "platform.h"
#include "../public.h"

#include <wdk/status.h>
#include <wdk/wdf/context.h>

/* One message, and what was done with it. Touched only by the default queue's handlers, which WDF runs one after
 * another (WdfIoQueueDispatchSequential), so no lock is needed. */
struct device {
    @UPPER@_STATISTICS statistics;
    UCHAR message[@UPPER@_CAPACITY];
};
WDK_DEVICE_CONTEXT(struct device, device_of);

DRIVER_INITIALIZE DriverEntry;
EVT_WDF_DRIVER_DEVICE_ADD @PASCAL@EvtDeviceAdd;

/* Makes the device's default queue; it lives as long as the device. PASSIVE_LEVEL. */
wdk_status queue_create(WDFDEVICE device);
