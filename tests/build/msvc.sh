#!/bin/sh
# cwdk build: C and C++ as written for Microsoft's compiler, for both processors. That it compiles without a word is one half;
# the other is that each section pragma put its code or data where it says.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
cp -r "$fixtures/msvc" "$scratch/msvc" && cd "$scratch/msvc" || exit 1

imports_are() { # imports_are IMAGE NAME...: these and no other functions
    llvm-readobj-19 --coff-imports "$1" | sed -n 's/^ *Symbol: \([^ ]*\).*/\1/p' | LC_ALL=C sort >"$scratch/imports"
    shift
    printf '%s\n' "$@" | LC_ALL=C sort | diff - "$scratch/imports"
}

# holds IMAGE SECTION FUNCTION: the section is where the function's code went, as the PDB has it.
holds() {
    number=$(llvm-readobj-19 --sections "$1" | awk -v want="$2" '$1 == "Number:" { n = $2 } $1 == "Name:" && $2 == want { print n; exit }')
    llvm-pdbutil-19 dump --symbols "${1%/*/*}/msvc.pdb" | awk -v name="\`$3\`" '
        /S_[GL]PROC32/ { on = index($0, name) } on && /addr = / { print; on = 0 }' >"$scratch/address"
    grep -q "addr = $(printf '%04d' "$number"):" "$scratch/address" || { echo "section $number"; cat "$scratch/address"; return 1; }
}

for profile in dev release; do
    check_status "$profile: it builds" 0 build --profile "$profile"
    check "$profile: without a warning" sh -c "! grep -E 'warning|error' '$scratch/out'"
    for arch in amd64 arm64; do
        sys=target/$arch/$profile/msvc-package/msvc.sys
        check "$arch $profile: alloc_text(INIT)" holds "$sys" INIT DriverEntry
        check "$arch $profile: alloc_text(PAGE)" holds "$sys" PAGE Unload
        check "$arch $profile: __declspec(code_seg)" holds "$sys" PAGEDECL PagedByDeclspec
        check "$arch $profile: data_seg" section_is "$sys" SHAREDAT MEM_READ MEM_WRITE '!MEM_EXECUTE'
        check "$arch $profile: const_seg" section_is "$sys" RCONST MEM_READ '!MEM_WRITE'
        check "$arch $profile: __declspec(allocate)" section_is "$sys" ALLOCSEC MEM_READ MEM_WRITE
    done
done
check "arm64 dev: code_seg as a pragma" holds target/arm64/dev/msvc-package/msvc.sys PAGECSEG PagedByCodeSeg
check "the kernel's functions alone are imported, none of a C++ run-time library" imports_are target/arm64/dev/msvc-package/msvc.sys \
    DbgPrint ExAllocatePool2 ExFreePoolWithTag ExRaiseStatus KeGetCurrentIrql ProbeForRead __C_specific_handler
tap_done
