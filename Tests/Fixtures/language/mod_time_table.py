"""time: clocks, and dates as text."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import time

attempt(lambda: time.time() > 1e9)
attempt(lambda: time.perf_counter() >= 0)
attempt(lambda: time.monotonic() >= 0)
attempt(lambda: time.process_time() >= 0)
attempt(lambda: time.sleep(0))
attempt(lambda: time.sleep(-1))
attempt(lambda: time.sleep("a"))
attempt(lambda: time.time_ns() > 10**18)
attempt(lambda: time.strftime("%Y-%m-%d", time.gmtime(0)))
attempt(lambda: time.gmtime(0))
attempt(lambda: time.strftime("%H:%M:%S", time.gmtime(86399)))
attempt(lambda: time.gmtime(0).tm_year)
attempt(lambda: time.ctime(0))
