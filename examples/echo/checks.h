/* The tests of all seven drivers. */
#include <ntsim/ntsim.h>

#include "public.h"

static struct sim_file *start(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_ECHO);
}

TEST(a_message_comes_back_once)
{
    struct sim_file *file = start();
    char reply[16];
    ULONG moved;

    CHECK_SUCCESS(sim_write(file, "hello", 5, &moved));
    CHECK_EQ(moved, 5);
    CHECK_SUCCESS(sim_read(file, reply, sizeof reply, &moved));
    CHECK_EQ(moved, 5);
    CHECK_BYTES(reply, "hello", 5);
    CHECK_SUCCESS(sim_write(file, "again", 5, NULL)); /* there is room again */
    CHECK_STATUS(sim_write(file, "more", 4, NULL), STATUS_DEVICE_BUSY);
    CHECK_SUCCESS(sim_read(file, reply, 2, &moved)); /* what has no room is lost */
    CHECK_EQ(moved, 2);
    CHECK_BYTES(reply, "ag", 2);
    CHECK_SUCCESS(sim_write(file, "more", 4, NULL));
}

TEST(reads_wait_in_their_order)
{
    struct sim_file *file = start();
    char first[16], second[16];
    ULONG moved;

    struct sim_request *one = sim_begin_read(file, first, sizeof first);
    struct sim_request *two = sim_begin_read(file, second, sizeof second);
    CHECK(!sim_poll(one) && !sim_poll(two));
    CHECK_SUCCESS(sim_write(file, "a", 1, NULL));
    CHECK_SUCCESS(sim_wait(one, &moved));
    CHECK_EQ(moved, 1);
    CHECK(!sim_poll(two));
    CHECK_SUCCESS(sim_write(file, "bc", 2, NULL));
    CHECK_SUCCESS(sim_wait(two, &moved));
    CHECK_EQ(moved, 2);
    CHECK_BYTES(first, "a", 1);
    CHECK_BYTES(second, "bc", 2);
}

TEST(a_cancelled_read_takes_nothing)
{
    struct sim_file *file = start();
    char first[16], second[16];

    struct sim_request *one = sim_begin_read(file, first, sizeof first);
    struct sim_request *two = sim_begin_read(file, second, sizeof second);
    CHECK_SUCCESS(sim_cancel(one));
    CHECK_STATUS(sim_wait(one, NULL), STATUS_CANCELLED);
    CHECK_SUCCESS(sim_write(file, "x", 1, NULL));
    CHECK_SUCCESS(sim_wait(two, NULL));
}

/* Writing and cancelling meet on two processors: the message goes to the read, or stays for the next. */
TEST_PROCESSORS(a_read_is_cancelled_while_it_is_answered, 2)
{
    struct sim_file *file = start();
    char reply[16];

    for (ULONG i = 0; i < 8; i++) {
        struct sim_request *read = sim_begin_read(file, reply, sizeof reply);
        struct sim_request *write = sim_begin_write(file, "x", 1);
        sim_cancel(read);
        const NTSTATUS status = sim_wait(read, NULL);
        CHECK(status == STATUS_SUCCESS || status == STATUS_CANCELLED);
        CHECK_SUCCESS(sim_wait(write, NULL));
        if (status == STATUS_CANCELLED)
            CHECK_SUCCESS(sim_read(file, reply, sizeof reply, NULL));
    }
}

TEST(wrong_sizes_are_refused)
{
    static char large[ECHO_MOST + 1];
    struct sim_file *file = start();

    CHECK_SUCCESS(sim_write(file, large, ECHO_MOST, NULL));
    CHECK_SUCCESS(sim_read(file, large, ECHO_MOST, NULL));
    CHECK_STATUS(sim_write(file, large, sizeof large, NULL), STATUS_INVALID_BUFFER_SIZE);
    CHECK_SUCCESS(sim_write(file, large, 0, NULL)); /* no message, which WDF says without asking the driver */
    CHECK_SUCCESS(sim_read(file, large, 0, NULL));
}

/* A program ends; another one's read is none of its business. */
TEST(a_closed_file_takes_its_reads_along)
{
    struct sim_file *file = start(), *other = sim_open_interface(&GUID_DEVINTERFACE_ECHO);
    char first[16], second[16];

    sim_begin_read(file, first, sizeof first);
    struct sim_request *two = sim_begin_read(other, second, sizeof second);
    sim_close(file);
    CHECK(!sim_poll(two));
    CHECK_SUCCESS(sim_write(other, "x", 1, NULL));
    CHECK_SUCCESS(sim_wait(two, NULL));
}

TEST(the_device_goes_while_a_read_waits)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_ECHO);
    char reply[16];

    struct sim_request *read = sim_begin_read(file, reply, sizeof reply);
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_wait(read, NULL)));
    CHECK(!NT_SUCCESS(sim_write(file, "x", 1, NULL)));
    sim_close(file);
}
