#!/bin/sh
# cwdk build on what `cwdk new` makes: each model, each architecture, each profile.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
export XDG_DATA_HOME="$scratch/home"
cd "$scratch" || exit 1

for model in kmdf umdf wdm; do "$CWDK" new "my-$model" "--$model" >/dev/null; done
check_status "three drivers in one folder build in one run" 0 "$CWDK" build --verify-signature
check "without a word of the compiler" sh -c "! grep -E '(error|warning):' '$scratch/out'"
check_status "and for release" 0 "$CWDK" build --profile release --verify-signature
check "without a word of the compiler" sh -c "! grep -E '(error|warning):' '$scratch/out'"

for profile in dev release; do
    for arch in amd64 arm64; do
        case $arch in amd64) machine=AMD64 ;; arm64) machine=ARM64 ;; esac
        out=target/$arch/$profile
        name="$arch $profile"
        for image in kmdf:my-kmdf.sys wdm:my-wdm.sys umdf:my-umdf.dll; do
            model=${image%%:*}
            file=$out/my-$model-package/${image#*:}
            check "$name: $model: hardened" header "$file" "IMAGE_FILE_MACHINE_$machine" GUARD_CF NX_COMPAT DYNAMIC_BASE \
                HIGH_ENTROPY_VA 'CF_FUNCTION_TABLE_PRESENT' 'SecurityCookie: 0x'
            check "$name: $model: no section is writable and executable" no_writable_code "$file"
            check "$name: $model: the checksum is right" checksum_valid "$file"
            check "$name: $model: the PDB belongs to it" same_guid "$file" "$out/my-$model.pdb"
        done
        check "$name: kmdf: binds through WDFLDR" header "$out/my-kmdf-package/my-kmdf.sys" IMAGE_SUBSYSTEM_NATIVE \
            'Name: wdfldr.sys' 'Symbol: WdfVersionBind ' 'Symbol: WdfVersionUnbind '
        check "$name: wdm: is native, imports the kernel" header "$out/my-wdm-package/my-wdm.sys" IMAGE_SUBSYSTEM_NATIVE \
            'Name: ntoskrnl.exe'
        check "$name: wdm: INIT is thrown away" section_is "$out/my-wdm-package/my-wdm.sys" INIT MEM_DISCARDABLE MEM_EXECUTE
        check "$name: umdf: is a DLL with the one export" sh -c \
            "llvm-readobj-19 --coff-exports '$out/my-umdf-package/my-umdf.dll' | grep -q 'Name: FxDriverEntryUm$'"
        check "$name: umdf: is no native image" header "$out/my-umdf-package/my-umdf.dll" IMAGE_SUBSYSTEM_WINDOWS_GUI
    done
done

# An older framework by the manifest.
sed -i 's/^kmdf: .*/kmdf: "1.15"/' my-kmdf/cwdk.yaml
check_status "KMDF 1.15 by the manifest" 0 "$CWDK" build my-kmdf --arch amd64
check "is what the INF asks for" grep -q 'KmdfLibraryVersion *= *1.15' my-kmdf/target/amd64/dev/my-kmdf-package/my-kmdf.inf
tap_done
