/* A request whose output buffer the driver gets by its address. */
#include "gallery_test.h"

TEST(gallery)
{
    ULONG output[4];
    sim_ioctl(gallery_open(), GALLERY_STEP(0) | 3 /* METHOD_NEITHER */, NULL, 0, output, sizeof(output), NULL);
}
