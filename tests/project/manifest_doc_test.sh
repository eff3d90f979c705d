#!/bin/sh
# The example of docs/manifest.md is read by the tool: every key in it exists, and every key there is stands in it.
# shellcheck disable=SC2154,SC2016
. "$CWDK_SOURCE/tests/tap.sh"
mkdir -p "$scratch/w/src/old" "$scratch/w/inc" "$scratch/wlib"
sed -n '/^```yaml$/,/^```$/p' "$CWDK_SOURCE/docs/manifest.md" | sed '1d;$d' >"$scratch/w/cwdk.yaml"
for file in w/src/main.c w/src/lib.rs w/src/trace.h w/src/old/x.c w/widget.rc w/widget.inx w/firmware.bin wlib/l.c; do : >"$scratch/$file"; done
printf 'name: wlib\nkind: library\n' >"$scratch/wlib/cwdk.yaml"
"$CWDK_BUILD/tests/show_project" "$scratch/w" arm64 release >"$scratch/out" 2>&1
check_output "the example is read" '^widget: widgetdrv.sys, kmdf 1.31, 1 sources, 2 projects'
check_output "its layers are laid over it" 'defines: POOL_NX_OPTIN=1 TRACE WIDGET_ARM$'
check_output "and a later text replaces an earlier one" 'warnings: 4, not as errors'
sed -n 's/^    KEY("\([a-z-]*\)".*/\1/p; s/^    {"\([a-z]*\)", [A-Z_]*MAP.*/\1/p' "$CWDK_SOURCE/cwdk/project/manifest.c" | sort -u >"$scratch/keys"
check "the table of keys was found" test "$(wc -l <"$scratch/keys")" -gt 35
missing=
while read -r key; do
    grep -q -E "(^|[ {])$key:" "$scratch/w/cwdk.yaml" || grep -q "$key: 2.15" "$CWDK_SOURCE/docs/manifest.md" || missing="$missing $key"
done <"$scratch/keys"
check "the example has every key (missing:$missing)" test -z "$missing"
tap_done
