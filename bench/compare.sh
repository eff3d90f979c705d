#!/bin/sh
# What clang --analyze, gcc -fanalyzer, cppcheck and cwdk check find in the same sources, in one run: the fixtures of
# tests/check, where each function with a mark has a defect and each other function is healthy, and the verifier's gallery,
# where bad.c has a defect and good.c is its healthy twin. The others are told of the pool what they know of malloc
# (bench/compare/), and a defect counts as caught whatever is said of its function, or of bad.c.
# CWDK and CWDK_SOURCE name the tool and the tree. Prints a table; with KEEP=FOLDER what each tool found is kept there.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
: "${CWDK_SOURCE:?set CWDK_SOURCE to the tree}"
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/home" CCACHE_DISABLE=1
mkdir "$work/fixtures"
cp -r "$CWDK_SOURCE"/tests/check/fixtures/. "$work/fixtures"
sh "$CWDK_SOURCE/tests/check/gallery_projects" "$work/gallery"
cd "$work"
find fixtures gallery -name '*.c' | sort >sources
home=$CWDK_SOURCE/build/share/cwdk/sdk
[ -d "$home" ] || home=$(dirname "$CWDK")/../share/cwdk/sdk

compiler_flags() { # the compiler's, in the words of cl
    set -- /nologo /X -fmsc-version=1940 /kernel /Zp8 /D_WIN64 /D_AMD64_ /DAMD64 /DWINNT=1 /D_WIN32_WINNT=0x0A00 \
        /DNTDDI_VERSION=0x0A000010 /DDBG=1 /DKMDF_VERSION_MAJOR=1 /DKMDF_VERSION_MINOR=33 /Igallery -w
    for folder in wdf km shared; do set -- "$@" "/imsvc$home/include/wdk-sys/$folder"; done
    echo "$@" -Xclang "-ivfsoverlay$home/vfs.yaml" # in one line: clang ends options with it
}
compiler_flags >flags
compiler() { clang-19 --driver-mode=cl --target=x86_64-pc-windows-msvc @flags "$@"; }

# Each tool writes lines FILE:LINE to its own file, from what it says of a source.
places() { sed -nE 's,^(\./)?([a-z_/A-Z0-9-]+\.c)[:(]([0-9]+)[:\,].*,\2:\3,p'; }
run_clang() {
    while read -r source; do
        compiler /DTOLD_CLANG "/FI$CWDK_SOURCE/bench/compare/told.h" --analyze -Xclang -analyzer-output=text \
            -Xclang -analyzer-config -Xclang unix.DynamicMemoryModeling:Optimistic=true \
            -Xclang -analyzer-disable-checker=deadcode -- "$source" 2>&1 | grep ' warning: ' | places
    done <sources
}
run_gcc() {
    while read -r source; do
        # gcc reads what clang preprocessed: __try becomes a plain block, and an enumeration may not be declared ahead
        compiler "/FI$CWDK_SOURCE/bench/compare/told.h" /E -- "$source" 2>/dev/null |
            sed 's/\bWDF_REQUEST_TYPE\([ ,)]\)/int\1/' >"$work/unit.c"
        x86_64-w64-mingw32-gcc -S -o /dev/null -O0 -fanalyzer -ffreestanding -nostdinc -fms-extensions -fdiagnostics-plain-output \
            '-D__int64=long long' -D__unaligned= -D__ptr64= -D__ptr32= '-D__forceinline=static inline' \
            '-D__try=if(1)' '-D__except(x)=else if(x)' -D__finally= -D__leave= "$work/unit.c" >"$work/gcc" 2>&1 ||
            echo "$source" >>"$work/gcc.refused"
        grep 'Wanalyzer-' "$work/gcc" | places
    done <sources
}
# As its manual has it, without the headers of the system; with its own library of Windows.
run_cppcheck() {
    xargs cppcheck --quiet --enable=warning --platform=win64 --library=windows -Igallery -Ifixtures \
        --library="$CWDK_SOURCE/bench/compare/told.cfg" --template='{file}:{line}: {severity} {id}' <sources 2>&1 |
        grep -v ' unknownMacro\| syntaxError\| internal' | places
}
run_cwdk() {
    for set in fixtures fixtures/*/ gallery; do
        "$CWDK" check -j 1 "$set" 2>/dev/null | sed -nE 's,^ *--> ,,p' | places
    done
}

# The functions of a source, as the fixtures are written: begun by a { and ended by a } at the start of a line.
ranges() {
    while read -r source; do
        awk -v file="$source" '
            /^{/ { first = NR - 1; marks = early == first }
            /CHK[0-9]/ && !/Twin of/ { if (first) marks = 1; else early = NR }
            /^[A-Za-z_]/ { head = NR }
            /^}/ && first { print file, head, NR, marks; first = 0 }' "$source"
    done
}
grep '^fixtures' sources | ranges >functions

judge() { # judge TOOL SECONDS: a row of the table
    sort -u "$1.found" | awk -v tool="$1" -v seconds="$2" '
        FILENAME == "functions" { n++; file[n] = $1; first[n] = $2; last[n] = $3; marked[n] = $4; next }
        FILENAME == "sources" {
            if (/^gallery.*\/bad\.c$/) bad++
            if (/^gallery.*\/good\.c$/) good++
            next
        }
        { split($1, at, ":"); hit[at[1]] = 1
          for (i = 1; i <= n; i++) if (file[i] == at[1] && at[2] >= first[i] && at[2] <= last[i]) in_function[i] = 1 }
        END {
            for (i = 1; i <= n; i++) { all[marked[i]]++; found[marked[i]] += in_function[i] }
            for (f in hit) { hits_bad += f ~ /\/bad\.c$/; hits_good += f ~ /\/good\.c$/ }
            printf "| %s | %d of %d | %d of %d | %d of %d | %d of %d | %s |\n", tool, found[1], all[1], found[0], all[0],
                hits_bad, bad, hits_good, good, seconds
        }' functions sources -
}

echo "| tool | fixtures: defects caught | alarms in healthy functions | gallery: defects caught | alarms in healthy twins | seconds |"
echo "| --- | --- | --- | --- | --- | --- |"
for tool in clang gcc cppcheck cwdk; do
    start=$(date +%s.%N)
    "run_$tool" >"$tool.found" || true
    judge "$tool" "$(echo "$start $(date +%s.%N)" | awk '{ printf "%.1f", $2 - $1 }')"
done
if [ -s gcc.refused ]; then echo "gcc cannot read $(wc -l <gcc.refused) of the sources" >&2; cat gcc.refused >&2; fi
if [ -n "${KEEP:-}" ]; then mkdir -p "$KEEP"; cp ./*.found sources functions "$KEEP"; fi
