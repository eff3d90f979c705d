#!/bin/sh
# Programs of Microsoft's driver samples, unmodified, built from their own projects for both architectures, and run under
# Wine as far as they get without their devices; and the ioctl sample whole: its program installs its driver, opens it, and
# gets the driver's answer. CWDK_SAMPLES names the folder of the samples.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"

if [ ! -d "${CWDK_SAMPLES:-}/general" ]; then
    skip "programs of Microsoft's samples" "CWDK_SAMPLES does not name their folder"
    tap_done
    exit
fi
cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home"
cp -r "$CWDK_SAMPLES/general" general && chmod -R u+w general
have_wine=no
if wine_start; then have_wine=yes; fi

is_arm64() { llvm-readobj-19 --file-headers "$1" | grep -q MACHINE_ARM64; }

# sample FOLDER PROGRAM ARGUMENTS LINE: builds it; run with those arguments it says that line.
sample() {
    check "$1: builds" "$CWDK" build "general/$1" --arch all --profile release
    check "$1: is there for arm64, too" is_arm64 "general/$1/target/arm64/release/$2"
    if [ $have_wine = no ]; then
        skip "$1: runs" "wine64 is not installed"
        return
    fi
    # shellcheck disable=SC2086 # the arguments are words
    wine 20 "general/$1/target/amd64/release/$2" $3 >out 2>/dev/null </dev/null
    tr -d '\r' <out >"$scratch/out.lines" && mv out.lines out
    check_output "$1: says what it should" "$4"
}

sample echo/kmdf/exe echoapp.exe "" '^Error 0x13 retrieving device interface list size'
sample event/exe event.exe "" '^event <delay> <0/1>'
sample ioctl/kmdf/exe nonpnpapp.exe "" 'NONPNP.sys is not loaded'

# The program leaves its service behind when a request fails.
check "ioctl/wdm: program and driver build" "$CWDK" build general/ioctl/wdm --arch amd64 --profile release
if [ $have_wine = no ]; then
    skip "ioctl/wdm: the driver answers" "wine64 is not installed"
else
    wine_forget_service SIOCTL
    # The program looks for the driver in the current folder. Wine 8.0 answers the buffered request and has no mapping of MDLs
    # for the next one.
    mkdir both && cp general/ioctl/wdm/target/amd64/release/ioctlapp.exe both &&
        cp general/ioctl/wdm/target/amd64/release/sioctl-package/sioctl.sys both
    cd both || exit 1
    wine 30 ./ioctlapp.exe >../out 2>/dev/null </dev/null
    cd .. || exit 1
    check_output "ioctl/wdm: the driver answers" 'OutBuffer (38): This String is from Device Driver !!!'
    wine_forget_service SIOCTL
fi
tap_done
