#!/bin/sh
# cwdk build: the same sources, key and SOURCE_DATE_EPOCH give the same bytes, whatever the day, the folders of driver and
# kit, umask and time zone.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/home"

# faketime and AddressSanitizer do not go together: the build without sanitizers, which `./dev test` makes, too.
built=$CWDK_SOURCE/build
[ -x "$built/bin/cwdk" ] || built=$CWDK_BUILD
CWDK=$built/bin/cwdk

# With all that a build might put its day or place into: dates and names of files, trace headers, version resources.
mkdir "$scratch/first" && cd "$scratch/first" || exit 1
"$CWDK" new once --kmdf >/dev/null
cat >>once/src/driver.c <<'S'

#define WPP_CONTROL_GUIDS WPP_DEFINE_CONTROL_GUID(Once, (0b1c2d3e, 4f50, 6172, 8394, a5b6c7d8e9f0), WPP_DEFINE_BIT(ALL))
#define WPP_LEVEL_FLAGS_LOGGER(level, flags) WPP_LEVEL_LOGGER(flags)
#define WPP_LEVEL_FLAGS_ENABLED(level, flags) (WPP_LEVEL_ENABLED(flags) && WPP_CONTROL(WPP_BIT_##flags).Level >= level)
#include "driver.tmh"

const char *const made = __DATE__ " " __TIME__ " " __FILE__;
void tell(void);
void tell(void)
{
    TraceEvents(4, ALL, "made %s", made);
}
S
printf 'wpp: {functions: ["TraceEvents(LEVEL,FLAGS,MSG,...)"], sources: [src/driver.c]}\n' >>once/cwdk.yaml
mkdir -p "$scratch/second/place" && cp -r once "$scratch/second/place"

# Another place of the kit.
mkdir -p "$scratch/kit/bin" "$scratch/kit/share"
cp "$CWDK" "$scratch/kit/bin"
ln -s "$built/share/cwdk" "$scratch/kit/share"

# away COMMAND...: elsewhere, on another day.
away() {
    (
        cd "$scratch/second/place" && umask 077 && export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8
        faketime -f '+1234d' "$@"
    )
}
outcome() { (cd "$1/once/target" && find . -path '*-package/*' -o -name '*.pdb' | sort | xargs sha256sum); }

command -v faketime >/dev/null || { skip "two builds on two days" "faketime is not installed"; tap_done; exit; }
check_status "a driver is built" 0 env SOURCE_DATE_EPOCH=1700000000 "$CWDK" build once
check_status "and in another folder, on another day" 0 away env SOURCE_DATE_EPOCH=1700000000 "$scratch/kit/bin/cwdk" build once
outcome . >"$scratch/one"
outcome "$scratch/second/place" >"$scratch/two"
for part in sys inf cat cer pdb; do
    check ".$part is there for both architectures" test "$(grep -c "\\.$part\$" "$scratch/one")" = 2
done
check "all files are the same bytes" diff "$scratch/one" "$scratch/two"
check "the day is SOURCE_DATE_EPOCH's" grep -q '^DriverVer *= *11/14/2023' once/target/amd64/dev/once-package/once.inf
check "also in the code" grep -q 'Nov 14 2023 22:13:20' once/target/amd64/dev/once-package/once.sys
check "no file has the name of a folder" sh -c "! grep -rlF -e '$scratch' -e '$built' once/target/*/dev/once*"

# The comparison can fail: without it the day is in the files.
rm -r "$scratch/second/place/once/target"
check_status "without SOURCE_DATE_EPOCH" 0 away "$CWDK" build once --arch amd64
outcome "$scratch/second/place" >"$scratch/two"
for part in sys inf cat; do
    check "the .$part differs" sh -c "! grep -qF '$(grep "amd64.*\\.$part\$" "$scratch/one")' '$scratch/two'"
done
tap_done
