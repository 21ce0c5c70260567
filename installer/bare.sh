#!/bin/bash
# Proves that a clone alone is enough: makes a Debian tree with nothing in it but Python and git, clones the last
# commit into it and runs a command there (python3 dev.py test when none is named). Needs root and debootstrap.
#
#     installer/bare.sh FOLDER [COMMAND ...]
#
# MIRROR and SUITE choose another Debian. How this machine reaches its package sources (apt, pip, certificates,
# proxies) is taken over; nothing else is.
set -eu

folder=$(realpath -m "${1:?a folder for the tree}")
shift
repository=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}

if [ ! -e "$folder/etc/debian_version" ]; then
    debootstrap --variant=minbase --include=python3,git,ca-certificates "$suite" "$folder" "$mirror"
fi

cp /etc/resolv.conf "$folder/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d "$folder/etc/apt/"
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$folder/etc/pip.conf"
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
    cp /usr/local/share/ca-certificates/*.crt "$folder/usr/local/share/ca-certificates/"
    chroot "$folder" update-ca-certificates >/dev/null
fi

rm -rf "$folder/srv/anhuan"
git clone --quiet --no-hardlinks "$repository" "$folder/srv/anhuan"

passed=(PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root)
for name in PIP_INDEX_URL PIP_CERT SSL_CERT_FILE http_proxy https_proxy no_proxy ANHUAN_FULL; do
    [ -z "${!name:-}" ] || passed+=("$name=${!name}")
done
[ $# -gt 0 ] || set -- python3 dev.py test

# The mounts live in a namespace of their own and vanish with it.
exec unshare --mount --fork --pid bash -eu -c '
    folder=$1; shift
    mount -t proc proc "$folder/proc"
    mount --rbind /dev "$folder/dev"
    exec chroot "$folder" env -i "$@"
' bash "$folder" "${passed[@]}" sh -c 'cd /srv/anhuan && exec "$@"' sh "$@"
