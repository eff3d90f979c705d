#!/bin/sh
# Everything that is said about the sources without running them. `./dev lint` calls it, and so do the tests.
# CWDK_BUILD names a build folder with compile_commands.json.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=${CWDK_BUILD:-build}
failed=0
number=0
report=$(mktemp)
trap 'rm -f "$report"' EXIT

host_sources() {
    find cwdk ntsim sdk site tests bench -not -path "sdk/include/*" -name '*.[ch]' -not -path '*/corpus/*' \
        -not -path "tests/sdk/*" -not -path "tests/wdf/*" -not -path "*/fixtures/*" | sort
}

# The files that the build folder compiles for this machine.
compiled_sources() {
    sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' "$build/compile_commands.json" | sort -u
}

step() { # step DESCRIPTION COMMAND...
    what=$1; shift
    number=$((number + 1))
    if "$@" >"$report" 2>&1; then
        echo "ok $number - $what"
    else
        echo "not ok $number - $what"
        failed=1
        grep -vE '^([0-9]+ warnings? generated|\[[0-9/]+\] Processing file)' "$report" | sed 's/^/# /' | head -n 200
    fi
}

format() { host_sources | xargs clang-format-19 --dry-run -Werror; }

# The analyzer takes seconds a file, so only the product goes through it; tests have their sanitizers.
tidy() {
    compiled_sources | grep -v "/tests/" | xargs -P 2 -n 1 sh tests/lint/tidy.sh "$build" "" &&
        compiled_sources | grep "/tests/" | xargs -P 2 -n 1 sh tests/lint/tidy.sh "$build" "-clang-analyzer-*"
}

check_cpp() {
    cppcheck --project="$build/compile_commands.json" --cppcheck-build-dir="$build/cppcheck" --quiet -j 2 \
        --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
        --suppress=missingIncludeSystem --suppress=checkersReport --suppress=normalCheckLevelMaxBranches
}

scripts() {
    find . -name "*.sh" -not -path "*/build*" -not -path "*/target/*" -exec \
        shellcheck -s sh -x -e SC1091,SC2317,SC2013,SC1010 dev tests/run-tap tests/compat/run .ci/run {} +
}

# A file has one responsibility. Tables of facts (tests/sdk, tests/wdf) and the headers of sdk/include are left out.
sizes() {
    { host_sources; find . -name '*.sh' -not -path './build*'; } | xargs wc -l |
        awk '$2 != "total" && $1 > 800 { print $2 " has " $1 " lines; the limit is 800"; bad = 1 } END { exit bad }'
}

mkdir -p "$build/cppcheck"
step "clang-format has nothing to change" format
step "clang-tidy finds nothing" tidy
step "cppcheck finds nothing" check_cpp
step "shellcheck finds nothing" scripts
step "no file is over 800 lines" sizes
echo "1..$number"
exit $failed
