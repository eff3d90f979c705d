/* general/registry/regfltr: a driver that filters registry calls, of its own making, and says which of its samples went
 * as its comments tell. */
#include <ntsim/ntsim.h>

/* common.h of the sample's program */
#define SAMPLE_CODE(number) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (number), METHOD_BUFFERED, FILE_ANY_ACCESS)
#define DO_SAMPLES          SAMPLE_CODE(0)
#define REGISTER            SAMPLE_CODE(1)
#define UNREGISTER          SAMPLE_CODE(2)
#define GET_VERSION         SAMPLE_CODE(3)

enum sample {
    PRE_BLOCK,
    PRE_BYPASS,
    POST_ERROR,
    POST_SUCCESS,
    TRANSACTION_REPLAY,
    TRANSACTION_ENLIST,
    ALTITUDE_BLOCK,
    ALTITUDE_INTERNAL,
    CALL_CONTEXT,
    OBJECT_CONTEXT,
    OPEN_V1,
    SAMPLES
};

TEST(the_samples_of_kernel_mode)
{
    UCHAR succeeded[SAMPLES];
    ULONG moved;
    CHECK_SUCCESS(sim_ioctl(sim_open(L"\\\\.\\RegFltr"), DO_SAMPLES, NULL, 0, succeeded, sizeof(succeeded), &moved));
    CHECK_EQ(moved, sizeof(succeeded));
    for (int i = 0; i < SAMPLES; i++)
        if (!succeeded[i] && i != TRANSACTION_REPLAY && i != TRANSACTION_ENLIST) /* there are no transactions */
            FAIL("sample %d", i);
}

/* What the program does: callbacks by number, until it says so or the driver goes. */
TEST(callbacks_come_and_go)
{
    struct {
        ULONG mode;
        WCHAR altitude[10];
    } input = {0 /* CALLBACK_MODE_PRE_NOTIFICATION_BLOCK */, L"380010"};
    struct sim_file *file = sim_open(L"\\\\.\\RegFltr");
    LONGLONG cookie = 0;
    ULONG version[2];
    CHECK_SUCCESS(sim_ioctl(file, GET_VERSION, NULL, 0, version, sizeof(version), NULL));
    CHECK_EQ(version[0], 1);
    CHECK_EQ(version[1], 1);
    CHECK_SUCCESS(sim_ioctl(file, REGISTER, &input, sizeof(input), &cookie, sizeof(cookie), NULL));
    CHECK(!NT_SUCCESS(sim_ioctl(file, REGISTER, &input, sizeof(input), &cookie, sizeof(cookie), NULL)));
    CHECK_SUCCESS(sim_ioctl(file, UNREGISTER, &cookie, sizeof(cookie), NULL, 0, NULL));
    CHECK(!NT_SUCCESS(sim_ioctl(file, UNREGISTER, &cookie, sizeof(cookie), NULL, 0, NULL)));
}
