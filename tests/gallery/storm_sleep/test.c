/* A request that waits, and the one that ends it. */
#include "../gallery_test.h"

TEST(sleep)
{
    char first[8], second[8];
    sim_plug("root\\gallery");
    struct sim_file *file = gallery_open();
    struct sim_request *waiting = sim_begin_ioctl(file, GALLERY_STEP(0), NULL, 0, first, sizeof(first));
    sim_ioctl(file, GALLERY_STEP(1), NULL, 0, second, sizeof(second), NULL);
    sim_wait(waiting, NULL);
    sim_close(file);
}
