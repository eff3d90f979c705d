/* serial/VirtualSerial2, user mode: a loopback device on a port of its own, and a modem that answers AT commands. What
 * the control codes carry is what ntddser.h's public reference says; what the device answers, the comments of its
 * queue. */
#include <ntsim/ntsim.h>

#define SERIAL_CODE(number) CTL_CODE(0x1B /* FILE_DEVICE_SERIAL_PORT */, number, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define SET_BAUD_RATE       SERIAL_CODE(1)
#define SET_LINE_CONTROL    SERIAL_CODE(3)
#define SET_TIMEOUTS        SERIAL_CODE(7)
#define GET_TIMEOUTS        SERIAL_CODE(8)
#define SET_DTR             SERIAL_CODE(9)
#define SET_WAIT_MASK       SERIAL_CODE(17)
#define WAIT_ON_MASK        SERIAL_CODE(18)
#define PURGE               SERIAL_CODE(19)
#define GET_BAUD_RATE       SERIAL_CODE(20)
#define GET_LINE_CONTROL    SERIAL_CODE(21)
#define GET_MODEM_CONTROL   SERIAL_CODE(37)
#define SET_MODEM_CONTROL   SERIAL_CODE(38)

struct line_control {
    UCHAR stop_bits, parity, word_length;
};
struct timeouts {
    ULONG interval, read_multiplier, read_constant, write_multiplier, write_constant;
};

/* The port's class installer has chosen a name. */
static struct sim_file *open_port(void)
{
    static const WCHAR name[] = L"COM7";
    sim_set_device_registry(L"PortName", 1, name, sizeof(name));
    sim_plug(NULL);
    return sim_open(L"\\\\.\\COM7");
}

static void say(struct sim_file *file, const char *text)
{
    ULONG moved;
    CHECK_SUCCESS(sim_write(file, text, (ULONG)strlen(text), &moved));
    CHECK_EQ(moved, strlen(text));
}

static void hear(struct sim_file *file, const char *text)
{
    char reply[128] = {0};
    ULONG moved;
    CHECK_SUCCESS(sim_read(file, reply, sizeof(reply), &moved));
    CHECK_EQ(moved, strlen(text));
    CHECK_BYTES(reply, text, moved);
}

TEST(comes_and_goes)
{
    for (int i = 0; i < 3; i++) {
        sim_set_device_registry(L"PortName", 1, L"COM7", sizeof(L"COM7"));
        sim_unplug(sim_plug(NULL));
    }
}

TEST(a_port_without_a_name_does_not_start)
{
    struct sim_device *device;
    CHECK(!NT_SUCCESS(sim_try_plug(NULL, &device)));
}

TEST(what_is_written_is_read)
{
    struct sim_file *file = open_port();
    say(file, "hello");
    hear(file, "hello");
    say(file, "one ");
    say(file, "two");
    hear(file, "one two");
}

TEST(a_read_waits_for_data)
{
    char reply[16];
    ULONG moved;
    struct sim_file *file = open_port();
    struct sim_request *read = sim_begin_read(file, reply, sizeof(reply));
    CHECK(!sim_poll(read));
    say(file, "late");
    CHECK_SUCCESS(sim_wait(read, &moved));
    CHECK_EQ(moved, 4);
    CHECK_BYTES(reply, "late", 4);
}

TEST(a_waiting_read_is_canceled)
{
    char reply[16];
    struct sim_file *file = open_port();
    struct sim_request *read = sim_begin_read(file, reply, sizeof(reply));
    CHECK_SUCCESS(sim_cancel(read));
    CHECK_STATUS(sim_wait(read, NULL), STATUS_CANCELLED);
}

TEST(commands_are_answered)
{
    struct sim_file *file = open_port();
    say(file, "AT\r");
    hear(file, "AT\r\r\nOK\r\n");
    say(file, "ATA\r");
    hear(file, "ATA\r\r\nCONNECT\r\n");
    say(file, "atd5551234\r");
    hear(file, "atd5551234\r\r\nCONNECT\r\n");
    say(file, "ATE0\r");
    hear(file, "ATE0\r\r\nOK\r\n");
}

TEST(settings_are_kept)
{
    struct sim_file *file = open_port();
    const ULONG baud = 115200, control = 3;
    const struct line_control two_and_seven = {2, 2, 7};
    struct line_control line = {0};
    ULONG value = 0, moved;
    CHECK_SUCCESS(sim_ioctl(file, SET_BAUD_RATE, &baud, sizeof(baud), NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, GET_BAUD_RATE, NULL, 0, &value, sizeof(value), &moved));
    CHECK_EQ(value, baud);
    CHECK_SUCCESS(sim_ioctl(file, SET_MODEM_CONTROL, &control, sizeof(control), NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, GET_MODEM_CONTROL, NULL, 0, &value, sizeof(value), &moved));
    CHECK_EQ(value, control);
    CHECK_SUCCESS(sim_ioctl(file, SET_LINE_CONTROL, &two_and_seven, sizeof(two_and_seven), NULL, 0, NULL));
    CHECK_SUCCESS(sim_ioctl(file, GET_LINE_CONTROL, NULL, 0, &line, sizeof(line), &moved));
    CHECK_BYTES(&line, &two_and_seven, sizeof(line));
    CHECK_SUCCESS(sim_ioctl(file, SET_DTR, NULL, 0, NULL, 0, NULL));
}

TEST(absurd_settings_are_refused)
{
    struct sim_file *file = open_port();
    const struct line_control nine = {0, 0, 9}, five_and_two = {2, 0, 5};
    const struct timeouts never = {~0U, ~0U, ~0U, 0, 0};
    UCHAR one = 0;
    CHECK_STATUS(sim_ioctl(file, SET_LINE_CONTROL, &nine, sizeof(nine), NULL, 0, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_ioctl(file, SET_LINE_CONTROL, &five_and_two, sizeof(five_and_two), NULL, 0, NULL),
                 STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_ioctl(file, SET_TIMEOUTS, &never, sizeof(never), NULL, 0, NULL), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_ioctl(file, SET_BAUD_RATE, &one, sizeof(one), NULL, 0, NULL), STATUS_BUFFER_TOO_SMALL);
    CHECK_STATUS(sim_ioctl(file, PURGE, NULL, 0, NULL, 0, NULL), STATUS_INVALID_PARAMETER);
}

/* A second wait ends the first; a new mask ends the second without an event. */
TEST(waits_for_events)
{
    struct sim_file *file = open_port();
    ULONG first = 1, second = 1, mask = 1, moved;
    struct sim_request *one = sim_begin_ioctl(file, WAIT_ON_MASK, NULL, 0, &first, sizeof(first));
    CHECK(!sim_poll(one));
    struct sim_request *two = sim_begin_ioctl(file, WAIT_ON_MASK, NULL, 0, &second, sizeof(second));
    CHECK_STATUS(sim_wait(one, NULL), STATUS_UNSUCCESSFUL);
    CHECK_SUCCESS(sim_ioctl(file, SET_WAIT_MASK, &mask, sizeof(mask), NULL, 0, NULL));
    CHECK_SUCCESS(sim_wait(two, &moved));
    CHECK_EQ(moved, sizeof(ULONG));
    CHECK_EQ(second, 0);
}

TEST(sleeps_with_a_read_waiting)
{
    char reply[16];
    ULONG moved;
    struct sim_file *file = open_port();
    struct sim_request *read = sim_begin_read(file, reply, sizeof(reply));
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    say(file, "awake");
    CHECK_SUCCESS(sim_wait(read, &moved));
    CHECK_BYTES(reply, "awake", 5);
}
