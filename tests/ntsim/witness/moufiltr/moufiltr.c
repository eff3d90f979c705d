/* input/moufiltr: sits between port and class driver of a mouse, and hands on every packet ("You can do anything you
 * like to the packets"; the sample does nothing). The ends are our own (../ends). */
#include <ntsim/ntsim.h>

#include "../ends.h"

/* ntddmou.h, kbdmou.h */
#define IOCTL_INTERNAL_MOUSE_CONNECT    CTL_CODE(FILE_DEVICE_MOUSE, 0x80, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_INTERNAL_MOUSE_DISCONNECT CTL_CODE(FILE_DEVICE_MOUSE, 0x100, METHOD_NEITHER, FILE_ANY_ACCESS)
struct packet { /* MOUSE_INPUT_DATA */
    USHORT unit, flags, button_flags, button_data;
    ULONG raw_buttons;
    LONG x, y;
    ULONG extra;
};

static struct sim_file *open_class(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_ENDS);
}

static NTSTATUS connect(struct sim_file *file, ULONG code)
{
    return sim_ioctl(file, IOCTL_ENDS_CONNECT, &code, sizeof(code), NULL, 0, NULL);
}

TEST(packets_reach_the_class_driver)
{
    struct {
        ULONG size;
        struct packet packets[3];
    } in = {sizeof(struct packet), {{.x = 1, .y = -2}, {.button_flags = 1}, {.x = -30, .y = 40, .button_flags = 2}}};
    struct {
        ULONG taken;
        struct packet packets[3];
    } out;
    ULONG moved;
    struct sim_file *file = open_class();
    CHECK_SUCCESS(connect(file, IOCTL_INTERNAL_MOUSE_CONNECT));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_ENDS_REPORT, &in, sizeof(in), &out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(out));
    CHECK_EQ(out.taken, 3);
    CHECK_BYTES(out.packets, in.packets, sizeof(in.packets));
}

TEST(only_one_may_connect)
{
    struct sim_file *file = open_class();
    CHECK_SUCCESS(connect(file, IOCTL_INTERNAL_MOUSE_CONNECT));
    CHECK_STATUS(connect(file, IOCTL_INTERNAL_MOUSE_CONNECT), STATUS_SHARING_VIOLATION);
}

TEST(nobody_may_disconnect)
{
    CHECK_STATUS(connect(open_class(), IOCTL_INTERNAL_MOUSE_DISCONNECT), STATUS_NOT_IMPLEMENTED);
}

TEST(comes_and_goes)
{
    sim_unplug(sim_plug(NULL));
    sim_surprise_remove(sim_plug(NULL));
}
