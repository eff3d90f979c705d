/* Cards come and go. Devices are found and lost on a thread of the system, so tests let some time go by. */
#include <ntsim/ntsim.h>

#include "../public.h"

static struct sim_file *start(void)
{
    sim_plug("root\\slots");
    return sim_open_interface(&GUID_DEVINTERFACE_SLOTS);
}

static NTSTATUS ask(struct sim_file *bus, ULONG code, ULONG slot)
{
    const NTSTATUS status = sim_ioctl(bus, code, &slot, sizeof slot, NULL, 0, NULL);
    sim_advance(10);
    return status;
}

/* Which slots have a card that can be opened, a bit each. */
static ULONG cards(void)
{
    ULONG found = 0, slot;
    struct sim_file *card;

    for (ULONG i = 0; i <= SLOTS; i++)
        if (NT_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_CARD, i, GENERIC_READ, &card))) {
            CHECK_SUCCESS(sim_ioctl(card, IOCTL_CARD_SLOT, NULL, 0, &slot, sizeof slot, NULL));
            found |= 1U << slot;
            sim_close(card);
        }
    return found;
}

TEST(cards_come_and_go)
{
    struct sim_file *bus = start();

    CHECK_EQ(cards(), 0);
    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 2));
    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 0));
    CHECK_EQ(cards(), 1 << 2 | 1);
    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_UNPLUG, 2));
    CHECK_EQ(cards(), 1);
    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 2));
    CHECK_EQ(cards(), 1 << 2 | 1);
}

TEST(a_slot_holds_one_card)
{
    struct sim_file *bus = start();

    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 1));
    CHECK_STATUS(ask(bus, IOCTL_SLOTS_PLUG, 1), STATUS_OBJECT_NAME_COLLISION);
    CHECK_STATUS(ask(bus, IOCTL_SLOTS_UNPLUG, 3), STATUS_NO_SUCH_DEVICE);
    CHECK_STATUS(ask(bus, IOCTL_SLOTS_PLUG, SLOTS), STATUS_INVALID_PARAMETER);
    CHECK_EQ(cards(), 1 << 1);
}

TEST(a_card_goes_while_it_is_open)
{
    struct sim_file *bus = start();
    struct sim_file *card;
    ULONG slot;

    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 3));
    card = sim_open_interface(&GUID_DEVINTERFACE_CARD);
    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_UNPLUG, 3));
    CHECK(!NT_SUCCESS(sim_ioctl(card, IOCTL_CARD_SLOT, NULL, 0, &slot, sizeof slot, NULL)));
    sim_close(card);
    sim_advance(10);
    CHECK_EQ(cards(), 0);
}

TEST(the_bus_goes_with_its_cards)
{
    struct sim_device *device = sim_plug("root\\slots");
    struct sim_file *bus = sim_open_interface(&GUID_DEVINTERFACE_SLOTS);

    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 0));
    CHECK_SUCCESS(ask(bus, IOCTL_SLOTS_PLUG, 1));
    sim_close(bus);
    sim_unplug(device);
    CHECK_EQ(cards(), 0);
}
