#!/bin/sh
# What cl takes and clang does not: a Visual Studio project with each kind builds, its files stay as they are, and what cl refuses, too,
# is refused with the compiler's own words.
. "$CWDK_SOURCE/tests/tap.sh"

# shellcheck disable=SC2016 # $(VCTargetsPath) is MSBuild's
project() { # project SOURCE...
    {
        echo '<?xml version="1.0" encoding="utf-8"?>'
        echo '<Project DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup Label="ProjectConfigurations">'
        for arch in x64 ARM64; do
            echo "<ProjectConfiguration Include=\"Debug|$arch\"><Configuration>Debug</Configuration><Platform>$arch</Platform></ProjectConfiguration>"
        done
        echo '</ItemGroup><Import Project="$(VCTargetsPath)\Microsoft.Cpp.Default.props" />'
        echo '<PropertyGroup Label="Configuration"><ConfigurationType>Driver</ConfigurationType><DriverType>WDM</DriverType>'
        echo '<PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset></PropertyGroup>'
        echo '<Import Project="$(VCTargetsPath)\Microsoft.Cpp.props" /><ItemGroup>'
        for source; do echo "<ClCompile Include=\"$source\" />"; done
        echo '</ItemGroup><Import Project="$(VCTargetsPath)\Microsoft.Cpp.targets" /></Project>'
    } >dialect.vcxproj
}

mkdir "$scratch/p" && cd "$scratch/p" || exit 1
project driver.c class.cpp
cat >driver.h <<'END'
#pragma once
typedef struct _ADAPTER ADAPTER, *PADAPTER;
NTSTATUS
Initialize(
    _In_ PADAPTER Adapter, /* with (a comment) */
    _In_ PVOID Context);
EXTERN_C ULONG Answer(VOID);
VOID Small(_In_ PVOID Pointer, _In_ USHORT Size);
DRIVER_NOTIFICATION_CALLBACK_ROUTINE Changed;
END
cat >driver.c <<'END'
#include <ntddk.h>
#include "driver.h"
struct _ADAPTER { ULONG Count; PULONG Where; };
typedef struct _PARAMETERS { ULONG Size; } PARAMETERS, *PPARAMETERS;
DRIVER_INITIALIZE DriverEntry; PDRIVER_NOTIFICATION_CALLBACK_ROUTINE Callback = Changed;
static VOID Take(PVOID *Where) { *Where = NULL; }
#define CLEAR(pointer) Take(&(pointer))
static ULONG Next(PVOID Bytes) { ULONG first = *((PULONG)Bytes)++; (PULONG)Bytes += 2; CLEAR( (PVOID) Bytes ); return first; }
VOID Small(_In_ PULONG Pointer, _In_ USHORT Size) { UNREFERENCED_PARAMETER(Pointer); UNREFERENCED_PARAMETER(Size); }
NTSTATUS Initialize(_In_ PADAPTER Adapter, _In_ PPARAMETERS Parameters)
{
    InterlockedIncrement(& (LONG)Adapter->Count); Take(&((PVOID)(Adapter->Where))); Adapter->Count = Next(Adapter->Where);
    return Parameters->Size == __LINE__ ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}
NTSTATUS Changed(_In_ PULONG Structure, _Inout_opt_ PADAPTER Context)
{
    UNREFERENCED_PARAMETER(Structure);
    return Context ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    ADAPTER adapter = {Answer(), NULL};
    PARAMETERS parameters = {sizeof parameters};
    UNREFERENCED_PARAMETER(DriverObject);
    UNREFERENCED_PARAMETER(RegistryPath);
    return Initialize(&adapter, &parameters);
}
END
cat >class.cpp <<'END'
extern "C" {
#include <ntddk.h>
#include "driver.h"
}
const Level = 4;
union Service { UCHAR type; struct { UCHAR congestion : 2; UCHAR type : 6; }; };
template <typename T> struct Register { T value; T Read(); };
ULONG
Register<ULONG>::Read()
{
    return value;
}
EXTERN_C ULONG Answer(VOID)
{
    Register<ULONG> r = {Level};
    Service s = {0x83};
    return r.Read() + (s.type == 0x83);
}
END
cp -r . "$scratch/before"
check_status "each kind builds, for both processors" 0 "$CWDK" build dialect.vcxproj --sign-mode off
for what in 'driver.c:12:26: warning: the address of a cast .*C4213' 'driver.c:8:.*a cast is assigned to .*C4213' 'driver.c:8:.*the address of a cast' 'driver.c:10:10: warning: parameters of other types .*C4028' \
    'class.cpp:5:7: warning: a declaration without a type .*C4430' 'class.cpp:8:1: warning: a specialization without template<>' 'driver.c:15:10: warning: parameters of other types .*C4028' 'class.cpp:6:66: warning: a member declared again'; do
    check_output "it says so: $what" "^$what"
done
check "no error is shown" sh -c "! grep 'error' '$scratch/out'"
check "the files are as they were" diff -r -x target -x compile_commands.json "$scratch/before" .
check "debug information names the source, not a copy" sh -c "llvm-pdbutil-19 dump --files target/amd64/dev/dialect.pdb | grep -q ' driver.c\|/driver.c' && ! llvm-pdbutil-19 dump --files target/amd64/dev/dialect.pdb | grep adapted"
check "the dependencies are those of the source" sh -c "ninja -f target/build.ninja -t deps | grep -q '^ *driver.h$'"
sleep 0.05; touch driver.h
check "a header that was adapted is still depended on" sh -c "ninja -f target/build.ninja -n | grep -q 'compile driver.c'"

sed 's/&((PVOID)(Adapter->Where))/\&(Adapter->Count + 1)/' "$scratch/before/driver.c" >driver.c
check_status "the address of a sum is still refused" 1 "$CWDK" build dialect.vcxproj --sign-mode off
check_output "with the compiler's words at the source's place" '^driver.c:12:.*error: cannot take the address of an rvalue'
sed 's/^NTSTATUS Initialize(/ULONG *Initialize(/' "$scratch/before/driver.c" >driver.c
check_status "another return type is still refused" 1 "$CWDK" build dialect.vcxproj --sign-mode off
check_output "as conflicting" "error: conflicting types for 'Initialize'"
sed 's/^NTSTATUS Changed(/ULONG *Changed(/' "$scratch/before/driver.c" >driver.c
check_status "so is another than that of a role" 1 "$CWDK" build dialect.vcxproj --sign-mode off
check_output "as conflicting" "error: conflicting types for 'Changed'"
printf '#include <ntddk.h>\nVOID KeInitializeEvent(_In_ PULONG Event, _In_ EVENT_TYPE Type, _In_ BOOLEAN State) { }\n' >driver.c
check_status "a header of the kit is never adapted" 1 "$CWDK" build dialect.vcxproj --sign-mode off
check_output "the conflict with it is an error" "error: conflicting types for 'KeInitializeEvent'"
printf '#include <ntddk.h>\ndouble Wave(double x) { return 1 + sin(x) + abs((int)x); }\nNTSTATUS DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING p) { UNREFERENCED_PARAMETER(d); UNREFERENCED_PARAMETER(p); return (LONG)Wave(cos(.5)); }\n' >driver.c
cp driver.c known.c
check_status "cl's intrinsics are known without a declaration" 0 "$CWDK" build dialect.vcxproj --sign-mode off
check_output "with a warning" "driver.c:2:.*warning: call to undeclared library function 'sin'"
check "without notes that are for the tool" sh -c "! grep -q fix-it '$scratch/out'"
sed 's/cos(\.5)/NoSuchThing(.5)/' known.c >driver.c
check_status "other functions are not" 1 "$CWDK" build dialect.vcxproj --sign-mode off
check_output "also beside an intrinsic" 'error.*NoSuchThing'
sed 's/^double Wave/static double sin(double x) { return x; }\n&/' known.c >driver.c
check_status "a driver may have a sin of its own" 0 "$CWDK" build dialect.vcxproj --sign-mode off
check_status "without a command the tool says what it wants" 2 "$CWDK" compile --adapted=x
check_output "by name" 'compiler'
tap_done
