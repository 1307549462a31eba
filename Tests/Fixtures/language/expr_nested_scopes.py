x = "global"
def f():
    x = "f"
    def g():
        def h():
            return x
        return h
    class C:
        x = "C"
        def m(self):
            return x
        y = x
    return g()(), C().m(), C.y, [x for _ in range(1)], (lambda: x)()
print(f())
def counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step
a, b = counter(), counter()
print(a(), a(), b(), a())
def outer():
    a = 1
    def middle():
        nonlocal a
        a = 2
        def inner():
            nonlocal a
            a = 3
        inner()
        return a
    return middle(), a
print(outer())
class K:
    z = 5
    zs = [z for _ in range(2)] if False else [5, 5]
    f = lambda self: self.z
print(K().f(), K.zs)
def default(a, b=x): return b
x = "changed"
print(default(1), x)
def comp():
    i = "kept"
    r = [i for i in range(3)]
    return i, r
print(comp())
