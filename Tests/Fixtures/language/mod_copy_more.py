import copy


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


a = Node("a")
b = Node("b")
a.links.append(b)
b.links.append(a)
c = copy.deepcopy(a)
print(c is not a, c.links[0].links[0] is c, c.links[0].name, c.links[0] is not b)
s = copy.copy(a)
print(s.links is a.links, s.name, s is not a)
l = [1, [2]]
l.append(l)
d = copy.deepcopy(l)
print(d[2] is d, d[1] is not l[1], d)


class Custom:
    def __init__(self, v):
        self.v = v

    def __copy__(self):
        return Custom(self.v + 1)

    def __deepcopy__(self, memo):
        print("memo is dict:", isinstance(memo, dict))
        made = Custom(copy.deepcopy(self.v, memo))
        memo[id(self)] = made
        return made


x = Custom([1])
y = copy.deepcopy([x, x])
print(y[0] is y[1], y[0].v, y[0].v is not x.v)
print(copy.copy(Custom(1)).v)
t = (1, 2, (3, "a"))
print(copy.deepcopy(t) is t, copy.copy(t) is t)
u = (1, [2])
print(copy.deepcopy(u) is u, copy.deepcopy(u) == u, copy.deepcopy(u)[1] is u[1])
shared = [0]
m = {"x": shared, "y": shared}
n = copy.deepcopy(m)
print(n["x"] is n["y"], n["x"] is shared, n)
for value in (1, 1.5, "s", None, True, b"b", len, int, range(3), frozenset([1]), ..., NotImplemented):
    assert copy.copy(value) is value or copy.copy(value) == value
    assert copy.deepcopy(value) is value or copy.deepcopy(value) == value


class Slots:
    __slots__ = ("p", "q")


sl = Slots()
sl.p = [1]
sc = copy.deepcopy(sl)
print(sc.p, sc.p is sl.p, hasattr(sc, "q"))


class Sub(dict):
    pass


sub = Sub(a=[1])
sub.extra = [2]
e = copy.deepcopy(sub)
print(e, e.extra, type(e).__name__, e["a"] is sub["a"], copy.copy(sub).extra is sub.extra)


class SubList(list):
    pass


sl2 = SubList([[1], [2]])
print(copy.deepcopy(sl2), type(copy.copy(sl2)).__name__, copy.copy(sl2)[0] is sl2[0])
from collections import OrderedDict, defaultdict, deque, Counter, namedtuple

P = namedtuple("P", "x y")
for v in (OrderedDict(a=[1]), defaultdict(list, a=[1]), deque([[1]], maxlen=3), Counter("aab"), P([1], 2)):
    w = copy.deepcopy(v)
    print(w, type(w).__name__, w == v)
memo = {}
copy.deepcopy([1, [2]], memo)
print(len(memo) > 0)
try:
    copy.copy(x for x in [])
except TypeError as err:
    print(err)
import dataclasses


@dataclasses.dataclass
class D:
    x: list


dd = copy.deepcopy(D([1]))
print(dd, copy.replace if hasattr(copy, "replace") else "no replace")
