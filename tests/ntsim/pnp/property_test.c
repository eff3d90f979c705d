/* Properties and registry keys of devices. */
#include "tests/ntsim/pnp/frame.h"

#include "ntsim/pnp/sim.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#define BUS "pnp-bus.sys"

/* DEVICE_REGISTRY_PROPERTY, as documented. */
enum {
    DESCRIPTION = 0,
    HARDWARE_ID = 1,
    LOCATION = 10,
    OBJECT_NAME = 11,
    LEGACY_BUS = 13,
    ENUMERATOR = 15,
    ADDRESS = 16,
    UI_NUMBER = 17
};
enum { BUFFER_TOO_SMALL = 0xC0000023U, NOT_FOUND = 0xC0000034U, INVALID_PARAMETER_2 = 0xC00000F0U };

static char16_t text[256];
static uint32_t size;

static uint32_t get(void *pdo, int32_t property, uint32_t room)
{
    memset(text, 0xFF, sizeof(text));
    return (uint32_t)SYSTEM(int32_t, IoGetDeviceProperty, void *, int32_t, uint32_t, void *,
                            uint32_t *)(pdo, property, room, text, &size);
}

static void *child_of_bus(void)
{
    void *bus = frame_load(BUS, u"TestBus");
    frame_plug(u"Root\\TestBus", &bus, 1);
    CHECK_EQUAL(((uint32_t(MACHINE_ABI *)(uint32_t))frame_symbol(BUS, "bus_insert"))(2), 0);
    SYSTEM(void, SimSettleDevices, void)();
    return ((void *(MACHINE_ABI *)(uint32_t))frame_symbol(BUS, "bus_child"))(2);
}

static void expect_text(void *pdo, int32_t property, const char16_t *wanted, size_t bytes)
{
    CHECK_EQUAL(get(pdo, property, sizeof(text)), 0);
    CHECK_EQUAL(size, bytes);
    CHECK(memcmp(text, wanted, bytes) == 0);
}

static void device_properties(void)
{
    static const char16_t description[] = u"A thing", location[] = u"On the test bus", enumerator[] = u"TestBus",
                          hardware[] = u"TestBus\\Thing_Rev1\0TestBus\\Thing\0";
    void *pdo = child_of_bus();
    expect_text(pdo, DESCRIPTION, description, sizeof(description));
    expect_text(pdo, LOCATION, location, sizeof(location));
    expect_text(pdo, ENUMERATOR, enumerator, sizeof(enumerator));
    expect_text(pdo, HARDWARE_ID, hardware, sizeof(hardware));
    CHECK_EQUAL(get(pdo, ADDRESS, sizeof(text)), 0);
    CHECK_EQUAL(text[0], 2);
    CHECK_EQUAL(get(pdo, UI_NUMBER, sizeof(text)), 0);
    CHECK_EQUAL(text[0], 42);
    CHECK_EQUAL(get(pdo, OBJECT_NAME, sizeof(text)), 0);
    CHECK(memcmp(text, u"\\Device\\", 16) == 0);
    CHECK_EQUAL(get(pdo, LEGACY_BUS, sizeof(text)), NOT_FOUND); /* this bus does not say */
    CHECK_EQUAL(get(pdo, 99, sizeof(text)), INVALID_PARAMETER_2);
}

static void short_buffer(void)
{
    void *pdo = child_of_bus();
    CHECK_EQUAL(get(pdo, DESCRIPTION, 4), BUFFER_TOO_SMALL);
    CHECK_EQUAL(size, sizeof(u"A thing"));
    CHECK_EQUAL(text[0], 0xFFFF);
}

struct property_key {
    uint8_t format[16];
    uint32_t id;
};

static void property_data(void)
{
    static const struct property_key key = {{1, 2, 3}, 7};
    void *pdo = child_of_bus();
    uint32_t value = 5, type = 0;
#define GET(room)                                                                                                      \
    ((uint32_t)SYSTEM(int32_t, IoGetDevicePropertyData, void *, const void *, uint32_t, uint32_t, uint32_t, void *,    \
                      uint32_t *, uint32_t *)(pdo, &key, 0, 0, room, &value, &size, &type))
#define SET(bytes, data)                                                                                               \
    ((uint32_t)SYSTEM(int32_t, IoSetDevicePropertyData, void *, const void *, uint32_t, uint32_t, uint32_t, uint32_t,  \
                      const void *)(pdo, &key, 0, 0, 7, bytes, data))
    CHECK_EQUAL(GET(4), NOT_FOUND);
    CHECK_EQUAL(SET(4, &(uint32_t){0x1234}), 0);
    CHECK_EQUAL(GET(2), BUFFER_TOO_SMALL);
    CHECK_EQUAL(size, 4);
    CHECK_EQUAL(GET(4), 0);
    CHECK_EQUAL(value, 0x1234);
    CHECK_EQUAL(type, 7);
    CHECK_EQUAL(SET(0, NULL), 0);
    CHECK_EQUAL(GET(4), NOT_FOUND);
}

struct unicode_string {
    uint16_t length, room;
    const char16_t *text;
};

static struct unicode_string string(const char16_t *characters, uint16_t bytes)
{
    return (struct unicode_string){bytes, bytes, characters};
}

#define STRING(literal) string(literal, sizeof(literal) - sizeof(char16_t))

static void set_dword(void *key, struct unicode_string name, uint32_t value)
{
    CHECK_EQUAL((uint32_t)SYSTEM(int32_t, ZwSetValueKey, void *, struct unicode_string *, uint32_t, uint32_t,
                                 const void *, uint32_t)(key, &name, 0, 4, &value, sizeof(value)),
                0);
}

static uint32_t dword(void *key, struct unicode_string name)
{
    struct {
        uint32_t index, type, length, data;
    } information = {0};
    uint32_t length;
    CHECK_EQUAL((uint32_t)SYSTEM(int32_t, ZwQueryValueKey, void *, struct unicode_string *, int32_t, void *, uint32_t,
                                 uint32_t *)(key, &name, 2, &information, sizeof(information), &length),
                0);
    return information.data;
}

static void *open_key(void *pdo, uint32_t kind)
{
    void *key;
    CHECK_EQUAL((uint32_t)SYSTEM(int32_t, IoOpenDeviceRegistryKey, void *, uint32_t, uint32_t, void **)(pdo, kind,
                                                                                                        0xF003F, &key),
                0);
    return key;
}

/* The device's own key and its driver's are two, and what is in them stays. */
static void registry_keys(void)
{
    enum { DEVICE = 1, DRIVER = 2 };
    void *pdo = child_of_bus(), *device = open_key(pdo, DEVICE), *driver = open_key(pdo, DRIVER);
    set_dword(device, STRING(u"Value"), 1);
    set_dword(driver, STRING(u"Value"), 2);
    SYSTEM(int32_t, ZwClose, void *)(device);
    SYSTEM(int32_t, ZwClose, void *)(driver);
    CHECK_EQUAL(dword(open_key(pdo, DEVICE), STRING(u"Value")), 1);
    CHECK_EQUAL(dword(open_key(pdo, DRIVER), STRING(u"Value")), 2);
    void *key;
    CHECK_EQUAL(
        (uint32_t)SYSTEM(int32_t, IoOpenDeviceRegistryKey, void *, uint32_t, uint32_t, void **)(pdo, 0, 1, &key),
        0xC000000DU);
}

TEST(device_properties)
TEST(short_buffer)
TEST(property_data)
TEST(registry_keys)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_device_properties),
        cmocka_unit_test(test_short_buffer),
        cmocka_unit_test(test_property_data),
        cmocka_unit_test(test_registry_keys),
    };
    return cmocka_run_group_tests_name("device properties", tests, NULL, NULL);
}
