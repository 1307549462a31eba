# Exceptions that nobody catches, each with its place.
# ---
print(f"a {1:d} b {'x':d}")  ### "ValueError: Unknown format code 'd' for object of type 'str'"
# ---
"%d" % "x"  ### "TypeError: %d format: a real number is required, not str"
# ---
"{} {}".format(1)  ### "IndexError: Replacement index 1 out of range for positional args tuple"
# ---
[1, 2, 3].index(5)  ### "ValueError: 5 is not in list"
# ---
{1, 2}.remove(5)  ### "KeyError: 5"
# ---
a, b = 1, 2, 3  ### "ValueError: too many values to unpack (expected 2)"
# ---
for a, b in [(1, 2, 3)]: pass  ### "ValueError: too many values to unpack (expected 2)"
# ---
[a for a, b in [1]]  ### "TypeError: cannot unpack non-iterable int object"
# ---
x = (1, 2)
x[0] = 5  ### "TypeError: 'tuple' object does not support item assignment"
# ---
x = "abc"
x[0] = "d"  ### "TypeError: 'str' object does not support item assignment"
# ---
None[0]  ### "TypeError: 'NoneType' object is not subscriptable"
# ---
None()  ### "TypeError: 'NoneType' object is not callable"
# ---
5 in 5  ### "TypeError: argument of type 'int' is not iterable"
# ---
not_defined.attr = 5  ### "NameError: name 'not_defined' is not defined"
# ---
a = 5
a.attr = 5  ### "AttributeError: 'int' object has no attribute 'attr'"
# ---
del [1][5]  ### "IndexError: list assignment index out of range"
# ---
import collections
collections.deque().pop()  ### "IndexError: pop from an empty deque"
# ---
import functools
functools.reduce(lambda a, b: a / b, [1, 0])  ### "ZeroDivisionError: division by zero"
# ---
import itertools
list(itertools.starmap(lambda a: a, [(1, 2)]))  ### "TypeError: <lambda>() takes 1 positional argument but 2 were given"
# ---
from dataclasses import dataclass
@dataclass
class P:
    x: int
P()  ### "TypeError: P.__init__() missing 1 required positional argument: 'x'"
# ---
class A:
    def __getattr__(self, n):
        raise AttributeError(n)  ### "AttributeError: foo"
A().foo
# ---
class A:
    def __getitem__(self, i):
        return self.data[i]  ### "AttributeError: 'A' object has no attribute 'data'"
A()[0]
