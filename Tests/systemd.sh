#!/usr/bin/env bash
# Holds the systemd units to systemd's own checks: Tests/systemd.sh PROGRAM. The program's path is put in, since systemd
# looks whether what it is to start is there.
set -euo pipefail
if ! command -v systemd-analyze >/dev/null; then
  echo 'the systemd units: not checked, since there is no systemd-analyze'
  exit 0
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=$(readlink -f "$1")
units=$(mktemp -d)
trap 'rm -rf "$units"' EXIT
for unit in packaging/systemd/*; do
  sed "s|/usr/bin/qareport|$program|" "$unit" >"$units/$(basename "$unit")"
done
fail() { echo "the systemd units: $1" >&2; exit 1; }

# It warns on standard error and ends with 0 of what it takes for harmless: nothing may be said of ours. The manual need
# not be installed.
said=$(cd "$units" && SYSTEMD_UNIT_PATH="$units:" systemd-analyze verify --man=no \
  qareport-due@st-helens.service qareport-due@st-helens.timer 2>&1) || fail "$said"
[ -z "$(grep qareport <<<"$said" || true)" ] || fail "$said"

# A unit with a fault must be found out, or this says nothing.
sed 's/^Type=oneshot/Type=onsehot/' "$units/qareport-due@.service" >"$units/wrong@.service"
wrong=$(cd "$units" && SYSTEMD_UNIT_PATH="$units:" systemd-analyze verify --man=no wrong@x.service 2>&1 || true)
grep -q onsehot <<<"$wrong" || fail 'a fault in a unit is not found'

# How exposed it is, from 0 to 10.
systemd-analyze security --offline=yes --threshold=15 "$units/qareport-due@.service" >"$units/security" 2>&1 ||
  { tail -5 "$units/security"; fail 'the service is less confined than it was'; }
grep -qx 'SuccessExitStatus=1' "$units/qareport-due@.service" || fail '1, a success with data problems, is a failure'
systemd-analyze calendar --iterations=1 "$(sed -n 's/^OnCalendar=//p' "$units/qareport-due@.timer")" >/dev/null
echo "the systemd units: no faults; $(tail -1 "$units/security" | sed "s/^[^:]*: *//" | cut -d" " -f1,2)"
