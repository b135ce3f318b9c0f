#!/usr/bin/env bash
# Puts finetune into a folder of this job, or takes the one that INPUT_PATH names, and says where it is.
set -euo pipefail

fail() {
  echo "::error title=finetune action::$1"
  exit 2
}

escape() { # for an attribute in XML
  local text=$1
  text=${text//&/&amp;}
  text=${text//</&lt;}
  text=${text//\"/&quot;}
  printf '%s' "$text"
}

program_in() { # the program of a tool folder; nothing where there is none
  local name
  for name in "$1/finetune" "$1/finetune.exe" "$1/finetune.cmd"; do
    if [ -x "$name" ]; then
      printf '%s' "$name"
      return
    fi
  done
}

if [ -n "$INPUT_PATH" ]; then
  [ -x "$INPUT_PATH" ] || fail "the input path names no program"
  program=$(cd "$(dirname "$INPUT_PATH")" && pwd)/$(basename "$INPUT_PATH")
else
  [[ $INPUT_VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "the input version must be one version, such as 0.1.0, or path must name a program"
  folder=$RUNNER_TEMP/finetune-$INPUT_VERSION
  if [ -z "$(program_in "$folder")" ]; then
    arguments=(FineTune.Tool --version "$INPUT_VERSION" --tool-path "$folder")
    if [ -n "$INPUT_SOURCE" ]; then
      source=$INPUT_SOURCE
      if [ -d "$source" ]; then
        source=$(cd "$source" && pwd)
      fi
      # Nothing else is asked: a package of the same name elsewhere does not get in.
      printf '<configuration><packageSources><clear /><add key="finetune" value="%s" /></packageSources></configuration>\n' "$(escape "$source")" > "$RUNNER_TEMP/finetune.nuget.config"
      arguments+=(--configfile "$RUNNER_TEMP/finetune.nuget.config")
    fi
    dotnet tool install "${arguments[@]}"
  fi
  program=$(program_in "$folder")
fi
{
  printf 'program=%s\n' "$program"
  printf 'slug=%s\n' "$(printf '%s' "${INPUT_MANIFEST:-finetune.yml}" | tr -c 'A-Za-z0-9._-' '-')"
} >> "$GITHUB_OUTPUT"
