class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self.c))
    def __getitem__(self, i): return self.c[i]
    def __len__(self): return len(self.c)
    def __iter__(self): return iter(self.c)
    def __setitem__(self, i, v):
        c = list(self.c)
        c[i] = v
        self.c = tuple(c)
    def __delitem__(self, i): self.c = self.c[:i] + self.c[i + 1:]
    def __contains__(self, v): return v in self.c
p = Poly(1, 2, 3)
print(p(0), p(2), p[0], p[-1], p[0:2], len(p), list(p), 3 in p, callable(p))
p[0] = 10
del p[1]
print(p.c, [x for x in p], max(p), sum(p))
class Matrix:
    def __init__(self, rows): self.rows = rows
    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]
    def __setitem__(self, key, value):
        self.rows[key[0]][key[1]] = value
m = Matrix([[1, 2], [3, 4]])
m[0, 1] = 20
m[1, 0] += 5
print(m[0, 1], m[1, 0], m.rows)
class Default(dict):
    def __missing__(self, k):
        self[k] = []
        return self[k]
d = Default()
d["a"].append(1)
print(d, d.get("z"), "z" in d)
class Counter:
    def __init__(self): self.calls = 0
    def __call__(self, f):
        def w(*a):
            self.calls += 1
            return f(*a)
        return w
c = Counter()
@c
def f(x): return x
f(1); f(2)
print(c.calls)
