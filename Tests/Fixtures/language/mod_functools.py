from functools import *
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 1), reduce(max, [3, 1, 4], 2))
p = partial(pow, 2)
q = partial(lambda *a, **k: (a, k), 1, x=2)
print(p(5), q(3, y=4), q(x=9), partial(int, base=2)("101"), p.func is pow, p.args, q.keywords)
calls = []
@lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(calls), fib.cache_info())
fib.cache_clear()
print(fib.cache_info(), fib.__name__, fib.__wrapped__.__name__)
@lru_cache(maxsize=2)
def sq(x): return x * x
print([sq(i) for i in (1, 2, 1, 3, 2)], sq.cache_info())
@cache
def c(x, *, y=1): return x + y
print(c(1), c(1, y=2), c(1), c.cache_info())
def deco(f):
    @wraps(f)
    def w(*a):
        "w doc"
        return f(*a)
    return w
@deco
def original(a: int):
    "doc"
    return a
print(original.__name__, original.__doc__, original(1), original.__wrapped__(2), original.__annotations__)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max([1, 5, 2], key=cmp_to_key(lambda a, b: a - b)))
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) < V(2))
class K:
    n = 0
    @cached_property
    def value(self):
        K.n += 1
        return 42
k = K()
print(k.value, k.value, K.n, k.__dict__)
class PM:
    def f(self, a, b): return a, b
    g = partialmethod(f, 1)
print(PM().g(2))
@singledispatch
def show(x): return "default"
@show.register(int)
def _(x): return "int"
@show.register
def _(x: list): return "list"
print(show("a"), show(1), show([1]), show(True))
for f in (lambda: reduce(max, []), lambda: partial(), lambda: partial(5), lambda: sq([]), lambda: reduce(max, 5), lambda: total_ordering(object)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
