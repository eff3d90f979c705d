/* A request is begun, and its file closed. */
#include "../gallery_test.h"

TEST(lost)
{
    char buffer[64] = {0};
    struct sim_file *file = gallery_open();
    sim_begin_ioctl(file, GALLERY_STEP(0), buffer, sizeof(buffer), buffer, sizeof(buffer));
    sim_close(file);
}
