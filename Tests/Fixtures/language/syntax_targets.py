# What cannot be assigned to, deleted or annotated.
# ---
x + 1 = 5  ### "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"
# ---
5 = x  ### "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"
# ---
f() = 5  ### "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?"
# ---
None = 5  ### "SyntaxError: cannot assign to None"
# ---
[1, 2] = x  ### "SyntaxError: cannot assign to literal"
# ---
(a, 1) = x  ### "SyntaxError: cannot assign to literal"
# ---
a, b + 1 = 5  ### "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"
# ---
x += 1 += 2  ### "SyntaxError: invalid syntax"
# ---
(a, b) += 1  ### "SyntaxError: 'tuple' is an illegal expression for augmented assignment"
# ---
[a] += 1  ### "SyntaxError: 'list' is an illegal expression for augmented assignment"
# ---
f() += 1  ### "SyntaxError: 'function call' is an illegal expression for augmented assignment"
# ---
1 += 1  ### "SyntaxError: 'literal' is an illegal expression for augmented assignment"
# ---
del 5  ### "SyntaxError: cannot delete literal"
# ---
del f()  ### "SyntaxError: cannot delete function call"
# ---
del a + b  ### "SyntaxError: cannot delete expression"
# ---
del (a, 5)  ### "SyntaxError: cannot delete literal"
# ---
del None  ### "SyntaxError: cannot delete None"
# ---
for 5 in x: pass  ### "SyntaxError: cannot assign to literal"
# ---
for f() in x: pass  ### "SyntaxError: cannot assign to function call"
# ---
for in x: pass  ### "SyntaxError: invalid syntax"
# ---
with open as 5:  ### "SyntaxError: cannot assign to literal"
    pass
# ---
with x as f():  ### "SyntaxError: cannot assign to function call"
    pass
# ---
[a b]  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
[1, 2 3]  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
(a b)  ### "SyntaxError: invalid syntax. Perhaps you forgot a comma?"
# ---
[x for x in]  ### "SyntaxError: invalid syntax"
# ---
[x for 5 in y]  ### "SyntaxError: cannot assign to literal"
# ---
[x, y for x in z]  ### "SyntaxError: did you forget parentheses around the comprehension target?"
# ---
[x if y for x in z else 1]  ### "SyntaxError: expected 'else' after 'if' expression"
# ---
[for x in y]  ### "SyntaxError: invalid syntax"
# ---
[*x for x in y]  ### "SyntaxError: iterable unpacking cannot be used in comprehension"
# ---
(*x)  ### "SyntaxError: cannot use starred expression here"
# ---
*x = 5  ### "SyntaxError: starred assignment target must be in a list or tuple"
# ---
*a, *b = 5  ### "SyntaxError: multiple starred expressions in assignment"
# ---
global x = 5  ### "SyntaxError: invalid syntax"
# ---
x := 5  ### "SyntaxError: invalid syntax"
# ---
(x.y := 5)  ### "SyntaxError: cannot use assignment expressions with attribute"
# ---
(x[0] := 5)  ### "SyntaxError: cannot use assignment expressions with subscript"
# ---
(1 := 5)  ### "SyntaxError: cannot use assignment expressions with literal"
# ---
f(x := 5 = 3)  ### "SyntaxError: invalid syntax"
# ---
x = y := 5  ### "SyntaxError: invalid syntax"
# ---
x: int: str  ### "SyntaxError: invalid syntax"
# ---
x, y: int  ### "SyntaxError: only single target (not tuple) can be annotated"
# ---
(x, y): int = 5  ### "SyntaxError: only single target (not tuple) can be annotated"
# ---
[x]: int  ### "SyntaxError: only single target (not list) can be annotated"
# ---
f(): int  ### "SyntaxError: illegal target for annotation"
# ---
x:  ### "SyntaxError: invalid syntax"
# ---
5: int  ### "SyntaxError: illegal target for annotation"
# ---
é = 5
x€ = 5  ### "SyntaxError: invalid character '€' (U+20AC)"
