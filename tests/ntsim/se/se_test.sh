#!/bin/sh
# Who may open what: security descriptors of devices, from drivers and from INF files, and the checks that drivers make.
set -u
. "$CWDK_SOURCE/tests/tap.sh"

cp -r "$CWDK_SOURCE/tests/ntsim/se/fixtures/." "$scratch"

run() {
    (cd "$scratch/$1" && "$CWDK" test .)
}

check "devices of a driver without PnP" run guards
check "a device that an INF guards" run guarded
tap_done
