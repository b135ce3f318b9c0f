# process.py COMMAND…: runs it and prints what the whole process cost: CPU seconds, wall seconds, and the most memory it held, in MB.
import os
import sys
import time

wall = time.perf_counter()
child = os.fork()
if child == 0:
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.execvp(sys.argv[1], sys.argv[1:])
_, ended, used = os.wait4(child, 0)
wall = time.perf_counter() - wall
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
if os.waitstatus_to_exitcode(ended) > 1:
    sys.exit(f"{' '.join(sys.argv[1:])} ended with {os.waitstatus_to_exitcode(ended)}")
print("measured", "process", "0", f"{used.ru_utime + used.ru_stime:.4f}", f"{wall:.4f}", f"{peak:.1f}", sep="\t")
