#!/usr/bin/env bash
# complete.sh FOLDER: whether the folder has every package that FineTune.Tool names, of the same version, and FineTune.Build beside them.
set -euo pipefail
folder=$1
tools=("$folder"/FineTune.Tool.[0-9]*.nupkg)
[ ${#tools[@]} -eq 1 ] && [ -f "${tools[0]}" ] || { echo "error: $folder must have one FineTune.Tool" >&2; exit 1; }
version=$(basename "${tools[0]}" .nupkg)
version=${version#FineTune.Tool.}
missing=0
for package in $(unzip -p "${tools[0]}" tools/net10.0/any/DotnetToolSettings.xml | grep -o ' Id="[^"]*"' | cut -d '"' -f 2) FineTune.Build; do
  if [ -f "$folder/$package.$version.nupkg" ]; then
    echo "$package.$version.nupkg  $(wc -c < "$folder/$package.$version.nupkg") bytes"
  else
    echo "error: $package.$version.nupkg is missing" >&2
    missing=1
  fi
done
exit "$missing"
