class L(list):
    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        r = super().__getitem__(i)
        return L(r) if isinstance(i, slice) else r

    def total(self):
        return sum(self)


l = L([1, 2])
l.append(5)
l.extend([3])
l += [4]
print(l, type(l).__name__, l.total(), l[0], type(l[:2]).__name__, len(l), l == [1, 2, 10, 3, 4], isinstance(l, list), l + [1], type(l + [1]).__name__, sorted(l, reverse=True))
l.name = "attr"
print(l.name, l.__dict__, repr(l), list(reversed(l)), 10 in l, l.index(3))


class D(dict):
    def __setitem__(self, k, v):
        super().__setitem__(str(k), v)

    def __missing__(self, k):
        return f"missing {k}"

    def __getattr__(self, n):
        try:
            return self[n]
        except KeyError:
            raise AttributeError(n)


d = D(a=1)
d[5] = "five"
d.update({6: "six"})
print(d, d["5"], d["zz"], d.a, d.get("zz"), "5" in d, {**d}, dict(d), type(d.copy()).__name__, d | {1: 2})


class S(str):
    def __add__(self, o):
        return S(str(self) + "+" + o)

    def __len__(self):
        return 99

    def shout(self):
        return self.upper() + "!"


s = S("ab")
print(s + "c", len(s), s.shout(), s == "ab", hash(s) == hash("ab"), {s: 1}["ab"], s[0], type(s[0]).__name__, "x" + s, f"{s:>5}", "%s" % s, s * 2, type(s.upper()).__name__, isinstance(s, str))


class I(int):
    def __add__(self, o):
        return I(int(self) + int(o) + 100)

    def __repr__(self):
        return f"I({int(self)})"

    def __str__(self):
        return "eye"


i = I(5)
print(i + 1, 1 + i, i * 2, type(i * 2).__name__, i == 5, [10, 20, 30, 40, 50, 60][i], f"{i}", f"{i:d}", "%d" % i, str(i), repr(i), i.bit_length(), -i, abs(I(-3)), sum([i, i]), max(i, 3), range(i), int(i), float(i), bool(I(0)), hash(i) == 5)


class F(float):
    def __mul__(self, o):
        return "mul"


f = F(1.5)
print(f, f + 1, f * 2, 2 * f, f.is_integer(), round(f), isinstance(f, float), f"{f:.3f}", F("2.5"), f == 1.5)


class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __repr__(self):
        return "T" + super().__repr__()


t = T(1, 2, 3)
print(t, t[0], t + (4,), t == (1, 2, 3), hash(t) == hash((1, 2, 3)), len(t), {t: 1}[(1, 2, 3)], [*t], t[1:], type(t[1:]).__name__)


class St(set):
    def add(self, x):
        super().add(x % 10)


st = St([1])
st.add(25)
print(sorted(st), type(st).__name__, type(st | {3}).__name__, st == {1, 5}, 5 in st)


class E(KeyError):
    def __str__(self):
        return "E!"


try:
    raise E("k")
except LookupError as e:
    print(e, repr(e), e.args)


class B(bool if False else int):
    pass


print(B(), B(7), B("12"), B("ff", 16), isinstance(B(1), int), B(3) in [1, 2, 3])
