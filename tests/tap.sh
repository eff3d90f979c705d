# TAP for shell tests: source it, call the checks, end with `tap_done`. Each check is one numbered line.
# Environment (set by cmake/testing.cmake): CWDK the built tool, CWDK_BUILD the build folder, CWDK_SOURCE the tree.

tap_count=0
tap_failed=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-test-XXXXXX")
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

ok() { # ok DESCRIPTION
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1"
}

not_ok() { # not_ok DESCRIPTION [DETAIL-FILE]
    tap_count=$((tap_count + 1))
    tap_failed=$((tap_failed + 1))
    echo "not ok $tap_count - $1"
    if [ -n "${2:-}" ] && [ -f "$2" ]; then sed 's/^/# /' "$2" | head -n 60; fi
}

skip() { # skip DESCRIPTION REASON
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

# check DESCRIPTION COMMAND...: ok when the command succeeds; its output is shown when it does not.
check() {
    tap_what=$1; shift
    if "$@" >"$scratch/.check" 2>&1; then ok "$tap_what"; else not_ok "$tap_what" "$scratch/.check"; fi
}

# check_status DESCRIPTION STATUS COMMAND...: ok when the command exits with that status. Output is kept in $scratch/out.
check_status() {
    tap_what=$1; tap_want=$2; shift 2
    tap_got=0
    "$@" >"$scratch/out" 2>&1 || tap_got=$?
    if [ "$tap_got" = "$tap_want" ]; then ok "$tap_what"; else
        echo "# status $tap_got, expected $tap_want" >>"$scratch/out"
        not_ok "$tap_what" "$scratch/out"
    fi
}

# check_output DESCRIPTION PATTERN: ok when $scratch/out (of the last check_status) has a line that matches.
check_output() {
    if grep -q -e "$2" "$scratch/out"; then ok "$1"; else not_ok "$1" "$scratch/out"; fi
}

# unprivileged COMMAND...: as a user that permissions hold for; root itself may write anywhere.
unprivileged() {
    if [ "$(id -u)" -eq 0 ]; then
        chmod 755 "$scratch"
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

tap_done() {
    echo "1..$tap_count"
    [ "$tap_failed" -eq 0 ]
}
