#!/bin/sh
# The installed kit stands alone: moved elsewhere, it makes, builds and verifies a driver.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data"

check_status "install" 0 cmake --install "$CWDK_BUILD" --prefix "$scratch/first"
mv "$scratch/first" "$scratch/moved"
tool=$scratch/moved/bin/cwdk
check "nothing points back to the build folder" sh -c "! find '$scratch/moved' -type l | grep -q ."
bill=$scratch/moved/share/cwdk/sbom.spdx.json
check_status "its bill of materials is sound" 0 "$CWDK_BUILD/tests/sbom-reader" "$bill"
sed -n 's|^file ./\(.*\) [^ ]* \([^ ]*\)$|\2  \1|p' "$scratch/out" >"$scratch/sums"
check "each file has the SHA-256 that is there" sh -c "cd '$scratch/moved' && sha256sum --quiet -c '$scratch/sums'"
check "and none is left out" test "$(find "$scratch/moved" -type f | wc -l)" -eq "$(($(wc -l <"$scratch/sums") + 1))"
check_output "with the libraries of the tool" 'relation cwdk DYNAMIC_LINK libjansson4'
check "the manual page is there" test -f "$scratch/moved/share/man/man1/cwdk.1"
check "completion for bash is there" grep -q 'complete -F _cwdk cwdk' "$scratch/moved/share/bash-completion/completions/cwdk"
check "completion for zsh is there" grep -q '#compdef cwdk' "$scratch/moved/share/zsh/site-functions/_cwdk"
cd "$scratch" || exit 1
check_status "doctor" 0 "$tool" doctor
check_status "new" 0 "$tool" new away --kmdf
cd away || exit 1
check_status "build" 0 "$tool" build
for arch in amd64 arm64; do
    check_status "verify, $arch" 0 "$tool" verify "target/$arch/dev/away-package"
done
cd "$scratch" || exit 1

# A project of someone else's, with the installed kit alone.
"$tool" new outer --kmdf >/dev/null && rm outer/cwdk.yaml
cat >outer/CMakeLists.txt <<'S'
cmake_minimum_required(VERSION 3.21)
project(outer VERSION 1.4.0 LANGUAGES NONE)
find_package(cwdk 0.1 REQUIRED)
enable_testing()
cwdk_add_driver(outer KMDF 1.33 SOURCES src/driver.c src/device.c src/queue.c INF outer.inx
  VERSION ${PROJECT_VERSION}.0 PROVIDER "Our \"Company\"" DEFINES "GREETING=\"hello\"" TESTS tests)
S
check_status "find_package and cwdk_add_driver" 0 cmake -S outer -B outer-build -G Ninja -DCMAKE_PREFIX_PATH="$scratch/moved"
check_status "the target builds" 0 ninja -C outer-build
package=outer-build/outer.cwdk/target/amd64/dev/outer-package
check "a package with that version" grep -q '^DriverVer.*,1.4.0.0' "$package/outer.inf"
check_status "and provider" 0 "$tool" inspect -f json "$package/outer.sys"
check_output "quotes and all" '"CompanyName": "Our .*Company'
check_status "ctest checks, verifies and tests it" 0 sh -c 'cd outer-build && ctest'
check_output "with four tests" '100% tests passed, 0 tests failed out of 4'
cp "$package/outer.sys" before.sys
check_status "again" 0 ninja -C outer-build
check "with nothing to do the driver stays" cmp before.sys "$package/outer.sys"
printf '\nint Added(void);\nint Added(void)\n{\n    return 4711;\n}\n' >>outer/src/driver.c
check_status "after a change" 0 ninja -C outer-build
check "it is another one" sh -c "! cmp -s before.sys '$package/outer.sys'"
echo broken >>outer/src/driver.c
check_status "what does not compile" 1 ninja -C outer-build
check_output "fails with its place" 'src/driver.c:[0-9]*:'

# wrong PATTERN TEXT: the message for a wrong call.
wrong() {
    {
        echo 'cmake_minimum_required(VERSION 3.21)'
        echo 'project(outer LANGUAGES NONE)'
        echo 'find_package(cwdk REQUIRED)'
        echo "cwdk_add_driver($2)"
    } >outer/CMakeLists.txt
    rm -rf wrong-build
    cmake -S outer -B wrong-build -DCMAKE_PREFIX_PATH="$scratch/moved" 2>&1 | tr -s ' \n' ' ' >"$scratch/out"
    check_output "$2: $1" "$1"
}
wrong 'say one of KMDF, UMDF and WDM' 'x SOURCES src/queue.c INF outer.inx'
wrong 'say one of KMDF, UMDF and WDM' 'x WDM KMDF 1.33 SOURCES src/queue.c INF outer.inx'
wrong 'INF is missing' 'x WDM SOURCES src/queue.c'
wrong 'there is no .*/src/nosuch.c' 'x WDM SOURCES src/nosuch.c INF outer.inx'
wrong "there is no architecture 'mips'" 'x WDM SOURCES src/queue.c INF outer.inx ARCHS mips'
wrong 'SOURCES does not go with PROJECT' 'x PROJECT . SOURCES src/queue.c'
wrong 'not understood: WHAT' 'x WHAT'
wrong 'has letters, digits' 'a.b WDM SOURCES src/queue.c INF outer.inx'
tap_done
