/* Each case of the driver, as a test of its own. */
#include <ntsim/ntsim.h>

#include "../public.h"
#include "../src/cases.h"

static void run_case(ULONG number)
{
    ULONG eight = 8, line = ~0u;

    sim_plug("root\\mine");
    struct sim_file *const file = sim_open_interface(&GUID_DEVINTERFACE_MINE);
    CHECK_STATUS(sim_ioctl(file, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + number, METHOD_BUFFERED, FILE_ANY_ACCESS),
                           &eight, sizeof eight, &line, sizeof line, NULL),
                 STATUS_SUCCESS);
    CHECK_EQ(line, 0); /* else the line of an expectation that does not hold */
}

#define RUN_CASE_TEST(name)                                                                                            \
    TEST(name)                                                                                                         \
    {                                                                                                                  \
        run_case(CASE_##name);                                                                                         \
    }
RUN_CASES(RUN_CASE_TEST)
