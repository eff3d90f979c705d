#!/bin/sh
# Wrong uses of the safe layer, each in a file of tests/wdk/reject: with WRONG defined it does not compile, and the compiler
# says what stands in the file's "reject:" lines; without, its right twin compiles. Compiled as `cwdk build` does it.
#
# reject.sh [WORD]: only files with WORD in the name.
set -u
. "$CWDK_SOURCE/tests/tap.sh"
word=${1:-}

# model MODEL: a driver of that kind, for the compiler's command line: $scratch/MODEL/arguments, a word a line.
model() {
    (cd "$scratch" && "$CWDK" new "$1" "--$1" && "$CWDK" build "$1" --arch amd64) >"$scratch/$1.log" 2>&1 || {
        not_ok "a driver of the kind $1 is built" "$scratch/$1.log"
        return
    }
    awk '/"arguments"/ {
        sub(/^[^[]*\[/, ""); sub(/\].*$/, "")
        n = split($0, words, /", "/)
        for (i = 1; i <= n; i++) {
            gsub(/^ *"|" *$/, "", words[i])
            if (words[i] == "/c") break
            if (words[i] !~ /^-fcolor/) print words[i]
        }
        exit
    }' "$scratch/$1/compile_commands.json" >"$scratch/$1/arguments"
}

# try FILE: one case; writes its result beside the others', to be told in order.
cat >"$scratch/try" <<'TRY'
file=$1
name=$(basename "$file" .c)
kind=$(sed -n 's/^ \* model: //p' "$file")
cd "$scratch/${kind:=kmdf}" || exit
compile() { xargs -d '\n' -a arguments sh -c '"$@" -fsyntax-only -Wno-unused-parameter -Wno-unused-function $flags -- "$file"' sh; }
export file
if ! flags= compile >"$scratch/$name.right" 2>&1; then
    mv "$scratch/$name.right" "$scratch/$name.fails"
elif flags=/DWRONG compile >"$scratch/$name.wrong" 2>&1; then
    echo "the wrong twin compiles" >"$scratch/$name.fails"
else
    sed -n 's/^ \* reject: //p' "$file" >"$scratch/$name.wanted"
    [ -s "$scratch/$name.wanted" ] || echo "no reject: line" >"$scratch/$name.fails"
    while IFS= read -r text; do
        grep 'error:' "$scratch/$name.wrong" | grep -qF -- "$text" || { echo "not said: $text"; cat "$scratch/$name.wrong"; } >"$scratch/$name.fails"
    done <"$scratch/$name.wanted"
fi
TRY
export scratch
for kind in kmdf wdm umdf; do
    model "$kind"
done
find "$CWDK_SOURCE/tests/wdk/reject" -name "*$word*.c" | sort >"$scratch/files"
xargs -P 2 -n 1 sh "$scratch/try" <"$scratch/files"
while IFS= read -r file; do
    name=$(basename "$file" .c)
    what="$name: $(sed -n '1s/^\/\* //p' "$file")"
    if [ -s "$scratch/$name.fails" ]; then not_ok "$what" "$scratch/$name.fails"; else ok "$what"; fi
done <"$scratch/files"
tap_done
