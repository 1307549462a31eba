"""tuple and dict: methods, views, merging, and their errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: (1, 2)[5])
attempt(lambda: (1, 2)["a"])
attempt(lambda: (1, 2)[0:1])
attempt(lambda: (1,).count())
attempt(lambda: (1,).index(5))
attempt(lambda: (1,).index())
attempt(lambda: (1,).append(1))
t = (1, 2)
try:
    t[0] = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    del t[0]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    t += 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    t.foo = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: () + ())
attempt(lambda: (1, 2) * 2)
attempt(lambda: (1, 2) < (1, 3))
attempt(lambda: (1, "a") < (1, 2))
attempt(lambda: (1,) + "a")
attempt(lambda: {}["a"])
attempt(lambda: {"a": 1}["b"])
attempt(lambda: {1: 2}[3])
attempt(lambda: {(1, 2): 3}[1, 2])
attempt(lambda: {(1, 2): 3}[1, 3])
attempt(lambda: {}.get())
attempt(lambda: {}.get(1, 2, 3))
attempt(lambda: {"a": 1}.get("a", default=5))
attempt(lambda: {}.pop())
attempt(lambda: {}.pop("a"))
attempt(lambda: {}.pop("a", 5))
attempt(lambda: {}.popitem())
attempt(lambda: {"a": 1}.popitem())
attempt(lambda: {}.setdefault())
attempt(lambda: {}.setdefault("a"))
attempt(lambda: {}.setdefault("a", 5))
attempt(lambda: {}.setdefault([], 5))
attempt(lambda: {}.update(5))
attempt(lambda: {}.update([1]))
attempt(lambda: {}.update([(1,)]))
attempt(lambda: {}.update(["ab"]))
attempt(lambda: {}.update({"a": 1}, b=2))
attempt(lambda: {}.update(1, 2))
attempt(lambda: {}.update(a=1))
attempt(lambda: {}.update(None))
attempt(lambda: dict.fromkeys("ab", 0))
attempt(lambda: dict.fromkeys(5))
attempt(lambda: dict.fromkeys())
attempt(lambda: dict.fromkeys([[]]))
attempt(lambda: {}.fromkeys([1, 2]))
attempt(lambda: {}.keys(1))
attempt(lambda: {"a": 1}.keys())
attempt(lambda: {"a": 1}.values())
attempt(lambda: {"a": 1}.items())
attempt(lambda: {"a": 1} | {"b": 2})
attempt(lambda: {"a": 1} | [("b", 2)])
attempt(lambda: {"a": 1} | 5)
attempt(lambda: 5 | {"a": 1})
d = {"a": 1}
try:
    d |= [("c", 3)]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    d |= 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: d)
attempt(lambda: d + d)
attempt(lambda: d < d)
attempt(lambda: d == {"a": 1, "c": 3})
attempt(lambda: d.foo)
try:
    d.foo = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    del d["zz"]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    del d["c"]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: d)
attempt(lambda: d.keys() & {"a"})
attempt(lambda: d.keys() - {"a"})
attempt(lambda: d.items() & {("a", 1)})
attempt(lambda: d.keys() == {"a"})
attempt(lambda: d.keys() < {"a", "b"})
attempt(lambda: d.keys().isdisjoint({"b"}))
attempt(lambda: d.keys()[0])
attempt(lambda: d.values() == d.values())
attempt(lambda: d.values()[0])
attempt(lambda: d.items()[0])
attempt(lambda: len(d.items()))
attempt(lambda: "a" in d.keys())
attempt(lambda: ("a", 1) in d.items())
attempt(lambda: 1 in d.values())
attempt(lambda: list(reversed(d.keys())))
attempt(lambda: list(reversed({"x": 1, "y": 2}.items())))
attempt(lambda: list(reversed({"x": 1, "y": 2}.values())))
attempt(lambda: hash(d.keys()))
attempt(lambda: d[[]])
try:
    d[{}] = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: [] in d)
attempt(lambda: d.copy() is d)
attempt(lambda: d.clear())
attempt(lambda: d)
attempt(lambda: {1: "a", True: "b", 1.0: "c"})
attempt(lambda: {1, True, 1.0})
