#!/bin/sh
# The installed kit stands alone: moved elsewhere, it makes, builds and verifies a driver.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data"

check_status "install" 0 cmake --install "$CWDK_BUILD" --prefix "$scratch/first"
mv "$scratch/first" "$scratch/moved"
tool=$scratch/moved/bin/cwdk
check "nothing points back to the build folder" sh -c "! find '$scratch/moved' -type l | grep -q ."
for place in "$CWDK_SOURCE" "$CWDK_BUILD"; do
    check "no file names the folder ${place##*/} that it was made in" sh -c "! grep -rlF '$place/' '$scratch/moved'"
done
check "the manual page is there" test -f "$scratch/moved/share/man/man1/cwdk.1"
check "completion for bash is there" grep -q 'complete -F _cwdk cwdk' "$scratch/moved/share/bash-completion/completions/cwdk"
check "completion for zsh is there" grep -q '#compdef cwdk' "$scratch/moved/share/zsh/site-functions/_cwdk"
cd "$scratch" || exit 1
check_status "doctor" 0 "$tool" doctor
check_status "new" 0 "$tool" new away --kmdf
cd away || exit 1
check_status "build" 0 "$tool" build
for arch in amd64 arm64; do
    check_status "verify, $arch" 0 "$tool" verify "target/$arch/dev/away-package"
done
tap_done
