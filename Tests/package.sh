#!/usr/bin/env bash
# Installs the Debian package in a machine of its own (a folder with nothing but Debian's base system), makes the
# fixture's report there from two folders, removes the package and looks for what it left: Tests/package.sh PACKAGE.
# Needs root and debootstrap.
set -euo pipefail
package=$(readlink -f "$1")
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  echo 'the package: not tested, since that needs root and debootstrap'
  exit 0
fi
machine=$(mktemp -d)
trap 'umount "$machine/proc" 2>/dev/null || true; rm -rf --one-file-system "$machine"' EXIT
mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[.*\] \)\?\([^ ]*\) .*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$machine" "$mirror" >"$machine.log" 2>&1 ||
  { tail -5 "$machine.log"; rm -f "$machine.log"; exit 1; }
rm -f "$machine.log"
inside() { chroot "$machine" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C "$@"; }
files() { (cd "$machine" && find . -xdev \( -path ./proc -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort); }

mount -t proc proc "$machine/proc"
cp "$package" "$machine/tmp/qareport.deb"
# What it depends on is installed first, so that removing the package leaves the machine as it was then.
inside apt-get update -qq
depends=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/,/ /g')
# shellcheck disable=SC2086
inside apt-get install -y -qq --no-install-recommends $depends >/dev/null 2>&1
files >"$machine.before"
inside dpkg -i /tmp/qareport.deb >/dev/null
inside qareport --version
for folder in / /var/tmp; do
  inside sh -c "cd $folder && qareport quarterly --workspace /usr/share/doc/qareport/examples/st-helens \
    --period 2025-26-Q3 --out /tmp/reports --quiet" || [ $? -eq 1 ]
done
inside qareport verify /tmp/reports/quarterly-2025-26-Q3 --workspace /usr/share/doc/qareport/examples/st-helens
inside ls /tmp/reports/quarterly-2025-26-Q3 | tr '\n' ' '
inside rm -r /tmp/reports
inside dpkg --purge qareport >/dev/null
files >"$machine.after"
diff <(grep -v '^./var/lib/dpkg' "$machine.before") <(grep -v '^./var/lib/dpkg' "$machine.after") && echo 'removed clean'
rm -f "$machine.before" "$machine.after"
