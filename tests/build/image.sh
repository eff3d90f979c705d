#!/bin/sh
# cwdk build: the images it makes, as LLVM's tools and osslsigncode see them. The folder's name is as awkward as names get.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
work="$scratch/a b \$x 'ü'"
cp -r "$fixtures/mixed" "$work" && cd "$work" || exit 1

sources_listed() { test "$(grep -c "\"file\":" compile_commands.json)" = "$1"; }

check_status "a folder of two drivers, a library and a program builds in one run" 0 build
check_output "the table names what was made" '^beta *arm64 *target/arm64/dev/beta-package/beta.sys *[0-9]* *no (no INF, so no catalog)$'
check "a compilation database for clangd" grep -q '"file": "alpha/src/driver.c"' compile_commands.json
check "the database has each source for each architecture" sources_listed 10
check "the folder is marked as a cache" grep -q '^Signature: 8a477f597d28d172789f06886806bc55$' target/CACHEDIR.TAG
check_status "the release profile builds" 0 build --profile release

for profile in dev release; do
    for arch in amd64 arm64; do
        case $arch in
        amd64) machine=IMAGE_FILE_MACHINE_AMD64 ;;
        arm64) machine=IMAGE_FILE_MACHINE_ARM64 ;;
        esac
        sys=target/$arch/$profile/alpha-package/alpha.sys
        pdb=target/$arch/$profile/alpha.pdb
        name="$arch $profile"
        check "$name: machine, subsystem, version" header "$sys" "Machine: $machine" 'Subsystem: IMAGE_SUBSYSTEM_NATIVE' \
            'MajorSubsystemVersion: 10' 'MajorOperatingSystemVersion: 10'
        check "$name: NX, ASLR and control-flow guard are announced" header "$sys" IMAGE_DLL_CHARACTERISTICS_NX_COMPAT \
            IMAGE_DLL_CHARACTERISTICS_DYNAMIC_BASE IMAGE_DLL_CHARACTERISTICS_HIGH_ENTROPY_VA IMAGE_DLL_CHARACTERISTICS_GUARD_CF
        check "$name: the load configuration has the guard's table and the cookie" header "$sys" 'CF_INSTRUMENTED' \
            'CF_FUNCTION_TABLE_PRESENT' 'GuardCFFunctionTable: 0x14' 'SecurityCookie: 0x14'
        check "$name: the entry point is the runtime's" header "$sys" "AddressOfEntryPoint: 0x[1-9A-F]"
        check "$name: no section is writable and executable" no_writable_code "$sys"
        check "$name: INIT is code that is thrown away" section_is "$sys" INIT MEM_EXECUTE MEM_DISCARDABLE MEM_READ '!MEM_WRITE'
        check "$name: PAGE is pageable code" section_is "$sys" PAGE MEM_EXECUTE '!MEM_NOT_PAGED' '!MEM_WRITE'
        check "$name: .text stays in memory" section_is "$sys" .text MEM_EXECUTE MEM_NOT_PAGED '!MEM_WRITE'
        check "$name: .rdata is not writable" section_is "$sys" .rdata MEM_READ '!MEM_WRITE' '!MEM_EXECUTE'
        check "$name: the checksum is right" checksum_valid "$sys"
        check "$name: the PDB beside it belongs to it" same_guid "$sys" "$pdb"
        check "$name: the image names its PDB without a folder" header "$sys" 'PDBFileName: alpha.pdb$'
        check "$name: no path of this machine is in the image" sh -c "! grep -qaF '$scratch' $sys"
        check "$name: no path of this machine is in the PDB" sh -c "! grep -qaF '$scratch' $pdb"
    done
done

resource() { llvm-readobj-19 --coff-resources "$1" | sed -n 's/^ *[0-9A-F]\{4\}: \([0-9A-F ]*\)|.*/\1/p' | tr -d ' \n'; }
utf16() { printf '%s' "$1" | iconv -t UTF-16LE | od -An -tx1 | tr -d ' \n' | tr a-f A-F; }
has_text() { resource "$1" | grep -q "$(utf16 "$2")"; }
sys=target/amd64/dev/alpha-package/alpha.sys
check "the version resource has the file's version" sh -c "llvm-readobj-19 --coff-resources $sys | grep -q 'Type: VERSIONINFO'"
check "and its numbers" sh -c "llvm-readobj-19 --coff-resources $sys | sed -n 's/^ *[0-9A-F]\{4\}: \([0-9A-F ]*\)|.*/\1/p' | tr -d ' \n' | grep -q BD04EFFE000001000300020005000400"
check "the provider in all its letters" has_text "$sys" 'Möwe & Söhne'
check "the description with its quotes" has_text "$sys" 'The "first" driver'
check "the original name" has_text "$sys" alpha.sys

build --arch amd64 >/dev/null 2>&1
exe=target/amd64/dev/tool.exe
check "a script of the project's own is used instead" has_text "$exe" 'Grüße from the tool'
check "a file that it names in another case goes in" sh -c "llvm-readobj-19 --coff-resources $exe | grep -q '|some text.|'"
later tool/res/note.txt
check "a change of it compiles the script again" dirty 1 'resource tool/tool.rc'
build --arch amd64 >/dev/null 2>&1
iconv -f UTF-8 -t UTF-16 tool/tool.rc >"$scratch/tool.rc" && mv "$scratch/tool.rc" tool/tool.rc
check_status "and one in UTF-16" 0 build --arch amd64
check "has the same text" has_text "$exe" 'Grüße from the tool'
check "nothing is left to do" dirty 0

# The same sources elsewhere give the same bytes.
mkdir "$scratch/elsewhere" && cp -r "$fixtures/mixed" "$scratch/elsewhere/x" && cd "$scratch/elsewhere/x" || exit 1
check_status "a copy in another place builds" 0 build --arch arm64
for file in alpha-package/alpha.sys alpha.pdb checksum.lib; do
    check "$file is the same byte for byte" cmp "target/arm64/dev/$file" "$work/target/arm64/dev/$file"
done
check "only the architecture asked for was built" test ! -e target/amd64
tap_done
