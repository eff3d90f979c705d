/* What drivers see of the power manager. Expectations are those of the documentation of power IRPs. */
#include "tests/ntsim/pnp/frame.h"

#include "ntsim/po/sim.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

enum { S0 = 1, S3 = 4, S5 = 6 };

static uint32_t set_system_power(int32_t state)
{
    return (uint32_t)SYSTEM(int32_t, SimSetSystemPower, int32_t)(state);
}

static void plug_filtered(void)
{
    void *drivers[2];
    drivers[0] = frame_load("pnp-function.sys", u"Function");
    drivers[1] = frame_load("pnp-function.sys", u"UpperFilter");
    frame_plug(u"Root\\Filtered", drivers, 2);
    frame_forget();
}

/* The owner of policy sends the device's IRP to the top of its stack, and completes the system's when it is done. */
static void sleep_and_wake(void)
{
    plug_filtered();
    CHECK_EQUAL(set_system_power(S3), 0);
    EXPECT("filter query-S 3\nfunction query-S 3\n"
           "filter set-S 3\nfunction set-S 3\nfilter set-D 3\nfunction set-D 3\n");
    CHECK_EQUAL(set_system_power(S0), 0);
    EXPECT("filter set-S 0\nfunction set-S 0\nfilter set-D 0\nfunction set-D 0\n");
}

static void refused_query(void)
{
    plug_filtered();
    *(uint32_t *)frame_symbol("pnp-function.sys", "refused_power") = S3;
    CHECK_EQUAL(set_system_power(S3), 0x80000011U); /* STATUS_DEVICE_BUSY */
    EXPECT("filter query-S 3\nfunction query-S 3\n"
           "filter set-S 0\nfunction set-S 0\nfilter set-D 0\nfunction set-D 0\n");
}

/* Only these three minor codes go by PoRequestPowerIrp. */
static void unknown_request(void)
{
    enum { POWER_SEQUENCE = 1, INVALID_PARAMETER_2 = 0xC00000F0 };
    void *const pdo = frame_plug(u"Root\\Bare", NULL, 0);
    CHECK_EQUAL((uint32_t)SYSTEM(int32_t, PoRequestPowerIrp, void *, uint8_t, int32_t, void *, void *,
                                 void **)(pdo, POWER_SEQUENCE, 1, NULL, NULL, NULL),
                INVALID_PARAMETER_2);
}

TEST(sleep_and_wake)
TEST(refused_query)
TEST(unknown_request)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sleep_and_wake),
        cmocka_unit_test(test_refused_query),
        cmocka_unit_test(test_unknown_request),
    };
    return cmocka_run_group_tests_name("power", tests, NULL, NULL);
}
