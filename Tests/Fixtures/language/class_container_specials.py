class Box:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __contains__(self, v): return v in self.items
    def __iter__(self): return iter(self.items)
    def __reversed__(self): return reversed(self.items)
    def __bool__(self): return True
    def __call__(self, *a, **k): return ("called", a, k)
b = Box(1, 2, 3)
print(len(b), b[0], b[-1], b[1:], 2 in b, 9 in b, list(b), list(reversed(b)), bool(Box()), b(1, k=2))
b[0] = 10
del b[1]
print(b.items, [*b], sum(b), sorted(b, reverse=True), tuple(b), max(b))
x, y = b
print(x, y)
class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), 5 in Old(), [*Old()])
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
c = Count(3)
print(list(c), list(c), 1 in Count(3), list(map(str, Count(2))))
class BadIter:
    def __iter__(self): return 5
for f in (lambda: list(BadIter()), lambda: iter(5), lambda: len(5), lambda: 5[0], lambda: 1 in 5, lambda: list(None), lambda: [][1.5], lambda: next(5)):
    try:
        f()
    except TypeError as error:
        print(error)
class BadLen:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
for v in (-1, "x", 1.5):
    try:
        len(BadLen(v))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
class Idx:
    def __index__(self): return 2
print([1, 2, 3][Idx()], "abc"[Idx()], range(10)[Idx()], hex(Idx()), [0] * Idx(), list(range(Idx())))
print(list(iter([1, 2, 3].pop, 1)))
