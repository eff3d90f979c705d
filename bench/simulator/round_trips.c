/* What bench/simulator.sh times: requests to the KMDF template, and files opened and closed. */
#define INITGUID
#include <ntsim/ntsim.h>

#include "../public.h"

#include <stdio.h>

static void query(struct sim_file *file, int count)
{
    BENCH_STATISTICS statistics;
    for (int i = 0; i < count; i++)
        CHECK_SUCCESS(sim_ioctl(file, IOCTL_BENCH_QUERY, NULL, 0, &statistics, sizeof(statistics), NULL));
}

static struct sim_file *open_device(void)
{
    return sim_open_interface(&GUID_DEVINTERFACE_BENCH);
}

/* From a process's start to its end. */
TEST(first_request)
{
    sim_plug(NULL);
    query(open_device(), 1);
}

TEST(round_trips)
{
    sim_plug(NULL);
    query(open_device(), 1000000);
}

/* Kibibytes of memory of its own that this process has in use; pages of files come and go in blocks. */
static long resident(void)
{
    FILE *status = fopen("/proc/self/status", "r");
    char line[128];
    long size = 0;
    while (status && fgets(line, sizeof(line), status))
        if (sscanf(line, "RssAnon: %ld", &size) == 1)
            break;
    CHECK(status && fclose(status) == 0 && size > 0);
    return size;
}

static void cycle(int count)
{
    for (int i = 0; i < count; i++) {
        struct sim_file *file = open_device();
        query(file, 1);
        sim_close(file);
    }
}

TEST(cycles)
{
    sim_plug(NULL);
    cycle(10000); /* what is touched at all */
    const long before = resident();
    cycle(100000);
    CHECK(resident() - before < 96); /* a leak of one byte a cycle would be 97 KiB */
}
