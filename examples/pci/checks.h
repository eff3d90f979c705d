/* The tests of both drivers. The card is a model: told of a list, it fetches that as a bus master, then the bytes of each piece,
 * and interrupts. */
#include <ntsim/pci.h>
#include <string.h>

#include "public.h"

static struct {
    ULONG address[2], status, result, transfers, pieces;
    bool broken;
} board;

static struct sim_pci card;

static ULONGLONG read_card(void *context, ULONG bar, ULONGLONG offset, ULONG size)
{
    (void)context, (void)bar, (void)size;
    return offset == SUMMER_STATUS ? board.status : offset == SUMMER_RESULT ? board.result : 0;
}

static bool fetch(ULONGLONG address, void *bytes, ULONG length)
{
    return sim_pci_dma(&card, address, bytes, length, false);
}

static bool add_up(ULONG count)
{
    static UCHAR bytes[SUMMER_PART];
    ULONG total = 0;

    board.result = 0;
    if (board.broken || count > SUMMER_PIECES)
        return false;
    for (ULONG i = 0; i < count; i++) {
        struct {
            ULONGLONG address;
            ULONG length, nothing;
        } piece;
        const ULONGLONG list = board.address[0] | (ULONGLONG)board.address[1] << 32;
        if (!fetch(list + i * SUMMER_PIECE, &piece, sizeof piece))
            return false;
        total += piece.length;
        if (total > SUMMER_PART || !fetch(piece.address, bytes, piece.length))
            return false;
        for (ULONG j = 0; j < piece.length; j++)
            board.result += bytes[j];
        board.pieces++;
    }
    return true;
}

static void write_card(void *context, ULONG bar, ULONGLONG offset, ULONG size, ULONGLONG value)
{
    (void)context, (void)bar, (void)size;
    if (offset == SUMMER_COUNT) {
        board.transfers++;
        board.status = add_up((ULONG)value) ? 1 : 2;
        sim_pci_line(&card, true);
    } else if (offset == SUMMER_STATUS) {
        board.status = 0;
        sim_pci_line(&card, false);
    } else if (offset < SUMMER_COUNT) {
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
        many[i] = (UCHAR)i;
    CHECK_SUCCESS(sum(file, many, 5000, &result));
    CHECK_EQ(result, 5000 / 256 * (255 * 256 / 2) + (5000 % 256) * (5000 % 256 - 1) / 2);
    CHECK_EQ(board.transfers, 2);
}

/* 64 KiB are four transfers of 16, none of which has more pieces than the list has room for. */
TEST(what_is_long_takes_several_transfers)
{
    static UCHAR many[SUMMER_MOST];
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG result;

    memset(many, 255, sizeof many);
    CHECK_SUCCESS(sum(file, many, sizeof many, &result));
    CHECK_EQ(result, 255 * SUMMER_MOST);
    CHECK_EQ(board.transfers, SUMMER_MOST / SUMMER_PART);
    CHECK(board.pieces >= board.transfers && board.pieces <= SUMMER_PIECES * board.transfers);
    CHECK_SUCCESS(sum(file, many, SUMMER_PART + 1, &result)); /* the last one is a single byte */
    CHECK_EQ(result, 255 * (SUMMER_PART + 1));
    CHECK_EQ(board.transfers, SUMMER_MOST / SUMMER_PART + 2);
}

TEST(requests_wait_for_each_other)
{
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG first = 0, second = 0;

    struct sim_request *one =
        sim_begin_ioctl(file, IOCTL_SUMMER_SUM, "\1", 1, &first, sizeof first);
    struct sim_request *two =
        sim_begin_ioctl(file, IOCTL_SUMMER_SUM, "\2\3", 2, &second, sizeof second);
    CHECK_SUCCESS(sim_wait(two, NULL));
    CHECK_SUCCESS(sim_wait(one, NULL));
    CHECK_EQ(first, 1);
    CHECK_EQ(second, 5);
}

TEST(an_interrupt_for_nothing_is_nothing)
{
    struct sim_device *device;
    struct sim_file *file = start(&device);
    ULONG result;

    board.status = 1;
    sim_pci_line(&card, true);
    CHECK_EQ(board.status, 0);
    CHECK_SUCCESS(sum(file, "x", 1, &result));
    CHECK_EQ(result, 'x');
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
