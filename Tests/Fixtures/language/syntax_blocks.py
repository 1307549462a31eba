# Blocks, colons and indentation.
# ---
if True  ### "SyntaxError: expected ':'"
    pass
# ---
if x = 5:  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    pass
# ---
while x = 5:  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    pass
# ---
for x in: pass  ### "SyntaxError: invalid syntax"
# ---
for x: pass  ### "SyntaxError: invalid syntax"
# ---
for x in y  ### "SyntaxError: expected ':'"
    pass
# ---
while True print(1)  ### "SyntaxError: invalid syntax"
# ---
while:  ### "SyntaxError: invalid syntax"
    pass
# ---
if:  ### "SyntaxError: invalid syntax"
    pass
# ---
else:  ### "SyntaxError: invalid syntax"
    pass
# ---
elif x:  ### "SyntaxError: invalid syntax"
    pass
# ---
if x: pass
else if y: pass  ### "SyntaxError: expected ':'"
# ---
if x:
    pass
elif:  ### "SyntaxError: invalid syntax"
    pass
# ---
try:
    pass  ### "SyntaxError: expected 'except' or 'finally' block"
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
try:
    pass
except ValueError, e:  ### "SyntaxError: multiple exception types must be parenthesized"
    pass
# ---
try:
    pass
except (ValueError, TypeError), e:  ### "SyntaxError: multiple exception types must be parenthesized"
    pass
# ---
try:
    pass
except ValueError as e.x:  ### "SyntaxError: invalid syntax"
    pass
# ---
try:
    pass
finally  ### "SyntaxError: expected ':'"
    pass
# ---
with x  ### "SyntaxError: expected ':'"
    pass
# ---
class A  ### "SyntaxError: expected ':'"
    pass
# ---
class A:  ### "IndentationError: expected an indented block after class definition on line 81"
# ---
class A:
x = 1  ### "IndentationError: expected an indented block after class definition on line 83"
# ---
class 5:  ### "SyntaxError: invalid syntax"
    pass
# ---
class A(:  ### "SyntaxError: invalid syntax"
    pass
# ---
class A:
    return 5  ### "SyntaxError: 'return' outside function"
# ---
class A:
    yield 5  ### "SyntaxError: 'yield' outside function"
# ---
if 1:
    break  ### "SyntaxError: 'break' outside loop"
# ---
for x in y:
    def f():
        break  ### "SyntaxError: 'break' outside loop"
# ---
   x = 1  ### "IndentationError: unexpected indent"
# ---
x = 1
  y = 2  ### "IndentationError: unexpected indent"
# ---
if 1:
    x = 1
      y = 2  ### "IndentationError: unexpected indent"
# ---
if 1:
    x = 1
  y = 2  ### "IndentationError: unindent does not match any outer indentation level"
# ---
if 1:
	x = 1
        y = 2  ### "TabError: inconsistent use of tabs and spaces in indentation"
# ---
if 1:
        x = 1
	y = 2  ### "TabError: inconsistent use of tabs and spaces in indentation"
# ---
for x in y:  ### "IndentationError: expected an indented block after 'for' statement on line 126"
# ---
while x:
# comment  ### "IndentationError: expected an indented block after 'while' statement on line 128"
# ---
if x:

y = 1  ### "IndentationError: expected an indented block after 'if' statement on line 131"
# ---
with x:
y  ### "IndentationError: expected an indented block after 'with' statement on line 135"
# ---
try:
x  ### "IndentationError: expected an indented block after 'try' statement on line 138"
# ---
try:
    x
except:
y  ### "IndentationError: expected an indented block after 'except' statement on line 143"
# ---
try:
    x
finally:
y  ### "IndentationError: expected an indented block after 'finally' statement on line 148"
# ---
if x:
    y
else:
z  ### "IndentationError: expected an indented block after 'else' statement on line 153"
# ---
class A:
    def f(self):
    x  ### "IndentationError: expected an indented block after function definition on line 157"
# ---
if x == 5 and y = 6:  ### "SyntaxError: invalid syntax"
    pass
# ---
if (x = 5):  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    pass
