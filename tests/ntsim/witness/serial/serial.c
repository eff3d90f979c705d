/* serial/serial: "a WDF version of the inbox Serial.sys driver" for a 16550. What the control codes do is what
 * ntddser.h's public reference says. */
#include "uart.h"

DEFINE_GUID(GUID_DEVINTERFACE_COMPORT, 0x86e0d1e0, 0x8089, 0x11d0, 0x9c, 0xe4, 0x08, 0x00, 0x3e, 0x30, 0x1f, 0x73);

#define SERIAL_CODE(number) CTL_CODE(0x1B /* FILE_DEVICE_SERIAL_PORT */, number, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define SET_BAUD_RATE       SERIAL_CODE(1)
#define SET_LINE_CONTROL    SERIAL_CODE(3)
#define IMMEDIATE_CHAR      SERIAL_CODE(6)
#define SET_TIMEOUTS        SERIAL_CODE(7)
#define GET_TIMEOUTS        SERIAL_CODE(8)
#define SET_DTR             SERIAL_CODE(9)
#define CLR_DTR             SERIAL_CODE(10)
#define SET_RTS             SERIAL_CODE(12)
#define CLR_RTS             SERIAL_CODE(13)
#define SET_WAIT_MASK       SERIAL_CODE(17)
#define WAIT_ON_MASK        SERIAL_CODE(18)
#define PURGE               SERIAL_CODE(19)
#define GET_BAUD_RATE       SERIAL_CODE(20)
#define GET_LINE_CONTROL    SERIAL_CODE(21)
#define GET_MODEM_STATUS    SERIAL_CODE(26)
#define GET_COMM_STATUS     SERIAL_CODE(27)
#define GET_STATS           SERIAL_CODE(35)
#define SET_HANDFLOW        SERIAL_CODE(25)

enum { EV_RXCHAR = 1, EV_TXEMPTY = 4, EV_CTS = 8, EV_DSR = 0x10, EV_RING = 0x100 };
enum { PURGE_TXABORT = 1, PURGE_RXABORT = 2, PURGE_RXCLEAR = 8 };

struct timeouts {
    ULONG interval, read_multiplier, read_constant, write_multiplier, write_constant;
};
struct line_control {
    UCHAR stop_bits, parity, word_length;
};
struct comm_status {
    ULONG errors, holds, in_queue, out_queue;
    UCHAR eof, immediate;
};
struct stats {
    ULONG received, sent, frame, overrun, buffer_overrun, parity;
};
struct handflow {
    ULONG control, replace;
    LONG xon, xoff;
};

static struct uart uart;

static struct sim_file *open_port(void)
{
    static const WCHAR name[] = L"COM1";
    const struct line_control eight = {0, 0, 8};
    sim_set_device_registry(L"PortName", 1, name, sizeof(name));
    uart_plug(&uart);
    struct sim_file *file = sim_open(L"\\\\.\\COM1");
    CHECK_SUCCESS(sim_ioctl(file, SET_LINE_CONTROL, &eight, sizeof(eight), NULL, 0, NULL));
    return file;
}

static void set_timeouts(struct sim_file *file, struct timeouts timeouts)
{
    CHECK_SUCCESS(sim_ioctl(file, SET_TIMEOUTS, &timeouts, sizeof(timeouts), NULL, 0, NULL));
}

static void say(struct sim_file *file, const char *text)
{
    ULONG moved;
    CHECK_SUCCESS(sim_write(file, text, (ULONG)strlen(text), &moved));
    CHECK_EQ(moved, strlen(text));
}

static struct comm_status status_of(struct sim_file *file)
{
    struct comm_status status;
    CHECK_SUCCESS(sim_ioctl(file, GET_COMM_STATUS, NULL, 0, &status, sizeof(status), NULL));
    return status;
}

TEST(baud_rate_and_line_control_reach_the_chip)
{
    struct sim_file *file = open_port();
    const ULONG baud = 9600, strange = 3000000;
    const struct line_control seven_even_two = {2, 2, 7}, wrong = {0, 0, 9};
    struct line_control line;
    ULONG got;
    CHECK_SUCCESS(sim_ioctl(file, SET_BAUD_RATE, &baud, sizeof(baud), NULL, 0, NULL));
    CHECK_EQ(uart.divisor, 1843200 / 16 / 9600);
    CHECK_SUCCESS(sim_ioctl(file, GET_BAUD_RATE, NULL, 0, &got, sizeof(got), NULL));
    CHECK_EQ(got, baud);
    CHECK_STATUS(sim_ioctl(file, SET_BAUD_RATE, &strange, sizeof(strange), NULL, 0, NULL), STATUS_INVALID_PARAMETER);
    CHECK_EQ(uart.line_control & 0x3F, 3);
    CHECK_SUCCESS(sim_ioctl(file, SET_LINE_CONTROL, &seven_even_two, sizeof(line), NULL, 0, NULL));
    CHECK_EQ(uart.line_control & 0x3F, 2 | 4 | 0x18);
    CHECK_SUCCESS(sim_ioctl(file, GET_LINE_CONTROL, NULL, 0, &line, sizeof(line), NULL));
    CHECK_BYTES(&line, &seven_even_two, sizeof(line));
    CHECK_STATUS(sim_ioctl(file, SET_LINE_CONTROL, &wrong, sizeof(wrong), NULL, 0, NULL), STATUS_INVALID_PARAMETER);
}

TEST(what_goes_out_comes_in)
{
    struct sim_file *file = open_port();
    char text[6];
    ULONG moved;
    say(file, "hello!");
    CHECK_SUCCESS(sim_read(file, text, sizeof(text), &moved));
    CHECK_EQ(moved, sizeof(text));
    CHECK_BYTES(text, "hello!", sizeof(text));
    CHECK(uart.interrupts > 0);
    CHECK(uart.fifos);
}

/* More than the FIFO holds, and than one burst of the driver. */
TEST(a_long_message)
{
    enum { SIZE = 1000 };
    struct sim_file *file = open_port();
    UCHAR out[SIZE], in[SIZE];
    struct stats stats;
    ULONG moved;
    for (ULONG i = 0; i < SIZE; i++)
        out[i] = (UCHAR)(i * 7);
    struct sim_request *request = sim_begin_read(file, in, SIZE);
    CHECK_SUCCESS(sim_write(file, out, SIZE, &moved));
    CHECK_EQ(moved, SIZE);
    CHECK_SUCCESS(sim_wait(request, &moved));
    CHECK_EQ(moved, SIZE);
    CHECK_BYTES(in, out, SIZE);
    CHECK_SUCCESS(sim_ioctl(file, GET_STATS, NULL, 0, &stats, sizeof(stats), NULL));
    CHECK_EQ(stats.received, SIZE);
    CHECK_EQ(stats.sent, SIZE);
    CHECK_EQ(stats.overrun, 0);
}

TEST(a_read_times_out_with_what_came)
{
    struct sim_file *file = open_port();
    const struct timeouts total = {.read_multiplier = 10, .read_constant = 100};
    struct timeouts got;
    char text[10];
    ULONG moved;
    set_timeouts(file, total);
    CHECK_SUCCESS(sim_ioctl(file, GET_TIMEOUTS, NULL, 0, &got, sizeof(got), NULL));
    CHECK_BYTES(&got, &total, sizeof(got));
    say(file, "abc");
    const ULONGLONG before = sim_time();
    CHECK_STATUS(sim_read(file, text, sizeof(text), &moved), STATUS_TIMEOUT);
    CHECK_EQ(moved, 3);
    CHECK_BYTES(text, "abc", 3);
    CHECK_EQ((sim_time() - before) / 10000 / 10, (10 * 10 + 100) / 10);
}

/* "MAXULONG and zero": a read returns at once with what there is. */
TEST(a_read_that_does_not_wait)
{
    struct sim_file *file = open_port();
    char text[10];
    ULONG moved;
    set_timeouts(file, (struct timeouts){.interval = 0xFFFFFFFF});
    CHECK_SUCCESS(sim_read(file, text, sizeof(text), &moved));
    CHECK_EQ(moved, 0);
    say(file, "xy");
    CHECK_SUCCESS(sim_read(file, text, sizeof(text), &moved));
    CHECK_EQ(moved, 2);
}

/* The time between two characters. */
TEST(a_read_ends_when_the_sender_pauses)
{
    struct sim_file *file = open_port();
    char text[10];
    ULONG moved;
    uart.unplugged = true;
    set_timeouts(file, (struct timeouts){.interval = 50});
    struct sim_request *request = sim_begin_read(file, text, sizeof(text));
    sim_advance(1000);
    CHECK(!sim_poll(request)); /* none came yet */
    uart_receive(&uart, "ab");
    sim_advance(30);
    uart_receive(&uart, "c");
    sim_advance(30);
    CHECK(!sim_poll(request));
    sim_advance(2000);
    CHECK_STATUS(sim_wait(request, &moved), STATUS_TIMEOUT);
    CHECK_EQ(moved, 3);
}

TEST(events_are_waited_for)
{
    struct sim_file *file = open_port();
    const ULONG mask = EV_RXCHAR | EV_CTS | EV_RING, none = 0;
    ULONG events = 0;
    CHECK_SUCCESS(sim_ioctl(file, SET_WAIT_MASK, &mask, sizeof(mask), NULL, 0, NULL));
    struct sim_request *request = sim_begin_ioctl(file, WAIT_ON_MASK, NULL, 0, &events, sizeof(events));
    sim_advance(10);
    CHECK(!sim_poll(request));
    say(file, "x");
    CHECK_SUCCESS(sim_wait(request, NULL));
    CHECK_EQ(events & EV_RXCHAR, EV_RXCHAR);
    request = sim_begin_ioctl(file, WAIT_ON_MASK, NULL, 0, &events, sizeof(events));
    uart_set_lines(&uart, uart.lines | RING);
    uart_set_lines(&uart, uart.lines & (UCHAR)~RING);
    CHECK_SUCCESS(sim_wait(request, NULL));
    CHECK_EQ(events, EV_RING);
    /* Another mask ends the wait: success, and no event. */
    request = sim_begin_ioctl(file, WAIT_ON_MASK, NULL, 0, &events, sizeof(events));
    CHECK_SUCCESS(sim_ioctl(file, SET_WAIT_MASK, &none, sizeof(none), NULL, 0, NULL));
    CHECK_SUCCESS(sim_wait(request, NULL));
    CHECK_EQ(events, 0);
    CHECK_STATUS(sim_ioctl(file, WAIT_ON_MASK, NULL, 0, &events, sizeof(events), NULL), STATUS_INVALID_PARAMETER);
}

TEST(modem_lines)
{
    struct sim_file *file = open_port();
    ULONG status;
    CHECK_SUCCESS(sim_ioctl(file, SET_DTR, NULL, 0, NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, CLR_RTS, NULL, 0, NULL, 0, NULL));
    CHECK_EQ(uart.modem_control & (DTR | RTS), DTR);
    CHECK_SUCCESS(sim_ioctl(file, GET_MODEM_STATUS, NULL, 0, &status, sizeof(status), NULL));
    CHECK_EQ(status & 0xF0, DSR | DCD);
    CHECK_SUCCESS(sim_ioctl(file, SET_RTS, NULL, 0, NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, CLR_DTR, NULL, 0, NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, GET_MODEM_STATUS, NULL, 0, &status, sizeof(status), NULL));
    CHECK_EQ(status & 0xF0, CTS);
}

/* With CTS handshake nothing is sent while the line is low. */
TEST(sending_is_held_while_cts_is_low)
{
    struct sim_file *file = open_port();
    const struct handflow handflow = {.control = 1 /* DTR control */ | 8 /* CTS handshake */};
    ULONG moved;
    uart.unplugged = true;
    uart_set_lines(&uart, 0);
    CHECK_SUCCESS(sim_ioctl(file, SET_HANDFLOW, &handflow, sizeof(handflow), NULL, 0, NULL));
    struct sim_request *request = sim_begin_write(file, "later", 5);
    sim_advance(100);
    CHECK(!sim_poll(request));
    CHECK_EQ(uart.sent, 0);
    CHECK_EQ(status_of(file).holds & 1, 1); /* SERIAL_TX_WAITING_FOR_CTS */
    uart_set_lines(&uart, CTS);
    CHECK_SUCCESS(sim_wait(request, &moved));
    CHECK_EQ(moved, 5);
    CHECK_EQ(uart.sent, 5);
    CHECK_BYTES(uart.last_sent, "later", 5);
}

TEST(purging)
{
    struct sim_file *file = open_port();
    const ULONG clear = PURGE_RXCLEAR, abort = PURGE_RXABORT;
    char text[4];
    say(file, "junk");
    CHECK_EQ(status_of(file).in_queue, 4);
    CHECK_SUCCESS(sim_ioctl(file, PURGE, &clear, sizeof(clear), NULL, 0, NULL));
    CHECK_EQ(status_of(file).in_queue, 0);
    struct sim_request *one = sim_begin_read(file, text, sizeof(text)), *two = sim_begin_read(file, text, sizeof(text));
    CHECK_SUCCESS(sim_ioctl(file, PURGE, &abort, sizeof(abort), NULL, 0, NULL));
    CHECK_STATUS(sim_wait(one, NULL), STATUS_CANCELLED);
    ULONG moved;
    CHECK_SUCCESS(sim_wait(two, &moved)); /* see requests_are_canceled */
    CHECK_EQ(moved, 0);
    const ULONG wrong = 0x10;
    CHECK_STATUS(sim_ioctl(file, PURGE, &wrong, sizeof(wrong), NULL, 0, NULL), STATUS_INVALID_PARAMETER);
}

/* A read that waits for another one is completed with WdfRequestGetStatus, which nobody has set to anything: success,
 * and nothing read (SerialEvtCanceledOnQueue). */
TEST(requests_are_canceled)
{
    struct sim_file *file = open_port();
    const ULONG mask = EV_RXCHAR;
    char text[4];
    ULONG events;
    CHECK_SUCCESS(sim_ioctl(file, SET_WAIT_MASK, &mask, sizeof(mask), NULL, 0, NULL));
    struct sim_request *requests[] = {
        sim_begin_read(file, text, sizeof(text)),
        sim_begin_read(file, text, sizeof(text)),
        sim_begin_ioctl(file, WAIT_ON_MASK, NULL, 0, &events, sizeof(events)),
    };
    sim_advance(10);
    for (int i = 2; i >= 0; i--) {
        CHECK_SUCCESS(sim_cancel(requests[i]));
        CHECK_STATUS(sim_wait(requests[i], NULL), i == 1 ? STATUS_SUCCESS : STATUS_CANCELLED);
    }
    say(file, "ok");
    CHECK_EQ(status_of(file).in_queue, 2);
}

TEST(one_at_a_time)
{
    struct sim_file *file = open_port(), *other;
    CHECK_STATUS(sim_try_open(L"\\\\.\\COM1", GENERIC_READ, &other), STATUS_ACCESS_DENIED);
    sim_close(file);
    CHECK_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_COMPORT, 0, GENERIC_READ | GENERIC_WRITE, &other));
    say(other, "x");
}

/* A port that nobody has open may sleep (and does when it is idle); an open one keeps its settings. */
TEST(settings_survive_sleep)
{
    struct sim_file *file = open_port();
    const ULONG baud = 19200;
    char text[2];
    CHECK_SUCCESS(sim_ioctl(file, SET_BAUD_RATE, &baud, sizeof(baud), NULL, 0, NULL));
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    uart = (struct uart){0}; /* the chip loses all */
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    sim_advance(100); /* the computer is up before its devices are */
    CHECK_EQ(uart.divisor, 1843200 / 16 / 19200);
    CHECK_EQ(uart.line_control & 0x3F, 3);
    say(file, "up");
    CHECK_SUCCESS(sim_read(file, text, sizeof(text), NULL));
    CHECK_BYTES(text, "up", 2);
}

TEST(an_open_port_stays)
{
    sim_set_device_registry(L"PortName", 1, L"COM7", sizeof(L"COM7"));
    struct sim_device *device = uart_plug(&uart);
    struct sim_file *file = sim_open(L"\\\\.\\COM7");
    CHECK(!NT_SUCCESS(sim_try_unplug(device)));
    say(file, "still here");
    sim_close(file);
    sim_unplug(device);
    CHECK(!NT_SUCCESS(sim_try_open(L"\\\\.\\COM7", GENERIC_READ, &file)));
}

TEST(no_resources_no_start)
{
    struct sim_device *device;
    sim_set_device_registry(L"PortName", 1, L"COM7", sizeof(L"COM7"));
    CHECK(!NT_SUCCESS(sim_try_plug(NULL, &device)));
}

TEST(a_port_without_a_name_does_not_start)
{
    struct sim_device *device;
    CHECK_STATUS(sim_try_plug(NULL, &device), STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST(comes_and_goes)
{
    sim_set_device_registry(L"PortName", 1, L"COM7", sizeof(L"COM7"));
    for (int i = 0; i < 3; i++)
        sim_unplug(uart_plug(&uart));
    sim_surprise_remove(uart_plug(&uart));
}
