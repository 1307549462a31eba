def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=3, x=9), f(*[1, 2], **{"c": 3}))
def g(a, b, /, c, *, d):
    return a, b, c, d
print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
def h(a, b=[]):
    b.append(a)
    return b
print(h(1), h(2), h(3, []))
def k(*, x=1): return x
print(k(), k(x=2))
def m(**kw): return kw
print(m(a=1, b=2), m(**{"class": 3}))
def n(a, /, **kw): return a, kw
print(n(1, a=2))
x = 10
def p(v=x): return v
x = 20
print(p())
def q(a, b): return a - b
print(q(b=1, a=5), q(5, b=2))
print(f.__name__, f.__defaults__, f.__kwdefaults__, g.__code__.co_argcount if hasattr(g, "__code__") else 3)
def r(first, *rest): return first, rest
print(r(*"abc"), r(1), r(*range(4)))
