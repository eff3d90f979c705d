/* A request whose output buffer the driver gets as a memory list. */
#include "gallery_test.h"

TEST(gallery)
{
    ULONG output[4];
    sim_ioctl(gallery_open(), GALLERY_STEP(0) | 2 /* METHOD_OUT_DIRECT */, NULL, 0, output, sizeof(output), NULL);
}
