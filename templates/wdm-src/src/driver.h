/* The driver's own types and entry points. */
#pragma once

#include <ntddk.h>

#include "../public.h"

typedef struct _DEVICE_EXTENSION {
    PDEVICE_OBJECT Self;
    PDEVICE_OBJECT Lower;         /* the next device down the stack: requests that are not ours go there */
    UNICODE_STRING InterfaceName; /* of the device interface; freed on removal */
    IO_REMOVE_LOCK RemoveLock;    /* held by each request while the driver works on it */
    BOOLEAN Gone;                 /* pulled out; what is left of it goes with the last file on it */

    KSPIN_LOCK Lock; /* guards the members below */
    @UPPER@_STATISTICS Statistics;
    UCHAR Message[@UPPER@_CAPACITY];
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

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

/* Completes the request with `Status` and `Information`, and returns `Status`. */
_IRQL_requires_max_(DISPATCH_LEVEL)
NTSTATUS @PASCAL@Complete(_In_ PIRP Irp, _In_ NTSTATUS Status, _In_ ULONG_PTR Information);
