"""defaultdict: factories and merging."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from collections import *

attempt(lambda: defaultdict(int))
attempt(lambda: defaultdict(list, a=[1]))
attempt(lambda: defaultdict(5))
attempt(lambda: defaultdict())
attempt(lambda: defaultdict(None)["a"])
dd = defaultdict(list)
attempt(lambda: dd["a"].append(1))
attempt(lambda: dd)
attempt(lambda: dd.default_factory)
attempt(lambda: dd.get("zz"))
attempt(lambda: "zz" in dd)
attempt(lambda: dd["b"])
attempt(lambda: dd)
attempt(lambda: dd | {"c": 1})
attempt(lambda: dd.copy())
attempt(lambda: defaultdict(lambda: 0)["x"])
attempt(lambda: defaultdict(int, {"a": 1}, b=2))
attempt(lambda: defaultdict(int).foo)
