# shellcheck shell=sh
# For the scripts beside it: . "$CWDK_SOURCE/bench/processor_time.sh"

# processor_time COMMAND...: prints the seconds of processor time, user and system, that a command and its children take; what
# it prints is in the file `report`.
processor_time() {
    (
        "$@" >report 2>&1 || { cat report >&2; exit 1; }
        times >spent # of the children in line 2; a pipeline would have children of its own
    )
    awk 'NR == 2 {
        for (i = 1; i <= 2; i++) {
            split($i, part, /[ms]/)
            sum += part[1] * 60 + part[2]
        }
        print sum
    }' spent
}
