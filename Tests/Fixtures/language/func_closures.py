def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
inc2, get2 = counter()
print(inc2(), get(), get2())
def outer():
    x = "outer"
    def middle():
        def inner():
            return x
        return inner()
    r = middle()
    x = "changed"
    return r, middle()
print(outer())
fs = []
for i in range(3):
    def f(i=i):
        return i
    fs.append(f)
print([f() for f in fs])
gs = [lambda: i for i in range(3)]
print([g() for g in gs])
x = "global"
def shadow():
    x = "local"
    def use_global():
        global x
        x = "set"
        return x
    return x, use_global()
print(shadow(), x)
def unbound():
    def g():
        return later
    try:
        g()
    except NameError as error:
        print(error)
    later = 1
    return g()
print(unbound())
def f():
    print(y)
    y = 1
try:
    f()
except UnboundLocalError as error:
    print(error)
def make(n):
    return lambda x: x * n
print([make(i)(10) for i in range(3)])
def a():
    class B:
        v = n = 5
        def get(self):
            return k
    k = "free"
    return B().get(), B.v
print(a())
