/*
 * For the tests of entries: a request to the gallery's device. GALLERY_MANY: all entries of a kind are one driver,
 * whose DriverEntry (gallery_test.sh writes it) is that of the entry whose number stands in its service key. So TEST of
 * an entry is a function here, which GALLERY_ENTRY makes the test of a driver.
 */
#include <ntsim/ntsim.h>

#define GALLERY_STEP(step) (0x00220000u | (0x800u + (step)) << 2) /* METHOD_BUFFERED, FILE_ANY_ACCESS */

#ifdef GALLERY_MANY
#undef TEST
#define TEST(name) static void gallery_run(void)
#define GALLERY_ENTRY(name, number)                                                                                    \
    TEST_UNLOADED(name)                                                                                                \
    {                                                                                                                  \
        sim_set_registry(NULL, L"Entry", 4 /* REG_DWORD */, &(ULONG){number}, sizeof(ULONG));                          \
        CHECK_SUCCESS(sim_load());                                                                                     \
        gallery_run();                                                                                                 \
    }
#endif

static inline struct sim_file *gallery_open(void)
{
    return sim_open(L"\\\\.\\Gallery");
}

static inline NTSTATUS gallery_step(struct sim_file *file, ULONG step)
{
    char buffer[64] = {0};
    ULONG moved;
    return sim_ioctl(file, GALLERY_STEP(step), buffer, sizeof(buffer), buffer, sizeof(buffer), &moved);
}
