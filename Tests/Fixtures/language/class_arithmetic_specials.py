class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def _o(self, o): return o.v if isinstance(o, N) else o
    def __add__(self, o): return N(self.v + self._o(o))
    def __radd__(self, o): return N(o + self.v)
    def __sub__(self, o): return N(self.v - self._o(o))
    def __rsub__(self, o): return N(o - self.v)
    def __mul__(self, o): return N(self.v * self._o(o))
    __rmul__ = __mul__
    def __truediv__(self, o): return N(self.v / self._o(o))
    def __rtruediv__(self, o): return N(o / self.v)
    def __floordiv__(self, o): return N(self.v // self._o(o))
    def __mod__(self, o): return N(self.v % self._o(o))
    def __pow__(self, o, m=None): return N(pow(self.v, self._o(o), m))
    def __rpow__(self, o): return N(o ** self.v)
    def __matmul__(self, o): return "matmul"
    def __rmatmul__(self, o): return "rmatmul"
    def __and__(self, o): return N(self.v & self._o(o))
    def __or__(self, o): return N(self.v | self._o(o))
    def __xor__(self, o): return N(self.v ^ self._o(o))
    def __lshift__(self, o): return N(self.v << self._o(o))
    def __rshift__(self, o): return N(self.v >> self._o(o))
    def __neg__(self): return N(-self.v)
    def __pos__(self): return N(+self.v)
    def __invert__(self): return N(~self.v)
    def __abs__(self): return N(abs(self.v))
    def __divmod__(self, o): return ("dm", self.v, o)
    def __iadd__(self, o):
        self.v += self._o(o)
        return self
a, b = N(7), N(2)
print(a + b, a + 1, 1 + a, a - b, 1 - a, a * b, 3 * a, a / b, 14 / a, a // b, a % b, a ** b, 2 ** a)
print(a @ b, 1 @ a, a & b, a | b, a ^ b, a << b, a >> b, -a, +a, ~a, abs(N(-3)), divmod(a, 2), pow(a, 2, 5))
c = a
a += 10
a -= 1
print(a, c, sum([N(1), N(2)]), sum([N(1)], N(5)))
class M:
    def __add__(self, o): return NotImplemented
class K(M):
    def __radd__(self, o): return "K radd"
print(M() + K())
for f in (lambda: M() + 1, lambda: 1 + M(), lambda: M() - M(), lambda: -M(), lambda: a < 1, lambda: M() @ 2, lambda: ~M()):
    try:
        f()
    except TypeError as error:
        print(error)
