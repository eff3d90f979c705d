/*
 * The wire between USB devices, which the host plays, and usbhub.sys. Plain types: both sides read it.
 *
 * The functions of a device are called at DISPATCH_LEVEL or below, outside of any lock of the hub's. They may call
 * SimUsbReady and SimUsbWake, nothing else of the system.
 */
#ifndef NTSIM_USB_SIM_H
#define NTSIM_USB_SIM_H

#include "ntsim/machine/services.h"

/* What a device answers to a packet, or to a control transfer as a whole. */
enum sim_usb_answered {
    SIM_USB_ANSWERED_ACK,   /* taken, or here it is */
    SIM_USB_ANSWERED_NAK,   /* not now: it is asked again after SimUsbReady */
    SIM_USB_ANSWERED_STALL, /* no: a control transfer is refused, another endpoint is halted */
    SIM_USB_ANSWERED_NOTHING,
    SIM_USB_ANSWERED_BABBLE, /* more than a packet holds */
};

/* As UDE and xHCI number them, so USB_DEVICE_SPEED. */
enum sim_usb_wire_speed { SIM_USB_WIRE_LOW, SIM_USB_WIRE_FULL, SIM_USB_WIRE_HIGH, SIM_USB_WIRE_SUPER };

struct sim_usb_wire {
    void *context;
    uint32_t speed; /* enum sim_usb_wire_speed */
    uint32_t reserved;
    /* `setup`: 8 bytes; `*length`: the bytes of the data stage, in: room, out: what comes. */
    uint32_t(MACHINE_ABI *control)(void *context, const uint8_t *setup, uint8_t *data, uint32_t *length);
    /* One packet of an endpoint (its address, with the direction). */
    uint32_t(MACHINE_ABI *in)(void *context, uint8_t endpoint, uint8_t *data, uint32_t room, uint32_t *length);
    uint32_t(MACHINE_ABI *out)(void *context, uint8_t endpoint, const uint8_t *data, uint32_t length);
    void(MACHINE_ABI *reset)(void *context);
    void(MACHINE_ABI *suspend)(void *context, bool suspended);
};

/* Exports of usbhub.sys. Attach and detach run at PASSIVE_LEVEL; the PnP manager goes on from there on its worker. */
/* STATUS_SUCCESS, or why the device cannot be enumerated. The wire stays the caller's until the device is detached. */
typedef int32_t(MACHINE_ABI sim_usb_attach)(const struct sim_usb_wire *wire, void **device);
/* ID number `number` of the device, the best first, ASCII; false: there are no more, or no room. */
typedef bool(MACHINE_ABI sim_usb_id)(void *device, uint32_t number, char *text, uint32_t room);
/* Reports it to the PnP manager: attached devices wait for that. */
typedef void(MACHINE_ABI sim_usb_announce)(void *device);
/* Pulls the plug. */
typedef void(MACHINE_ABI sim_usb_detach)(void *device);
/* Its PDO as it is now, or NULL. */
typedef void *(MACHINE_ABI sim_usb_pdo)(void *device);
/* The endpoint (0: control transfers) has something to say. From any thread, and from the device's functions. */
typedef void(MACHINE_ABI sim_usb_ready_call)(void *device, uint8_t endpoint);
/* Signals resume. False where the device is not suspended or may not wake. */
/* The device leaves the bus and comes back, soon. From any thread, and from the device's functions. */
typedef void(MACHINE_ABI sim_usb_reconnect_call)(void *device);
typedef bool(MACHINE_ABI sim_usb_wake_call)(void *device);

#endif
