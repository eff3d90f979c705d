#!/bin/sh
# `cwdk sbom` and `cwdk build --sbom`: documents by a reader of their own, checksums by sha256sum, the verification code as the
# specification computes it. That the documents fit SPDX's own schema: docs/sbom.md.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" SOURCE_DATE_EPOCH=1767225600
cd "$scratch" || exit 1
reader=$CWDK_BUILD/tests/sbom-reader

"$CWDK" new toy --kmdf >/dev/null
sed -i 's/^\[Device_Install.NT\]/&\nInclude = machine.inf/' toy/toy.inx
check_status "a build with a bill" 0 "$CWDK" build toy --sbom
package=toy/target/amd64/dev/toy-package
for arch in amd64 arm64; do
    check_status "$arch: it is beside the package, and sound" 0 "$reader" "toy/target/$arch/dev/toy.spdx.json"
done
"$reader" toy/target/amd64/dev/toy.spdx.json >bill
check "its date is SOURCE_DATE_EPOCH" grep -qx 'document toy-1.0.0.0 2026-01-01T00:00:00Z' bill
(cd "$package" && sha256sum -- *) | sed 's/^\([^ ]*\)  \(.*\)/\2 \1/' | sort >wanted
sed -n 's|^file \./\([^ ]*\) [^ ]* \(.*\)|\1 \2|p' bill | sort >found
check "each file is there with its SHA-256" cmp wanted found
(cd "$package" && sha1sum -- *) | cut -d' ' -f1 | sort | tr -d '\n' | sha1sum | sed 's/ .*//; s/^/code /' >wanted
check "the verification code is the specification's" grep -qxFf wanted bill
while read -r line; do
    check "it says: $line" grep -qx "$line" bill
done <<'LINES'
relation toy-1.0.0.0 DESCRIBES toy
package toy 1.0.0.0
relation toy CONTAINS ./toy.sys
relation toy DYNAMIC_LINK ntoskrnl.exe
package KMDF 1.33
relation toy DEPENDS_ON KMDF
relation toy DEPENDS_ON machine.inf
relation toy STATIC_LINK wdkrt.lib
relation cwdk BUILD_TOOL_OF toy
relation LLVM BUILD_TOOL_OF toy
LINES
clang=$(clang-19 --version | sed -n 's/.*clang version \([0-9.]*\).*/\1/p')
check "the compiler's version is the compiler's" grep -qx "package LLVM $clang" bill

cp -r "$package" moved-package
check_status "a package elsewhere, with its symbols" 0 "$CWDK" sbom moved-package --symbols toy/target/amd64/dev -o moved.json
check "consists of the same, but for its name" sh -c "sed 's/toy/moved/g' bill | grep -v ' \./\|^code' >want; '$reader' moved.json | grep -v ' \./\|^code' | diff want -"
cp moved.json first.json
"$CWDK" sbom moved-package --symbols toy/target/amd64/dev -o moved.json >/dev/null
check "and is the same bytes again" cmp first.json moved.json
echo more >>moved-package/toy.cer
"$CWDK" sbom moved-package --symbols toy/target/amd64/dev -o moved.json >/dev/null
namespace() { sed -n 's/.*"documentNamespace": //p' "$1"; }
check "another file, another namespace" test "$(namespace first.json)" != "$(namespace moved.json)"
check_status "without the PDB" 0 "$CWDK" sbom moved-package
check_output "is a warning" 'warning\[SBM2001\]'
check "and a sound document beside the package" "$reader" moved.spdx.json
check "without what only the PDB tells" sh -c "! grep -q STATIC_LINK moved.spdx.json"

check_status "no such folder" 2 "$CWDK" sbom nowhere
check_output "is said" 'error\[ENV0001\]'
mkdir empty
check_status "a folder without an INF" 2 "$CWDK" sbom empty -o empty.json
check_output "is no package" 'error\[PKG1001\]'
cp -r "$package" cut-package && head -c 600 "$package/toy.sys" >cut-package/toy.sys
check_status "an image that is cut off" 2 "$CWDK" sbom cut-package -o cut.json
check_output "is named" 'error\[PE.*'
check "and nothing is written" test ! -e empty.json -a ! -e cut.json
check_status "half of the options for an installation" 2 "$CWDK" sbom --tree . --name x
check_output "is wrong usage" 'go together'
printf 'a\tb\n' >table && : >list
check_status "a malformed table" 2 "$CWDK" sbom --tree . --files list --components table --name x --version 1 --licence MIT -o x.json
check_output "is shown with its line" 'table:1'
tap_done
