/* general/toaster: the dynamic bus, and on it toasters with the simple function driver. */
#include <ntsim/ntsim.h>

#include "../../../../inc/public.h"

#define TOASTER "{B85B7C50-6A01-11d2-B841-00C04FAD5171}\\MsToaster"

static NTSTATUS ask(struct sim_file *bus, ULONG code, ULONG serial)
{
    BUSENUM_EJECT_HARDWARE request = {.Size = sizeof(request), .SerialNo = serial}; /* unplugging takes the same */
    return sim_ioctl(bus, code, &request, sizeof(request), NULL, 0, NULL);
}

static NTSTATUS plug_in(struct sim_file *bus, ULONG serial)
{
    struct {
        BUSENUM_PLUGIN_HARDWARE head;
        WCHAR ids[sizeof(BUS_HARDWARE_IDS) / sizeof(WCHAR)];
    } request = {.head = {.Size = sizeof(BUSENUM_PLUGIN_HARDWARE), .SerialNo = serial}};
    memcpy(request.ids, BUS_HARDWARE_IDS, BUS_HARDWARE_IDS_LENGTH);
    return sim_ioctl(bus, IOCTL_BUSENUM_PLUGIN_HARDWARE, &request,
                     sizeof(BUSENUM_PLUGIN_HARDWARE) + BUS_HARDWARE_IDS_LENGTH, NULL, 0, NULL);
}

static ULONG toasters(void)
{
    struct sim_file *file;
    ULONG count = 0;
    while (NT_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_TOASTER, count, GENERIC_READ, &file))) {
        sim_close(file);
        count++;
    }
    return count;
}

static struct sim_file *open_bus(void)
{
    sim_install(TOASTER);
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_BUSENUM_TOASTER);
}

TEST(a_toaster_that_is_plugged_in_works)
{
    struct sim_file *bus = open_bus();
    CHECK_EQ(toasters(), 0);
    CHECK_SUCCESS(plug_in(bus, 1));
    sim_advance(1000);
    CHECK_EQ(toasters(), 1);
    struct sim_file *toaster = sim_open_interface(&GUID_DEVINTERFACE_TOASTER);
    CHECK_SUCCESS(sim_write(toaster, "bread", 5, NULL));
}

TEST(toasters_come_go_and_are_ejected)
{
    struct sim_file *bus = open_bus();
    for (ULONG i = 1; i <= 3; i++)
        CHECK_SUCCESS(plug_in(bus, i));
    sim_advance(1000);
    CHECK_EQ(toasters(), 3);
    CHECK_SUCCESS(ask(bus, IOCTL_BUSENUM_UNPLUG_HARDWARE, 2));
    sim_advance(1000);
    CHECK_EQ(toasters(), 2);
    CHECK_SUCCESS(ask(bus, IOCTL_BUSENUM_EJECT_HARDWARE, 1));
    sim_advance(1000);
    CHECK_EQ(toasters(), 1);
    CHECK_SUCCESS(ask(bus, IOCTL_BUSENUM_UNPLUG_HARDWARE, 0));
    sim_advance(1000);
    CHECK_EQ(toasters(), 0);
}

TEST(a_toaster_pulled_out_while_it_is_open_refuses_requests)
{
    struct sim_file *bus = open_bus();
    CHECK_SUCCESS(plug_in(bus, 1));
    sim_advance(1000);
    struct sim_file *toaster = sim_open_interface(&GUID_DEVINTERFACE_TOASTER);
    CHECK_SUCCESS(ask(bus, IOCTL_BUSENUM_UNPLUG_HARDWARE, 1));
    sim_advance(1000);
    CHECK(!NT_SUCCESS(sim_write(toaster, "bread", 5, NULL)));
}

TEST(a_bus_that_goes_takes_its_toasters_along)
{
    sim_install(TOASTER);
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *bus = sim_open_interface(&GUID_DEVINTERFACE_BUSENUM_TOASTER);
    CHECK_SUCCESS(plug_in(bus, 1));
    CHECK_SUCCESS(plug_in(bus, 2));
    sim_advance(1000);
    CHECK_EQ(toasters(), 2);
    sim_close(bus);
    sim_unplug(device);
    CHECK_EQ(toasters(), 0);
}
