def f(*args, **kwargs): return args, kwargs
print(f(*[1, 2], *(3,), *"ab", *{5: 0}, *range(2)))
print(f(**{"a": 1}, **{"b": 2}), f(1, *[2], 3, *[4], k=5, **{"j": 6}))
print(f(*[]), f(**{}), f(*(), **{}))
def g(a, b, c): return a, b, c
print(g(*[1, 2, 3]), g(1, *[2, 3]), g(*[1, 2], c=3), g(**dict(a=1, b=2, c=3)), g(1, **{"b": 2, "c": 3}))
args, kwargs = [1, 2], {"c": 3}
print(g(*args, **kwargs))
def wrap(*a, **k): return g(*a, **k)
print(wrap(1, 2, c=3), wrap(a=1, b=2, c=3))
print(max(*[1, 5, 3]), print(*["x", "y"], sep="-"), "{} {}".format(*"ab"), dict(**{"a": 1}, b=2))
def collect(first, *rest, last=None): return first, rest, last
print(collect(*range(4), last="z"), collect("only"))
for bad in (lambda: g(*[1, 2]), lambda: g(*[1, 2, 3, 4]), lambda: g(1, 2, 3, **{"a": 1}), lambda: f(**{1: 2}), lambda: f(*None), lambda: g(1, b=2, **{"b": 3, "c": 4})):
    try:
        bad()
    except TypeError as error:
        print(error)
