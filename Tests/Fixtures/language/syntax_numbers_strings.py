# Literals that are wrong.
# ---
1 2  ### "SyntaxError: invalid syntax"
# ---
1a  ### "SyntaxError: invalid decimal literal"
# ---
1_  ### "SyntaxError: invalid decimal literal"
# ---
1__0  ### "SyntaxError: invalid decimal literal"
# ---
0777  ### "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
# ---
0b12  ### "SyntaxError: invalid digit '2' in binary literal"
# ---
0o8  ### "SyntaxError: invalid digit '8' in octal literal"
# ---
0xg  ### "SyntaxError: invalid hexadecimal literal"
# ---
0b  ### "SyntaxError: invalid binary literal"
# ---
1.2.3  ### "SyntaxError: invalid syntax"
# ---
1e  ### "SyntaxError: invalid decimal literal"
# ---
1ex  ### "SyntaxError: invalid decimal literal"
# ---
1_a  ### "SyntaxError: invalid decimal literal"
# ---
b"\x1"  ### "SyntaxError: (value error) invalid \x escape at position 0"
# ---
b"a" "b"  ### "SyntaxError: cannot mix bytes and nonbytes literals"
# ---
bu"a"  ### "SyntaxError: invalid syntax"
