# Exceptions that nobody catches, each with its place.
# ---
class A:
    @property
    def x(self):
        return self.y  ### "AttributeError: 'A' object has no attribute 'y'"
A().x
# ---
class A:
    def m(self): pass
A.m()  ### "TypeError: A.m() missing 1 required positional argument: 'self'"
# ---
class A:
    def m(self): pass
A().m(1)  ### "TypeError: A.m() takes 1 positional argument but 2 were given"
# ---
class A:
    def __init__(self, x): pass
A()  ### "TypeError: A.__init__() missing 1 required positional argument: 'x'"
# ---
class A: pass
A(1)  ### "TypeError: A() takes no arguments"
# ---
class A: pass
A() < A()  ### "TypeError: '<' not supported between instances of 'A' and 'A'"
# ---
class A: pass
A() + 1  ### "TypeError: unsupported operand type(s) for +: 'A' and 'int'"
# ---
class A: pass
-A()  ### "TypeError: bad operand type for unary -: 'A'"
# ---
class A: pass
A()[0]  ### "TypeError: 'A' object is not subscriptable"
# ---
class A: pass
A()()  ### "TypeError: 'A' object is not callable"
# ---
class A: pass
len(A())  ### "TypeError: object of type 'A' has no len()"
# ---
class A: pass
for x in A(): pass  ### "TypeError: 'A' object is not iterable"
# ---
class A(int, str): pass  ### "TypeError: multiple bases have instance lay-out conflict"
# ---
class A(A): pass  ### "NameError: name 'A' is not defined"
# ---
def f():
    return undefined  ### "NameError: name 'undefined' is not defined"
try:
    f()
except NameError as e:
    print(e)
    raise
# ---
def f():
    return undefined  ### "NameError: name 'undefined' is not defined"
try:
    f()
except NameError as e:
    err = e
raise err
# ---
try:
    1/0
except ZeroDivisionError as e:
    pass
print(e)  ### "NameError: name 'e' is not defined"
# ---
try:
    raise ValueError(1)
except ValueError:
    try:
        raise TypeError(2)
    except TypeError:
        raise KeyError(3)  ### "KeyError: 3"
# ---
def a():
    try:
        b()
    except Exception as e:
        raise RuntimeError("a failed") from e  ### "RuntimeError: a failed"
def b():
    try:
        c()
    except Exception as e:
        raise RuntimeError("b failed") from e
def c():
    raise OSError("disk")
a()
# ---
quit()  ### "SystemExit: None"
# ---
print("before"); 1/0; print("after")  ### "ZeroDivisionError: division by zero"
