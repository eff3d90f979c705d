#!/bin/sh
# Each header of the kernel's interface stands alone, in C and in C++, for both processors, without a warning.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/sdk/flags.sh"

# pshpackN.h and poppack.h come in pairs; strsafe/ holds bodies that ntstrsafe.h includes inside its own.
alone() {
    cd "$headers" && find km shared -name '*.h' | sort | grep -v -e /pshpack -e /poppack -e km/strsafe/
}

sources=
for header in $(alone); do
    source=$scratch/$(echo "$header" | tr '/.' '__').c
    printf '#include "%s"\n' "$headers/$header" >"$source"
    sources="$sources $source"
done
for arch in x86_64 aarch64; do
    # shellcheck disable=SC2086
    check "each header alone in C, $arch" kit_compile "$arch" $sources
done
# shellcheck disable=SC2086
check "each header alone in C++" kit_compile x86_64 -x c++ $sources

printf '#include <%s>\n' cfloat climits cstddef cstdint cstring new >"$scratch/library.cpp"
for arch in x86_64 aarch64; do
    check "the headers of C++'s library, $arch" kit_compile "$arch" -x c++ "$scratch/library.cpp"
done

printf '#include <ntifs.h>\n#include <ntstrsafe.h>\n#include <ntintsafe.h>\n#include <wdmsec.h>\n#include <wmilib.h>\n' \
    >"$scratch/all.c"
for arch in x86_64 aarch64; do
    for mode in -DWDK_SYS_CONTRACTS -DWDK_SYS_EXPORTS -DDBG=1 -DPOOL_NX_OPTIN=1 -DPOOL_NX_OPTIN_AUTO=1 \
        -DPO_FX_VERSION=2 -DPO_FX_VERSION=3 -DNT_PROCESSOR_GROUPS -DUNICODE; do
        check "all headers with $mode, $arch" kit_compile "$arch" "$mode" "$scratch/all.c"
    done
done

# NDIS takes its shape from the version the driver names.
sources=
for version in 60 61 620 630 640 650 660 670 680 682 683 685 689; do
    printf '#define NDIS%s_MINIPORT 1\n#include <ndis.h>\n' $version >"$scratch/ndis$version.c"
    sources="$sources $scratch/ndis$version.c"
done
# shellcheck disable=SC2086
check "ndis.h for miniports of each version" kit_compile x86_64 $sources

# What the checker and the export tool live on reaches the syntax tree.
annotations() { # annotations MODE NAME
    kit_compile x86_64 "$1" -Xclang -ast-dump -Xclang -ast-dump-filter="$2" "$scratch/all.c" | grep AnnotateAttr
}
annotations -DWDK_SYS_CONTRACTS IoCreateDevice >"$scratch/contracts"
for text in '_IRQL_requires_max_(APC_LEVEL)\|_IRQL_requires_max_(PASSIVE_LEVEL)' '_Must_inspect_result_' \
    '_Outptr_result_nullonfailure_' '_In_opt_'; do
    check "IoCreateDevice carries $text" grep -q "\"$text\"" "$scratch/contracts"
done
annotations -DWDK_SYS_EXPORTS ExAllocatePool2 >"$scratch/exports"
check "ExAllocatePool2 names its module and first build" grep -q '"export:ntoskrnl.exe:10.0.19041"' "$scratch/exports"
check_status "a driver's own build sees no annotation" 1 annotations -DDBG=0 IoCreateDevice

# Each function is declared in one place.
kit_compile x86_64 -fno-color-diagnostics -Xclang -ast-dump "$scratch/all.c" |
    sed -n "/ implicit /d; s/^|-FunctionDecl [^']* \\([A-Za-z_][A-Za-z0-9_]*\\) '.*/\\1/p" |
    sort | uniq -d >"$scratch/twice"
check "no function is declared twice" cmp "$scratch/twice" /dev/null
tap_done
