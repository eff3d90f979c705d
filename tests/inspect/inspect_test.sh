#!/bin/sh
# `cwdk inspect` against llvm-readobj and llvm-pdbutil, and on files that are damaged or of another kind.
. "$CWDK_SOURCE/tests/tap.sh"
here=$CWDK_SOURCE/tests/inspect
images=$CWDK_BUILD/tests/pe
flatten=$CWDK_BUILD/tests/inspect_flatten

same_as_readobj() { # same_as_readobj IMAGE
    llvm-readobj-19 --file-headers --sections --coff-imports --coff-exports --coff-load-config --coff-debug-directory \
        --coff-basereloc "$1" | awk -f "$here/readobj.awk" | sort >"$scratch/theirs"
    "$CWDK" inspect --format json "$1" | "$flatten" | awk -f "$here/ours.awk" | sort >"$scratch/ours"
    [ "$(wc -l <"$scratch/theirs")" -ge 30 ] && diff "$scratch/theirs" "$scratch/ours"
}

for arch in amd64 arm64; do
    for name in driver.sys library.dll; do
        check "$arch/$name: headers, sections, imports, exports, load config, debug as llvm-readobj sees them" \
            same_as_readobj "$images/$arch/$name"
    done
done

# Images of another maker, linker and shape: Wine's.
wine=/usr/lib/x86_64-linux-gnu/wine/x86_64-windows
for name in ntoskrnl.exe hal.dll kernel32.dll setupapi.dll ntdll.dll services.exe; do
    if [ -f "$wine/$name" ]; then
        check "Wine's $name as llvm-readobj sees it" same_as_readobj "$wine/$name"
    else
        skip "Wine's $name as llvm-readobj sees it" "wine64 is not installed"
    fi
done

version_strings() {
    "$CWDK" inspect --format json "$images/amd64/driver.sys" | "$flatten" | grep '^version' >"$scratch/version"
    printf '%s\n' 'version.file=1.2.3.4' 'version.product=5.6.7.8' 'version.debug=true' \
        'version.strings.CompanyName=Fixture Makers' 'version.strings.FileDescription=A driver ☃ for tests' \
        'version.strings.FileVersion=1.2.3.4' 'version.strings.OriginalFilename=fixture.sys' |
        diff - "$scratch/version"
}
check "version resource, beyond ASCII too" version_strings

same_as_pdbutil() { # same_as_pdbutil PDB
    llvm-pdbutil-19 dump -summary -modules -files -publics -globals "$1" >"$scratch/dump"
    {
        sed -n 's/^  Age: /age=/p; s/^  GUID: /guid=/p; s/^  Signature: /signature=/p; s/^  Block Size: /block_size=/p
                s/^  Number of blocks: /blocks=/p; s/^  Number of streams: /streams=/p' "$scratch/dump"
        # shellcheck disable=SC2016
        # A module's line is "Mod 0000 | `name`: "; the list of files has the same lines again.
        sed -n '/^ *Modules *$/,/^ *Files *$/p' "$scratch/dump" | sed -n 's/^ *Mod [0-9]* | `\(.*\)`: *$/\1/p' |
            awk '{ print "modules[" NR - 1 "].name=" $0 }'
        sed -n '/^ *Files *$/,/^ *Public Symbols *$/p' "$scratch/dump" | grep '(MD5' | sort -u |
            awk 'END { print "source_files=" NR }'
        awk '/^ *Public Symbols/ { p = 1; g = 0 } /^ *Global Symbols/ { p = 0; g = 1 }
             /\| S_[A-Z0-9_]* \[size/ { if (p) publics++; if (g) globals++ }
             END { print "public_symbols=" publics + 0; print "global_symbols=" globals + 0 }' "$scratch/dump"
    } | sort >"$scratch/theirs"
    "$CWDK" inspect --format json "$1" | "$flatten" |
        grep -E '^(age|guid|signature|block_size|blocks|streams|source_files|public_symbols|global_symbols|modules.*name)=' |
        sort >"$scratch/ours"
    [ "$(wc -l <"$scratch/theirs")" -ge 12 ] && diff "$scratch/theirs" "$scratch/ours"
}
for arch in amd64 arm64; do
    for name in driver.pdb library.pdb; do
        check "$arch/$name as llvm-pdbutil sees it" same_as_pdbutil "$images/$arch/$name"
    done
done
identity() {
    a=$("$CWDK" inspect --format json "$images/amd64/driver.sys" | "$flatten" | sed -n 's/^pdb.guid=//p')
    b=$("$CWDK" inspect --format json "$images/amd64/driver.pdb" | "$flatten" | sed -n 's/^guid=//p')
    [ -n "$a" ] && [ "$a" = "$b" ]
}
check "the image and its PDB have the same identity" identity

# Text.
check_status "text of a driver" 0 "$CWDK" inspect "$images/amd64/driver.sys"
check_output "says what it is" '^driver.sys: WDM driver for amd64'
check_output "names the hardening" 'yes  control-flow guard: 4 valid call targets'
check_output "lists imports" '^    ExAllocatePool2'
check_status "only the sections" 0 "$CWDK" inspect --sections "$images/amd64/driver.sys"
check_output "sections are there" '^  INIT .*r-x discardable'
check "imports are not" sh -c "! grep -q ExAllocatePool2 '$scratch/out'"
check_status "exports of a library" 0 "$CWDK" inspect --exports "$images/arm64/library.dll"
check_output "forwarder" 'forwarded -> ntoskrnl.ExFreePoolWithTag'

# Content decides, not the name.
cp "$images/amd64/driver.sys" "$scratch/renamed.pdb"
check_status "an image named .pdb" 0 "$CWDK" inspect "$scratch/renamed.pdb"
check_output "is an image" 'WDM driver'

# Damaged and strange files: status 2, a code, the offset.
head -c 700 "$images/amd64/driver.sys" >"$scratch/cut.sys"
check_status "truncated image" 2 "$CWDK" inspect "$scratch/cut.sys"
check_output "says where" 'PE1004.*offset 0x'
: >"$scratch/empty.sys"
check_status "empty image" 2 "$CWDK" inspect "$scratch/empty.sys"
check_output "is no image" 'error\[PE1001\]'
head -c 5000 "$images/amd64/driver.pdb" >"$scratch/cut.pdb"
check_status "truncated PDB" 2 "$CWDK" inspect "$scratch/cut.pdb"
check_output "is cut off" 'error\[PDB1002\]'
echo hello >"$scratch/letter.txt"
check_status "a text file" 2 "$CWDK" inspect "$scratch/letter.txt"
check_output "is unknown" 'error\[PKG4002\]'
check_status "a missing file" 2 "$CWDK" inspect "$scratch/none.sys"
check_output "is named" 'ENV0001'
check_status "no file" 2 "$CWDK" inspect
check_status "unknown format" 2 "$CWDK" inspect --format xml "$images/amd64/driver.sys"

# A broken part is an error, the rest is shown. The relocation block's size is at offset 4 of .reloc.
reloc=$("$CWDK" inspect --format json "$images/amd64/driver.sys" | "$flatten" |
    awk -F= '$2 == ".reloc" { found = 1 } found && /file_offset/ { print $2; exit }')
cp "$images/amd64/driver.sys" "$scratch/broken.sys"
printf '\0\0\0\0' | dd of="$scratch/broken.sys" bs=1 seek=$((reloc + 4)) conv=notrunc 2>/dev/null
check_status "broken relocations" 2 "$CWDK" inspect "$scratch/broken.sys"
check_output "are named" 'error\[PE1011\]'
check_output "the rest is shown" 'ExAllocatePool2'

# Names in a hostile file do not reach the terminal as control sequences, and JSON stays valid.
cp "$images/amd64/driver.sys" "$scratch/rude.sys"
name=$(grep -abo ExAllocatePool2 "$scratch/rude.sys" | head -n 1 | cut -d: -f1)
printf '\033[2J\377' | dd of="$scratch/rude.sys" bs=1 seek="$name" conv=notrunc 2>/dev/null
check_status "control characters in a name" 0 "$CWDK" inspect --imports "$scratch/rude.sys"
check_output "are spelled out" '\\x1B\[2J\\xFF'
check "and leave JSON valid" sh -c "'$CWDK' inspect -f json '$scratch/rude.sys' | '$flatten'"

# Catalogs and INFs.
mkdir "$scratch/package"
cat >"$scratch/package/toy.inf" <<'INF'
[Version]
Signature = "$WINDOWS NT$"
Class = System
ClassGuid = {4d36e97d-e325-11ce-bfc1-08002be10318}
Provider = %Maker%
CatalogFile = toy.cat
DriverVer = 01/02/2026,1.2.3.4
PnpLockdown = 1
[SourceDisksNames]
1 = Disk
[SourceDisksFiles]
toy.sys = 1
[DestinationDirs]
DefaultDestDir = 13
[Manufacturer]
%Maker% = Toys,NTamd64.10.0...19041
[Toys.NTamd64.10.0...19041]
Toy = Toy_Install,root\toy,root\plaything
[Toy_Install.NT]
CopyFiles = Toy_Files
[Toy_Files]
toy.sys
[Strings]
Maker = "Toy Makers"
INF
cp "$images/amd64/driver.sys" "$scratch/package/toy.sys"
check_status "text of an INF" 0 "$CWDK" inspect "$scratch/package/toy.inf"
check_output "where it applies" 'NTamd64.10.0...19041 *Windows 10, version 2004 and later'
check_output "its device" 'root.toy *Toy, installed by \[Toy_Install\]'
check_output "its file" 'toy.sys *to %13%'
inf_json() {
    "$CWDK" inspect -f json "$scratch/package/toy.inf" | "$flatten" >"$scratch/inf"
    grep -qx 'version.Provider=Toy Makers' "$scratch/inf" && grep -qx 'devices\[0\].compatible_ids\[0\]=root\\plaything' "$scratch/inf" &&
        grep -qx 'files\[0\].dirid=13' "$scratch/inf" && grep -qx 'catalogs\[0\].name=toy.cat' "$scratch/inf"
}
check "JSON of an INF" inf_json
printf '[Version\n' >"$scratch/bad.inf"
check_status "broken INF" 2 "$CWDK" inspect "$scratch/bad.inf"
check_output "with its place" 'bad.inf:1:'

SOURCE_DATE_EPOCH=1767225600 "$CWDK" catalog "$scratch/package" >"$scratch/made" 2>&1 || cat "$scratch/made"
check_status "text of a catalog" 0 "$CWDK" inspect "$scratch/package/toy.cat"
check_output "is unsigned" 'signature *none'
flat_hash() { # of the INF, by another program
    want=$(openssl dgst -sha256 -r "$scratch/package/toy.inf" | cut -d' ' -f1)
    "$CWDK" inspect -f json "$scratch/package/toy.cat" | "$flatten" | grep -q "digest=$want"
}
check "a member has the hash that openssl computes" flat_hash
cp "$scratch/package/toy.cat" "$scratch/renamed.bin"
check_status "a catalog by another name" 0 "$CWDK" inspect "$scratch/renamed.bin"
check_output "is a catalog" 'catalog, version 2'
head -c 100 "$scratch/package/toy.cat" >"$scratch/cut.cat"
check_status "truncated catalog" 2 "$CWDK" inspect "$scratch/cut.cat"
check_output "has a code" 'error\[CAT2'
tap_done
