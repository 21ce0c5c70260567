#!/bin/bash
# Tries the Debian package where nothing else of ours is: makes a small Debian tree, installs the package with what it
# depends on, and works it: the demo plant, the console under Xvfb, a hub, the doctor; takes it away again.
# Needs root and debootstrap.
#
#     installer/try_deb.sh PACKAGE.deb FOLDER
#
# MIRROR and SUITE choose another Debian. How this machine reaches its package sources is taken over.
set -eu

package=$(realpath "${1:?the package}")
folder=$(realpath -m "${2:?a folder for the tree}")
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}

if [ ! -e "$folder/etc/debian_version" ]; then
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$folder" "$mirror"
fi
cp /etc/resolv.conf "$folder/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d "$folder/etc/apt/"
cp "$package" "$folder/tmp/anhuan.deb"

cat > "$folder/tmp/try.sh" <<'END'
set -eu
step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 HOME=/root
dpkg --purge anhuan >/dev/null 2>&1 || true
rm -rf /tmp/plant /tmp/new /var/lib/anhuan

step "install"
apt-get update -qq
apt-get install -y -qq --no-install-recommends xvfb xauth /tmp/anhuan.deb >/tmp/apt.log 2>&1 || { tail -20 /tmp/apt.log; exit 1; }
tail -2 /tmp/apt.log
du -sh /usr/lib/anhuan
ls -ld /var/lib/anhuan

step "libraries that are missing"
find /usr/lib/anhuan -name '*.so*' -type f -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || echo none

step "demo plant"
anhuan demo --data /tmp/plant --months 1 --people 60 --lang en | head -2

step "console on a screen"
QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1366x768x24' anhuan console --check --data /tmp/plant --as HD1001 --lang en

step "console on no screen, where there is no plant yet"
anhuan console --check --data /tmp/new --lang en

step "hub"
anhuan hub --data /var/lib/anhuan --host 0.0.0.0 --lang en >/tmp/hub.log 2>&1 &
hub=$!
for _ in $(seq 100); do grep -q 'First start' /tmp/hub.log && break; sleep 0.2; done
anhuan hub address --data /var/lib/anhuan --lang en | grep -v '[█▀▄]'
anhuan hub doctor --data /var/lib/anhuan --lang en
kill "$hub"; wait "$hub" || true

step "update over itself, and away"
dpkg -i /tmp/anhuan.deb >/dev/null
anhuan --help >/dev/null
dpkg --purge anhuan | tail -1
test ! -e /usr/bin/anhuan
test -e /var/lib/anhuan/hub/plant.db
step "all of it passed"
END

# The mounts live in a namespace of their own and vanish with it.
exec unshare --mount --fork --pid bash -eu -c '
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    exec chroot "$1" bash /tmp/try.sh
' bash "$folder"
