/* What all three drivers are tested by: they differ in how they are written, not in what they do. */
#include <ntsim/ntsim.h>

#include "public.h"

static struct sim_file *start(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_CACHE);
}

static CACHE_STATISTICS query(struct sim_file *file)
{
    CACHE_STATISTICS statistics;
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_CACHE_QUERY, NULL, 0, &statistics, sizeof statistics, NULL));
    return statistics;
}

TEST(packets_come_out_in_the_order_they_went_in)
{
    struct sim_file *file = start();
    char packet[CACHE_PACKET];
    ULONG moved;

    CHECK_SUCCESS(sim_write(file, "first", 5, NULL));
    CHECK_SUCCESS(sim_write(file, "the second", 10, NULL));
    CHECK_EQ(query(file).Waiting, 2);
    CHECK_SUCCESS(sim_read(file, packet, sizeof packet, &moved));
    CHECK_EQ(moved, 5);
    CHECK_BYTES(packet, "first", 5);
    CHECK_SUCCESS(sim_read(file, packet, sizeof packet, &moved));
    CHECK_EQ(moved, 10);
    CHECK_BYTES(packet, "the second", 10);
    CHECK_STATUS(sim_read(file, packet, sizeof packet, &moved), STATUS_NO_MORE_ENTRIES);
}

TEST(what_does_not_fit_is_refused_and_counted)
{
    static char packet[CACHE_PACKET + 1];
    struct sim_file *file = start();

    for (int i = 0; i < CACHE_PACKETS; i++)
        CHECK_SUCCESS(sim_write(file, packet, CACHE_PACKET, NULL));
    CHECK_STATUS(sim_write(file, packet, 1, NULL), STATUS_DEVICE_BUSY);
    CHECK_STATUS(sim_write(file, packet, sizeof packet, NULL), STATUS_INVALID_BUFFER_SIZE);
    CHECK_EQ(query(file).Waiting, CACHE_PACKETS);
    CHECK_EQ(query(file).Refused, 1);
    CHECK_STATUS(sim_read(file, packet, CACHE_PACKET - 1, NULL), STATUS_BUFFER_TOO_SMALL);
    CHECK_EQ(query(file).Waiting, CACHE_PACKETS);
}

TEST(packets_are_used_again)
{
    struct sim_file *file = start();
    char packet[CACHE_PACKET];

    for (ULONG i = 0; i < 3 * CACHE_PACKETS; i++) {
        CHECK_SUCCESS(sim_write(file, &i, sizeof i, NULL));
        CHECK_SUCCESS(sim_read(file, packet, sizeof packet, NULL));
        CHECK_BYTES(packet, &i, sizeof i);
    }
}

/* The verifier fails the test where a packet, or the list, outlives the device. */
TEST(what_still_waits_goes_with_the_device)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_CACHE);

    CHECK_SUCCESS(sim_write(file, "left behind", 11, NULL));
    sim_close(file);
    sim_unplug(device);
}

TEST(without_memory_a_write_fails_and_the_next_succeeds)
{
    struct sim_file *file = start();
    bool failed = false;

    for (int after = 0; after < 8 && !failed; after++) {
        sim_fail_allocation(after);
        failed = sim_write(file, "x", 1, NULL) == STATUS_INSUFFICIENT_RESOURCES;
    }
    CHECK(failed);
    sim_fail_allocation(-1);
    CHECK_SUCCESS(sim_write(file, "y", 1, NULL));
}
