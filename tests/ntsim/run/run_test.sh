#!/bin/sh
# cwdk test: what it builds, runs, prints and returns, with a driver that misbehaves on request.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
cd "$scratch" || exit 1

# --- a new project, and a test of it ---

check_status "new" 0 "$CWDK" new echo --wdm
cat >echo/tests/own.c <<'C'
#include <ntsim/ntsim.h>
#include "../public.h"

TEST(bytes_come_back)
{
    char reply[8];
    ULONG moved;
    sim_plug("ROOT\\Echo");
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_ECHO);
    CHECK_SUCCESS(sim_write(file, "hello", 5, &moved));
    CHECK_SUCCESS(sim_read(file, reply, sizeof(reply), &moved));
    CHECK_EQ(moved, 5);
    CHECK_BYTES(reply, "hello", 5);
}

TEST(the_device_goes_by_surprise)
{
    struct sim_device *device = sim_plug(NULL);
    struct sim_file *file = sim_open_interface(&GUID_DEVINTERFACE_ECHO), *other;
    ULONG moved;
    sim_surprise_remove(device);
    CHECK(!NT_SUCCESS(sim_write(file, "hello", 5, &moved)));
    CHECK_STATUS(sim_try_open_interface(&GUID_DEVINTERFACE_ECHO, 0, GENERIC_READ, &other), STATUS_OBJECT_NAME_NOT_FOUND);
}
C
check_status "a filter that fits nothing" 2 "$CWDK" test echo own_c_has_no_such_test
check_output "it says so" 'no test.s name has'
check_status "its tests pass" 0 "$CWDK" test echo --seed 7
check_output "the seed is printed" '^echo: .* tests*, seed 7$'
check_output "the first test passed" '^  pass  bytes_come_back '
check_output "the second test passed" '^  pass  the_device_goes_by_surprise '
check_output "the totals" ' 0 failed, '
check_status "a pattern chooses" 0 "$CWDK" test echo 'bytes_*'
check_output "one test" '^1 test: 1 passed, 0 failed'
cd echo || exit 1
check_status "one word that is no path is a filter" 0 "$CWDK" test surprise
check_output "that one test" '^1 test: 1 passed, 0 failed'
check_status "the names" 0 "$CWDK" test --list
check_output "a name" '^bytes_come_back$'
cd "$scratch" || exit 1

# --- a driver that breaks rules ---

cp -r "$CWDK_SOURCE/tests/ntsim/run/fixtures/faulty" .
check_status "tests that fail" 1 "$CWDK" test faulty --timeout 1 --seed 0 --junit results.xml --trace trace.json
cp out all

# shown NAME PATTERN ...: the test failed, and its part of the output has a line for each pattern.
shown() {
    name=$1; shift
    awk -v name="$name" '$1 == "FAIL" || $1 == "pass" { on = $1 == "FAIL" && $2 == name } on' all >part
    for pattern; do
        if grep -q -e "$pattern" part; then ok "$name: $pattern"; else not_ok "$name: $pattern" part; fi
    done
}

for name in answers refuses_small_buffers takes_a_second waits_a_second is_cancelled loads_by_hand expected_stop; do
    check "$name passes" grep -q "^  pass  $name " all
done
shown bad_number 'number == 43' 'faulty/tests/faulty.c:[0-9]*$' 'actual:   42 (0x2a)' 'expected: 43 (0x2b)'
shown bad_status 'actual:   STATUS_INVALID_DEVICE_REQUEST (0xC0000010)' 'expected: STATUS_NOT_SUPPORTED (0xC00000BB)'
shown bad_bytes 'actual:   at 2: 63 64' 'expected: at 2: 78 64'
shown bad_null 'bug check 0x3B SYSTEM_SERVICE_EXCEPTION' 'parameter 1: 0xc0000005  the exception' '0  faulty.sys!FaultyWrite  .*faulty.c:' \
    'faulty.sys!FaultyControl  .*faulty.c:'
shown bad_null_raised 'bug check 0xD1 DRIVER_IRQL_NOT_LESS_OR_EQUAL' 'parameter 1: 0x8  the address' 'parameter 2: 0x2  the IRQL' \
    'parameter 3: 0x1 ' '0  faulty.sys!FaultyWrite  .*faulty.c:'
shown bad_twice 'bug check 0x44 MULTIPLE_IRP_COMPLETE_REQUESTS' '  faulty.sys!FaultyComplete  .*faulty.c:'
shown bad_hang '^        hang$' 'thread .* waits for '
shown bad_wait '^        hang$' 'thread .* waits for notification event 0x' 'faulty.sys!FaultyControl'
shown bad_loop 'endless loop in the driver' 'at IRQL 0' '0  faulty.sys!FaultyLoop  .*faulty.c:'
shown bad_loop_raised 'bug check 0x133 DPC_WATCHDOG_VIOLATION' 'at IRQL 2' '0  faulty.sys!FaultyLoop  .*faulty.c:'
shown bad_test_loop 'endless loop in the test itself'
shown bad_crash 'the test itself crashed (SIGSEGV), not the driver' 'faulty-tests.so!bad_crash  .*tests/faulty.c:'
shown bad_argument 'INF has no device root.nothing' 'faulty-tests.so!bad_argument  .*tests/faulty.c:'
shown bad_exit 'the test ended its process itself (exit status 0)'
shown bad_expectation 'bug check 0xD1 DRIVER_IRQL_NOT_LESS_OR_EQUAL was expected, and did not come'
shown bad_missing 'faulty.sys calls .*, which is not implemented' '0  faulty.sys!FaultyControl'
shown bad_says 'said 4 words' '0.000000  faulty: the device says hello' 'output of the test:' 'the test says hello'
check "the trace has the debug output" grep -q '"name": "faulty: the device says hello' trace.json
check "how to replay is told" grep -q '^replay with --seed 0 --timeout 1$' all

# --- the same seed, the same run ---

# ASan says where the stack is that it does not know, with a number of the process.
replayed() { "$CWDK" test faulty bad_wait --seed 5 | sed 's/ *[0-9.]* ms.*//; /ASan is ignoring/,/sanitizers.issues/d'; }
replayed >first
replayed >second
check "a replay prints the same, addresses and all" cmp first second

# --- documents ---

check "the JUnit file is well-formed" xmllint --noout results.xml
count_of() { xmllint --xpath "string($1)" results.xml; }
check "it counts the tests" test "$(count_of /testsuites/@tests)" = "$(grep -c '^  \(pass\|FAIL\)' all)"
check "it has each failure" test "$(count_of 'count(//failure) + count(//error)')" = "$(grep -c '^  FAIL' all)"
check "a crash of the test is an error, not the driver's failure" test "$(count_of 'count(//testcase[@name="bad_crash"]/error)')" = 1
check "it has the seed" test "$(count_of '//property[@name="seed"]/@value')" = 0
check "the trace has a process for each test" test "$(grep -c '"process_name"' trace.json)" = "$(grep -c '^  \(pass\|FAIL\)' all)"
for lane in test requests "processor 0" "DPCs of processor 0"; do
    check "it has a lane for: $lane" grep -q "\"name\": \"thread_name\", \"args\": {\"name\": \"$lane\"}" trace.json
done
check "it has the IRQL" grep -q '"name": "IRQL of processor 0", "ts": [0-9.]*, "args": {"IRQL": 2}' trace.json
check "it has the dispatch routines" grep -q '"name": "faulty.sys IRP_MJ_DEVICE_CONTROL"' trace.json

# --- what is wrong, and whose fault it is ---

check_status "no tests" 2 "$CWDK" test "$(mkdir none && cp faulty/cwdk.yaml faulty/*.[ch] none && echo none)"
check_output "it says so" 'error\[TST0001\]: there are no tests below none'
mkdir -p none/tests
echo 'int not_a_test;' >none/tests/empty.c
check_status "a file without a TEST" 2 "$CWDK" test none
check_output "it says so" 'error\[TST0001\]: there is no TEST'
echo '#include <ntsim/ntsim.h>
TEST(broken) { undeclared(); }' >none/tests/empty.c
check_status "tests that do not compile" 1 "$CWDK" test none
check_output "the compiler's message with its place" '^none/tests/empty.c:2:16: error: '
check_output "no command of ninja's is shown" 'error\[TST1001\]'
check "no noise of ninja's" sh -c "! grep -q 'FAILED:\|ninja:' '$scratch/out'"
check_status "a path that is not there" 2 "$CWDK" test nowhere/at/all x
check_status "a wrong seed" 2 "$CWDK" test --seed many
check_status "no processors" 2 "$CWDK" test --processors 0
check_status "three words" 2 "$CWDK" test a b c
check_status "an unknown option" 2 "$CWDK" test --no-such-option
check_status "a report that cannot be written" 3 "$CWDK" test faulty answers --junit "$scratch/none/no/such.xml"
mkdir bin
for tool in ninja lld-link-19 llvm-rc-19 llvm-lib-19 osslsigncode; do ln -s "$(command -v $tool)" bin/; done
check_status "no compiler" 3 env PATH="$scratch/bin" "$CWDK" test none
check_output "which package has it" 'apt-get install clang-19'
check_status "help" 0 "$CWDK" test --help
check_output "it has examples" 'cwdk test --seed 1234'
tap_done
