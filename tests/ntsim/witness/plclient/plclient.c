/* powerlimit/plclient: a device whose power can be limited, in two domains with three limits each. */
#include <ntsim/ntsim.h>

#include "../powerlimitclient_drvinterface.h"

/* poclass.h */
DEFINE_GUID(device_interface, 0x8F366301, 0x091E, 0x4056, 0xB9, 0x2F, 0x95, 0x8B, 0x27, 0x62, 0x5F, 0xCE);

enum { LIMITS = 6, PER_DOMAIN = 3, CONTINUOUS = 0 };
static const ULONG no_control = ~0U;

struct attributes { /* POWER_LIMIT_ATTRIBUTES */
    ULONG type, domain, max, min, min_time, max_time, default_ac, default_dc, flags;
};
struct value { /* POWER_LIMIT_VALUE */
    ULONG type, domain, target, time;
};

static struct sim_file *open_device(void)
{
    sim_plug(NULL);
    return sim_open_interface(&device_interface);
}

TEST(six_limits)
{
    ULONG count = 0, moved;
    CHECK_SUCCESS(
        sim_ioctl(open_device(), IOCTL_POWERLIMIT_CLIENT_QUERY_LIMIT_COUNT, NULL, 0, &count, sizeof(count), &moved));
    CHECK_EQ(moved, sizeof(count));
    CHECK_EQ(count, LIMITS);
}

TEST(their_attributes)
{
    struct attributes got[LIMITS];
    ULONG moved;
    CHECK_SUCCESS(
        sim_ioctl(open_device(), IOCTL_POWERLIMIT_CLIENT_QUERY_ATTRIBUTES, NULL, 0, got, sizeof(got), &moved));
    CHECK_EQ(moved, sizeof(got));
    for (ULONG i = 0; i < LIMITS; i++) {
        CHECK_EQ(got[i].domain, i / PER_DOMAIN);
        CHECK_EQ(got[i].type, i % PER_DOMAIN);
        CHECK_EQ(got[i].max, PLCLIENT_DEFAULT_MAX_VALUE);
        CHECK_EQ(got[i].min, PLCLIENT_DEFAULT_MIN_VALUE);
        CHECK_EQ(got[i].default_ac, no_control);
        CHECK_EQ(got[i].default_dc, no_control);
        CHECK_EQ(got[i].flags & 1, got[i].type == CONTINUOUS); /* SupportTimeParameter */
    }
}

TEST(nothing_is_limited_at_first)
{
    struct value got[LIMITS];
    CHECK_SUCCESS(sim_ioctl(open_device(), IOCTL_POWERLIMIT_CLIENT_QUERY_LIMITS, NULL, 0, got, sizeof(got), NULL));
    for (ULONG i = 0; i < LIMITS; i++) {
        CHECK_EQ(got[i].target, no_control);
        CHECK_EQ(got[i].time, no_control);
    }
}

TEST(other_sizes_and_codes)
{
    struct sim_file *file = open_device();
    ULONG data[2];
    CHECK_STATUS(sim_ioctl(file, IOCTL_POWERLIMIT_CLIENT_QUERY_LIMIT_COUNT, NULL, 0, data, sizeof(data), NULL),
                 STATUS_BUFFER_OVERFLOW);
    CHECK_STATUS(sim_ioctl(file, IOCTL_POWERLIMIT_CLIENT_QUERY_ATTRIBUTES, NULL, 0, data, sizeof(data), NULL),
                 STATUS_BUFFER_OVERFLOW);
    CHECK_STATUS(sim_ioctl(file, POWERLIMITCLIENT_IOCTL(0x803), NULL, 0, NULL, 0, NULL), STATUS_NOT_SUPPORTED);
}

/* The codes ask for FILE_WRITE_DATA: the I/O manager refuses who did not open for writing. */
TEST(who_only_reads_is_refused)
{
    struct sim_file *file;
    ULONG count;
    sim_plug(NULL);
    CHECK_SUCCESS(sim_try_open_interface(&device_interface, 0, GENERIC_READ, &file));
    CHECK_STATUS(sim_ioctl(file, IOCTL_POWERLIMIT_CLIENT_QUERY_LIMIT_COUNT, NULL, 0, &count, sizeof(count), NULL),
                 STATUS_ACCESS_DENIED);
}
