import copy
a = [1, [2, 3], {"k": [4]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(8)
print(a, b, c, b[1] is a[1], c[1] is a[1])
r = [1]
r.append(r)
d = copy.deepcopy(r)
print(d[1] is d, d is not r)
class N:
    def __init__(self, v, next=None):
        self.v, self.next = v, next
n = N(1, N([2]))
m = copy.deepcopy(n)
s = copy.copy(n)
print(m.next.v, m.next is n.next, s.next is n.next, m.next.v is n.next.v, type(m).__name__)
shared = [0]
x = [shared, shared]
y = copy.deepcopy(x)
print(y[0] is y[1], y[0] is shared)
class D:
    def __deepcopy__(self, memo): return "deep"
    def __copy__(self): return "shallow"
print(copy.deepcopy([D()]), copy.copy(D()))
t = (1, 2)
u = (1, [2])
print(copy.deepcopy(t) is t, copy.deepcopy(u) is u, copy.deepcopy(u), copy.copy(u) is u)
f = lambda: 0
print(copy.deepcopy(f) is f, copy.copy(len) is len, copy.deepcopy("s"), copy.deepcopy({1, 2}), copy.deepcopy(int) is int, copy.copy({1: 2}), copy.copy({3}))
class L(list): pass
l = L([1, [2]])
l.tag = "t"
k = copy.deepcopy(l)
print(k, k.tag, type(k).__name__, k[1] is l[1])
