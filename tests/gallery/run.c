/* What entries without a test of their own are run with. */
#include "gallery_test.h"

TEST(gallery)
{
    gallery_step(gallery_open(), 0);
    sim_advance(100);
}
