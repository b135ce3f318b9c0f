# json_loads.py FILE: what parsing each line alone costs, in the language that most such data are written with.
import json
import sys

count = 0
with open(sys.argv[1], "rb") as file:
    for line in file:
        count += len(json.loads(line)["messages"])
print(f"{count} messages")
