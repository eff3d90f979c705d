/* What entries with a device, and without a test of their own, are run with. */
#include "gallery_test.h"

TEST(gallery)
{
    sim_plug("root\\gallery");
    struct sim_file *file = gallery_open();
    gallery_step(file, 0);
    sim_advance(100);
    sim_close(file);
}
