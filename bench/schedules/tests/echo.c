/* What bench/schedules.sh explores: two requests to the echo driver, under way at once. */
#include <ntsim/ntsim.h>

TEST_PROCESSORS(echo, 2)
{
    const ULONG code = 0x00220000u | 0x801u << 2;
    struct sim_file *file = sim_open(L"\\\\.\\Echo");
    char first[8] = {0}, second[8] = {0};
    ULONG moved;
    struct sim_request *one = sim_begin_ioctl(file, code, "hello", 6, first, sizeof(first));
    struct sim_request *other = sim_begin_ioctl(file, code, "world", 6, second, sizeof(second));
    CHECK_SUCCESS(sim_wait(one, &moved));
    CHECK_SUCCESS(sim_wait(other, NULL));
    CHECK_EQ(moved, 6);
    CHECK_BYTES(first, "hello", 6);
    CHECK_BYTES(second, "world", 6);
}
