x = = 1  ### "SyntaxError: invalid syntax"
# ---
if True  ### "SyntaxError: expected ':'"
    pass
# ---
def f(:  ### "SyntaxError: invalid syntax"
    pass
# ---
print("a"  ### "SyntaxError: '(' was never closed"
# ---
x = (1, 2  ### "SyntaxError: '(' was never closed"
y = 3
# ---
for x in range(3)  ### "SyntaxError: expected ':'"
    pass
# ---
  x = 1  ### "IndentationError: unexpected indent"
# ---
if True:
pass  ### "IndentationError: expected an indented block after 'if' statement on line 19"
# ---
def f():
    x = 1
      y = 2  ### "IndentationError: unexpected indent"
# ---
if True:
    x = 1
  y = 2  ### "IndentationError: unindent does not match any outer indentation level"
# ---
x = 'unterminated  ### "SyntaxError: unterminated string literal (detected at line 30)"
# ---
x = """unterminated  ### "SyntaxError: unterminated triple-quoted string literal (detected at line 32)"
# ---
return 5  ### "SyntaxError: 'return' outside function"
# ---
break  ### "SyntaxError: 'break' outside loop"
# ---
continue  ### "SyntaxError: 'continue' not properly in loop"
# ---
yield 1  ### "SyntaxError: 'yield' outside function"
# ---
def f():
    nonlocal x  ### "SyntaxError: no binding for nonlocal 'x' found"
# ---
def f(a, a): pass  ### "SyntaxError: duplicate argument 'a' in function definition"
# ---
def f(a=1, b): pass  ### "SyntaxError: non-default argument follows default argument"
# ---
f(a=1, 2)  ### "SyntaxError: positional argument follows keyword argument"
# ---
f(**k, *a)  ### "SyntaxError: iterable argument unpacking follows keyword argument unpacking"
# ---
1 = x  ### "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"
# ---
f() = 1  ### "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"
# ---
x + 1 = 2  ### "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"
# ---
None = 1  ### "SyntaxError: cannot assign to None"
# ---
del f()  ### "SyntaxError: cannot delete function call"
# ---
a, b += 1  ### "SyntaxError: 'tuple' is an illegal expression for augmented assignment"
# ---
(x for x in y) = 1  ### "SyntaxError: cannot assign to generator expression"
# ---
class = 5  ### "SyntaxError: invalid syntax"
# ---
x = 5 5  ### "SyntaxError: invalid syntax"
# ---
x = [1, 2  ### "SyntaxError: '[' was never closed"
# ---
x = (1]  ### "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"
# ---
)  ### "SyntaxError: unmatched ')'"
# ---
def f():
    global x
    x = 1
    def g():
        nonlocal x  ### "SyntaxError: no binding for nonlocal 'x' found"
# ---
def f():
    x = 1
    global x  ### "SyntaxError: name 'x' is assigned to before global declaration"
# ---
f"{x"  ### "SyntaxError: f-string: expecting '}'"
# ---
f"{}"  ### "SyntaxError: f-string: empty expression not allowed"
# ---
f"{x!z}"  ### "SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'"
# ---
f"}"  ### "SyntaxError: f-string: single '}' is not allowed"
# ---
x = 0777  ### "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
# ---
x = 1__0  ### "SyntaxError: invalid decimal literal"
# ---
x = 0b12  ### "SyntaxError: invalid digit '2' in binary literal"
# ---
x = 1a  ### "SyntaxError: invalid decimal literal"
# ---
"\N{no such name}"  ### "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name"
# ---
"\xZZ"  ### "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: truncated \xXX escape"
# ---
a = $  ### "SyntaxError: invalid syntax"
# ---
a = b?  ### "SyntaxError: invalid syntax"
# ---
else:  ### "SyntaxError: invalid syntax"
    pass
# ---
try:
    pass
x = 1  ### "SyntaxError: expected 'except' or 'finally' block"
# ---
try:
    pass
except:  ### "SyntaxError: default 'except:' must be last"
    pass
except ValueError:
    pass
# ---
import  ### "SyntaxError: invalid syntax"
# ---
from x import  ### "SyntaxError: invalid syntax"
# ---
lambda: (yield) = 1  ### "SyntaxError: cannot assign to lambda"
# ---
if x = 1:  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    pass
# ---
print "hello"  ### "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
# ---
f(x for x in y, 1)  ### "SyntaxError: Generator expression must be parenthesized"
# ---
*a = 1  ### "SyntaxError: starred assignment target must be in a list or tuple"
# ---
*a, *b = 1, 2  ### "SyntaxError: multiple starred expressions in assignment"
# ---
x = *a  ### "SyntaxError: can't use starred expression here"
# ---
{1: 2, 3}  ### "SyntaxError: ':' expected after dictionary key"
# ---
{1, 2: 3}  ### "SyntaxError: invalid syntax"
# ---
a := 1  ### "SyntaxError: invalid syntax"
# ---
def f(*): pass  ### "SyntaxError: named arguments must follow bare *"
# ---
def f(**k, a): pass  ### "SyntaxError: arguments cannot follow var-keyword argument"
# ---
def f(a, /, b, /): pass  ### "SyntaxError: / may appear only once"
# ---
not = 1  ### "SyntaxError: invalid syntax"
# ---
x = not  ### "SyntaxError: invalid syntax"
# ---
with open("x") as 5: pass  ### "SyntaxError: cannot assign to literal"
# ---
for 1 in x: pass  ### "SyntaxError: cannot assign to literal"
# ---
[x for x in]  ### "SyntaxError: invalid syntax"
# ---
class A  ### "SyntaxError: expected ':'"
    pass
# ---
while 1  ### "SyntaxError: expected ':'"
    pass
# ---
"a" = 1  ### "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"
# ---
a.b: int: 5  ### "SyntaxError: invalid syntax"
# ---
assert  ### "SyntaxError: invalid syntax"
# ---
raise x from  ### "SyntaxError: invalid syntax"
# ---
@  ### "SyntaxError: invalid syntax"
def f(): pass
# ---
i++  ### "SyntaxError: invalid syntax"
# ---
x = {1, 2
y = 3)  ### "SyntaxError: closing parenthesis ')' does not match opening parenthesis '{' on line 185"
# ---
def f()  ### "SyntaxError: expected ':'"
    pass
# ---
x = 1 +  ### "SyntaxError: invalid syntax"
# ---
f(1 2)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
[1 2]  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
if x:  ### "IndentationError: expected an indented block after 'if' statement on line 197"
# ---
True = 1  ### "SyntaxError: cannot assign to True"
# ---
f(True=1)  ### "SyntaxError: cannot assign to True"
# ---
f(a.b=1)  ### "SyntaxError: expression cannot contain assignment, perhaps you meant "=="?"
# ---
f(a=1, a=2)  ### "SyntaxError: keyword argument repeated: a"
