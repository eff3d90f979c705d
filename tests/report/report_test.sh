#!/bin/sh
# `cwdk test --report`, --shard and `cwdk report`, with a driver that has a mistake for each mode; and what Chromium says
# to the page.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
mkdir "$scratch/tree"
cp -r "$CWDK_SOURCE/tests/report/fixtures/shop" "$scratch/tree/shop"
cp "$CWDK_SOURCE"/tests/gallery/gallery.h "$CWDK_SOURCE"/tests/gallery/gallery_threads.h "$scratch/tree/shop"
cp -r "$scratch/tree" "$scratch/elsewhere"
cd "$scratch/tree" || exit 1

# What is told of a run, but for real time.
told() { sed 's/ *[0-9.]* ms//g; /ASan is ignoring/d'; }
# A report without the numbers of its shards.
unnumbered() { sed 's/"shards":[0-9]*,"have":\[[0-9,]*\]/-/' "$1"; }
# run NAME SHARDS OPTION...: the report of the whole run is NAME.json, of its parts together NAME-all.json.
run() {
    name=$1 count=$2; shift 2
    "$CWDK" test shop --seed 1 "$@" --report "$name.json" >"$name.out" 2>&1
    cp shop/target/amd64/coverage/lcov.info "$name.info" 2>/dev/null
    shard=0
    while [ $shard -lt "$count" ]; do
        shard=$((shard + 1))
        "$CWDK" test shop --seed 1 "$@" --shard "$shard/$count" --report "$name-$shard.json" >"$name-$shard.out" 2>&1
    done
    "$CWDK" report "$name"-?.json --json "$name-all.json" >"$name-all.out" 2>&1
    unnumbered "$name.json" >whole
    unnumbered "$name-all.json" >parts
    check "$name: there is a report" test -s whole
    check "$name: $count shards are the whole run, each thing once" cmp whole parts
}

# How many faults the runs have tried.
tried() { sed -n 's/^\([0-9]*\) faults at.*/\1/p' "$@" | awk '{ n += $1 } END { print n + 0 }'; }

run tests 3
check "a shard runs some of the tests" grep -q '^shard 2 of 3: 2 tests:' tests-2.out
run coverage 2 --coverage
run faults 3 --faults
check "a shard tries some of the faults" test "$(tried faults-1.out)" -lt "$(tried faults.out)"
check "together as many as there are" test "$(tried faults-[123].out)" -eq "$(tried faults.out)"
run storms 2 --storm careful_threads
run schedules 3 --schedules 60 careful_threads
run exhaustive 2 --schedules exhaustive:1 careful_threads
check "a shard runs some of the schedules" grep -q '^        20 schedules' schedules-2.out
"$CWDK" test shop --seed 1 --schedules 60 sweepers --report race.json >race.out 2>&1

# --- the same again ---
"$CWDK" test shop --seed 1 --faults --report again.json >again.out 2>&1
check "the same seed gives the same report, byte for byte" cmp faults.json again.json
"$CWDK" test shop --seed 1 --schedules 60 sweepers --report again.json >/dev/null 2>&1
check "so does the same schedule, shrunk and drawn" cmp race.json again.json
told <faults.out >one; told <again.out >two
check "and tells the same" cmp one two
(cd ../elsewhere/shop && "$CWDK" test . --seed 1 --faults --report ../again.json >/dev/null 2>&1)
check "in another folder, too" cmp faults.json ../elsewhere/again.json
check_status "all of them on a page" 1 "$CWDK" report tests.json coverage.json faults.json race.json --html page.html --junit all.xml --lcov all.info
check_output "findings are told once, with their place" '^  shop.c:15  VRF0007: .*(2 times)$'
check_output "and counted" '^5 findings$'
cp page.html first.html
"$CWDK" report race.json faults.json tests.json coverage.json --html page.html >/dev/null 2>&1
check "frames of the system are folded away" grep -q ' more, of the system</summary>' page.html
check "the page is the same in any order" cmp page.html first.html
check "JUnit XML is well formed, and has the findings" sh -c 'xmllint --noout all.xml && grep -q "VRF0004 shop.c:" all.xml'
grep -A9999 'SF:.*shop.c' all.info | grep '^DA:' >from-report
grep -A9999 'SF:.*shop.c' coverage.info | grep '^DA:' >from-test
check "coverage is that of the run" cmp from-report from-test

# --- fuzzing ---
for shard in 1 2; do
    rm -rf shop/fuzz
    "$CWDK" fuzz shop --seed 5 --runs 600 --shard $shard/2 --report fuzz-$shard.json >fuzz-$shard.out 2>&1
done
rm -rf shop/fuzz
"$CWDK" fuzz shop --seed 5 --runs 600 --shard 2/2 --report again.json >/dev/null 2>&1
check "a shard of fuzzing gives the same report again" cmp fuzz-2.json again.json
check "shards of fuzzing have seeds of their own" test "$(sed -n "s/.*fuzzing, seed //p" fuzz-1.out)" != "$(sed -n "s/.*fuzzing, seed //p" fuzz-2.out)"
check_status "they become one run" 1 "$CWDK" report fuzz-?.json --html fuzz.html
check_output "with all executions" "^cwdk fuzz --seed 5 --runs 600: 1 test, 1 failed; 6[0-9]* of 6[0-9]* executions"
check "that is on the page, with how to see a finding again" grep -q "<code>cwdk fuzz . -- fuzz/findings/crash-" fuzz.html

# --- what is not right ---
check_status "a missing shard is told" 1 "$CWDK" report faults-1.json faults-3.json --html missing.html
# shellcheck disable=SC2016 # the message has backquotes
check_output "by its number" 'error\[RPT1001\]: shard 2 of 3 of `cwdk test --seed 1 --faults` of shop is missing'
check "and on the page" grep -q '1 shard is missing' missing.html
check_status "a shard is given once" 2 "$CWDK" report faults-1.json faults-2.json faults-1.json
check_output "and it is said which" 'RPT0003.*shard 1 of 3'
check_status "so is a run" 2 "$CWDK" report faults.json faults.json
check_output "with its name" 'RPT0003.*--faults'
sed 's/static NTSTATUS Buy/static  NTSTATUS Buy/' faults-2.json >changed.json
check_status "shards of different sources" 2 "$CWDK" report faults-1.json changed.json
check_output "do not fit" 'RPT0004.*shop.c is another text'
head -c 3000 faults.json >cut.json
check_status "a report that was cut off" 2 "$CWDK" report cut.json --html cut.html
check_output "is no JSON from some place on" 'RPT0001.*cut.json is no JSON'
check_output "which is told" 'cut.json:1:[0-9]'
check "and nothing is written" test ! -e cut.html
refused() { # refused DESCRIPTION SED-PROGRAM PATTERN
    sed "$2" faults.json >refused.json
    check_status "$1" 2 "$CWDK" report refused.json
    check_output "with its place" "$3"
}
refused "a string for a number" 's/"line":[0-9]*/"line":"x"/' 'RPT0002.*runs\[0\].*line: a number'
refused "a number below zero" 's/"irql":0/"irql":-1/' 'irql: a number that is not negative'
refused "a number beyond all numbers" 's/"time":0/"time":99999999999999999999/' 'RPT0001.*too big integer'
refused "an absurd number of shards" 's/"shards":0/"shards":4000000000/' 'runs\[0\].shards: a number of shards'
refused "a list that is none" 's/"stacks":\[/"stacks":7,"others":[/' 'findings\[0\].stacks: a list'
refused "an unknown kind" 's/"kind":"finding"/"kind":"rumour"/' 'kind: one of finding'
refused "a key twice" 's/"mode":/"mode":"x","mode":/' 'duplicate object key'
refused "another version" 's/"version":1/"version":2/' 'RPT0001.*another version'
echo '[]' >list.json
check_status "what is no report" 2 "$CWDK" report list.json
check_output "is refused" 'is no report of'
check_status "a file that is not there" 2 "$CWDK" report nowhere.json
check_status "a page that cannot be written" 3 "$CWDK" report race.json --html nowhere/page.html
check_status "no file" 2 "$CWDK" report
check_status "a shard of too many" 2 "$CWDK" test shop --seed 1 --shard 4/3
check_status "a shard without a seed" 2 "$CWDK" test shop --shard 1/3
sed 's/"suite":"shop"/"suite":"<script>alert(1)<\/script>"/g; s/"claim":"/"claim":"<img src=x onerror=alert(2)>\\" onclick=\\"/g; s/"drivers":\["shop"\]/"drivers":["<b>\&amp;\\"x"]/' \
    faults.json >hostile.json
check_status "HTML in names" 1 "$CWDK" report hostile.json --html hostile.html
check "is text on the page" sh -c '! grep -qE "<script>alert|<img|<b>&amp;" hostile.html && grep -q "&#60;script&#62;alert" hostile.html'

# --- in a browser ---
page_code=VRF0101 page_findings=5 page_filtered=1 page_pictures='([1-9][0-9]+|[5-9])'
. "$CWDK_SOURCE/tests/report/browser.sh"
tap_done
