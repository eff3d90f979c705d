#!/bin/sh
# cwdk build, import: Visual Studio projects whose configurations are not called Debug and Release.
. "$CWDK_SOURCE/tests/tap.sh"
cp -r "$CWDK_SOURCE/tests/project/fixtures/named" "$scratch/named" && cd "$scratch/named" || exit 1
build() { "$CWDK" build --sign-mode off "$@"; }
exports() { llvm-readobj-19 --coff-exports "target/$1/named-package/named.sys"; }
has_export() { exports "$1" | grep -q "Name: $2\$"; }

check_status "without a name there is nothing to build" 2 build
check_output "the message names the configuration that was looked for" \
    "^error\\[PRJ3013\\]: named.vcxproj has no configuration 'Debug'\$"
check_output "those that are there, each once, and what to type" \
    "= help: it has 'Win10 Release', 'Win10 Debug', 'Win11 Release': choose one by its name, --configuration 'Win10 Release'\$"
check "and is the only one" sh -c "[ \$(grep -c -e '^error' -e '^warning' '$scratch/out') = 1 ]"
check_status "nor with a profile" 2 build --release --arch amd64
check_output "which looks for Release" "has no configuration 'Release'\$"
check_status "nor with a name that is nowhere" 2 build --configuration 'Win12 Release'
check_output "which is the one named" "has no configuration 'Win12 Release'\$"
check_status "a name without its architecture" 2 build --configuration 'Win11 Release' --arch arm64
check_output "says which to build" "error\\[PRJ3005\\].*named.vcxproj has no configuration Win11 Release|ARM64"
check_output "by the option" 'build with --arch amd64$'
check "nothing is left behind" test ! -e target

check_status "a configuration by its name" 0 build --configuration 'Win11 Release'
check_output "the architecture that it lacks is left out" 'warning\[BLD0011\]: arm64 is left out'
check "conditions see the name" has_export amd64/release named_for_eleven
check "the profile is release by it" test ! -e target/amd64/dev
check_status "another one, whatever its letters' case" 0 build --configuration 'win10 release'
check "is another driver" has_export amd64/release named_for_ten
check "for both architectures" has_export arm64/release named_for_ten
check_status "one that is not a Release" 0 build --configuration 'Win10 Debug' --arch amd64
check "is of the profile dev" has_export amd64/dev named_for_ten
check_status "a profile that is given" 0 build --configuration 'Win11 Release' --profile dev --arch amd64
check "wins" has_export amd64/dev named_for_eleven
check_status "a platform has no place in the name" 2 build --configuration 'Win11 Release|x64'
check_output "that is said" 'the platform is --arch'
check_status "an empty name" 2 build --configuration ''

check_status "the import needs the name, too" 2 "$CWDK" import -o - .
check_output "and lists them" "it has 'Win10 Release'"
check_status "with it" 0 "$CWDK" import -o - . --configuration 'Win11 Release'
check_output "the manifest has what that one has" 'MADE_FOR_ELEVEN'
check_status "two architectures" 0 "$CWDK" import . --configuration 'Win10 Release'
check "become one manifest without layers" sh -c "grep -q MADE_FOR_TEN cwdk.yaml && ! grep -q -e profiles: -e ^arch: cwdk.yaml"
rm -r target
check_status "which wants no configuration" 0 build
check "and takes none" has_export amd64/dev named_for_ten
check_status "that is said to be of another kind" 0 build --configuration 'Win11 Release' --arch amd64
check "but for the profile" has_export amd64/release named_for_ten
tap_done
