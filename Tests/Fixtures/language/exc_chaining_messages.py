def convert(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"cannot convert {text!r}") from error
try:
    convert("x")
except RuntimeError as error:
    print(error, "<-", error.__cause__, error.__suppress_context__)
try:
    try:
        {}["k"]
    except KeyError:
        [][0]
except IndexError as error:
    print(error, "<-", repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("clean") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    raise ValueError from TypeError
except ValueError as error:
    print(repr(error.__cause__))
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
class Retry(Exception): pass
def attempt(n):
    try:
        if n < 2:
            raise Retry(n)
        return n
    except Retry as r:
        return attempt(r.args[0] + 1)
print(attempt(0))
try:
    raise
except RuntimeError as error:
    print(error)
