#!/usr/bin/env bash
# bash Tests/fuzz/run.sh FUZZER MINUTES
# Fuzzes from the corpus for so long and fails on a crash, a hang (10 s), a leak, 1 GiB of memory, or where no input
# reaches code that the corpus does not: then coverage is not being measured. What it finds stays in .build-fuzz/found.
set -euo pipefail
fuzzer=$1
seconds=$(awk "BEGIN { print int($2 * 60) }")
corpus=$(dirname "${BASH_SOURCE[0]}")/corpus
found=.build-fuzz/found
mkdir -p "$found/corpus"
log=$found/log.txt
status=0
"$fuzzer" "$found/corpus" "$corpus" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 \
  -artifact_prefix="$found/" -print_final_stats=1 >"$log" 2>&1 || status=$?
coverage() { grep -o 'cov: [0-9]*' "$log" | "$1" -1 | cut -d' ' -f2; }
grep -E 'number_of_executed_units|peak_rss|^SUMMARY|ERROR' "$log" || true
echo "coverage from $(coverage head) to $(coverage tail) edges in $seconds s"
if [ "$status" -ne 0 ]; then
  tail -40 "$log"
  exit "$status"
fi
[ "$(coverage tail)" -gt "$(coverage head)" ] || { echo 'coverage did not grow' >&2; exit 1; }
