#!/bin/sh
# cwdk explain NAME: what the headers say about a name, as pages derived from them when the kit was built.
# shellcheck disable=SC2154
# shellcheck disable=SC2016 # back quotes are Markdown's
. "$CWDK_SOURCE/tests/tap.sh"
kit=$(dirname "$(dirname "$CWDK")")/share

says() { # says NAME PATTERN...: the page of NAME has a line for each pattern
    check_status "explain $1" 0 "$CWDK" explain "$1"
    name=$1
    shift
    for pattern; do
        check_output "$name: $pattern" "$pattern"
    done
}
says IoCreateDevice '^function of `wdm.h`' '_In_opt_ PUNICODE_STRING DeviceName' 'IRQL: at most `APC_LEVEL`' \
    'Module: ntoskrnl.exe (library ntoskrnl.lib)' 'First Windows: Windows 2000 (5.0.2195)' '`DeviceObject`: out, a pointer; NULL on failure' \
    'must look at the result'
says ExAllocatePool2 'at most `APC_LEVEL` if `(Flags & POOL_FLAG_PAGED) != 0`' 'caller owns the memory' '(10.0.19041)'
says KeAcquireSpinLock '^macro of `wdm.h`' 'It calls KeAcquireSpinLockRaiseToDpc' 'raised to `DISPATCH_LEVEL` on return' 'Acquires the lock `\*SpinLock`'
says KeReleaseSpinLock 'Releases the lock'
says WdfTimerStop '^function of `wdf.h`' 'at most `PASSIVE_LEVEL` if `Wait`' 'Framework: KMDF 1.15, UMDF 2.15'
says WdfDeviceRetrieveCompanionTarget 'Framework: KMDF 1.23$'
says EVT_WDF_TIMER '^callback of `wdf.h`' '_In_ WDFTIMER Timer'
says PFN_WDF_TIMER '^EVT_WDF_TIMER$'
says PDEVICE_OBJECT '^DEVICE_OBJECT$' 'PVOID DeviceExtension; // 0x40$' '} Queue;' '}; // 336 bytes'
says IO_STATUS_BLOCK 'NTSTATUS Status; // 0x0' 'Also called `_IO_STATUS_BLOCK`, .*`\*PIO_STATUS_BLOCK`'
says POOL_TYPE '^enum of' 'NonPagedPoolNx = 512'
says STATUS_ACCESS_DENIED '#define STATUS_ACCESS_DENIED .*0xC0000022'
says NonPagedPoolNx 'NonPagedPoolNx = 512'
says WdmlibIoCreateDeviceSecure 'Linked from a library of the kit'
says iocreatedevice '^IoCreateDevice$'

near() { # near NAME EXPECTED: an unknown name is told its neighbours
    check_status "$1 is unknown" 2 "$CWDK" explain "$1"
    check_output "$1 is near to $2" "near to it are .*$2"
}
near IoCreateDevcie 'IoCreateDevice (wdm.h)'
near ExAllocatePol2 ExAllocatePool2
near STATUS_ACESS_DENIED 'STATUS_ACCESS_DENIED (ntstatus.h)'
near WdfTimerStopp 'WdfTimerStop (wdf.h)'
check_status "a name like no other" 2 "$CWDK" explain Zzqxjv_Nothing_Like_It
check_output "has no neighbours" 'explain --list'
check_status "the empty name" 2 "$CWDK" explain ''
check_status "a very long name" 2 "$CWDK" explain "$(head -c 5000 /dev/zero | tr '\0' A)"

# The tree of the same pages, and how much there is.
page=$kit/doc/cwdk/api/wdm.h/IoCreateDevice.md
check "a page is a file of its own" grep -q 'IRQL: at most `APC_LEVEL`' "$page"
check "the tree has an index" grep -q '(wdm.h/index.md)' "$kit/doc/cwdk/api/index.md"
check "and one for each header" grep -q '(IoCreateDevice.md), function' "$kit/doc/cwdk/api/wdm.h/index.md"
cut -f1 "$kit/cwdk/sdk/names.tsv" | LC_ALL=C sort -c -u 2>"$scratch/order"
check "names are sorted, each once" cmp "$scratch/order" /dev/null
# Every kernel export that the headers declare has a page with its module.
awk -F'\t' 'NR > 1 && $5 != "" { print $2 "\t" $1 }' "$kit/cwdk/sdk/exports.tsv" | LC_ALL=C sort -u >"$scratch/exports"
awk -F'\f' 'BEGIN { RS = "\f" } NR > 1 {
    n = split($0, line, "\n")
    for (i = 2; i <= n; i++) if (line[i] ~ /^- Module: /) { split(line[i], word, " "); print line[1] "\t" word[3]; break }
}' "$kit/cwdk/sdk/reference.txt" | LC_ALL=C sort -u >"$scratch/pages"
LC_ALL=C comm -23 "$scratch/exports" "$scratch/pages" >"$scratch/missing"
check "each export has its page" cmp "$scratch/missing" /dev/null
tap_done
