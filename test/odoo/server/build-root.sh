#!/usr/bin/env bash
# Makes a folder that holds a Debian with one Odoo: build-root.sh <folder> 14|19. Done already: nothing to do.
# The mirror is the one this machine's apt uses. Mounts live in a namespace of their own and end with this script.
set -euo pipefail
# What is installed inside would look there for a folder that only this machine has.
unset TMPDIR
folder=$1
case $2 in
  14) suite=bullseye odoo_suite=bullseye extras=() ;;
  # Odoo 19 is packaged for sid alone, whose Python is too new for it: its package goes into a trixie.
  19) suite=trixie odoo_suite=sid extras=(tzdata-legacy) ;;
  *) echo "Which Odoo, 14 or 19?" >&2; exit 2 ;;
esac
[ -e "$folder/complete" ] && exit 0
[ "${UNSHARED:-}" = yes ] || UNSHARED=yes exec unshare --mount -- "$0" "$@"

tools=$(dirname "$folder")/tools
packages=$(dirname "$folder")/packages-$suite
root=$folder/root
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' | head -1)
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -1)
[ -n "$mirror" ] || { echo "apt knows no Debian mirror: run apt-get update." >&2; exit 1; }

if [ ! -x "$tools/usr/sbin/debootstrap" ]; then
  rm -rf "$tools" && mkdir -p "$tools"
  (cd "$tools" && apt-get -q download debootstrap && dpkg -x debootstrap_*.deb .)
fi

rm -rf "$folder" && mkdir -p "$root" "$packages"
DEBOOTSTRAP_DIR=$tools/usr/share/debootstrap "$tools/usr/sbin/debootstrap" --variant=minbase --cache-dir="$packages" \
  --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "$suite" "$root" "$mirror"

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
for file in /etc/resolv.conf /etc/hosts; do cp -L "$file" "$root$file"; done
# A machine's own way to its mirror (a proxy, say) is apt's configuration too.
apt-config dump | grep -E '^Acquire::(http|https)' >"$root/etc/apt/apt.conf.d/99machine" || true
echo 'Acquire::Check-Valid-Until "false"; APT::Install-Recommends "false"; APT::Sandbox::User "root"; Acquire::Retries "5";' \
  >"$root/etc/apt/apt.conf.d/98unattended"
echo "deb $mirror $suite main" >"$root/etc/apt/sources.list"

inside() { DEBIAN_FRONTEND=noninteractive LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@"; }
inside apt-get -q update
odoo=odoo-$2
if [ "$odoo_suite" != "$suite" ]; then
  # Another suite's lists, apart: nothing but this one package may come from there.
  mkdir -p "$root/opt/apart/lists/partial"
  echo "deb $mirror $odoo_suite main" >"$root/opt/apart/sources.list"
  apart=(-o Dir::Etc::SourceList=/opt/apart/sources.list -o Dir::Etc::SourceParts=/nowhere -o Dir::State::Lists=/opt/apart/lists
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
  inside apt-get -q "${apart[@]}" update
  inside sh -c 'cd /opt/apart && shift && apt-get -q "$@" download '"$odoo" apart _ "${apart[@]}"
  odoo=$(cd "$root" && ls opt/apart/"$odoo"_*.deb) && odoo=/$odoo
fi
inside apt-get -q -y install "$odoo" python3-phonenumbers "${extras[@]}"
inside apt-get clean
rm -rf "$root/opt/apart"
date -u +%FT%TZ >"$folder/complete"
