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
tap_done
