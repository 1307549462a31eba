"""ChainMap: look-up, children, parents."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from collections import *

attempt(lambda: ChainMap({"a": 1}, {"b": 2}))
attempt(lambda: ChainMap({"a": 1}, {"b": 2})["b"])
attempt(lambda: ChainMap({"a": 1})["z"])
attempt(lambda: ChainMap())
attempt(lambda: ChainMap({"a": 1}, {"a": 2}).maps)
attempt(lambda: ChainMap({"a": 1}).new_child({"b": 2}))
attempt(lambda: ChainMap({"a": 1}, {"b": 2}).parents)
attempt(lambda: list(ChainMap({"a": 1}, {"b": 2})))
attempt(lambda: len(ChainMap({"a": 1}, {"a": 2})))
attempt(lambda: dict(ChainMap({"a": 1}, {"b": 2})))
attempt(lambda: ChainMap({}, {"a": 1}).pop("a"))
P = namedtuple("P", "x y")
