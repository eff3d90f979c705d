/* The driver's own types and entry points. */
#pragma once

#include <ntddk.h>

#include "../public.h"

#include <wdk/lock.h>
#include <wdk/wdm/device.h>
#include <wdk/wdm/irp.h>
#include <wdk/wdm/remove_lock.h>

WDK_SPIN_LOCK(message_lock);

struct extension {
    PDEVICE_OBJECT self;
    PDEVICE_OBJECT lower;          /* the next device down the stack: requests that are not ours go there */
    UNICODE_STRING interface_name; /* of the device interface; freed on removal */
    wdk_remove_lock remove_lock;   /* held by each request while the driver works on it */
    BOOLEAN gone;                  /* pulled out; what is left of it goes with the last file on it */

    message_lock lock;
    @UPPER@_STATISTICS statistics WDK_GUARDED_BY(message_lock);
    UCHAR message[@UPPER@_CAPACITY] WDK_GUARDED_BY(message_lock);
};
WDK_DEVICE_EXTENSION(struct extension, extension_of);

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD @PASCAL@Unload;
DRIVER_ADD_DEVICE @PASCAL@AddDevice;

_Dispatch_type_(IRP_MJ_CREATE) _Dispatch_type_(IRP_MJ_CLOSE) _Dispatch_type_(IRP_MJ_CLEANUP)
DRIVER_DISPATCH @PASCAL@CreateClose;
_Dispatch_type_(IRP_MJ_READ) DRIVER_DISPATCH @PASCAL@Read;
_Dispatch_type_(IRP_MJ_WRITE) DRIVER_DISPATCH @PASCAL@Write;
_Dispatch_type_(IRP_MJ_DEVICE_CONTROL) DRIVER_DISPATCH @PASCAL@DeviceControl;
_Dispatch_type_(IRP_MJ_PNP) DRIVER_DISPATCH @PASCAL@Pnp;
_Dispatch_type_(IRP_MJ_POWER) _Dispatch_type_(IRP_MJ_SYSTEM_CONTROL) DRIVER_DISPATCH @PASCAL@PassDown;
