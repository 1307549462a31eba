# Exceptions that nobody catches, each with its place.
# ---
def f(x):
    return 1 / x  ### "ZeroDivisionError: division by zero"

def g(y):
    z = [f(i) for i in y]
    return z

g([1, 0])
# ---
class A:
    def __init__(self, v):
        self.v = v
    def __add__(self, o):
        raise ValueError("no add")  ### "ValueError: no add"

a = A(1) + A(2)
# ---
try:
    {}["x"]
except KeyError as e:
    raise ValueError("bad") from e  ### "ValueError: bad"
# ---
try:
    {}["x"]
except KeyError as e:
    raise ValueError("bad")  ### "ValueError: bad"
# ---
try:
    {}["x"]
except KeyError as e:
    raise ValueError("bad") from None  ### "ValueError: bad"
# ---
try:
    try:
        1 / 0
    finally:
        [][1]
except IndexError:
    None.foo  ### "AttributeError: 'NoneType' object has no attribute 'foo'"
# ---
def f():
    f()  ### "RecursionError: maximum recursion depth exceeded"
f()
# ---
def f(n):
    if n == 0:
        raise RuntimeError("deep")  ### "RuntimeError: deep"
    f(n - 1)
f(10)
# ---
x = 1
print(x.foo.bar)  ### "AttributeError: 'int' object has no attribute 'foo'"
# ---
foo = {"a": {"b": 1}}
foo["a"]["c"]["d"]  ### "KeyError: 'c'"
# ---
(1 +  ### "TypeError: unsupported operand type(s) for +: 'int' and 'str'"
 2 +
 "a")
# ---
print(
    1,
    2 / 0,  ### "ZeroDivisionError: division by zero"
)
# ---
def f(a, b): pass
f(1,  ### "TypeError: f() takes 2 positional arguments but 3 were given"
  2,
  3)
# ---
lst = [1, 2, 3]
lst[1] + lst[10] * 2  ### "IndexError: list index out of range"
# ---
raise Exception  ### "Exception"
# ---
raise Exception("a", 1)  ### "Exception: ('a', 1)"
# ---
class MyError(Exception):
    pass
raise MyError("hi")  ### "MyError: hi"
# ---
class MyError(Exception):
    def __str__(self):
        return "custom"
raise MyError(1)  ### "MyError: custom"
# ---
class MyError(Exception):
    def __str__(self):
        raise ValueError
raise MyError(1)  ### "MyError: <exception str() failed>"
# ---
class MyError(Exception):
    def __str__(self):
        return 5
raise MyError(1)  ### "MyError: <exception str() failed>"
