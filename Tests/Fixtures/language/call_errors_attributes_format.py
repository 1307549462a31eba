"""format and the attribute functions with wrong arguments."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: format(5))
attempt(lambda: format(5, "d"))
attempt(lambda: format(5, "s"))
attempt(lambda: format("a", "d"))
attempt(lambda: format(5, 5))
attempt(lambda: format())
attempt(lambda: format(1, "z"))
attempt(lambda: format([], "5"))
attempt(lambda: format(None, "5"))
attempt(lambda: format(None))
attempt(lambda: format(True, "5"))
attempt(lambda: format(True, "d"))
attempt(lambda: getattr(1, "real"))
attempt(lambda: getattr(1, "nope"))
attempt(lambda: getattr(1, "nope", "d"))
attempt(lambda: getattr(1))
attempt(lambda: getattr(1, 5))
attempt(lambda: hasattr(1, "real"))
attempt(lambda: hasattr(1, 5))
attempt(lambda: hasattr(1))
attempt(lambda: setattr(1, "x", 1))
attempt(lambda: setattr(1, 5, 1))
attempt(lambda: setattr(1, "real", 5))
attempt(lambda: delattr(1, "x"))
attempt(lambda: delattr(1, "real"))
