#!/bin/sh
# cwdk new: what it makes, and what it refuses.
. "$CWDK_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

same_files() { # same_files FOLDER FILE...: FOLDER holds just these
    folder=$1; shift
    printf '%s\n' "$@" | sort >"$scratch/want"
    (cd "$folder" && find . -type f | sed 's#^\./##' | sort) >"$scratch/got"
    diff "$scratch/want" "$scratch/got"
}

common=".gitignore README.md cwdk.yaml public.h tests/README.md tests/device/cwdk.yaml tests/device/smoke.c"
for model in kmdf umdf wdm; do
    check_status "$model: a project is made" 0 "$CWDK" new "my-$model" "--$model"
    case $model in
    wdm) sources="src/driver.h src/driver.c src/io.c src/pnp.c" ;;
    *) sources="src/driver.h src/platform.h src/driver.c src/device.c src/queue.c" ;;
    esac
    # shellcheck disable=SC2086
    check "$model: it has just the promised files" same_files "my-$model" $common $sources "my-$model.inx" "tests/my-$model.c"
    check "$model: no word of the template is left" sh -c "! grep -rE '@[A-Z_]+@' my-$model"
    check "$model: the service has the project's name" grep -Eq "^(AddService|UmdfService) .*= my-$model," "my-$model/my-$model.inx"
    check "$model: the ignore file covers the output" grep -qx 'target/' "my-$model/.gitignore"
    check "$model: and hides no source" sh -c "! find my-$model -path '*/target/*' | grep ."
done
for model in kmdf umdf wdm; do
    check_status "$model, safe: a project is made" 0 "$CWDK" new "safe-$model" "--$model" --safe
    case $model in
    wdm) sources="src/driver.h src/driver.c src/io.c src/pnp.c" ;;
    *) sources="src/driver.h src/platform.h src/driver.c src/queue.c" ;;
    esac
    # shellcheck disable=SC2086
    check "$model, safe: it has just the promised files" same_files "safe-$model" $common $sources "safe-$model.inx" "tests/safe-$model.c"
    check "$model, safe: no word of the template is left" sh -c "! grep -rE '@[A-Z_]+@' safe-$model"
    check "$model, safe: the manifest says so" grep -q '^profile: safe' "safe-$model/cwdk.yaml"
done
check_status "in Rust: a project is made" 0 "$CWDK" new my-crate --kmdf --rust
# shellcheck disable=SC2086
check "in Rust: it has just the promised files" same_files my-crate $common src/lib.rs src/queue.rs src/guid.c my-crate.inx tests/my-crate.c
check "in Rust: no word of the template is left" sh -c "! grep -rE '@[A-Z_]+@' my-crate"
check "in Rust: the manifest names the crate" grep -q '^rust: src/lib.rs' my-crate/cwdk.yaml
for wrong in '--umdf --rust' '--wdm --rust' '--kmdf --rust --safe'; do
    # shellcheck disable=SC2086
    check_status "$wrong is wrong usage" 2 "$CWDK" new wrong $wrong
done
check "and makes nothing" test ! -e wrong
check "two projects have different device interfaces" sh -c '! cmp -s my-kmdf/public.h my-wdm/public.h'

check_status "a given GUID is used" 0 "$CWDK" new fixed --wdm --guid '{01234567-89ab-cdef-0123-456789abcdef}'
check "the GUID stands in public.h as C" grep -q '0x01234567, 0x89ab, 0xcdef, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef' fixed/public.h
check_status "a broken GUID is refused" 2 "$CWDK" new broken --wdm --guid 0123
check "nothing is made then" test ! -e broken

check_status "a folder with something in it is refused" 2 "$CWDK" new my-kmdf --kmdf
check_output "the message has its code" 'error\[TPL0002\]'
mkdir empty
check_status "an empty folder is fine" 0 "$CWDK" new empty --umdf
touch file
check_status "a file in the way is refused" 2 "$CWDK" new file --umdf

for name in 9lives 'my driver' 'a.b' '../up driver' con LPT1 "$(printf 'n%064d' 0)" 'größe' 'a;b'; do
    check_status "the name '$name' is refused" 2 "$CWDK" new "$name" --kmdf
    check_output "the message has its code" 'error\[TPL0001\]'
done
check "refused names leave nothing behind" test ! -e 9lives

check_status "a path makes its folders" 0 "$CWDK" new some/where/deep/ --kmdf
check "the last part is the name" test -f some/where/deep/deep.inx

check_status "no model is wrong usage" 2 "$CWDK" new thing
check_output "the message names the choices" '\-\-kmdf, --umdf or --wdm'
check_status "two models are wrong usage" 2 "$CWDK" new thing --kmdf --wdm
check_status "no name is wrong usage" 2 "$CWDK" new --kmdf

mkdir locked && chmod 555 locked
check_status "an unwritable place is an environment error" 3 unprivileged "$CWDK" new locked/below --kmdf
check_output "the message has its code" 'error\[ENV0002\]'
tap_done
