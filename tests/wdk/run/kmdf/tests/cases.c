/* Each case of the driver, as a test of its own. */
#include <ntsim/ntsim.h>

#include "../public.h"
#include "../src/cases.h"

static void run_case(ULONG number)
{
    ULONG eight = 8, line = ~0u;

    sim_plug("root\\pieces");
    struct sim_file *const file = sim_open_interface(&GUID_DEVINTERFACE_PIECES);
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

TEST(request_sent_on_comes_back)
{
    ULONG room[2] = {0}, moved = 0;

    sim_plug("root\\pieces");
    struct sim_file *const file = sim_open_interface(&GUID_DEVINTERFACE_PIECES);
    CHECK_SUCCESS(sim_ioctl(file, CTL_CODE(FILE_DEVICE_UNKNOWN, 0xC00, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL, 0, room,
                            sizeof room, &moved));
    CHECK_EQ(moved, 1);
}

TEST(files_come_and_go)
{
    struct sim_file *file;

    sim_plug("root\\pieces");
    sim_close(sim_open_interface(&GUID_DEVINTERFACE_PIECES));
    CHECK_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_PIECES, 0, GENERIC_READ, &file));
    sim_close(file);
}
