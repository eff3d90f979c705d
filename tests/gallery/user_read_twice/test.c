/* A request whose buffers the driver gets by their addresses. */
#include "gallery_test.h"

TEST(gallery)
{
    ULONG input[4] = {8, 1, 2, 3}, output[4];
    sim_ioctl(gallery_open(), GALLERY_STEP(0) | 3 /* METHOD_NEITHER */, input, sizeof(input), output, sizeof(output),
              NULL);
    sim_advance(100);
}
