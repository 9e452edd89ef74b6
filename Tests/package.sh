#!/usr/bin/env bash
# Holds the Debian package to lintian and its manual to mandoc, installs it in a machine of its own (a folder with nothing
# but Debian's base system), makes the fixture's report there as an ordinary account and without a network, looks whether it
# is the report this program makes here, removes the package and looks for what it left: Tests/package.sh PACKAGE.
# The machine needs root and debootstrap; what is missing is said and passed over.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
package=$(readlink -f "$1")
fail() { echo "the package: $1" >&2; exit 1; }
work=$(mktemp -d)
machine=$work/machine
trap 'umount "$machine/proc" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT

dpkg-deb -x "$package" "$work/files"
if command -v lintian >/dev/null; then
  said=$(lintian --fail-on none --show-overrides "$package" 2>&1) || fail "$said"
  ! grep -q '^[EW]:' <<<"$said" || fail "$said"
  echo "lintian: no errors and no warnings, $(grep -c '^O:' <<<"$said" || true) overrides, each explained"
else
  echo 'lintian: not asked, since it is not installed'
fi
if command -v mandoc >/dev/null; then
  said=$(gzip -dc "$work/files/usr/share/man/man1/qareport.1.gz" | mandoc -Tlint -W warning) || fail "the manual: $said"
  echo 'mandoc: no errors and no warnings in the manual'
else
  echo 'mandoc: not asked, since it is not installed'
fi
if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  echo 'the package in a machine of its own: not tested, since that needs root and debootstrap'
  exit 0
fi

mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  sed -n 's/^URIs: *//p; s/^deb \(\[.*\] \)\?\([^ ]*\) .*/\2/p' | head -1 || true)
debootstrap --variant=minbase "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$machine" $mirror >"$work/log" 2>&1 ||
  fail "debootstrap: $(tail -5 "$work/log")"
inside() { chroot "$machine" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C "$@"; }
# As an account that may do nothing, with no network but its own loopback.
as_user() {
  unshare -n chroot --userspec=65534:65534 "$machine" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C HOME=/nonexistent "$@"
}
files() {
  (cd "$machine" && find . -xdev \( -path ./proc -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/cache \
    -o -path ./var/log \) -prune -o -print | sort)
}

mount -t proc proc "$machine/proc"
cp "$package" "$machine/root/qareport.deb"
# What it depends on is installed first, so that removing the package leaves the machine as it was then.
inside apt-get update -qq
depends=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/,/ /g')
# shellcheck disable=SC2086
inside apt-get install -y -qq --no-install-recommends $depends >"$work/log" 2>&1 || fail "$(tail -5 "$work/log")"
files >"$work/before"
inside dpkg -i /root/qareport.deb >"$work/log" 2>&1 || fail "dpkg -i: $(tail -5 "$work/log")"
as_user qareport --version | grep -q . || fail 'no version'
example=/usr/share/doc/qareport/examples/st-helens
for folder in / /var/tmp; do
  as_user sh -c "cd $folder && qareport quarterly --workspace $example --period 2025-26-Q3 --out /tmp/reports$folder --quiet" ||
    [ $? -eq 1 ] || fail "no report from $folder"
done
diff -r "$machine/tmp/reports/quarterly-2025-26-Q3" "$machine/tmp/reports/var/tmp/quarterly-2025-26-Q3" ||
  fail 'another report from another folder'
as_user qareport verify /tmp/reports/quarterly-2025-26-Q3 --workspace $example || fail 'verify finds a difference'
# The same as the packaged program makes in this machine, from the repository's own fixture and templates.
"$work/files/usr/bin/qareport" quarterly --workspace fixtures/st-helens --templates templates --period 2025-26-Q3 \
  --out "$work/here" --quiet || [ $? -eq 1 ]
diff -r -x manifest.json "$machine/tmp/reports/quarterly-2025-26-Q3" "$work/here/quarterly-2025-26-Q3" || fail 'another report than here'
count=$(find "$machine/tmp/reports/quarterly-2025-26-Q3" -type f | wc -l)
rm -r "$machine/tmp/reports"
inside dpkg --purge qareport >"$work/log" 2>&1 || fail "dpkg --purge: $(tail -5 "$work/log")"
files >"$work/after"
diff "$work/before" "$work/after" || fail 'it left something behind'
echo "the package ($(du -h "$package" | cut -f1), $(du -sh "$work/files" | cut -f1) installed): $count files of the fixture's report made" \
  'from / and /var/tmp without a network, the same as here; verified; removed clean'
