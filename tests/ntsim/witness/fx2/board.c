#include "board.h"

enum {
    READ_7_SEGMENT = 0xD4,
    READ_SWITCHES = 0xD6,
    READ_BAR_GRAPH,
    SET_BAR_GRAPH,
    IS_HIGH_SPEED,
    REENUMERATE,
    SET_7_SEGMENT
};

static const UCHAR device_descriptor[] = {18,   1,    0x00, 0x02, 0xFF, 0, 0, 64, 0x47,
                                          0x05, 0x02, 0x10, 0x00, 0,    1, 2, 0,  1};

/* Bus powered, and wakes the computer. */
#define CONFIGURATION(packet_low, packet_high)                                                                         \
    {9,    2,          39,          0, 1, 1, 0,                                                                        \
     0xA0, 50,         9,           4, 0, 0, 3,                                                                        \
     0xFF, 0,          0,           0, 7, 5, BOARD_SWITCHES,                                                           \
     3,    64,         0,           1, 7, 5, BOARD_OUT,                                                                \
     2,    packet_low, packet_high, 0, 7, 5, BOARD_IN,                                                                 \
     2,    packet_low, packet_high, 0}
static const UCHAR full_speed[] = CONFIGURATION(64, 0), high_speed[] = CONFIGURATION(0, 2);

static enum sim_usb_answer one_byte(UCHAR value, UCHAR *data, ULONG *length)
{
    if (*length == 0)
        return SIM_USB_ACK;
    *data = value;
    *length = 1;
    return SIM_USB_ACK;
}

static enum sim_usb_answer request(void *context, const struct sim_usb_setup *setup, UCHAR *data, ULONG *length)
{
    struct board *board = context;
    if (board->refuses)
        return SIM_USB_STALL;
    switch (setup->bRequest) {
    case READ_7_SEGMENT:
        return one_byte(board->segments, data, length);
    case READ_SWITCHES:
        return one_byte(board->switches, data, length);
    case READ_BAR_GRAPH:
        return one_byte(board->bars, data, length);
    case IS_HIGH_SPEED:
        return one_byte(board->usb.speed == SIM_USB_HIGH, data, length);
    case SET_BAR_GRAPH:
        board->bars = data[0];
        return SIM_USB_ACK;
    case SET_7_SEGMENT:
        board->segments = data[0];
        return SIM_USB_ACK;
    case REENUMERATE:
        sim_usb_reconnect(&board->usb);
        return SIM_USB_ACK;
    default:
        return SIM_USB_STALL;
    }
}

static enum sim_usb_answer packet_out(void *context, UCHAR endpoint, const UCHAR *data, ULONG length)
{
    struct board *board = context;
    CHECK_EQ(endpoint, BOARD_OUT);
    if (board->out_answer != SIM_USB_ACK)
        return board->out_answer;
    if (board->count == BOARD_BUFFERS)
        return SIM_USB_NAK;
    const unsigned last = (board->first + board->count++) % BOARD_BUFFERS;
    memcpy(board->packets[last].data, data, length);
    board->packets[last].length = length;
    sim_usb_ready(&board->usb, BOARD_IN);
    return SIM_USB_ACK;
}

static enum sim_usb_answer packet_in(void *context, UCHAR endpoint, UCHAR *data, ULONG room, ULONG *length)
{
    struct board *board = context;
    if (endpoint == BOARD_SWITCHES) {
        if (!board->changed)
            return SIM_USB_NAK;
        board->changed = false;
        *length = 1;
        return one_byte(board->switches, data, length);
    }
    CHECK_EQ(endpoint, BOARD_IN);
    if (board->in_answer != SIM_USB_ACK)
        return board->in_answer;
    if (board->count == 0)
        return SIM_USB_NAK;
    *length = board->packets[board->first].length;
    CHECK(*length <= room);
    memcpy(data, board->packets[board->first].data, *length);
    board->first = (board->first + 1) % BOARD_BUFFERS;
    board->count--;
    sim_usb_ready(&board->usb, BOARD_OUT);
    return SIM_USB_ACK;
}

static void happened(void *context, enum sim_usb_event event, ULONG value)
{
    struct board *board = context;
    switch (event) {
    case SIM_USB_RESET:
        board->reset++;
        board->count = 0;
        break;
    case SIM_USB_CONFIGURED:
        board->configured += value != 0;
        board->changed = true; /* the firmware sends the switches when it starts and when it is resumed */
        break;
    case SIM_USB_SUSPENDED:
        board->suspended++;
        break;
    case SIM_USB_RESUMED:
        board->resumed++;
        board->changed = true;
        sim_usb_ready(&board->usb, BOARD_SWITCHES);
        break;
    default:
        break;
    }
}

void board_init(struct board *board, enum sim_usb_speed speed)
{
    *board = (struct board){
        .usb = {.speed = speed,
                .device = device_descriptor,
                .configurations = {speed == SIM_USB_HIGH ? high_speed : full_speed},
                .strings = {"OSR", "USB-FX2 Learning Kit"},
                .control = request,
                .in = packet_in,
                .out = packet_out,
                .event = happened,
                .context = board},
    };
}

void board_set_switches(struct board *board, UCHAR switches)
{
    board->switches = switches;
    board->changed = true;
    if (!sim_usb_wake(&board->usb))
        sim_usb_ready(&board->usb, BOARD_SWITCHES);
}
