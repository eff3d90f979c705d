/* general/toaster/toastDrv/kmdf/func/simple: the least of a function driver; the rest of PnP and power is the
 * framework's. */
#include <ntsim/ntsim.h>

#if __has_include("../../../inc/public.h") /* the user-mode one */
#include "../../../inc/public.h"
#else
#include "../../../../inc/public.h"
#endif

TEST(reads_and_writes)
{
    UCHAR data[100] = {0};
    ULONG moved;
    sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_TOASTER);
    CHECK_SUCCESS(sim_read(file, data, sizeof(data), NULL));
    CHECK_SUCCESS(sim_write(file, data, sizeof(data), &moved));
    CHECK_EQ(moved, sizeof(data));
    CHECK_STATUS(sim_ioctl(file, 0x222000, NULL, 0, NULL, 0, NULL), STATUS_INVALID_DEVICE_REQUEST);
}

TEST(many_toasters)
{
    enum { TOASTERS = 4 };
    struct sim_device *devices[TOASTERS];
    struct sim_file *file;
    for (int i = 0; i < TOASTERS; i++)
        devices[i] = sim_plug(NULL);
    for (ULONG i = 0; i < TOASTERS; i++) {
        CHECK_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_TOASTER, i, GENERIC_READ | GENERIC_WRITE, &file));
        CHECK_SUCCESS(sim_write(file, "bread", 5, NULL));
        sim_close(file);
    }
    CHECK_STATUS(sim_try_open_interface(&GUID_DEVINTERFACE_TOASTER, TOASTERS, GENERIC_READ, &file),
                 STATUS_OBJECT_NAME_NOT_FOUND);
    for (int i = TOASTERS; i-- > 0;)
        sim_unplug(devices[i]);
}

/* The Toaster's README has all of these done to it. */
TEST(comes_and_goes)
{
    struct sim_file *file;
    for (int i = 0; i < 3; i++)
        sim_unplug(sim_plug(NULL));
    sim_surprise_remove(sim_plug(NULL));
    CHECK_STATUS(sim_try_open_interface(&GUID_DEVINTERFACE_TOASTER, 0, GENERIC_READ, &file),
                 STATUS_OBJECT_NAME_NOT_FOUND);
}

TEST(stays_while_it_is_open_and_goes_when_pulled_out)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_TOASTER);
    CHECK(!NT_SUCCESS(sim_try_unplug(device)));
    CHECK_SUCCESS(sim_write(file, "bread", 5, NULL));
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_write(file, "bread", 5, NULL)));
}

/* The featured one goes to sleep after a minute, and a request wakes it. */
TEST(works_after_an_hour)
{
    sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_TOASTER);
    for (int i = 0; i < 3; i++) {
        CHECK_SUCCESS(sim_write(file, "bread", 5, NULL));
        sim_advance(3600 * 1000);
    }
    CHECK_SUCCESS(sim_write(file, "bread", 5, NULL));
}

TEST(works_after_the_system_slept)
{
    sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_TOASTER);
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sim_write(file, "bread", 5, NULL));
    CHECK_SUCCESS(sim_system_power(SIM_HIBERNATE));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sim_write(file, "bread", 5, NULL));
}
