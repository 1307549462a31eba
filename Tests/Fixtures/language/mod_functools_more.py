import functools
from functools import *


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


@lru_cache(maxsize=2)
def square(x, *, scale=1):
    print("computing", x)
    return x * x * scale


print(square(1), square(1), square(2), square(3), square(1), square(2, scale=2))
print(square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__wrapped__(5))


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info().currsize)


@cache
def fact(n):
    return n * fact(n - 1) if n else 1


print(fact(20), fact.cache_info().hits)
attempt(lambda: square([]))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("area!")
        return 3 * self.r**2


c = Circle(2)
print(c.area, c.area, c.__dict__)
c.area = 5
print(c.area)
del c.area
print(c.area, type(Circle.area).__name__)


@total_ordering
class Age:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(Age(1) <= Age(1), Age(2) > Age(1), Age(1) >= Age(2), max(Age(3), Age(5)).n)


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return "list of " + ", ".join(show(i) for i in x)


@show.register(float)
@show.register(complex if False else str)
def _(x):
    return f"float or str {x}"


print(show(1), show([1, "a", 2.5, None]), show(True), show({}))
print(show.dispatch(int)(3), show.dispatch(bool)(True), sorted(t.__name__ for t in show.registry))
attempt(lambda: show())


def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        """wrapper doc"""
        print("call", f.__name__, args, kwargs)
        return f(*args, **kwargs)

    return wrapper


@logged
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(1, 1), add.__qualname__)
basetwo = partial(int, base=2)
print(basetwo("1010"), basetwo.func, basetwo.args, basetwo.keywords)
basetwo.__doc__ = "binary"
p = partial(print, "a", sep="-")
p("b", "c", end="!\n")
p("b", sep="+")
print(partial(partial(pow, 2), 5)(), repr(partial(pow, 2)).startswith("functools.partial(<built-in function pow>, 2)"))
attempt(lambda: partial(5))
attempt(lambda: partial())


class Cell:
    def __init__(self):
        self._alive = False

    def set_state(self, state):
        self._alive = state

    set_alive = partialmethod(set_state, True)


cell = Cell()
cell.set_alive()
print(cell._alive)
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 1, 4], 10), reduce(lambda a, b: f"({a}+{b})", "abcd"))
attempt(lambda: reduce(lambda a, b: a, []))
attempt(lambda: reduce(lambda a, b: a, 5))
attempt(lambda: reduce(lambda: 0, [1, 2]))
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(3) >= k(2))


class Disp:
    @singledispatchmethod
    def go(self, x):
        return "any"

    @go.register
    def _(self, x: int):
        return "int"


print(Disp().go("a"), Disp().go(1))
print(functools.WRAPPER_ASSIGNMENTS)
