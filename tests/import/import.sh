#!/bin/sh
# cwdk import: the manifest that it writes builds the same images, byte by byte, as the Visual Studio project it was made from.
. "$CWDK_SOURCE/tests/tap.sh"
export SOURCE_DATE_EPOCH=1700000000
build() { "$CWDK" build --sign-mode off "$@"; }

# same_images FOLDER: those of target/ are those of before/.
same_images() {
    (cd "$1/before" && find . \( -name '*.sys' -o -name '*.dll' -o -name '*.exe' -o -name '*.lib' \)) | sort >"$scratch/images"
    [ -s "$scratch/images" ] || { echo "there are no images"; return 1; }
    while read -r image; do cmp "$1/before/$image" "$1/target/$image" || return 1; done <"$scratch/images"
}

cp -r "$CWDK_SOURCE/tests/import/fixture" "$scratch/fixture" && cd "$scratch/fixture" || exit 1
check_status "a project with a library, built in Debug" 0 build drv
check_status "and in Release" 0 build drv --profile release
mv drv/target drv/before
check_status "import of one project to the terminal" 0 "$CWDK" import -o - "drv/widget drv.vcxproj"
check_output "names what it was made from" '^# Made by cwdk import from widget drv.vcxproj'
check_output "says what it cannot say" "warning\\[PRJ3011\\]: the name 'widget drv' becomes widget-drv"
check "and writes nothing" test ! -e drv/cwdk.yaml
check_status "import of it beside the project" 0 "$CWDK" import "drv/widget drv.vcxproj"
check "has what only Release has in the profile" sh -c "sed -n '/^profiles:/,/^arch:/p' drv/cwdk.yaml | grep -q RELEASED"
check "what only ARM64 has in the architecture" sh -c "sed -n '/^arch:/,\$p' drv/cwdk.yaml | grep -q WIDGET_ON_ARM=2"
check "and what holds for one file with it" sh -c "sed -n '/^files:/,/^[a-eg-z]/p' drv/cwdk.yaml | grep -q 'PLAIN=5'"
check_status "a manifest that is there is not written over" 2 "$CWDK" import "drv/widget drv.vcxproj"
check_output "the remedy is named" 'say --force'
check_status "unless one says so" 0 "$CWDK" import --force "drv/widget drv.vcxproj"
check_status "the library is imported, too" 0 "$CWDK" import lib
check_status "the manifest, built in Debug" 0 build drv
check_status "and in Release" 0 build drv --profile release
# The project's name has a space in it, so folders are called otherwise, and PDBs know those names: the code is compared.
for image in amd64/dev amd64/release arm64/dev arm64/release; do
    llvm-objdump-19 -d --no-show-raw-insn "drv/before/$image/widget drv-package/widget.sys" | sed 1,3d >"$scratch/one"
    llvm-objdump-19 -d --no-show-raw-insn "drv/target/$image/widget-drv-package/widget.sys" | sed 1,3d >"$scratch/two"
    check "gives the same code: $image" cmp "$scratch/one" "$scratch/two"
done

mv "drv/widget drv.vcxproj" drv/widget.vcxproj && rm -r drv/before drv/target drv/cwdk.yaml
check_status "under a name without space" 0 build drv/widget.vcxproj
check_status "in Release, too" 0 build drv/widget.vcxproj --profile release
mv drv/target drv/before
check_status "import" 0 "$CWDK" import drv/widget.vcxproj
check_status "the manifest in Debug" 0 build drv
check_status "and in Release" 0 build drv --profile release
check "gives the very same images" same_images drv

cp -r "$CWDK_SOURCE/tests/build/fixtures/generated" "$scratch/generated" && cd "$scratch/generated" || exit 1
check_status "a project with a message file" 0 build listed
mv listed/target listed/before
check_status "is imported" 0 "$CWDK" import listed
check "with it" grep -q '^messages:' listed/cwdk.yaml
check_status "builds" 0 build listed --arch amd64
check "to the very same image" same_images listed

check_status "a manifest cannot be imported" 2 "$CWDK" import messages
check_status "nor what is not there" 2 "$CWDK" import nowhere
rm -f "$scratch"/fixture/*/cwdk.yaml
check_status "two projects into one file" 2 "$CWDK" import -o x.yaml "$scratch/fixture"

if [ -d "${CWDK_SAMPLES:-}" ]; then
    for sample in general/echo/kmdf general/event hid/firefly/driver general/tracing/evntdrv; do
        mkdir -p "$scratch/samples/$sample" && cp -r "$CWDK_SAMPLES/$sample/." "$scratch/samples/$sample" && cd "$scratch/samples/$sample" || exit 1
        check_status "$sample as it is" 0 build --arch amd64 .
        mv target before
        check_status "$sample, imported" 0 "$CWDK" import .
        rm -f ./*.sln
        check_status "$sample, from its manifests" 0 build --arch amd64 .
        check "$sample: the very same images" same_images .
    done
else
    skip "Microsoft's samples" "CWDK_SAMPLES does not name their folder"
fi
tap_done
