#!/bin/sh
# `cwdk catalog` on packages good and bad, with openssl and osslsigncode as witnesses of what it wrote.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/catalog/package.sh"
cd "$scratch" || exit 2
unset SOURCE_DATE_EPOCH

hash_of() { # hash_of sha1|sha256 FILE: upper-case
    openssl dgst "-$1" -r "$2" | cut -d ' ' -f 1 | tr a-f A-F
}

# Prints the members' tags as openssl sees them.
tags() { openssl asn1parse -inform DER -in "$1" | sed -n 's/.*d=8 .*OCTET STRING *\[HEX DUMP\]:\([0-9A-F]*\)$/\1/p'; }

package one
check_status "a package gets its catalog under the INF's name" 0 "$CWDK" catalog one --date 1700000000
check "it is there" test -s one/echo.cat
check "openssl reads it as a PKCS#7 message" openssl pkcs7 -inform DER -in one/echo.cat -noout -print_certs
tags one/echo.cat >tags.txt
check "two members for each of two files" test "$(wc -l <tags.txt)" = 4
check "the INF is a member by its SHA-1" grep -qx "$(hash_of sha1 one/echo.inf)" tags.txt
check "the INF is a member by its SHA-256" grep -qx "$(hash_of sha256 one/echo.inf)" tags.txt
check "the date is the one asked for" sh -c "openssl asn1parse -inform DER -in one/echo.cat | grep -q 'UTCTIME *:231114221320Z'"

openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=witness -days 30 \
    -addext extendedKeyUsage=codeSigning 2>/dev/null
check "osslsigncode signs it" osslsigncode sign -certs cert.pem -key key.pem -h sha256 -in one/echo.cat -out signed.cat
check_status "osslsigncode finds the driver in it" 0 osslsigncode verify -catalog signed.cat -CAfile cert.pem -in one/echo.sys
check_output "by the driver's Authenticode hash" "File is signed in catalog"
cp one/echo.sys other.sys
printf '\001' | dd of=other.sys bs=1 seek=1100 conv=notrunc 2>/dev/null
check "but not a changed driver" sh -c "! osslsigncode verify -catalog signed.cat -CAfile cert.pem -in other.sys"

cp one/echo.cat before.cat
check_status "the same again" 0 "$CWDK" catalog one --date 1700000000
check "gives the same bytes" cmp before.cat one/echo.cat
check_status "and so does SOURCE_DATE_EPOCH" 0 env SOURCE_DATE_EPOCH=1700000000 "$CWDK" catalog one --output again.cat
check "in another place" cmp before.cat again.cat
check "which left the first one's time alone" test ! one/echo.cat -nt again.cat

package signed
osslsigncode sign -certs cert.pem -key key.pem -h sha256 -ph -in one/echo.sys -out signed.sys >/dev/null
cp signed.sys signed/echo.sys
cp one/echo.inf signed/
check_status "a driver that was signed" 0 "$CWDK" catalog signed --date 1700000000
check "has the same members as before" cmp before.cat signed/echo.cat

check_status "version 1, for Windows 7" 0 "$CWDK" catalog one --catalog-version 1 --output v1.cat
check "names members by letters" sh -c "openssl asn1parse -inform DER -in v1.cat | grep -q '1.3.6.1.4.1.311.12.1.2'"
osslsigncode sign -certs cert.pem -key key.pem -h sha256 -in v1.cat -out v1-signed.cat >/dev/null
check "osslsigncode finds the driver in that one, too" \
    osslsigncode verify -catalog v1-signed.cat -CAfile cert.pem -in one/echo.sys

# Names in the INF and on disk may differ in case; files may lie in subfolders.
package nested
mkdir nested/Bin
mv nested/echo.sys nested/Bin/ECHO.sys
sed -i 's/^1 = %Disk%/1 = %Disk%,,,bin/' nested/echo.inf
check_status "a file in a subfolder, spelled otherwise" 0 "$CWDK" catalog nested
check "is a member" test "$(tags nested/echo.cat | wc -l)" = 4

# What must not be.
package missing
rm missing/echo.sys
check_status "a missing file" 2 "$CWDK" catalog missing
check_output "is named" "CAT1001.*'echo.sys'"
check_output "with its place in the INF" "missing/echo.inf:20:"
check "and no catalog is left" test ! -e missing/echo.cat

package unlisted
echo x >unlisted/stowaway.txt
mkdir unlisted/deep
echo x >unlisted/deep/stowaway.txt
check_status "unlisted files" 0 "$CWDK" catalog unlisted --date 1700000000
check_output "one is warned of" "warning.CAT1002.: stowaway.txt"
check_output "one in a subfolder, too" "warning.CAT1002.: deep/stowaway.txt"
check "the catalog is that of a package without them" cmp before.cat unlisted/echo.cat
rm -r unlisted/stowaway.txt unlisted/deep
openssl x509 -in cert.pem -outform DER -out unlisted/test.cer
cp key.pem unlisted/test.cer
check_status "a private key under a harmless name" 2 "$CWDK" catalog unlisted
check_output "is found" "SIG1005.*test.cer"
openssl x509 -in cert.pem -outform DER -out unlisted/test.cer
check_status "a certificate need not be listed" 0 "$CWDK" catalog unlisted

package looped
ln -s . looped/one
ln -s . looped/two
check_status "links that lead in circles" 0 timeout 10 "$CWDK" catalog looped
check_output "are not followed" "CAT1002.*: one is in the package"

package nameless
sed -i '/CatalogFile/d' nameless/echo.inf
check_status "an INF that names no catalog" 2 "$CWDK" catalog nameless
check_output "is told what to add" "CatalogFile = "
sed -i 's/^Class = /CatalogFile = ..\\up.cat\nClass = /' nameless/echo.inf
check_status "a catalog's name with a folder" 2 "$CWDK" catalog nameless
check_output "is refused" "CAT1004"

package two
cp two/echo.inf two/other.inf
check_status "two INFs" 2 "$CWDK" catalog two
check_output "are both named" "CAT1003.*echo.inf.*other.inf"
check_status "an INF of another folder" 2 "$CWDK" catalog one --inf two/echo.inf
check_output "is refused" "CAT1003"
mkdir empty
check_status "a folder without INF" 2 "$CWDK" catalog empty
check_status "no folder at all" 2 "$CWDK" catalog nowhere
check_status "an architecture that the INF does not serve" 2 "$CWDK" catalog one --arch arm64
check_output "is told" "CAT1008"
check "and its driver is not called a stranger for that" sh -c "! grep -q CAT1002 '$scratch/out'"
check_status "an unknown Windows version" 2 "$CWDK" catalog one --os 10_X64,12_X64
check_output "is named, with those that exist" "10_25H2_ARM64"
check_status "a date that is none" 2 "$CWDK" catalog one --date yesterday
check_output "is shown" "error\[ENV0005\]: .*'yesterday'"
check_status "SOURCE_DATE_EPOCH that is none" 2 env SOURCE_DATE_EPOCH=-1 "$CWDK" catalog one
check_output "is named" "SOURCE_DATE_EPOCH"

package broken
head -c 1000 one/echo.sys >broken/echo.sys
check_status "a truncated driver" 2 "$CWDK" catalog broken
check_output "is named" "CAT1005.*broken/echo.sys"

package locked
chmod a-w locked
check_status "a folder that cannot be written" 3 unprivileged "$CWDK" catalog locked
check_status "an output folder that is not there" 3 "$CWDK" catalog one --output nowhere/x.cat
check_output "is named" "nowhere/x.cat"
tap_done
