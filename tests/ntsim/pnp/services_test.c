/* Services of the I/O and power managers, from a driver's side. */
#include "tests/ntsim/pnp/frame.h"

#include "ntsim/po/sim.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#define SERVICES "pnp-services.sys"

/* A function of the driver finds nothing wrong. */
static void try(const char *name, uint64_t argument)
{
    const int line = ((int(MACHINE_ABI *)(uint64_t))frame_symbol(SERVICES, name))(argument);
    if (line != 0)
        child_fail(name, line, "not as documented", 0);
}

static void load(void)
{
    frame_load(SERVICES, u"Services");
}

#define DRIVER_CASE(name)                                                                                              \
    static void name(void)                                                                                             \
    {                                                                                                                  \
        load();                                                                                                        \
        try(#name, 0);                                                                                                 \
    }

DRIVER_CASE(share_access)
DRIVER_CASE(device_timer)
DRIVER_CASE(start_io_queue)
DRIVER_CASE(idle_detection)
DRIVER_CASE(start_io_deferred)
DRIVER_CASE(access_check)
DRIVER_CASE(wmi_block)
DRIVER_CASE(wmi_event)
DRIVER_CASE(wmi_instance_numbers)

static void wmi_library(void)
{
    frame_load("pnp-provider.sys", u"Provider");
    const int line = ((int(MACHINE_ABI *)(void))frame_symbol("pnp-provider.sys", "wmi_library"))();
    if (line != 0)
        child_fail("wmi_library", line, "not as documented", 0);
}

static void power_setting(void)
{
    load();
    const void *const source = frame_symbol(SERVICES, "power_source");
    try("power_setting_begins", 0);
    CHECK_EQUAL(SYSTEM(int32_t, SimSetPowerSetting, const void *, const void *, uint32_t)(source, &(uint32_t){1}, 4),
                0);
    try("power_setting_changed", 0);
    CHECK_EQUAL(SYSTEM(int32_t, SimSetPowerSetting, const void *, const void *, uint32_t)(source, &(uint32_t){0}, 4),
                0);
    try("power_setting_ended", 0);
}

static void shutdown_notice(void)
{
    load();
    try("shutdown_registers", 0);
    CHECK_EQUAL(SYSTEM(int32_t, SimSetSystemPower, int32_t)(6), 0); /* PowerSystemShutdown */
    try("shutdown_came", 0);
}

static void *pdo;

static void register_device(void)
{
    load();
    pdo = frame_plug(u"Root\\Components", NULL, 0);
    try("framework_register", (uint64_t)(uintptr_t)pdo);
}

/* Idle: the condition first, then the deepest state, then the device when all are. Active: the other way round. */
static void framework_order(void)
{
    register_device();
    EXPECT("");
    try("framework_start", 0);
    EXPECT("pofx idle 0\npofx idle 1\npofx first F 2\npofx not required\n");
    try("framework_activate", 0);
    EXPECT("pofx required\npofx first F 0\npofx active 0\ndriver goes on\n");
    try("framework_activate", 0);
    EXPECT("driver goes on\n");
    try("framework_idle", 0);
    EXPECT("driver goes on\n");
    try("framework_idle", 0);
    EXPECT("pofx idle 0\npofx first F 2\npofx not required\ndriver goes on\n");
    try("framework_unregister", 0);
}

/* What its users bear, and what it can wake from, limit the state. */
static void framework_limits(void)
{
    register_device();
    try("framework_activate", 1); /* the device keeps its power */
    frame_forget();
    try("framework_latency", 20000);
    try("framework_start", 0);
    EXPECT("pofx idle 0\npofx first F 1\n");
    try("framework_latency", 500000);
    EXPECT("pofx first F 0\npofx first F 2\n"); /* never from one low state right to another */
    try("framework_wake", 1);
    EXPECT("pofx first F 0\npofx first F 1\n");
    try("framework_latency", 10);
    EXPECT("pofx first F 0\n");
}

static void framework_timeout(void)
{
    register_device();
    try("framework_timeout", 5);
    try("framework_start", 0);
    EXPECT("pofx idle 0\npofx idle 1\npofx first F 2\n");
    try("framework_pass_seconds", 4);
    try("framework_activate", 1);
    EXPECT("pofx active 1\ndriver goes on\n");
    try("framework_pass_seconds", 10);
    try("framework_idle", 1);
    EXPECT("pofx idle 1\ndriver goes on\n");
    try("framework_pass_seconds", 4);
    EXPECT("");
    try("framework_pass_seconds", 2);
    EXPECT("pofx not required\n");
}

static void registered_twice(void)
{
    register_device();
    try("framework_register", (uint64_t)(uintptr_t)pdo);
}

static void idle_without_active(void)
{
    register_device();
    try("framework_start", 0);
    try("framework_idle", 0);
}

TEST(share_access)
TEST(device_timer)
TEST(start_io_queue)
TEST(idle_detection)
TEST(start_io_deferred)
TEST(access_check)
TEST(shutdown_notice)
TEST(wmi_block)
TEST(wmi_library)
TEST(wmi_event)
TEST(wmi_instance_numbers)
TEST(power_setting)
TEST(framework_order)
TEST(framework_limits)
TEST(framework_timeout)
STOPS(registered_twice, 0xA0, 0x600)
STOPS(idle_without_active, 0xA0, 0x608)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_start_io_deferred),    cmocka_unit_test(test_access_check),
        cmocka_unit_test(test_shutdown_notice),      cmocka_unit_test(test_wmi_block),
        cmocka_unit_test(test_wmi_library),          cmocka_unit_test(test_wmi_event),
        cmocka_unit_test(test_wmi_instance_numbers), cmocka_unit_test(test_share_access),
        cmocka_unit_test(test_device_timer),         cmocka_unit_test(test_start_io_queue),
        cmocka_unit_test(test_idle_detection),       cmocka_unit_test(test_power_setting),
        cmocka_unit_test(test_framework_order),      cmocka_unit_test(test_framework_limits),
        cmocka_unit_test(test_framework_timeout),    cmocka_unit_test(test_registered_twice),
        cmocka_unit_test(test_idle_without_active),
    };
    return cmocka_run_group_tests_name("services of Io and Po", tests, NULL, NULL);
}
