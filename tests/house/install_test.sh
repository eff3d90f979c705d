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
bill=$scratch/moved/share/cwdk/sbom.spdx.json
check_status "its bill of materials is sound" 0 "$CWDK_BUILD/tests/sbom-reader" "$bill"
sed -n 's|^file ./\(.*\) [^ ]* \([^ ]*\)$|\2  \1|p' "$scratch/out" >"$scratch/sums"
check "each file has the SHA-256 that is there" sh -c "cd '$scratch/moved' && sha256sum --quiet -c '$scratch/sums'"
check "and none is left out" test "$(find "$scratch/moved" -type f | wc -l)" -eq "$(($(wc -l <"$scratch/sums") + 1))"
check_output "with the libraries of the tool" 'relation cwdk DYNAMIC_LINK libjansson4'
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
