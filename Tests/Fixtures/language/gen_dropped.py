def g(name="g"):
    try:
        yield 1
        yield 2
    finally:
        print("fin", name)
for v in g():
    print(v)
    break
print("after loop")
x = g("x")
next(x)
del x
print("after del")
def f():
    y = g("y")
    next(y)
f()
print("after f")
def deleg():
    try:
        yield from g("inner")
    finally:
        print("outer fin")
d = deleg()
next(d)
d = None
print("after d")
class CM:
    def __enter__(self): return 1
    def __exit__(self, *a): print("exit", a[0].__name__ if a[0] else None)
def w():
    with CM():
        yield 1
next(w())
print("after with")
def again():
    try:
        yield
    finally:
        h = g("made in finally")
        next(h)
next(again())
print("after again")
any(x == 1 for x in g("any"))
print("after any")
a, *_ = zip(g("z1"), g("z2"))
first = next(iter(g("first")))
print(first)
def take(it, n):
    for i, v in zip(range(n), it):
        yield v
print(list(take(g("take"), 1)))
