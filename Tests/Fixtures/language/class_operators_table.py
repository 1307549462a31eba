class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"V({self.n})"


def op(name, show):
    def method(self, other):
        return f"{show}({self!r}, {other!r})"

    setattr(V, name, method)


for name in "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split():
    op(f"__{name}__", name)
    op(f"__r{name}__", "r" + name)
v, w = V(1), V(2)
print(v + w, v - w, v * w, v / w, v // w, v % w, v**w, v @ w, v << w, v >> w, v & w, v | w, v ^ w)
print(1 + v, 1 - v, 1 * v, 1 / v, 1 // v, 1 % v, 1**v, 1 @ v, 1 << v, 1 >> v, 1 & v, 1 | v, 1 ^ v)
print("s" + v, "s" % v, [1] + v, [1] * v, (1,) + v, {1} | v)  ### "TypeError: not all arguments converted during string formatting"


class D:
    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __pow__(self, o, m=None):
        return ("pow", o, m)

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return 7

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __int__(self):
        return 3

    def __float__(self):
        return 2.5

    def __complex__(self):
        return 1

    def __index__(self):
        return 2


import math

d = D()
print(divmod(d, 1), divmod(1, d), d**2, pow(d, 2, 3), -d, +d, ~d, abs(d), round(d), round(d, 2))
print(math.trunc(d), math.floor(d), math.ceil(d), int(d), float(d), [5, 6, 7][d], hex(d), "ab" * d)
print(range(d), bin(d), math.sqrt(d), list(range(10))[d:], chr(D()).encode(), "%d %f %x" % (d, d, d))


class I:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append(("iadd", o))
        return self

    def __isub__(self, o):
        return "replaced"

    def __imul__(self, o):
        return NotImplemented

    def __mul__(self, o):
        return ("mul", o)


i = I()
i += 1
i += [2]
print(i.log)
j = i
j -= 1
print(j)
i *= 3
print(i)
try:
    k = I()
    k /= 2
except TypeError as e:
    print(e)


class NI:
    def __add__(self, o):
        return NotImplemented

    def __eq__(self, o):
        return NotImplemented

    def __lt__(self, o):
        return NotImplemented


for f in (lambda: NI() + 1, lambda: 1 + NI(), lambda: NI() == 1, lambda: NI() < 1, lambda: NI() < NI(), lambda: NI() != 1):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Base:
    def __add__(self, o):
        return "Base.add"

    def __radd__(self, o):
        return "Base.radd"


class Derived(Base):
    def __radd__(self, o):
        return "Derived.radd"


class Plain(Base):
    pass


print(Base() + Derived(), Derived() + Base(), Base() + Plain(), 5 + Derived())


class Cmp:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        print("lt", self.v, getattr(o, "v", o))
        return self.v < getattr(o, "v", o)

    def __eq__(self, o):
        print("eq")
        return self.v == getattr(o, "v", o)


print(Cmp(1) < Cmp(2), Cmp(1) > Cmp(2), 3 > Cmp(2), Cmp(1) != Cmp(1))
try:
    Cmp(1) <= Cmp(2)
except TypeError as e:
    print(e)
print(max([Cmp(1), Cmp(3), Cmp(2)]).v, sorted([Cmp(2), Cmp(1)])[0].v)
