/*
 * USB devices that a test plays: descriptors and a few functions in C, on the bus of the simulated computer.
 *
 *     static const struct sim_usb board = {
 *         .speed = SIM_USB_HIGH,
 *         .device = device_descriptor,             18 bytes
 *         .configurations = {configuration},       as the device answers them, wTotalLength bytes each
 *         .strings = {"OSR", "FX2 Learning Kit"},  iManufacturer 1, iProduct 2, ...
 *         .control = vendor_request, .in = packet_to_host, .out = packet_to_device,
 *     };
 *     struct sim_device *device = sim_plug_usb(&board);
 *
 * The bus enumerates the device, whose drivers are those that an INF of what is built together names for one of its
 * hardware or compatible IDs. Standard requests are answered by the simulator: descriptors, configurations, alternate
 * settings, status, halted endpoints, remote wake. All else comes to the functions, packet by packet.
 *
 * Each of them answers at once, or SIM_USB_NAK: "not now". Then the transfer stays pending, and the function is asked
 * again after sim_usb_ready for that endpoint, from another function or from the test. A bus takes time, and it is
 * virtual: packets go in microframes of 125 us (high speed) or frames of 1 ms, interrupt endpoints at their interval.
 *
 * The functions are called while the system runs and must not call it: of the sim_ functions only sim_usb_ready,
 * sim_usb_wake, sim_usb_reconnect, sim_time and checks. All of struct sim_usb stays the test's own, unchanged, until
 * the device is gone.
 */
#ifndef NTSIM_USB_H
#define NTSIM_USB_H

#include <ntsim/ntsim.h>

enum sim_usb_speed { SIM_USB_LOW, SIM_USB_FULL, SIM_USB_HIGH, SIM_USB_SUPER };

enum sim_usb_answer {
    SIM_USB_ACK,    /* taken, or here it is */
    SIM_USB_NAK,    /* not now */
    SIM_USB_STALL,  /* refused. Other endpoints than 0 are halted by it until the driver resets the pipe */
    SIM_USB_SILENT, /* no answer at all, three times: USBD_STATUS_XACT_ERROR */
    SIM_USB_BABBLE, /* a packet longer than it may be: USBD_STATUS_BABBLE_DETECTED */
};

/* A control request, as it is on the wire. */
struct sim_usb_setup {
    UCHAR bmRequestType, bRequest;
    USHORT wValue, wIndex, wLength;
};

enum sim_usb_event {
    SIM_USB_RESET,      /* the port: addresses and configuration are gone */
    SIM_USB_CONFIGURED, /* value: the configuration's, 0 for none */
    SIM_USB_SETTING,    /* value: interface << 8 | alternate setting */
    SIM_USB_CLEARED,    /* value: the endpoint that is halted no more */
    SIM_USB_SUSPENDED,
    SIM_USB_RESUMED,
};

enum { SIM_USB_CONFIGURATIONS = 4, SIM_USB_STRINGS = 16 };

struct sim_usb {
    enum sim_usb_speed speed;
    const void *device;                                 /* its descriptor; bNumConfigurations says how many follow */
    const void *configurations[SIM_USB_CONFIGURATIONS]; /* with all that belongs to them */
    const char *strings[SIM_USB_STRINGS];               /* from index 1, ASCII, US English; NULL: there is none */
    const void *bos;                                    /* with its capabilities; NULL: none */
    const char *compatible_id; /* "WINUSB", as Microsoft's OS descriptors 1.0 tell it; NULL: there are none */
    /* A request that is not standard, or a descriptor that the above has not. `data` has room for, or holds, wLength
     * bytes; `*length` is wLength, and afterwards what there is, if it goes to the host. NULL: all are refused. */
    enum sim_usb_answer (*control)(void *context, const struct sim_usb_setup *setup, UCHAR *data, ULONG *length);
    /* A packet. `endpoint` is an address, with bit 7 set for `in`; `room` is the largest packet. A transfer ends with
     * a packet that is shorter than this. */
    enum sim_usb_answer (*in)(void *context, UCHAR endpoint, UCHAR *data, ULONG room, ULONG *length);
    enum sim_usb_answer (*out)(void *context, UCHAR endpoint, const UCHAR *data, ULONG length);
    void (*event)(void *context, enum sim_usb_event event, ULONG value); /* may be NULL */
    void *context;
};

/*
 * Plugs it in. sim_plug_usb fails the test where the device does not start. What the device's drivers are called with
 * is the PDO of its port: sim_unplug removes them as the device manager does and takes the device off the bus,
 * sim_surprise_remove pulls the plug. After a driver cycled the port, the same sim_device is its successor.
 *
 * Where no INF names the device itself, and it has several functions, each of them gets the drivers for its own ID
 * (USB\VID_xxxx&PID_xxxx&MI_xx) or class; sim_plug_usb looks only at whether the device as a whole starts.
 */
struct sim_device *sim_plug_usb_at(struct sim_place place, const struct sim_usb *usb);
#define sim_plug_usb(usb) sim_plug_usb_at(SIM_HERE, usb)
NTSTATUS sim_try_plug_usb(const struct sim_usb *usb, struct sim_device **device);

/* The endpoint (an address, or 0 for control requests) that answered SIM_USB_NAK is asked again. */
void sim_usb_ready(const struct sim_usb *usb, UCHAR endpoint);
/* The device leaves the bus and comes back of itself, soon, as firmware does that wants to be enumerated anew. */
void sim_usb_reconnect(const struct sim_usb *usb);
/* Signals resume. False where the device is not suspended, or the driver has not armed it for that. */
bool sim_usb_wake(const struct sim_usb *usb);

#endif
