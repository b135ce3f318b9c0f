#!/usr/bin/env bash
# Runs one command of finetune and tells the job what came of it: outputs, annotations, step summary.
set -uo pipefail

folder=$RUNNER_TEMP/finetune
mkdir -p "$folder"

tell() { # tell NAME VALUE: an output of this step
  printf '%s=%s\n' "$1" "$2" >> "$GITHUB_OUTPUT"
}

summarize() { # adds what comes in to the step summary, which GitHub refuses as a whole over 1 MiB
  if [ "$INPUT_SUMMARY" = true ]; then
    LC_ALL=C awk '{ size += length($0) + 1 } size > 1000000 { if (!cut++) { print ""; print "The rest is left out: a step summary holds 1 MiB." } next } { print }' >> "$GITHUB_STEP_SUMMARY"
  else
    cat > /dev/null
  fi
}

arguments=("$INPUT_COMMAND")
if [ -n "$INPUT_MANIFEST" ]; then
  arguments+=(--manifest "$INPUT_MANIFEST")
fi
while IFS= read -r line; do
  line=${line%$'\r'}
  if [ -n "$line" ]; then
    arguments+=("$line")
  fi
done <<< "$INPUT_ARGUMENTS"

ended=0
case $INPUT_COMMAND in
  lint | verify)
    if [ "$INPUT_SUMMARY" != true ]; then
      unset GITHUB_STEP_SUMMARY
    fi
    arguments+=(--format github)
    if [ "$INPUT_COMMAND" = lint ] && [ -n "$INPUT_SARIF" ]; then
      arguments+=(--format sarif --output "$INPUT_SARIF")
    fi
    "$PROGRAM" "${arguments[@]}" || ended=$?
    ;;
  plan)
    "$PROGRAM" "${arguments[@]}" --detailed-exitcode --format markdown --output "$folder/plan.json" > "$folder/plan.md" || ended=$?
    cat "$folder/plan.md"
    summarize < "$folder/plan.md"
    tell report "$folder/plan.md"
    tell plan "$folder/plan.json"
    tell changes "$([ "$ended" -eq 5 ] && echo true || echo false)"
    tell would-train "$(grep -q '"would_train": true' "$folder/plan.json" 2> /dev/null && echo true || echo false)"
    ;;
  diff)
    "$PROGRAM" "${arguments[@]}" --format markdown > "$folder/diff.md" || ended=$?
    summarize < "$folder/diff.md"
    tell report "$folder/diff.md"
    ;;
  release | sync)
    "$PROGRAM" "${arguments[@]}" > "$folder/outcome.txt" || ended=$?
    cat "$folder/outcome.txt"
    { echo '<pre>'; sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' "$folder/outcome.txt"; echo '</pre>'; } | summarize
    tell pending "$([ "$ended" -eq 5 ] && echo true || echo false)"
    ;;
  *)
    echo "::error title=finetune action::the input command must be lint, plan, diff, verify, release, sync or install"
    exit 2
    ;;
esac

tell exit-code "$ended"
# 5 is no failure: a plan with changes, a training that goes on.
[ "$ended" -eq 5 ] && ended=0
exit "$ended"
