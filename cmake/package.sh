#!/bin/sh
# package.sh BUILD-FOLDER OUT-FOLDER: the Debian package and the archive of what is built there, with their checksums and
# bill of materials. With SOURCE_DATE_EPOCH the bytes depend on the build alone: not on day, folder, user or umask.
set -eu
umask 022
build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
: "${SOURCE_DATE_EPOCH:=$(date +%s)}"
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C
work=$(mktemp -d "${TMPDIR:-/tmp}/cwdk-package-XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

quietly() { "$@" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 3; }; }

quietly cpack --config "$build/CPackConfig.cmake" -B "$work/made"
name=$(sed -n 's/^set(CPACK_PACKAGE_FILE_NAME "\(.*\)")$/\1/p' "$build/CPackConfig.cmake")
# The archive has what the package has. CPack's own would carry the user's name.
dpkg-deb --extract "$work"/made/cwdk_*.deb "$work/tree"
mv "$work/tree/usr" "$name"
cp "$name/share/cwdk/sbom.spdx.json" "$out/$name.spdx.json"
tar --create --sort=name --format=gnu --owner=root:0 --group=root:0 --mtime="@$SOURCE_DATE_EPOCH" "$name" | gzip -n >"$name.tar.gz"
sha256sum "$name.tar.gz" >"$name.tar.gz.sha256"
mv "$work"/made/cwdk_* "$name.tar.gz" "$name.tar.gz.sha256" "$out/"
