/*
 * A model of OSR's USB-FX2 learning board, as its data sheet and Microsoft's sample describe it: a 7-segment display, a
 * bar graph, eight switches whose state comes from an interrupt endpoint, and a loop from one bulk endpoint to the
 * other, which holds two packets.
 */
#ifndef BOARD_H
#define BOARD_H

#include <ntsim/usb.h>

enum { BOARD_SWITCHES = 0x81, BOARD_OUT = 0x06, BOARD_IN = 0x88, BOARD_MOST_PACKET = 512, BOARD_BUFFERS = 2 };

struct board {
    struct sim_usb usb;
    UCHAR segments, bars, switches;
    bool changed; /* the host has not heard of the switches yet */
    struct {
        ULONG length;
        UCHAR data[BOARD_MOST_PACKET];
    } packets[BOARD_BUFFERS];
    unsigned first, count;                          /* of the packets in the loop */
    unsigned suspended, resumed, reset, configured; /* how often */
    enum sim_usb_answer in_answer, out_answer;      /* ACK, or what it does instead */
    bool refuses;                                   /* vendor requests */
};

/* At high or full speed. Plugging it in is the test's. */
void board_init(struct board *board, enum sim_usb_speed speed);
/* A hand moves the switches: where the board is suspended, it wakes the computer if it may. */
void board_set_switches(struct board *board, UCHAR switches);

#endif
