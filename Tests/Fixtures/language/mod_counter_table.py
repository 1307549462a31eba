"""Counter: counting, arithmetic, order."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from collections import *

attempt(lambda: Counter("hello"))
attempt(lambda: Counter("hello").most_common(1))
attempt(lambda: Counter("hello").most_common())
attempt(lambda: Counter(a=1, b=2))
attempt(lambda: Counter({"a": 1}) + Counter({"a": 2, "b": 1}))
attempt(lambda: Counter(a=3) - Counter(a=1, b=2))
attempt(lambda: Counter(a=3) & Counter(a=1, b=2))
attempt(lambda: Counter(a=3) | Counter(a=1, b=2))
attempt(lambda: +Counter(a=3, b=-1))
attempt(lambda: -Counter(a=3, b=-1))
attempt(lambda: Counter(a=3)["z"])
attempt(lambda: Counter(5))
attempt(lambda: list(Counter(a=2, b=1).elements()))
attempt(lambda: Counter(a=2).total())
attempt(lambda: Counter(a=2) == Counter(a=2, b=0))
attempt(lambda: Counter(a=2) <= Counter(a=3))
attempt(lambda: Counter(a=2) + 5)
attempt(lambda: Counter(a=2).subtract("a"))
attempt(lambda: Counter.fromkeys("ab"))
c = Counter("abca")
attempt(lambda: c.update("aa"))
attempt(lambda: c)
attempt(lambda: c.subtract({"a": 1}))
attempt(lambda: c)
try:
    c["zz"] += 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: c)
try:
    del c["nope"]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: c.pop("zz"))
attempt(lambda: c.copy())
attempt(lambda: dict(c))
attempt(lambda: repr(Counter()))
attempt(lambda: Counter(a=1).foo)
