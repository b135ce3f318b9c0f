#!/usr/bin/env bash
# Keeps the lock of this job and the lock on the server the same. One of:
#   pull  takes the newest lock of the branch
#   push  brings ours to the server, united with what is there
#   look  only says whether a training is pending there; needs no finetune
# From the environment: MANIFEST, BRANCH, LOCK_MODE (commit: onto the branch; pull-request: onto finetune/lock-…, with a pull request),
# PROGRAM (finetune), TOKEN (may write to the repository), MESSAGE (of the commit).
set -euo pipefail

name=${MANIFEST#./}
name=${name%.*}
lock=$name.lock.json
contracts=$(dirname "$name")/finetune.contracts
contracts=${contracts#./}
proposal=finetune/lock-$(printf '%s' "$name" | tr -c 'A-Za-z0-9._-' '-')
tip=refs/finetune/tip
proposed=refs/finetune/proposed
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [ -n "${TOKEN:-}" ]; then
  # In the environment of git alone: not in its arguments, and not in a file.
  basic=$(printf 'x-access-token:%s' "$TOKEN" | base64 | tr -d '\n')
  echo "::add-mask::$basic"
  export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader" GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $basic"
fi

proposes() { [ "$LOCK_MODE" = pull-request ]; }

has() { git cat-file -e "$1:$lock" 2> /dev/null; }

is_proposed() { # a server that does not answer is an error, not a no
  local found
  found=$(git ls-remote origin "refs/heads/$proposal") || exit 1
  [ -n "$found" ]
}

fetch() { # the branch, and the proposed lock where there is one
  git fetch --quiet --no-tags --depth=1 origin "+refs/heads/$BRANCH:$tip"
  git update-ref -d "$proposed"
  if proposes && is_proposed; then
    git fetch --quiet --no-tags --depth=1 origin "+refs/heads/$proposal:$proposed"
  fi
}

unite() { # unite REF FILE: what the lock at REF knows comes into FILE; project and pins are the server's where both have one
  if ! has "$1"; then
    return
  fi
  git show "$1:$lock" > "$scratch/theirs.lock.json"
  if [ ! -e "$2" ]; then
    cp "$scratch/theirs.lock.json" "$2"
  elif ! cmp --silent "$scratch/theirs.lock.json" "$2"; then
    "$PROGRAM" lock merge "$scratch/theirs.lock.json" "$2"
    cp "$scratch/theirs.lock.json" "$2"
  fi
}

take_contracts() { # take_contracts REF: the contracts at REF that are not here; each is named after its content and never changes
  local file
  if ! git rev-parse -q --verify "$1" > /dev/null; then
    return
  fi
  git ls-tree -r --name-only "$1" -- "$contracts/" | while IFS= read -r file; do
    if [ ! -e "$file" ]; then
      mkdir -p "$contracts"
      git show "$1:$file" > "$file"
    fi
  done
}

add_contracts() { # to the index of the commit
  local file blob
  for file in "$contracts"/*.json; do
    if [ -e "$file" ]; then
      blob=$(git hash-object -w --no-filters "$file")
      GIT_INDEX_FILE=$scratch/index git update-index --add --cacheinfo "100644,$blob,$file"
    fi
  done
}

pull() {
  fetch
  if has "$tip"; then
    git show "$tip:$lock" > "$lock"
  fi
  unite "$proposed" "$lock"
  take_contracts "$tip"
  take_contracts "$proposed"
  # A start that was cut off, which only a release can go on with.
  if [ -e "$lock" ] && grep -qE '"state": "(uploading|creating)"' "$lock"; then
    echo "interrupted=true" >> "$GITHUB_OUTPUT"
  fi
}

look() {
  local ref pending=false
  fetch
  for ref in "$tip" "$proposed"; do
    if has "$ref" && git show "$ref:$lock" | grep -cE '"state": "(uploading|creating|running|deploying)"' > /dev/null; then
      pending=true
    fi
  done
  echo "pending=$pending" >> "$GITHUB_OUTPUT"
}

try_push() { # one commit on top of what the server has now; the files of this job stay as they are
  local target=refs/heads/$BRANCH blob tree commit expected
  fetch
  take_contracts "$proposed"
  cp "$lock" "$scratch/ours.lock.json"
  unite "$tip" "$scratch/ours.lock.json"
  unite "$proposed" "$scratch/ours.lock.json"
  cp "$scratch/ours.lock.json" "$lock"
  blob=$(git hash-object -w --no-filters "$lock")
  GIT_INDEX_FILE=$scratch/index git read-tree "$tip"
  GIT_INDEX_FILE=$scratch/index git update-index --add --cacheinfo "100644,$blob,$lock"
  add_contracts
  tree=$(GIT_INDEX_FILE=$scratch/index git write-tree)
  if [ "$tree" = "$(git rev-parse "$tip^{tree}")" ]; then
    echo "the lock on $BRANCH is this one already"
    return 0
  fi
  commit=$(git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit-tree "$tree" -p "$tip" -m "$MESSAGE")
  if proposes; then
    target=refs/heads/$proposal
    expected=$(git rev-parse -q --verify "$proposed" || true)
    if [ -n "$expected" ] && [ "$tree" = "$(git rev-parse "$expected^{tree}")" ]; then
      echo "the lock on $proposal is this one already"
      return 0
    fi
    git push --quiet --force-with-lease="$target:$expected" origin "$commit:$target"
  else
    git push --quiet origin "$commit:$target"
  fi
}

push() {
  local attempt
  if [ ! -e "$lock" ]; then
    echo "no lock was written"
    return
  fi
  for attempt in 1 2 3 4 5; do
    # As a process of its own: in a condition, bash goes on after a command that failed.
    if bash "${BASH_SOURCE[0]}" try; then
      if proposes && is_proposed; then
        propose
      fi
      return
    fi
    echo "the server has moved on, try $attempt of 5"
    sleep "$attempt"
  done
  echo "::error title=finetune::the lock could not be brought to the server; this job keeps it as an artifact"
  return 1
}

propose() {
  if [ -z "$(gh pr list --head "$proposal" --base "$BRANCH" --state open --json number --jq '.[].number')" ]; then
    gh pr create --head "$proposal" --base "$BRANCH" --title "$MESSAGE" --body 'Written by the release workflow. Merge it before you tag: the lock says which data made which model.'
  fi
}

case ${1:-} in
  pull | push | look) "$1" ;;
  try) try_push ;;
  *) echo "lock.sh pull, push or look" >&2; exit 2 ;;
esac
