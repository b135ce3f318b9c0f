# chat_check.py FILE: the checks that people write by hand before they train: is each line JSON, are the messages there,
# do their keys, roles, contents and weights make sense, does the assistant speak. It is what one has without a linter.
import json
import sys
from collections import defaultdict

ROLES = {"system", "developer", "user", "assistant", "tool", "function"}
KEYS = {"role", "content", "name", "weight", "tool_calls", "tool_call_id", "function_call", "refusal"}


def faults(example):
    if not isinstance(example, dict):
        yield "no object"
        return
    messages = example.get("messages")
    if not isinstance(messages, list) or not messages:
        yield "no messages"
        return
    answered = False
    for message in messages:
        if not isinstance(message, dict) or "role" not in message:
            yield "no role"
            continue
        if not KEYS.issuperset(message):
            yield "unknown key"
        role = message["role"]
        if role not in ROLES:
            yield "unknown role"
        content = message.get("content")
        if not isinstance(content, str) and not (content is None and ("tool_calls" in message or "function_call" in message)):
            yield "no content"
        if message.get("weight", 1) not in (0, 1):
            yield "bad weight"
        answered = answered or role == "assistant"
    if not answered:
        yield "no answer"


found = defaultdict(int)
examples = 0
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        examples += 1
        try:
            example = json.loads(line)
        except ValueError:
            found["no JSON"] += 1
            continue
        for fault in faults(example):
            found[fault] += 1
print(examples, dict(found))
