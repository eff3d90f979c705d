/* hid/firefly: a filter of a HID mouse, which lights its tail when WMI says so (firefly.mof, flicker.exe). */
#include <ntsim/hid.h>

static const GUID firefly = {0xAB27DB29, 0xDB25, 0x42E6, {0xA3, 0xE7, 0x28, 0xBD, 0x46, 0xBD, 0xB6, 0x66}};

enum { TAIL_LIT = 1 /* WmiDataId */, WMIGUID_QUERY = 1, WMIGUID_SET = 2, FILE_READ_ATTRIBUTES = 0x80 };

/* --- a consumer in the kernel: its functions, called as a driver would --- */

#define SYSTEM(result, name, ...) ((result(__attribute__((ms_abi)) *)(__VA_ARGS__))sim_system_function(name))

struct string {
    USHORT length, maximum;
    WCHAR *buffer;
};

static void *block;
static struct string instance;

/* The block and the name of the mouse's instance. */
static void find_instance(void)
{
    WCHAR *links;
    void *file, *top;
    CHECK_SUCCESS(SYSTEM(NTSTATUS, "IoGetDeviceInterfaces", const GUID *, void *, ULONG,
                         WCHAR **)(&GUID_DEVINTERFACE_HID, NULL, 0, &links));
    USHORT length = 0;
    while (links[length])
        length++;
    struct string link = {(USHORT)(length * 2), (USHORT)(length * 2), links};
    CHECK_SUCCESS(SYSTEM(NTSTATUS, "IoGetDeviceObjectPointer", struct string *, ULONG, void **,
                         void **)(&link, FILE_READ_ATTRIBUTES, &file, &top));
    void *const pdo = ((void **)file)[1]; /* FILE_OBJECT.DeviceObject */
    CHECK_SUCCESS(SYSTEM(NTSTATUS, "IoWMIOpenBlock", const GUID *, ULONG,
                         void **)(&firefly, WMIGUID_QUERY | WMIGUID_SET, &block));
    CHECK_SUCCESS(
        SYSTEM(NTSTATUS, "IoWMIDeviceObjectToInstanceName", void *, void *, struct string *)(block, pdo, &instance));
    SYSTEM(LONGLONG, "ObfDereferenceObject", void *)(file);
    SYSTEM(void, "ExFreePool", void *)(links);
}

static void forget_instance(void)
{
    SYSTEM(void, "ExFreePool", void *)(instance.buffer);
    SYSTEM(LONGLONG, "ObfDereferenceObject", void *)(block);
}

static NTSTATUS set_instance(const void *value, ULONG size)
{
    return SYSTEM(NTSTATUS, "IoWMISetSingleInstance", void *, struct string *, ULONG, ULONG,
                  const void *)(block, &instance, 1, size, value);
}

static NTSTATUS set_item(ULONG item, const void *value, ULONG size)
{
    return SYSTEM(NTSTATUS, "IoWMISetSingleItem", void *, struct string *, ULONG, ULONG, ULONG,
                  const void *)(block, &instance, item, 1, size, value);
}

static UCHAR query(void)
{
    static ULONG node[64]; /* WNODE_SINGLE_INSTANCE: the data's offset and size are behind the header and two numbers */
    ULONG size = sizeof(node);
    CHECK_SUCCESS(SYSTEM(NTSTATUS, "IoWMIQuerySingleInstance", void *, struct string *, ULONG *,
                         void *)(block, &instance, &size, node));
    CHECK_EQ(node[15], 1);
    return ((const UCHAR *)node)[node[14]];
}

/* --- the mouse --- */

static struct sim_device *plug(void)
{
    sim_install("HID\\VID_045E&PID_001E");
    return sim_plug("root\\lamp");
}

static UCHAR light(void)
{
    UCHAR report[2] = {0};
    struct sim_file *mouse = sim_open_hid(1, 2);
    CHECK(mouse != NULL);
    CHECK_SUCCESS(sim_hid_get_feature(mouse, report, sizeof(report)));
    sim_close(mouse);
    return report[1];
}

TEST(comes_and_goes)
{
    struct sim_device *device = plug();
    CHECK_EQ(light(), 0);
    sim_unplug(device);
    sim_surprise_remove(plug());
}

TEST(wmi_lights_the_tail)
{
    plug();
    find_instance();
    CHECK_EQ(query(), 1); /* what the driver believes at first */
    CHECK_SUCCESS(set_instance(&(UCHAR){1}, 1));
    CHECK_EQ(light(), 1);
    CHECK_SUCCESS(set_instance(&(UCHAR){0}, 1));
    CHECK_EQ(light(), 0);
    CHECK_EQ(query(), 0);
    forget_instance();
}

TEST(wmi_sets_the_item)
{
    plug();
    find_instance();
    CHECK_SUCCESS(set_item(TAIL_LIT, &(UCHAR){7}, 1));
    CHECK_EQ(light(), 1);
    CHECK_EQ(query(), 1);
    CHECK_STATUS(set_item(TAIL_LIT + 1, &(UCHAR){0}, 1), STATUS_INVALID_DEVICE_REQUEST);
    CHECK_STATUS(set_item(TAIL_LIT, &(UCHAR){0}, 0), STATUS_WMI_SET_FAILURE);
    CHECK_EQ(light(), 1);
    forget_instance();
}

TEST(sleeps_and_wakes)
{
    plug();
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    find_instance();
    CHECK_SUCCESS(set_item(TAIL_LIT, &(UCHAR){1}, 1));
    CHECK_EQ(light(), 1);
    forget_instance();
}
