#!/bin/sh
# cwdk build: sources in MASM's language, from a Visual Studio project and from a manifest.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
export SOURCE_DATE_EPOCH=1700000000
cp -r "$CWDK_SOURCE/tests/import/fixture" "$scratch/tree" && cd "$scratch/tree" || exit 1
mv "drv/widget drv.vcxproj" drv/widget.vcxproj
cat >drv/src/fast.asm <<'S'
INCLUDE sizes.inc
INCLUDE more.inc
EXTERN plain:PROC
.code
fast_sum PROC FRAME
    sub rsp, FRAME_SIZE
    .allocstack FRAME_SIZE
    .endprolog
    call plain
    add eax, MORE
    add rsp, FRAME_SIZE
    ret
fast_sum ENDP
END
S
printf 'FRAME_SIZE EQU 28h\n' >drv/src/sizes.inc
printf 'MORE EQU 7\n' >drv/more.inc
sed -i -e 's|<Inf Include|<MASM Include="src\\fast.asm" /><Inf Include|' \
    -e 's|\.\.\\INC;src;|..\\INC;src;.;|' drv/widget.vcxproj
cat >>drv/src/plain.c <<'S'

#ifdef _M_AMD64
int fast_sum(void);
int (*volatile sum_of_all)(void) = fast_sum;
#endif
S

check_status "a project with assembler" 0 build --arch amd64 drv/widget.vcxproj
object=drv/target/amd64/dev/obj/widget/src/fast.obj
llvm-objdump-19 -d -u --no-show-raw-insn $object >"$scratch/code"
# shellcheck disable=SC2016
check "its includes are found" grep -q 'addl[[:space:]]*\$0x7' "$scratch/code"
check "its unwind information is there" grep -q 'UOP_AllocSmall 40' "$scratch/code"
check "the image has it" grep -q 'fast.obj' drv/target/build.ninja
check "nothing is left to do" sh -c "cd drv && ninja -f target/build.ninja -n | grep -q 'no work to do'"
later drv/src/sizes.inc
check "a changed .inc makes it anew" sh -c "cd drv && ninja -f target/build.ninja -n | grep -q 'assemble'"

check_status "for arm64 it is left out" 0 build --arch arm64 drv/widget.vcxproj
check_output "and named" "warning\\[PRJ3007\\].*fast.asm is not built"

check_status "the same as a manifest" 0 build --arch amd64 drv/widget.vcxproj
mv drv/target drv/before
check_status "is imported" 0 "$CWDK" import drv/widget.vcxproj
check "with its assembler among the sources" grep -q 'src/fast.asm' drv/cwdk.yaml
check_status "the library is imported, too" 0 "$CWDK" import lib
check_status "builds" 0 build --arch amd64 drv
check "to the same image" cmp drv/before/amd64/dev/widget-package/widget.sys drv/target/amd64/dev/widget-package/widget.sys

printf '.code\nwrong PROC\n    mov rax, nosuch garbage\nwrong ENDP\nEND\n' >drv/src/fast.asm
check_status "what is wrong" 1 build --arch amd64 drv
check_output "is said with its line" 'fast.asm:3:'
rm drv/src/fast.asm
check_status "a missing file" 2 build --arch amd64 drv/widget.vcxproj
check_output "is named" 'fast.asm'
tap_done
