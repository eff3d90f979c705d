/*
 * Inside Io: devices, drivers and files as objects, and requests to them.
 *
 * For PASSIVE_LEVEL, but for iop_allocate_irp, iop_allocate_own_irp, iop_build_irp, iop_top_of and iop_release_device,
 * which may be called up to DISPATCH_LEVEL. Pointers to objects carry no reference unless it is said; NULL for an IRP:
 * no memory.
 */
#ifndef NTSIM_IO_IOP_H
#define NTSIM_IO_IOP_H

#include "ntsim/ke/ki.h"
#include "ntsim/ob/obp.h"
#include "ntsim/verifier/vf.h"

enum { IOP_TAG = ' oI' };

extern OBJECT_TYPE iop_device_type, iop_driver_type, iop_file_type;

/* What follows a DEVICE_OBJECT's public part. */
struct iop_device {
    DEVICE_OBJECT Device;
    DEVOBJ_EXTENSION Extension;
    PDEVICE_OBJECT AttachedTo; /* the device below */
    PVOID Node;                /* of a PDO: the PnP manager's */
    BOOLEAN DeletePending;
    vf_stack Created, Deleted; /* where */
    /* StartIo: how deep in it, and how it is to be called. */
    ULONG StartIoDepth, DeferredKey;
    BOOLEAN DefersStartIo, StartIoNotCancelable, NextDeferred, DeferredKeyed, DeferredCancelable;
    POWER_STATE DevicePower, SystemPower; /* as PoSetPowerState was told */
};

/* What follows a DRIVER_OBJECT's public part. */
struct iop_driver {
    DRIVER_OBJECT Driver;
    DRIVER_EXTENSION Extension;
    struct machine_image *Image; /* NULL: a part of the system */
    LIST_ENTRY ClientExtensions;
    PDRIVER_REINITIALIZE Reinitialize;
    PVOID ReinitializeContext;
};

static inline struct iop_device *iop_device(PDEVICE_OBJECT device)
{
    return CONTAINING_RECORD(device, struct iop_device, Device);
}

static inline struct iop_driver *iop_driver(PDRIVER_OBJECT driver)
{
    return CONTAINING_RECORD(driver, struct iop_driver, Driver);
}

/* --- driver.c --- */
/* A driver object \Driver\`name` whose dispatch routines all refuse. It stays until it is made temporary; the reference
 * is the caller's. */
NTSTATUS iop_create_driver(PCWSTR name, PDRIVER_OBJECT *driver);

/* --- device.c --- */
PDEVICE_OBJECT iop_top_of(PDEVICE_OBJECT device);
/* The device goes once nobody refers to it, and nothing is attached to it. */
void iop_release_device(PDEVICE_OBJECT device);

/* Copies the device's full name to name->Buffer: STATUS_BUFFER_TOO_SMALL where it has no room,
 * STATUS_OBJECT_NAME_NOT_FOUND where it has none. */
NTSTATUS iop_device_name(PDEVICE_OBJECT device, UNICODE_STRING *name);

/* The driver goes, or one of its calls has failed, and devices that it made after `last` (NULL: all) are still there.
 * `when`: "DriverEntry fails". */
void iop_find_devices_left(PDRIVER_OBJECT driver, PDEVICE_OBJECT last, const char *when);

/* --- timer.c --- */
void iop_delete_timer(PDEVICE_OBJECT device);

/* --- file.c --- */
/* What an open of a device or file says beyond its name. */
struct iop_open {
    ULONG Disposition, Options, FileAttributes, ShareAccess;
    PVOID EaBuffer;
    ULONG EaLength;
    PFILE_OBJECT RelatedFile;
    ACCESS_MASK Granted; /* out */
    IO_STATUS_BLOCK IoStatus;
};

NTSTATUS iop_parse_device(PVOID body, PCUNICODE_STRING remaining, const struct ob_open *open, PVOID *result);

/* --- ntsim/se/sddl.c --- */
/* STATUS_INVALID_PARAMETER: the text is none. */
NTSTATUS iop_secure_device(PDEVICE_OBJECT device, PCUNICODE_STRING sddl);
/* The device's own descriptor, or what those have that were given none. */
PSECURITY_DESCRIPTOR iop_device_security(PDEVICE_OBJECT device);

/* --- irp.c --- */
PIRP iop_allocate_irp(CCHAR stack_size);
/* The same for one that the I/O manager frees itself: the verifier watches who touches it after its completion. */
PIRP iop_allocate_own_irp(CCHAR stack_size);
/* Sends the IRP and waits where it pends. Its status. The IRP is gone afterwards. */
NTSTATUS iop_call_and_wait(PDEVICE_OBJECT device, PIRP irp, PIO_STATUS_BLOCK io_status);
/* Makes an IRP of one stack location for a PnP or power request, or for a create; not in any thread's list. */
PIRP iop_build_irp(PDEVICE_OBJECT device, UCHAR major, UCHAR minor);

/* --- start_io.c --- */
/* Takes the next request out of the device's queue; by key where that is not NULL. */
PIRP iop_next_packet(PDEVICE_OBJECT device, const ULONG *key, BOOLEAN cancelable);

/* --- reinitialize.c --- */
void iop_reinitialize(PDRIVER_OBJECT driver);

/* --- shutdown.c --- */
/* IRP_MJ_SHUTDOWN to the devices that registered for it, once. */
void iop_shut_down_devices(void);

/* --- system_thread.c --- */
/* routine(context) on a system thread of its own, at PASSIVE_LEVEL on a kernel stack; returns when it has. */
void iop_call_on_system_thread(void (*routine)(PVOID), PVOID context);

/* --- lost.c --- */

/* The last handle of the file is gone, while requests may be under way; the file goes. */
void iop_file_left(const FILE_OBJECT *file);
void iop_file_gone(const FILE_OBJECT *file);
/* What the framework exports under that name; NULL: it is not loaded. */
PVOID iop_framework_function(const char *name);
/* The driver does not unload: requests of closed files that it has. */
void iop_find_lost(const DRIVER_OBJECT *driver);

#endif
