#!/bin/sh
# USB: a driver of our own on a model of ours. What the bus and the framework have to do is what their documentation says.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/usb/fixtures/." "$scratch"

# The lines of C in the documentation, with what they leave out, are a test that compiles.
documented() {
    cp -r "$scratch/probe" "$scratch/documented" && rm "$scratch/documented/tests/"* || return 1
    {
        echo 'static const unsigned char device_descriptor[18], configuration[9];'
        awk '/^## USB devices/ { on = 1 } /^```/ { code = on && /^```c/ } on && code && !/^```/ { print } /^## For machines/ { on = 0 }' \
            "$CWDK_SOURCE/docs/testing.md" | sed -e 's/^\.\.\.$/TEST(documented) {/'
        echo '}'
        echo 'static enum sim_usb_answer packet_in(void *c, UCHAR e, UCHAR *d, ULONG r, ULONG *l) { (void)c, (void)e, (void)d, (void)r, (void)l; return SIM_USB_NAK; }'
        echo 'static enum sim_usb_answer packet_out(void *c, UCHAR e, const UCHAR *d, ULONG l) { (void)c, (void)e, (void)d, (void)l; return SIM_USB_NAK; }'
    } > "$scratch/documented/tests/documented.c"
    "$CWDK" test "$scratch/documented" --list
}

check "a driver of request blocks and of USB targets" "$CWDK" test "$scratch/probe"
interleaved() {
    for seed in 1 2 3 4; do
        "$CWDK" test "$scratch/probe" --processors 3 --schedule random --seed "$seed" || return 1
    done
}

check "the same on three processors that take turns in any order" interleaved
check "the example of the documentation compiles" documented
tap_done
