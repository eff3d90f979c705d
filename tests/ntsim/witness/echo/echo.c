/* general/echo/kmdf: one request at a time, which a timer ends; what was written can be read. Both versions of the
 * driver, AutoSync and DriverSync, keep the same promises. */
#include <ntsim/ntsim.h>

#include "../../../exe/public.h"

enum { MOST = 40 * 1024, LONGEST_PERIOD = 10000 /* ms: DriverSync's timer; AutoSync's has 2000 */ };

static struct sim_file *open_device(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_ECHO);
}

static void fill(UCHAR *buffer, ULONG size)
{
    for (ULONG i = 0; i < size; i++)
        buffer[i] = (UCHAR)i;
}

/* What echoapp does without options, with the lengths that it takes. */
static void write_and_read(struct sim_file *file, ULONG length)
{
    static UCHAR sent[MOST], got[MOST];
    ULONG moved;
    fill(sent, length);
    memset(got, 0, length);
    CHECK_SUCCESS(sim_write(file, sent, length, &moved));
    CHECK_EQ(moved, length);
    CHECK_SUCCESS(sim_read(file, got, length, &moved));
    CHECK_EQ(moved, length);
    CHECK_BYTES(got, sent, length);
}

TEST(what_is_written_can_be_read)
{
    struct sim_file *file = open_device();
    write_and_read(file, 512);
    write_and_read(file, 30 * 1024);
    write_and_read(file, MOST);
}

/* echoapp -Async: 100 of 40 KiB under way, each of which the timer ends. */
TEST(a_hundred_writes_at_once)
{
    enum { WRITES = 100 };
    static UCHAR data[MOST];
    struct sim_file *file = open_device();
    struct sim_request *writes[WRITES];
    for (int i = 0; i < WRITES; i++)
        writes[i] = sim_begin_write(file, data, sizeof(data));
    for (int i = 0; i < WRITES; i++) {
        ULONG moved;
        CHECK_SUCCESS(sim_wait(writes[i], &moved));
        CHECK_EQ(moved, sizeof(data));
    }
}

TEST(a_hundred_reads_at_once)
{
    enum { READS = 100 };
    static UCHAR data[MOST];
    struct sim_file *file = open_device();
    struct sim_request *reads[READS];
    CHECK_SUCCESS(sim_write(file, data, sizeof(data), NULL));
    for (int i = 0; i < READS; i++)
        reads[i] = sim_begin_read(file, data, sizeof(data));
    for (int i = 0; i < READS; i++) {
        ULONG moved;
        CHECK_SUCCESS(sim_wait(reads[i], &moved));
        CHECK_EQ(moved, sizeof(data));
    }
}

TEST(a_request_ends_at_the_next_tick_of_the_timer_and_the_next_one_a_period_later)
{
    UCHAR data[8] = {0};
    struct sim_file *file = open_device();
    CHECK_SUCCESS(sim_write(file, data, sizeof(data), NULL));
    ULONGLONG before = sim_time();
    CHECK_SUCCESS(sim_write(file, data, sizeof(data), NULL));
    ULONGLONG period = (sim_time() - before) / 10000;
    CHECK(period >= 1900 && period <= LONGEST_PERIOD);
    before = sim_time();
    CHECK_SUCCESS(sim_write(file, data, sizeof(data), NULL));
    CHECK_EQ((sim_time() - before + 5000) / 10000, period);
}

TEST(a_second_request_waits_for_the_first)
{
    UCHAR data[8] = {0};
    struct sim_file *file = open_device();
    struct sim_request *first = sim_begin_write(file, data, sizeof(data));
    struct sim_request *second = sim_begin_write(file, data, sizeof(data));
    CHECK_SUCCESS(sim_wait(first, NULL));
    CHECK(!sim_poll(second));
    CHECK_SUCCESS(sim_wait(second, NULL));
}

TEST(nothing_is_read_before_anything_is_written)
{
    UCHAR data[8];
    ULONG moved = 1;
    CHECK_SUCCESS(sim_read(open_device(), data, sizeof(data), &moved));
    CHECK_EQ(moved, 0);
}

TEST(a_read_gets_no_more_than_was_written)
{
    char data[16];
    ULONG moved;
    struct sim_file *file = open_device();
    CHECK_SUCCESS(sim_write(file, "hello", 5, NULL));
    CHECK_SUCCESS(sim_read(file, data, sizeof(data), &moved));
    CHECK_EQ(moved, 5);
    CHECK_BYTES(data, "hello", 5);
    CHECK_SUCCESS(sim_read(file, data, 2, &moved));
    CHECK_EQ(moved, 2);
}

TEST(longer_than_40_kib_is_refused)
{
    static UCHAR data[MOST + 1];
    ULONG moved = 1;
    CHECK_STATUS(sim_write(open_device(), data, sizeof(data), &moved), STATUS_BUFFER_OVERFLOW);
    CHECK_EQ(moved, 0);
}

/* By the framework, as the README says: the queue has neither. */
TEST(other_requests_fail)
{
    CHECK_STATUS(sim_ioctl(open_device(), 0x222000, NULL, 0, NULL, 0, NULL), STATUS_INVALID_DEVICE_REQUEST);
}

/* WdfIoQueue completes these unless the driver asks for them (AllowZeroLengthRequests). */
TEST(empty_requests_do_not_wait_for_the_timer)
{
    UCHAR byte;
    struct sim_file *file = open_device();
    ULONGLONG before = sim_time();
    CHECK_SUCCESS(sim_read(file, &byte, 0, NULL));
    CHECK_SUCCESS(sim_write(file, &byte, 0, NULL));
    CHECK(sim_time() - before < 10000);
}

TEST(the_request_that_waits_for_the_timer_can_be_cancelled)
{
    UCHAR data[8] = {0};
    ULONG moved = 1;
    struct sim_file *file = open_device();
    struct sim_request *write = sim_begin_write(file, data, sizeof(data));
    CHECK(!sim_poll(write));
    CHECK_SUCCESS(sim_cancel(write));
    CHECK_STATUS(sim_wait(write, &moved), STATUS_CANCELLED);
    CHECK_EQ(moved, 0);
    CHECK_SUCCESS(sim_write(file, data, sizeof(data), NULL));
}

TEST(a_request_in_the_queue_can_be_cancelled)
{
    UCHAR data[8] = {0};
    struct sim_file *file = open_device();
    struct sim_request *first = sim_begin_write(file, data, sizeof(data));
    struct sim_request *second = sim_begin_write(file, data, sizeof(data));
    CHECK_SUCCESS(sim_cancel(second));
    CHECK_STATUS(sim_wait(second, NULL), STATUS_CANCELLED);
    CHECK_SUCCESS(sim_wait(first, NULL));
}

/* The driver forgets the request after it has completed it, under the queue's lock: the next must not come before. */
TEST(a_request_that_follows_a_cancelled_one_waits_for_the_callback)
{
    UCHAR data[8] = {0};
    struct sim_file *file = open_device();
    struct sim_request *first = sim_begin_write(file, data, sizeof(data));
    struct sim_request *second = sim_begin_write(file, data, sizeof(data));
    CHECK_SUCCESS(sim_cancel(first));
    CHECK_STATUS(sim_wait(first, NULL), STATUS_CANCELLED);
    CHECK_SUCCESS(sim_wait(second, NULL));
}

TEST(a_close_gives_up_what_waits)
{
    UCHAR data[8] = {0};
    struct sim_file *file = open_device();
    for (int i = 0; i < 5; i++)
        sim_begin_write(file, data, sizeof(data));
    sim_close(file);
}

/* EvtDeviceSelfManagedIoSuspend stops the queue and waits: no request is left without an end. */
TEST(a_device_that_goes_away_ends_its_requests)
{
    UCHAR data[8] = {0};
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_ECHO);
    struct sim_request *writes[5];
    for (int i = 0; i < 5; i++)
        writes[i] = sim_begin_write(file, data, sizeof(data));
    sim_surprise_remove(device);
    for (int i = 0; i < 5; i++)
        (void)sim_wait(writes[i], NULL);
    CHECK(!NT_SUCCESS(sim_write(file, data, sizeof(data), NULL)));
}
