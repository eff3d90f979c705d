# shellcheck shell=sh
# How the tests of this folder compile for drivers: kit_compile ARCH ARGUMENT...
# -I, not -isystem: warnings in the kit's own headers count.

headers=$CWDK_SOURCE/sdk/include/wdk-sys
resources=$(clang-19 -print-resource-dir)/include

kit_compile() {
    kit_arch=$1; shift
    clang-19 "--target=$kit_arch-pc-windows-msvc" -fms-extensions -nostdinc -I "$headers/km" -I "$headers/shared" \
        -isystem "$resources" -D_KERNEL_MODE=1 -Wall -Wextra -Werror -Wno-unknown-pragmas -fsyntax-only "$@"
}
