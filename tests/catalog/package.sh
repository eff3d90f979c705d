# shellcheck shell=sh disable=SC2154
# A small driver package for shell tests: source it after tap.sh, then `package FOLDER` makes echo.inf and echo.sys there,
# the latter by clang and lld-link, once.

package_inf() { # package_inf FILE
    cat >"$1" <<'INF'
[Version]
Signature = "$WINDOWS NT$"
Class = System
ClassGuid = {4D36E97D-E325-11CE-BFC1-08002BE10318}
Provider = %Maker%
CatalogFile = echo.cat
DriverVer = 01/02/2026,1.2.3.4
PnpLockdown = 1
[DestinationDirs]
DefaultDestDir = 13
[SourceDisksNames]
1 = %Disk%
[SourceDisksFiles]
echo.sys = 1
[Manufacturer]
%Maker% = Standard,NTamd64.10.0...16299
[Standard.NTamd64.10.0...16299]
%Device% = Echo_Install, Root\Echo, ROOT\Compatible
[Echo_Install.NT]
CopyFiles = @echo.sys
[Echo_Install.NT.Services]
AddService = echo, 2, Echo_Service
[Echo_Service]
ServiceType = 1
StartType = 3
ErrorControl = 1
ServiceBinary = %13%\echo.sys
[Strings]
Maker = "Maker"
Disk = "Disk"
Device = "Echo"
INF
}

package_sys() { # package_sys FILE
    if [ ! -f "$scratch/.echo.sys" ]; then
        echo 'int data[3000] = {1}; long DriverEntry(void *d, void *p) { return d == p ? data[5] : 0; }' >"$scratch/.echo.c"
        clang-19 --target=x86_64-pc-windows-msvc -O1 -c "$scratch/.echo.c" -o "$scratch/.echo.obj"
        lld-link-19 /driver /subsystem:native /entry:DriverEntry /nodefaultlib /release "/out:$scratch/.echo.sys" \
            "$scratch/.echo.obj"
    fi
    cp "$scratch/.echo.sys" "$1"
}

package() { # package FOLDER
    mkdir -p "$1"
    package_inf "$1/echo.inf"
    package_sys "$1/echo.sys"
}
