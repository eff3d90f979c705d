#!/bin/sh
# cwdk deploy to a machine that is reached by ssh (windows.sh): the script is carried out by Wine's cmd.exe, with the agent,
# SetupAPI, the certificate stores and the service manager of Wine.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"
# shellcheck source=tests/deploy/windows.sh
. "$CWDK_SOURCE/tests/deploy/windows.sh"

windows_driver cargo
check_status "--dry-run prints the script" 0 deploy ssh:lab cargo --dry-run
tr -d '\r' <out >script
check "the certificate goes to both stores" test "$(grep -c '^certutil -f -addstore \(Root\|TrustedPublisher\) "cargo.cer"$' script)" = 2
check "the package to the driver store" grep -qx 'pnputil /add-driver "cargo.inf" /install' script
check "the device is made" grep -qx 'cwdk-agent.exe device cargo "root\\cargo" "cargo.inf" 30' script
check_status "--debugger is not for this kind" 2 deploy ssh:lab cargo --debugger kd
check_output "which is said" 'error.DEP0006'
package=cargo/target/amd64/dev/cargo-package

windows_available "a driver is deployed through ssh" || { tap_done; exit; }
windows_start
target() { # target NAME PORT IDENTITY KNOWN-HOSTS
    printf '%s:\n  kind: ssh\n' "$1"
    shift
    windows_keys "$@"
}
{
    target lab "$port" mine known_hosts
    target dead 1 mine known_hosts
    target stranger "$port" stranger known_hosts
    target changed "$port" mine changed_hosts
    target unknown "$port" mine empty_hosts
} >config/cwdk/targets.yaml

refused() { # refused TARGET STATUS CODE PACKAGE
    check_status "$1: refused" "$2" deploy "$1" "$4"
    check_output "$1: with one clear message" "^error.$3."
    check "$1: and no other" test "$(grep -c '^error' out)" = 1
}
refused dead 3 DEP3002 $package
refused stranger 3 DEP3004 $package
refused changed 3 DEP3003 $package
refused unknown 3 DEP3003 $package
check "the release is built for arm64" "$CWDK" build cargo --arch arm64 --profile release
refused lab 2 DEP0004 cargo/target/arm64/release/cargo-package
check "nothing came to the target" test ! -e remote/cwdk
check_status "without ssh" 3 env PATH=/nonexistent "$CWDK" deploy lab $package
check_status "what was never deployed cannot be taken away" 2 deploy lab cargo --remove
check_output "which is said" 'error.DEP0007'

# What the machine has of drivers: in its registry, which Wine writes down after the session, and on its disk.
traces() {
    exec 8>&-
    wine_end
    grep -i -e cargo "$wine_prefix"/*.reg || :
    grep -i -e "SystemCertificates.*$(openssl x509 -inform DER -in $package/cargo.cer -noout -fingerprint | sed 's/.*=//; s/://g')" \
        "$wine_prefix"/*.reg || :
    find "$wine_prefix/drive_c" -iname '*cargo*' ! -name '*.pnf' ! -path '*/catroot/*' # which Wine forgets
    find remote -mindepth 1
    find "$wine_prefix/drive_c/windows/inf" -iname '*.inf' | sort
    wine 250 cmd <session >/dev/null 2>&1 &
    exec 8>session
}
windows_forget cargo
traces >before
check "the machine knows nothing of the driver" sh -c '! grep -i cargo before'

# A first package that does not start leaves nothing.
cp -r cargo failing
sed -i '/^NTSTATUS DriverEntry/,/^}/s/return STATUS_SUCCESS;/return STATUS_DEVICE_CONFIGURATION_ERROR;/' failing/src/driver.c
check_status "a first package that fails in DriverEntry" 1 deploy lab failing --timeout 2
check_output "is a finding" 'error.DEP1001.*status 1'
check_output "taken away again" '= help: .*what was installed is taken away again'
traces >after
check "the machine is as it was: registry, driver store, certificates and files" diff -u before after

cat >wanted <<'TEXT'
certutil -store Root ID
certutil -f -addstore Root "cargo.cer"
certutil -store TrustedPublisher ID
certutil -f -addstore TrustedPublisher "cargo.cer"
pnputil /add-driver "cargo.inf" /install
TEXT
called() { tr -d '\r' <calls | sed 's/ *$//; s/ [0-9A-F]\{40\}/ ID/'; }
: >calls
check "its program builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -DPROJECT_UPPER=CARGO -Icargo -o talk.exe \
    "$CWDK_SOURCE/tests/deploy/talk.c" -lsetupapi
check_status "a package is installed, and its program run" 0 deploy lab $package --run talk.exe 'two words' '100%PATH%' 'q"b'
check_output "its device is made" 'agent: made the device ROOT.cargo.0000'
check_output "its service runs" 'agent: the service cargo runs'
check_output "the program got its arguments" '^talk: <two words> <100%PATH%> <q"b>$'
check_output "and reaches the device" '^talk: 6 bytes written, the same read$'
check_output "what it prints for a debugger is shown" '^\[debug\] and goes on$'
check "it is kept" cmp $package/cargo.sys remote/cwdk/cargo/current/cargo.sys
check "and nothing else" test "$(ls remote/cwdk/cargo)" = current
called >got
check "certificates came first, then the driver store" diff -u wanted got
check "Wine has installed that image" cmp $package/cargo.sys "$wine_prefix/drive_c/windows/system32/unknown/cargo.sys"

# A restart: pnputil asks for it once; the script runs again after it.
: >calls
echo 3010 >bin/pnputil.status
check_status "a restart is waited for; a program that fails is a finding" 1 deploy lab $package --run talk.exe fail
check_output "the restart is said" 'restarts, as the installation requires'
check_output "the program told apart from the driver" 'error.DEP1003'
check "the script runs before and after it" test "$(grep -c '^pnputil' calls).$(grep -c 'shutdown /r' calls)" = 2.1
check "the certificates were there" test "$(grep -c addstore calls)" = 0

# A failure: the package before is installed again, from what was kept there. Some of Windows' statuses are negative.
: >calls
cp -r $package newer && echo newer >newer/note.txt
echo -536870353 >bin/pnputil.status
check_status "an installation that fails is a finding" 1 deploy lab newer
check_output "with the script's status" 'error.DEP1001.*status 1'
check_output "it is rolled back" '= help: the previous package runs again'
check "by installing the one before" test "$(grep -c '^pnputil /add' calls)" = 2
check "which is still the one that is kept" test ! -e remote/cwdk/cargo/current/note.txt
check "without taking away what it has in common with the new one" test "$(grep -c 'delete-driver\|delstore' calls)" = 0

# A full disk.
: >full
: >calls
refused lab 3 DEP3005 $package
rm full
check "nothing was installed" test ! -s calls
check "what had come through is gone" test ! -e remote/cwdk/cargo/new
check "the package before is as it was" cmp $package/cargo.sys remote/cwdk/cargo/current/cargo.sys

check_status "it is taken away" 0 deploy lab cargo --remove
check_output "with its device" 'agent: removed the device ROOT.cargo.0000'
traces >after
check "the machine is as it was before it came" diff -u before after
tap_done
