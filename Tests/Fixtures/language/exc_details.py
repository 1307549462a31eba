def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


e = ValueError("a", 2)
print(e, repr(e), e.args, str(ValueError()), repr(ValueError("x")), ValueError("x").args[0])
print(repr(KeyError("k")), str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")))
print(OSError(2, "gone").errno, OSError(2, "gone").strerror, OSError(2, "gone", "f.txt").filename)
print(repr(OSError(2, "gone")), type(OSError(2, "gone")).__name__, type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__)
print(StopIteration(5).value, SystemExit(3).code, SystemExit().code, ImportError("m", name="n", path="p").name)
print(AttributeError("x", name="n", obj=5).obj, NameError("x", name="q").name)
print(issubclass(KeyError, LookupError), issubclass(IndexError, LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print(issubclass(FileNotFoundError, OSError), issubclass(ModuleNotFoundError, ImportError), IOError is OSError, EnvironmentError is OSError)
print(issubclass(RecursionError, RuntimeError), issubclass(NotImplementedError, RuntimeError), issubclass(UnicodeError, ValueError))
print(issubclass(KeyboardInterrupt, Exception), issubclass(SystemExit, Exception), issubclass(GeneratorExit, Exception))
print(issubclass(UnboundLocalError, NameError), issubclass(IndentationError, SyntaxError), issubclass(TabError, IndentationError))
print(issubclass(DeprecationWarning, Warning), issubclass(TimeoutError, OSError), issubclass(BrokenPipeError, ConnectionError))
print([c.__name__ for c in ZeroDivisionError.__mro__])
try:
    try:
        raise ValueError("first")
    except ValueError as a:
        raise KeyError("second") from a
except KeyError as b:
    print(repr(b.__cause__), repr(b.__context__), b.__suppress_context__)
    saved = b
print(saved.__traceback__ is not None)
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
except KeyError as b:
    print(repr(b.__cause__), repr(b.__context__), b.__suppress_context__)
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second") from None
except KeyError as b:
    print(repr(b.__cause__), repr(b.__context__), b.__suppress_context__)
try:
    try:
        raise ValueError("first")
    finally:
        {}["x"]
except KeyError as b:
    print(repr(b.__context__))
x = ValueError("n")
x.add_note("one")
x.add_note("two")
print(x.__notes__)
attempt(lambda: x.add_note(5))
attempt(lambda: x.with_traceback(5))
x.custom = "attr"
print(x.custom, x.__dict__)
x.args = (1, 2)
print(x)


class Mine(Exception):
    """Own."""

    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


m = Mine(7, "x")
print(m, repr(m), m.args)


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


print(repr(NoSuper(1, 2)), NoSuper(1, 2).args, str(NoSuper(1, b=2)))


class Sub(Mine, KeyError):
    pass


try:
    raise Sub(1)
except LookupError as e2:
    print("lookup", e2)
for handler in (ValueError, (KeyError, ValueError), Exception, BaseException):
    try:
        raise ValueError("h")
    except handler as h:
        print(type(h).__name__)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as t:
    print(t)
try:
    try:
        raise ValueError
    except (KeyError, "x"):
        pass
except TypeError as t:
    print(t)
attempt(lambda: ValueError(x=1))
attempt(lambda: ImportError("a", foo=1))


def order():
    try:
        print("try")
        return "from try"
    finally:
        print("finally")


print(order())


def override():
    try:
        return 1
    finally:
        return 2


print(override())


def swallow():
    for i in range(3):
        try:
            1 / 0
        finally:
            continue
    return "swallowed"


print(swallow())


def brk():
    while True:
        try:
            1 / 0
        finally:
            break
    return "broke"


print(brk())
try:
    pass
except:
    print("no")
else:
    print("else")
finally:
    print("fin")
try:
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    err
except NameError as n:
    print(n)
try:
    raise
except RuntimeError as r:
    print(r)


def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise
        except ZeroDivisionError as again:
            return again


print(repr(reraise()))
attempt(lambda: (_ for _ in ()).throw(ValueError("from genexp")))
