# Exceptions that ask for certain arguments.
def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: UnicodeDecodeError("utf-8", b"abc", 0, 1, "bad"))
attempt(lambda: UnicodeEncodeError("utf-8", "abc", 0, 2, "bad"))
attempt(lambda: repr(UnicodeDecodeError("utf-8", b"abc", 0, 1, "bad")))
attempt(lambda: UnicodeDecodeError("a"))
attempt(lambda: UnicodeDecodeError("utf-8", b"abc", 0, 1, "bad", 1))
attempt(lambda: UnicodeDecodeError(1, b"a", 0, 1, "x"))
attempt(lambda: UnicodeDecodeError("a", "a", 0, 1, "x"))
attempt(lambda: UnicodeEncodeError("a", b"a", 0, 1, "x"))
attempt(lambda: UnicodeEncodeError("a", "a", "b", 1, "x"))
attempt(lambda: SyntaxError("a", "b"))
attempt(lambda: SyntaxError("a", 5))
attempt(lambda: SyntaxError("a", (1, 2, 3, 4, 5, 6, 7)))
attempt(lambda: SyntaxError("a", ("f", 1, 2, "text", 1)))
attempt(lambda: SyntaxError("a", ("folder/f.py", 1, 2, "text")))
attempt(lambda: SyntaxError("a", (None, 7, 2, "text")))
attempt(lambda: IndentationError("a", ("f", 3, 4, "text")))
error = SyntaxError("a", ("f", 1, 2, "text", 3, 4))
print(error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
print(repr(error), SyntaxError().msg, SyntaxError("x"), SyntaxError("x").filename, SyntaxError("x", "y", "z").args)

# Places that no text has.
for start, end in [(0, -(2**63)), (-(2**63), 2**63 - 1), (2**63 - 1, -(2**63)), (-5, 2), (1, 1), (2, 1), (3, 4), (2, 3)]:
    print(UnicodeDecodeError("utf-8", b"abc", start, end, "bad"))
    print(UnicodeEncodeError("utf-8", "abc", start, end, "bad"))
