/* input/kbfiltr: sits between port and class driver of a keyboard, hands on every packet, and tells programs the
 * keyboard's attributes through a raw PDO of its own, as kbftest asks for them. The ends are our own (../ends). */
#include <ntsim/ntsim.h>

#include "../ends.h"

DEFINE_GUID(filter_interface, 0x3fb7299d, 0x6847, 0x4490, 0xb0, 0xc9, 0x99, 0xe0, 0x98, 0x6a, 0xb8, 0x86);

#define IOCTL_KEYBOARD_QUERY_ATTRIBUTES       CTL_CODE(FILE_DEVICE_KEYBOARD, 0, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_INTERNAL_KEYBOARD_CONNECT       CTL_CODE(FILE_DEVICE_KEYBOARD, 0x80, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_INTERNAL_KEYBOARD_DISCONNECT    CTL_CODE(FILE_DEVICE_KEYBOARD, 0x100, METHOD_NEITHER, FILE_ANY_ACCESS)
#define IOCTL_KBFILTR_GET_KEYBOARD_ATTRIBUTES CTL_CODE(FILE_DEVICE_KEYBOARD, 0x800, METHOD_BUFFERED, FILE_READ_DATA)

struct packet { /* KEYBOARD_INPUT_DATA */
    USHORT unit, make_code, flags, reserved;
    ULONG extra;
};
struct attributes { /* KEYBOARD_ATTRIBUTES */
    UCHAR type, subtype;
    USHORT mode, function_keys, indicators, keys;
    ULONG queue_length;
    USHORT repeat[6];
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
        struct packet packets[4];
    } in = {sizeof(struct packet), {{.make_code = 0x1E}, {.make_code = 0x1E, .flags = 1}, {.make_code = 2}, {0}}};
    struct {
        ULONG taken;
        struct packet packets[4];
    } out;
    ULONG moved;
    struct sim_file *file = open_class();
    CHECK_SUCCESS(connect(file, IOCTL_INTERNAL_KEYBOARD_CONNECT));
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_ENDS_REPORT, &in, sizeof(in), &out, sizeof(out), &moved));
    CHECK_EQ(moved, sizeof(out));
    CHECK_EQ(out.taken, 4);
    CHECK_BYTES(out.packets, in.packets, sizeof(in.packets));
}

TEST(only_one_may_connect)
{
    struct sim_file *file = open_class();
    CHECK_SUCCESS(connect(file, IOCTL_INTERNAL_KEYBOARD_CONNECT));
    CHECK_STATUS(connect(file, IOCTL_INTERNAL_KEYBOARD_CONNECT), STATUS_SHARING_VIOLATION);
}

TEST(nobody_may_disconnect)
{
    CHECK_STATUS(connect(open_class(), IOCTL_INTERNAL_KEYBOARD_DISCONNECT), STATUS_NOT_IMPLEMENTED);
}

/* The filter keeps what goes by when the class driver asks the port for the attributes. */
TEST(programs_learn_the_attributes)
{
    struct attributes seen = {0}, told = {0};
    ULONG code = IOCTL_KEYBOARD_QUERY_ATTRIBUTES, moved;
    struct sim_file *file = open_class();
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_ENDS_ASK, &code, sizeof(code), &seen, sizeof(seen), &moved));
    CHECK_EQ(moved, sizeof(seen));
    CHECK_EQ(seen.keys, 101);
    struct sim_file *filter = sim_open_interface(&filter_interface);
    CHECK_SUCCESS(sim_ioctl(filter, IOCTL_KBFILTR_GET_KEYBOARD_ATTRIBUTES, NULL, 0, &told, sizeof(told), &moved));
    CHECK_EQ(moved, sizeof(told));
    CHECK_BYTES(&told, &seen, sizeof(seen));
    CHECK_STATUS(sim_ioctl(filter, IOCTL_KBFILTR_GET_KEYBOARD_ATTRIBUTES, NULL, 0, &told, 4, NULL),
                 STATUS_BUFFER_TOO_SMALL);
}

TEST(comes_and_goes)
{
    struct sim_file *file;
    sim_unplug(sim_plug(NULL));
    CHECK_STATUS(sim_try_open_interface(&filter_interface, 0, GENERIC_READ, &file), STATUS_OBJECT_NAME_NOT_FOUND);
    sim_surprise_remove(sim_plug(NULL));
}
