/* PnP notification, and what open files do to a removal, as the documentation has it. */
#include "tests/ntsim/pnp/frame.h"

#include "ntsim/pnp/sim.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#define FUNCTION "pnp-function.sys"
#define LISTENER "pnp-listener.sys"

enum { INCLUDE_EXISTING = 1 };

static void *function;

static void load(void)
{
    function = frame_load(FUNCTION, u"Function");
    frame_load(LISTENER, u"Listener");
    *(bool *)frame_symbol(FUNCTION, "has_interface") = true;
}

static void *plug(void)
{
    return frame_plug(u"Root\\Thing", &function, 1);
}

static uint32_t unplug(void *pdo, bool surprise)
{
    return (uint32_t)SYSTEM(int32_t, SimUnplug, void *, bool)(pdo, surprise);
}

static uint32_t ask(const char *name, const void *pointer, uint32_t number)
{
    return ((uint32_t(MACHINE_ABI *)(const void *, uint32_t))frame_symbol(LISTENER, name))(pointer, number);
}

static const void *interface_class(void)
{
    return frame_symbol(FUNCTION, "interface_class");
}

static void settle(void)
{
    SYSTEM(void, SimSettleDevices, void)();
}

static void interfaces_come_and_go(void)
{
    load();
    CHECK_EQUAL(ask("listen_interfaces", interface_class(), INCLUDE_EXISTING), 0);
    EXPECT("");
    void *pdo = plug();
    EXPECT("function add\nfunction filter-requirements\nfunction start\nfunction started\nfunction capabilities\n"
           "function state\nfunction relations 0\nlistener arrival\n");
    CHECK_EQUAL(unplug(pdo, false), 0);
    EXPECT("function relations 3\nfunction query-remove\nfunction remove\nlistener removal\n");
    CHECK_EQUAL(ask("stop_listening", NULL, 0), 0);
    plug();
    EXPECT("function add\nfunction filter-requirements\nfunction start\nfunction started\nfunction capabilities\n"
           "function state\nfunction relations 0\n");
}

static void existing_interfaces(void)
{
    load();
    plug();
    frame_forget();
    CHECK_EQUAL(ask("listen_interfaces", interface_class(), INCLUDE_EXISTING), 0);
    EXPECT("listener arrival\n");
    CHECK_EQUAL(ask("listen_interfaces", interface_class(), 0), 0);
    EXPECT("");
}

/* Who closes his file lets the device go. */
static void target_is_removed(void)
{
    load();
    void *pdo = plug();
    CHECK_EQUAL(ask("listen_target", interface_class(), 0), 0);
    frame_forget();
    CHECK_EQUAL(unplug(pdo, false), 0);
    EXPECT("function relations 3\nlistener query-remove\nfunction query-remove\nlistener remove-complete\n"
           "function remove\n");
}

static void target_is_kept(void)
{
    load();
    void *pdo = plug();
    *(bool *)frame_symbol(LISTENER, "keeps_open") = true;
    CHECK_EQUAL(ask("listen_target", interface_class(), 0), 0);
    frame_forget();
    CHECK_EQUAL(unplug(pdo, false), 0xC0000001U);
    EXPECT("function relations 3\nlistener query-remove\nlistener remove-cancelled\n");
}

/* The remove comes when the last file is closed. */
static void surprise_with_open_file(void)
{
    load();
    void *pdo = plug();
    CHECK_EQUAL(ask("listen_target", interface_class(), 0), 0);
    frame_forget();
    CHECK_EQUAL(unplug(pdo, true), 0);
    EXPECT("function surprise-removal\nlistener remove-complete\n");
    ask("close_target", NULL, 0);
    settle();
    EXPECT("function remove\n");
}

static void custom_change(void)
{
    load();
    void *pdo = plug();
    CHECK_EQUAL(ask("listen_target", interface_class(), 0), 0);
    frame_forget();
    CHECK_EQUAL(ask("report_change", pdo, 0), 0x103); /* STATUS_PENDING */
    settle();
    EXPECT("listener custom\n");
}

TEST(interfaces_come_and_go)
TEST(existing_interfaces)
TEST(target_is_removed)
TEST(target_is_kept)
TEST(surprise_with_open_file)
TEST(custom_change)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_interfaces_come_and_go),  cmocka_unit_test(test_existing_interfaces),
        cmocka_unit_test(test_target_is_removed),       cmocka_unit_test(test_target_is_kept),
        cmocka_unit_test(test_surprise_with_open_file), cmocka_unit_test(test_custom_change),
    };
    return cmocka_run_group_tests_name("PnP notification", tests, NULL, NULL);
}
