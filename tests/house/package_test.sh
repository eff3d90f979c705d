#!/bin/sh
# The Debian package on a machine that has nothing: a bare Debian 12 root. It brings what it needs, makes and tests a driver,
# and leaves nothing when it goes.
. "$CWDK_SOURCE/tests/tap.sh"

# Mounts of a namespace of its own go with the process, however it ends.
if [ -z "${OWN_MOUNTS:-}" ] && unshare --mount true 2>/dev/null; then
    rm -rf "$scratch"
    OWN_MOUNTS=1 exec unshare --mount sh "$0"
fi

what="the Debian package on a bare Debian 12"
[ "$(id -u)" -eq 0 ] || { skip "$what" "needs root, for a root folder of its own"; tap_done; exit; }
command -v debootstrap >/dev/null || { skip "$what" "debootstrap is not installed"; tap_done; exit; }

# What is handed out is the build without sanitizers, which `./dev test` makes, too.
built=$CWDK_SOURCE/build
[ -f "$built/CPackConfig.cmake" ] || built=$CWDK_BUILD
export SOURCE_DATE_EPOCH=1700000000
check_status "the packages are made" 0 sh "$CWDK_SOURCE/cmake/package.sh" "$built" "$scratch/packages"
package=$(ls "$scratch"/packages/cwdk_*_amd64.deb)
if command -v faketime >/dev/null; then
    check_status "and again on another day" 0 sh -c "umask 077; TZ=Asia/Tokyo faketime -f +900d sh '$CWDK_SOURCE/cmake/package.sh' '$built' '$scratch/again'"
    check "with the same bytes" diff -r "$scratch/packages" "$scratch/again"
    rm -rf "$scratch/again"
else
    skip "the packages on another day" "faketime is not installed"
fi

root=$scratch/root
leave() {
    umount "$root/proc" "$root/dev" 2>/dev/null
    rm -rf --one-file-system "$scratch"
}
trap leave EXIT
mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)
check_status "a bare Debian 12" 0 debootstrap --variant=minbase bookworm "$root" "$mirror"
# The same sources, and no waiting for a disk that is thrown away.
rm -rf "$root/etc/apt/sources.list" "$root/etc/apt/sources.list.d"
cp -aL /etc/apt/sources.list.d "$root/etc/apt/" 2>/dev/null
[ ! -e /etc/apt/sources.list ] || cp -L /etc/apt/sources.list "$root/etc/apt/"
cp -L /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null
cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null
cp -a /usr/local/share/ca-certificates "$root/usr/local/share/" 2>/dev/null
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/throwaway"
mount -t proc proc "$root/proc" || mount --rbind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$package" "$root/root/cwdk.deb"

inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -qq >"$scratch/out" 2>&1 || not_ok "apt-get update" "$scratch/out"
check_status "it installs with what it depends on" 0 inside apt-get install -y -qq --no-install-recommends /root/cwdk.deb
inside dpkg -L cwdk | while read -r file; do [ -d "$root$file" ] || echo "$file"; done >"$scratch/files"
check "its files are there" grep -qx /usr/bin/cwdk "$scratch/files"
check "none names the folders that they were made in" \
    sh -c "! grep -rlF -e '$CWDK_SOURCE/' -e '$built/' '$root/usr/bin/cwdk' '$root/usr/libexec/cwdk' '$root/usr/share/cwdk' | grep ."
check_status "cwdk doctor finds all" 0 inside cwdk doctor
check_status "cwdk new" 0 inside sh -c 'cd /root && cwdk new away --kmdf'
check_status "cwdk build" 0 inside sh -c 'cd /root/away && cwdk build'
# shellcheck disable=SC2016 # the shell inside expands
check_status "cwdk verify" 0 inside sh -c 'cd /root/away && for arch in amd64 arm64; do cwdk verify target/$arch/dev/away-package || exit; done'
check_status "cwdk check" 0 inside sh -c 'cd /root/away && cwdk check'
check_status "cwdk test" 0 inside sh -c 'cd /root/away && cwdk test'
check_output "its tests have run" '7 passed, 0 failed'
check_status "it goes" 0 inside apt-get purge -y -qq cwdk
while read -r file; do [ ! -e "$root$file" ] || echo "$file is still there"; done <"$scratch/files" >"$scratch/left"
find "$root" -xdev -name '*cwdk*' -not -path "$root/root/*" >>"$scratch/left"
check "and leaves nothing" test ! -s "$scratch/left"
tap_done
