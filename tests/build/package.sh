#!/bin/sh
# cwdk build: the package around a driver, its signatures, and what a change makes anew.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
export XDG_DATA_HOME="$scratch/home"
cp -r "$fixtures/packaged" "$scratch/with space" && cd "$scratch/with space" || exit 1

names() { (cd "$1" && printf '%s ' *); }
holds() { names "$1" >"$scratch/names"; [ "$(cat "$scratch/names")" = "$2 " ] || { cat "$scratch/names"; return 1; }; }

check_status "a driver with an INX becomes a package" 0 "$CWDK" build --verify-signature
check_output "that is signed" '^gamma *arm64 .*gamma.sys *[0-9]* *yes$'
for arch in amd64 arm64; do
    package=target/$arch/dev/gamma-package
    check "$arch: with all it needs, and nothing else" holds "$package" "gamma-firmware.bin gamma.cat gamma.cer gamma.inf gamma.sys"
    check "$arch: the INF is stamped" grep -q "^\[Models.NT$arch.10.0...20348\]" "$package/gamma.inf"
    check "$arch: with the manifest's version" grep -Eq '^DriverVer *= *[0-9/]+, *1\.2\.3\.4' "$package/gamma.inf"
    openssl x509 -inform DER -in "$package/gamma.cer" -out "$scratch/ca.pem" 2>/dev/null
    check "$arch: osslsigncode accepts the image" osslsigncode verify -CAfile "$scratch/ca.pem" "$package/gamma.sys"
    check "$arch: the image is in the catalog" osslsigncode verify -CAfile "$scratch/ca.pem" -catalog "$package/gamma.cat" "$package/gamma.sys"
    check "$arch: the checksum holds after signing" checksum_valid "$package/gamma.sys"
    check "$arch: the PDB is beside the package" same_guid "$package/gamma.sys" "target/$arch/dev/gamma.pdb"
done
check "no private key is in the output" sh -c "! grep -rqa 'PRIVATE KEY' target"
check "nothing is left to do" dirty 0

later gamma/gamma.inx
check "a changed INX is stamped" dirty 2 stamp
check "and compiles nothing" dirty 0 compile
check "its rules are checked, its catalog is made and signed again" dirty 10
"$CWDK" build >/dev/null 2>&1
printf 'firmware, version 2\n' >gamma/gamma-firmware.bin
check_status "a changed file of the package" 0 "$CWDK" build --verify-signature -v
check "is copied, and goes into the catalog" sh -c "test \$(grep -c 'cwdk catalog' '$scratch/out') = 2"
linked_or_signed() { grep -Eq 'lld-link|cwdk sign .*gamma.sys' "$scratch/out"; }
if linked_or_signed; then not_ok "the image is not linked or signed again" "$scratch/out"; else ok "the image is not linked or signed again"; fi
check "all is done" dirty 0

touch target/amd64/dev/gamma-package/leftover.dll
check_status "a leftover in the package" 0 "$CWDK" build
check "is removed" test ! -e target/amd64/dev/gamma-package/leftover.dll

check_status "without signing" 0 "$CWDK" build --sign-mode off
check_output "the table says so" '^gamma *amd64 .*gamma.sys *[0-9]* *no$'
check "the package has a catalog and no certificate" holds target/amd64/dev/gamma-package "gamma-firmware.bin gamma.cat gamma.inf gamma.sys"
check "the image has no signature" sh -c "osslsigncode verify target/amd64/dev/gamma-package/gamma.sys | grep -q 'No signature found'"

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$scratch/key.pem" -out "$scratch/vendor.pem" -days 30 \
    -subj '/CN=Vendor' -addext extendedKeyUsage=codeSigning 2>/dev/null
check_status "with a key of one's own" 0 "$CWDK" build --key "$scratch/key.pem" --certificate "$scratch/vendor.pem" --verify-signature
check "the package has no test certificate" holds target/arm64/dev/gamma-package "gamma-firmware.bin gamma.cat gamma.inf gamma.sys"
check "the signature is that key's" osslsigncode verify -CAfile "$scratch/vendor.pem" target/arm64/dev/gamma-package/gamma.sys
openssl pkcs12 -export -in "$scratch/vendor.pem" -inkey "$scratch/key.pem" -out "$scratch/vendor.pfx" -passout pass:opensesame
check_status "a PFX by an unknown authority builds" 0 env PFX=opensesame "$CWDK" build --pfx "$scratch/vendor.pfx" --password-env PFX
check_status "but is not trusted" 1 env PFX=opensesame "$CWDK" build --pfx "$scratch/vendor.pfx" --password-env PFX --verify-signature
check_output "with the reason" 'error\[SIG2006\]'
check_status "unless one says so" 0 env PFX=opensesame "$CWDK" build --pfx "$scratch/vendor.pfx" --password-env PFX \
    --verify-signature --trust "$scratch/vendor.pem"
check "the password is nowhere in the output" sh -c "! grep -rqa opensesame target compile_commands.json"
check_status "--sign-mode off with a key is wrong usage" 2 "$CWDK" build --sign-mode off --key "$scratch/key.pem"

mv gamma/gamma-firmware.bin "$scratch"
check_status "a file of the package that is missing is bad input" 2 "$CWDK" build
check_output "it is named" 'error.*gamma-firmware.bin'
sed -i '/^package-files/d' gamma/cwdk.yaml
check_status "a file that only the INF names fails the catalog" 1 "$CWDK" build
check_output "it is named, too" 'gamma-firmware.bin'
check_output "the summary names the project" 'error\[BLD1001\]: 1 of 1 project failed to build: gamma (amd64, arm64)$'
mv "$scratch/gamma-firmware.bin" gamma && cp "$fixtures/packaged/gamma/cwdk.yaml" gamma/cwdk.yaml
sed -i "s/= Gamma_Files/= Gamma_Flies/" gamma/gamma.inx
check_status "an INX that names no section of its own" 1 "$CWDK" build
check_output "is shown with its place and code" "gamma/gamma.inx:29:13"
cp "$fixtures/packaged/gamma/gamma.inx" gamma/gamma.inx
printf '[Strings\n' >>gamma/gamma.inx
check_status "a broken INX" 1 "$CWDK" build
check_output "is shown with its place" 'gamma/gamma.inx:[0-9]'
cp "$fixtures/packaged/gamma/gamma.inx" gamma/gamma.inx
check_status "all is well again after the corrections" 0 "$CWDK" build --verify-signature
tap_done
