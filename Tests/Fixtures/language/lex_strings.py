print('a' "b" '''c''' """d""")
print("a\nb\tc\\d\'e\"f\a\b\f\v\0".encode())
print("\x41\u0042\U00000043\103\N{LATIN SMALL LETTER E WITH ACUTE}")
print(r"\n\t" R'\x', b"bytes\x00" rb"\n", len(r"\\"))
print('it''s', "tab	inside", 'multi\
line')
print("""one
  two
three""", '''"quoted"''')
print(repr("\1\12\1234"), "\q" == "\\q")
print("😀é漢".encode(), len("e\u0301"), "\ud83d" == "\ud83d")
print("a" * 3 + "b" * 0 + "c")
print('\'', "\"", '"', "'")
print("" "" == "", "\\", "/", "%", "{}")
