# shellcheck shell=sh
# flags FRAMEWORK MINOR ARCH: the compiler flags for the WDF headers, as docs/wdf.md lists them. Sourced.
headers=$CWDK_SOURCE/sdk/include/wdk-sys
target() {
    case $1 in
    amd64) echo x86_64-pc-windows-msvc ;;
    arm64) echo aarch64-pc-windows-msvc ;;
    esac
}
flags() {
    printf '%s ' --driver-mode=cl --target="$(target "$3")" /nologo /c /X /Zl /Gy
    if [ "$1" = kmdf ]; then
        printf '%s ' /kernel -imsvc"$headers/km" -imsvc"$headers/shared" -imsvc"$headers/wdf" \
            /DKMDF_VERSION_MAJOR=1 /DKMDF_VERSION_MINOR="$2"
    else
        printf '%s ' -fgnuc-version=4.2.1 -imsvc"$headers/um" -imsvc"$headers/wdf" -imsvc/usr/share/mingw-w64/include \
            -imsvc"$headers/shared" /D_UCRT /D__USE_MINGW_ANSI_STDIO=0 /DUMDF_VERSION_MAJOR=2 /DUMDF_VERSION_MINOR="$2"
    fi
}
