/* general/pcidrv: what MYPING does, on a model of the controller and a cable that leads to the test. */
#include "nic.h"

#include "../../public.h"

enum { OID_PACKET_FILTER = 0x0001010E, OID_CURRENT_ADDRESS = 0x01010102, DIRECTED_AND_BROADCAST = 1 | 8, HEADER = 14 };
#define IOCTL_QUERY_OID CTL_CODE(FILE_DEVICE_NETWORK, 0x201, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_SET_OID   CTL_CODE(FILE_DEVICE_NETWORK, 0x205, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)

static struct nic nic;
static const UCHAR ours[6] = {0x02, 0xA0, 0xC9, 0x12, 0x56, 0x78}, others[6] = {2, 2, 2, 2, 2, 2};

/* The link is looked for a tenth of a second after the start. */
static struct sim_device *plug(void)
{
    nic_init(&nic);
    struct sim_device *device = sim_plug_pci(&nic.card);
    sim_advance(1000);
    return device;
}

static struct sim_file *open_nic(void)
{
    const ULONG filter[2] = {OID_PACKET_FILTER, DIRECTED_AND_BROADCAST};
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_PCIDRV);
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_SET_OID, filter, sizeof(filter), NULL, 0, NULL));
    return file;
}

static void make(UCHAR *frame, ULONG size, const UCHAR to[6], const UCHAR from[6])
{
    memcpy(frame, to, 6);
    memcpy(frame + 6, from, 6);
    for (ULONG i = 12; i < size; i++)
        frame[i] = (UCHAR)(i * 3 + size);
}

TEST(it_starts_and_tests_itself)
{
    ULONG query[3] = {OID_CURRENT_ADDRESS};
    plug();
    CHECK_EQ(nic.self_tests, 1);
    CHECK_EQ(nic.faults, 0);
    CHECK_BYTES(nic.address, ours, sizeof(ours)); /* from the EEPROM, into the controller */
    struct sim_file *file = open_nic();
    CHECK_SUCCESS(sim_ioctl(file, IOCTL_QUERY_OID, query, sizeof(query), query, sizeof(query), NULL));
    CHECK_BYTES(&query[1], ours, sizeof(ours));
}

TEST(frames_are_sent)
{
    UCHAR frame[NIC_FRAME];
    plug();
    struct sim_file *file = open_nic();
    for (ULONG size = 60; size <= NIC_FRAME; size += 101) {
        make(frame, size, others, ours);
        CHECK_SUCCESS(sim_write(file, frame, size, NULL));
        CHECK_EQ(nic.sent_size[nic.sent_count - 1], size);
        CHECK_BYTES(nic.sent[nic.sent_count - 1], frame, size);
    }
    CHECK_EQ(nic.faults, 0);
}

TEST(frames_are_received)
{
    UCHAR frame[NIC_FRAME], got[NIC_FRAME];
    ULONG moved;
    plug();
    struct sim_file *file = open_nic();
    for (ULONG size = 60; size <= NIC_FRAME; size += 37) {
        struct sim_request *request = sim_begin_read(file, got, sizeof(got));
        make(frame, size, others, ours);
        CHECK(!nic_receive(&nic, frame, size));
        CHECK(!sim_poll(request));
        make(frame, size, ours, others);
        CHECK(nic_receive(&nic, frame, size));
        CHECK_SUCCESS(sim_wait(request, &moved));
        CHECK_EQ(moved, size);
        CHECK_BYTES(got, frame, size);
    }
}

/* More than there are descriptors in the ring: each goes back to the controller. */
TEST(pings_go_and_come)
{
    UCHAR frame[100], got[100];
    plug();
    struct sim_file *file = open_nic();
    for (int i = 0; i < 200; i++) {
        struct sim_request *request = sim_begin_read(file, got, sizeof(got));
        make(frame, sizeof(frame), others, ours);
        frame[HEADER] = (UCHAR)i;
        CHECK_SUCCESS(sim_write(file, frame, sizeof(frame), NULL));
        make(frame, sizeof(frame), ours, others);
        frame[HEADER] = nic.sent[(nic.sent_count - 1) % NIC_SENT][HEADER];
        CHECK(nic_receive(&nic, frame, sizeof(frame)));
        CHECK_SUCCESS(sim_wait(request, NULL));
        CHECK_EQ(got[HEADER], (UCHAR)i);
    }
    CHECK_EQ(nic.sent_count, 200);
    CHECK_EQ(nic.faults, 0);
}

TEST(a_read_that_waits_is_cancelled)
{
    UCHAR got[100];
    plug();
    struct sim_request *request = sim_begin_read(open_nic(), got, sizeof(got));
    CHECK(!sim_poll(request));
    CHECK_SUCCESS(sim_cancel(request));
    CHECK_STATUS(sim_wait(request, NULL), STATUS_CANCELLED);
}

TEST(it_sleeps_with_the_system)
{
    UCHAR frame[100];
    plug();
    struct sim_file *file = open_nic();
    make(frame, sizeof(frame), others, ours);
    CHECK_SUCCESS(sim_write(file, frame, sizeof(frame), NULL));
    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_EQ(sim_pci_power_state(&nic.card), SIM_PCI_D3);
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    sim_advance(1000);
    CHECK_SUCCESS(sim_write(file, frame, sizeof(frame), NULL));
    CHECK_EQ(nic.sent_count, 2);
    CHECK_EQ(nic.faults, 0);
}

TEST(it_is_pulled)
{
    UCHAR got[100];
    struct sim_device *device = plug();
    struct sim_file *file = open_nic();
    struct sim_request *request = sim_begin_read(file, got, sizeof(got));
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_wait(request, NULL)));
    sim_close(file);
}

/* "Watchdog Timer DPC to monitor the device state" */
TEST(a_controller_that_hangs_is_reset)
{
    UCHAR frame[100];
    ULONG moved;
    plug();
    struct sim_file *file = open_nic();
    make(frame, sizeof(frame), others, ours);
    nic.stuck = true;
    const ULONG resets = nic.resets;
    struct sim_request *request = sim_begin_write(file, frame, sizeof(frame));
    sim_advance(1000);
    CHECK(!sim_poll(request));
    sim_advance(20000);
    CHECK(nic.resets > resets);
    CHECK_SUCCESS(sim_wait(request, &moved)); /* so the driver says of frames that a reset loses */
    CHECK_EQ(moved, 0);
    nic.stuck = false;
    CHECK_SUCCESS(sim_write(file, frame, sizeof(frame), NULL));
}

TEST(without_a_cable_it_starts)
{
    nic_init(&nic);
    nic.cable = false;
    sim_plug_pci(&nic.card);
    sim_advance(60000);
    CHECK_EQ(nic.faults, 0);
}

TEST(it_is_stopped_for_other_resources)
{
    UCHAR frame[100];
    struct sim_device *device = plug();
    struct sim_file *file = open_nic();
    make(frame, sizeof(frame), others, ours);
    CHECK_SUCCESS(sim_rebalance(device));
    sim_advance(1000);
    CHECK_SUCCESS(sim_write(file, frame, sizeof(frame), NULL));
    CHECK_EQ(nic.faults, 0);
}
