#!/bin/sh
# `cwdk verify` on sound packages and on packages with one defect each: the code, the place, the status.
. "$CWDK_SOURCE/tests/tap.sh"
pe=$CWDK_BUILD/tests/pe
binaries=$CWDK_BUILD/tests/package
flatten=$CWDK_BUILD/tests/inspect_flatten
export XDG_DATA_HOME="$scratch/data" SOURCE_DATE_EPOCH=1767225600

{
    printf 'module\texport\tarch\tsince\theader\n'
    printf 'ntoskrnl.exe\tExAllocatePool2\t*\t10.0.19041\twdm.h\n'
    printf 'ntoskrnl.exe\tExFreePoolWithTag\t*\t5.0.2195\twdm.h\n'
    printf 'hal.dll\tKeStallExecutionProcessor\t*\t\twdm.h\n'
    printf 'WDFLDR.SYS\tWdfVersionBind\t*\t6.0.6000\twdf.h\n'
} >"$scratch/exports.tsv"

# package NAME DECORATION BINARY: a folder with an INF and its binary, without a catalog.
package() {
    folder=$scratch/$1 file=$(basename "$3")
    mkdir "$folder"
    cp "$3" "$folder/$file"
    cat >"$folder/toy.inf" <<INF
[Version]
Signature   = "\$WINDOWS NT\$"
Class       = System
ClassGuid   = {4d36e97d-e325-11ce-bfc1-08002be10318}
Provider    = %Maker%
CatalogFile = toy.cat
DriverVer   = 01/02/2026,1.2.3.4
PnpLockdown = 1

[SourceDisksNames]
1 = %Disk%

[SourceDisksFiles]
$file = 1

[DestinationDirs]
DefaultDestDir = 13

[Manufacturer]
%Maker% = Toys,$2

[Toys.$2]
%Toy% = Toy_Install,root\\toy

[Toy_Install.NT]
CopyFiles = Toy_Files

[Toy_Files]
$file

[Toy_Install.NT.Services]
AddService = toy,2,Toy_Service

[Toy_Service]
DisplayName   = %Toy%
ServiceType   = 1
StartType     = 3
ErrorControl  = 1
ServiceBinary = %13%\\$file

[Strings]
Maker = "Toy Makers"
Toy   = "Toy"
Disk  = "Toy disk"
INF
}

finish() { # finish FOLDER: the catalog, the signatures, the certificate
    for image in "$1"/*.sys "$1"/*.dll; do
        [ ! -f "$image" ] || "$CWDK" sign "$image" || return 1
    done
    "$CWDK" catalog "$1" && "$CWDK" sign "$1/toy.cat" && "$CWDK" sign --export-certificate "$1/toy.cer"
}

# only FINDING: the one error or warning of the last verification.
only() {
    if [ "$(grep -c -e '^error' -e '^warning' "$scratch/out")" = 1 ] && grep -q -e "$1" "$scratch/out"; then
        ok "the only finding is $1"
    else
        not_ok "the only finding is $1" "$scratch/out"
    fi
}

verify() { # verify STATUS DESCRIPTION FOLDER [OPTION ...]
    want=$1 what=$2 where=$3; shift 3
    check_status "$what" "$want" "$CWDK" verify --exports "$scratch/exports.tsv" "$@" "$where"
}

# --- sound ---
package sound NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a sound package is finished" finish "$scratch/sound"
verify 0 "a sound package passes" "$scratch/sound"
check_output "with a verdict" 'sound: passed; 8 of 9 checks made, 0 errors, 0 warnings'
check_output "a check without anything to look at does not pass" '^  -  *framework version *not checked: .* no KMDF or UMDF driver'
check_output "signatures tell what they rest on" 'signatures.*this proves wholeness, not origin'
check_output "imports were looked up" 'ok *imports *3 looked up in the table of exports, 1 of them without a known first'
verify 0 "by the rules of desktop" "$scratch/sound" --target-platform desktop
check_output "which the table names" 'INF rules, desktop'
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$scratch/other.key" -out "$scratch/other.pem" -subj /CN=other -days 30 \
    -addext extendedKeyUsage=codeSigning 2>/dev/null
verify 1 "not trusted by another certificate" "$scratch/sound" --trust "$scratch/other.pem"
only 'error\[SIG2006\]'
verify 0 "trusted by its own certificate" "$scratch/sound" --trust "$scratch/sound/toy.cer"
check_output "and says that it was asked for" 'signer trusted as asked'
verify 2 "a trusted certificate that is not there" "$scratch/sound" --trust "$scratch/nowhere.cer"
only 'error\[ENV0001\]: cannot read .*nowhere.cer'
verify 2 "a trusted certificate that is none" "$scratch/sound" --trust "$scratch/sound/toy.inf"
only 'error\[SIG1002\]: there is no certificate in .*toy.inf'

json() {
    "$CWDK" verify -f json --exports "$scratch/exports.tsv" "$scratch/sound" | "$flatten" >"$scratch/json"
    grep -qx 'verdict=passed' "$scratch/json" && grep -qx 'errors=0' "$scratch/json" &&
        grep -qx 'binaries\[0\].model=WDM' "$scratch/json" && [ "$(grep -c 'state=passed' "$scratch/json")" = 8 ]
}
check "JSON of a sound package" json

# --- imports and the promised Windows ---
package early NTamd64.10.0...17763 "$pe/amd64/driver.sys"
check "a package for too old a Windows" finish "$scratch/early"
verify 1 "an import newer than the promise" "$scratch/early"
check_output "is named with its version" \
    'error\[PKG2003\]: driver.sys imports ExAllocatePool2, .*Windows 10, version 2004 (10.0.19041).*NTamd64.10.0...17763.*version 1809 (10.0.17763)'
check_output "with the decoration's place" "early/toy.inf:20:16"
check_output "and the remedy" 'help: write NTamd64.10.0...19041'
check_output "verdict" 'FAIL *imports'
early_json() {
    "$CWDK" verify -f json --exports "$scratch/exports.tsv" "$scratch/early" | "$flatten" >"$scratch/json"
    grep -qx 'verdict=failed' "$scratch/json" && grep -qx 'diagnostics\[0\].code=PKG2003' "$scratch/json" &&
        grep -qx 'diagnostics\[0\].line=20' "$scratch/json" && grep -qx 'diagnostics\[0\].column=16' "$scratch/json"
}
check "JSON of a finding" early_json

package bare NTamd64 "$pe/amd64/driver.sys"
check "a package for any Windows" finish "$scratch/bare"
verify 1 "a bare architecture promises any Windows" "$scratch/bare"
check_output "and that is said" 'PKG2003.*NTamd64 installs it on any Windows'

package pico NTarm64 "$pe/arm64/driver.sys"
check "a bare ARM64 package" finish "$scratch/pico"
verify 1 "ARM64 begins with version 1709" "$scratch/pico"
check_output "so that is what is promised" 'NTarm64 installs it on Windows 10, version 1709 (10.0.16299) too'

# A file for old systems and another one for new ones: each is held to its own decoration.
package split NTamd64.10.0...19041 "$pe/amd64/driver.sys"
cp "$binaries/writable.sys" "$scratch/split/old.sys"
sed -e 's/^driver.sys = 1/&\nold.sys = 1/' -e 's/Toys,NTamd64.10.0...19041/&,NTamd64.10.0...17763/' \
    -e 's/^\[Toy_Install.NT\]$/[Toys.NTamd64.10.0...17763]\n%Toy% = Old_Install,root\\toy\n\n[Old_Install.NT]\nCopyFiles = Old_Files\n\n[Old_Files]\nold.sys\n\n[Old_Install.NT.Services]\nAddService = toy,2,Toy_Service\n\n&/' \
    "$scratch/split/toy.inf" >"$scratch/split.inf"
cp "$scratch/split.inf" "$scratch/split/toy.inf"
check "a package with a file for each Windows" finish "$scratch/split"
verify 1 "each file is held to its own decoration" "$scratch/split"
check_output "the old one is too new" 'PKG2003.*old.sys imports ExAllocatePool2'
check "the new one is not" sh -c "! grep -q 'PKG2003.*driver.sys' '$scratch/out'"

grep -v ExFreePoolWithTag "$scratch/exports.tsv" >"$scratch/without.tsv"
check_status "an import that does not exist" 1 "$CWDK" verify --exports "$scratch/without.tsv" "$scratch/sound"
check_output "is named" 'error\[PKG2002\]: driver.sys imports ExFreePoolWithTag from ntoskrnl.exe'
grep -v hal.dll "$scratch/exports.tsv" >"$scratch/without.tsv"
check_status "an unknown module" 0 "$CWDK" verify --exports "$scratch/without.tsv" "$scratch/sound"
check_output "is a warning" 'warning\[PKG2006\]: driver.sys imports from HAL.dll'
check_output "and told in the table" 'warn *imports.*1 from modules that are not in it not checked'
echo nonsense >"$scratch/nonsense.tsv"
check_status "a malformed table of exports" 1 "$CWDK" verify --exports "$scratch/nonsense.tsv" "$scratch/sound"
check_output "has its place" 'nonsense.tsv:1:1'
check_output "and imports count as not checked" 'imports *not checked'


# With the table that was made from the kit's own headers.
check_status "the sound package by the kit's own table" 0 "$CWDK" verify "$scratch/sound"
check_output "every import is in it" 'ok *imports *3 looked up'
check_status "the package for too old a Windows by the kit's own table" 1 "$CWDK" verify "$scratch/early"
check_output "ExAllocatePool2 is too new for it" 'error\[PKG2003\]: driver.sys imports ExAllocatePool2'
# --- frameworks ---
package kmdf NTamd64.10.0...20348 "$binaries/kmdf.sys"
check "a KMDF package" finish "$scratch/kmdf"
verify 0 "KMDF 1.33 on Server 2022" "$scratch/kmdf"
check_output "lacks some hardening, as it should in this test" 'warning\[PKG2008\].*control-flow guard'
package kmdf-early NTamd64.10.0...19041 "$binaries/kmdf.sys"
check "a KMDF package for too old a Windows" finish "$scratch/kmdf-early"
verify 1 "KMDF 1.33 on version 2004" "$scratch/kmdf-early"
check_output "is an error" 'error\[PKG2004\]: kmdf.sys needs KMDF 1.33, which Windows Server 2022 (10.0.20348)'
check_output "with the remedy" 'write NTamd64.10.0...20348 here, or build for KMDF 1.31'
package tolerant NTamd64.10.0...17763 "$binaries/tolerant.sys"
check "a KMDF package that is content with less" finish "$scratch/tolerant"
verify 0 "KMDF 1.33 that runs with 1.27" "$scratch/tolerant"
package umdf NTamd64.10.0...18362 "$binaries/umdf.dll"
printf '[Toy_Install.NT.Wdf]\nUmdfService = toy,Toy_Wdf\nUmdfServiceOrder = toy\n[Toy_Wdf]\nUmdfLibraryVersion = 2.15.0\nServiceBinary = %%13%%\\umdf.dll\n' \
    >>"$scratch/umdf/toy.inf"
check "a UMDF package" finish "$scratch/umdf"
verify 1 "UMDF 2.31 on version 1903" "$scratch/umdf"
check_output "is an error" 'error\[PKG2004\]: umdf.dll needs UMDF 2.31'
check_output "another version in the INF is a warning" 'warning\[PKG2005\]: UmdfLibraryVersion = 2.15.0, but umdf.dll is built for UMDF 2.31'

# --- files and architecture ---
package missing NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a package that loses its driver" finish "$scratch/missing"
rm "$scratch/missing/driver.sys"
verify 1 "a file is missing" "$scratch/missing"
only 'error\[PKG1002\]: the INF copies driver.sys'
check_output "no binary was whole" '^  -  *binaries are whole *not checked'
check_output "in the file list" 'missing/toy.inf:29:1'
check_output "binaries count as not checked" 'imports *not checked: the package has no binary'
package extra NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a package with a stray file" finish "$scratch/extra"
echo >"$scratch/extra/notes.txt"
verify 0 "a stray file" "$scratch/extra"
check_output "is named" 'warning\[PKG1003\]: no INF of the package copies notes.txt'
check "and the signatures are sound without it" sh -c "! grep -q SIG2012 '$scratch/out'"
cp -R "$scratch/sound" "$scratch/unread"
rm "$scratch/unread/driver.sys"
ln -s nowhere "$scratch/unread/driver.sys"
verify 1 "a driver that is a dangling link" "$scratch/unread"
only 'error\[ENV0001\]: cannot read .*driver.sys'
cp -R "$scratch/sound" "$scratch/pipe"
mkfifo "$scratch/pipe/notes.txt"
verify 1 "a pipe in the package" "$scratch/pipe"
only 'error\[ENV0001\]: cannot read .*notes.txt: it is not a regular file'
cp -R "$scratch/sound" "$scratch/loop"
ln -s . "$scratch/loop/again"
verify 1 "a link in a circle" "$scratch/loop"
only 'error\[ENV0001\]: cannot read .*again: it is a link to a folder'
package foreign NTamd64.10.0...19041 "$pe/arm64/driver.sys"
check "a package with the wrong driver" finish "$scratch/foreign"
verify 1 "a driver of another architecture" "$scratch/foreign"
check_output "is named" 'error\[PKG2001\]: driver.sys is built for arm64, but the INF installs it on amd64'

# --- binaries ---
package writable NTamd64.10.0...19041 "$binaries/writable.sys"
check "a package with writable code" finish "$scratch/writable"
verify 1 "a section both writable and executable" "$scratch/writable"
check_output "is named" 'error\[PKG2007\].*section .data'
package weak NTamd64.10.0...19041 "$binaries/weak.sys"
check "a package with a weak driver" finish "$scratch/weak"
verify 0 "a weak driver" "$scratch/weak"
for what in 'PKG2008.*(NX)' 'PKG2008.*control-flow guard' 'PKG2008.*INIT' 'PKG2010.*C:.Users.me.weak.pdb'; do
    check_output "warns: $what" "warning\[$what"
done
package checksum NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a package to be damaged" finish "$scratch/checksum"
offset=$(($(od -An -tu4 -j60 -N4 "$scratch/checksum/driver.sys") + 88))
printf '\001\002' | dd of="$scratch/checksum/driver.sys" bs=1 seek=$offset conv=notrunc 2>/dev/null
verify 1 "a wrong checksum" "$scratch/checksum"
check_output "is an error" 'error\[PKG2009\]: driver.sys lacks valid checksum: stored 0x'
head -c 1500 "$pe/amd64/driver.sys" >"$scratch/checksum/driver.sys"
verify 1 "a truncated driver" "$scratch/checksum"
only 'error\[PE1005\]'
cp -R "$scratch/sound" "$scratch/flipped"
printf '\125' | dd of="$scratch/flipped/driver.sys" bs=1 seek=1100 conv=notrunc 2>/dev/null
verify 1 "one byte changed in a signed driver" "$scratch/flipped"
only 'error\[SIG2004\]: page 1 of driver.sys was changed after it was signed: file offset 0x400'

# --- signatures and keys ---
package tampered NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a package to be tampered with" finish "$scratch/tampered"
echo '; a comment more' >>"$scratch/tampered/toy.inf"
verify 1 "an INF changed after the catalog" "$scratch/tampered"
only 'error\[SIG2013\]: toy.inf is not the file that'
cp -R "$scratch/sound" "$scratch/cut"
head -c 900 "$scratch/sound/toy.cat" >"$scratch/cut/toy.cat"
verify 1 "a truncated catalog" "$scratch/cut"
only 'error\[CAT2001\]'
cp -R "$scratch/sound" "$scratch/certificate"
echo nothing >"$scratch/certificate/toy.cer"
verify 1 "a broken certificate in the package" "$scratch/certificate"
only 'error\[SIG1002\]: there is no certificate in .*toy.cer'
package bare-image NTamd64.10.0...19041 "$pe/amd64/driver.sys"
"$CWDK" catalog "$scratch/bare-image" && "$CWDK" sign "$scratch/bare-image/toy.cat" &&
    "$CWDK" sign --export-certificate "$scratch/bare-image/toy.cer"
verify 0 "a driver that only the catalog vouches for" "$scratch/bare-image"
check_output "is noted" 'note\[SIG2001\]: driver.sys has no signature of its own'
package unsigned NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a catalog without signature" "$CWDK" catalog "$scratch/unsigned"
verify 1 "an unsigned catalog" "$scratch/unsigned"
check_output "is an error" 'error\[SIG2011\]'
package key NTamd64.10.0...19041 "$pe/amd64/driver.sys"
check "a package to get a key" finish "$scratch/key"
cp "$scratch/other.key" "$scratch/key/signing.key"
verify 1 "a private key in the package" "$scratch/key"
check_output "is an error" 'error\[SIG1005\]'

# Microsoft's echo sample allocates with ExAllocatePool2 and is built for today's KMDF, but its INF promises version 1709.
if [ -n "${CWDK_SAMPLES:-}" ] && [ -d "$CWDK_SAMPLES/general/echo" ]; then
    cp -R "$CWDK_SAMPLES/general/echo" "$scratch/echo"
    check "the echo sample is built" "$CWDK" build "$scratch/echo/kmdf" --arch amd64
    check_status "and promises more than it keeps" 1 "$CWDK" verify "$scratch/echo/kmdf/target/amd64/dev/echo-package"
    check_output "an import" 'PKG2003.*ExAllocatePool2.*NTamd64.10.0...16299'
    check_output "the framework" 'PKG2004.*KMDF 1.33'
else
    skip "the echo sample promises more than it keeps" "CWDK_SAMPLES does not name a folder with Microsoft's samples"
fi

# --- no package ---
mkdir "$scratch/empty"
verify 2 "an empty folder" "$scratch/empty"
check_output "has no INF" 'error\[PKG1001\]'
verify 2 "a missing folder" "$scratch/nowhere"
verify 2 "a file" "$scratch/exports.tsv"
check_status "no argument" 2 "$CWDK" verify
check_status "an unknown platform" 2 "$CWDK" verify --target-platform phone "$scratch/sound"
verify 2 "the root of the disk" /
only 'error\[PKG1001\]: / is no driver package: there is no .inf file at its top'
check_output "and what a package is" 'help: a package is the folder with an INF'
mkdir "$scratch/deep"
(cd "$scratch/deep" && mkdir -p d/d/d/d/d/d/d/d/d/d)
cp "$scratch/sound/toy.inf" "$scratch/deep"
verify 2 "folders nested too deep" "$scratch/deep"
only 'error\[PKG1004\]: folders are nested more than 8 deep, too much for a driver package'
mkdir "$scratch/broken"
printf '[Version]\nProvider = "unclosed\n' >"$scratch/broken/toy.inf"
verify 1 "an INF that does not parse" "$scratch/broken"
check_output "is reported with its place" 'broken/toy.inf:2:'
check_output "its rules count as not checked" 'INF rules, universal *not checked'
cp -R "$scratch/sound" "$scratch/syntax"
sed 's/^Toy   = "Toy"/Toy = "Toy/' "$scratch/sound/toy.inf" >"$scratch/syntax/toy.inf"
cp -R "$scratch/sound" "$scratch/unknown"
sed 's/^CopyFiles = Toy_Files/CopyFiles = Other_Files/' "$scratch/sound/toy.inf" >"$scratch/unknown/toy.inf"
"$CWDK" verify "$scratch/unknown" 2>&1 | grep -v SIG2013 >"$scratch/out"
only 'error\[INF1203\]: section \[Other_Files\] is not there'
verify 1 "an INF that does not parse, in a whole package" "$scratch/syntax"
only 'error\[INF'
check_output "what it copies is not known" '^  -  *files *not checked'
tap_done
