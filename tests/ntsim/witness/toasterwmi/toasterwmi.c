/* general/toaster, the featured driver's WMI: device information of which one item can be written, a control with three
 * methods ("ToasterControl1" adds one, "2" adds two numbers, "3" adds one to both), and an event (toaster.mof, wmi.c).
 */
#include <ntsim/ntsim.h>

#include <string.h>

#define SYSTEM_CALL __attribute__((ms_abi))

DEFINE_GUID(INFORMATION, 0xbba21300, 0x6dd3, 0x11d2, 0xb8, 0x44, 0x00, 0xc0, 0x4f, 0xad, 0x51, 0x71);
DEFINE_GUID(CONTROL, 0xcaae7d9f, 0xacf7, 0x4737, 0xa4, 0xe9, 0x01, 0xc2, 0x9d, 0x3f, 0xe1, 0x94);
DEFINE_GUID(NOTHING, 0xcaae7d9f, 0xacf7, 0x4737, 0xa4, 0xe9, 0x01, 0xc2, 0x9d, 0x3f, 0xe1, 0x95);

struct string {
    USHORT length, maximum;
    const WCHAR *buffer;
};

/* WNODE_SINGLE_INSTANCE */
struct node {
    ULONG size, provider, version, linkage;
    LONGLONG time;
    GUID guid;
    ULONG client, flags;
    ULONG name_at, index, data_at, data_size;
    UCHAR rest[512];
};

/* The first members of ToasterDeviceInformation. */
struct information {
    ULONG connector, capacity, errors, controls, debug_level;
};

static struct string instance(const WCHAR *text)
{
    USHORT units = 0;
    while (text[units])
        units++;
    return (struct string){units * 2, units * 2, text};
}

static NTSTATUS open_block(const GUID *guid, void **block)
{
    typedef NTSTATUS SYSTEM_CALL open(const GUID *guid, ULONG access, void **block);
    return ((open *)sim_system_function("IoWMIOpenBlock"))(guid, 1 /* WMIGUID_QUERY */, block);
}

static void close_block(void *block)
{
    typedef LONGLONG SYSTEM_CALL dereference(void *object);
    ((dereference *)sim_system_function("ObfDereferenceObject"))(block);
}

static NTSTATUS query(void *block, struct string name, struct node *node, ULONG *size)
{
    typedef NTSTATUS SYSTEM_CALL query_single(void *, struct string *, ULONG *, void *);
    return ((query_single *)sim_system_function("IoWMIQuerySingleInstance"))(block, &name, size, node);
}

static NTSTATUS set(void *block, struct string name, void *data, ULONG size)
{
    typedef NTSTATUS SYSTEM_CALL set_single(void *, struct string *, ULONG version, ULONG, void *);
    return ((set_single *)sim_system_function("IoWMISetSingleInstance"))(block, &name, 1, size, data);
}

static NTSTATUS set_item(void *block, struct string name, ULONG item, ULONG value)
{
    typedef NTSTATUS SYSTEM_CALL set_single(void *, struct string *, ULONG item, ULONG version, ULONG, void *);
    return ((set_single *)sim_system_function("IoWMISetSingleItem"))(block, &name, item, 1, sizeof(value), &value);
}

static NTSTATUS execute(void *block, struct string name, ULONG method, ULONG in, ULONG *out, void *data)
{
    typedef NTSTATUS SYSTEM_CALL method_call(void *, struct string *, ULONG, ULONG, ULONG *, void *);
    return ((method_call *)sim_system_function("IoWMIExecuteMethod"))(block, &name, method, in, out, data);
}

static struct string toaster_name(ULONG number)
{
    static WCHAR text[] = u"{b85b7c50-6a01-11d2-b841-00c04fad5171}\\MsToaster\\0000_0";
    text[sizeof(text) / 2 - 4] = (WCHAR)('0' + number);
    return instance(text);
}

TEST(information_is_read_and_its_item_written)
{
    struct node node;
    struct information information;
    ULONG size = sizeof(node);
    void *block;
    sim_plug(NULL);
    CHECK_SUCCESS(open_block(&INFORMATION, &block));
    CHECK_SUCCESS(query(block, toaster_name(0), &node, &size));
    memcpy(&information, (UCHAR *)&node + node.data_at, sizeof(information));
    CHECK_EQ(information.capacity, 2000);
    CHECK_EQ(information.controls, 5);
    CHECK_SUCCESS(set_item(block, toaster_name(0), 5, 3));
    CHECK_STATUS(set_item(block, toaster_name(0), 2, 3), STATUS_WMI_READ_ONLY);
    information.debug_level = 4;
    information.capacity = 1; /* cannot be written, and is left alone */
    CHECK_SUCCESS(query(block, toaster_name(0), &node, &size));
    CHECK_EQ(((struct information *)((UCHAR *)&node + node.data_at))->debug_level, 3);
    CHECK_SUCCESS(set(block, toaster_name(0), &information, sizeof(information)));
    size = sizeof(node);
    CHECK_SUCCESS(query(block, toaster_name(0), &node, &size));
    memcpy(&information, (UCHAR *)&node + node.data_at, sizeof(information));
    CHECK_EQ(information.debug_level, 4);
    CHECK_EQ(information.capacity, 2000);
    size = 10;
    CHECK_STATUS(query(block, toaster_name(0), &node, &size), STATUS_BUFFER_TOO_SMALL);
    CHECK(size > 10);
    close_block(block);
}

TEST(methods)
{
    ULONG data[2] = {41, 0}, out = sizeof(ULONG);
    void *block;
    sim_plug(NULL);
    CHECK_SUCCESS(open_block(&CONTROL, &block));
    CHECK_SUCCESS(execute(block, toaster_name(0), 1, sizeof(ULONG), &out, data));
    CHECK_EQ(out, sizeof(ULONG));
    CHECK_EQ(data[0], 42);
    data[0] = 20;
    data[1] = 3;
    CHECK_SUCCESS(execute(block, toaster_name(0), 2, sizeof(data), &out, data));
    CHECK_EQ(data[0], 23);
    data[0] = 1;
    data[1] = 2;
    out = sizeof(data);
    CHECK_SUCCESS(execute(block, toaster_name(0), 3, sizeof(data), &out, data));
    CHECK_EQ(data[0], 2);
    CHECK_EQ(data[1], 3);
    CHECK_STATUS(execute(block, toaster_name(0), 4, sizeof(data), &out, data), STATUS_WMI_ITEMID_NOT_FOUND);
    CHECK_STATUS(execute(block, toaster_name(0), 2, sizeof(ULONG), &out, data), STATUS_INVALID_PARAMETER_MIX);
    close_block(block);
}

TEST(each_toaster_has_its_own)
{
    struct node node;
    ULONG size = sizeof(node), value = 7;
    void *block;
    sim_plug(NULL);
    struct sim_device *second = sim_plug(NULL);
    CHECK_STATUS(open_block(&NOTHING, &block), STATUS_WMI_GUID_NOT_FOUND);
    CHECK_SUCCESS(open_block(&CONTROL, &block));
    CHECK_SUCCESS(set(block, toaster_name(1), &value, sizeof(value)));
    CHECK_SUCCESS(query(block, toaster_name(1), &node, &size));
    CHECK_EQ(*(ULONG *)((UCHAR *)&node + node.data_at), 7);
    size = sizeof(node);
    CHECK_SUCCESS(query(block, toaster_name(0), &node, &size));
    CHECK_EQ(*(ULONG *)((UCHAR *)&node + node.data_at), 25);
    sim_unplug(second);
    size = sizeof(node);
    CHECK_STATUS(query(block, toaster_name(1), &node, &size), STATUS_WMI_INSTANCE_NOT_FOUND);
    CHECK_SUCCESS(query(block, toaster_name(0), &node, &size));
    close_block(block);
}
