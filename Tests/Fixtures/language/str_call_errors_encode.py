"""encode with error handlers; maketrans and translate."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: "abc".encode())
attempt(lambda: "é".encode("ascii"))
attempt(lambda: "é".encode("ascii", "ignore"))
attempt(lambda: "é".encode("ascii", "replace"))
attempt(lambda: "é".encode("ascii", "backslashreplace"))
attempt(lambda: "é".encode("ascii", "xmlcharrefreplace"))
attempt(lambda: "é".encode("latin-1"))
attempt(lambda: "é".encode("utf-16"))
attempt(lambda: "é".encode("utf-32"))
attempt(lambda: "é".encode("nope"))
attempt(lambda: "é".encode("ascii", "nope"))
attempt(lambda: "€".encode("latin-1"))
attempt(lambda: str.maketrans("ab", "xy"))
attempt(lambda: str.maketrans("ab", "xyz"))
attempt(lambda: str.maketrans({"a": "x", 98: None}))
attempt(lambda: str.maketrans({"ab": "x"}))
attempt(lambda: str.maketrans("a"))
attempt(lambda: str.maketrans("ab", "xy", "z"))
attempt(lambda: str.maketrans(5))
attempt(lambda: str.maketrans({1.5: "x"}))
attempt(lambda: "abcz".translate(str.maketrans("ab", "xy", "z")))
attempt(lambda: "abc".translate({97: "A", 98: None, 99: 100}))
attempt(lambda: "abc".translate({97: 1.5}))
attempt(lambda: "abc".translate("x"))
attempt(lambda: "abc".translate(5))
