class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __eq__(self, o): return "A.eq"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
    __hash__ = None
class B(A):
    def __radd__(self, o): return "B.radd"
class C:
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "C.gt"
print(A() + 1, 1 + A(), A() + B(), B() + A(), A() + C(), C() + A(), [] + A() if False else "")
print(A() == 1, 1 == A(), A() < 1, 1 < A(), A() > 1, 1 > A(), C() < C() if False else "", C() < A())
print([1] == A(), "x" + A() if False else "", 5 * A() if False else "")
class V:
    def __init__(self, *c): self.c = c
    def __mul__(self, o):
        if isinstance(o, V):
            return sum(a * b for a, b in zip(self.c, o.c))
        if isinstance(o, (int, float)):
            return V(*(a * o for a in self.c))
        return NotImplemented
    __rmul__ = __mul__
    def __repr__(self): return f"V{self.c}"
    def __neg__(self): return self * -1
    def __getitem__(self, i): return self.c[i]
print(V(1, 2) * V(3, 4), V(1, 2) * 3, 3 * V(1, 2), -V(1, 2), V(5, 6)[1])
for f in (lambda: V(1) * "a", lambda: "a" * V(1), lambda: C() + 1, lambda: C() + C(), lambda: C() < C(), lambda: V(1) + 1):
    try:
        print(f())
    except TypeError as error:
        print(error)
class I:
    def __iadd__(self, o): return "iadd"
    def __add__(self, o): return "add"
i = I()
i += 1
print(i)
j = C()
try:
    j += 1
except TypeError as error:
    print(error)
