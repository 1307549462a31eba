"""functools: reduce, partial, caches, keys."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from functools import *

attempt(lambda: reduce(lambda a, b: a + b, [1, 2, 3]))
attempt(lambda: reduce(lambda a, b: a + b, []))
attempt(lambda: reduce(lambda a, b: a + b, [], 5))
attempt(lambda: reduce(lambda a, b: a + b, 5))
attempt(lambda: reduce(5, [1, 2]))
attempt(lambda: reduce())
attempt(lambda: partial(pow, 2)(3))
attempt(lambda: partial(int, base=2)("101"))
attempt(lambda: partial())
attempt(lambda: partial(5))
attempt(lambda: partial(pow, 2).func)
attempt(lambda: partial(pow, 2).args)
attempt(lambda: partial(pow, 2, mod=5).keywords)
attempt(lambda: partial(partial(pow, 2), 3))
attempt(lambda: partial(pow)(1))
@lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
attempt(lambda: fib(50))
attempt(lambda: fib.cache_info())
attempt(lambda: fib.cache_clear())
attempt(lambda: fib.cache_info())
attempt(lambda: fib([]))
attempt(lambda: fib.__name__)
attempt(lambda: lru_cache(maxsize=2)(abs)(-5))
attempt(lambda: lru_cache("a"))
attempt(lambda: lru_cache(maxsize=None)(len)("abc"))
attempt(lambda: cache(abs)(-3))
attempt(lambda: cmp_to_key(lambda a, b: b - a)(1) < cmp_to_key(lambda a, b: b - a)(2))
attempt(lambda: sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a)))
attempt(lambda: wraps(len)(lambda: 0).__name__)
attempt(lambda: update_wrapper(lambda: 0, len).__name__)
attempt(lambda: WRAPPER_ASSIGNMENTS)
attempt(lambda: total_ordering(type("X", (), {})))
