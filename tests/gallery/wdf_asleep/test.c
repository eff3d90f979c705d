/* A request comes when the device is idle. */
#include "../gallery_test.h"

static ULONGLONG read_register(void *context, ULONG resource, ULONGLONG offset, ULONG size)
{
    (void)context, (void)resource, (void)offset, (void)size;
    return 42;
}

TEST(asleep)
{
    static const struct sim_resource memory = {SIM_MEMORY, 0xFEB00000, 0x1000};
    static const struct sim_hardware hardware = {.resources = &memory, .count = 1, .read = read_register};
    sim_plug_hardware("root\\gallery", &hardware);
    struct sim_file *file = gallery_open();
    gallery_step(file, 0);
    sim_advance(1000);
    CHECK_SUCCESS(gallery_step(file, 0));
    sim_close(file);
}
