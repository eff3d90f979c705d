#!/bin/sh
# The documents are true: every command in a ```console block runs, in order, and prints what the block shows.
#
# In a block, a line `$ COMMAND` is run in an empty folder of the page's own; the lines below it must appear in its output
# in that order, `...` standing for anything. A last line `[exit N]` says that the command ends with status N, not 0.
# Links between pages must lead somewhere, and the rows of a table have as many cells as its head.
. "$CWDK_SOURCE/tests/tap.sh"
PATH=$(dirname "$CWDK"):$PATH
export PATH XDG_DATA_HOME="$scratch/data" SOURCE_DATE_EPOCH=1767225600

# Splits a page's console blocks into numbered files: N.run (the command), N.want (lines), N.status.
split_page() {
    awk -v base="$2/" '
        /^```console$/ { inside = 1; next }
        /^```/ { inside = 0; next }
        !inside { next }
        /^\$ / { n++; file = sprintf("%s%03d", base, n); print substr($0, 3) > (file ".run"); printf "" > (file ".want")
                 status[file] = 0; next }
        /^\[exit [0-9]+\]$/ { gsub(/[^0-9]/, ""); status[file] = $0; next }
        n { print > (file ".want") }
        END { for (file in status) print status[file] > (file ".status") }' "$1"
}

# The wanted lines, as a subsequence of the lines there are.
matches() {
    awk 'NR == FNR { want[++n] = $0; next }
        function like(text, pattern,    part, i, at, count) {
            count = split(pattern, part, /\.\.\./)
            for (i = 1; i <= count; i++) {
                at = index(text, part[i])
                if (!at || (i == 1 && at != 1)) return part[i] == "" && i > 1 ? 1 : 0
                text = substr(text, at + length(part[i]))
            }
            return count > 1 || text == ""
        }
        BEGIN { next_line = 1 }
        next_line <= n { while (next_line <= n && want[next_line] == "...") next_line++
                         if (next_line <= n && like($0, want[next_line])) next_line++ }
        END { while (next_line <= n && (want[next_line] == "..." || want[next_line] == "")) next_line++
              if (next_line <= n) { print "missing: " want[next_line]; exit 1 } }' "$1" "$2"
}

# The rows of a table that are not as wide as its head; a pipe within a cell is written \|.
uneven_rows() {
    awk '{ line = $0; gsub(/\\\|/, "", line) }
        line !~ /^\|/ { width = 0; next }
        { cells = gsub(/\|/, "", line) - 1; if (!width) width = cells }
        cells != width { print FNR ": " cells " cells below a head of " width }' "$1"
}

for page in "$CWDK_SOURCE"/README.md "$CWDK_SOURCE"/CONTRIBUTING.md "$CWDK_SOURCE"/docs/*.md "$CWDK_SOURCE"/docs/guide/*.md \
    "$CWDK_SOURCE"/examples/README.md "$CWDK_SOURCE"/examples/*/README.md; do
    [ -f "$page" ] || continue
    name=${page#"$CWDK_SOURCE"/}
    steps=$scratch/steps-$(echo "$name" | tr / -)
    mkdir -p "$steps/work"
    split_page "$page" "$steps"
    for run in "$steps"/*.run; do
        [ -e "$run" ] || continue
        command=$(cat "$run")
        folder=$(cat "$steps/folder" 2>/dev/null || echo "$steps/work")
        case $command in
        "cd "*) (cd "$folder" && ${command%%&&*} && pwd) >"$steps/folder" 2>/dev/null ;;
        esac
        status=0
        (cd "$folder" && sh -c "$command") >"$run.out" 2>&1 </dev/null || status=$?
        if [ "$status" != "$(tail -n 1 "${run%.run}.status")" ]; then
            echo "status $status" >>"$run.out"
            not_ok "$name: $command" "$run.out"
        elif [ -s "${run%.run}.want" ] && ! matches "${run%.run}.want" "$run.out" >"$run.miss"; then
            cat "$run.out" >>"$run.miss"
            not_ok "$name: $command prints what the page shows" "$run.miss"
        else
            ok "$name: $command"
        fi
    done
    broken=
    for link in $(grep -oE "\]\([^)#: ]+[)#]" "$page" | sed "s/^..//; s/.$//"); do
        [ -e "$(dirname "$page")/$link" ] || broken="$broken $link"
    done
    echo "$broken" >"$steps/broken"
    if [ -z "$broken" ]; then ok "$name: its links lead somewhere"; else not_ok "$name: dead links" "$steps/broken"; fi
    uneven_rows "$page" >"$steps/uneven"
    if [ ! -s "$steps/uneven" ]; then ok "$name: its tables are even"; else not_ok "$name: rows of another width" "$steps/uneven"; fi
done
tap_done
