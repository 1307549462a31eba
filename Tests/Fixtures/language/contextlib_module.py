import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name, quiet=False):
    """A tag around lines."""
    if not quiet:
        print(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as error:
        print("inside:", repr(error))
    finally:
        print(f"</{name}>")


with tag("p") as upper:
    print(upper)
with tag("b"):
    raise KeyError("k")
try:
    with tag("i", quiet=True):
        raise ValueError("v")
except ValueError as error:
    print("outside:", error)


@tag("f")
def decorated(x):
    return x + 1


print(decorated(1), decorated(2), tag.__name__, tag.__doc__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for broken in [never, twice]:
    try:
        with broken():
            print("in")
    except RuntimeError as error:
        print(error)


@contextmanager
def swallows():
    try:
        yield
    except ZeroDivisionError:
        pass


with swallows():
    1 / 0
try:
    with swallows():
        raise StopIteration("s")
except StopIteration as error:
    print(repr(error))
with nullcontext() as a, nullcontext(5) as b:
    print(a, b)
with suppress(KeyError, IndexError):
    [][1]
    print("never")
try:
    with suppress(KeyError):
        [][1]
except IndexError as error:
    print(error)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "called", sep="-")
    print(names)
try:
    with ExitStack() as stack:
        stack.enter_context(swallows())
        stack.push(lambda *details: print(details[0].__name__))
        raise ZeroDivisionError
    print("went on")
    ExitStack().enter_context(3)
except TypeError as error:
    print(error)
stack = ExitStack()
stack.enter_context(tag("later"))
other = stack.pop_all()
stack.close()
print("not yet")
other.close()


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *details):
        print("stop")
        return False


@Timer()
def work():
    print("work")


work()


class Base:
    def __init__(self):
        print("Base")


class Derived(Base):
    def __init__(self):
        super(Derived).__init__()
        print("Derived")


Derived()


def generator():
    yield 1


print(generator.__code__.co_flags & 0x20, work.__code__.co_flags & 0x20, (lambda *a, **k: 0).__code__.co_flags & 12)
