#!/bin/sh
# Wine's own catalog, message and INF functions read a package that cwdk made, and see what is in it.
# shellcheck source=tests/tap.sh
. "$CWDK_SOURCE/tests/tap.sh"
# shellcheck source=tests/wine/wine.sh
. "$CWDK_SOURCE/tests/wine/wine.sh"

if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
    skip "a package is read by Wine" "gcc-mingw-w64-x86-64 is not installed"
    tap_done
    exit
fi
if ! wine_start; then
    skip "a package is read by Wine" "wine64 is not installed"
    tap_done
    exit
fi
cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home"
check "the client builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror -o client.exe \
    "$CWDK_SOURCE/tests/wine/package_client.c" -lwintrust -lsetupapi -lcrypt32
build() { "$CWDK" new reader --umdf && "$CWDK" build reader --arch amd64 --profile release; }
check "the package builds" build
package=reader/target/amd64/release/reader-package

# What every member must be, according to other programs: whole files by their digests, images by Authenticode, which
# osslsigncode calculates when it verifies.
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=witness -days 9 \
    -addext extendedKeyUsage=codeSigning 2>/dev/null
image_digest() { # image_digest sha1|sha256
    rm -f again.dll
    osslsigncode sign -h "$1" -certs cert.pem -key key.pem -in "$package/reader.dll" -out again.dll >/dev/null 2>&1
    osslsigncode verify -in again.dll 2>/dev/null | sed -n 's/^Calculated message digest : \([0-9A-F]*\).*/\1/p'
}
flat_digest() { "$1sum" "$package/reader.inf" | cut -d ' ' -f 1 | tr a-f A-F; }

# The user-mode driver itself: Wine's loader takes it in, its entry point runs, and the export that the UMDF host asks for is there.
wine 20 ./client.exe load "$(wine_path "$scratch/$package/reader.dll")" FxDriverEntryUm 2>/dev/null | tr -d '\r' >got
printf 'loaded, FxDriverEntryUm is there\nunloaded\n' >wanted
check "the driver is loaded and unloaded" diff -u wanted got

# The default catalog, of version 2, as a signed list.
{
    echo "usage 1.3.6.1.4.1.311.12.1.1"
    echo "member list 1.3.6.1.4.1.311.12.1.3"
    for digest in "$(flat_digest sha1)" "$(flat_digest sha256)" "$(image_digest sha1)" "$(image_digest sha256)"; do
        echo "member $digest"
    done | sort
    echo "attribute 1.3.6.1.4.1.311.12.2.1"
    echo "attribute 1.3.6.1.4.1.311.12.2.1"
    echo "signature holds"
} >wanted
check "the digests that are expected are there" test "$(grep -c '^member [0-9A-F]\{40,64\}$' wanted)" = 4
wine 20 ./client.exe list "$(wine_path "$scratch/$package/reader.cat")" 2>/dev/null | tr -d '\r' >got
check "crypt32 sees the same members, and a signature that holds" diff -u wanted got
# The signature ends the file; with another last byte it holds no longer. (Wine 8.0 does not compare the content's digest.)
head -c -1 "$package/reader.cat" >changed.cat
last=$(tail -c 1 "$package/reader.cat" | od -An -tu1 | tr -d ' ')
# shellcheck disable=SC2059 # the format is the byte, as an octal escape
printf "\\$(printf %o $(((last + 1) % 256)))" >>changed.cat
wine 20 ./client.exe list "$(wine_path "$scratch/changed.cat")" 2>/dev/null | tr -d '\r' >got
check "after a change it does not hold" grep -qx "signature does not hold" got

# A catalog of version 1, the kind that Wine 8.0 enumerates.
mkdir one && cp "$package/reader.dll" "$package/reader.inf" one
check "a catalog of version 1 is made" "$CWDK" catalog --catalog-version 1 one
{ echo "sha1 $(image_digest sha1) image" && echo "sha1 $(flat_digest sha1) flat"; } | sort >wanted
wine 20 ./client.exe catalog "$(wine_path "$scratch/one/reader.cat")" 2>/dev/null | tr -d '\r' | sort >got
check "CryptCATOpen and CryptCATEnumerateMember see its members" diff -u wanted got

# The INF, with the strings put in. The date is the day of the build.
cat >wanted <<'TEXT'
[Version]
Signature=$WINDOWS NT$
Class=System
ClassGuid={4d36e97d-e325-11ce-bfc1-08002be10318}
Provider=Your Company
CatalogFile=reader.cat
DriverVer=DATE|1.0.0.0
PnpLockdown=1
[DestinationDirs]
DefaultDestDir=13
[SourceDisksNames]
1=reader installation disk
[SourceDisksFiles]
reader.dll=1
[Manufacturer]
Your Company=Standard|NTamd64.10.0...20348
[Standard.NTamd64.10.0...20348]
reader device=Device_Install|root\reader
[Device_Install.NT]
CopyFiles=Driver_Files
Include=WUDFRD.inf
Needs=WUDFRD.NT
[Driver_Files]
reader.dll=reader.dll
[Device_Install.NT.HW]
Include=WUDFRD.inf
Needs=WUDFRD.NT.HW
[Device_Install.NT.Services]
Include=WUDFRD.inf
Needs=WUDFRD.NT.Services
[Device_Install.NT.Wdf]
UmdfService=reader|Driver_Wdf
UmdfServiceOrder=reader
[Driver_Wdf]
UmdfLibraryVersion=2.33.0
TEXT
wine 20 ./client.exe inf "$(wine_path "$scratch/$package/reader.inf")" 2>/dev/null | tr -d '\r' |
    sed -e 's|^DriverVer=[01][0-9]/[0-3][0-9]/20[0-9][0-9]|DriverVer=DATE|' -e '/^ServiceBinary=/d' -e '/^\[Strings\]/,$d' >got
check "SetupOpenInfFile and its kin see the INF's sections and lines" diff -u wanted got
tap_done
