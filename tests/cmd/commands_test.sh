#!/bin/sh
# What holds for every command: help with an example, wrong usage, explain, doctor.
. "$CWDK_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

check_status "no command is wrong usage" 2 "$CWDK"
check_status "an unknown command is wrong usage" 2 "$CWDK" frobnicate
check_output "the message names it" "no command 'frobnicate'"
check_status "--version" 0 "$CWDK" --version
check_output "--version has three numbers" '^cwdk [0-9]*\.[0-9]*\.[0-9]*$'
check_status "--help" 0 "$CWDK" --help
cp out help

for command in $("$CWDK" completion --commands); do
    check "--help lists $command" grep -q "^  $command " help
    check_status "$command --help" 0 "$CWDK" "$command" --help
    check_output "$command --help has an example" "^example"
    check_output "$command --help shows a command line of its own" "^  cwdk $command"
    check_status "$command: an unknown option is wrong usage" 2 "$CWDK" "$command" --no-such-option
done

check_status "explain --list" 0 "$CWDK" explain --list
check_output "it names codes of every engine" "^INF"
check_status "explain a code" 0 "$CWDK" explain ENV0003
check_output "with its title" "^ENV0003: a needed program is missing"
check_status "case does not matter" 0 "$CWDK" explain env0003
check_status "an unknown code is wrong usage" 2 "$CWDK" explain XYZ9999

check_status "doctor on this machine" 0 "$CWDK" doctor
check_output "doctor shows versions" 'ok  *clang-19 .*19\.'
check_status "doctor without programs" 3 env PATH=/nonexistent "$CWDK" doctor
check_output "doctor names the package" 'missing  *lld-link-19 .*apt-get install lld-19'
mkdir -p bin && cp "$CWDK" bin/cwdk
check_status "a program copied away misses its kit" 3 bin/cwdk doctor
check_output "and says so" 'error\[ENV0004\]'
tap_done
