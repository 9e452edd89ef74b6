#!/usr/bin/env bash
# bash Tests/fuzz/run.sh FUZZER MINUTES
# Fuzzes from the corpus for so long and fails on a crash, a hang (60 s, or HANG), a leak, 1 GiB of
# memory, or where the first run finds no input that reaches code which the corpus does not: then coverage is not being
# measured. SEED makes a run like the one before. What it finds stays in .build-fuzz/found, and the next run begins with it.
set -euo pipefail
fuzzer=$1
seconds=$(awk "BEGIN { print int($2 * 60) }")
corpus=$(dirname "${BASH_SOURCE[0]}")/corpus
found=.build-fuzz/found
mkdir -p "$found/corpus"
known=$(find "$found/corpus" -type f | wc -l)
log=$found/log.txt
status=0
"$fuzzer" "$found/corpus" "$corpus" -max_total_time="$seconds" -max_len=4096 -timeout="${HANG:-60}" -rss_limit_mb=1024 \
  ${SEED:+-seed="$SEED"} \
  -artifact_prefix="$found/" -print_final_stats=1 >"$log" 2>&1 || status=$?
coverage() { awk -v first="$1" '$3 == "cov:" { if (!seen++ || !first) found = $4 } END { print found }' "$log"; }
grep -E 'number_of_executed_units|peak_rss|^SUMMARY|ERROR' "$log" || true
echo "coverage from $(coverage 1) to $(coverage 0) edges in $seconds s; inputs kept: $(find "$found/corpus" -type f | wc -l)"
if [ "$status" -ne 0 ]; then
  tail -40 "$log"
  exit "$status"
fi
[ "$known" -gt 0 ] || [ "$(coverage 0)" -gt "$(coverage 1)" ] || { echo 'coverage did not grow' >&2; exit 1; }
