class A(Exception): pass
class B(A): pass
class C(B): pass
for kind in (C, B, A, ValueError):
    try:
        raise kind
    except C:
        print("C")
    except B:
        print("B")
    except (A, ValueError) as error:
        print("A or ValueError", type(error).__name__)
handlers = (KeyError, IndexError)
for f in (lambda: {}[1], lambda: [][1], lambda: 1 / 0):
    try:
        f()
    except handlers as error:
        print("lookup", type(error).__name__)
    except ArithmeticError as error:
        print("arithmetic", error)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    {}["x"]
except LookupError as error:
    print(error.args, isinstance(error, KeyError), KeyError.__mro__)
print(issubclass(ZeroDivisionError, ArithmeticError), issubclass(UnicodeDecodeError, ValueError), issubclass(RecursionError, RuntimeError), issubclass(ModuleNotFoundError, ImportError), IOError is OSError)
