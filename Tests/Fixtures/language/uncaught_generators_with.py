# Exceptions that nobody catches, each with its place.
# ---
import math
math.squirt(5)  ### "AttributeError: module 'math' has no attribute 'squirt'"
# ---
"abc".uppr()  ### "AttributeError: 'str' object has no attribute 'uppr'"
# ---
class A:
    def __init__(self):
        self.value = 1
A().valeu  ### "AttributeError: 'A' object has no attribute 'valeu'"
# ---
class A:
    value = 5
A.valeu  ### "AttributeError: type object 'A' has no attribute 'valeu'"
# ---
import maths  ### "ModuleNotFoundError: No module named 'maths'"
# ---
def f(): pass
f.foo  ### "AttributeError: 'function' object has no attribute 'foo'"
# ---
int("abc")  ### "ValueError: invalid literal for int() with base 10: 'abc'"
# ---
a = b = c = undefined  ### "NameError: name 'undefined' is not defined"
# ---
for x in [1, 2, "a"]:
    y = x + 1  ### "TypeError: can only concatenate str (not "int") to str"
# ---
while True:
    raise StopIteration("x")  ### "StopIteration: x"
# ---
x = [1, 2,
     3, undefined,  ### "NameError: name 'undefined' is not defined"
     4]
# ---
x = {
    "a": 1,
    "b": 1 / 0,  ### "ZeroDivisionError: division by zero"
}
# ---
if undefined > 5:  ### "NameError: name 'undefined' is not defined"
    pass
# ---
def f(x: undefined): pass  ### "NameError: name 'undefined' is not defined"
# ---
def f(x=undefined): pass  ### "NameError: name 'undefined' is not defined"
# ---
class A(undefined): pass  ### "NameError: name 'undefined' is not defined"
# ---
class A:
    x = undefined  ### "NameError: name 'undefined' is not defined"
# ---
@undefined  ### "NameError: name 'undefined' is not defined"
def f(): pass
# ---
lambda: undefined
(lambda: undefined)()  ### "NameError: name 'undefined' is not defined"
# ---
f"{undefined}"  ### "NameError: name 'undefined' is not defined"
# ---
f"{1/0}"  ### "ZeroDivisionError: division by zero"
# ---
x = f"""
{1/0}  ### "ZeroDivisionError: division by zero"
"""
