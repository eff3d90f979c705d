/* Asks twice: the second answer is compared with that of a copy of the run. */
#include "gallery_test.h"

TEST(gallery)
{
    struct sim_file *file = gallery_open();
    gallery_step(file, 0);
    gallery_step(file, 0);
}
