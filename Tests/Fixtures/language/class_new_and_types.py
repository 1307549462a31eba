class A:
    def __new__(cls, *args):
        obj = super().__new__(cls)
        obj.made = args
        return obj
    def __init__(self, x): self.x = x
print(A(5).made, A(5).x)
class B:
    def __new__(cls): return 42
print(B(), type(B()))
class Pos(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
p = Pos(3, 4)
print(p, p.x, len(p), p == (3, 4), type(p).__name__, isinstance(p, tuple), p + (5,))
class Upper(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
print(Upper("abc"), type(Upper("a")).__name__, Upper("a") + "b", len(Upper("abc")))
T = type("T", (object,), {"x": 1, "f": lambda self: self.x})
print(T().f(), T.__name__, T.__mro__[1], type(T))
U = type("U", (T,), {})
print(U().x, issubclass(U, T), U.__bases__)
print(type(5) is int, type(type), type(None)(), isinstance(int, type), isinstance(5, type))
try:
    A()
except TypeError as error:
    print(error)
try:
    object().x = 1
except AttributeError as error:
    print(error)
try:
    (5).x = 1
except AttributeError as error:
    print(error)
try:
    int.x = 1
except TypeError as error:
    print(error)
