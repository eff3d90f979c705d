/*
 * usbhub.sys: the one hub of the simulated computer and the controller behind it.
 *
 * A device is known by what it answers on the wire (sim.h). Transfers wait in the list of their endpoint; a timer,
 * which is set while one can go on, brings the next microframe, whose DPC moves packets and completes requests. So
 * nothing completes before its caller knows that it is pending, and an endpoint that has nothing to say costs no time.
 *
 * One spin lock guards devices, endpoints and lists. It is not held while a device is asked or a request completed.
 */
#ifndef NTSIM_USB_HUB_H
#define NTSIM_USB_HUB_H

#include <ntifs.h>

#include <usb.h>
#include <usbioctl.h>

#include "ntsim/usb/sim.h"

enum { HUB_TAG = 'bhsU', HUB_ENDPOINTS = 32, HUB_INTERFACES = 32 };

struct hub_device;

struct hub_endpoint {
    struct hub_device *Device;
    BOOLEAN Open, Halted, Asked, Parked; /* Parked: nothing to say; Asked: it said so meanwhile */
    UCHAR Address, Type, Interface;
    USHORT MaximumPacket, PacketsPerFrame; /* of a microframe, for high bandwidth */
    UCHAR Interval;
    ULONG Period;                        /* in microframes */
    ULONG Generation;                    /* of its handle */
    ULONGLONG NotBefore, IsochronousEnd; /* microframes */
    LIST_ENTRY Transfers;
};

struct hub_transfer {
    LIST_ENTRY Entry;
    PIRP Irp;
    PURB Urb;
    struct hub_endpoint *Endpoint;
    BOOLEAN In, Active, Aborted;
    USBD_STATUS AbortedWith;
    UCHAR Setup[8];
    PUCHAR Buffer; /* either of the two, or none */
    PMDL Mdl;
    ULONG Length, Done;
    ULONGLONG Deadline; /* microframe, or 0 */
    /* Isochronous ones. */
    ULONG Packet;
    UCHAR Data[]; /* a packet, or all of a control transfer */
};

struct hub_interface {
    BOOLEAN Used;
    UCHAR Number, Setting;
};

struct hub_device {
    LIST_ENTRY Entry; /* among the hub's */
    LONG References;  /* the hub's while it is attached, and one of each PDO */
    const struct sim_usb_wire *Wire;
    PDEVICE_OBJECT Pdo; /* the one that is reported, or NULL */
    BOOLEAN Announced, Gone, Suspended, WakeArmed;
    ULONG Port;
    USB_DEVICE_DESCRIPTOR Descriptor;
    PUSB_CONFIGURATION_DESCRIPTOR *Configurations;
    PUSB_CONFIGURATION_DESCRIPTOR Configuration; /* the selected one */
    PWSTR Product, Serial;
    CHAR CompatibleId[9]; /* of Microsoft's own descriptors */
    UCHAR VendorCode;     /* theirs, or 0 */
    ULONG Generation;
    struct hub_interface Interfaces[HUB_INTERFACES];
    struct hub_endpoint Endpoints[HUB_ENDPOINTS]; /* 0: control */
};

/* Extensions of the two kinds of device objects. */
struct hub_fdo {
    BOOLEAN IsPdo;
    PDEVICE_OBJECT Self, Lower, Physical;
};

struct hub_pdo {
    BOOLEAN IsPdo;
    BOOLEAN Missing, Removed; /* Missing: it is reported no more */
    BOOLEAN Known;            /* the PnP manager has it, and will remove it */
    PDEVICE_OBJECT Self;
    struct hub_device *Device;
    DEVICE_POWER_STATE Power;
    PIRP WaitWake, Idle;
    BOOLEAN IdleRunning;
    WORK_QUEUE_ITEM IdleItem, ReconnectItem;
    BOOLEAN Reconnecting;
};

struct hub {
    KSPIN_LOCK Lock;
    PDRIVER_OBJECT Driver;
    struct hub_fdo *Fdo; /* NULL: not started */
    LIST_ENTRY Devices;
    KTIMER Timer;
    KDPC Dpc;
    BOOLEAN TimerSet;
    ULONGLONG TimerDue;
    ULONG NextPort;
};

extern struct hub hub;

static inline struct hub_pdo *hub_pdo_of(PDEVICE_OBJECT device)
{
    return device->DeviceExtension;
}

NTSTATUS hub_complete(PIRP irp, NTSTATUS status, ULONG_PTR information);

/* The device leaves the bus and comes back, soon; <= DISPATCH_LEVEL. */
void hub_reconnect(struct hub_pdo *pdo);

/* --- device.c --- */
/* A control transfer without a request, at once: its answer. */
enum sim_usb_answered hub_control(struct hub_device *device, UCHAR type, UCHAR request, USHORT value, USHORT index,
                                  PVOID data, ULONG *length);
/* Reads what there is to know. */
NTSTATUS hub_read_device(struct hub_device *device);
void hub_dereference_device(struct hub_device *device);
NTSTATUS hub_create_pdo(struct hub_device *device);

/* --- pdo.c --- */
NTSTATUS hub_pdo_pnp(PDEVICE_OBJECT device, PIRP irp);
void hub_delete_pdo(struct hub_pdo *pdo);

/* --- identity.c --- */
NTSTATUS hub_query_id(const struct hub_device *device, PIRP irp);
NTSTATUS hub_query_text(const struct hub_device *device, PIRP irp);

/* --- power.c --- */
NTSTATUS hub_pdo_power(PDEVICE_OBJECT device, PIRP irp);
/* The request for a word when the device may sleep. */
NTSTATUS hub_submit_idle(struct hub_pdo *pdo, PIRP irp);
/* What waits for waking or sleeping ends with this status. */
void hub_end_waiting(struct hub_pdo *pdo, NTSTATUS status);

/* --- request.c --- */
NTSTATUS hub_pdo_internal(PDEVICE_OBJECT device, PIRP irp);
/* As if the device were unplugged and plugged in again: its drivers see a surprise removal, and a new PDO follows. */
NTSTATUS hub_cycle_port(struct hub_pdo *pdo, USBD_STATUS status);
NTSTATUS hub_status(USBD_STATUS status);
/* Ends a request that has a URB. */
NTSTATUS hub_complete_urb(PIRP irp, PURB urb, USBD_STATUS status);

/* --- configure.c --- */
USBD_STATUS hub_select_configuration(struct hub_device *device, struct _URB_SELECT_CONFIGURATION *urb);
USBD_STATUS hub_select_interface(struct hub_device *device, struct _URB_SELECT_INTERFACE *urb);
/* After a reset of the port: the configuration is what it was. */
void hub_restore(struct hub_device *device);
/* The open endpoint of a handle, or NULL. */
struct hub_endpoint *hub_endpoint_of(struct hub_device *device, USBD_PIPE_HANDLE handle);
void hub_init_control(struct hub_device *device);

/* --- transfer.c --- */
/* A request for a transfer: `Setup` and `Timeout` (milliseconds, 0: none) for control transfers. */
struct hub_submission {
    PIRP Irp;
    PURB Urb;
    BOOLEAN In;
    PVOID Buffer;
    PMDL Mdl;
    ULONG Length, Timeout;
    UCHAR Setup[8];
};
/* Completes the request, now or later. */
NTSTATUS hub_submit(struct hub_endpoint *endpoint, const struct hub_submission *submission);
/* Ends all transfers of an endpoint with a status. */
void hub_abort(struct hub_endpoint *endpoint, USBD_STATUS status);
void hub_abort_all(struct hub_device *device, USBD_STATUS status);
/* For what may go on now. */
void hub_schedule(void);
ULONGLONG hub_microframe(void);
KDEFERRED_ROUTINE hub_serve;
/* Between a transfer's buffer and a packet; FALSE: its MDL cannot be mapped. */
BOOLEAN hub_copy(const struct hub_transfer *transfer, ULONG offset, PVOID packet, ULONG length, BOOLEAN to_buffer);

/* --- isochronous.c --- */
/* The packets of a frame. TRUE: the transfer is done. */
BOOLEAN hub_isochronous(struct hub_transfer *transfer, ULONGLONG microframe);
/* The microframe of its next packet. */
ULONGLONG hub_isochronous_due(const struct hub_transfer *transfer);
/* Checks the frame in which it is to begin and sets it where the driver leaves that open. */
USBD_STATUS hub_begin_isochronous(struct hub_endpoint *endpoint, struct _URB_ISOCH_TRANSFER *urb);

/* --- interface.c --- */
NTSTATUS hub_query_interface(PDEVICE_OBJECT device, PIRP irp);

#endif
