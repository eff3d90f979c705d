#!/bin/sh
# cwdk build on a disk that is too small: one error that says so, and nothing half-written.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
export XDG_DATA_HOME="$scratch/home"
mkdir "$scratch/disk"
if ! mount -t tmpfs -o size=64k none "$scratch/disk" 2>/dev/null; then
    skip "a full disk" "file systems cannot be mounted here"
    tap_done
    exit
fi
umount "$scratch/disk"
trap 'umount "$scratch/disk" 2>/dev/null; rm -rf "$scratch"' EXIT
(cd "$scratch" && "$CWDK" new echo --umdf >/dev/null)

# A tool that crashed may still be on its way out.
leave_disk() {
    tries=50
    until umount "$scratch/disk" 2>/dev/null || [ "$tries" -eq 0 ]; do tries=$((tries - 1)); sleep 0.1; done
}

one_error() { [ "$(grep -c error "$scratch/out")" = 1 ] || { cat "$scratch/out"; return 1; }; }

for size in 64 100 140 300 700; do
    project=$fixtures/packaged
    [ "$size" -lt 300 ] || project=$scratch/echo
    mount -t tmpfs -o "size=${size}k" none "$scratch/disk"
    cp -r "$project" "$scratch/disk/p"
    check_status "with $size KiB, status 3" 3 "$CWDK" build "$scratch/disk/p"
    check "one error" one_error
    check_output "that says why" '^error\[ENV0002\]: .*[Nn]o space'
    check_output "and what to do" 'help: .'
    check "no crash of a tool is shown" sh -c "! grep -q 'bug report\|LLVM\|Stack' '$scratch/out'"
    check "nothing empty or half-written stays" sh -c "! find '$scratch/disk' \( -size 0 ! -name .lock ! -name '*.checked' -o -name '*.tmp*' -o -name '*.new' \) | grep ."
    check "a package is whole or absent" sh -c "for p in '$scratch'/disk/p/target/*/*/*-package; do [ ! -d \$p ] || ls \$p | grep -c . | grep -q '[45]' || exit 1; done"
    leave_disk
done
tap_done
