#!/bin/sh
# cwdk deploy to a machine that is reached by ssh: OpenSSH's own server on loopback, and Wine's cmd.exe behind it, which
# carries out the script with the agent, SetupAPI and the service manager of Wine. certutil and pnputil, which Wine lacks, are
# stand-ins that write down how they are called: what they do on Windows is not shown here.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"
cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/config"
unset DISPLAY SSH_AUTH_SOCK
deploy() { "$CWDK" deploy "$@" 9>&-; }

mkdir -p config/cwdk
check "the template is made" "$CWDK" new cargo --wdm
# What Wine 8.0 lacks, as in tests/wine/driver.sh.
cp "$CWDK_SOURCE/tests/wine/wine_lacks.c" cargo/src
sed -i 's/IoForwardIrpSynchronously/ForwardAndWait/' cargo/src/pnp.c
echo 'BOOLEAN ForwardAndWait(PDEVICE_OBJECT DeviceObject, PIRP Irp);' >>cargo/src/driver.h
sed -i 's/\.10\.0\.\.\.[0-9]*//' cargo/cargo.inx
check_status "--dry-run prints the script" 0 deploy ssh:lab cargo --dry-run
tr -d '\r' <out >script
check "the certificate goes to both stores" test "$(grep -c '^certutil -f -addstore \(Root\|TrustedPublisher\) "cargo.cer"$' script)" = 2
check "the package to the driver store" grep -qx 'pnputil /add-driver "cargo.inf" /install' script
check "the device is made" grep -qx 'cwdk-agent.exe device cargo "root\\cargo" "cargo.inf" 30' script
package=cargo/target/amd64/dev/cargo-package

for sshd in /usr/sbin/sshd /nonexistent; do [ ! -x "$sshd" ] || break; done
if [ ! -x "$sshd" ] || ! command -v ssh-keygen >/dev/null; then
    skip "a driver is deployed through ssh" "openssh-server or openssh-client is not installed"
    tap_done
    exit
fi
if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
    skip "a driver is deployed through ssh" "gcc-mingw-w64-x86-64 is not installed"
    tap_done
    exit
fi
if ! wine_start; then
    skip "a driver is deployed through ssh" "wine64 is not installed"
    tap_done
    exit
fi

# The server: one user, keys alone, a port that is free.
[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
for key in host other mine stranger; do ssh-keygen -q -t ed25519 -N '' -f "$scratch/$key" -C "$key"; done
mkdir remote bin
cp mine.pub authorized
chmod 600 authorized
cat >remote.sh <<SH
cd $scratch/remote
case \$SSH_ORIGINAL_COMMAND in
*sftp-server*)
    # A full disk: no file may grow beyond a block.
    [ ! -e $scratch/full ] || { ulimit -f 1; trap '' XFSZ; }
    exec /usr/lib/openssh/sftp-server ;;
esac
exec env -u DISPLAY WINEPREFIX=$wine_prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe=" \
    WINEPATH='Z:$(echo "$scratch/bin" | tr / '\134')' $wine_program cmd /c "\$SSH_ORIGINAL_COMMAND" 2>/dev/null
SH
port=$((20000 + $$ % 20000))
cat >sshd_config <<CONF
Port $port
ListenAddress 127.0.0.1
HostKey $scratch/host
PidFile $scratch/sshd.pid
AuthorizedKeysFile $scratch/authorized
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PermitRootLogin prohibit-password
Subsystem sftp /usr/lib/openssh/sftp-server
ForceCommand sh $scratch/remote.sh
CONF
"$sshd" -D -e -f sshd_config 2>sshd.log 9>&- &
server=$!
trap 'kill "$server" 2>/dev/null; wine_stop; chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do grep -q 'Server listening' sshd.log && break; sleep 0.2; done
check "the server listens" grep -q 'Server listening' sshd.log

known() { printf '[127.0.0.1]:%s %s\n' "$port" "$(cut -d ' ' -f 1,2 "$1.pub")"; }
known host >known_hosts
known other >changed_hosts
: >empty_hosts
target() { # target NAME PORT IDENTITY KNOWN-HOSTS
    printf '%s:\n  kind: ssh\n  host: %s@127.0.0.1\n  port: %s\n  identity: %s\n  known-hosts: %s\n' \
        "$1" "$(id -un)" "$2" "$scratch/$3" "$scratch/$4"
}
{
    target lab "$port" mine known_hosts
    target dead 1 mine known_hosts
    target stranger "$port" stranger known_hosts
    target changed "$port" mine changed_hosts
    target unknown "$port" mine empty_hosts
} >config/cwdk/targets.yaml

refused() { # refused TARGET CODE
    check_status "$1: refused" 3 deploy "$1" $package
    check_output "$1: with one clear message" "^error.$2."
    check "$1: and no other" test "$(grep -c '^error' out)" = 1
}
refused dead DEP3002
refused stranger DEP3004
refused changed DEP3003
refused unknown DEP3003
check "nothing came to the target" test ! -e remote/cwdk
check_status "without ssh" 3 env PATH=/nonexistent "$CWDK" deploy lab $package

for tool in certutil pnputil shutdown; do
    check "the stand-in for $tool builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -DCALLS="\"Z:$scratch/calls\"" \
        -o bin/$tool.exe "$CWDK_SOURCE/tests/deploy/stand_in.c"
done
# Wine keeps what it installed: taken away before and after.
forget() {
    wine 60 "$CWDK_BUILD/share/cwdk/deploy/amd64/cwdk-agent.exe" remove cargo >/dev/null 2>&1
    find "$wine_prefix/drive_c/windows" -iname "cargo.*" -exec rm -f {} +
}
forget
wine_stop
check_status "the package is installed" 0 deploy lab $package
check_output "its device is made" 'agent: made the device ROOT.cargo.0000'
check_output "its service runs" 'agent: the service cargo runs'
check "it is kept" cmp $package/cargo.sys remote/cwdk/cargo/current/cargo.sys
cat >wanted <<'TEXT'
certutil -f -addstore Root "cargo.cer"
certutil -f -addstore TrustedPublisher "cargo.cer"
pnputil /add-driver "cargo.inf" /install
TEXT
tr -d '\r' <calls | sed 's/ *$//' >called
check "certificates came first, then the driver store" diff -u wanted called
check "Wine has installed that image" cmp $package/cargo.sys "$wine_prefix/drive_c/windows/system32/unknown/cargo.sys"

# A restart: pnputil asks for it once; the script runs again after it.
: >calls
echo 3010 >bin/pnputil.status
check_status "a restart is waited for" 0 deploy lab $package
check_output "and said" 'restarts, as the installation requires'
check "the script runs before and after it" test "$(grep -c '^pnputil' calls).$(grep -c '^shutdown  */r' calls)" = 2.1

# A failure: the package before is installed again, from what was kept there.
: >calls
cp -r $package newer && echo newer >newer/note.txt
echo 5 >bin/pnputil.status
check_status "an installation that fails is a finding" 1 deploy lab newer
check_output "with the script's status" 'error.DEP1001.*status 1'
check_output "it is rolled back" '= help: the previous package runs again'
check "by installing the one before" test "$(grep -c '^pnputil' calls)" = 2
check "which is still the one that is kept" test ! -e remote/cwdk/cargo/current/note.txt

# A full disk.
: >full
: >calls
refused lab DEP3005
check "nothing was installed" test ! -s calls
check "what had come through is gone" test ! -e remote/cwdk/cargo/new
check "the package before is as it was" cmp $package/cargo.sys remote/cwdk/cargo/current/cargo.sys
forget
tap_done
