# Exceptions that nobody catches, each with its place.
# ---
class A:
    class B(Exception): pass
raise A.B("nested")  ### "A.B: nested"
# ---
def f():
    class E(Exception): pass
    raise E("local")  ### "f.<locals>.E: local"
f()
# ---
import math
math.sqrt(-1)  ### "ValueError: math domain error"
# ---
sorted([3, 1], key=lambda x: x.foo)  ### "AttributeError: 'int' object has no attribute 'foo'"
# ---
list(map(lambda x: 1 / x, [1, 0]))  ### "ZeroDivisionError: division by zero"
# ---
def gen():
    yield 1
    raise ValueError("g")  ### "ValueError: g"
for x in gen():
    print(x)
# ---
def gen():
    yield 1
    return 5
g = gen()
next(g)
next(g)  ### "StopIteration: 5"
# ---
def outer():
    yield from inner()
def inner():
    yield 1
    1 / 0  ### "ZeroDivisionError: division by zero"
list(outer())
# ---
class C:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")  ### "KeyError: 'exit'"
with C():
    1 / 0
# ---
class C:
    def __enter__(self): raise KeyError("enter")  ### "KeyError: 'enter'"
    def __exit__(self, *a): pass
with C() as c:
    pass
# ---
class C: pass
with C() as c:  ### "TypeError: 'C' object does not support the context manager protocol"
    pass
# ---
class C:
    def __enter__(self): pass
with C():  ### "TypeError: 'C' object does not support the context manager protocol (missed __exit__ method)"
    pass
# ---
@property
def f(): pass
f()  ### "TypeError: 'property' object is not callable"
# ---
def deco(f):
    def w(*a, **k):
        return f(*a, **k)
    return w
@deco
def f(x):
    return x + "a"  ### "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
f(1)
# ---
assert 1 == 2, "one is not two"  ### "AssertionError: one is not two"
# ---
assert (1 ==  ### "AssertionError"
        2)
# ---
x = 5
assert x > 10, f"x is {x}"  ### "AssertionError: x is 5"
# ---
del undefined_name  ### "NameError: name 'undefined_name' is not defined"
# ---
def f():
    print(loc)  ### "UnboundLocalError: cannot access local variable 'loc' where it is not associated with a value"
    loc = 5
f()
# ---
def f():
    def g():
        print(later)  ### "NameError: cannot access free variable 'later' where it is not associated with a value in enclosing scope"
    g()
    later = 5
f()
# ---
print(undefined_name)  ### "NameError: name 'undefined_name' is not defined"
# ---
prnt("x")  ### "NameError: name 'prnt' is not defined"
