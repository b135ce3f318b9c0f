#!/usr/bin/env bash
# Compares our token IDs and counts with the npm package `tiktoken` over generated texts: English, code, scripts of the
# world, emoji, random Unicode, every Unicode scalar in context, long runs. Ends with 0 only where nothing differs.
# Needs the .NET SDK and Node 20. With --record, the reference's results become the expectation of the unit tests.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$here" --ignore-scripts --no-package-lock --no-audit --no-fund --silent
${DOTNET:-dotnet} run --project "$here/../../benchmarks/FineTune.Benchmarks" -c Release -- reference "$work"
args=("$work")
[ "${1-}" = --record ] && args+=(--record "$here/../../tests/FineTune.Core.Tests/Tokenization/reference.json")
node "$here/compare.mjs" "${args[@]}"
