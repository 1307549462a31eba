class Range:
    def __init__(self, n): self.n = n
    def __iter__(self):
        i = 0
        while i < self.n:
            yield i
            i += 1
    def __reversed__(self):
        return iter(range(self.n - 1, -1, -1))
    def __len__(self): return self.n
    def __contains__(self, x): return 0 <= x < self.n
r = Range(4)
print(list(r), [*r], sum(r), max(r), tuple(r), set(r), sorted(r, reverse=True), list(reversed(r)), 3 in r, 4 in r, len(r))
a, b, *c = r
print(a, b, c, dict(zip(r, "abcd")), list(enumerate(r)), list(map(str, r)), "-".join(map(str, r)))
it = iter(r)
print(next(it), next(it), list(it), next(it, "done"))
class Once:
    def __init__(self): self.items = [3, 2, 1]
    def __iter__(self): return self
    def __next__(self):
        if not self.items:
            raise StopIteration
        return self.items.pop()
o = Once()
print(next(o), list(o), list(o))
for x in Once():
    if x == 2:
        break
print(x, list(zip(Once(), Once())), any(x == 3 for x in Once()), min(Once()))
class Pairs:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i, i * i
print(list(Pairs()), dict(Pairs()), [b for a, b in Pairs()])
class NotIter: pass
for f in (lambda: iter(NotIter()), lambda: [*NotIter()], lambda: list(NotIter()), lambda: sum(NotIter()), lambda: 1 in NotIter(), lambda: dict(NotIter()), lambda: "".join(NotIter())):
    try:
        f()
    except TypeError as error:
        print(error)
