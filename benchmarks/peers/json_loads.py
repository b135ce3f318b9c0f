import json
import sys
import time

with open(sys.argv[1], "rb") as file:
    lines = file.read().splitlines()
size = sum(len(line) + 1 for line in lines)
wall, cpu = time.perf_counter(), time.process_time()
count = sum(len(json.loads(line)["messages"]) for line in lines)
print("measured", "Python json.loads", f"{size / 1e6:.3f}", f"{time.process_time() - cpu:.4f}", f"{time.perf_counter() - wall:.4f}", f"{count} messages", sep="\t")
