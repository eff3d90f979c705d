#!/bin/sh
# cwdk build: what goes wrong, how it is said, and what is left behind.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
cp -r "$fixtures/mixed" "$scratch/mixed" && cd "$scratch/mixed" || exit 1
count() { test "$(grep -c -e "$1" "$scratch/out")" = "$2"; }

printf 'int broken(void) { retrun 1; }\n' >>beta/beta.c
check_status "a source with an error" 1 build
check_output "clang's message in its own words, with the place" "^beta/beta.c:[0-9]*:[0-9]*: error: use of undeclared identifier 'retrun'"
check "is shown once, though it fails for two architectures" count "undeclared identifier" 1
check_output "one line sums up" 'error\[BLD1001\]: 1 of 4 projects failed to build: beta (amd64, arm64)$'
check "ninja's own lines are not shown" sh -c "! grep -Eq 'FAILED|ninja:|clang-19' $scratch/out"
check "the other projects are built" test -f target/arm64/dev/alpha-package/alpha.sys
check "nothing of the broken one is there" test ! -e target/amd64/dev/beta-package/beta.sys
check_status "with -v" 1 build -v
check_output "the command is shown" '^clang-19 .* -- beta/beta.c$'
cp "$fixtures/mixed/beta/beta.c" beta/beta.c

printf 'extern int nowhere(int); int (*volatile f)(int) = nowhere;\n' >>beta/beta.c
check_status "a symbol that is nowhere" 1 build
check_output "the linker's message" 'error: undefined symbol: nowhere'
check_output "a help line" 'note\[BLD1002\]: no library defines nowhere$'
check "no image is left" sh -c '! ls target/*/dev/obj/beta/beta.sys target/*/dev/beta-package/beta.sys 2>/dev/null'
cp "$fixtures/mixed/beta/beta.c" beta/beta.c


printf 'extern int WdfVersionBind(void); int (*volatile g)(void) = WdfVersionBind;\n' >>beta/beta.c
check_status "a symbol of a library that is not linked" 1 build
check_output "the help names the library" 'wdfldr.sys exports it: add wdfldr.lib to the project'
cp "$fixtures/mixed/beta/beta.c" beta/beta.c

sed -i '1i #include <nowhere.h>' beta/beta.c
check_status "a header that is nowhere" 1 build
check_output "is one error with its place" 'error\[BLD1003\]: no include folder has nowhere.h$'
check_output "the place" 'beta/beta.c:1:10$'
check "and nothing else is said about it" sh -c "! grep -q 'file not found' $scratch/out"
sed -i '1s/.*/#include <wdmsecc.h>/' beta/beta.c
check_status "a header with a misspelt name" 1 build
check_output "the nearest header of the kit" 'the kit has wdmsec.h'
cp "$fixtures/mixed/beta/beta.c" beta/beta.c
check_status "all is well again after the corrections" 0 build

# Names that nothing declares: one diagnostic each, not what follows from them.
mkdir "$scratch/lacks" && cd "$scratch/lacks" || exit 1
printf 'name: lacks\nmodel: wdm\nsources: [lacks.c]\n' >cwdk.yaml
cat >lacks.c <<'TEXT'
#include <ntddk.h>
DRIVER_INITIALIZE DriverEntry;
VOID lacks(PDEVICE_OBJECT Device, PNOSUCH_THING Thing);
VOID lacks(PDEVICE_OBJECT Device, PNOSUCH_THING Thing)
{
    NOSUCH_RECORD *record = IoGetNoSuchRecord(Device), other;
    NTSTATUS status = STATUS_ACESS_DENIED;
    record->Field = other.Field + Thing->Size;
    IoGetNoSuchRecord(Device);
    KeAcquireSpinLockRaiseToDcp(NULL);
    undeclared++;
}
WDFTIMER timer;
DECLARE_NO_SUCH_THING(timer, 4);
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
    return lacks(Driver, Path);
}
TEXT
check_status "names that nothing declares" 1 build
check_output "a type, once, with its other place" 'error\[BLD1004\]: nothing declares PNOSUCH_THING: .*; also at lacks.c:4$'
check_output "the place" 'lacks.c:3:35$'
check_output "a record" 'error\[BLD1004\]: nothing declares NOSUCH_RECORD'
check_output "a function" 'error\[BLD1004\]: nothing declares IoGetNoSuchRecord'
check_output "a constant" 'error\[BLD1004\]: nothing declares STATUS_ACESS_DENIED'
check_output "what is near to it" 'near to it are STATUS_ACCESS_DENIED (ntstatus.h)'
check_output "a function that is misspelt" 'near to it are KeAcquireSpinLockRaiseToDpc (wdm.h)'
check_output "a macro that would declare something" 'error\[BLD1004\]: nothing declares DECLARE_NO_SUCH_THING'
check_output "a name of a header that is not included" 'error\[BLD1004\]: WDFTIMER is declared in wdf.h, which lacks.c does not see$'
check_output "what to do about it" 'add #include <wdf.h>'
check_output "an ordinary error in clang's words" "lacks.c:11:5: error: use of undeclared identifier 'undeclared'"
check "nothing that follows from them" sh -c "! grep -Eq \"'record'|'other'|ISO C99|no member|generated\" $scratch/out"
check_output "that something was held back" 'note: [0-9]* further errors in lacks.c may follow'
check "each is said once for both architectures" count 'nothing declares PNOSUCH_THING' 1
check_status "with -v" 1 build -v
check_output "all is shown" "use of undeclared identifier 'record'"
cd "$scratch/mixed" || exit 1

echo 'sources: [beta.c, gone.c]' >>beta/cwdk.yaml
check_status "a source file that is missing is bad input" 2 build
check_output "it is named" 'gone.c'
cp "$fixtures/mixed/beta/cwdk.yaml" beta/cwdk.yaml

echo 'libraries: [nonesuch.lib]' >>beta/cwdk.yaml
check_status "a library that is missing is bad input" 2 build
check_output "it is named, and the architecture" 'error\[BLD0006\]: the library nonesuch.lib is not there for amd64'
cp "$fixtures/mixed/beta/cwdk.yaml" beta/cwdk.yaml
echo 'libraries: [NtStrSafe.lib]' >>beta/cwdk.yaml
check_status "a library that is inline here is passed over" 0 build
cp "$fixtures/mixed/beta/cwdk.yaml" beta/cwdk.yaml

mkdir beta/more && echo >beta/m.mc && echo >beta/more/M.mc
echo 'messages: [m.mc, more/M.mc]' >>beta/cwdk.yaml
check_status "two files that would be made under one name" 2 build
check_output "are an error that names them" 'error\[BLD0007\]: .*M.h would be made twice'
cp "$fixtures/mixed/beta/cwdk.yaml" beta/cwdk.yaml
echo 'messages: [m.mc]' >>beta/cwdk.yaml
echo 'no message file' >beta/m.mc
check_status "a message file that is none" 1 build
check_output "is named, with the line" 'error\[MSG0001\]'
check_output "and the place" 'm.mc:1'
rm -r beta/m.mc beta/more
cp "$fixtures/mixed/beta/cwdk.yaml" beta/cwdk.yaml

check_status "an unknown architecture is wrong usage" 2 build --arch mips
check_output "the message names the choices" "there is no architecture 'mips': amd64, arm64 or all"
check_status "an unknown profile is wrong usage" 2 build --profile fast
check_status "a number of jobs that is none is wrong usage" 2 build -j many
check_status "so it is for a check" 2 "$CWDK" check -j 0
check_status "a path that is not there is bad input" 2 build "$scratch/nowhere"
mkdir "$scratch/empty"
check_status "a folder with nothing to build is bad input" 2 build "$scratch/empty"
check "and nothing is made there" sh -c "test -z \"\$(ls '$scratch/empty')\""

# Missing programs: a PATH that has all but one.
tools="$scratch/tools"
mkdir "$tools"
for tool in clang-19 lld-link-19 llvm-lib-19 llvm-rc-19 ninja osslsigncode; do
    ln -s "$(command -v "$tool")" "$tools/$tool"
done
for missing in clang-19:clang-19 lld-link-19:lld-19 llvm-rc-19:llvm-19 ninja:ninja-build; do
    tool=${missing%%:*}
    mv "$tools/$tool" "$scratch/away"
    check_status "without $tool, status 3" 3 env PATH="$tools" "$CWDK" build --sign-mode off
    check_output "the package is named" "apt-get install ${missing#*:}$"
    mv "$scratch/away" "$tools/$tool"
done

cp -r "$fixtures/mixed" "$scratch/blocked" && cd "$scratch/blocked" || exit 1
touch target
check_status "a file where the target folder should be" 3 build
check_output "the reason" 'error\[ENV0002\]: cannot write .*/target'
rm target
chmod -R a-w .
check_status "a read-only project" 3 unprivileged "$CWDK" build --sign-mode off
check_output "says what to do" 'make the folder writable'
chmod -R u+w .

# A Visual Studio project for x64 alone.
mkdir "$scratch/x64" && cd "$scratch/x64" || exit 1
cp "$fixtures/mixed/beta/beta.c" beta.c
cat >beta.vcxproj <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<Project DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <ItemGroup Label="ProjectConfigurations">
    <ProjectConfiguration Include="Debug|x64"><Configuration>Debug</Configuration><Platform>x64</Platform></ProjectConfiguration>
  </ItemGroup>
  <PropertyGroup Label="Configuration">
    <DriverType>WDM</DriverType>
    <PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset>
    <ConfigurationType>Driver</ConfigurationType>
  </PropertyGroup>
  <ItemDefinitionGroup>
    <ClCompile><PreprocessorDefinitions>%(PreprocessorDefinitions);/wd4996</PreprocessorDefinitions></ClCompile>
    <Link><AdditionalDependencies>%(AdditionalDependencies);nonesuch.lib</AdditionalDependencies></Link>
  </ItemDefinitionGroup>
  <ItemGroup><ClCompile Include="beta.c" /></ItemGroup>
</Project>
XML
check_status "a Visual Studio project for x64 alone is built for amd64" 0 build
check_output "arm64 is left out with a warning" 'warning\[BLD0011\]: arm64 is left out'
check_output "a library that is not there is a warning" 'warning\[BLD0006\]: the library nonesuch.lib is not there'
check_output "a define that is none is one, too" "warning\[BLD0010\]: '/wd4996' among the defines"
check "for arm64 nothing is made" test ! -e target/arm64
check_status "an architecture asked for must be there" 2 build --arch arm64
check_output "the project is named" 'error\[PRJ3005\]: beta.vcxproj'
check_output "the help tells what to ask for" 'help: it has Debug|x64: build with --arch amd64$'
mkdir "$scratch/two" "$scratch/two/beta" "$scratch/two/both" && cp beta.c beta.vcxproj "$scratch/two/beta" && cp beta.c "$scratch/two/both"
sed -e '/Include="Debug|x64"/{p;s/x64/ARM64/g}' -e '/nonesuch/d' beta.vcxproj >"$scratch/two/both/both.vcxproj"
cd "$scratch/two" || exit 1
check_status "beside a project that has both" 0 build
check_output "it is left out for arm64" 'warning\[BLD0011\]: arm64 is left out: beta.vcxproj'
check "the other one is built for both" test -f target/amd64/dev/beta-package/beta.sys -a -f target/arm64/dev/both-package/both.sys
check "and only that" test ! -e target/arm64/dev/beta-package

cp -r "$fixtures/mixed/beta" "$scratch/includes" && cd "$scratch/includes" || exit 1
echo 'includes: [nope]' >>cwdk.yaml
check_status "an include folder that is missing is bad input" 2 build
check_output "it is named" 'error\[PRJ1005\]: there is no folder nope'
check_output "with its place" "cwdk.yaml:$(grep -n includes cwdk.yaml | cut -d: -f1):12"

# The keyboard's interrupt: what is half done goes away, what is finished stays, the status says so.
cp -r "$fixtures/mixed" "$scratch/slow" && cd "$scratch/slow" || exit 1
mkdir "$scratch/slow-tools"
cat >"$scratch/slow-tools/lld-link-19" <<'SH'
#!/bin/sh
for word; do case $word in /out:*) echo half >"${word#/out:}" ;; esac; done
touch "$SLOW_STARTED"
sleep 20
SH
chmod +x "$scratch/slow-tools/lld-link-19"
SLOW_STARTED=$scratch/started PATH="$scratch/slow-tools:$PATH" setsid "$CWDK" build --sign-mode off --arch amd64 >"$scratch/out" 2>&1 &
child=$!
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -e "$scratch/started" ] && break; sleep 0.2; done
/bin/kill -s INT -- "-$child"
status=0
wait "$child" || status=$?
if [ "$status" = 130 ]; then ok "an interrupted build ends with status 130"; else not_ok "an interrupted build ends with status 130, not $status" "$scratch/out"; fi
check "the half-written image is gone" sh -c '! find target -name "*.sys" | grep -q .'
check_status "the next build goes on" 0 build --arch amd64
tap_done
