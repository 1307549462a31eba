class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(list(Old()), 20 in Old(), 25 in Old(), tuple(Old()), max(Old()), [*Old()], dict(zip("abc", Old())))
a, b, c = Old()
print(a, b, c)
it = iter(Old())
print(next(it), list(it), next(it, "end"))


class Bad:
    def __getitem__(self, i):
        raise KeyError(i)


try:
    list(Bad())
except KeyError as e:
    print("KeyError", e)


class StopEarly:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise StopIteration("done")
        return self.n


s = StopEarly()
print(list(s), next(s), s.n)
e = enumerate("ab", start=10)
print(next(e), list(e), list(e))
z = zip([1, 2, 3], iter([4, 5]))
print(next(z), list(z))
m = map(lambda a, b: (a, b), [1, 2], "xyz")
print(next(m), list(m))
f = filter(lambda v: v % 2, range(6))
print(next(f), list(f))
r = reversed([1, 2, 3])
print(next(r), list(r), type(r).__name__)
shared = iter(range(6))
print(list(zip(shared, shared)), list(zip(*[iter("abcdef")] * 3)), list(zip(*[(1, "a"), (2, "b")])))
grow = [1, 2]
for x in grow:
    if len(grow) < 5:
        grow.append(x * 2)
print(grow)
shrink = [1, 2, 3, 4]
for x in shrink:
    shrink.remove(x)
print(shrink)
print(list(iter(lambda c=iter([1, 2, 0, 3]): next(c), 0)))
calls = []


def pull():
    calls.append(1)
    return len(calls)


print(list(iter(pull, 4)), sum(calls))
print(all([]), any([]), all(x > 0 for x in [1, -1, 1 / 1]), any(x == 2 for x in [1, 2, 1]), sum([[1], [2]], []), sum((0.1,) * 3), sum([True, True]))
first, *middle, last = range(6)
print(first, middle, last)
(p, q), *rest = [(1, 2), 3]
print(p, q, rest)
*only, = "xy"
print(only)
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
for f in (lambda: next(5), lambda: iter(5), lambda: next(iter([])), lambda: list(zip([1], [1, 2], strict=True)), lambda: max([]), lambda: sum("ab"), lambda: sum([1, "a"]), lambda: list(map(None, [1])), lambda: reversed({1}), lambda: [a for a, b in [(1, 2, 3)]]):
    try:
        print(f())
    except (TypeError, ValueError, StopIteration) as err:
        print(type(err).__name__, err)
