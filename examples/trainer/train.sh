#!/bin/sh
# A trainer command that trains nothing: it shows what a real one has to do. RUN_FOLDER is the last argument.
set -eu
run=$1
steps=6

examples=$(wc -l < "$run/training.jsonl" | tr -d ' ')
name=$(sed -n 's/^  "name": "\(.*\)",$/\1/p' "$run/request.json")
echo "pretending to train $name on $examples examples"

# finetune cancel sends TERM: give back what was taken.
trap 'echo "cancelled at step ${step:-0}"; exit 1' TERM

# A command that was cut off is started again in the same folder, and goes on from here.
done_before=$(cat "$run/checkpoint" 2> /dev/null || echo 0)
step=$done_before
while [ "$step" -lt "$steps" ]; do
  sleep "${SECONDS_PER_STEP:-0.1}" & wait $!
  step=$((step + 1))
  echo "$step" > "$run/checkpoint"
  echo "{\"step\": $step, \"total_steps\": $steps, \"train_loss\": $((9 - step)).5}" >> "$run/events.jsonl"
done

# Written aside and renamed: whoever reads result.json reads all of it.
cat > "$run/result.json.tmp" << END
{
  "version": 1,
  "status": "succeeded",
  "model": "untrained/$name-$examples-examples",
  "checkpoints": [{ "step": $steps, "model": "untrained/$name-$examples-examples:step-$steps", "metrics": { "train_loss": 3.5 } }]
}
END
mv "$run/result.json.tmp" "$run/result.json"
