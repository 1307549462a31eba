class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"V{self.v}"
a, b = V(1), V(2)
print(a == b, a != b, a < b, a <= b, a > b, a >= b, a == V(1), a == 1, a != 1)
print({V(1), V(1), V(2)} == {V(1), V(2)}, V(1) in [V(1)], {V(1): "x"}[V(1)], [V(1)] == [V(1)], V(3) in {V(3)})
print(sorted([V(3), V(1)]), max(a, b), min([b, a]), [V(2), V(1)].index(V(1)), [V(1)].count(V(1)))
class W:
    def __eq__(self, o): return "truthy"
print(W() == 1, W() != 1, 1 == W(), W() in [5])
try:
    hash(W())
except TypeError as error:
    print(error)
class D:
    pass
print(D() == D(), (d := D()) == d, d != D(), hash(d) == hash(d))
try:
    D() < D()
except TypeError as error:
    print(error)
try:
    D() >= 5
except TypeError as error:
    print(error)
class Sub(V):
    def __gt__(self, o): return "sub gt"
print(V(5) < Sub(1), Sub(1) > V(0))
