from collections import defaultdict, OrderedDict, ChainMap
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
print(d, d["zz"], dict(d), d.get("q"), "q" in d, d.default_factory)
n = defaultdict(int, a=5)
n["b"] += 1
print(n, sorted(n.items()), defaultdict(lambda: "x")["k"])
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"]["b"], isinstance(d, dict), d == {"a": [1, 2], "zz": []}, d.copy())
try:
    defaultdict()["k"]
except KeyError as error:
    print(repr(error))
try:
    defaultdict(5)
except TypeError as error:
    print(error)
o = OrderedDict([("b", 1), ("a", 2)])
o["c"] = 3
o.move_to_end("b")
print(o, list(o), o.popitem(), o.popitem(last=False), o)
o.move_to_end("c", last=False) if "c" in o else None
print(OrderedDict(a=1) == {"a": 1}, OrderedDict([(1, 1), (2, 2)]) == OrderedDict([(2, 2), (1, 1)]), OrderedDict(), list(reversed(OrderedDict(a=1, b=2))))
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c["a"], c["b"], sorted(c), len(c), c.maps, c.get("z"), "b" in c)
c["n"] = 5
print(c.maps[0], c.new_child()["a"], c.parents["a"])
