#!/usr/bin/env bash
# The compiler keeps the stages from seeing one another: a copy in which Render imports Analysis must not build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r Package.swift Sources Tests "$copy"
echo 'internal import Analysis' > "$copy/Sources/Render/Undeclared.swift"
cd "$copy"
if output=$(swift build --target Render --explicit-target-dependency-import-check error 2>&1); then
  echo 'Render was built although it imports Analysis without declaring it' >&2
  exit 1
fi
if ! grep -qE "Analysis" <<<"$output"; then
  echo "$output" | tail -20 >&2
  echo 'the build failed, but not because of the undeclared import' >&2
  exit 1
fi
echo 'refused, as it should be'
