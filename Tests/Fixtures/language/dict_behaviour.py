d = {}
for k in (3, "a", 1.5, (1, 2), None, True, frozenset([1])):
    d[k] = type(k).__name__
print(d, len(d), d[1], d[True], 1.0 in d)
d[1.0] = "replaced"
print(d)
del d["a"]
d["a"] = "last"
print(list(d))
print(d.pop(3), d.pop("zz", "none"), d.popitem(), d.setdefault("n", []), d.setdefault("n", 5))
a = dict(x=1, y=2)
b = a | {"y": 3, "z": 4}
print(b, a, {**a, "x": 9}, dict(a, w=0), dict([("p", 1)], q=2))
a |= [("k", "v")]
print(a, a == {"k": "v", "x": 1, "y": 2}, a != b)
a.update({"x": 5}, y=6)
a.update([("m", 1)])
print(a, list(a.items())[:2], list(reversed(a)), list(reversed(a.values())))
keys = a.keys()
a["new"] = 1
print(keys, len(keys), "new" in keys, keys & {"new", "no"}, sorted(keys - {"new"}), keys == set(a), keys.isdisjoint({"q"}))
items = {"a": 1, "b": 2}.items()
print(("a", 1) in items, ("a", 2) in items, items & {("a", 1)}, sorted(items | {("c", 3)}))
try:
    for k in a:
        a[k + "!"] = 1
except RuntimeError as e:
    print(e)
e = {1: 1, 2: 2}
try:
    for k in e:
        del e[k]
except RuntimeError as err:
    print(err)
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], []), {k: v for k, v in zip("abc", range(3))}, {i: {j: i * j for j in range(2)} for i in range(2)})
nested = {"a": {"b": {"c": 1}}}
print(nested["a"]["b"]["c"], nested.get("x", {}).get("y"), nested)
r = {}
r["self"] = r
print(r)
shallow = nested.copy()
shallow["a"]["b"] = 0
print(nested, shallow is nested)
print(sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda p: p[1]), max({"x": 3, "y": 9}, key={"x": 3, "y": 9}.get), min({}, default="empty"))
print({1: "a"} == {1.0: "a"}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], bool({}), bool({0: 0}))
for f in (lambda: {}["x"], lambda: {}[[]], lambda: {[]: 1}, lambda: {{}: 1}, lambda: {}.popitem(), lambda: {} < {}, lambda: {} + {}, lambda: dict([1]), lambda: dict([(1,)]), lambda: {}.update(5), lambda: hash({})):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
d.clear()
print(d, not d)
