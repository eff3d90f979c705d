#!/bin/sh
# How `cwdk check` grows with the size of a driver: one driver is generated in sizes up to LINES (1,000,000 unless told),
# each ten times the one before, and checked four times: the second run finds the bitcode made, so it is the analysis alone, the
# third finds what each function left, as after a change of none, and the fourth that nothing changed.
# Promised: seconds a line grow no faster than the logarithm of the size, with 1 GiB of memory at most.
# CWDK names the tool. Prints one line a size; status 1 where a promise is broken.
set -eu
: "${CWDK:?set CWDK to the built cwdk}"
lines=${LINES_MOST:-1000000}
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/home" CCACHE_DISABLE=1

# A driver of about that many lines: in each file modules of some 80 lines that allocate, link lists, hold locks, fall down
# ladders of gotos, call their own helpers and those of other files.
generate() { # generate LINES FOLDER
    mkdir -p "$2"
    printf 'name: series\nmodel: wdm\nsources: ["*.c"]\n' >"$2/cwdk.yaml"
    awk -v lines="$1" -v folder="$2" '
    function put(text) { print text >file; count++ }
    function module(n, other) {
        put("static NTSTATUS Fill" n "(struct item *item, ULONG size)")
        put("{")
        put("    if (!item)")
        put("        return STATUS_INVALID_PARAMETER;")
        put("    item->data = ExAllocatePool2(POOL_FLAG_NON_PAGED, size, TAG);")
        put("    if (!item->data)")
        put("        return STATUS_INSUFFICIENT_RESOURCES;")
        put("    item->size = size;")
        put("    return STATUS_SUCCESS;")
        put("}")
        put("")
        put("static void Empty" n "(struct item *item)")
        put("{")
        put("    if (item->data) {")
        put("        ExFreePoolWithTag(item->data, TAG);")
        put("        item->data = NULL;")
        put("    }")
        put("    item->size = 0;")
        put("}")
        put("")
        put("NTSTATUS Add" n "(struct queue *queue, ULONG size, struct item **out)")
        put("{")
        put("    NTSTATUS status;")
        put("    struct item *item = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof *item, TAG);")
        put("    KIRQL irql;")
        put("    *out = NULL;")
        put("    if (!item)")
        put("        return STATUS_INSUFFICIENT_RESOURCES;")
        put("    status = Fill" n "(item, size);")
        put("    if (!NT_SUCCESS(status))")
        put("        goto fail;")
        put("    status = Prepare" other "(queue, item->data, size);")
        put("    if (!NT_SUCCESS(status))")
        put("        goto empty;")
        put("    KeAcquireSpinLock(&queue->lock, &irql);")
        put("    if (queue->count >= LIMIT) {")
        put("        KeReleaseSpinLock(&queue->lock, irql);")
        put("        status = STATUS_DEVICE_BUSY;")
        put("        goto empty;")
        put("    }")
        put("    InsertTailList(&queue->items, &item->link);")
        put("    queue->count++;")
        put("    KeReleaseSpinLock(&queue->lock, irql);")
        put("    *out = item;")
        put("    return STATUS_SUCCESS;")
        put("empty:")
        put("    Empty" n "(item);")
        put("fail:")
        put("    ExFreePoolWithTag(item, TAG);")
        put("    return status;")
        put("}")
        put("")
        put("ULONG Drain" n "(struct queue *queue, ULONG kind)")
        put("{")
        put("    ULONG total = 0;")
        put("    KIRQL irql;")
        put("    KeAcquireSpinLock(&queue->lock, &irql);")
        put("    while (!IsListEmpty(&queue->items)) {")
        put("        struct item *item = CONTAINING_RECORD(RemoveHeadList(&queue->items), struct item, link);")
        put("        switch (kind) {")
        put("        case 0: total += item->size; break;")
        put("        case 1: total += 1; break;")
        put("        case 2: if (item->size > total) total = item->size; break;")
        put("        default: break;")
        put("        }")
        put("        Empty" n "(item);")
        put("        ExFreePoolWithTag(item, TAG);")
        put("    }")
        put("    queue->count = 0;")
        put("    KeReleaseSpinLock(&queue->lock, irql);")
        put("    return total;")
        put("}")
        put("")
        put("NTSTATUS Prepare" n "(struct queue *queue, PUCHAR data, ULONG size)")
        put("{")
        put("    ULONG i, sum = 0;")
        put("    if (size < 16 || !data)")
        put("        return STATUS_BUFFER_TOO_SMALL;")
        put("    for (i = 0; i < size; i++)")
        put("        sum += data[i];")
        put("    if (sum & 1)")
        put("        return STATUS_CRC_ERROR;")
        put("    queue->sum += sum;")
        put("    return STATUS_SUCCESS;")
        put("}")
        put("")
    }
    BEGIN {
        modules = int(lines / 90) + 1
        header = folder "/series.h"
        printf "#include <ntddk.h>\n#define TAG 0x73657269\n#define LIMIT 64\n" >header
        printf "struct item { LIST_ENTRY link; PUCHAR data; ULONG size; };\n" >header
        printf "struct queue { KSPIN_LOCK lock; LIST_ENTRY items; ULONG count, sum; };\n" >header
        for (n = 0; n < modules; n++) {
            if (n % 40 == 0) {
                if (n)
                    close(file)
                file = folder "/part" int(n / 40) ".c"
                put("#include \"series.h\"")
            }
            other = int(n / 2) # calls form a tree of depth log n
            put("NTSTATUS Prepare" other "(struct queue *queue, PUCHAR data, ULONG size);")
            module(n, other)
        }
        put("DRIVER_INITIALIZE DriverEntry;")
        put("NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)")
        put("{")
        put("    UNREFERENCED_PARAMETER(driver);")
        put("    UNREFERENCED_PARAMETER(path);")
        put("    return STATUS_SUCCESS;")
        put("}")
        print count
    }'
}

measure() { # measure COMMAND...: seconds, and the most MiB of memory that the process itself had
    start=$(date +%s.%N)
    "$@" >"$work/said" 2>&1 &
    most=0
    while sleep 0.02 && now=$(awk '/^VmHWM/ { print $2 }' "/proc/$!/status" 2>/dev/null) && [ -n "$now" ]; do most=$now; done
    wait $! || true
    echo "$start $(date +%s.%N) $most" | awk '{ printf "%.2f s, %d MiB", $2 - $1, $3 / 1024 }'
}

failed=0
before=
size=1000
while [ "$size" -le "$lines" ]; do
    folder=$work/series
    count=$(generate "$size" "$folder")
    cd "$folder"
    first=$(measure "$CWDK" check)
    find . \( -name check.json -o -name check.functions \) -delete
    alone=$(measure "$CWDK" check)
    find . -name check.json -delete
    known=$(measure "$CWDK" check)
    again=$(measure "$CWDK" check)
    grep -q '^series: 0 findings in' "$work/said" || { echo "series: findings in a healthy driver"; sed -n 1,20p "$work/said"; failed=1; }
    echo "series: $count lines: check $first; the analysis alone $alone; with each function known $known; with nothing changed $again"
    before="$before $count $alone;"
    cd "$work"
    rm -rf "$folder"
    size=$((size * 10))
done
# Two sizes in turn: not slower than size times its logarithm, with half as much again for the machine's moods; what takes
# less than 0.3 s says nothing of growth.
echo "$before" | tr -d , | tr ';' '\n' | awk '
    NF < 4 { next }
    $4 >= 1024 { print "series: " $4 " MiB for " $1 " lines"; bad = 1 }
    last >= 0.3 && $2 > 1.5 * last * ($1 * log($1)) / (size * log(size)) {
        print "series: " $1 " lines take " $2 / last " times what " size " take"; bad = 1 }
    { last = $2; size = $1 }
    END { exit bad }' || failed=1
exit $failed
