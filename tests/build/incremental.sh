#!/bin/sh
# cwdk build: what is built again after a change, and what is not. ninja itself says so.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
cp -r "$fixtures/mixed" "$scratch/mixed" && cd "$scratch/mixed" || exit 1

check_status "first build" 0 build
check "nothing is left to do" dirty 0
cp target/build.ninja compile_commands.json "$scratch"
find target -type f -printf '%p %T@\n' | sort >"$scratch/before"
check_status "a build with nothing to do" 0 build
find target -type f -printf '%p %T@\n' | grep -v ninja_ | sort >"$scratch/after"
grep -v ninja_ "$scratch/before" >"$scratch/before2"
check "leaves every file as it was" cmp "$scratch/before2" "$scratch/after"

later alpha/src/work.c
check "a changed source is compiled, once an architecture" dirty 2 'compile'
check "and nothing else of its kind: its driver is linked and packaged" dirty 8
build . >/dev/null 2>&1
check "after that, all is done" dirty 0

later alpha/inc/alpha.h
check "a changed header compiles the two sources that include it" dirty 4 'compile'
build . >/dev/null 2>&1

later checksum/checksum.c
check "a changed library is compiled" dirty 2 'compile'
check "made anew" dirty 2 'library'
check "and its driver is linked, the other one is not" dirty 2 'link'
build . >/dev/null 2>&1

sed -i 's/^model: wdm/&\ndefines: [CHANGED=1]/' beta/cwdk.yaml
check_status "a changed manifest" 0 build -v
check "compiles that project again" sh -c "test \$(grep -c 'DCHANGED=1' $scratch/out) = 2"
check "and no other" sh -c "! grep -q 'clang-19.*alpha/src' $scratch/out"

check_status "a build for one architecture" 0 build --arch arm64
check "has nothing to do" dirty 0
check_status "and for both again" 0 build
check_status "has nothing to do either" 0 build -v
check "no command ran" sh -c "! grep -q clang-19 $scratch/out"

rm target/amd64/dev/beta-package/beta.sys
check_status "a removed result" 0 build
check "comes back" test -f target/amd64/dev/beta-package/beta.sys

mv alpha/inc/alpha.h alpha/inc/ALPHA.h
check_status "a header in another case" 0 build
check_output "is found" '^alpha '
cat >beta/new.c <<'C'
int unused_by_anyone;
C
check_status "a new source file of a wildcard" 0 build
check "is compiled" test -f target/arm64/dev/obj/beta/new.obj
tap_done
