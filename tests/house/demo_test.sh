#!/bin/sh
# ./dev demo: ends well, shows what it made, and is quick the second time.
. "$CWDK_SOURCE/tests/tap.sh"
cd "$CWDK_SOURCE" || exit 1
export XDG_DATA_HOME="$scratch/data"

check_status "the demo ends well" 0 ./dev demo
check_output "it shows a table" '^package  *arch '
check_output "it ends with a run of the KMDF driver" '^7 tests: 7 passed, 0 failed'
for model in kmdf umdf wdm; do
    for arch in amd64 arm64; do
        check_output "demo-$model $arch passes all checks" "^demo-$model  *$arch .* passed; [89] of 9 checks made, 0 errors, 0 warnings"
    done
done
stamp=$(stat -c %Y:%i build/demo/target/amd64/release/demo-kmdf-package/demo-kmdf.sys)
check_status "the second run ends well" 0 ./dev demo
check "it made nothing anew" [ "$stamp" = "$(stat -c %Y:%i build/demo/target/amd64/release/demo-kmdf-package/demo-kmdf.sys)" ]
tap_done
