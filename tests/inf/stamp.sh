#!/bin/sh
# cwdk stamp from the outside: files, options, environment, exit status.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
# shellcheck disable=SC2016 # $ARCH$ is no variable of ours
printf '[Version]\r\nSignature = "$WINDOWS NT$"\r\nDriverVer = ; stamped\r\n[Manufacturer]\r\nm = M,NT$ARCH$\r\n' >a.inx

check_status "an INX becomes an INF" 0 "$CWDK" stamp a.inx a.inf --arch amd64 --date 11/22/2026 --version 1.2.3.4
# shellcheck disable=SC2016
printf '[Version]\r\nSignature = "$WINDOWS NT$"\r\nDriverVer = 11/22/2026,1.2.3.4 ; stamped\r\n[Manufacturer]\r\nm = M,NTamd64\r\n' >expected
check "with just what was asked for changed" cmp a.inf expected

before=$(stat -c %i a.inf)
check_status "stamping again" 0 "$CWDK" stamp a.inx a.inf --arch amd64 --date 11/22/2026 --version 1.2.3.4
check "leaves an equal file untouched" test "$before" = "$(stat -c %i a.inf)"

check_status "input and output may be one" 0 "$CWDK" stamp a.inf a.inf --date 11/23/2026 --version 1.2.3.5
check "and the file is the new one" grep -q '11/23/2026,1.2.3.5' a.inf

check_status "SOURCE_DATE_EPOCH stands for the clock" 0 env SOURCE_DATE_EPOCH=1000000000 "$CWDK" stamp a.inx b.inf --arch arm64
check "in date and version" grep -q 'DriverVer = 09/09/2001,1.46.40.0' b.inf
check "and the architecture is the one asked for" grep -q 'NTarm64' b.inf

check_status "a token without a value is bad input" 2 "$CWDK" stamp a.inx c.inf
check_output "that names the token, line and column" 'a.inx:5:9'
check_output "and the option" 'give it with --arch'
check "and leaves no file behind" test ! -e c.inf

printf '[Version]\r\nProvider = "x\r\n' >bad.inx
check_status "a file that cannot be read is bad input" 2 "$CWDK" stamp bad.inx c.inf --arch amd64
check_output "with its code" 'error\[INF0105\]'
check_output "and its place" 'bad.inx:2:12'
check "and leaves no file behind either" test ! -e c.inf

check_status "a missing input" 2 "$CWDK" stamp none.inx c.inf
check_output "is named" 'none.inx'
check_status "an unknown architecture is wrong usage" 2 "$CWDK" stamp a.inx c.inf --arch mips
check_status "a missing OUTPUT is wrong usage" 2 "$CWDK" stamp a.inx
check_status "an odd date is bad input" 2 "$CWDK" stamp a.inx c.inf --arch amd64 --date 2026-11-22
check_output "with its code" 'error\[INF0202\]'

if [ "$(id -u)" -ne 0 ]; then
    mkdir locked && chmod a-w locked
    check_status "a read-only folder is the environment's fault" 3 "$CWDK" stamp a.inx locked/a.inf --arch amd64
else
    mkdir blocked.inf
    check_status "an output that is a folder is the environment's fault" 3 "$CWDK" stamp a.inx blocked.inf --arch amd64
fi
check_status "the help has an example" 0 "$CWDK" stamp --help
check_output "of the usual call" 'cwdk stamp echo.inx echo.inf --arch amd64'
check_status "the codes are explained" 0 "$CWDK" explain inf1203
check_output "in words" 'section not found'
tap_done
