class MyError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
try:
    raise MyError(5, "bad")
except MyError as error:
    print(error, repr(error), error.args, error.code)
try:
    raise ValueError
except ValueError as error:
    print(repr(error), str(error), error.args)
try:
    try:
        1 / 0
    except ZeroDivisionError as inner:
        raise KeyError("outer") from inner
except KeyError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("x")
except KeyError as error:
    print(repr(error.__context__), error.__cause__)
try:
    try:
        raise ValueError(1)
    except ValueError:
        raise
except ValueError as error:
    print("again", error)
try:
    raise ValueError("a") from None
except ValueError as error:
    print(error.__cause__, error.__context__, error.__suppress_context__)
for bad in (5, "text", int, None):
    try:
        raise bad
    except TypeError as error:
        print(error)
print(issubclass(KeyError, LookupError), issubclass(MyError, Exception), isinstance(MyError(1, 2), BaseException))
print(str(KeyError("k")), str(ValueError("a", 1)), str(Exception()), repr(IndexError("i", 2)))
e = ValueError("x")
e.note = 5
print(e.note, e.with_traceback(None) is e, e == ValueError("x"))
try:
    assert 1 == 2, "message"
except AssertionError as error:
    print(error)
try:
    assert []
except AssertionError as error:
    print(repr(error))
