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
    [ ! -f "$CWDK_SOURCE/tests/gallery/$1/test.c" ] || cp "$CWDK_SOURCE/tests/gallery/$1/test.c" "$1/tests/run.c"
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

"$CWDK" test pool_double_free --seed 3 | sed 's/ *[0-9.]* ms.*//; /ASan is ignoring/d' >first
"$CWDK" test pool_double_free --seed 3 | sed 's/ *[0-9.]* ms.*//; /ASan is ignoring/d' >second
check "the same seed gives the same report" cmp first second

check_status "a session tells it, too" 1 sh -c "printf 'open \\\\\\\\.\\\\Gallery\nioctl 0x222000\n' | '$CWDK' run pool_double_free"
check_output "with the code" 'VRF0004: a block of 48 bytes of pool is freed twice'

entry remove_lock_released
check_status "a lock that is released too often" 1 "$CWDK" test remove_lock_released --seed 3
check_output "where it was initialized" '^        the remove lock was initialized at$'
check_output "where it was released before" '^        it was released last at$'

entry user_read_twice
check_status "user memory that changes" 1 "$CWDK" test user_read_twice --seed 3
check_output "what came of it" 'are read twice; where they change in between, the request ends with status 0xC0000005 instead of 0x00000000'
check_output "the second read" '^ *0  user_read_twice.sys!Run  .*bad.c:12$'
check_output "the first" '^        they were read first at$'
check_output "with its line" '^ *0  user_read_twice.sys!Run  .*bad.c:10$'

# --- more than one, and none ---

entry irql_too_high
check_status "a finding that does not stop the run" 1 "$CWDK" test irql_too_high --seed 3
check_output "fails the test" '^  FAIL  gallery .* s virtual$'
check_output "and is the reason" '^        VRF0101: called at too high an IRQL$'
check_status "without the verifier nothing is found" 0 "$CWDK" test irql_too_high --seed 3 --no-verifier

for code in $("$CWDK" explain --list | sed -n 's/^\(VRF[0-9]*\) .*/\1/p'); do
    check "$code is explained with an example" sh -c "'$CWDK' explain $code | grep -q '^Bad: ' && '$CWDK' explain $code | grep -q '^Good: '"
    check "$code is in the gallery" grep -q -r --include=bad.c "/\* .*$code.*\*/\$" "$CWDK_SOURCE/tests/gallery"
done

# --- faults and storms ---

# fault ENTRY KIND: a driver of the gallery with a device, as a project here.
fault() {
    mkdir -p "$1/tests"
    cp "$CWDK_SOURCE/tests/gallery"/gallery*.h .
    cp "$CWDK_SOURCE/tests/gallery/gallery_test.h" "$1/tests"
    cp "$CWDK_SOURCE/tests/gallery/$1/$2.c" "$1/driver.c"
    cp "$CWDK_SOURCE/tests/gallery/$3" "$1/tests/test.c"
    sed "s/NAME/$1/g" "$CWDK_SOURCE/tests/gallery/gallery.inx" >"$1/gallery.inx"
    printf 'name: %s\nkind: driver\nmodel: wdm\nversion: 1.0.0.0\nprovider: Tests\ndescription: "broken"\nsources: [driver.c]\n%s\n' "$1" "$4" >"$1/cwdk.yaml"
}

fault fault_no_memory bad run.c ""
check_status "a failure that is not looked for passes by itself" 0 "$CWDK" test fault_no_memory --seed 3
check_status "and is found when the call fails" 1 "$CWDK" test fault_no_memory --faults --seed 3 --junit faults.xml
check_output "the test says how many there were" '^        1 of 3 faults end badly: bug check 0x'
check_output "the call has its way of failing, its ordinal and its place" '^        fault 3: ExAllocatePool2 returns NULL, the 1st time at$'
check_output "with its line" '^ *0  fault_no_memory.sys!Run  .*driver.c:6$'
check_output "what became of it has a code, and how to repeat it" '^        VRF0701: .* (cwdk explain VRF0701; alone: --faults=3)$'
check_output "the crash has its line" '^ *[01]  fault_no_memory.sys!Run  .*driver.c:7$'
check_output "all are counted" '^3 faults at 3 places: 1 ended badly$'
check "the JUnit file has the place of the crash" sh -c "xmllint --xpath 'string(//testcase//property/@value)' faults.xml | grep -q '^VRF0701 .*driver.c:7 '"
check_status "one alone is repeated by its number" 1 "$CWDK" test fault_no_memory --faults=3 --seed 3
check_output "and no other" '^1 fault at 1 place: 1 ended badly$'
check_status "another one ends well, though the test expects otherwise" 0 "$CWDK" test fault_no_memory --faults=1 --seed 3
"$CWDK" test fault_no_memory --faults --seed 3 | sed 's/ *[0-9.]* ms.*//; /ASan is ignoring/d' >first
"$CWDK" test fault_no_memory --faults --seed 3 | sed 's/ *[0-9.]* ms.*//; /ASan is ignoring/d' >second
check "the same seed gives the same report" cmp first second
check_status "faults and storms are one at a time" 2 "$CWDK" test fault_no_memory --faults --storm
check_status "without the gates no call can fail" 2 "$CWDK" test fault_no_memory --faults --no-verifier

fault storm_queue bad run_pnp.c "inf: gallery.inx"
check_status "a request that nobody ends is found by storms" 1 "$CWDK" test storm_queue --storm --seed 3
check_output "with what happened before" 'the device is pulled out before sim_wait, the [0-9a-z]* time at$'
check_output "in the test's line" 'storm_queue-tests.so!gallery  .*test.c:8$'
check_output "and who was given it" '^        VRF0712: a control request was cancelled, and long after that '
check_output "in the driver" '^ *0  storm_queue.sys!Control  '
cp "$CWDK_SOURCE/tests/gallery/storm_queue/good.c" storm_queue/driver.c
check_status "its twin survives all" 0 "$CWDK" test storm_queue --storm --seed 3
check_output "of which there are many" '^[3-9][0-9] storms at [0-9]* places: 0 ended badly$'

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
