import warnings


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", None))


def annotate():
    try:
        int("x")
    except ValueError as e:
        e.add_note("while reading the header")
        e.add_note("line 3")
        raise


attempt(annotate)
print(issubclass(UserWarning, Warning), issubclass(DeprecationWarning, Exception))
try:
    raise UserWarning("raised as an error")
except Warning as w:
    print(repr(w))
e = ValueError("v")
e.__notes__ = ["set directly"]
attempt(lambda: (_ for _ in ()).throw(e))
