/* The computer sleeps while a request waits. */
#include "../gallery_test.h"

TEST(sleep)
{
    char buffer[64] = {0};
    sim_plug("root\\gallery");
    struct sim_file *file = gallery_open();
    sim_begin_ioctl(file, GALLERY_STEP(0), buffer, sizeof(buffer), buffer, sizeof(buffer));
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    sim_close(file);
}
