# Exceptions that nobody catches, each with its place.
# ---
1 < "a" < 3  ### "TypeError: '<' not supported between instances of 'int' and 'str'"
# ---
"a" in 5  ### "TypeError: argument of type 'int' is not iterable"
# ---
not undefined  ### "NameError: name 'undefined' is not defined"
# ---
-"a"  ### "TypeError: bad operand type for unary -: 'str'"
# ---
a = 5; a @ a  ### "TypeError: unsupported operand type(s) for @: 'int' and 'int'"
# ---
a = []; a += 5  ### "TypeError: 'int' object is not iterable"
# ---
a = 5; a += "x"  ### "TypeError: unsupported operand type(s) for +=: 'int' and 'str'"
# ---
a = [1, 2]; a["x"] += 1  ### "TypeError: list indices must be integers or slices, not str"
# ---
*a, = 5  ### "TypeError: cannot unpack non-iterable int object"
# ---
print(*5)  ### "TypeError: print() argument after * must be an iterable, not int"
# ---
print(**5)  ### "TypeError: print() argument after ** must be a mapping, not int"
# ---
def f(**k): pass
f(**{"a": 1}, **{"a": 2})  ### "TypeError: __main__.f() got multiple values for keyword argument 'a'"
# ---
def f(a): pass
f(1, a=2)  ### "TypeError: f() got multiple values for argument 'a'"
# ---
def f(a, *, b): pass
f(1)  ### "TypeError: f() missing 1 required keyword-only argument: 'b'"
# ---
def f(a, /): pass
f(a=1)  ### "TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'"
# ---
def f(): pass
f(x=1)  ### "TypeError: f() got an unexpected keyword argument 'x'"
# ---
def f(a, b, c): pass
f()  ### "TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'"
# ---
def f(a, b=1): pass
f(1, 2, 3)  ### "TypeError: f() takes from 1 to 2 positional arguments but 3 were given"
# ---
def f(*, a): pass
f(1)  ### "TypeError: f() takes 0 positional arguments but 1 was given"
# ---
def f(alpha, beta): pass
f(alpha=1, btea=2)  ### "TypeError: f() got an unexpected keyword argument 'btea'"
# ---
global_x = 1
def f():
    del global_x  ### "UnboundLocalError: cannot access local variable 'global_x' where it is not associated with a value"
f()
# ---
class A:
    __slots__ = ("x",)
A().y = 5  ### "AttributeError: 'A' object has no attribute 'y'"
