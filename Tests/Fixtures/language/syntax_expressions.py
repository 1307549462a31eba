# Operators and expressions that are cut short or do not exist.
# ---
x =  ### "SyntaxError: invalid syntax"
# ---
True = 1  ### "SyntaxError: cannot assign to True"
# ---
{a b}  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
{1: 2, 3}  ### "SyntaxError: ':' expected after dictionary key"
# ---
{1, 2: 3}  ### "SyntaxError: invalid syntax"
# ---
{1:}  ### "SyntaxError: expression expected after dictionary key and ':'"
# ---
{1: 2 3: 4}  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
{**a, b}  ### "SyntaxError: ':' expected after dictionary key"
# ---
{*a: b}  ### "SyntaxError: invalid syntax"
# ---
{1: *a}  ### "SyntaxError: cannot use a starred expression in a dictionary value"
# ---
a b  ### "SyntaxError: invalid syntax"
# ---
a 5  ### "SyntaxError: invalid syntax"
# ---
a "b"  ### "SyntaxError: invalid syntax"
# ---
x = 5 if 1  ### "SyntaxError: expected 'else' after 'if' expression"
# ---
x = 5 if 1 else  ### "SyntaxError: invalid syntax"
# ---
x = if 1 else 2  ### "SyntaxError: invalid syntax"
# ---
{x: y for x in z, 1}  ### "SyntaxError: invalid syntax"
# ---
{**x for x in y}  ### "SyntaxError: dict unpacking cannot be used in dict comprehension"
# ---
*x  ### "SyntaxError: can't use starred expression here"
# ---
x = *y  ### "SyntaxError: can't use starred expression here"
# ---
print(*)  ### "SyntaxError: invalid syntax"
# ---
x = 1
from __future__ import annotations  ### "SyntaxError: from __future__ imports must occur at the beginning of the file"
# ---
not  ### "SyntaxError: invalid syntax"
# ---
a and  ### "SyntaxError: invalid syntax"
# ---
a or or b  ### "SyntaxError: invalid syntax"
# ---
a not b  ### "SyntaxError: invalid syntax"
# ---
a is  ### "SyntaxError: invalid syntax"
# ---
a in  ### "SyntaxError: invalid syntax"
# ---
a <  ### "SyntaxError: invalid syntax"
# ---
a <> b  ### "SyntaxError: invalid syntax"
# ---
a === b  ### "SyntaxError: invalid syntax"
# ---
a =! b  ### "SyntaxError: invalid syntax"
# ---
a && b  ### "SyntaxError: invalid syntax"
# ---
a || b  ### "SyntaxError: invalid syntax"
# ---
!a  ### "SyntaxError: invalid syntax"
# ---
a++  ### "SyntaxError: invalid syntax"
# ---
++a++  ### "SyntaxError: invalid syntax"
# ---
a--  ### "SyntaxError: invalid syntax"
# ---
a ? b : c  ### "SyntaxError: invalid syntax"
# ---
a $ b  ### "SyntaxError: invalid syntax"
# ---
`a`  ### "SyntaxError: invalid syntax"
# ---
a.5  ### "SyntaxError: invalid syntax"
# ---
a.  ### "SyntaxError: invalid syntax"
# ---
a.b.  ### "SyntaxError: invalid syntax"
# ---
a[  ### "SyntaxError: '[' was never closed"
# ---
a[]  ### "SyntaxError: invalid syntax"
# ---
a[1  ### "SyntaxError: '[' was never closed"
# ---
a[1:2:3:4]  ### "SyntaxError: invalid syntax"
# ---
a[1 2]  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
@  ### "SyntaxError: invalid syntax"
# ---
@a  ### "SyntaxError: invalid syntax"
# ---
@a
x = 1  ### "SyntaxError: invalid syntax"
# ---
x = “hello”  ### "SyntaxError: invalid character '“' (U+201C)"
# ---
x = 5；  ### "SyntaxError: invalid character '；' (U+FF1B)"
# ---
print（1）  ### "SyntaxError: invalid character '（' (U+FF08)"
# ---
x = 1 \
y = 2  ### "SyntaxError: invalid syntax"
# ---
x = 10 20  ### "SyntaxError: invalid syntax"
# ---
print(1 2)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
print("a" 5)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
print(a, b="c" d)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
print(x = 5, y)  ### "SyntaxError: positional argument follows keyword argument"
# ---
print(a.b = 5)  ### "SyntaxError: expression cannot contain assignment, perhaps you meant "=="?"
