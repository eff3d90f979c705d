/* tools/kasan/samples/KasanDemo-WDM: a driver that reads beside its buffers where it is asked to, as its application
 * asks it: by the index right behind each buffer. KASAN finds these on Windows, and --sanitize here. */
#include <ntsim/ntsim.h>

#include "../kasantrigger.h"

static struct sim_file *open_device(void)
{
    return sim_open(u"\\\\.\\KasanTrigger");
}

static void read_at(ULONG code, ULONG index)
{
    UCHAR value = 0;
    ULONG moved = 0;
    CHECK_SUCCESS(sim_ioctl(open_device(), code, &index, sizeof(index), &value, sizeof(value), &moved));
    CHECK_EQ(moved, sizeof(value));
}

/* The macro that it looks at is the compiler's for AddressSanitizer; whether the driver is instrumented is the run's
 * affair. */
TEST(info)
{
    BOOLEAN instrumented = 2;
    ULONG moved = 0;
    CHECK_SUCCESS(
        sim_ioctl(open_device(), (ULONG)IOCTL_KASANTRIGGER_INFO, NULL, 0, &instrumented, sizeof(instrumented), &moved));
    CHECK_EQ(moved, sizeof(instrumented));
    CHECK(instrumented == FALSE || instrumented == TRUE);
}

TEST(stack_inside)
{
    read_at((ULONG)IOCTL_KASANTRIGGER_OOBR_STACK, KASANTRIGGER_ARRAY_SIZE - 1);
}

TEST(global_inside)
{
    read_at((ULONG)IOCTL_KASANTRIGGER_OOBR_GLOBAL, KASANTRIGGER_ARRAY_SIZE - 1);
}

TEST(stack_outside)
{
    read_at((ULONG)IOCTL_KASANTRIGGER_OOBR_STACK, KASANTRIGGER_ARRAY_SIZE);
}

TEST(global_outside)
{
    read_at((ULONG)IOCTL_KASANTRIGGER_OOBR_GLOBAL, KASANTRIGGER_ARRAY_SIZE);
}

TEST(heap_outside)
{
    read_at((ULONG)IOCTL_KASANTRIGGER_OOBR_HEAP, KASANTRIGGER_ARRAY_SIZE);
}

TEST(wrong_lengths_are_refused)
{
    UCHAR byte = 0;
    CHECK_STATUS(
        sim_ioctl(open_device(), (ULONG)IOCTL_KASANTRIGGER_OOBR_STACK, &byte, sizeof(byte), &byte, sizeof(byte), NULL),
        STATUS_INVALID_PARAMETER);
}
