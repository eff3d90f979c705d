#!/bin/sh
# cwdk clean: removes what cwdk build made, and nothing else.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
cp -r "$fixtures/mixed" "$scratch/mixed" && cd "$scratch/mixed" || exit 1

check_status "nothing to remove is fine" 0 "$CWDK" clean
check_output "it says so" '^nothing to remove$'
build . >/dev/null 2>&1
check_status "the target folder is removed" 0 "$CWDK" clean "$scratch/mixed"
check "it is gone" test ! -e target
check "the sources are still there" test -f alpha/src/driver.c
build . >/dev/null 2>&1
check_status "a project file stands for its folder" 0 "$CWDK" clean alpha/cwdk.yaml
check "another folder's target is not touched" test -d target

mkdir -p other/target && echo precious >other/target/file
check_status "a target folder of someone else is refused" 2 "$CWDK" clean other
check_output "with its code" 'error\[BLD0004\]'
check "its content is still there" grep -q precious other/target/file
echo 'Signature: 8a477f597d28d172789f06886806bc55' >other/target/CACHEDIR.TAG
check_status "another program's cache is refused, too" 2 "$CWDK" clean other

mkdir linked && ln -s ../other/target linked/target
cp target/CACHEDIR.TAG other/target/CACHEDIR.TAG
check_status "a link to a folder is refused" 2 "$CWDK" clean linked
check "what it points to is still there" grep -q precious other/target/file

mkdir outside && echo precious >outside/file && ln -s ../outside target/inside
check_status "a link inside is removed" 0 "$CWDK" clean
check "not followed" grep -q precious outside/file
check_status "a path that is not there is bad input" 2 "$CWDK" clean nowhere
tap_done
