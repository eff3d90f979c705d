/* What drivers see of the PnP manager. Expectations are those of the documentation of PnP. */
#include "tests/ntsim/pnp/frame.h"

#include "ntsim/pnp/sim.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#define BUS      "pnp-bus.sys"
#define FUNCTION "pnp-function.sys"

#define IDENTIFICATION                                                                                                 \
    "pdo id 0\npdo id 3\npdo id 1\npdo id 2\npdo id 5\npdo capabilities\npdo text\npdo text\npdo bus-information\n"    \
    "pdo resources\npdo requirements\n"

static void *bus_pdo;

static void settle(void)
{
    SYSTEM(void, SimSettleDevices, void)();
}

static void plug_bus(void)
{
    void *bus = frame_load(BUS, u"TestBus"), *function = frame_load(FUNCTION, u"Function");
    CHECK_EQUAL(
        SYSTEM(int32_t, SimRegisterDriver, const char16_t *, void *const *, uint32_t)(u"testbus\\thing", &function, 1),
        0);
    bus_pdo = frame_plug(u"Root\\TestBus", &bus, 1);
}

static void insert(uint32_t slot)
{
    CHECK_EQUAL(((uint32_t(MACHINE_ABI *)(uint32_t))frame_symbol(BUS, "bus_insert"))(slot), 0);
    settle();
}

static void take(uint32_t slot)
{
    ((void(MACHINE_ABI *)(uint32_t))frame_symbol(BUS, "bus_take"))(slot);
    settle();
}

static void *child(uint32_t slot)
{
    return ((void *(MACHINE_ABI *)(uint32_t))frame_symbol(BUS, "bus_child"))(slot);
}

static uint32_t unplug(void *pdo, bool surprise)
{
    return (uint32_t)SYSTEM(int32_t, SimUnplug, void *, bool)(pdo, surprise);
}

static void let(const char *image, const char *name, uint32_t value)
{
    *(uint32_t *)frame_symbol(image, name) = value;
}

/* "Adding a PnP Device to a Running System". */
static void arrival(void)
{
    plug_bus();
    EXPECT("bus add\nbus filter-requirements\nbus start\nbus started\nbus capabilities\nbus state\nbus relations 0\n");
    insert(1);
    EXPECT("bus relations 0\n" IDENTIFICATION "function add\nfunction filter-requirements\npdo filter-requirements\n"
           "function start\npdo start\npdo port 776\nfunction started\n"
           "function capabilities\npdo capabilities\nfunction state\npdo state\n"
           "function relations 0\npdo relations 0\n");
}

/* Each gets its own range; the third finds none left and does not start. */
static void resources(void)
{
    plug_bus();
    insert(0);
    insert(1);
    frame_forget();
    insert(2);
    EXPECT("bus relations 0\n" IDENTIFICATION "function add\nfunction filter-requirements\npdo filter-requirements\n"
           "function start\npdo start\npdo port 792\nfunction started\n"
           "function capabilities\npdo capabilities\nfunction state\npdo state\n"
           "function relations 0\npdo relations 0\n");
    insert(3);
    EXPECT("bus relations 0\n" IDENTIFICATION "function add\nfunction filter-requirements\npdo filter-requirements\n"
           "function remove\npdo remove\n");
}

static void departure(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    take(0);
    EXPECT("bus relations 0\nfunction surprise-removal\npdo surprise-removal\n"
           "function remove\npdo remove\npdo deleted 0\n");
    insert(0);
    frame_forget();
}

/* The drivers leave; the PDO stays until the bus drops it. */
static void disabled(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    CHECK_EQUAL(unplug(child(0), false), 0);
    EXPECT("function relations 3\npdo relations 3\nfunction query-remove\npdo query-remove\n"
           "function remove\npdo remove\n");
    CHECK(child(0));
    CHECK_EQUAL(SYSTEM(int32_t, SimRestart, void *)(child(0)), 0);
    EXPECT("function add\nfunction filter-requirements\npdo filter-requirements\nfunction start\npdo start\n"
           "pdo port 776\nfunction started\nfunction capabilities\npdo capabilities\nfunction state\npdo state\n"
           "function relations 0\npdo relations 0\n");
    CHECK_EQUAL(unplug(child(0), false), 0);
    frame_forget();
    take(0);
    EXPECT("bus relations 0\npdo remove\npdo deleted 0\n");
}

static void refused_removal(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    let(FUNCTION, "refused_minor", 1); /* IRP_MN_QUERY_REMOVE_DEVICE */
    CHECK_EQUAL(unplug(bus_pdo, false), 0xC0000001U);
    EXPECT("function relations 3\npdo relations 3\nbus relations 3\n"
           "function query-remove\nfunction cancel-remove\npdo cancel-remove\n");
}

/* Children before their parent. */
static void bus_removal(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    CHECK_EQUAL(unplug(bus_pdo, false), 0);
    EXPECT("function relations 3\npdo relations 3\nbus relations 3\n"
           "function query-remove\npdo query-remove\nbus query-remove\n"
           "function remove\npdo remove\nbus remove\n");
}

static void bus_surprise(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    CHECK_EQUAL(unplug(bus_pdo, true), 0);
    EXPECT("function surprise-removal\npdo surprise-removal\nbus surprise-removal\n"
           "function remove\npdo remove\nbus remove\n");
}

static void rebalance(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    CHECK_EQUAL(SYSTEM(int32_t, SimRebalance, void *)(child(0)), 0);
    EXPECT("function query-stop\npdo query-stop\nfunction stop\npdo stop\n"
           "function filter-requirements\npdo filter-requirements\nfunction start\npdo start\npdo port 784\n"
           "function started\nfunction relations 0\npdo relations 0\n");
    let(FUNCTION, "refused_minor", 5); /* IRP_MN_QUERY_STOP_DEVICE */
    CHECK_EQUAL((uint32_t)SYSTEM(int32_t, SimRebalance, void *)(child(0)), 0xC0000001U);
    EXPECT("function query-stop\nfunction cancel-stop\npdo cancel-stop\n");
    let(FUNCTION, "refused_minor", 0); /* IRP_MN_START_DEVICE */
    CHECK_EQUAL((uint32_t)SYSTEM(int32_t, SimRebalance, void *)(child(0)), 0xC0000001U);
    EXPECT("function query-stop\npdo query-stop\nfunction stop\npdo stop\n"
           "function filter-requirements\npdo filter-requirements\nfunction start\n"
           "function surprise-removal\npdo surprise-removal\nfunction remove\npdo remove\n");
}

static void failed_start(void)
{
    plug_bus();
    frame_forget();
    let(FUNCTION, "refused_minor", 0);
    insert(0);
    EXPECT("bus relations 0\n" IDENTIFICATION "function add\nfunction filter-requirements\npdo filter-requirements\n"
           "function start\nfunction remove\npdo remove\n");
}

/* IoInvalidateDeviceState, and PNP_DEVICE_FAILED in answer to the question that follows. */
static void failed_device(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    let(FUNCTION, "device_state", 4);
    SYSTEM(void, IoInvalidateDeviceState, void *)(child(0));
    settle();
    EXPECT("function state\npdo state\nfunction surprise-removal\npdo surprise-removal\nfunction remove\npdo remove\n");
    CHECK(child(0));
}

static void eject(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    SYSTEM(void, IoRequestDeviceEject, void *)(child(0));
    settle();
    EXPECT("function relations 3\npdo relations 3\nfunction relations 1\npdo relations 1\n"
           "function query-remove\npdo query-remove\nfunction remove\npdo remove\n"
           "pdo eject\nbus relations 0\npdo remove\npdo deleted 0\n");
}

static void removal_relations(void)
{
    plug_bus();
    insert(0);
    insert(1);
    *(void **)frame_symbol(BUS, "removal_relation") = child(1);
    frame_forget();
    CHECK_EQUAL(unplug(child(0), false), 0);
    EXPECT("function relations 3\npdo relations 3\nfunction relations 3\npdo relations 3\n"
           "function query-remove\npdo query-remove\nfunction query-remove\npdo query-remove\n"
           "function remove\npdo remove\nfunction remove\npdo remove\n");
}

static void without_drivers(void)
{
    void *bus = frame_load(BUS, u"TestBus");
    frame_plug(u"Root\\TestBus", &bus, 1);
    frame_forget();
    insert(0);
    EXPECT("bus relations 0\n" IDENTIFICATION);
    *(bool *)frame_symbol(BUS, "raw_children") = true;
    insert(1);
    EXPECT("bus relations 0\n" IDENTIFICATION "pdo filter-requirements\npdo start\npdo port 776\npdo capabilities\n"
           "pdo state\npdo relations 0\n");
}

static void duplicate_instances(void)
{
    plug_bus();
    *(bool *)frame_symbol(BUS, "same_instances") = true;
    insert(0);
    insert(1);
}

static void not_a_pdo(void)
{
    plug_bus();
    insert(0);
    void *const top = SYSTEM(void *, IoGetAttachedDevice, void *)(child(0));
    SYSTEM(void, IoInvalidateDeviceState, void *)(top);
}

/* Children before their parents on the way down, parents first on the way up. */
static void power_order(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    CHECK_EQUAL(SYSTEM(int32_t, SimSetSystemPower, int32_t)(4), 0);
    EXPECT("function query-S 3\npdo query-S 3\nbus query-S 3\n"
           "function set-S 3\npdo set-S 3\nfunction set-D 3\npdo set-D 3\nbus set-S 3\nbus set-D 3\n");
    CHECK_EQUAL(SYSTEM(int32_t, SimSetSystemPower, int32_t)(1), 0);
    EXPECT("bus set-S 0\nbus set-D 0\nfunction set-S 0\npdo set-S 0\nfunction set-D 0\npdo set-D 0\n");
}

static void reported_device(void)
{
    frame_load(FUNCTION, u"Function");
    CHECK_EQUAL(((uint32_t(MACHINE_ABI *)(void))frame_symbol(FUNCTION, "report_device"))(), 0);
    settle();
    EXPECT("function add\nfunction filter-requirements\nfunction start\nfunction started\nfunction capabilities\n"
           "function state\nfunction relations 0\n");
}

static void usage(void)
{
    plug_bus();
    insert(0);
    frame_forget();
    CHECK_EQUAL(SYSTEM(int32_t, SimDeviceUsage, void *, int32_t, bool)(child(0), 1, true), 0);
    EXPECT("function usage\npdo usage\n");
}

TEST(arrival)
TEST(resources)
TEST(departure)
TEST(disabled)
TEST(refused_removal)
TEST(bus_removal)
TEST(bus_surprise)
TEST(rebalance)
TEST(failed_start)
TEST(failed_device)
TEST(eject)
TEST(removal_relations)
TEST(without_drivers)
TEST(power_order)
TEST(usage)
TEST(reported_device)
STOPS(duplicate_instances, 0xCA, 1)
STOPS(not_a_pdo, 0xCA, 2)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrival),
        cmocka_unit_test(test_resources),
        cmocka_unit_test(test_departure),
        cmocka_unit_test(test_disabled),
        cmocka_unit_test(test_refused_removal),
        cmocka_unit_test(test_bus_removal),
        cmocka_unit_test(test_bus_surprise),
        cmocka_unit_test(test_rebalance),
        cmocka_unit_test(test_failed_start),
        cmocka_unit_test(test_failed_device),
        cmocka_unit_test(test_eject),
        cmocka_unit_test(test_removal_relations),
        cmocka_unit_test(test_without_drivers),
        cmocka_unit_test(test_power_order),
        cmocka_unit_test(test_usage),
        cmocka_unit_test(test_reported_device),
        cmocka_unit_test(test_duplicate_instances),
        cmocka_unit_test(test_not_a_pdo),
    };
    return cmocka_run_group_tests_name("PnP", tests, NULL, NULL);
}
