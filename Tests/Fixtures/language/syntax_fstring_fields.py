f"{!r}"  ### "SyntaxError: f-string: expression required before '!'"
# ---
f"{:x}"  ### "SyntaxError: f-string: expression required before ':'"
# ---
f"{=}"  ### "SyntaxError: f-string: expression required before '='"
# ---
f"{}"  ### "SyntaxError: f-string: empty expression not allowed"
# ---
f"{ }"  ### "SyntaxError: f-string: empty expression not allowed"
# ---
d = {'name': 1}
print(f'{d['name']}')  ### "SyntaxError: f-string: unmatched '['"
# ---
d = {'name': 1}
print(f"{d["name"]}")  ### "SyntaxError: f-string: unmatched '['"
# ---
print(f'{d['b']}')  ### "SyntaxError: f-string: unmatched '['"
# ---
print(f'{d['fx']} and {d['rb']}')  ### "SyntaxError: f-string: unmatched '['"
# ---
print(f'{', '.join(x)}')  ### "SyntaxError: f-string: expecting '}'"
# ---
print(f"{'\n'.join(x)}")  ### "SyntaxError: f-string expression part cannot include a backslash"
# ---
print(f"{x!}")  ### "SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'"
# ---
print(f"{x:{y}")  ### "SyntaxError: f-string: expecting '}'"
# ---
print(f"{x:{y}}}")  ### "SyntaxError: f-string: single '}' is not allowed"
# ---
x = 01  ### "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
# ---
x = 0001  ### "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
# ---
x = 00_01  ### "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
# ---
f'{x  ### "SyntaxError: unterminated string literal (detected at line 37)"
}'
