/* The driver's own types and entry points. */
#pragma once

#include "platform.h"
#include "../public.h"

/* One message, and what was done with it. Touched only by the default queue's callbacks, which WDF runs one after
 * another (WdfIoQueueDispatchSequential), so no lock is needed. */
typedef struct _DEVICE_CONTEXT {
    @UPPER@_STATISTICS Statistics;
    UCHAR Message[@UPPER@_CAPACITY];
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

DRIVER_INITIALIZE DriverEntry;
EVT_WDF_DRIVER_DEVICE_ADD @PASCAL@EvtDeviceAdd;
EVT_WDF_OBJECT_CONTEXT_CLEANUP @PASCAL@EvtDriverCleanup;

/* Makes the device's default queue; it lives as long as the device. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ NTSTATUS @PASCAL@QueueCreate(_In_ WDFDEVICE Device);
