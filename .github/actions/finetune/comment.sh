#!/usr/bin/env bash
# Joins the Markdown files that are named into the output "comment", short enough for a comment on a pull request.
set -euo pipefail

most=60000
delimiter=end-$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
{
  printf 'comment<<%s\n' "$delimiter"
  for file in "$@"; do
    if [ -s "$file" ]; then
      cat "$file"
      echo
    fi
  done | LC_ALL=C awk -v most="$most" '{ size += length($0) + 1 } size > most { if (!cut++) { print ""; print "The rest is in the summary of the run." } next } { print }'
  printf '%s\n' "$delimiter"
} >> "$GITHUB_OUTPUT"
