# Shared by the tests of cwdk build: sourced after tests/tap.sh.

# shellcheck disable=SC2034,SC2154
fixtures=$CWDK_SOURCE/tests/build/fixtures

build() { "$CWDK" build --sign-mode off "$@"; }

# dirty COUNT [PATTERN]: what ninja would do now in this folder is COUNT steps (that match PATTERN).
dirty() {
    ninja -f target/build.ninja -n >"$scratch/steps" 2>&1
    [ "$(grep -c "^\[.*${2-}" "$scratch/steps")" = "$1" ] || { cat "$scratch/steps"; return 1; }
}

# later FILE: changes its time, as an editor does.
later() { sleep 0.05; touch "$1"; }

# header FILE PATTERN...: llvm-readobj prints each of them for the PE headers of FILE.
header() {
    llvm-readobj-19 --file-headers --sections --coff-load-config --coff-debug-directory --coff-imports "$1" \
        >"$scratch/header" || return 1
    shift
    for pattern; do
        grep -q -e "$pattern" "$scratch/header" || { echo "no line matches: $pattern"; cat "$scratch/header"; return 1; }
    done
}

# section FILE NAME: the characteristics of a section, one a line.
section() {
    llvm-readobj-19 --sections "$1" | awk -v want="$2" '
        $1 == "Name:" { on = $2 == want }
        on && /IMAGE_SCN_/ { print $1 }'
}

# section_is FILE NAME WORD...: it is there, has each flag WORD, and not those that begin with an exclamation mark.
section_is() {
    section "$1" "$2" >"$scratch/flags"
    [ -s "$scratch/flags" ] || { echo "there is no section $2"; return 1; }
    shift 2
    for flag; do
        case $flag in
        !*) ! grep -q "IMAGE_SCN_${flag#!}$" "$scratch/flags" || { echo "has ${flag#!}"; return 1; } ;;
        *) grep -q "IMAGE_SCN_$flag$" "$scratch/flags" || { echo "lacks $flag"; cat "$scratch/flags"; return 1; } ;;
        esac
    done
}

# not_writable_code FILE: no section is both writable and executable.
no_writable_code() {
    llvm-readobj-19 --sections "$1" | awk '
        $1 == "Name:" { name = $2; write = 0; run = 0 }
        /IMAGE_SCN_MEM_WRITE/ { write = 1 }
        /IMAGE_SCN_MEM_EXECUTE/ { run = 1 }
        write && run { print name " is writable and executable"; bad = 1; write = 0 }
        END { exit bad }'
}

# same_guid IMAGE PDB: the PDB is the one that the image names.
same_guid() {
    image=$(llvm-readobj-19 --coff-debug-directory "$1" | sed -n 's/.*PDBGUID: //p' | tr -d '{}')
    pdb=$(llvm-pdbutil-19 dump --summary "$2" | sed -n 's/.*GUID: *//p' | tr -d '{}')
    if [ -z "$image" ] || [ "$image" != "$pdb" ]; then echo "image: $image, PDB: $pdb"; return 1; fi
}

# checksum_valid FILE: by osslsigncode, which computes it anew.
checksum_valid() {
    osslsigncode verify "$1" >"$scratch/verify" 2>&1
    grep -q '^Current PE checksum *: [0-9A-F]*[1-9A-F]' "$scratch/verify" || { cat "$scratch/verify"; return 1; }
    if grep -q MISMATCH "$scratch/verify"; then cat "$scratch/verify"; return 1; fi
}
