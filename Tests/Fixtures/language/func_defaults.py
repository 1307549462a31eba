def f(a, b=2, c=None):
    c = c or []
    c.append(a)
    return a, b, c
print(f(1), f(2, 3), f(4, c=[0]), f(a=5, b=6))
def g(x, cache={}):
    if x not in cache:
        cache[x] = len(cache)
    return cache
print(g("a"), g("b"), g("a"), g.__defaults__)
n = 5
def h(v=n * 2): return v
n = 100
print(h())
fs = [lambda x, i=i: x * i for i in range(3)]
print([f(10) for f in fs])
def order(a=print("a"), b=print("b"), *, c=print("c")): pass
def kwonly(*, a, b=1, **rest): return a, b, rest
print(kwonly(a=0), kwonly(b=2, a=1, z=3))
print((lambda a, b=1, *c, d, e=2, **f: (a, b, c, d, e, f))(0, d=9), f.__kwdefaults__ if hasattr(f, "__kwdefaults__") else None)
