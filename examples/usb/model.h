/* The panel, as a model: what is written to it comes back in capitals, and its switches are the test's. */
#pragma once

#include <ntsim/usb.h>
#include <string.h>

#include "public.h"

enum { BULK_OUT = 0x02, BULK_IN = 0x86, INTERRUPT_IN = 0x81 };

static UCHAR kept[64], switches;
static ULONG kept_length, stalls; /* stalls: how often the interrupt pipe halts before it says anything */
static bool told = true, deaf; /* deaf: it takes nothing */

static const UCHAR device_descriptor[] = {18, 1, 0x00, 0x02, 0xFF, 0, 0, 64, 0x34, 0x12, 0x70, 0x00, 0, 1, 0, 0, 0, 1};
static const UCHAR configuration[] = {9, 2, 39, 0, 1, 1, 0, 0x80, 50,            /* configuration */
                                      9, 4, 0, 0, 3, 0xFF, 0, 0, 0,              /* interface, 3 endpoints */
                                      7, 5, INTERRUPT_IN, 3, 1, 0, 4,            /* interrupt, 1 byte */
                                      7, 5, BULK_OUT, 2, 0x00, 0x02, 0,          /* bulk, 512 bytes */
                                      7, 5, BULK_IN, 2, 0x00, 0x02, 0};

static enum sim_usb_answer packet_in(void *context, UCHAR endpoint, UCHAR *data, ULONG room, ULONG *length)
{
    (void)context;
    if (endpoint == INTERRUPT_IN) {
        if (told)
            return SIM_USB_NAK;
        if (stalls > 0) {
            stalls--;
            return SIM_USB_STALL;
        }
        told = true;
        data[0] = switches;
        *length = 1;
        return SIM_USB_ACK;
    }
    if (kept_length == 0 || kept_length > room)
        return SIM_USB_NAK;
    memcpy(data, kept, kept_length);
    *length = kept_length;
    kept_length = 0;
    return SIM_USB_ACK;
}

static enum sim_usb_answer packet_out(void *context, UCHAR endpoint, const UCHAR *data, ULONG length);

static const struct sim_usb panel = {.speed = SIM_USB_HIGH,
                                     .device = device_descriptor,
                                     .configurations = {configuration},
                                     .in = packet_in,
                                     .out = packet_out};

static enum sim_usb_answer packet_out(void *context, UCHAR endpoint, const UCHAR *data, ULONG length)
{
    (void)context, (void)endpoint;
    if (deaf)
        return SIM_USB_NAK;
    if (length > sizeof kept)
        return SIM_USB_STALL;
    for (ULONG i = 0; i < length; i++)
        kept[i] = (UCHAR)(data[i] >= 'a' && data[i] <= 'z' ? data[i] - 32 : data[i]);
    kept_length = length;
    sim_usb_ready(&panel, BULK_IN);
    return SIM_USB_ACK;
}

static void turn(UCHAR to)
{
    switches = to;
    told = false;
    sim_usb_ready(&panel, INTERRUPT_IN);
    sim_advance(20);
}
