# return, yield, break, global and nonlocal in the wrong place.
# ---
return 5  ### "SyntaxError: 'return' outside function"
# ---
yield 5  ### "SyntaxError: 'yield' outside function"
# ---
x = yield 5  ### "SyntaxError: 'yield' outside function"
# ---
break  ### "SyntaxError: 'break' outside loop"
# ---
continue  ### "SyntaxError: 'continue' not properly in loop"
# ---
nonlocal x  ### "SyntaxError: nonlocal declaration not allowed at module level"
# ---
x = 1
global x  ### "SyntaxError: name 'x' is assigned to before global declaration"
# ---
global  ### "SyntaxError: invalid syntax"
# ---
global x,  ### "SyntaxError: invalid syntax"
# ---
break 5  ### "SyntaxError: invalid syntax"
# ---
return  ### "SyntaxError: 'return' outside function"
