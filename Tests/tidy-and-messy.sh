#!/usr/bin/env bash
# The untidy exports of the St Helens fixture and the same records written cleanly, but for what the log of planted
# faults says is lost, must give the same figures.csv, byte for byte.
#
#     Tests/tidy-and-messy.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
python3 fixtures/generate/generate.py --seed 2025 --out "$made/clean" --surviving
cp fixtures/st-helens/qareport.yaml "$made/clean"
figures() { # workspace: 1 is a report made with data problems to look at
  "$program" quarterly --workspace "$1" --period 2025-26-Q3 --out "$made/$2" --templates templates --format data --quiet \
    2>"$made/$2.log" || [ $? -eq 1 ] || { cat "$made/$2.log"; exit 1; }
}
figures fixtures/st-helens messy
figures "$made/clean" tidy
cmp "$made"/{messy,tidy}/quarterly-2025-26-Q3/figures.csv
echo "the same $(wc -l <"$made/tidy/quarterly-2025-26-Q3/figures.csv") lines of figures from untidy and clean exports"
