#!/usr/bin/env bash
# Builds the Debian package: packaging/deb.sh PROGRAM FOLDER. PROGRAM is one as `make build` makes it, with the Swift
# library in it; of the system it needs the C libraries alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$1 into=$2
if readelf -d "$program" | grep -q 'NEEDED.*libswift'; then
  echo "$program needs Swift's libraries, which no Debian has: build it with make build" >&2
  exit 1
fi
version=$(sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/qareport/QAReport.swift)
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/qareport
umask 022

make --silent install-files PROGRAM="$program" PREFIX=/usr DESTDIR="$root"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/qareport"
if [ -d packaging/systemd ]; then
  install -d "$root/lib/systemd/system"
  install -m 644 packaging/systemd/* "$root/lib/systemd/system/"
fi
gzip -9n "$root/usr/share/man/man1/qareport.1"

doc=$root/usr/share/doc/qareport
install -d "$doc/examples" "$root/usr/share/lintian/overrides" "$root/DEBIAN"
cp -r fixtures/st-helens "$doc/examples/"
rm -rf "$doc/examples/st-helens/output"
install -m 644 docs/*.md "$doc/"
{
  printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: qareport\n\n'
  printf 'Files: *\nCopyright: %s\nLicense: qareport\n' "$(sed -n 's/^Copyright (c) *//p' LICENSE | head -1)"
  sed 's/^$/./; s/^/ /' LICENSE
} >"$doc/copyright"
printf 'qareport (%s) unstable; urgency=low\n\n  * See CHANGELOG.md of the source.\n\n -- qareport contributors <nobody@localhost>  %s\n' \
  "$version" "$(date -u -d "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}" '+%a, %d %b %Y %H:%M:%S +0000')" |
  gzip -9n >"$doc/changelog.gz"
install -m 644 packaging/lintian-overrides "$root/usr/share/lintian/overrides/qareport"
find "$root" -type d -exec chmod 755 {} +
find "$root/usr/share" -type f -exec chmod 644 {} +

# The libraries the program was linked with, by the packages that hold them.
mkdir -p "$work/shlibs/debian"
printf 'Source: qareport\n\nPackage: qareport\nArchitecture: any\n' >"$work/shlibs/debian/control"
depends=$(cd "$work/shlibs" && dpkg-shlibdeps -O "$root/usr/bin/qareport" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
cat >"$root/DEBIAN/control" <<CONTROL
Package: qareport
Version: $version
Architecture: $architecture
Maintainer: qareport contributors <nobody@localhost>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $depends
Section: misc
Priority: optional
Description: quality assurance reports for children's services
 Reads the CSV exports that a children's services quality assurance team
 already has, and writes its quarterly report as a workbook, a page and a text
 that agree, with every figure, every cell that could not be read and a list of
 the inputs. Needs no network and asks nothing.
CONTROL
(cd "$root" && find usr lib -type f 2>/dev/null | sort | xargs -d '\n' md5sum >DEBIAN/md5sums) || true
mkdir -p "$into"
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$into/qareport_${version}_$architecture.deb"
