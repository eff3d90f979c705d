/* A request waits; it is finished and cancelled at about the same time. */
#include "gallery_test.h"

TEST(gallery)
{
    char buffer[64] = {0};
    struct sim_file *file = gallery_open();
    struct sim_request *request =
        sim_begin_ioctl(file, GALLERY_STEP(0), buffer, sizeof(buffer), buffer, sizeof(buffer));
    gallery_step(file, 1);
    sim_cancel(request);
    sim_wait(request, NULL);
}
