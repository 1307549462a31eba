print({1, 2, 2, 1}, {*[1, 2], 3}, {x % 2 for x in range(5)}, len({1, "1", 1.0}))
print(sorted({"b", "a"} | {"c"}), {1} | {2} & {2, 3}, {1, 2, 3} - {2} - {3})
print({(1, 2), (1, 2)}, {frozenset({1}), frozenset({1})}, set([1, 2]) == {2, 1})
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} < {2}, {1, 2}.isdisjoint({3}), not set())
