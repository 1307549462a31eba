add = lambda a, b=2: a + b
print(add(1), add(1, 3), (lambda *a, **k: (a, k))(1, x=2))
print(sorted([3, 1, 2], key=lambda v: -v))
print((lambda: (yield))().__class__.__name__)
print((lambda x: lambda y: x + y)(1)(2))
print((lambda: None)(), (lambda x, /, y, *, z: x + y + z)(1, y=2, z=3))
f = lambda: 0
print(f.__name__)
print([*map(lambda x: x if x else "none", [0, 1])])

# Names within comprehensions.
made = [lambda: 0 for _ in "a"] + list({(lambda: 1) for _ in "a"}) + [f for f in {0: lambda: 2 for _ in "a"}.values()] + list((lambda: 3) for _ in "a")


def outer():
    return [lambda x: x for _ in "a"] + [[lambda: 4 for _ in "b"][0] for _ in "a"]


print([f.__qualname__ for f in made + outer()])
try:
    outer()[0]()
except TypeError as error:
    print(error)
