/* Each case of the driver, as a test of its own. */
#include <ntsim/ntsim.h>

#include "../public.h"
#include "../src/cases.h"

static void run_case(ULONG number)
{
    static const UCHAR bytes[] = {1, 2, 3};
    ULONG eight = 8, line = ~0u;

    sim_set_registry(L"Parameters", L"Text", 1 /* REG_SZ */, L"seven", sizeof L"seven");
    sim_set_registry(L"Parameters", L"LongText", 1 /* REG_SZ */, L"too long for it", sizeof L"too long for it");
    sim_set_registry(L"Parameters", L"Bytes", 3 /* REG_BINARY */, bytes, sizeof bytes);
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

#define CODE(number) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (number), METHOD_BUFFERED, FILE_ANY_ACCESS)

/* Taking it out and cancelling it meet on two processors: one of them gets it. The first is surely cancelled, the
 * second surely taken. */
TEST_PROCESSORS(parked_request_has_one_end, 2)
{
    ULONG cancelled = 0, taken = 0;

    sim_plug("root\\pieces");
    struct sim_file *const file = sim_open_interface(&GUID_DEVINTERFACE_PIECES);
    for (ULONG i = 0; i < 24; i++) {
        struct sim_request *const parked = sim_begin_ioctl(file, CODE(0x401), NULL, 0, NULL, 0);
        if (i == 0)
            sim_cancel(parked);
        struct sim_request *const taker = sim_begin_ioctl(file, CODE(0x402), NULL, 0, NULL, 0);
        if (i > 1)
            sim_cancel(parked);
        const NTSTATUS status = sim_wait(parked, NULL);
        CHECK_STATUS(sim_wait(taker, NULL), status == STATUS_SUCCESS ? STATUS_SUCCESS : STATUS_NO_MORE_ENTRIES);
        CHECK(status == STATUS_SUCCESS || status == STATUS_CANCELLED);
        cancelled += status == STATUS_CANCELLED;
        taken += status == STATUS_SUCCESS;
    }
    CHECK(cancelled > 0 && taken > 0);
}

TEST(request_goes_back_into_its_queue)
{
    ULONG room[2], moved = 0;

    sim_plug("root\\pieces");
    struct sim_file *const file = sim_open_interface(&GUID_DEVINTERFACE_PIECES);
    CHECK_SUCCESS(sim_ioctl(file, CODE(0x403), NULL, 0, room, sizeof room, &moved));
    CHECK_EQ(moved, 3);
}

TEST(stop_range_of_control_code)
{
    sim_plug("root\\pieces");
    sim_ioctl(sim_open_interface(&GUID_DEVINTERFACE_PIECES), CODE(0x404), NULL, 0, NULL, 0, NULL);
}

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

TEST(programs_find_it_while_it_is_shown)
{
    struct sim_file *other;

    sim_plug("root\\pieces");
    struct sim_file *const file = sim_open_interface(&GUID_DEVINTERFACE_PIECES);
    CHECK_SUCCESS(sim_ioctl(file, CODE(0x405), NULL, 0, NULL, 0, NULL));
    CHECK(!NT_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_PIECES, 0, GENERIC_READ, &other)));
    CHECK_SUCCESS(sim_ioctl(file, CODE(0x406), NULL, 0, NULL, 0, NULL));
    CHECK_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_PIECES, 0, GENERIC_READ, &other));
}
