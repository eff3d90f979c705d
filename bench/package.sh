#!/bin/sh
# What a package's INF and catalog cost: reading and verifying the INF and making the catalog, against one run of
# osslsigncode on that catalog. Promised: less. CWDK names the tool; bench-package stands beside it.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
. "$CWDK_SOURCE/bench/timing"
bench=${CWDK%cwdk}bench-package
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/home" # a test identity of its own
cd "$work"

scratch=$work
. "$CWDK_SOURCE/tests/catalog/package.sh"
package echo
inf=echo/echo.inf
catalog=echo/echo.cat
"$CWDK" sign echo/echo.sys
"$CWDK" sign --export-certificate test.cer
identity=$(find home -name '*.pem')
unset SOURCE_DATE_EPOCH

make_catalog() { rm -f "$catalog"; "$bench" echo "$inf"; }
sign_catalog() { rm -f signed.cat; osslsigncode sign -certs "$identity" -key "$identity" -h sha256 -in "$catalog" -out signed.cat; }

made=$(least 30 nothing make_catalog)
signed=$(least 30 nothing sign_catalog)
awk -v a="$made" -v b="$signed" 'BEGIN {
    printf "INF parse, verify and catalog: %.2f ms; one osslsigncode sign: %.2f ms; ratio %.2f (promised: under 1.0)\n",
        a / 1000, b / 1000, a / b
    exit !(a < b)
}'
