/* pofx/WDF/Driver/MultiComp: a device of four components, each of which the power framework powers by itself.
 * "The data for component number 'X' is simply '~X'" (AppInterface.h). */
#include <ntsim/ntsim.h>

#include "../../../../inc/AppInterface.h"

static struct sim_file *open_device(void)
{
    sim_plug(NULL);
    return sim_open_interface(&GUID_DEVINTERFACE_POWERFX);
}

static void read_component(struct sim_file *file, ULONG component)
{
    ULONG data = 0, moved;
    CHECK_SUCCESS(sim_ioctl(file, (ULONG)IOCTL_POWERFX_READ_COMPONENT, &component, sizeof(component), &data,
                            sizeof(data), &moved));
    CHECK_EQ(moved, sizeof(data));
    CHECK_EQ(data, ~component);
}

TEST(each_component_answers)
{
    struct sim_file *file = open_device();
    for (ULONG i = 0; i < COMPONENT_COUNT; i++)
        read_component(file, i);
}

/* PowerFxApp pauses between its requests; components and device go to sleep meanwhile. */
TEST(components_answer_after_a_pause)
{
    struct sim_file *file = open_device();
    for (ULONG i = 0; i < 8; i++) {
        read_component(file, i % COMPONENT_COUNT);
        sim_advance(30000);
    }
}

TEST(all_components_at_once)
{
    enum { REQUESTS = 100 };
    struct sim_file *file = open_device();
    struct sim_request *requests[REQUESTS];
    ULONG component[REQUESTS], data[REQUESTS];
    for (ULONG i = 0; i < REQUESTS; i++) {
        component[i] = i % COMPONENT_COUNT;
        requests[i] = sim_begin_ioctl(file, (ULONG)IOCTL_POWERFX_READ_COMPONENT, &component[i], sizeof(component[i]),
                                      &data[i], sizeof(data[i]));
    }
    for (ULONG i = 0; i < REQUESTS; i++) {
        CHECK_SUCCESS(sim_wait(requests[i], NULL));
        CHECK_EQ(data[i], ~component[i]);
    }
}

TEST(wrong_sizes_and_codes_are_refused)
{
    struct sim_file *file = open_device();
    ULONG component[2] = {0}, data;
    CHECK_STATUS(
        sim_ioctl(file, (ULONG)IOCTL_POWERFX_READ_COMPONENT, component, sizeof(component), &data, sizeof(data), NULL),
        STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_ioctl(file, (ULONG)IOCTL_POWERFX_READ_COMPONENT, component, sizeof(*component), &data, 1, NULL),
                 STATUS_INVALID_PARAMETER);
    CHECK_STATUS(sim_ioctl(file, 0x222000, component, sizeof(*component), &data, sizeof(data), NULL),
                 STATUS_INVALID_PARAMETER);
}

/* The driver takes the program's number as the index of its array of four queues. */
TEST_BUG_CHECK(a_component_that_it_does_not_have, PAGE_FAULT_IN_NONPAGED_AREA)
{
    ULONG component = 0x40000000, data;
    sim_ioctl(open_device(), (ULONG)IOCTL_POWERFX_READ_COMPONENT, &component, sizeof(component), &data, sizeof(data),
              NULL);
}
