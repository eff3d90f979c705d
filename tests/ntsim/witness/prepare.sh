# Sourced by witness.sh and modes.sh: makes a copy of a sample with its tests, and reads what was found.

# shellcheck disable=SC2154 # tap.sh has made it
: "${scratch?}"
witness_folder=$CWDK_SOURCE/tests/ntsim/witness

# each_witness COMMAND WORD...: COMMAND NAME TESTS FOLDER PROJECT [STACK SERVICE] for each witness with all the WORDs in
# its line.
each_witness() {
    each_command=$1
    shift
    sed -e '/^#/d' -e 's/  */ /g' "$witness_folder/witnesses" >"$scratch/witnesses"
    for each_word; do
        grep -F -e "$each_word" "$scratch/witnesses" >"$scratch/witnesses.some"
        mv "$scratch/witnesses.some" "$scratch/witnesses"
    done
    while read -r name tests folder path stack service <&3; do
        "$each_command" "$name" "$tests" "$folder" "$path" "$stack" "$service"
    done 3<"$scratch/witnesses"
}

# prepare TESTS FOLDER PROJECT STACK SERVICE: sets $project to what is to be tested, of a fresh copy of FOLDER.
prepare() {
    copy=$scratch/copy/$2
    rm -rf "$scratch/copy" && mkdir -p "$copy" && cp -r "$CWDK_SAMPLES/$2/." "$copy"
    if [ -n "$4" ]; then
        project=$copy/$4
        cp -r "$witness_folder/$4" "$project"
        cp -r "$witness_folder/$1" "$project/tests"
        sed -i "s|PROJECT|../$3|" "$project/cwdk.yaml"
        sed -i "s|FILTER|$5|" "$project/$4.inx"
        return
    fi
    project=$copy/$3
    cp -r "$witness_folder/$1" "$(dirname "$project")/tests"
    case $1 in hidusbfx2) cp "$witness_folder/fx2/"board.? "$(dirname "$project")/tests" ;; esac
    if [ -f "$witness_folder/$1/$1.sln" ]; then # tests that need several projects
        cp "$witness_folder/$1/$1.sln" "$copy" && project=$copy/$1.sln
    fi
}

# found_in JUNIT: "CODE FILE:LINE" of each finding, "failed NAME" of each test that failed without one.
found_in() {
    {
        xmllint --xpath "//property[@name='finding']/@value" "$1" 2>/dev/null |
            sed -n 's|^ *value="\([A-Z]*[0-9]*\) \([^ ]*[\\/]\)\{0,1\}\([^ \\/]*\) .*|\1 \3|p'
        xmllint --xpath "//testcase[failure or error][not(properties/property[@name='finding'])]/@name" "$1" 2>/dev/null |
            sed -n 's|^ *name="\(.*\)"|failed \1|p'
    } | sort -u
}

# options_of MODE: the further arguments of `cwdk test`.
options_of() {
    case $1 in
        plain) ;;
        races) echo "--sanitize --schedules 20" ;;
        schedules) echo "--schedules 20" ;;
        *) echo "--$1" ;;
    esac
}

# test_in MODE NAME: runs the tests of $project, and leaves in $scratch/wrong what was not expected of the witness NAME:
# findings that the table has no row for, and rows of the table that must be met and were not. $scratch/met has the rows
# that were. Fails where there is something wrong.
test_in() {
    rm -f "$scratch/junit.xml"
    status=0
    # shellcheck disable=SC2046
    NO_COLOR=1 timeout "${WITNESS_SECONDS:-900}" "$CWDK" test "$project" --seed 1 $(options_of "$1") \
        --junit "$scratch/junit.xml" >"$scratch/said" 2>&1 || status=$?
    if [ ! -f "$scratch/junit.xml" ]; then
        echo "no results: status $status" >"$scratch/wrong"
        : >"$scratch/met"
        return 1
    fi
    found_in "$scratch/junit.xml" >"$scratch/found"
    awk -v mode="$1" -v name="$2" -v met="$scratch/met" '
        FNR == NR {
            if ($1 == name && ("," $2 "," ~ "," mode "," || $2 == "*")) { row = $3 " " $4; rows[row] = $5 }
            next
        }
        $0 in rows { print >met; seen[$0] = 1; next }
        { print "not expected: " $0 }
        END { for (row in rows) if (!(row in seen) && rows[row] != "seldom") print "not found: " row; printf "" >met }
    ' "$witness_folder/expected" "$scratch/found" >"$scratch/wrong"
    [ ! -s "$scratch/wrong" ]
}
