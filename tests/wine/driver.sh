#!/bin/sh
# The WDM template, built by cwdk, under Wine: SetupAPI installs it through its INF, the service manager starts it, the PnP
# manager adds its device, a Win32 program opens and uses the device, and the driver is stopped and unloaded again. The very
# image that cwdk makes runs here on a kernel that others wrote.
#
# Three things are different, since Wine 8.0 lacks them: IoForwardIrpSynchronously and KeGetCurrentIrql, which wine_lacks.c
# brings, and the matching of the version decoration in the INF's models section.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"

if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
    skip "a WDM driver runs under Wine" "gcc-mingw-w64-x86-64 is not installed"
    tap_done
    exit
fi
if ! wine_start; then
    skip "a WDM driver runs under Wine" "wine64 is not installed"
    tap_done
    exit
fi
cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home"

check "the template is made" "$CWDK" new witness --wdm
cp "$CWDK_SOURCE/tests/wine/wine_lacks.c" witness/src
sed -i 's/IoForwardIrpSynchronously/ForwardAndWait/' witness/src/pnp.c
echo 'BOOLEAN ForwardAndWait(PDEVICE_OBJECT DeviceObject, PIRP Irp);' >>witness/src/driver.h
sed -i 's/\.10\.0\.\.\.[0-9]*//' witness/witness.inx
check "the client builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -DPROJECT_NAME='"witness"' -DPROJECT_UPPER=WITNESS \
    -Iwitness -o client.exe "$CWDK_SOURCE/tests/wine/driver_client.c" -lsetupapi -lnewdev -ladvapi32

cat >wanted <<'TEXT'
installed, service running
query: 12 bytes, length 0, reads 0, writes 0
write: 4096
read: 4096, the same bytes, the byte after is EE
query: 12 bytes, length 4096, reads 1, writes 1
write too long: error 1784
short query: error 122
unknown request: error 1
query: 12 bytes, length 0, reads 1, writes 1
removed, service stopped
service deleted
TEXT
# Wine keeps what it installed, and does not copy a driver over one of the same version: taken away before and after.
forget() { find "$wine_prefix/drive_c/windows" -iname "witness.*" -exec rm -f {} +; }
forget
for profile in dev release; do
    check "$profile: cwdk builds the package" "$CWDK" build witness --arch amd64 --profile $profile
    inf=$(wine_path "$scratch/witness/target/amd64/$profile/witness-package/witness.inf")
    wine 60 ./client.exe "$inf" >client.out 2>&1
    tr -d '\r' <client.out >got
    check "$profile: it is installed, started, answers rightly and unloads" diff -u wanted got
    wine_stop # a kernel that has never seen the driver, for the next one
    check "$profile: that image was installed" cmp "witness/target/amd64/$profile/witness-package/witness.sys" \
        "$wine_prefix/drive_c/windows/system32/unknown/witness.sys"
    forget
done
tap_done
