/* What the sample's program does to the heap, with the request's index behind the block of 8 bytes. */
#include <ntsim/ntsim.h>

#include "../kasantrigger.h"

static NTSTATUS read_at(ULONG index)
{
    UCHAR value;
    ULONG moved;
    return sim_ioctl(sim_open(L"\\\\.\\KasanTrigger"), IOCTL_KASANTRIGGER_OOBR_HEAP, &index, sizeof(index), &value,
                     sizeof(value), &moved);
}

TEST(inside)
{
    CHECK_SUCCESS(read_at(KASANTRIGGER_ARRAY_SIZE - 1));
}

TEST(outside)
{
    read_at(2 * KASANTRIGGER_ARRAY_SIZE);
}
