#!/bin/sh
# shellcheck disable=SC2016 # the shell that is started expands
# `cwdk submit-package`: what is in the cabinet by gcab's and cabextract's word, its signature by osslsigncode's, and each
# fault that keeps a cabinet from being made. One build serves all checks.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" SOURCE_DATE_EPOCH=1767225600 TZ=Asia/Tokyo
work=$scratch/work
mkdir "$work"
cd "$work" || exit 1
check "a driver to submit" sh -c '"$CWDK" new toy --wdm && cd toy && "$CWDK" build --arch all'
amd64=toy/target/amd64/dev/toy-package
arm64=toy/target/arm64/dev/toy-package

# submit DESCRIPTION STATUS ARGUMENT...
submit() {
    what=$1 want=$2
    shift 2
    check_status "$what" "$want" "$CWDK" submit-package "$@"
}
# The first one and the number of them: nothing else is wrong.
only() {
    if [ "$(grep -c '^error' "$scratch/out")" = 1 ] && grep -q "^error\[$1\]" "$scratch/out"; then
        ok "the only error is $1"
    else
        not_ok "the only error is $1" "$scratch/out"
    fi
}
absent() {
    if [ -z "$(find . -maxdepth 1 -name "$1*")" ]; then ok "no $1 is left"; else not_ok "no $1 is left"; fi
}
# copy FOLDER: the amd64 package with its PDB beside it.
copy() {
    mkdir "$1" && cp -r "$amd64" "$1/" && cp toy/target/amd64/dev/toy.pdb "$1/"
}

# --- what is in it ---

submit "a cabinet without a signature" 0 --sign-mode off -o plain.cab "$amd64" second="$amd64"
check_output "that it is not signed is said" 'warning\[SUB3002\]'
gcab -t plain.cab 2>&1 | tr '\134' / | sort >listed
cat >wanted <<'LIST'
second/toy.cat
second/toy.inf
second/toy.pdb
second/toy.sys
toy/toy.cat
toy/toy.inf
toy/toy.pdb
toy/toy.sys
LIST
check "gcab lists a folder for each driver, and nothing at the root" cmp wanted listed
check "cabextract finds no fault" cabextract -q -t plain.cab
check "cabextract unpacks it" cabextract -q -d unpacked plain.cab
for name in inf sys cat; do
    check "toy.$name is as it was" cmp "$amd64/toy.$name" "unpacked/toy/toy.$name"
done
check "toy.pdb is that of the build" cmp toy/target/amd64/dev/toy.pdb unpacked/second/toy.pdb
cabextract -l plain.cab >dates 2>&1
check "files have the date of SOURCE_DATE_EPOCH, in UTC" test "$(grep -c '01.01.2026 00:00:00' dates)" = 8

submit "a cabinet with the test signature" 0 --sign-mode test "$amd64"
check_output "that it will be refused is said" 'warning\[SUB3002\]'
"$CWDK" sign --export-certificate test.cer && openssl x509 -inform DER -in test.cer -out test.pem
check "osslsigncode verifies toy.cab" osslsigncode verify -CAfile test.pem -in toy.cab
cabextract -q -d signed toy.cab >/dev/null 2>&1
check "the signed one holds the same" diff -r unpacked/toy signed/toy

openssl req -x509 -newkey rsa:2048 -nodes -keyout ev.key -out ev.pem -days 30 -subj '/CN=Toy Makers' -addext extendedKeyUsage=codeSigning \
    -addext certificatePolicies=2.23.140.1.3 2>/dev/null
openssl req -x509 -key ev.key -out plain.pem -days 30 -subj '/CN=Toy Makers' -addext extendedKeyUsage=codeSigning
openssl req -new -key ev.key -out old.csr -subj "/CN=Toy Makers" && openssl x509 -req -in old.csr -signkey ev.key -days -1 -out old.pem 2>/dev/null
openssl req -x509 -sha1 -key ev.key -out sha1.pem -days 30 -subj "/CN=Toy Makers" -addext extendedKeyUsage=codeSigning
chmod 600 ev.key
submit "a certificate with extended validation" 0 -o ev.cab --key ev.key --certificate ev.pem "$amd64"
check "has nothing said about it" sh -c '! grep -q SUB3 "$1"' - "$scratch/out"
submit "a certificate without" 0 -o standard.cab --key ev.key --certificate plain.pem "$amd64"
check_output "is warned of" 'warning\[SUB3003\]'
submit "an expired certificate" 2 -o old.cab --key ev.key --certificate old.pem "$amd64"
only SUB3004
submit "a certificate over SHA-1" 2 -o old.cab --key ev.key --certificate sha1.pem "$amd64"
only SUB3004
absent old.cab

# --- the same bytes ---

mkdir "$scratch/elsewhere"
cp -r "$amd64" toy/target/amd64/dev/toy.pdb "$scratch/elsewhere/"
touch "$scratch/elsewhere/toy-package/toy.sys"
check "again, of a copy in another folder" sh -c 'cd "$1" && TZ=America/New_York "$CWDK" submit-package --sign-mode off -o plain.cab toy-package second=toy-package' - "$scratch/elsewhere"
check "gives the same bytes" cmp plain.cab "$scratch/elsewhere/plain.cab"
check "and signed" "$CWDK" submit-package --sign-mode test -o "$scratch/elsewhere/toy.cab" "$scratch/elsewhere/toy-package"
check "gives the same bytes, too" cmp toy.cab "$scratch/elsewhere/toy.cab"

# --- what is refused ---

submit "no key" 2 -o none.cab "$amd64"
only SUB3001
submit "two packages of the same name" 1 --sign-mode off -o none.cab "$amd64" Toy="$amd64"
only SUB1004
submit "drivers for different architectures" 1 --sign-mode off -o none.cab "$amd64" arm="$arm64"
only SUB1005
submit "a folder name with a space" 1 --sign-mode off -o none.cab "toy driver=$amd64"
only SUB1001
submit "a folder name of 39 characters" 0 --sign-mode off -o long.cab "a23456789012345678901234567890123456789=$amd64"
submit "a folder name of 40" 1 --sign-mode off -o none.cab "a234567890123456789012345678901234567890=$amd64"
only SUB1001
submit "a folder name that is a UNC path" 1 --sign-mode off -o none.cab "\\\\server\\share=$amd64"
only SUB1001
submit "a folder that is not there" 2 --sign-mode off -o none.cab missing
only ENV0001
submit "a folder without an INF" 2 --sign-mode off -o none.cab toy/target/amd64/dev
only PKG1001

copy lost
rm lost/toy.pdb
submit "a missing PDB" 1 --sign-mode off -o none.cab lost/toy-package
only SUB2001
submit "is found by --symbols" 0 --sign-mode off -o found.cab --symbols toy/target/amd64/dev lost/toy-package
cp toy/target/arm64/dev/toy.pdb lost/
submit "a PDB of another build" 1 --sign-mode off -o none.cab lost/toy-package
only SUB2002
submit "does not hide the right one" 0 --sign-mode off -o found.cab --symbols toy/target/amd64/dev lost/toy-package
echo no >lost/toy.pdb
submit "a PDB that is none" 1 --sign-mode off -o none.cab lost/toy-package
check_output "is named" 'error\[PDB1'

copy wrong
cp "$arm64/toy.sys" wrong/toy-package/
cp toy/target/arm64/dev/toy.pdb wrong/
check "a catalog that fits" sh -c '"$CWDK" catalog "$1" && "$CWDK" sign "$1/toy.cat"' - wrong/toy-package
submit "an image of another architecture" 1 --sign-mode off -o none.cab wrong/toy-package
only PKG2001
mkdir many
copy many/long
deep=toy-package/a23456789012345678901234567890123456789
mkdir -p "many/long/$deep/b23456789012345678901234567890123456789/c23456789012345678901234567890123456789"
touch "many/long/$deep/b23456789012345678901234567890123456789/c23456789012345678901234567890123456789/d2345678901234567890123456789012345"
submit "a path of 159 characters" 0 --sign-mode off -o long.cab many/long/toy-package
submit "a path of 160" 1 --sign-mode off -o none.cab "toys=many/long/toy-package"
only SUB1002
copy many/odd
touch "many/odd/toy-package/a:b"
submit "a name that Windows does not have" 1 --sign-mode off -o none.cab many/odd/toy-package
only SUB1003
rm "many/odd/toy-package/a:b" && touch many/odd/toy-package/TOY.SYS
submit "two names that are one on Windows" 1 --sign-mode off -o none.cab many/odd/toy-package
check_output "are named" "error\[SUB1003\]: toy/TOY.SYS and toy/toy.sys"

copy many/early
sed -i "s/NTamd64[.][0-9.]*/NTamd64/g" many/early/toy-package/toy.inf
submit "a system before Windows 10" 1 --sign-mode off -o none.cab many/early/toy-package
check_output "is warned of" "warning\[SUB1006\]"

copy many/bare
echo "int DriverEntry(void *driver, void *path) { return driver == path; }" >bare.c
check "an image without symbols" sh -c 'clang-19 --target=x86_64-pc-windows-msvc -c bare.c -o bare.obj && lld-link-19 /driver /subsystem:native /entry:DriverEntry /nodefaultlib /out:many/bare/toy-package/toy.sys bare.obj'
submit "is refused" 1 --sign-mode off -o none.cab many/bare/toy-package
check_output "for that" "error\[SUB2003\]"

copy bare
rm bare/toy-package/toy.cat
submit "no catalog" 1 --sign-mode off -o none.cab bare/toy-package
only SIG2010
absent none.cab

# --- the output ---

echo before >full.cab
(trap '' XFSZ; ulimit -f 1; "$CWDK" submit-package --sign-mode off -o full.cab "$amd64") >"$scratch/out" 2>&1
check "a full disk has status 3" test $? = 3
check_output "and is said" 'error\[ENV0002\]'
check "what stood there still stands" grep -q '^before$' full.cab
check "nothing half-written is beside it" test "$(find . -maxdepth 1 -name 'full.cab*' | wc -l)" = 1
check_status "without gcab, status 3" 3 env PATH=/nonexistent "$CWDK" submit-package --sign-mode off -o none.cab "$amd64"
check_output "and the package to install" "apt-get install gcab"
absent none.cab
mkdir shut folder.cab
chmod 755 "$scratch" "$work" && chmod 555 shut
check_status "an output that cannot be written has status 3" 3 unprivileged "$CWDK" submit-package --sign-mode off -o shut/none.cab "$amd64"
submit "nor a folder" 3 --sign-mode off -o folder.cab "$amd64"
check "and nothing is left there" rmdir shut folder.cab
tap_done
