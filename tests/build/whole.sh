#!/bin/sh
# cwdk build: a package is whole or as it was, and what cannot work is said before anything is compiled.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
export XDG_DATA_HOME="$scratch/home"
cp -r "$fixtures/packaged" "$scratch/p" && cd "$scratch/p" || exit 1
package=target/amd64/dev/gamma-package
build() { "$CWDK" build --arch amd64 "$@"; }
state() { (cd "$package" && sha256sum -- *) 2>&1; }

sed -i 's/= Gamma_Files/= Gamma_Filez/' gamma/gamma.inx
check_status "a first build with an error in the INX" 1 build
check "makes no package" test ! -e "$package"
cp "$fixtures/packaged/gamma/gamma.inx" gamma/gamma.inx
check_status "a good build" 0 build
state >"$scratch/good"
check "makes one" grep -q 'gamma.cat' "$scratch/good"

sed -i 's/= Gamma_Files/= Gamma_Filez/' gamma/gamma.inx
echo 'int more;' >>gamma/gamma.c
check_status "then an error in the INX" 1 build
check_output "is shown at the INX, where one corrects it" '^ *--> gamma/gamma.inx:29:13'
state >"$scratch/after"
check "leaves the package as it was" cmp "$scratch/good" "$scratch/after"
(cd "$scratch" && build p) >"$scratch/out" 2>&1
check_output "and from another folder at the INX as seen from there" '^ *--> p/gamma/gamma.inx:29:13'
check "without a name that leads nowhere" sh -c "! grep -q '> gamma/\|> target/' '$scratch/out'"
cp "$fixtures/packaged/gamma/gamma.inx" gamma/gamma.inx
check_status "after the correction all is well" 0 build --verify-signature
state >"$scratch/after"
check "and the package is the new one" sh -c "! cmp -s '$scratch/good' '$scratch/after'"

sed -i -e 's/= Gamma_Files/= Gamma_Filez/' -e '/^CatalogFile/d' -e '/^DriverVer/d' gamma/gamma.inx
check_status "an error below lines that the stamp adds" 1 build
check_output "is shown at its line in the INX" '^ *--> gamma/gamma.inx:27:13'
cp "$fixtures/packaged/gamma/gamma.inx" gamma/gamma.inx
sed -e 's/= Gamma_Files/= Gamma_Filez/' -e '/^CatalogFile/d' -e '/^DriverVer/d' -e 's/$/\r/' "$fixtures/packaged/gamma/gamma.inx" |
    iconv -t UTF-16 >gamma/gamma.inx
check_status "in UTF-16" 1 build
check_output "too" '^ *--> gamma/gamma.inx:27:13'
cp "$fixtures/packaged/gamma/gamma.inx" gamma/gamma.inx

rm -rf target/amd64/dev/obj/gamma/.package && mkdir -p target/amd64/dev/obj/gamma/.package/gamma.inf/folder
check_status "a step that cannot write its file ends the build with status 3" 3 build
rm -rf target/amd64/dev/obj/gamma/.package
check_status "once it can, all is well" 0 build

echo 'int broken(void) { retrun 1; }' >>gamma/gamma.c
mkdir "$scratch/elsewhere" && cd "$scratch/elsewhere" || exit 1
check_status "an error in a source, from a folder aside" 1 build ../p
check_output "is shown by its whole name" "^$scratch/p/gamma/gamma.c:[0-9]*:[0-9]*: error: "
cd "$scratch" || exit 1
check_status "and from the one above" 1 build p
check_output "by a name that holds there" "^p/gamma/gamma.c:[0-9]*:[0-9]*: error: "
cp "$fixtures/packaged/gamma/gamma.c" p/gamma/gamma.c
check_status "the table's names" 0 build p
check_output "hold there, too" "^gamma *amd64 *p/$package/gamma.sys "
cd p || exit 1

sed -i '/^package-files/d' gamma/cwdk.yaml
check_status "a file of the INF that the project does not list" 1 build
check_output "the help tells how to list it" 'help: .*package-files: .gamma-firmware.bin'
cp "$fixtures/packaged/gamma/cwdk.yaml" gamma/cwdk.yaml

rm -rf target
check_status "--pfx with a file that is not there" 2 build --pfx nonexist.pfx
check_output "is said" 'error\[ENV0001\]: cannot read nonexist.pfx'
check_status "--key without --certificate" 2 build --key gamma/gamma.c
check_output "is said" 'cwdk build: --key and --certificate go together'
check_status "--trust with a file that is not there" 2 build --verify-signature --trust nonexist.cer
check_output "is said" 'error\[ENV0001\]: cannot read nonexist.cer'
check_status "--trust with a file that is no certificate" 2 build --verify-signature --trust gamma/gamma.c
check_output "is said" 'error\[SIG1002\]'
check_status "a home that cannot be written" 3 env -u XDG_DATA_HOME HOME=/proc/nonexistent "$CWDK" build --arch amd64
check_output "is said once, before anything is compiled" '^error\[ENV0002\]'
check_output "the help names the variable" 'help: set XDG_DATA_HOME'
check "none of them compiled anything" sh -c '! find target -name "*.obj" 2>/dev/null | grep -q .'
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$scratch/key.pem" -out "$scratch/vendor.pem" -days 30 \
    -subj '/CN=Vendor' -addext extendedKeyUsage=codeSigning 2>/dev/null
openssl pkcs12 -export -in "$scratch/vendor.pem" -inkey "$scratch/key.pem" -out "$scratch/vendor.pfx" -passout pass:opensesame
check_status "a wrong password is bad input" 2 env PFX=wrong "$CWDK" build --arch amd64 --pfx "$scratch/vendor.pfx" --password-env PFX
check_output "is said" 'error\[SIG1008\]: .*vendor.pfx is locked, and the password does not open it'
check "before anything is compiled" sh -c '! find target -name "*.obj" 2>/dev/null | grep -q .'
mkdir -p target/amd64/dev && rm -rf "$package" && : >"$package"
check_status "a file where the package should be" 3 build
check_output "is one error" 'error\[ENV0002\]: cannot make the folder target/amd64/dev/gamma-package: a file stands there'
check "and no more" test "$(grep -c '^error' "$scratch/out")" = 1
rm "$package"

build >"$scratch/one" 2>&1 &
one=$!
build >"$scratch/two" 2>&1 &
two=$!
if wait "$one"; then ok "of two builds at once, one"; else not_ok "of two builds at once, one" "$scratch/one"; fi
if wait "$two"; then ok "and the other succeed"; else not_ok "and the other succeed" "$scratch/two"; fi
check "one of them waited" grep -q 'waiting for another cwdk build' "$scratch/one" "$scratch/two"
check_status "after them" 0 build -v --verify-signature
check "no command runs" sh -c "! grep -q '^\[' '$scratch/out'"
tap_done
