#!/bin/sh
# What the verifier reports, and how: stacks, documents, the same bytes every time; and drivers of Microsoft's that are
# broken on purpose. The rules themselves are shown by tests/gallery.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1

# entry NAME: the broken driver of the gallery as a project here.
entry() {
    mkdir -p "$1/tests"
    cp "$CWDK_SOURCE/tests/gallery"/gallery*.h .
    cp "$CWDK_SOURCE/tests/gallery/gallery_test.h" "$1/tests"
    cp "$CWDK_SOURCE/tests/gallery/$1/bad.c" "$1"
    cp "$CWDK_SOURCE/tests/gallery/run.c" "$1/tests"
    printf 'name: %s\nkind: driver\nmodel: wdm\nversion: 1.0.0.0\nprovider: Tests\ndescription: "broken"\nsources: [bad.c]\n' "$1" >"$1/cwdk.yaml"
}

# --- a finding, and what led to it ---

entry pool_double_free
check_status "a driver that frees twice" 1 "$CWDK" test pool_double_free --seed 3 --junit results.xml
check_output "the bug check is Windows' own" 'bug check 0xC2 BAD_POOL_CALLER'
check_output "the finding has its code and claim" '^        VRF0004: a block of 48 bytes of pool is freed twice, at IRQL 0 (cwdk explain VRF0004)$'
check_output "it begins where it was done, in the function that was called" '^ *0  ntoskrnl.exe!ExFreePoolWithTag '
check_output "with the driver's line" '^ *1  pool_double_free.sys!Run  .*bad.c:10$'
check_output "the allocation is there" '^        the block was allocated at$'
check_output "with its line" '^ *1  pool_double_free.sys!Run  .*bad.c:6$'
check_output "the first free is there" '^        it was freed before at$'
check_output "with its line" '^ *1  pool_double_free.sys!Run  .*bad.c:9$'
value() { xmllint --xpath "string($1)" results.xml; }
check "the JUnit file is well-formed" xmllint --noout results.xml
check "the failure has the code for its type" test "$(value '//failure/@type')" = VRF0004
check "a property has code, line and claim" sh -c "echo '$(value '//testcase//property/@value')' | grep -q '^VRF0004 .*bad.c:10 a block of 48 bytes of pool is freed twice$'"

"$CWDK" test pool_double_free --seed 3 | sed 's/ *[0-9.]* ms.*//' >first
"$CWDK" test pool_double_free --seed 3 | sed 's/ *[0-9.]* ms.*//' >second
check "the same seed gives the same report" cmp first second

check_status "a session tells it, too" 1 sh -c "printf 'open \\\\\\\\.\\\\Gallery\nioctl 0x222000\n' | '$CWDK' run pool_double_free"
check_output "with the code" 'VRF0004: a block of 48 bytes of pool is freed twice'

# --- more than one, and none ---

entry irql_too_high
check_status "a finding that does not stop the run" 1 "$CWDK" test irql_too_high --seed 3
check_output "fails the test" '^  FAIL  gallery .* s virtual$'
check_output "and is the reason" '^        VRF0101: called at too high an IRQL$'
check_status "without the verifier nothing is found" 0 "$CWDK" test irql_too_high --seed 3 --no-verifier

for code in $("$CWDK" explain --list | sed -n 's/^\(VRF[0-9]*\) .*/\1/p'); do
    check "$code is explained with an example" sh -c "'$CWDK' explain $code | grep -q '^Bad: ' && '$CWDK' explain $code | grep -q '^Good: '"
    case $code in
    VRF0404 | VRF0406 | VRF0407 | VRF0506) ;; # they need a device: tests/ntsim has their bug checks
    *) check "$code is in the gallery" grep -q -r --include=bad.c "/\* .*$code.*\*/\$" "$CWDK_SOURCE/tests/gallery" ;;
    esac
done

# --- drivers that are broken on purpose ---

# broken TESTS FOLDER PROJECT CODE PLACE: one of Microsoft's that are broken on purpose.
broken() {
    if [ -z "${CWDK_SAMPLES:-}" ]; then
        skip "$2: $4" "CWDK_SAMPLES names no checkout of Windows-driver-samples"
        return
    fi
    mkdir -p broken && cp -r "$CWDK_SAMPLES/$2" "broken/$1"
    cp -r "$CWDK_SOURCE/tests/ntsim/verifier/broken/$1" "$(dirname "broken/$1/$3")/tests"
    "$CWDK" test "broken/$1/$3" --seed 1 >out 2>&1
    if grep -A 4 "^        $4: " out | grep -q "$5\$"; then ok "$2: $4 at $5"; else not_ok "$2: $4 at $5" out; fi
}
broken dv tools/dv/samples/DV-FailDriver-WDM driver/defect_toastmon.vcxproj VRF0101 defect_toastmon.c:1486
broken kasan tools/kasan/samples/KasanDemo-WDM sys/kasantrigger.vcxproj VRF0001 kasantrigger.c:102

tap_done
