def f(x):
    return 1 / x  ### "ZeroDivisionError: division by zero"

print("before")
f(0)
print("after")
# ---
x = [1, 2]
x[5]  ### "IndexError: list index out of range"
# ---
undefined  ### "NameError: name 'undefined' is not defined"
# ---
class E(Exception): pass
raise E("custom", 1)  ### "E: ('custom', 1)"
# ---
{"a": 1}["b"]  ### "KeyError: 'b'"
# ---
a, b = [1, 2, 3]  ### "ValueError: too many values to unpack (expected 2)"
# ---
a, b, c = [1, 2]  ### "ValueError: not enough values to unpack (expected 3, got 2)"
# ---
a, *b, c = [1]  ### "ValueError: not enough values to unpack (expected at least 2, got 1)"
# ---
a, b = 5  ### "TypeError: cannot unpack non-iterable int object"
# ---
def f(a):
    pass
f()  ### "TypeError: f() missing 1 required positional argument: 'a'"
# ---
raise ValueError  ### "ValueError"
# ---
raise ValueError("one", "two")  ### "ValueError: ('one', 'two')"
# ---
try:
    1 / 0
except ZeroDivisionError:
    int("x")  ### "ValueError: invalid literal for int() with base 10: 'x'"
# ---
None.x  ### "AttributeError: 'NoneType' object has no attribute 'x'"
# ---
"abc".uper()  ### "AttributeError: 'str' object has no attribute 'uper'"
# ---
for i in 5:  ### "TypeError: 'int' object is not iterable"
    pass
# ---
print(undefned := 1, undefined2)  ### "NameError: name 'undefined2' is not defined"
# ---
assert 1 > 2, "math works"  ### "AssertionError: math works"
# ---
assert False  ### "AssertionError"
# ---
raise KeyError("the key")  ### "KeyError: 'the key'"
# ---
raise StopIteration  ### "StopIteration"
# ---
[1, 2, 3].sort(key=5)  ### "TypeError: 'int' object is not callable"
# ---
def g():
    yield 1
    raise RuntimeError("in generator")  ### "RuntimeError: in generator"
for x in g():
    print(x)
# ---
class C:
    def __getattr__(self, name):
        raise AttributeError(name)  ### "AttributeError: zzz"
C().zzz
# ---
int("12a")  ### "ValueError: invalid literal for int() with base 10: '12a'"
