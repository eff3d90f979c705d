#!/bin/sh
# A driver that calls every AuxKlib routine links with aux_klib.lib and ntoskrnl.lib, for both processors, and imports none of them.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/sdk/flags.sh"

cat >"$scratch/driver.c" <<'END'
#include <aux_klib.h>
DRIVER_INITIALIZE DriverEntry;
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    KBUGCHECK_DATA data = {sizeof data};
    ULONG size = 0;
    UNREFERENCED_PARAMETER(Path);
    NTSTATUS status = AuxKlibInitialize();
    if (NT_SUCCESS(status))
        status = AuxKlibQueryModuleInformation(&size, sizeof(AUX_MODULE_EXTENDED_INFO), NULL);
    if (NT_SUCCESS(status))
        status = AuxKlibGetBugCheckData(&data);
    if (NT_SUCCESS(status) && !AuxKlibGetImageExportDirectory(Driver->DriverStart))
        status = AuxKlibEnumerateSystemFirmwareTables('ACPI', NULL, 0, &size);
    if (NT_SUCCESS(status))
        status = AuxKlibGetSystemFirmwareTable('ACPI', 'PCAF', NULL, 0, &size);
    return status;
}
END
for arch in amd64:x86_64 arm64:aarch64; do
    name=${arch%:*}
    lib=$CWDK_BUILD/share/cwdk/sdk/lib/$name
    check "compiles for $name" clang-19 "--target=${arch#*:}-pc-windows-msvc" -fms-extensions -nostdinc \
        -I "$headers/km" -I "$headers/shared" -isystem "$resources" -D_KERNEL_MODE=1 -O1 \
        -c "$scratch/driver.c" -o "$scratch/$name.obj"
    check "links for $name" lld-link-19 /driver /subsystem:native /entry:DriverEntry /nodefaultlib \
        "/out:$scratch/$name.sys" "$scratch/$name.obj" "$lib/aux_klib.lib" "$lib/ntoskrnl.lib" "$lib/wdkrt.lib"
    llvm-readobj-19 --coff-imports "$scratch/$name.sys" >"$scratch/imports"
    check "finds what it needs at run time ($name)" grep -q MmGetSystemRoutineAddress "$scratch/imports"
    check_status "imports no AuxKlib name ($name)" 1 grep -e AuxKlib -e ZwQuerySystemInformation "$scratch/imports"
done
tap_done
