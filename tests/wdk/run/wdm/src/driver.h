/* The driver's own types and entry points. */
#pragma once

#include <ntddk.h>

#include "../public.h"
#include "codes.h"

#include <wdk/wdm/completion.h>
#include <wdk/wdm/device.h>
#include <wdk/wdm/irp.h>
#include <wdk/wdm/queue.h>
#include <wdk/wdm/remove_lock.h>
#include <wdk/wdm/work_item.h>

struct extension {
    wdk_device self;
    wdk_interface interface;
    wdk_remove_lock remove_lock;
    wdk_irp_queue waiting;
    wdk_io_work_item item;
    wdk_irp at_work; /* the one that the work item ends */
    LONG came_back;
};

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD StackUnload;
DRIVER_ADD_DEVICE StackAddDevice;
DRIVER_DISPATCH StackCreate, StackCleanup, StackClose, StackDeviceControl, StackPnp, StackPassDown;
