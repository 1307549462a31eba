# Exceptions that nobody catches, each with its place.
# ---
class A:
    __slots__ = ("x",)
A().x  ### "AttributeError: 'A' object has no attribute 'x'"
# ---
class A:
    def __iter__(self): return 5
list(A())  ### "TypeError: iter() returned non-iterator of type 'int'"
# ---
class A:
    def __len__(self): return -1
len(A())  ### "ValueError: __len__() should return >= 0"
# ---
class A:
    def __len__(self): return "a"
len(A())  ### "TypeError: 'str' object cannot be interpreted as an integer"
# ---
class A:
    def __bool__(self): return 5
bool(A())  ### "TypeError: __bool__ should return bool, returned int"
# ---
class A:
    def __repr__(self): return 5
repr(A())  ### "TypeError: __repr__ returned non-string (type int)"
# ---
class A:
    def __hash__(self): return "a"
hash(A())  ### "TypeError: __hash__ method should return an integer"
# ---
class A:
    def __eq__(self, o): return True
hash(A())  ### "TypeError: unhashable type: 'A'"
# ---
class A:
    def __index__(self): return "a"
[1][A()]  ### "TypeError: __index__ returned non-int (type str)"
# ---
class A:
    def __init__(self): return 5
A()  ### "TypeError: __init__() should return None, not 'int'"
# ---
super().foo  ### "RuntimeError: super(): no arguments"
# ---
class A:
    def f(self): super().nope()  ### "AttributeError: 'super' object has no attribute 'nope'"
A().f()
# ---
class A:
    def f(): super().f()  ### "RuntimeError: super(): no arguments"
A.f()
# ---
class A:
    def __format__(self, s): return 5
format(A())  ### "TypeError: __format__ must return a str, not int"
# ---
class A:
    def __contains__(self, x): raise ValueError(x)  ### "ValueError: 1"
1 in A()
# ---
class A:
    def __call__(self, x): return x / 0  ### "ZeroDivisionError: division by zero"
A()(5)
# ---
import typing
typing.Nope  ### "AttributeError: module 'typing' has no attribute 'Nope'"
