# Parameters, arguments, lambdas.
# ---
def f():
pass  ### "IndentationError: expected an indented block after function definition on line 3"
# ---
def f:  ### "SyntaxError: expected '('"
    pass
# ---
def f()  ### "SyntaxError: expected ':'"
    pass
# ---
def 5():  ### "SyntaxError: invalid syntax"
    pass
# ---
def f(a, a):  ### "SyntaxError: duplicate argument 'a' in function definition"
    pass
# ---
def f(a=1, b):  ### "SyntaxError: non-default argument follows default argument"
    pass
# ---
def f(*):  ### "SyntaxError: named arguments must follow bare *"
    pass
# ---
def f(*, **k):  ### "SyntaxError: named arguments must follow bare *"
    pass
# ---
def f(**k, a):  ### "SyntaxError: arguments cannot follow var-keyword argument"
    pass
# ---
def f(*a, *b):  ### "SyntaxError: * argument may appear only once"
    pass
# ---
def f(**a, **b):  ### "SyntaxError: arguments cannot follow var-keyword argument"
    pass
# ---
def f(a, /, b, /):  ### "SyntaxError: / may appear only once"
    pass
# ---
def f(*, a, /):  ### "SyntaxError: / must be ahead of *"
    pass
# ---
def f(/, a):  ### "SyntaxError: at least one argument must precede /"
    pass
# ---
def f((a, b)):  ### "SyntaxError: Function parameters cannot be parenthesized"
    pass
# ---
def f(a.b):  ### "SyntaxError: invalid syntax"
    pass
# ---
def f(5):  ### "SyntaxError: invalid syntax"
    pass
# ---
def f("a"):  ### "SyntaxError: invalid syntax"
    pass
# ---
def f(a b):  ### "SyntaxError: invalid syntax"
    pass
# ---
def f(a,,b):  ### "SyntaxError: invalid syntax"
    pass
# ---
lambda x, x: 1  ### "SyntaxError: duplicate argument 'x' in function definition"
# ---
lambda x=1, y: 1  ### "SyntaxError: non-default argument follows default argument"
# ---
lambda *: 1  ### "SyntaxError: named arguments must follow bare *"
# ---
f(a=1, 2)  ### "SyntaxError: positional argument follows keyword argument"
# ---
f(**a, *b)  ### "SyntaxError: iterable argument unpacking follows keyword argument unpacking"
# ---
f(**a, b)  ### "SyntaxError: positional argument follows keyword argument unpacking"
# ---
f(a=1, a=2)  ### "SyntaxError: keyword argument repeated: a"
# ---
f(1=2)  ### "SyntaxError: expression cannot contain assignment, perhaps you meant "=="?"
# ---
f(a.b=2)  ### "SyntaxError: expression cannot contain assignment, perhaps you meant "=="?"
# ---
f(True=2)  ### "SyntaxError: cannot assign to True"
# ---
f(x for x in y, 1)  ### "SyntaxError: Generator expression must be parenthesized"
# ---
f(1, x for x in y)  ### "SyntaxError: Generator expression must be parenthesized"
# ---
f(a b)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
f(a, b c)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
f(,)  ### "SyntaxError: invalid syntax"
# ---
f(a,,b)  ### "SyntaxError: invalid syntax"
# ---
def f():
    continue  ### "SyntaxError: 'continue' not properly in loop"
# ---
def f():
    nonlocal x  ### "SyntaxError: no binding for nonlocal 'x' found"
# ---
def f():
    x = 1
    global x  ### "SyntaxError: name 'x' is assigned to before global declaration"
# ---
def f(x):
    global x  ### "SyntaxError: name 'x' is parameter and global"
# ---
def f():
    print(x)
    global x  ### "SyntaxError: name 'x' is used prior to global declaration"
# ---
def f(x):
    nonlocal x  ### "SyntaxError: name 'x' is parameter and nonlocal"
# ---
def f():
    global x  ### "SyntaxError: name 'x' is nonlocal and global"
    nonlocal x
# ---
def f():
    x: int = 5
    global x  ### "SyntaxError: annotated name 'x' can't be global"
# ---
def f():
    def g():
        x = 1
        nonlocal x  ### "SyntaxError: name 'x' is assigned to before nonlocal declaration"
    x = 1
# ---
def f():
    from math import *  ### "SyntaxError: import * only allowed at module level"
# ---
lambda  ### "SyntaxError: invalid syntax"
# ---
lambda x  ### "SyntaxError: invalid syntax"
# ---
def f() -> : pass  ### "SyntaxError: expected ':'"
# ---
def f() ->: pass  ### "SyntaxError: expected ':'"
# ---
def f(a: ): pass  ### "SyntaxError: invalid syntax"
# ---
def f(a=): pass  ### "SyntaxError: expected default value expression"
# ---
f(a=)  ### "SyntaxError: invalid syntax"
# ---
f(a=, b)  ### "SyntaxError: invalid syntax"
# ---
def f():
    x = 1
   y = 2  ### "IndentationError: unindent does not match any outer indentation level"
# ---
def f():
    if x:
    y  ### "IndentationError: expected an indented block after 'if' statement on line 153"
# ---
f(a[0]=5)  ### "SyntaxError: expression cannot contain assignment, perhaps you meant "=="?"
