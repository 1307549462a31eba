"""range, repr, sets, str and tuple."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: range(5))
attempt(lambda: range())
attempt(lambda: range("a"))
attempt(lambda: range(1.5))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(stop=5))
attempt(lambda: list(range(10, 0, -3)))
attempt(lambda: range(0))
attempt(lambda: range(1, 5, 2))
attempt(lambda: range(None))
attempt(lambda: repr())
attempt(lambda: repr("a'b"))
attempt(lambda: repr('a"b'))
attempt(lambda: repr('a\'b"c'))
attempt(lambda: repr("\x00\x7f\xa0\u200b\ud7ff\U0001f600"))
attempt(lambda: set(5))
attempt(lambda: set("hello") == set("ehlo"))
attempt(lambda: set(1, 2))
attempt(lambda: set([[]]))
attempt(lambda: set())
attempt(lambda: frozenset(5))
attempt(lambda: frozenset([1, 2]))
attempt(lambda: frozenset())
attempt(lambda: str("a", "utf-8"))
attempt(lambda: str())
attempt(lambda: str.upper)
attempt(lambda: tuple([1, 2]))
attempt(lambda: tuple("ab"))
