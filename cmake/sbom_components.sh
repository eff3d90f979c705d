#!/bin/sh
# sbom_components.sh PROGRAM...: the table for `cwdk sbom --components` of the kit: the libraries that its programs are linked
# with, and what it is made with and starts, by Debian's names and in the versions that are installed here. Packages that
# are not (another distribution) are listed without a version. Licences are those of the packages' copyright files, for the
# parts that are used.
set -eu

licence() {
    case $1 in
    libc6 | libc6-dev) echo LGPL-2.1-or-later ;;
    libgcc-s1 | libstdc++6) echo 'GPL-3.0-or-later WITH GCC-exception-3.1' ;;
    clang-19 | lld-19 | llvm-19 | libllvm19 | libclang1-19 | libclang-rt-19-dev) echo 'Apache-2.0 WITH LLVM-exception' ;;
    libssl3 | ninja-build | libssl-dev) echo Apache-2.0 ;;
    libxml2 | libfyaml* | libjansson4 | libzydis* | libzycore*) echo MIT ;;
    cmake) echo BSD-3-Clause ;;
    osslsigncode) echo 'GPL-3.0-or-later' ;;
    gcab) echo LGPL-2.1-or-later ;;
    *) echo - ;;
    esac
}

row() { # row RELATION PACKAGE
    found=$(dpkg-query -W -f='${Version} ${Architecture}' "$2" 2>/dev/null) || found=
    version=${found% *} locator=-
    [ -n "$found" ] || version=-
    # In a package URL a plus sign, a colon and a tilde of the version are written as %2B, %3A and ~.
    [ "$version" = - ] || locator="pkg:deb/debian/$(escape "$2")@$(escape "$version")?arch=${found#* }"
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$version" "$(licence "$2")" 'Organization: Debian' "$locator"
}
escape() { printf %s "$1" | sed 's/+/%2B/g; s/:/%3A/g'; }

# The library's package, by the file that the loader takes.
package_of() {
    path=$(ldconfig -p 2>/dev/null | awk -v name="$1" '$1 == name && /x86-64/ { print $NF; exit }')
    [ -n "$path" ] || return 0
    { dpkg -S "$path" || dpkg -S "$(readlink -f "$path")" || dpkg -S "/usr$path" || dpkg -S "${path#/usr}"; } 2>/dev/null |
        sed -n 's/:.*//p' | head -n 1
}

for program; do
    llvm-readelf-19 --needed-libs "$program"
done | sed -n 's/^ *\([^ ]*\.so[^ ]*\)$/\1/p' | sort -u | while read -r library; do package_of "$library"; done |
    sort -u | while read -r package; do row DYNAMIC_LINK "$package"; done
row STATIC_LINK libclang-rt-19-dev # libFuzzer, in ntsim-fuzz
row GENERATED_FROM mingw-w64-x86-64-dev # the import libraries of user mode
for package in clang-19 lld-19 llvm-19 cmake ninja-build; do row BUILD_TOOL_OF "$package"; done
# shellcheck disable=SC2086 # words
for package in ${RUN_TIME_PACKAGES:-}; do row RUNTIME_DEPENDENCY_OF "$package"; done
# shellcheck disable=SC2086
for package in ${OPTIONAL_PACKAGES:-}; do row OPTIONAL_DEPENDENCY_OF "$package"; done
