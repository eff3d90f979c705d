#!/bin/sh
# `cwdk sign` with every kind of key; osslsigncode verifies what came out.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/catalog/package.sh"
cd "$scratch" || exit 2
export XDG_DATA_HOME="$scratch/data" TMPDIR="$scratch/tmp"
mkdir tmp
unset SOURCE_DATE_EPOCH
identity=data/cwdk/test-signing/identity.pem
umask 022

accepted() { osslsigncode verify -CAfile "$1" -in "$2"; }
mode() { stat -c %a "$1"; }
no_leftovers() { test -z "$(ls -A tmp)" && ! ls ./*.signing 2>/dev/null; }

package_sys echo.sys
check_status "the first signing makes an identity" 0 "$CWDK" sign echo.sys --output signed.sys
check "whose file only the user can read" test "$(mode $identity)" = 600
check "in a folder only the user can enter" test "$(mode data/cwdk/test-signing)" = 700
check_status "its certificate is handed out" 0 "$CWDK" sign --export-certificate test.cer
openssl x509 -inform DER -in test.cer -out test.pem
check "for signing code and nothing else" sh -c "openssl x509 -in test.pem -noout -ext extendedKeyUsage | grep -q 'Code Signing'"
check "without the key" sh -c "! grep -q PRIVATE test.cer"
check "osslsigncode accepts the signature" accepted test.pem signed.sys
check "which has page hashes" sh -c "osslsigncode verify -CAfile test.pem signed.sys | grep -q '^Page hash algorithm *: SHA256'"
check "and is by SHA-256" sh -c "osslsigncode verify -CAfile test.pem signed.sys | grep -q '^Message digest algorithm *: SHA256'"
check_status "the next signing" 0 "$CWDK" sign echo.sys --output second.sys
check "has the same signer" accepted test.pem second.sys
check_status "page hashes can be left out" 0 "$CWDK" sign echo.sys --no-page-hashes --output plain.sys
check "and then are not there" sh -c "! osslsigncode verify -CAfile test.pem plain.sys | grep -q 'Page hash algorithm'"
check_status "SOURCE_DATE_EPOCH is the signing time" 0 env SOURCE_DATE_EPOCH=1700000000 "$CWDK" sign echo.sys -o dated1.sys
SOURCE_DATE_EPOCH=1700000000 "$CWDK" sign echo.sys -o dated2.sys
check "so the same input gives the same bytes" cmp dated1.sys dated2.sys
cp echo.sys place.sys
check_status "without an output the file itself is signed" 0 "$CWDK" sign place.sys
check "and accepted" accepted test.pem place.sys
check_status "a signed file is signed anew" 0 "$CWDK" sign place.sys
check "and accepted, too" accepted test.pem place.sys
mkdir several
check_status "several files go into a folder" 0 "$CWDK" sign echo.sys signed.sys --output several
check "all of them" test -s several/echo.sys -a -s several/signed.sys

rm -rf data
for i in 1 2 3 4; do "$CWDK" sign echo.sys --output race$i.sys & done
wait
"$CWDK" sign --export-certificate race.cer
openssl x509 -inform DER -in race.cer -out race.pem
for i in 1 2 3 4; do accepted race.pem race$i.sys; done >race.out 2>&1
check "four first signings at once agree on one identity" test "$(grep -c '^Signature verification: ok' race.out)" = 4

# An identity whose certificate has ended is made anew; one that someone opened to all is refused.
openssl req -x509 -newkey rsa:2048 -nodes -keyout old.key -out old.pem -subj /CN=old -days 1 2>/dev/null
openssl x509 -in old.pem -signkey old.key -days -1 -out ended.pem 2>/dev/null
cat ended.pem old.key >$identity
check_status "an ended identity" 0 "$CWDK" sign --export-certificate new.cer
check "is made anew" sh -c "openssl x509 -inform DER -in new.cer -noout -subject | grep -q 'cwdk test signing'"
chmod 644 $identity
check_status "a key that everyone can read" 2 "$CWDK" sign echo.sys --output never.sys
check_output "is refused" "SIG1004"
chmod 600 $identity

# Keys of the user's own.
openssl req -x509 -newkey rsa:2048 -nodes -keyout own.key -out own.pem -subj /CN=own -days 30 \
    -addext extendedKeyUsage=codeSigning 2>/dev/null
chmod 600 own.key
check_status "a PEM key" 0 "$CWDK" sign echo.sys --key own.key --certificate own.pem --output own.sys
check "is used" accepted own.pem own.sys
openssl rsa -in own.key -aes256 -passout 'pass:two words' -out locked.key 2>/dev/null
printf 'two words\n' >password
check_status "a locked PEM key with a password file" 0 \
    "$CWDK" sign echo.sys --key locked.key --certificate own.pem --password-file password --output locked.sys
check "is used" accepted own.pem locked.sys
check_status "without it" 2 "$CWDK" sign echo.sys --key locked.key --certificate own.pem --output never.sys
check_output "the key is told to be locked" "SIG1008.*no password"
printf "wrong" >wrong
check_status "with a wrong one" 2 \
    "$CWDK" sign echo.sys --key locked.key --certificate own.pem --password-file wrong --output never.sys
check_output "too" "SIG1008.*does not open"
openssl pkcs12 -export -inkey own.key -in own.pem -out own.pfx -passout 'pass:two words'
chmod 600 own.pfx
check_status "a PFX with the password in a variable" 0 \
    env SECRET='two words' "$CWDK" sign echo.sys --pfx own.pfx --password-env SECRET --output pfx.sys
check "is used" accepted own.pem pfx.sys
check_status "a wrong password" 2 env SECRET=wrong "$CWDK" sign echo.sys --pfx own.pfx --password-env SECRET --output never.sys
check_output "is told in the signer's words" "SIG1003.*password"
check_status "a variable that is not set" 2 "$CWDK" sign echo.sys --pfx own.pfx --password-env UNSET_SECRET --output never.sys
check_output "is named" "SIG1007.*UNSET_SECRET"
chmod 644 own.pfx
check_status "a PFX that everyone can read" 2 "$CWDK" sign echo.sys --pfx own.pfx --output never.sys
check_output "is refused" "chmod 600 own.pfx"

# The password is on no command line: a signer that only records how it was called.
mkdir fake
cat >fake/osslsigncode <<SIGNER
#!/bin/sh
echo "\$@" >"$scratch/called"
while [ \$# -gt 0 ]; do
    case \$1 in
    -readpass) cat "\$2" >"$scratch/seen"; ls -A "$scratch/tmp" >"$scratch/seen.files" ;;
    -out) : >"\$2" ;;
    esac
    shift
done
SIGNER
chmod +x fake/osslsigncode
chmod 600 own.pfx
check_status "a signer that records its arguments" 0 env "PATH=$scratch/fake:$PATH" SECRET='two words' \
    "$CWDK" sign echo.sys --pfx own.pfx --password-env SECRET --sign-args '-n "My driver" -i https://example.com' \
    --timestamp http://127.0.0.1:9/ --output recorded.sys
check "is not told the password" sh -c "! grep -q 'two words' called"
check "but given it to read" test "$(cat seen)" = "two words"
check "from memory, not from a file" test ! -s seen.files
check "gets the further arguments" grep -q -e '-n My driver -i https://example.com' called
check "and the time stamp server" grep -q -e '-ts http://127.0.0.1:9/' called
check_status "an option that osslsigncode does not have" 2 "$CWDK" sign echo.sys --sign-args '-h sha1 -bogus' --output never.sys
check_output "is told in its words" 'error\[SIG1003\].*: Unknown option: -bogus$'
check "without the whole usage" test "$(wc -l <out)" -le 3
printf '%s\n' 'openssl_conf = top' '[top]' 'providers = list' '[list]' 'null = none' '[none]' 'activate = 1' >none.cnf
check_status "a cryptographic library without algorithms" 2 env OPENSSL_CONF="$PWD/none.cnf" XDG_DATA_HOME="$PWD/new" \
    "$CWDK" sign echo.sys --output never.sys
check_output "cannot make the test certificate" 'error\[SIG1001\]: cannot make the test certificate: '
check_status "a quote that is not closed" 2 "$CWDK" sign echo.sys --sign-args '-n "My' --output never.sys
check_output "is told" "SIG1006"

check_status "a file that is no image" 2 "$CWDK" sign password --output never.sys
check_output "is told" "SIG1003"
check_status "a file that is not there" 2 "$CWDK" sign nothing.sys --output never.sys
check_status "an output folder that is not there" 3 "$CWDK" sign echo.sys --output nowhere/echo.sys
check_output "is named" "nowhere/echo.sys"
check_status "a time stamp server that does not answer" 2 "$CWDK" sign echo.sys --timestamp http://127.0.0.1:9/ --output never.sys
check_status "no signer" 3 env PATH="$scratch/tmp" "$CWDK" sign echo.sys --output never.sys
check_output "is told with its package" "apt-get install osslsigncode"
check "no failure left an output" test ! -e never.sys
check "nor a password or a half-signed file" no_leftovers

# A PKCS#11 token, by SoftHSM.
module=
for candidate in /usr/lib/softhsm/libsofthsm2.so /usr/lib/*/softhsm/libsofthsm2.so; do
    [ ! -f "$candidate" ] || module=$candidate
done
if [ -z "$module" ] || ! command -v softhsm2-util >/dev/null; then
    skip "a key in a PKCS#11 token" "softhsm2 is not installed"
elif ! ls /usr/lib/*/engines-3/pkcs11.so >/dev/null 2>&1; then
    skip "a key in a PKCS#11 token" "libengine-pkcs11-openssl is not installed"
else
    mkdir tokens
    printf 'directories.tokendir = %s/tokens\nobjectstore.backend = file\nlog.level = ERROR\n' "$scratch" >softhsm.conf
    export SOFTHSM2_CONF="$scratch/softhsm.conf"
    openssl pkcs8 -topk8 -nocrypt -in own.key -out own.pk8
    softhsm2-util --init-token --free --label cwdk --so-pin 1234 --pin 5678 >/dev/null
    softhsm2-util --import own.pk8 --token cwdk --label signer --id a1 --pin 5678 >/dev/null
    check_status "a key in a PKCS#11 token" 0 env PIN=5678 "$CWDK" sign echo.sys --pkcs11-module "$module" \
        --key 'pkcs11:token=cwdk;object=signer;type=private' --certificate own.pem --password-env PIN --output token.sys
    check "is used" accepted own.pem token.sys
    check_status "a wrong PIN" 2 env PIN=1111 "$CWDK" sign echo.sys --pkcs11-module "$module" \
        --key 'pkcs11:token=cwdk;object=signer;type=private' --certificate own.pem --password-env PIN --output never.sys
    check_output "is told" "SIG1003"
fi
check_status "options that exclude each other" 2 "$CWDK" sign echo.sys --pfx own.pfx --key own.key --certificate own.pem
tap_done
