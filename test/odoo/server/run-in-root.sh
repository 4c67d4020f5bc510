#!/usr/bin/env bash
# Runs a program in a folder that build-root.sh made: run-in-root.sh <root> <folder to find under /srv> <program> …
# The mounts live in a namespace of their own and end with the program, whose process is this one: whoever started it ends it.
set -euo pipefail
[ "${UNSHARED:-}" = yes ] || UNSHARED=yes exec unshare --mount -- "$0" "$@"
root=$1
work=$2
shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind "$work" "$root/srv"
# It ends with whoever started it, however that ends; told inside, because a change of user takes that back.
# Nothing of this machine's environment goes in, and nothing goes out: the proxy is a port where nobody listens.
exec chroot --userspec=65534:65534 "$root" /usr/bin/setpriv --pdeathsig KILL /usr/bin/env -i PATH=/usr/bin:/bin HOME=/srv LC_ALL=C.UTF-8 \
  http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 no_proxy=127.0.0.1,localhost "$@"
