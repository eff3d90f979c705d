/* A read. */
#include "../gallery_test.h"

TEST(read)
{
    char buffer[8];
    ULONG moved;
    sim_read(gallery_open(), buffer, sizeof(buffer), &moved);
}
