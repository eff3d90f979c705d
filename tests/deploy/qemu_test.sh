#!/bin/sh
# cwdk deploy to a virtual machine: QEMU runs a guest of one sector (guest.S) that changes memory and disk all the time; ssh
# answers from this machine (windows.sh), since the guest is no Windows. What the disk holds is read by qemu-io.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"
# shellcheck source=tests/deploy/windows.sh
. "$CWDK_SOURCE/tests/deploy/windows.sh"

windows_driver cargo
package=cargo/target/amd64/dev/cargo-package
what="a driver is deployed to a virtual machine"
windows_available "$what" || { tap_done; exit; }
for tool in qemu-system-x86_64 qemu-img qemu-io gdb bash; do
    command -v $tool >/dev/null || { skip "$what" "$tool is not installed"; tap_done; exit; }
done
windows_start

# The guest: a snapshot of it as it runs, another of the disk alone; the third sector is what its user wrote since.
clang-19 --target=i386-linux-gnu -c "$CWDK_SOURCE/tests/deploy/guest.S" -o guest.o
llvm-objcopy-19 -O binary -j .text guest.o guest.bin
truncate -s 64K guest.bin
check "the disk is made" qemu-img convert -f raw -O qcow2 guest.bin disk.qcow2
check "with a snapshot of the disk" qemu-img snapshot -c off disk.qcow2
machine="-m, '16', -nic, none, -drive, 'file=disk.qcow2,format=qcow2,cache=writethrough'"
running() { (sleep 1.5; echo savevm clean; echo quit) | timeout 30 qemu-system-x86_64 -m 16 -nic none -display none \
    -drive file=disk.qcow2,format=qcow2,cache=writethrough -monitor stdio 8>&- 9>&-; }
check "and one of the machine as it runs" running
check "what its user does later" qemu-io -f qcow2 -c 'write -P 0x77 1024 512' disk.qcow2
cp disk.qcow2 untouched.qcow2
# sectors: the count, and what the user wrote. Beside a QEMU that runs, too.
sectors() { qemu-io -U -r -f qcow2 -c 'read -v 512 4' -c 'read -v 1024 4' "$scratch/disk.qcow2" | sed -n 's/^0000.*:  \(.. .. .. ..\).*/\1/p'; }
sectors >sectors.before
qemu-img snapshot -l disk.qcow2 >snapshots.before

target() { # target NAME 'ARGUMENTS' SNAPSHOT PORT IDENTITY [KEY]
    printf '%s:\n  kind: qemu\n  arguments: [%s]\n  snapshot: %s\n  debugger-port: %s\n%s' "$1" "$2" "$3" $((port + 1)) "${6:-}"
    windows_keys "$4" "$5" known_hosts
}
folder="file=$scratch/disk.qcow2"
{
    target vm "$machine" clean "$port" mine
    target off "$machine" 'off' "$port" mine
    target stranger "$machine" clean "$port" stranger
    target deaf "$machine" clean 1 mine '  boot-seconds: 1
'
    target nothing "$machine" nosuch "$port" mine
    target raw "-drive, 'file=guest.bin,format=raw'" clean "$port" mine
    target diskless '-m, "16"' clean "$port" mine
    target strange '-no-such-option' clean "$port" mine
    target daemon "$machine, -daemonize" clean "$port" mine
    target absent "$machine" clean "$port" mine '  program: qemu-system-nosuch
'
    target locked "-drive, '$folder,format=qcow2'" clean "$port" mine
} | sed "s|file=disk|file=$scratch/disk|; s|file=guest|file=$scratch/guest|" >config/cwdk/targets.yaml

# The disk and its snapshots are what they were, whole, and no machine runs.
as_it_was() { # as_it_was AFTER-WHAT
    sectors >sectors.after
    check "$1: the disk is as it was" diff -u sectors.before sectors.after
    qemu-img snapshot -l disk.qcow2 >snapshots.after
    check "$1: and its snapshots" diff -u snapshots.before snapshots.after
    check "$1: no machine is left" no_machine
}
no_machine() {
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        grep -l -a "[f]ile=$scratch/disk" /proc/[0-9]*/cmdline 2>/dev/null || return 0
        sleep 0.2
    done
    return 1
}

refused() { # refused TARGET STATUS CODE
    check_status "$1: refused" "$2" deploy "$1" $package
    check_output "$1: with one clear message" "^error.$3."
    check "$1: and no other" test "$(grep -c '^error' out)" = 1
}
check "the package is built" "$CWDK" build cargo --arch amd64
refused nothing 2 DEP0008
refused raw 2 DEP0008
refused diskless 2 DEP0008
refused daemon 2 DEP0001
refused strange 3 DEP3006
refused absent 3 ENV0003
refused stranger 3 DEP3004
refused deaf 3 DEP3002
qemu-system-x86_64 -S -display none -nic none -drive "$folder,format=qcow2" 2>/dev/null 8>&- 9>&- &
other=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do qemu-img info disk.qcow2 >/dev/null 2>&1 || break; sleep 0.2; done
refused vm 3 DEP3007
kill $other
wait $other
check_status "--remove has nothing to do here" 2 deploy vm cargo --remove
check_output "which is said" 'error.DEP0006'
as_it_was "bad input"

# Windows is prepared for its debugger and restarted, the driver installed, its program run; then the machine goes on until
# Ctrl-C, with the debugger's port open.
cat >meanwhile <<SH
#!/bin/sh
qemu-io -U -r -f qcow2 -c 'read -v 1024 4' $scratch/disk.qcow2 | sed -n 's/^0000.*:  \(.. .. .. ..\).*/\1/p' >>$scratch/seen
SH
chmod +x meanwhile
until_held() { for _ in $(seq 300); do ! grep -q "until Ctrl-C" held 2>/dev/null || return 0; kill -0 $! || return 1; sleep 0.2; done; return 1; }
check "its program builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -DPROJECT_UPPER=CARGO -Icargo -o talk.exe \
    "$CWDK_SOURCE/tests/deploy/talk.c" -lsetupapi
windows_forget cargo
: >calls
"$CWDK" deploy vm $package --debugger kd --run talk.exe >held 2>&1 8>&- 9>&- &
check "a driver is deployed, with a port for WinDbg" until_held
serial() { timeout 10 bash -c "exec 3<>/dev/tcp/127.0.0.1/$((port + 1)) && head -c 2 <&3"; }
check "the port is the guest's serial port" test "$(serial 8>&- 9>&-)" = KK
kill -INT $!
check_status "Ctrl-C ends it" 0 wait $!
mv held out
check_output "the debugger's command was said" "WinDbg: windbg -k com:ipport=$((port + 1)),port=127.0.0.1"
check_output "the service ran" 'agent: the service cargo runs'
check_output "the program reached the device" '^talk: 6 bytes written, the same read$'
check "Windows was told of the debugger" test "$(tr -d '\r' <calls | grep -x -c 'bcdedit /debug on *\|bcdedit /dbgsettings serial debugport:1 baudrate:115200 *')" = 2
check "and restarted" grep -q 'shutdown /r' calls
check "its disk was the snapshot's meanwhile, not its user's" test "$(sort -u seen)" = '00 00 00 00'
as_it_was "after the debugger"
windows_forget cargo
rm meanwhile

# From here on a script takes the place of Wine: what is looked at is the machine.
cat >instead <<SH
#!/bin/sh
case \$1 in
*PROCESSOR_ARCHITECTURE*) echo AMD64 ;;
*mkdir*) mkdir -p cwdk/cargo ;;
*install*) [ ! -e $scratch/hang ] || { touch $scratch/hangs; sleep 60; }; exit "\$(cat $scratch/status)" ;;
esac
SH
chmod +x instead
echo 0 >status
"$CWDK" deploy off $package --debugger gdb >held 2>&1 8>&- 9>&- &
check "from a snapshot of the disk, with a port for gdb" until_held
memory() { timeout 20 gdb -batch -ex "target remote 127.0.0.1:$((port + 1))" -ex 'x/1wx 0x500' 2>/dev/null | sed -n 's/^0x500:[[:space:]]*0x0*//p'; }
first=$(memory 8>&- 9>&-)
check "gdb sees the guest's memory change" test -n "$first" -a "$first" != "$(memory 8>&- 9>&-)"
kill -TERM $!
check_status "the end of it" 0 wait $!
as_it_was "after gdb"

echo 1 >status
check_status "a driver that does not start" 1 deploy vm $package
check_output "is a finding" 'error.DEP1001'
as_it_was "after a failure"

touch hang
interrupt() { # interrupt SIGNAL
    rm -f hangs
    TMPDIR=$scratch "$CWDK" deploy vm $package >held 2>&1 8>&- 9>&- &
    for _ in $(seq 100); do [ ! -e hangs ] || break; sleep 0.2; done
    kill "-$1" $!
    wait $!
}
check_status "Ctrl-C in the middle of it" 130 interrupt INT
as_it_was "after Ctrl-C"
check_status "killed in the middle of it" 137 interrupt KILL
check "no machine is left" no_machine
check "what the disk held is a snapshot" sh -c 'qemu-img snapshot -l disk.qcow2 | grep -q cwdk-before'
sectors >sectors.during
check "the guest wrote to its disk" test "$(head -n 1 sectors.before)" != "$(head -n 1 sectors.during)"
rm hang
check_status "the next deployment" 1 deploy vm $package
as_it_was "after the next deployment"
check "the disk is whole" qemu-img check -q disk.qcow2
tap_done
