def log(f):
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper
@log
def add(a, b=1):
    return a + b
print(add(1), add(1, b=2))
def repeat(n):
    def deco(f):
        def w(*a):
            return [f(*a) for _ in range(n)]
        return w
    return deco
@repeat(2)
@log
def hi(x):
    return x
print(hi("x"))
def register(cls):
    cls.registered = True
    return cls
@register
class A: pass
print(A.registered)
@lambda f: 5
def five(): pass
print(five)
decos = [log]
@decos[0]
def g(): return "g"
print(g())
class Deco:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return "deco", self.f(*a)
@Deco
def h(x): return x
print(h(3))
