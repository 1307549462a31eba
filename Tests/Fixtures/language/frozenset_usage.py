f = frozenset([3, 1, 2])
print(f, len(f), 2 in f, f | {5}, f & {1}, f - {1}, f ^ {1, 9}, f == {1, 2, 3}, {f: 1}[frozenset({1, 2, 3})])
print(frozenset(), frozenset("a"), f.union([7]), f.issubset({1, 2, 3, 4}), f.copy() is f, frozenset(f) is f)
print({frozenset({1}), frozenset({1}), frozenset()} == {frozenset(), frozenset({1})}, hash(f) == hash(frozenset([2, 3, 1])), sorted(f))
for g in (lambda: f.add(1), lambda: f.remove(1), lambda: frozenset([[]])):
    try:
        g()
    except Exception as error:
        print(type(error).__name__, error)
