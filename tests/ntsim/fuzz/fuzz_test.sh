#!/bin/sh
# cwdk fuzz: planted defects are found within a bounded number of executions, the same way each time; the tests that come of
# them fail as the fuzzer said, and pass with the twin, in which nothing is found.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
fixtures=$CWDK_SOURCE/tests/ntsim/fuzz/fixtures
runs=40000
cd "$scratch" || exit 1

# status WANTED NAME COMMAND...: its exit status; output and messages stay in `out`.
status() {
    wanted=$1 name=$2
    shift 2
    got=0
    "$@" >out 2>&1 || got=$?
    if [ "$got" = "$wanted" ]; then ok "$name"; else echo "status $got" >>out; not_ok "$name" out; fi
}
says() { # NAME PATTERN [FILE]
    if grep -q -e "$2" "${3:-out}"; then ok "$1"; else not_ok "$1" "${3:-out}"; fi
}

cp -r "$fixtures/planted" bad
{ echo '#define MENDED'; cat "$fixtures/planted/planted.c"; } >twin.c
sed 's/^name: planted/name: mended/' "$fixtures/planted/cwdk.yaml" >twin.yaml
mkdir mended && mv twin.c mended/planted.c && mv twin.yaml mended/cwdk.yaml

status 1 "defects end in status 1" "$CWDK" fuzz bad --runs $runs --seed 1
cp out first
says "a value of 32 bits is found" "FOUND  VRF0001" first
says "two requests in a row are found" "FOUND  VRF0003" first
says "a cancellation is found" "FOUND  VRF0103" first
awk '/FOUND/ { n = 0 } /^ +[0-9]+  control request|^ +[0-9]+  (read|write|cancel|close|open)/ { n++ } /input: .*VRF0001/ { print n }' first >count
if [ "$(cat count)" = 1 ]; then ok "an input is made as small as it gets"; else not_ok "an input is made as small as it gets" first; fi

mv bad/fuzz fuzz1
"$CWDK" fuzz bad --runs $runs --seed 1 >again 2>/dev/null
if cmp -s first again; then ok "the same seed gives the same report, byte for byte"; else
    diff first again >out; not_ok "the same seed gives the same report, byte for byte" out; fi
if diff -r fuzz1 bad/fuzz >out; then ok "and the same files"; else not_ok "and the same files" out; fi

status 1 "what was found before is tried first" "$CWDK" fuzz bad --runs 1
says "and found again" "FOUND  VRF0001"
status 1 "a single input can be run" "$CWDK" fuzz bad -- bad/fuzz/findings/crash-VRF0103-*
says "and says what it did" "^.* 1 finding"

mkdir bad/tests mended/tests
cp fuzz1/tests/fuzz_vrf0001_*.c fuzz1/tests/fuzz_vrf0003_*.c fuzz1/tests/fuzz_vrf0103_*.c bad/tests
cp bad/tests/*.c mended/tests
status 1 "the tests that were written fail" "$CWDK" test bad --sanitize --seed 1
for code in VRF0001 VRF0003 VRF0103; do says "one of them with $code" "^ *$code: "; done
if grep -q "^  pass" out; then not_ok "all of them" out; else ok "all of them"; fi
status 0 "they pass with the mended driver" "$CWDK" test mended --sanitize --seed 1
status 0 "nothing is found in the mended driver" "$CWDK" fuzz mended --runs $runs --seed 1
says "and it was run that often" "^$runs executions\|^4[0-9]* executions"
says "the dictionary has the value" 'xf0\\xde\\xc0' mended/fuzz/mended.dict

sed 's/^    ExFreePoolWithTag(Block, TAG);//' mended/planted.c >leaking.c
mkdir leaking && mv leaking.c leaking/planted.c
sed 's/mended/leaking/' mended/cwdk.yaml >leaking/cwdk.yaml
status 1 "a leak is found" "$CWDK" fuzz leaking --runs $runs
says "by its code" "FOUND  VRF0007"
says "and shrunk to one request" "0  control request 0x00222004 (METHOD_BUFFERED), [89] bytes in"
status 1 "findings of several processes are told" "$CWDK" fuzz bad --runs 2000 -- -jobs=2 -workers=1
says "once" "^4[0-9]* executions.* 5 findings"

# The recipe of docs/fuzz.md: what it makes runs elsewhere, without the kit.
awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' "$CWDK_SOURCE/docs/fuzz.md" >build.sh
mkdir built
PATH=$(dirname "$CWDK"):$PATH OUT=$scratch/built status 0 "the recipe for ClusterFuzzLite works" sh build.sh bad
mv built moved
mkdir corpus artifacts
status 77 "its target runs elsewhere, and crashes as libFuzzer's do" \
    env -i TMPDIR="$scratch" PATH="$PATH" moved/planted -runs=100000 -seed=1 -dict=moved/planted.dict -artifact_prefix=artifacts/ corpus
says "with the finding" "^finding.VRF0"
crash=$(echo artifacts/crash-*)
status 77 "its input crashes again" env -i TMPDIR="$scratch" PATH="$PATH" moved/planted "$crash"

status 2 "an unknown option is refused" "$CWDK" fuzz mended --no-such-option
says "by its name" "no-such-option"
status 2 "a file that libFuzzer cannot read ends it" "$CWDK" fuzz mended -- no-such-file
says "with the fuzzer's code" "FUZ0001"
: >file
status 3 "a corpus that cannot be a folder is refused" "$CWDK" fuzz mended --runs 1 --corpus file
says "by its name" "file"
mkdir nameless
sed 's/IoCreateSymbolicLink(&PlantedLink, &PlantedName)/STATUS_SUCCESS/; s/^ *IoDeleteSymbolicLink(&PlantedLink);//' \
    mended/planted.c >nameless/planted.c
sed 's/mended/nameless/' mended/cwdk.yaml >nameless/cwdk.yaml
status 1 "a device without a name cannot be fuzzed" "$CWDK" fuzz nameless --runs 1
says "and that is said" "no symbolic link, no device interface"
status 2 "a folder without a driver is refused" "$CWDK" fuzz "$scratch/data" --runs 1
tap_done
