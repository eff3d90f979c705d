/*
 * usbccgp.sys: the parent of a composite device's functions. It configures the device once, and gives each function, an
 * interface or those that an association joins, a PDO of its own, whose requests go on to the hub.
 */
#ifndef NTSIM_USBCCGP_CCGP_H
#define NTSIM_USBCCGP_CCGP_H

#include <ntifs.h>

#include <usb.h>
#include <usbdlib.h>
#include <usbioctl.h>

enum { CCGP_TAG = 'gccU', CCGP_MOST = 32 };

struct ccgp_parent {
    BOOLEAN IsFunction;
    PDEVICE_OBJECT Self, Lower, Physical;
    USB_DEVICE_DESCRIPTOR Descriptor;
    PUSB_CONFIGURATION_DESCRIPTOR Configuration;
    USBD_CONFIGURATION_HANDLE Handle;
    PUSBD_INTERFACE_INFORMATION Interfaces[CCGP_MOST]; /* in pool, as they are selected */
    ULONG InterfaceCount;
    PDEVICE_OBJECT Functions[CCGP_MOST];
    ULONG FunctionCount;
};

struct ccgp_function {
    BOOLEAN IsFunction;
    PDEVICE_OBJECT Self;
    struct ccgp_parent *Parent;
    UCHAR First, Count; /* of its interfaces' numbers */
    UCHAR Class, SubClass, Protocol;
};

NTSTATUS ccgp_complete(PIRP irp, NTSTATUS status, ULONG_PTR information);
/* Sends a request block to the hub and waits. */
NTSTATUS ccgp_submit(struct ccgp_parent *parent, PVOID urb);

/* --- configure.c --- */
NTSTATUS ccgp_configure(struct ccgp_parent *parent);
void ccgp_forget(struct ccgp_parent *parent);
NTSTATUS ccgp_create_functions(struct ccgp_parent *parent);

/* --- function.c --- */
NTSTATUS ccgp_function_pnp(struct ccgp_function *function, PIRP irp);

/* --- request.c --- */
NTSTATUS ccgp_function_internal(struct ccgp_function *function, PIRP irp);

#endif
