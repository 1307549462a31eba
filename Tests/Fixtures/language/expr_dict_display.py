print({"a": 1, "b": 2, "a": 3}, {**{"x": 1}, "x": 2}, {"x": 2, **{"x": 1}})
print({i: i ** 2 for i in range(3)}, {k: v for k, v in [("a", 1)]}, {c: ord(c) for c in "ab" if c != "a"})
print({(1, 2): "t", "s": 1, 1.5: "f", None: "n", True: "b"})
print({1: "a"} | {2: "b"}, {**{1: 2}, **{3: 4}}, dict(**{"a": 1}, b=2))
x = {"a": {"b": {"c": 1}}}
print(x["a"]["b"]["c"], x.get("z", {}).get("y"))
x["a"]["b"]["d"] = 2
print(x)
print({len: "function"}[len], {type(1): "int"}[int], {frozenset([1]): "fs"}[frozenset([1])])
print({k: [v, v] for k, v in zip("ab", range(2))}, {i % 2: i for i in range(5)})
