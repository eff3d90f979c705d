/* general/cancel: reads that a polling thread serves, and that can be given up at any time. */
#include <ntsim/ntsim.h>

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\CancelSamp");
}

TEST(reads_are_served_by_the_polling_thread)
{
    struct sim_file *file = open_device();
    for (int i = 0; i < 5; i++) {
        ULONG data = 77, moved;
        CHECK_SUCCESS(sim_read(file, &data, sizeof(data), &moved));
        CHECK_EQ(moved, sizeof(data));
    }
}

TEST(many_reads_at_once)
{
    enum { READS = 50 };
    struct sim_file *file = open_device();
    struct sim_request *reads[READS];
    ULONG data[READS];
    for (int i = 0; i < READS; i++)
        reads[i] = sim_begin_read(file, &data[i], sizeof(data[i]));
    for (int i = 0; i < READS; i++)
        CHECK_SUCCESS(sim_wait(reads[i], NULL));
}

TEST(some_reads_are_cancelled_and_the_rest_served)
{
    enum { READS = 20 };
    struct sim_file *file = open_device();
    struct sim_request *reads[READS];
    bool cancelled[READS] = {false};
    ULONG data[READS];
    for (int i = 0; i < READS; i++)
        reads[i] = sim_begin_read(file, &data[i], sizeof(data[i]));
    for (int i = 1; i < READS; i += 2)
        cancelled[i] = sim_cancel(reads[i]) == STATUS_SUCCESS;
    for (int i = 0; i < READS; i++) {
        NTSTATUS status = sim_wait(reads[i], NULL);
        CHECK(status == STATUS_SUCCESS || (cancelled[i] && status == STATUS_CANCELLED));
    }
}

TEST(a_close_gives_up_what_waits)
{
    struct sim_file *file = open_device();
    ULONG data[4];
    for (int i = 0; i < 4; i++)
        sim_begin_read(file, &data[i], sizeof(data[i]));
    sim_close(file);
}

TEST(a_read_needs_room)
{
    char byte;
    CHECK_STATUS(sim_read(open_device(), &byte, 1, NULL), STATUS_BUFFER_TOO_SMALL);
}
