#!/bin/sh
# A WDM driver on PCI cards that its tests model: configuration space, BARs, lines and messages, DMA, power.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1
cp -r "$CWDK_SOURCE/tests/ntsim/pci/fixtures/card" .

for options in "--seed 0" "--seed 5" "--seed 5 --processors 2"; do
    # shellcheck disable=SC2086
    check_status "cards, $options" 0 "$CWDK" test card $options
    check_output "all of them" '^[0-9]* tests: [0-9]* passed, 0 failed'
done

# Which of the rules of DMA it is, and where it was broken.
sed -i 's/^TEST_BUG_CHECK(\(.*\), DRIVER_VERIFIER_DMA_VIOLATION)/TEST(\1)/' card/tests/card.c
violation() { # violation TEST MESSAGE PLACE
    check_status "$1 fails" 1 "$CWDK" test card "$1" --seed 0
    check_output "$1: what is wrong" "$2"
    check_output "$1: where" "$3"
}
violation what_is_not_flushed 'freed without FlushAdapterBuffers' 'card.sys!OnChannel *dma.c'
violation map_registers_are_freed_once 'map registers are freed that were not allocated' 'card.sys!OnChannel *dma.c'
violation lists_are_put_once 'a scatter/gather list is freed that is none' 'card.sys!OnList *dma.c'
violation map_registers_are_freed_before 'put with map registers that were not freed' 'card.sys!CardDma *dma.c'
violation channels_are_asked_for 'called at another IRQL than DISPATCH_LEVEL' 'card.sys!CardDma *dma.c'
violation an_address_lies 'an address that its MDL does not describe' 'card.sys!MoveParts *dma.c'
violation common_buffers_are_freed_once 'a common buffer is freed that was not allocated so' 'card.sys!CardCommon *dma.c'
violation common_buffers_are_freed_before 'put with common buffers that were not freed' 'card.sys!CardCommon *dma.c'
violation channels_are_freed_once 'a channel is freed that was not allocated\|an adapter channel is freed' 'card.sys!CardCancel *dma.c'
violation what_is_not_mapped 'a device reads memory that is not mapped for it' 'card.sys!OnList *dma.c'
violation a_freed_common_buffer 'a device writes to memory that is not mapped' 'card.sys!CardCommon *dma.c'

# Cards that cannot be.
cat >card/tests/card.c <<'C'
#include <ntsim/pci.h>
static struct sim_pci card = {.vendor = 0x1234, .device = 0xABCD}, other = {.vendor = 0x1234, .device = 0xABCD, .slot = 5};
TEST(odd_size)
{
    card.bars[0] = (struct sim_pci_bar){SIM_PCI_MEMORY, 0x1800, false};
    sim_plug_pci(&card);
}
TEST(wide_at_the_end)
{
    card.bars[5] = (struct sim_pci_bar){SIM_PCI_MEMORY_64, 0x1000, false};
    sim_plug_pci(&card);
}
TEST(many_ports)
{
    card.bars[0] = (struct sim_pci_bar){SIM_PCI_PORTS, 0x1000, false};
    sim_plug_pci(&card);
}
TEST(three_messages)
{
    card.messages = 3;
    sim_plug_pci(&card);
}
TEST(table_nowhere)
{
    card.vectors = 3;
    sim_plug_pci(&card);
}
TEST(taken_slot)
{
    struct sim_device *device;
    card.slot = 5;
    sim_try_plug_pci(&card, &device);
    sim_try_plug_pci(&other, &device);
}
TEST(unknown)
{
    card.vendor = 0x4321;
    sim_plug_pci(&card);
}
C
impossible() { # impossible TEST MESSAGE
    check_status "$1 cannot be" 1 "$CWDK" test card "$1" --seed 0
    check_output "$1: why" "$2"
}
impossible odd_size 'the size of a BAR is a power of two'
impossible wide_at_the_end 'a BAR of 64 bits takes the next one, too'
impossible many_ports '4 to 256 ports'
impossible three_messages 'a capability does not fit, or its numbers are none that PCI has'
impossible table_nowhere 'a capability does not fit, or its numbers are none that PCI has'
impossible taken_slot 'the slot is taken'
impossible unknown 'INF has no device PCI.VEN_4321&DEV_ABCD, nor one that is compatible'
tap_done
