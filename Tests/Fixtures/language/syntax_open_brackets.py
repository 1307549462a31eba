# Brackets, strings and f-strings that do not close.
# ---
def f(  ### "SyntaxError: '(' was never closed"
# ---
print("a"  ### "SyntaxError: '(' was never closed"
# ---
print "a"  ### "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
# ---
print x, y  ### "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
# ---
exec "a"  ### "SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?"
# ---
x = (1, 2  ### "SyntaxError: '(' was never closed"
y = 3
# ---
x = [1, 2  ### "SyntaxError: '[' was never closed"
# ---
x = {1: 2  ### "SyntaxError: '{' was never closed"
y = 5
# ---
x = 1)  ### "SyntaxError: unmatched ')'"
# ---
x = (1]  ### "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"
# ---
x = [1,
2)  ### "SyntaxError: closing parenthesis ')' does not match opening parenthesis '[' on line 25"
# ---
'abc  ### "SyntaxError: unterminated string literal (detected at line 28)"
# ---
"abc  ### "SyntaxError: unterminated string literal (detected at line 30)"
# ---
'''abc  ### "SyntaxError: unterminated triple-quoted string literal (detected at line 33)"
def
# ---
f"{"  ### "SyntaxError: f-string: expecting '}'"
# ---
f"{}"  ### "SyntaxError: f-string: empty expression not allowed"
# ---
f"{a b}"  ### "SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?"
# ---
f"{a"  ### "SyntaxError: f-string: expecting '}'"
# ---
f"}"  ### "SyntaxError: f-string: single '}' is not allowed"
# ---
f"{a!x}"  ### "SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'"
# ---
f"{a!}"  ### "SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'"
# ---
f"{lambda x: 1}"  ### "SyntaxError: f-string: invalid syntax"
# ---
f"{a\n}"  ### "SyntaxError: f-string expression part cannot include a backslash"
# ---
f'{'a'}'  ### "SyntaxError: f-string: expecting '}'"
# ---
f"{#}"  ### "SyntaxError: f-string expression part cannot include '#'"
# ---
f"{*a}"  ### "SyntaxError: f-string: cannot use starred expression here"
# ---
f"{a:{b:{c}}}"  ### "SyntaxError: f-string: expressions nested too deeply"
# ---
"a" = 1  ### "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?"
# ---
"a" b  ### "SyntaxError: invalid syntax"
# ---
"\x1"  ### "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape"
# ---
"\u12"  ### "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape"
# ---
"\N{nope}"  ### "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name"
# ---
"\U99999999"  ### "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"
# ---
x = {a = 5}  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
# ---
x = [a = 5]  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
# ---
x = (a = 5)  ### "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
