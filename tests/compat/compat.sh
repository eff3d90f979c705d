#!/bin/sh
# tests/compat/run: what it counts, builds and says, on three small projects of our own.
. "$CWDK_SOURCE/tests/tap.sh"

# shellcheck disable=SC2016 # $(VCTargetsPath) is MSBuild's
project() { # project PATH TYPE TOOLSET SOURCE [PROPERTIES]
    mkdir -p "$scratch/drivers/$(dirname "$1")"
    {
        echo '<?xml version="1.0" encoding="utf-8"?>'
        echo '<Project DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">'
        echo '<ItemGroup Label="ProjectConfigurations">'
        for arch in x64 ARM64; do
            echo "<ProjectConfiguration Include=\"Debug|$arch\"><Configuration>Debug</Configuration><Platform>$arch</Platform></ProjectConfiguration>"
        done
        echo '</ItemGroup><Import Project="$(VCTargetsPath)\Microsoft.Cpp.Default.props" />'
        echo "<PropertyGroup Label=\"Configuration\"><ConfigurationType>$2</ConfigurationType><PlatformToolset>$3</PlatformToolset>${5-}</PropertyGroup>"
        echo '<Import Project="$(VCTargetsPath)\Microsoft.Cpp.props" />'
        echo "<ItemGroup><ClCompile Include=\"$4\" /></ItemGroup>"
        echo '<Import Project="$(VCTargetsPath)\Microsoft.Cpp.targets" /></Project>'
    } >"$scratch/drivers/$1"
}
kernel=WindowsKernelModeDriver10.0
project good/good.vcxproj Driver $kernel good.c '<DriverType>WDM</DriverType>'
project bad/bad.vcxproj Driver $kernel bad.c '<DriverType>WDM</DriverType>'
project library/library.vcxproj StaticLibrary $kernel library.cpp '<DriverType>KMDF</DriverType>'
project program/program.vcxproj Application WindowsApplicationForDrivers10.0 program.c
printf '#include <wdm.h>\nDRIVER_INITIALIZE DriverEntry;\nNTSTATUS DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING r)\n{\n    UNREFERENCED_PARAMETER(d);\n    UNREFERENCED_PARAMETER(r);\n    return STATUS_SUCCESS;\n}\n' >"$scratch/drivers/good/good.c"
printf '#include <wdm.h>\nint broken(void) { return "not closed; }\n' >"$scratch/drivers/bad/bad.c"
printf 'extern "C" int one() { return 1; }\n' >"$scratch/drivers/library/library.cpp"
cp -r "$scratch/drivers" "$scratch/before"

check_status "a folder with a driver that does not build gives status 1" 1 "$CWDK_SOURCE/tests/compat/run" "$scratch/drivers"
cp "$scratch/out" "$scratch/table"
check_output "the driver that builds" '^good/good.vcxproj  *WDM  *C  *ok  *ok$'
check_output "the one that does not, with the compiler's first error" '^bad/bad.vcxproj  *WDM  *C  *no  *no  .*bad.c:2:.* error: '
check_output "a library is named as one" '^library/library.vcxproj  *KMDF library  *C++  *ok  *ok$'
check "a program is no driver" sh -c "! grep program '$scratch/table'"
check_output "the total of C" '^C: 2 projects, 1 built for amd64, 1 built for arm64, 1 for both$'
check_output "the total of C++" '^C++: 1 projects, 1 built for amd64, 1 built for arm64, 1 for both$'
check "nothing is written into the folder" diff -r "$scratch/before" "$scratch/drivers"
check_status "a filter and one architecture" 0 "$CWDK_SOURCE/tests/compat/run" -a arm64 -k "$scratch/kept" "$scratch/drivers" good
check_output "give one row of one architecture" '^good/good.vcxproj  *WDM  *C  *ok$'
check "the image is for that architecture" sh -c "llvm-readobj-19 --file-headers '$scratch'/kept/tree/good/target/arm64/dev/good-package/good.sys | grep -q ARM64"
check_status "a folder without drivers is an error" 2 "$CWDK_SOURCE/tests/compat/run" "$scratch/drivers/program"
check_output "that says so" 'there is no driver project'
check_status "and so is an unknown architecture" 2 "$CWDK_SOURCE/tests/compat/run" -a ia64 "$scratch/drivers"
tap_done
