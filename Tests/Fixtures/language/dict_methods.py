d = {"a": 1, "b": 2}
print(d["a"], d.get("x"), d.get("x", 0), len(d), "a" in d, "x" in d)
d["c"] = 3
d.update({"a": 10}, e=5)
d.update([("f", 6)])
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.popitem(), d)
print(d.setdefault("b", 99), d.setdefault("n", []), d)
del d["n"]
e = d.copy()
e.clear()
print(d, e)
print(dict(a=1), dict([("x", 1)]), dict({"y": 2}, z=3), dict(), {**d, "q": 1})
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print({1: "a"} | {2: "b"}, {1: 1} == {1: 1.0}, {1: 2} != {1: 3})
d |= {"z": 26}
print(d, list(reversed(d)), d.keys() & {"b", "z"} == {"b", "z"})
print(d.keys(), d.values(), d.items())
for k, v in sorted(d.items()):
    print(k, v)
print({1: "int", 1.0: "float", True: "bool"}, {None: 0, (1,): 1})
x = {}
x["self"] = x
print(x)
print({"b": 1, "a": 2}, {i: i * i for i in range(3)}, {"k": [1, {"n": None}]})
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)
print(d.items() >= {("z", 26)}, ("z", 26) in d.items(), 26 in d.values(), len(d.keys()))
