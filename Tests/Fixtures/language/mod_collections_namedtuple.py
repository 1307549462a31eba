from collections import namedtuple
P = namedtuple("P", ["x", "y"])
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), list(p), p._asdict(), p._replace(x=5), P._fields, P._make([7, 8]))
x, y = p
print(x, y, isinstance(p, tuple), hash(p) == hash((1, 2)), p + (3,), p < P(1, 3), repr(p), p.count(1), p.index(2))
Q = namedtuple("Q", "a b c", defaults=[10, 20])
print(Q(1), Q(1, 2, 3), Q._field_defaults, Q.__name__)
R = namedtuple("R", "a, b")
print(R(1, 2))
class S(namedtuple("S", "v w")):
    def total(self): return self.v + self.w
print(S(1, 2).total(), S(3, 4))
print(namedtuple("T", "a class a _b", rename=True)._fields)
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: p.z, lambda: setattr(p, "x", 5), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "class"), lambda: namedtuple("X", "_a"), lambda: p._replace(z=1), lambda: P._make([1]), lambda: namedtuple("1X", "a"), lambda: namedtuple("X", "a", defaults=[1, 2])):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
