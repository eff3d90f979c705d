/* The card, as a model: it fetches the bytes as a bus master when it is told their number, and interrupts. */
#include <ntsim/pci.h>

#include "../public.h"

static struct {
    ULONG address[2], status, result, transfers;
    bool broken;
} board;

static struct sim_pci card;

static ULONGLONG read_card(void *context, ULONG bar, ULONGLONG offset, ULONG size)
{
    (void)context, (void)bar, (void)size;
    return offset == SUMMER_STATUS ? board.status : offset == SUMMER_RESULT ? board.result : 0;
}

static void add_up(ULONG length)
{
    static UCHAR bytes[SUMMER_MOST];
    const ULONGLONG address = board.address[0] | (ULONGLONG)board.address[1] << 32;

    board.transfers++;
    board.result = 0;
    board.status = 2;
    if (!board.broken && length <= sizeof bytes && sim_pci_dma(&card, address, bytes, length, false)) {
        for (ULONG i = 0; i < length; i++)
            board.result += bytes[i];
        board.status = 1;
    }
    sim_pci_line(&card, true);
}

static void write_card(void *context, ULONG bar, ULONGLONG offset, ULONG size, ULONGLONG value)
{
    (void)context, (void)bar, (void)size;
    if (offset == SUMMER_LENGTH) {
        add_up((ULONG)value);
    } else if (offset == SUMMER_STATUS) {
        board.status = 0;
        sim_pci_line(&card, false);
    } else if (offset < SUMMER_LENGTH) {
        board.address[offset / 4] = (ULONG)value;
    }
}

/* Behind an IOMMU, so that the card reaches nothing but what the driver has given it. */
static struct sim_file *start(struct sim_device **device)
{
    card = (struct sim_pci){.vendor = 0x1234,
                            .device = 0x50AD,
                            .base_class = 0xFF,
                            .bars = {{SIM_PCI_MEMORY, 0x1000, false}},
                            .line = true,
                            .power_management = true,
                            .remapped = true,
                            .read = read_card,
                            .write = write_card};
    *device = sim_plug_pci(&card);
    return sim_open_interface(&GUID_DEVINTERFACE_SUMMER);
}

static NTSTATUS sum(struct sim_file *file, const void *bytes, ULONG size, ULONG *result)
{
    return sim_ioctl(file, IOCTL_SUMMER_SUM, bytes, size, result, sizeof *result, NULL);
}

TEST(bytes_are_added_up)
{
    static UCHAR many[SUMMER_MOST];
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG result;

    CHECK_SUCCESS(sum(file, "\1\2\3", 3, &result));
    CHECK_EQ(result, 6);
    for (ULONG i = 0; i < sizeof many; i++)
        many[i] = 255;
    CHECK_SUCCESS(sum(file, many, sizeof many, &result));
    CHECK_EQ(result, 255 * SUMMER_MOST);
    CHECK_EQ(board.transfers, 2);
}

TEST(too_much_never_reaches_the_card)
{
    static UCHAR many[SUMMER_MOST + 1];
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG result;

    CHECK_STATUS(sum(file, many, sizeof many, &result), STATUS_BUFFER_TOO_SMALL);
    CHECK_STATUS(sim_ioctl(file, IOCTL_SUMMER_SUM, many, 1, &result, 3, NULL), STATUS_BUFFER_TOO_SMALL);
    CHECK_EQ(board.transfers, 0);
}

TEST(the_cards_errors_are_told)
{
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG result;

    board.broken = true;
    CHECK_STATUS(sum(file, "x", 1, &result), STATUS_IO_DEVICE_ERROR);
    board.broken = false;
    CHECK_SUCCESS(sum(file, "x", 1, &result));
}

TEST(it_works_after_sleep_and_with_other_resources)
{
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG result;

    CHECK_SUCCESS(sim_system_power(SIM_S3));
    CHECK_SUCCESS(sim_system_power(SIM_WORKING));
    CHECK_SUCCESS(sum(file, "\1\2", 2, &result));
    CHECK_SUCCESS(sim_rebalance(device));
    CHECK_SUCCESS(sum(file, "\1\2", 2, &result));
    CHECK_EQ(result, 3);
}
