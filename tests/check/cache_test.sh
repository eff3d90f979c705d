#!/bin/sh
# What was found is kept until something changes that it was made of, and is the same however many processes looked for it.
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/drivers"
cd "$scratch/drivers" || exit 1
for name in one two; do
    mkdir $name
    cp "$CWDK_SOURCE/tests/check/fixtures/fixtures.h" "$CWDK_SOURCE/tests/check/fixtures/double_free.c" $name
    printf 'name: %s\nmodel: kmdf\nsources: ["*.c"]\n' $name >$name/cwdk.yaml
done
kept() { find . -path "*/obj/$1/check.json"; }
same() { # same DESCRIPTION: a check tells what the first one told
    "$CWDK" check . >now 2>&1
    check "$1" cmp first now
}

"$CWDK" check -j 2 . >first 2>&1
check "both drivers have findings" test "$(grep -c '^one: [1-9]\|^two: [1-9]' first)" = 2
check "what was found is kept beside the objects" test -f "$(kept one)"
same "the same is told again"

file=$(kept one)
cp "$file" whole
sed -i 's/is freed a second time/has been planted here/' "$file"
"$CWDK" check . >now 2>&1
check "nothing changed: the driver is not analysed again" grep -q 'has been planted here' now
sed -i '1s,$, /* a comment */,' one/double_free.c
"$CWDK" check . >now 2>&1
check "a comment changed: it is" sh -c '! grep -q "has been planted here" now'
check "and the other driver is told of as before" test "$(grep -c 'is freed a second time' now)" = "$(grep -c 'is freed a second time' first)"
sed -i '1s, /\* a comment \*/$,,' one/double_free.c
same "the source is as it was"

for bytes in 0 1 100 2000; do
    head -c $bytes whole >"$file"
    same "a file of $bytes bytes is as none"
done
for change in 's/"version":1/"version":2/' 's/"place":\[[0-9]*/"place":[999999/' 's/"place":\[[0-9]*,/"place":[-1,/' \
    's/"print":"../"print":"zz/' 's/"code":"CHK1002"/"code":"CHK9999"/' 's/"steps":\[/"steps":[7,/' 's/"files":\["",/"files":[1,/' \
    's/"depth":0/"depth":1e9/'; do
    sed "$change" whole >"$file"
    check "there is something to change: $change" sh -c "! cmp -s whole '$file'"
    same "what makes no sense is as none: $change"
done
rm -rf one/target two/target target
"$CWDK" check -j 1 . >now 2>&1
check "one process finds the same as two" cmp first now
check_status "and json has it from what was kept" 1 "$CWDK" check --format json .
check_output "whole" '"text": "the memory is freed by ExFreePoolWithTag"'
tap_done
