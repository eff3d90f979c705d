#!/bin/sh
# cwdk deploy to a Wine prefix: the WDM template is built, installed, started and talked to by its program; a second version
# takes its place; a third, which fails in DriverEntry, is rolled back; then the driver is taken away. Bad input leaves the
# prefix as it was.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"

# What needs no Wine comes first: definitions of targets.
cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/config"
unset DISPLAY
# Wine goes on in the background for a while, without the lock of tests/wine.
deploy() { "$CWDK" deploy "$@" 9>&-; }
# A program in a new session of Wine, which brings the driver up by itself.
anew() { wine_end; wine 60 "$1" 2>/dev/null | tr -d "\r"; }
check "the template is made" "$CWDK" new parcel --wdm
check_status "an unknown target is bad input" 2 "$CWDK" deploy nowhere parcel
check_output "and is named" "error.DEP0001.: there is no target 'nowhere'"
cp parcel/cwdk.yaml plain.yaml
printf 'targets:\n  lab:\n    kind: ssh\n    password: hunter2\n' >>parcel/cwdk.yaml
check_status "a password in the project is refused" 2 "$CWDK" deploy lab parcel
check_output "by its place" "cwdk.yaml:1[0-9]:5"
check_output "and key" "error.DEP0002.: 'password'"
if grep -q hunter2 out; then not_ok "without showing it" out; else ok "without showing it"; fi
mkdir -p config/cwdk && printf 'lab: {kind: wine, prefix: x, Passphrase: y}\n' >config/cwdk/targets.yaml
check_status "a passphrase in the user's file, too" 2 "$CWDK" deploy lab parcel
check_output "whose definition comes first" "targets.yaml:1:.*"
printf 'lab: {kind: wine, prefx: x}\n' >config/cwdk/targets.yaml
check_status "an unknown key of a target is bad input" 2 "$CWDK" deploy lab parcel
check_output "and is named, too" "DEP0001.*'prefx'"
wrong() { # wrong DEFINITION PATTERN
    printf 'vm: %s\n' "$1" >config/cwdk/targets.yaml
    check_status "a machine that is $1" 2 "$CWDK" deploy vm parcel
    check_output "is bad input, which is named" "error.DEP0001.*$2"
}
wrong '{kind: qemu, host: x, snapshot: y}' "must have the key 'arguments'"
wrong '{kind: qemu, host: x, snapshot: y, arguments: -m}' "'arguments' is a list"
wrong '{kind: qemu, host: x, snapshot: -y, arguments: [-m]}' "'snapshot' has no value"
wrong '{kind: qemu, host: x, snapshot: y, arguments: [-m], boot-seconds: 9h}' "'boot-seconds' is a number"
cp plain.yaml parcel/cwdk.yaml
mkdir empty
check_status "an empty folder has no project" 2 deploy wine empty

if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
    skip "a driver is deployed to Wine" "gcc-mingw-w64-x86-64 is not installed"
    tap_done
    exit
fi
if ! wine_start; then
    skip "a driver is deployed to Wine" "wine64 is not installed"
    tap_done
    exit
fi
printf 'bench: {kind: wine, prefix: %s}\n' "$wine_prefix" >config/cwdk/targets.yaml
slots=$wine_prefix/drive_c/cwdk/parcel
wine_forget_service parcel
rm -rf "$slots"

# The template, with what Wine 8.0 lacks (docs/wine.md), and prints that tell its versions apart.
cp "$CWDK_SOURCE/tests/wine/wine_lacks.c" parcel/src
sed -i 's/IoForwardIrpSynchronously/ForwardAndWait/' parcel/src/pnp.c
echo 'BOOLEAN ForwardAndWait(PDEVICE_OBJECT DeviceObject, PIRP Irp);' >>parcel/src/driver.h
sed -i '/^NTSTATUS DriverEntry/,/^}/s/UNREFERENCED_PARAMETER(RegistryPath);/&\n    DbgPrint("parcel: version %d\\n", VERSION);/' \
    parcel/src/driver.c
check "the template's entry prints now" grep -q 'parcel: version' parcel/src/driver.c
sed -i '1s/^/#define VERSION 1\n/' parcel/src/driver.c
check "the program builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -DPROJECT_NAME='"parcel"' -DPROJECT_UPPER=PARCEL \
    -Iparcel -o talk.exe "$CWDK_SOURCE/tests/deploy/talk.c" -lsetupapi

check_status "version 1 is built, started and talked to" 0 deploy bench parcel --run talk.exe "two words" 'q"b'
check_output "its output is streamed" '^\[debug\] parcel: version 1$'
check_output "the service runs" '^the service parcel runs$'
check_output "the program reaches the device" '^talk: 6 bytes written, the same read$'
check_output "and got its arguments" '^talk: <two words> <q"b>$'
check "the prefix has that package" cmp parcel/target/amd64/dev/parcel-package/parcel.sys "$slots/0/parcel.sys"

sed -i '1s/1/2/' parcel/src/driver.c
check_status "version 2 takes its place" 0 deploy bench parcel --run talk.exe
check_output "it is the new one" '^\[debug\] parcel: version 2$'
check_output "the old one was stopped" '^stopped the service parcel$'
check_output "the program reaches it, too" '^talk: 6 bytes written, the same read$'
cp parcel/target/amd64/dev/parcel-package/parcel.sys two.sys

check_status "a program that fails is a finding" 1 deploy bench parcel/target/amd64/dev/parcel-package --run talk.exe fail
check_output "it is told apart from the driver" 'error.DEP1003.*talk.exe\|the program fails'

sed -i -e '1s/2/3/' -e '/^NTSTATUS DriverEntry/,/^}/s/return STATUS_SUCCESS;/return STATUS_DEVICE_CONFIGURATION_ERROR;/' \
    parcel/src/driver.c
running=$(cat "$slots/current")
check_status "version 3 fails in DriverEntry" 1 deploy bench parcel --run talk.exe
check_output "the message has the service manager's error" 'error.DEP1001.*start the service: error 87'
check_output "and Wine's reason" 'failed to create driver.*c0000182'
check_output "it is rolled back" '= help: the previous package runs again'
check_output "to version 2" '^\[debug\] parcel: version 2$'
check "version 2 is the package of the prefix" cmp two.sys "$slots/$running/parcel.sys"
check "as it was" test "$(cat "$slots/current")" = "$running"
check "nothing of version 3 stays" test ! -e "$slots/$((1 - running))"

anew ./talk.exe >out
check_output "in a new session of Wine it answers" '^talk: 6 bytes written, the same read$'

check "the release is built for arm64" "$CWDK" build parcel --arch arm64 --profile release
check_status "a package for arm64 is refused" 2 deploy bench parcel/target/arm64/release/parcel-package
check_output "by its architecture" 'error.DEP0004.*arm64'
check "the target is as it was" cmp two.sys "$slots/$running/parcel.sys"

# A disk that is full: files of the target may not grow beyond a block.
full() (ulimit -f 1; trap '' XFSZ; deploy bench parcel/target/amd64/dev/parcel-package)
check_status "a full disk ends the copying" 3 full
check_output "with the system's reason" 'error.ENV0002'
check "the target is as it was then" cmp two.sys "$slots/$running/parcel.sys"
check "without pieces of the copy" test ! -e "$slots/$((1 - running))"
check_status "without Wine" 3 env PATH=/nonexistent "$CWDK" deploy bench parcel/target/amd64/dev/parcel-package

check_status "it is taken away" 0 deploy bench parcel --remove
check_output "service and all" '^deleted the service parcel$'
check "its packages are gone" test ! -e "$slots"
check_status "which can be done once" 2 deploy bench parcel --remove
check_status "the first version ever that fails" 1 deploy bench parcel
check_output "leaves no service" 'no package ran before; the service is taken away again'
check "and no packages" test ! -e "$slots/0"
# The echo of examples/, as it stands: its raw form first, its safe one as the second version. What Wine lacks comes from
# sources of the test.
wine_forget_service echo
rm -rf "${slots%/*}/echo"
cp -r "$CWDK_SOURCE/examples/echo" .
for form in raw safe; do
    cp "$CWDK_SOURCE/tests/wine/wine_lacks.c" "$CWDK_SOURCE/tests/deploy/example_lacks.c" echo/wdm/$form
    printf "#include <ntddk.h>\nBOOLEAN ForwardAndWait(PDEVICE_OBJECT DeviceObject, PIRP Irp);\n" >echo/wdm/$form/driver.h
    sed -i 's/^sources: .*/sources: [echo.c, wine_lacks.c, example_lacks.c]/' echo/wdm/$form/cwdk.yaml
done
check "the example's program builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -DPROJECT_UPPER=ECHO -Iecho \
    -o echo.exe "$CWDK_SOURCE/tests/deploy/talk.c" -lsetupapi
for form in raw safe; do
    check_status "the example, $form: built, started and talked to" 0 deploy bench echo/wdm/$form --run echo.exe
    check_output "its program reaches it" '^talk: 6 bytes written, the same read$'
done
check_output "the second version takes the first one's place" '^stopped the service echo$'
cp echo/wdm/safe/target/amd64/dev/echo-package/echo.sys two.sys
sed -i '/^NTSTATUS DriverEntry/,/^}/s/return .*;/return STATUS_DEVICE_CONFIGURATION_ERROR;/' echo/wdm/raw/echo.c
running=$(cat "${slots%/*}/echo/current")
check_status "a third fails in DriverEntry" 1 deploy bench echo/wdm/raw --run echo.exe
check_output "it is rolled back" '= help: the previous package runs again'
check "to the second" cmp two.sys "${slots%/*}/echo/$running/echo.sys"
anew ./echo.exe >out
check_output "which answers its program" '^talk: 6 bytes written, the same read$'
check_status "it is taken away" 0 deploy bench echo --remove
tap_done
