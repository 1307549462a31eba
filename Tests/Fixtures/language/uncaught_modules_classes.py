# Exceptions that nobody catches, each with its place.
# ---
x = lambda: (
    1 / 0  ### "ZeroDivisionError: division by zero"
)
x()
# ---
s = "é" + 1  ### "TypeError: can only concatenate str (not "int") to str"
# ---
ключ = "日本" + 1  ### "TypeError: can only concatenate str (not "int") to str"
# ---
x = "日本語", 1 / 0  ### "ZeroDivisionError: division by zero"
# ---
	
if 1:
	1 / 0  ### "ZeroDivisionError: division by zero"
# ---
result = (lambda a, b: a / b)(1, 0) + len([1, 2]) * 5  ### "ZeroDivisionError: division by zero"
# ---
a = [1]
a[0][1]  ### "TypeError: 'int' object is not subscriptable"
# ---
a = [1]
a[0].foo.bar()  ### "AttributeError: 'int' object has no attribute 'foo'"
# ---
a = {"x": None}
a["x"]["y"] = 5  ### "TypeError: 'NoneType' object does not support item assignment"
# ---
a = {"x": None}
a["x"].y += 5  ### "AttributeError: 'NoneType' object has no attribute 'y'"
# ---
x = 5
x()[0]  ### "TypeError: 'int' object is not callable"
# ---
x = 5
x(1, 2)  ### "TypeError: 'int' object is not callable"
# ---
print(len(5) + 1)  ### "TypeError: object of type 'int' has no len()"
# ---
foo(bar(1))  ### "NameError: name 'foo' is not defined"
# ---
x = yy if 1 else 2  ### "NameError: name 'yy' is not defined"
# ---
x = [i / 0 for i in range(3)]  ### "ZeroDivisionError: division by zero"
# ---
x = {i: 1 / i for i in range(3)}  ### "ZeroDivisionError: division by zero"
# ---
x = sum(1 / i for i in range(3))  ### "ZeroDivisionError: division by zero"
# ---
raise ValueError("x") from TypeError("y")  ### "ValueError: x"
# ---
raise 5  ### "TypeError: exceptions must derive from BaseException"
# ---
raise ValueError from 5  ### "TypeError: exception causes must derive from BaseException"
