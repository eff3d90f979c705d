/* general/toaster/toastDrv/kmdf/bus: toasters come, go and are ejected by requests, as enum.exe sends them
 * (toastDrv/exe/enum). */
#include <ntsim/ntsim.h>

#include "../../../../inc/public.h"

static struct sim_file *open_bus(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_BUSENUM_TOASTER);
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

static NTSTATUS unplug(struct sim_file *bus, ULONG serial)
{
    BUSENUM_UNPLUG_HARDWARE request = {.Size = sizeof(request), .SerialNo = serial};
    return sim_ioctl(bus, IOCTL_BUSENUM_UNPLUG_HARDWARE, &request, sizeof(request), NULL, 0, NULL);
}

static NTSTATUS eject(struct sim_file *bus, ULONG serial)
{
    BUSENUM_EJECT_HARDWARE request = {.Size = sizeof(request), .SerialNo = serial};
    return sim_ioctl(bus, IOCTL_BUSENUM_EJECT_HARDWARE, &request, sizeof(request), NULL, 0, NULL);
}

TEST(toasters_come_and_go)
{
    struct sim_file *bus = open_bus();
    for (ULONG i = 1; i <= 3; i++)
        CHECK_SUCCESS(plug_in(bus, i));
    CHECK_SUCCESS(unplug(bus, 2));
    CHECK_SUCCESS(plug_in(bus, 2));
    const NTSTATUS ejected = eject(bus, 3); /* the bus may not have been asked for it yet */
    CHECK(ejected == STATUS_SUCCESS || ejected == STATUS_INVALID_PARAMETER);
}

/* "Enumeration will be failed if another device on the bus has the same serial number." */
TEST(serial_numbers_are_unique)
{
    struct sim_file *bus = open_bus();
    CHECK_SUCCESS(plug_in(bus, 7));
    CHECK(!NT_SUCCESS(plug_in(bus, 7)));
}

TEST(a_serial_number_that_nobody_has)
{
    struct sim_file *bus = open_bus();
    CHECK(!NT_SUCCESS(unplug(bus, 9)));
    CHECK(!NT_SUCCESS(eject(bus, 9)));
}

/* enum -u 0: all of them. */
TEST(serial_number_0_unplugs_all)
{
    struct sim_file *bus = open_bus();
    CHECK_SUCCESS(plug_in(bus, 1));
    CHECK_SUCCESS(plug_in(bus, 2));
    CHECK_SUCCESS(unplug(bus, 0));
    CHECK_SUCCESS(plug_in(bus, 1));
}

TEST(malformed_requests_are_refused)
{
    struct sim_file *bus = open_bus();
    BUSENUM_UNPLUG_HARDWARE request = {.Size = 1, .SerialNo = 1};
    CHECK(!NT_SUCCESS(sim_ioctl(bus, IOCTL_BUSENUM_PLUGIN_HARDWARE, &request, 4, NULL, 0, NULL)));
    CHECK(!NT_SUCCESS(sim_ioctl(bus, IOCTL_BUSENUM_UNPLUG_HARDWARE, &request, 4, NULL, 0, NULL)));
    CHECK_STATUS(sim_ioctl(bus, BUSENUM_IOCTL(0x77), NULL, 0, NULL, 0, NULL), STATUS_INVALID_PARAMETER);
}

TEST(a_bus_that_goes_takes_its_toasters_along)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *bus = sim_open_interface(&GUID_DEVINTERFACE_BUSENUM_TOASTER);
    CHECK_SUCCESS(plug_in(bus, 1));
    sim_close(bus);
    sim_unplug(device);
    device = sim_plug(NULL);
    bus = sim_open_interface(&GUID_DEVINTERFACE_BUSENUM_TOASTER);
    CHECK_SUCCESS(plug_in(bus, 1));
    sim_surprise_remove(device);
}
