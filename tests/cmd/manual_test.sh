#!/bin/sh
# The manual page: well-formed, and complete.
. "$CWDK_SOURCE/tests/tap.sh"
page=$CWDK_SOURCE/docs/cwdk.1
check "mandoc finds nothing to mend" mandoc -T lint -W warning "$page"
for command in $("$CWDK" completion --commands); do
    check "the page tells of $command" grep -q "^\.It Cm $command\b" "$page"
done
tap_done
