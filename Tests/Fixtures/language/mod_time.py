import time
a = time.time()
b = time.perf_counter()
time.sleep(0.01)
print(type(a).__name__, a > 1.6e9, time.perf_counter() - b >= 0.01, time.monotonic() > 0, isinstance(time.time_ns(), int), time.process_time() >= 0, time.perf_counter_ns() > 0)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
try:
    time.sleep("a")
except TypeError as error:
    print(error)
print(time.strftime("%Y", time.gmtime(0)), time.gmtime(0).tm_year, time.gmtime(86400 * 365).tm_year)
