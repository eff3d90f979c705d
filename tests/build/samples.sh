#!/bin/sh
# Microsoft's driver samples, unmodified, straight from their solutions. CWDK_SAMPLES names a checkout of
# github.com/microsoft/Windows-driver-samples; nothing of it is kept.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
if [ ! -d "${CWDK_SAMPLES:-}/general/echo/kmdf" ]; then
    skip "Microsoft's driver samples" "CWDK_SAMPLES does not name a checkout of them"
    tap_done
    exit
fi
export XDG_DATA_HOME="$scratch/home"

# unmodified SAMPLE: the copy is the original, but for what a build adds.
unmodified() { diff -r -x target -x compile_commands.json "$CWDK_SAMPLES/general/$1" "$scratch/$1"; }

# driver SAMPLE FILE MODULE ENTRY: a driver image for each architecture that imports from MODULE, is signed, has a right checksum.
driver() {
    for arch in amd64 arm64; do
        case $arch in amd64) machine=AMD64 ;; arm64) machine=ARM64 ;; esac
        image=$scratch/$1/target/$arch/dev/$2
        check "$1: $arch: $(basename "$2") is a driver for that machine" header "$image" "IMAGE_FILE_MACHINE_$machine" \
            IMAGE_SUBSYSTEM_NATIVE GUARD_CF NX_COMPAT "Name: $3"
        check "$1: $arch: without a section that is writable and executable" no_writable_code "$image"
        check "$1: $arch: the checksum is right" checksum_valid "$image"
        check "$1: $arch: it is signed" sh -c "osslsigncode verify -in '$image' | grep -q 'Number of signers: 1\|Signature Index: 0'"
    done
}

program() {
    for arch in amd64 arm64; do
        check "$1: $arch: $(basename "$2") is a console program" header "$scratch/$1/target/$arch/dev/$2" IMAGE_SUBSYSTEM_WINDOWS_CUI
    done
}

sample() { # sample FOLDER SOLUTION
    mkdir -p "$scratch/$1" && cp -r "$CWDK_SAMPLES/general/$1/." "$scratch/$1"
    check_status "$1 builds from its solution, for both architectures" 0 "$CWDK" build "$scratch/$1/$2" --verify-signature
    check "$1: the sources are as they were" unmodified "$1"
    check "$1: no error or warning of the compiler" sh -c "! grep -E '(error|warning):' '$scratch/out'"
}

sample echo/kmdf kmdfecho.sln
driver echo/kmdf echo-package/echo.sys wdfldr.sys
driver echo/kmdf echo_2-package/echo_2.sys wdfldr.sys
program echo/kmdf echoapp.exe
check "echo: the INX, UTF-16 as it is, is stamped" sh -c "iconv -f UTF-16 '$scratch/echo/kmdf/target/arm64/dev/echo-package/echo.inf' | grep -qi 'NTarm64'"
sample ioctl/wdm ioctl.sln
driver ioctl/wdm sioctl-package/sioctl.sys ntoskrnl.exe
program ioctl/wdm ioctlapp.exe
sample ioctl/kmdf ioctl.sln
driver ioctl/kmdf nonpnp-package/nonpnp.sys wdfldr.sys
program ioctl/kmdf nonpnpapp.exe
check "ioctl/kmdf: the trace header is made" test -f "$scratch/ioctl/kmdf/target/amd64/dev/obj/nonpnp/nonpnp.tmh"
sample event eventsample.sln
driver event wdm-event-package/event.sys ntoskrnl.exe
program event exe-event/event.exe
tap_done
