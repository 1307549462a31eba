t = 1, "a", [2]
t[2].append(3)
print(t, len(t), t[0], t[-1], t[::-1], t + (4,), (0,) * 3, t.count(1), t.index("a"))
a, b, c = t
print(a, b, c, "a" in t, t == (1, "a", [2, 3]), (1, 2) < (1, 3), (1,) < (1, 2), () < (0,))
print(tuple(x * 2 for x in range(3)), tuple("ab"), tuple({1: 2}), (5,), (5), ((),))
print(min((3, 1), (2, 9)), max([(1, "b"), (1, "a")]), sorted([(2, "x"), (1, "y")]), dict([(1, 2)]))
def stats(*v): return min(v), max(v), sum(v) / len(v)
low, high, mean = stats(4, 8, 6)
print(low, high, mean, *stats(1, 2))
point = (3, 4)
x, y = point
point = (y, x)
print(point, isinstance(point, tuple), hash(point) == hash((4, 3)), {point: "p"}[(4, 3)])
for f in (lambda: t[9], lambda: t["a"], lambda: t.index(99), lambda: t + [1], lambda: hash(t), lambda: t * "a"):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
