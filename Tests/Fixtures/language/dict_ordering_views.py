d = {"z": 1, "a": 2}
d["m"] = 3
d["z"] = 10
print(list(d), list(d.values()))
del d["z"]
d["z"] = 5
print(d, list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
keys, values, items = d.keys(), d.values(), d.items()
d["new"] = 0
print(keys, values, items, len(keys), "new" in keys, 0 in values, ("new", 0) in items)
print(keys & {"a", "x"}, sorted(keys | {"x"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "q"}), keys == {"a", "m", "z", "new"}, keys >= {"a"}, keys.isdisjoint({"q"}))
print({k: v for k, v in sorted(d.items(), key=lambda kv: kv[1])}, max(d, key=d.get), sorted(d, key=d.get))
print({1: 2} == {1.0: 2.0}, {"a": [1]} == {"a": [1]}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [])
inverse = {v: k for k, v in d.items()}
print(inverse, dict(zip(d.values(), d.keys())) == inverse)
for k, v in list(d.items()):
    if v > 2:
        del d[k]
print(d, dict.fromkeys(["x", "y"], []), list(d.items())[0])
a, b = {"k": 1}, {"k": 2, "j": 3}
print({**a, **b}, a | b, b | a, a)
a |= b
a.update(j=30, i=4)
print(a, a.setdefault("i", 9), a.setdefault("h", []), a.pop("k"), a.pop("nope", "dflt"), a)
