# process.py COMMAND…: runs it and prints what the whole process cost: CPU seconds, wall seconds, and the most memory it held, in MB.
import os
import sys
import time

silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
wall = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, ended, used = os.wait4(child, 0)
wall = time.perf_counter() - wall
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
if os.waitstatus_to_exitcode(ended) != 0:
    sys.exit(f"{' '.join(sys.argv[1:])} ended with {os.waitstatus_to_exitcode(ended)}")
print("measured", "process", "0", f"{used.ru_utime + used.ru_stime:.6f}", f"{wall:.6f}", f"{peak:.1f}", sep="\t")
